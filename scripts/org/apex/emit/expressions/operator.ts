/** Arithmetic, comparison, logic and bits, by the static types of the operands. */
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import { castable, conversion } from '../../type/conversion.ts';
import { isNumeric, numericRank } from '../../type/text.ts';
import type { Emitter } from '../emitter.ts';
import { checked } from '../expression.ts';
import type { Expression } from '../expression.ts';

type Operation = (left: Expression, right: Expression) => string;

const INTEGER: Readonly<Record<string, Operation>> = {
  '+': (left, right) => `(${checked(left)}+${checked(right)}|0)`,
  '-': (left, right) => `(${checked(left)}-${checked(right)}|0)`,
  '*': (left, right) => `Math.imul(${checked(left)},${checked(right)})`,
  '/': (left, right) =>
    /^[1-9]\d*$/.test(right.js) ? `(${checked(left)}/${right.js}|0)` : `$.divideIntegers(${left.js},${right.js})`,
};

const HELPER: Readonly<Record<string, string>> = {
  Long: 'longArithmetic',
  Decimal: 'decimalArithmetic',
  Double: 'doubleArithmetic',
};

/** `+ - * /`. */
export function arithmetic(
  emitter: Emitter,
  operator: string,
  left: Expression,
  right: Expression,
  node: Located,
): Expression {
  if (left.type === 'void' || right.type === 'void') fail('Arithmetic expressions are not allowed on void types', node);
  if (operator === '+' && (isText(left) || isText(right))) return concatenation(left, right);
  if (isMoment(left.type)) return moment(operator, left, right, node);
  if (!isNumeric(left.type) || !isNumeric(right.type)) fail('Arithmetic expressions must use numeric arguments', node);
  const type = numericRank(left.type) >= numericRank(right.type) ? left.type : right.type;
  if (type === 'Integer') return { js: INTEGER[operator]!(left, right), type, nonNull: true };
  return { js: `$.${HELPER[type]}(${JSON.stringify(operator)},${left.js},${right.js})`, type, nonNull: true };
}

const isText = (each: Expression): boolean => each.type === 'String' || each.type === 'Id';

function concatenation(left: Expression, right: Expression): Expression {
  const textOf = (each: Expression): string => (isText(each) && each.nonNull ? each.js : `$.text(${each.js})`);
  return { js: `(${textOf(left)}+${textOf(right)})`, type: 'String', nonNull: true };
}

const isMoment = (type: string): boolean => type === 'Date' || type === 'Datetime' || type === 'Time';

function moment(operator: string, left: Expression, right: Expression, node: Located): Expression {
  const messages: Readonly<Record<string, string>> = {
    Date: 'Date expressions must use Integer or Long',
    Time: 'Time expressions must use Integer or Long',
    Datetime: 'Date/time expressions must use Integer or Double or Decimal',
  };
  const whole = right.type === 'Integer' || right.type === 'Long';
  if ((operator !== '+' && operator !== '-') || !(whole || (left.type === 'Datetime' && isNumeric(right.type))))
    fail(messages[left.type]!, node);
  return { js: `$.shiftMoment(${left.js},${right.js},${operator === '+' ? 1 : -1})`, type: left.type, nonNull: true };
}

/** `< <= > >=`. */
export function comparison(
  emitter: Emitter,
  operator: string,
  left: Expression,
  right: Expression,
  node: Located,
): Expression {
  const type = 'Boolean';
  const comparable =
    (isNumeric(left.type) && isNumeric(right.type)) ||
    (isText(left) && isText(right)) ||
    (isMoment(left.type) && isMoment(right.type));
  const withNull = left.type === 'null' || right.type === 'null';
  if (!comparable && !withNull) {
    if (!castable(emitter.world, left.type, right.type))
      fail(`Comparison arguments must be compatible types: ${left.type}, ${right.type}`, node);
    fail(`Inequality operator not allowed for this type: ${left.type}`, node);
  }
  if (left.type === 'Integer' && right.type === 'Integer') {
    if (left.nonNull && right.nonNull) return { js: `(${left.js}${operator}${right.js})`, type, nonNull: true };
    if ([left, right].every((each) => each.nonNull || isVariable(each)))
      return { js: `(${known(left)}${known(right)}${left.js}${operator}${right.js})`, type, nonNull: true };
    return { js: `$.${INTEGER_COMPARISON[operator]}(${left.js},${right.js})`, type, nonNull: true };
  }
  return { js: `$.compare(${JSON.stringify(operator)},${left.js},${right.js})`, type, nonNull: true };
}

/** A local variable or parameter, which can be read twice. */
const isVariable = (each: Expression): boolean => /^v_\w+$/.test(each.js);

