/** Literals. */
import type { LiteralContext } from '@apexdevtools/apex-parser';
import { literalText } from '../../parse/literals.ts';
import { fail } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';

const MAXIMUM_INTEGER = 2147483647n;
const MAXIMUM_LONG = 9223372036854775807n;

export function literal(emitter: Emitter, node: LiteralContext): Expression {
  const text = node.getText();
  if (node.IntegerLiteral()) {
    if (BigInt(text) > MAXIMUM_INTEGER) fail('Illegal integer', node);
    return { js: String(Number(text)), type: 'Integer', nonNull: true };
  }
  if (node.LongLiteral()) {
    const digits = BigInt(text.slice(0, -1));
    if (digits > MAXIMUM_LONG) fail('Illegal long', node);
    return { js: `${digits}n`, type: 'Long', nonNull: true };
  }
  if (node.NumberLiteral()) return numberLiteral(emitter, text);
  if (node.BooleanLiteral()) return { js: text.toLowerCase(), type: 'Boolean', nonNull: true };
  if (node.NULL()) return { js: 'null', type: 'null' };
  return { js: JSON.stringify(literalText(text)), type: 'String', nonNull: true };
}

function numberLiteral(emitter: Emitter, text: string): Expression {
  if (/d$/i.test(text))
    return { js: emitter.unit.constant(`$.toDouble(${Number(text.slice(0, -1))})`), type: 'Double', nonNull: true };
  return { js: emitter.unit.constant(`$.decimal(${JSON.stringify(text)})`), type: 'Decimal', nonNull: true };
}
