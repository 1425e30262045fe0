/** The shape of every row of query semantics, and how a row is judged. */
import assert from 'node:assert/strict';
import type { Access } from '../../../scripts/org/access/contract.ts';
import type { BindValue, FormulaHook, QueryResult } from '../../../scripts/org/soql/contract.ts';
import type { OrgError } from '../../../scripts/org/types.ts';
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { Store } from '../../../scripts/org/store/contract.ts';
import { answer, ask, rules, SYSTEM, USER } from './fixture.ts';

/** Pages of the SOQL and SOSL Reference that the rows cite. */
const REFERENCE = 'https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/';
export const page = (name: string): string => `${REFERENCE}${name}.htm`;

export interface QueryRow {
  readonly name: string;
  /** In a row with `error`, `¦` stands before the place the error must name. */
  readonly soql: string;
  readonly binds?: Readonly<Record<string, BindValue>>;
  /** Names of the rows, the count, or the grouped rows. */
  readonly expected?: unknown;
  /** What the records show, ids left out. */
  readonly shown?: unknown;
  readonly error?: { readonly code: string; readonly message: RegExp };
  /** Objects and `object.field` names that the user may not read; the row then runs in user mode unless the query says otherwise. */
  readonly hidden?: readonly string[];
  readonly mode?: Access['mode'];
  /** The documentation page that says so. */
  readonly source: string;
  readonly trap?: string;
}

export function plainQuery(row: QueryRow): string {
  return row.soql.replace('¦', '');
}

/** A record as nested plain values; children as lists. */
export function shownRecord(record: SObjectRecord): Record<string, unknown> {
  const values: Record<string, unknown> = { ...record.values };
  delete values['Id'];
  for (const [name, parent] of Object.entries(record.parents ?? {}))
    values[name] = parent === null ? null : shownRecord(parent);
  for (const [name, children] of Object.entries(record.children ?? {})) values[name] = children.map(shownRecord);
  return values;
}

function shownResult(result: QueryResult): unknown {
  return result.kind === 'rows' ? result.records.map(shownRecord) : answer(result);
}

/** Runs the row's query and compares. */
export function judge(store: Store, row: QueryRow, formulas: FormulaHook): void {
  const access: Access =
    row.mode === undefined && row.hidden === undefined
      ? SYSTEM
      : { userId: USER, mode: row.mode ?? 'user', sharing: true };
  const run = (): QueryResult =>
    ask(store, plainQuery(row), row.binds, { formulas, access: rules(row.hidden ?? []) }, access);
  const { error } = row;
  if (error === undefined) {
    const result = run();
    if (row.shown !== undefined) assert.deepEqual(shownResult(result), row.shown);
    else assert.deepEqual(answer(result), row.expected);
    return;
  }
  assert.throws(run, (found: OrgError) => {
    assert.equal(found.code, error.code, found.message);
    assert.match(found.message, error.message);
    const place = row.soql.indexOf('¦');
    if (place >= 0) assert.deepEqual([found.line, found.column], [1, place + 1], found.message);
    return true;
  });
}
