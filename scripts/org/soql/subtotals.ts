/** `GROUP BY ROLLUP(...)` and `GROUP BY CUBE(...)`: one grouped SELECT for each set of fields, put together and sorted as one. */
import type { Operand, Query } from './ast.ts';
import { operandText } from './operand.ts';
import type { Scope } from './scope.ts';
import type { Emit, TypedSql } from './statement.ts';

const MOST_FIELDS = 3;

export type Subtotals = NonNullable<Query['subtotals']>;

/** The places of the fields that each set groups by: the full set first, the grand total last. */
export function groupingSets(kind: Subtotals, fields: number): readonly (readonly number[])[] {
  const all = Array.from({ length: fields }, (_, index) => index);
  if (kind === 'rollup') return [...all.map((index) => all.slice(0, fields - index)), []];
  const sets = Array.from({ length: 2 ** fields }, (_, mask) =>
    all.filter((index) => (mask & (1 << (fields - 1 - index))) === 0),
  );
  return sets.sort((left, right) => right.length - left.length);
}

export function checkSubtotals(scope: Scope, query: Query): void {
  const fourth = query.groupBy[MOST_FIELDS];
  if (query.subtotals === undefined || fourth === undefined) return;
  throw scope.statement.errors.malformed(
    `GROUP BY ${query.subtotals.toUpperCase()} takes at most ${MOST_FIELDS} fields`,
    fourth.at,
  );
}

/** A selected or sorted expression with the field it stands for, as a key into the grouped fields. */
export interface SubtotalColumn {
  readonly value: TypedSql;
  /** Place of the grouped field it shows; `null` for aggregates. */
  readonly group: number | null;
  /** Place of the field that GROUPING asks about. */
  readonly asks: number | null;
}

/** What a column is in the rows of one grouping set. */
export function columnIn(column: SubtotalColumn, set: readonly number[]): Emit {
  if (column.asks !== null) {
    const flag = set.includes(column.asks) ? '0' : '1';
    return () => flag;
  }
  if (column.group !== null && !set.includes(column.group)) return () => 'NULL';
  return column.value.emit;
}

/** Place of the field that `GROUPING(field)` names. */
export function askedGroup(
  scope: Scope,
  operand: Operand & { kind: 'call' },
  places: ReadonlyMap<string, number>,
): number {
  const { errors } = scope.statement;
  if (operand.argument?.kind !== 'path') throw errors.malformed("unexpected token: ')'", operand.at);
  const place = places.get(scope.names(operand.argument).join('.').toLowerCase());
  if (place !== undefined) return place;
  throw errors.malformed(`Field must be grouped: ${operandText(operand.argument)}`, operand.argument.at);
}
