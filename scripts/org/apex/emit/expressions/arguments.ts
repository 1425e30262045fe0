/** Arguments of calls. */
import type { ExpressionContext, ExpressionListContext } from '@apexdevtools/apex-parser';
import { fail } from '../../problems.ts';
import { conversion } from '../../type/conversion.ts';
import { chooseOverload } from '../../type/overload.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';
import { oneRow } from './name.ts';

/** Arguments of a call, compiled in order. */
export function compileArguments(emitter: Emitter, list: ExpressionListContext | null): Expression[] {
  return (list ? list.expression_list() : []).map((each: ExpressionContext) => {
    const found = emitter.expression(each);
    if (found.type === 'void') fail('Illegal assignment from void to Object', each);
    return found;
  });
}

/** Arguments converted to the parameter types, as a JavaScript list. */
export function convertArguments(args: readonly Expression[], parameters: readonly string[]): string[] {
  return args.map((arg, at) => conversion(arg.js, arg.type, parameters[at]!));
}

/** Static types of arguments. */
export const typesOf = (args: readonly Expression[]): string[] => args.map((arg) => arg.type);

/** The overload that a call means, and its arguments: an inline query stands for its one row where only a record fits. */
export function resolveOverload<T>(
  emitter: Emitter,
  candidates: readonly T[],
  parametersOf: (candidate: T) => readonly string[],
  args: readonly Expression[],
): { readonly found: T; readonly args: readonly Expression[] } | undefined {
  const { world } = emitter;
  const plain = chooseOverload(world, candidates, parametersOf, typesOf(args));
  if (plain !== undefined) return { found: plain, args };
  if (!args.some((arg) => arg.query)) return undefined;
  for (const candidate of candidates) {
    const parameters = parametersOf(candidate);
    const rows = args.map((arg, at) => (arg.query && world.isRecordType(parameters[at] ?? '') ? oneRow(arg) : arg));
    if (chooseOverload(world, [candidate], parametersOf, typesOf(rows)) !== undefined)
      return { found: candidate, args: rows };
  }
  return undefined;
}