/** Comparison with null is false. */
const known = (each: Expression): string => (each.nonNull ? '' : `${each.js}!==null&&`);

const INTEGER_COMPARISON: Readonly<Record<string, string>> = {
  '<': 'less',
  '<=': 'lessOrSame',
  '>': 'more',
  '>=': 'moreOrSame',
};

/** `== != === !==`. */
export function equality(
  emitter: Emitter,
  isExact: boolean,
  isNegated: boolean,
  left: Expression,
  right: Expression,
  node: Located,
): Expression {
  const { world } = emitter;
  const sides = [left, right].map((each) =>
    each.query && world.isRecordType(left.query ? right.type : left.type)
      ? { ...each, js: `$.onlyRow(${each.js})` }
      : each,
  );
  const [a, b] = [sides[0]!.js, sides[1]!.js];
  const both = (isNumeric(left.type) && isNumeric(right.type)) || castable(world, left.type, right.type);
  if (!both && !(isMoment(left.type) && isMoment(right.type)) && !left.query && !right.query) {
    fail(`Comparison arguments must be compatible types: ${left.type}, ${right.type}`, node);
  }
  const not = isNegated ? '!' : '=';
  if (left.type === 'null' || right.type === 'null') return { js: `(${a}${not}=null)`, type: 'Boolean', nonNull: true };
  const simple =
    left.type === right.type &&
    (left.type === 'Boolean' || left.type === 'Integer' || world.userClass(left.type)?.kind === 'enum');
  if (simple) return { js: `(${a}${not}==${b})`, type: 'Boolean', nonNull: true };
  return {
    js: `${isNegated ? '!' : ''}$.${isExact ? 'identical' : 'equal'}(${a},${b})`,
    type: 'Boolean',
    nonNull: true,
  };
}

/** `&& ||`. */
export function logic(operator: '&&' | '||', left: Expression, right: Expression, node: Located): Expression {
  if (left.type !== 'Boolean' || right.type !== 'Boolean')
    fail('Logical operator can only be applied to Boolean', node);
  return { js: `(${checked(left)}${operator}${checked(right)})`, type: 'Boolean', nonNull: true };
}

/** `& | ^`. */
export function bits(operator: string, left: Expression, right: Expression, node: Located): Expression {
  if (left.type === 'Boolean' && right.type === 'Boolean') {
    return { js: `((${checked(left)}${operator}${checked(right)})===1)`, type: 'Boolean', nonNull: true };
  }
  const type = wholeType(left, right);
  if (type === null)
    fail(`${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`, node);
  return {
    js: `(${conversion(checked(left), left.type, type)}${operator}${conversion(checked(right), right.type, type)})`,
    type,
    nonNull: true,
  };
}

function wholeType(left: Expression, right: Expression): 'Integer' | 'Long' | null {
  const whole = (type: string): boolean => type === 'Integer' || type === 'Long';
  if (!whole(left.type) || !whole(right.type)) return null;
  return left.type === 'Long' || right.type === 'Long' ? 'Long' : 'Integer';
}

/** `<< >> >>>`. */
export function shift(operator: string, left: Expression, right: Expression, node: Located): Expression {
  if (wholeType(left, right) === null) fail(`${operator} operation can only be applied to Integer or Long types`, node);
  if (left.type === 'Integer') {
    const count = right.type === 'Long' ? `Number(${checked(right)})` : checked(right);
    return { js: `(${checked(left)}${operator}${count}|0)`, type: 'Integer', nonNull: true };
  }
  return {
    js: `$.shiftLong(${JSON.stringify(operator)},${checked(left)},${checked(right)})`,
    type: 'Long',
    nonNull: true,
  };
}

/** Unary `-`. */
export function negation(operand: Expression, node: Located): Expression {
  if (!isNumeric(operand.type)) fail('Unary negation must use a numeric argument', node);
  if (operand.type === 'Integer') return { js: `(-${checked(operand)}|0)`, type: 'Integer', nonNull: true };
  return { js: `$.negate(${operand.js})`, type: operand.type, nonNull: true };
}

/** Type that both branches of `?:` and `??` have. */
export function commonType(emitter: Emitter, left: string, right: string): string | null {
  if (left === right || right === 'null') return left;
  if (left === 'null') return right;
  if (isNumeric(left) && isNumeric(right)) return numericRank(left) >= numericRank(right) ? left : right;
  if ((left === 'Id' && right === 'String') || (left === 'String' && right === 'Id')) return 'String';
  if (emitter.convert({ js: '', type: left }, right) !== null) return right;
  if (emitter.convert({ js: '', type: right }, left) !== null) return left;
  if (emitter.world.isRecordType(left) && emitter.world.isRecordType(right)) return 'SObject';
  return null;
}
