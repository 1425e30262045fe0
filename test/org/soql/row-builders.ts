/** Short forms of rows: a list of texts with what they answer, under one trap and one source. */
import type { QueryRow } from './row.ts';

/** The licenses by name; the usual start of a row. */
export const L = 'SELECT Name FROM License__c';

type Case = readonly [soql: string, expected: readonly unknown[] | number, binds?: QueryRow['binds']];
type Refusal = readonly [soql: string, message: RegExp, code?: string];

/** Rows whose text is `where` after the licenses, sorted by name. */
export function wheres(trap: string, source: string, cases: readonly Case[]): QueryRow[] {
  return cases.map(([where, expected, binds]) => ({
    name: where,
    soql: `${L} WHERE ${where} ORDER BY Name`,
    ...(binds === undefined ? {} : { binds }),
    expected: Array.isArray(expected) ? expected.map((one) => (typeof one === 'number' ? `L-${one}` : one)) : expected,
    source,
    trap,
  }));
}
export function queries(trap: string, source: string, cases: readonly Case[]): QueryRow[] {
  return cases.map(([soql, expected, binds]) => ({
    name: soql,
    soql,
    ...(binds === undefined ? {} : { binds }),
    expected,
    source,
    trap,
  }));
}
export function shows(
  trap: string,
  source: string,
  cases: readonly (readonly [soql: string, shown: unknown])[],
): QueryRow[] {
  return cases.map(([soql, shown]) => ({ name: soql, soql, shown, source, trap }));
}
export function refusals(trap: string, source: string, cases: readonly Refusal[]): QueryRow[] {
  return cases.map(([soql, message, code = 'MALFORMED_QUERY']) => ({
    name: `refused: ${soql}`,
    soql,
    error: { code, message },
    source,
    trap,
  }));
}
