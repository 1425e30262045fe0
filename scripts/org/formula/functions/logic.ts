/** Choices, blanks, picklists and the history of a value. */
import type { Raw } from '../../types.ts';
import { argument, commonType, textOf } from '../call.ts';
import type { Call, Compiled, Evaluate, FormulaFunction, Table } from '../call.ts';
import type { FormulaType } from '../types.ts';

const MANY = 1000;
const EVERY: readonly FormulaType[] = [
  'text',
  'number',
  'boolean',
  'date',
  'datetime',
  'time',
  'picklist',
  'multipicklist',
];

function connective(run: (args: readonly Evaluate[]) => Evaluate): FormulaFunction {
  return {
    minimum: 1,
    maximum: MANY,
    compile(call) {
      const args = call.args.map((_, index) => argument(call, index, 'boolean').run);
      return { type: 'boolean', run: run(args) };
    },
  };
}

function isBlank(value: Raw): boolean {
  return value === null || value === '';
}

/** Text is never null, only empty. */
const blank = (textCounts: boolean): FormulaFunction => ({
  minimum: 1,
  maximum: 1,
  compile(call) {
    const value = argument(call, 0, ...EVERY);
    if (!textCounts && value.type === 'text') return { type: 'boolean', run: () => false };
    if (value.neverBlank === true || value.type === 'boolean') return { type: 'boolean', run: () => false };
    return { type: 'boolean', run: (env) => isBlank(value.run(env)) };
  },
});

const replacement = (textCounts: boolean): FormulaFunction => ({
  minimum: 2,
  maximum: 2,
  compile(call) {
    const type = commonType(call, call.args);
    const value = argument(call, 0, type);
    const other = argument(call, 1, type);
    if (!textCounts && type === 'text') return { type, run: value.run };
    if (value.neverBlank === true) return { type, run: value.run };
    const run: Evaluate = (env) => {
      const found = value.run(env);
      return isBlank(found) ? other.run(env) : found;
    };
    return { type, run };
  },
});

function compileCase(call: Call): { type: FormulaType; run: Evaluate } {
  if (call.args.length % 2 === 1)
    throw call.errors.wrongCount('CASE', String(call.args.length + 1), call.args.length, call.offset);
  const subject = argument(call, 0, ...EVERY);
  const compared: FormulaType = subject.type === 'picklist' ? 'text' : subject.type;
  const pairs: { value: Compiled; result: Compiled }[] = [];
  for (let index = 1; index < call.args.length - 1; index += 2) {
    pairs.push({ value: argument(call, index, compared), result: argument(call, index + 1, ...EVERY) });
  }
  const otherwise = argument(call, call.args.length - 1, ...EVERY);
  const type = commonType(call, [...pairs.map(({ result }) => result), otherwise]);
  const of = (value: Raw): Raw => (compared === 'text' ? textOf(value) : value);
  const run: Evaluate = (env) => {
    const wanted = of(subject.run(env));
    for (const { value, result } of pairs) if (of(value.run(env)) === wanted) return result.run(env);
    return otherwise.run(env);
  };
  return { type, run };
}

function fieldArgument(call: Call): Compiled & { field: string } {
  const value = argument(call, 0, ...EVERY);
  if (value.field !== undefined) return { ...value, field: value.field };
  throw call.errors.at(
    `Incorrect parameter type for function '${call.name}()'. Expected Field Reference`,
    value.offset,
  );
}

export const LOGIC_FUNCTIONS: Table = {
  AND: connective((args) => (env) => args.every((arg) => arg(env) === true)),
  OR: connective((args) => (env) => args.some((arg) => arg(env) === true)),
  NOT: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const value = argument(call, 0, 'boolean');
      return { type: 'boolean', run: (env) => value.run(env) !== true };
    },
  },
  IF: {
    minimum: 3,
    maximum: 3,
    compile(call) {
      const condition = argument(call, 0, 'boolean');
      const yes = argument(call, 1, ...EVERY);
      const no = argument(call, 2, ...EVERY);
      return {
        type: commonType(call, [yes, no]),
        run: (env) => (condition.run(env) === true ? yes.run(env) : no.run(env)),
      };
    },
  },
  CASE: { minimum: 4, maximum: MANY, compile: compileCase },
  ISBLANK: blank(true),
  ISNULL: blank(false),
  BLANKVALUE: replacement(true),
  NULLVALUE: replacement(false),
  ISPICKVAL: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const field = argument(call, 0, 'picklist');
      const value = argument(call, 1, 'text');
      return { type: 'boolean', run: (env) => textOf(field.run(env)) === textOf(value.run(env)) };
    },
  },
  INCLUDES: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const field = argument(call, 0, 'multipicklist');
      const value = argument(call, 1, 'text');
      return {
        type: 'boolean',
        run: (env) =>
          textOf(field.run(env))
            .split(';')
            .includes(textOf(value.run(env))),
      };
    },
  },
  PICKLISTCOUNT: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const field = argument(call, 0, 'multipicklist');
      return {
        type: 'number',
        run: (env) =>
          textOf(field.run(env))
            .split(';')
            .filter((one) => one !== '').length,
      };
    },
  },
  /** Only the button of the page clones; records that are saved by code or API are no clones. */
  ISCLONE: { minimum: 0, maximum: 0, compile: () => ({ type: 'boolean', run: () => false }) },
  ISNEW: { minimum: 0, maximum: 0, compile: () => ({ type: 'boolean', run: (env) => env.isNew }) },
  ISCHANGED: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const { field } = fieldArgument(call);
      return { type: 'boolean', run: (env) => !env.isNew && env.value(field) !== env.prior(field) };
    },
  },
  PRIORVALUE: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const { field, type } = fieldArgument(call);
      return { type, run: (env) => env.prior(field) };
    },
  },
  ISNUMBER: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const value = argument(call, 0, 'text');
      return {
        type: 'boolean',
        run: (env) => /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(textOf(value.run(env))),
      };
    },
  },
};
