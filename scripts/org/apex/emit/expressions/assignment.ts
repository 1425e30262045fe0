/** `=`, compound assignments, `++` and `--`. */
import type { AssignExpressionContext, ExpressionContext } from '@apexdevtools/apex-parser';
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import { isNumeric } from '../../type/text.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression, Place } from '../expression.ts';
import { arithmetic, bits, shift } from './operator.ts';

export function assignment(emitter: Emitter, node: AssignExpressionContext): Expression {
  const [leftNode, rightNode] = node.expression_list();
  const left = target(emitter, leftNode!);
  const operator = node.getChild(1).getText();
  if (operator !== '=') return compound(emitter, left, operator.slice(0, -1), emitter.expression(rightNode!), node);
  const right = emitter.expression(rightNode!, left.type);
  const value = emitter.assign(right, left.type, rightNode!);
  return {
    js: left.place.write(left.place.parts, value),
    type: left.type,
    ...(right.nonNull ? { nonNull: true } : {}),
  };
}

type Assignable = Expression & { readonly place: Place };

function target(emitter: Emitter, node: ExpressionContext): Assignable {
  const left = emitter.chain(node);
  if (!left.place || left.guards !== undefined) fail('Expression cannot be assigned', node);
  return left as Assignable;
}

/** Evaluates the parts of a place once: simple names stay, others go into temporaries. */
function held(emitter: Emitter, place: Place): { setup: string; parts: string[] } {
  let setup = '';
  const parts = place.parts.map((part) => {
    if (/^(?:this|[\w$]+|"[^"]*")$/.test(part)) return part;
    const name = emitter.temporary();
    setup += `${name}=${part},`;
    return name;
  });
  return { setup, parts };
}

function compound(emitter: Emitter, left: Assignable, operator: string, right: Expression, node: Located): Expression {
  const { setup, parts } = held(emitter, left.place);
  const current: Expression = { js: left.place.read(parts), type: left.type };
  const result = operate(emitter, operator, current, right, node);
  const value = emitter.assign(result, left.type, node);
  const js = left.place.write(parts, value);
  return { js: setup === '' ? js : `(${setup}${js})`, type: left.type, nonNull: true };
}

function operate(emitter: Emitter, operator: string, left: Expression, right: Expression, node: Located): Expression {
  if (['+', '-', '*', '/'].includes(operator)) return arithmetic(emitter, operator, left, right, node);
  if (['&', '|', '^'].includes(operator)) return bits(operator, left, right, node);
  return shift(operator, left, right, node);
}

/** `++x`, `x++`, `--x`, `x--`; the postfix form has the value from before. */
export function increment(
  emitter: Emitter,
  node: ExpressionContext,
  operator: '+' | '-',
  isPostfix: boolean,
): Expression {
  const left = target(emitter, node);
  if (!isNumeric(left.type)) {
    const word = operator === '+' ? 'increment' : 'decrement';
    if (isPostfix)
      fail(`Unary postfix increment/decrement can only be applied to numeric expressions: ${left.type}`, node);
    fail(`Unary prefix ${word} can only be applied to numeric expressions: ${left.type}`, node);
  }
  const { setup, parts } = held(emitter, left.place);
  const before = isPostfix ? emitter.temporary() : null;
  const read = left.place.read(parts);
  const current: Expression = { js: before === null ? read : before, type: left.type };
  const result = arithmetic(emitter, operator, current, { js: '1', type: 'Integer', nonNull: true }, node);
  const write = left.place.write(parts, result.js);
  const steps = before === null ? `${setup}${write}` : `${setup}${before}=${read},${write},${before}`;
  return { js: `(${steps})`, type: left.type, nonNull: true };
}
