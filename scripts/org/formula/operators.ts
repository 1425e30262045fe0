/** Operators by name: which types they take, and what they compute. */
import type { Raw } from '../types.ts';
import { DAY_MS, dayToText, textToDay } from '../soql/zone.ts';
import type { Compiled, Evaluate } from './call.ts';
import { textOf } from './call.ts';
import type { FormulaErrors } from './errors.ts';
import { fits } from './types.ts';
import type { FormulaType } from './types.ts';

type Both = (left: Raw, right: Raw) => Raw;
interface Rule {
  readonly left: FormulaType;
  readonly right: FormulaType;
  readonly result: FormulaType;
  readonly apply: Both;
}

function numbers(apply: (left: number, right: number) => number): Both {
  return (left, right) => (left === null || right === null ? null : finite(apply(Number(left), Number(right))));
}

/** Decimal results lose the noise that binary fractions bring; what is no number is blank. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : null;
}

const addDays =
  (sign: number): Both =>
  (date, days) =>
    date === null || days === null ? null : dayToText(textToDay(String(date)) + sign * Math.trunc(Number(days)));
const addInstant =
  (sign: number): Both =>
  (instant, days) =>
    instant === null || days === null ? null : Math.round(Number(instant) + sign * Number(days) * DAY_MS);
const addTime =
  (sign: number): Both =>
  (time, ms) =>
    time === null || ms === null ? null : (((Number(time) + sign * Number(ms)) % DAY_MS) + DAY_MS) % DAY_MS;
const swapped =
  (apply: Both): Both =>
  (left, right) =>
    apply(right, left);

function rule(left: FormulaType, right: FormulaType, result: FormulaType, apply: Both): Rule {
  return { left, right, result, apply };
}

const join: Both = (left, right) => textOf(left) + textOf(right);

/** By operator: which operands it takes. */
export const ARITHMETIC: Readonly<Record<string, readonly Rule[]>> = {
  '+': [
    rule(
      'number',
      'number',
      'number',
      numbers((left, right) => left + right),
    ),
    rule('text', 'text', 'text', join),
    rule('date', 'number', 'date', addDays(1)),
    rule('number', 'date', 'date', swapped(addDays(1))),
    rule('datetime', 'number', 'datetime', addInstant(1)),
    rule('number', 'datetime', 'datetime', swapped(addInstant(1))),
    rule('time', 'number', 'time', addTime(1)),
  ],
  '-': [
    rule(
      'number',
      'number',
      'number',
      numbers((left, right) => left - right),
    ),
    rule('date', 'number', 'date', addDays(-1)),
    rule('date', 'date', 'number', (left, right) =>
      left === null || right === null ? null : textToDay(String(left)) - textToDay(String(right)),
    ),
    rule('datetime', 'number', 'datetime', addInstant(-1)),
    rule(
      'datetime',
      'datetime',
      'number',
      numbers((left, right) => (left - right) / DAY_MS),
    ),
    rule('time', 'number', 'time', addTime(-1)),
    rule(
      'time',
      'time',
      'number',
      numbers((left, right) => left - right),
    ),
  ],
  '*': [
    rule(
      'number',
      'number',
      'number',
      numbers((left, right) => left * right),
    ),
  ],
  '/': [
    rule(
      'number',
      'number',
      'number',
      numbers((left, right) => left / right),
    ),
  ],
  '^': [
    rule(
      'number',
      'number',
      'number',
      numbers((left, right) => left ** right),
    ),
  ],
  '&': [rule('text', 'text', 'text', join)],
};

export const LOGIC: Readonly<Record<string, (left: Evaluate, right: Evaluate) => Evaluate>> = {
  '&&': (left, right) => (env) => left(env) === true && right(env) === true,
  '||': (left, right) => (env) => left(env) === true || right(env) === true,
};

export const ORDER: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '>': (difference) => difference > 0,
  '<=': (difference) => difference <= 0,
  '>=': (difference) => difference >= 0,
};
const ORDERED: readonly FormulaType[] = ['number', 'date', 'datetime', 'time'];

