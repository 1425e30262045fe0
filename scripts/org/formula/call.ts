/** What function definitions are made of. */
import type { Raw } from '../types.ts';
import type { FormulaEnv } from './environment.ts';
import type { FormulaErrors } from './errors.ts';
import { fits } from './types.ts';
import type { FormulaType } from './types.ts';

export type Evaluate = (env: FormulaEnv) => Raw;

export interface Compiled {
  readonly type: FormulaType;
  readonly run: Evaluate;
  /** Path, where the expression is a field of the record. */
  readonly field?: string;
  /** Where blanks count as zero, number fields are never blank. */
  readonly neverBlank?: boolean;
  readonly offset: number;
}

/** One use of a function. */
export interface Call {
  readonly name: string;
  readonly args: readonly Compiled[];
  readonly offset: number;
  readonly errors: FormulaErrors;
}

export interface FormulaFunction {
  readonly minimum: number;
  readonly maximum: number;
  compile(call: Call): { readonly type: FormulaType; readonly run: Evaluate };
}

export type Table = Readonly<Record<string, FormulaFunction>>;

/** An argument that must have one of these types. */
export function argument(call: Call, index: number, ...types: FormulaType[]): Compiled {
  const found = call.args[index];
  if (found === undefined) throw call.errors.wrongCount(call.name, String(index + 1), call.args.length, call.offset);
  if (types.some((type) => fits(found.type, type))) return found;
  if (found.field !== undefined && (found.type === 'picklist' || found.type === 'multipicklist'))
    throw call.errors.picklist(found.field, found.offset);
  throw call.errors.wrongParameter(call.name, types, found.type, found.offset);
}

/** Common type of values of which one is chosen; NULL fits all. */
export function commonType(call: Call, values: readonly Compiled[]): FormulaType {
  let type: FormulaType = 'null';
  for (const value of values) {
    if (value.field !== undefined && (value.type === 'picklist' || value.type === 'multipicklist'))
      throw call.errors.picklist(value.field, value.offset);
    if (type === 'null') type = value.type;
    else if (!fits(value.type, type)) throw call.errors.wrongParameter(call.name, [type], value.type, value.offset);
  }
  return type;
}

/** Text is never null inside a formula. */
export function textOf(value: Raw): string {
  return value === null ? '' : String(value);
}

/** A function of fixed parameter types; text arrives as text, and a blank of any other type makes the result blank. */
export function plain(
  parameters: readonly FormulaType[],
  result: FormulaType,
  apply: (args: readonly (string | number | boolean)[], env: FormulaEnv) => Raw,
  minimum = parameters.length,
): FormulaFunction {
  return {
    minimum,
    maximum: parameters.length,
    compile(call) {
      const args = call.args.map((_, index) => argument(call, index, parameters[index] ?? 'text'));
      const run: Evaluate = (env) => {
        const values: (string | number | boolean)[] = [];
        for (const [index, arg] of args.entries()) {
          const value = arg.run(env);
          if (value === null && parameters[index] !== 'text') return null;
          values.push(value ?? '');
        }
        return apply(values, env);
      };
      return { type: result, run };
    },
  };
}
