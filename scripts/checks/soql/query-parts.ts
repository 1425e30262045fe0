/** Parts of a parsed query as plain values. */
import type { FieldNameContext, SoqlFunctionContext, ValueContext } from '@apexdevtools/apex-parser';
import type { Place } from '../source/apex-facts.ts';
import type { Literal } from './field-rules.ts';
import type { QueryField, QueryObject, QueryType } from './query-schema.ts';

export interface Node {
  getText(): string;
}

/** The generated typings promise what the grammar makes optional. */
export function optional<T>(value: T): T | null {
  return value ?? null;
}

export function placeOf(context: unknown): Place {
  const { start } = context as { start: { line: number; column: number } };
  return { line: start.line, column: start.column + 1 };
}

export interface Scope {
  /** `null`: nothing is known of it. */
  readonly object: QueryObject | null;
  readonly alias: string | null;
}

export interface Operand {
  readonly type: QueryType;
  readonly field: QueryField | null;
  readonly isAggregate: boolean;
  /** Comparable text: lower case, without the alias. */
  readonly text: string;
  readonly name: string;
  /** Objects a reference may point to; empty when unknown. */
  readonly targets: readonly string[];
}

export const UNKNOWN: Omit<Operand, 'text' | 'name'> = {
  type: 'unknown',
  field: null,
  isAggregate: false,
  targets: [],
};
export function functionName(context: SoqlFunctionContext): string {
  const name = (context as unknown as { getChild(index: number): Node }).getChild(0).getText().toUpperCase();
  return name;
}

export function namesOf(context: FieldNameContext): string[] {
  return context.soqlId_list().map((name) => name.getText());
}

export function targetsOf(object: QueryObject, field: QueryField): readonly string[] {
  if (field.type === 'id') return [object.name];
  if (field.type !== 'reference') return [];
  const stem = field.name.replace(/__c$/i, '__r').replace(/Id$/, '').toLowerCase();
  const targets = object.parents.get(stem)?.targets ?? [];
  return targets.includes('Name') ? [] : targets;
}

/** `null` for null and for what is no literal. */
export function literalKind(context: ValueContext): Literal | null {
  if ((optional(context.StringLiteral()) ?? optional(context.MultilineStringLiteral())) !== null) return 'text';
  if (optional(context.signedNumber()) !== null || optional(context.IntegralCurrencyLiteral()) !== null)
    return 'number';
  if (optional(context.BooleanLiteral()) !== null) return 'boolean';
  if (optional(context.DateTimeLiteral()) !== null) return 'datetime';
  if (optional(context.DateLiteral()) !== null) return 'date';
  if (optional(context.TimeLiteral()) !== null) return 'time';
  return optional(context.dateFormula()) === null ? null : 'relative date';
}