function checkPicklist(errors: FormulaErrors, operand: Compiled): void {
  if (operand.type === 'picklist' || operand.type === 'multipicklist')
    throw errors.picklist(operand.field ?? 'value', operand.offset);
}

export function binary(
  operator: string,
  left: Compiled,
  right: Compiled,
  offset: number,
  errors: FormulaErrors,
): Compiled {
  checkPicklist(errors, left);
  checkPicklist(errors, right);
  const logic = LOGIC[operator];
  if (logic !== undefined) {
    for (const operand of [left, right])
      if (!fits(operand.type, 'boolean'))
        throw errors.wrongOperand(operator, ['boolean'], operand.type, operand.offset);
    return { type: 'boolean', run: logic(left.run, right.run), offset };
  }
  if (operator === '=' || operator === '<>') return equality(operator === '=', operator, left, right, offset, errors);
  const order = ORDER[operator];
  if (order !== undefined) return ordering(order, operator, left, right, offset, errors);
  return arithmetic(operator, left, right, offset, errors);
}

function arithmetic(
  operator: string,
  left: Compiled,
  right: Compiled,
  offset: number,
  errors: FormulaErrors,
): Compiled {
  const rules = ARITHMETIC[operator] ?? [];
  const fitting = rules.find((one) => fits(left.type, one.left) && fits(right.type, one.right));
  if (fitting !== undefined) {
    const { apply, result } = fitting;
    return { type: result, run: (env) => apply(left.run(env), right.run(env)), offset };
  }
  const leftTypes = rules.filter((one) => fits(left.type, one.left));
  if (leftTypes.length > 0)
    throw errors.wrongOperand(operator, [...new Set(leftTypes.map((one) => one.right))], right.type, right.offset);
  throw errors.wrongOperand(operator, [...new Set(rules.map((one) => one.left))], left.type, left.offset);
}

function equality(
  wanted: boolean,
  operator: string,
  left: Compiled,
  right: Compiled,
  offset: number,
  errors: FormulaErrors,
): Compiled {
  if (!fits(left.type, right.type) && !fits(right.type, left.type))
    throw errors.wrongOperand(operator, [left.type], right.type, right.offset);
  const isText = left.type === 'text' || right.type === 'text';
  const isFlag = left.type === 'boolean' || right.type === 'boolean';
  const of = (value: Raw): Raw => (isText ? textOf(value) : isFlag ? value === true : value);
  return { type: 'boolean', run: (env) => (of(left.run(env)) === of(right.run(env))) === wanted, offset };
}

function ordering(
  order: (difference: number) => boolean,
  operator: string,
  left: Compiled,
  right: Compiled,
  offset: number,
  errors: FormulaErrors,
): Compiled {
  const type = left.type === 'null' ? right.type : left.type;
  if (!ORDERED.includes(type)) throw errors.wrongOperand(operator, ORDERED, type, left.offset);
  if (!fits(left.type, type) || !fits(right.type, type))
    throw errors.wrongOperand(operator, [type], right.type, right.offset);
  const number = (value: Raw): number => (type === 'date' ? textToDay(String(value)) : Number(value));
  const run: Evaluate = (env) => {
    const one = left.run(env);
    const other = right.run(env);
    return one !== null && other !== null && order(number(one) - number(other));
  };
  return { type: 'boolean', run, offset };
}

export function unary(operator: string, operand: Compiled, offset: number, errors: FormulaErrors): Compiled {
  checkPicklist(errors, operand);
  if (operator === '!') {
    if (!fits(operand.type, 'boolean')) throw errors.wrongOperand('!', ['boolean'], operand.type, operand.offset);
    return { type: 'boolean', run: (env) => operand.run(env) !== true, offset };
  }
  if (!fits(operand.type, 'number')) throw errors.wrongOperand(operator, ['number'], operand.type, operand.offset);
  const run: Evaluate = (env) => {
    const value = operand.run(env);
    return value === null ? null : operator === '-' ? -Number(value) : value;
  };
  return { type: 'number', run, offset };
}
