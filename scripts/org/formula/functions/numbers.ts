/** Numbers. */
import { plain } from '../call.ts';
import type { FormulaFunction, Table } from '../call.ts';
import { finite } from '../operators.ts';

/** Half away from zero at this many decimals (negative: before the point), without the noise of binary fractions. */
export function roundHalfUp(value: number, decimals: number): number {
  const shifted = Number(`${shift(Math.abs(value), decimals)}`);
  return Math.sign(value) * shift(Math.round(Number(shifted.toPrecision(15))), -decimals);
}

function shift(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e');
  return Number(`${digits}e${Number(exponent ?? 0) + places}`);
}

function truncate(value: number, decimals: number): number {
  return Math.sign(value) * shift(Math.floor(Number(shift(Math.abs(value), decimals).toPrecision(15))), -decimals);
}

function one(apply: (value: number) => number): FormulaFunction {
  return plain(['number'], 'number', ([value]) => finite(apply(Number(value))));
}

/** Any number of arguments. */
function among(choose: (...values: number[]) => number): FormulaFunction {
  return {
    minimum: 1,
    maximum: 1000,
    compile: (call) =>
      plain(
        call.args.map(() => 'number' as const),
        'number',
        (values) => choose(...values.map(Number)),
      ).compile(call),
  };
}

export const NUMBER_FUNCTIONS: Table = {
  ROUND: plain(['number', 'number'], 'number', ([value, decimals]) =>
    roundHalfUp(Number(value), Math.trunc(Number(decimals))),
  ),
  TRUNC: plain(
    ['number', 'number'],
    'number',
    ([value, decimals]) => truncate(Number(value), Math.trunc(Number(decimals ?? 0))),
    1,
  ),
  CEILING: one((value) => Math.sign(value) * Math.ceil(Math.abs(value))),
  FLOOR: one((value) => Math.sign(value) * Math.floor(Math.abs(value))),
  MCEILING: one(Math.ceil),
  MFLOOR: one(Math.floor),
  ABS: one(Math.abs),
  SQRT: one(Math.sqrt),
  EXP: one(Math.exp),
  LN: one(Math.log),
  LOG: one(Math.log10),
  MOD: plain(['number', 'number'], 'number', ([value, divisor]) => finite(Number(value) % Number(divisor))),
  MIN: among(Math.min),
  MAX: among(Math.max),
  SIN: one(Math.sin),
  COS: one(Math.cos),
  TAN: one(Math.tan),
  ASIN: one(Math.asin),
  ACOS: one(Math.acos),
  ATAN: one(Math.atan),
  ATAN2: plain(['number', 'number'], 'number', ([y, x]) => finite(Math.atan2(Number(y), Number(x)))),
  PI: plain([], 'number', () => Math.PI),
};
