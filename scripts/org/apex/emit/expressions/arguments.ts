/** Arguments of calls. */
import type { ExpressionContext, ExpressionListContext } from '@apexdevtools/apex-parser';
import { fail } from '../../problems.ts';
import { conversion } from '../../type/conversion.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';

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
