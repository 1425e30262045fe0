/** Every entry of every platform type's table has a row; every row prints what the documentation says, and calls its entry. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PLATFORM_TYPES } from '../../../../scripts/org/apex/runtime/index.ts';
import { LIBRARY_ROWS } from './library/all.ts';
import { openLibraryOrg } from './library/org.ts';
import { callsOf, runRows, watchLibrary } from './library/runner.ts';

/** Entries of a type's table; a type that has none is proven as a whole. */
function entriesOf(name: string): string[] {
  const type = PLATFORM_TYPES.get(name)!;
  const entries = [
    ...Object.keys(type.constructors ?? {}).map((key) => `new${key}`),
    ...Object.keys(type.members ?? {}),
    ...Object.keys(type.properties ?? {}),
    ...(type.abstractMembers ?? []).map((key) => `abstract ${key}`),
    ...(type.values ? ['values'] : []),
  ];
  return entries.length > 0 ? entries : ['marker'];
}

watchLibrary();
const library = openLibraryOrg();
const outcomes = runRows(library, LIBRARY_ROWS);
library.org.close();

test('the tables and the rows have the same entries', () => {
  const rows = new Set(LIBRARY_ROWS.map((row) => `${row.type}: ${row.entry}`));
  const entries = [...PLATFORM_TYPES.keys()].flatMap((key) =>
    entriesOf(key).map((entry) => `${PLATFORM_TYPES.get(key)!.name}: ${entry}`),
  );
  const known = new Set(entries);
  assert.deepEqual({ withoutRow: entries.filter((entry) => !rows.has(entry)) }, { withoutRow: [] });
  assert.deepEqual({ withoutEntry: [...rows].filter((row) => !known.has(row)) }, { withoutEntry: [] });
});

test('every row has a name of its own and says where its expectation is from', () => {
  assert.equal(new Set(LIBRARY_ROWS.map((row) => row.name)).size, LIBRARY_ROWS.length);
  assert.deepEqual(
    LIBRARY_ROWS.filter((row) => row.source === '').map((row) => row.name),
    [],
  );
});

test('the rows of an entry call it', () => {
  const calls = new Map<string, Set<string>>();
  for (const row of LIBRARY_ROWS) {
    const key = `${row.type}: ${row.entry}`;
    const seen = calls.get(key) ?? new Set();
    for (const each of outcomes.get(row)!.calls) seen.add(each);
    calls.set(key, seen);
  }
  const missed = LIBRARY_ROWS.flatMap((row) =>
    callsOf(row.type, row.entry).filter((call) => !calls.get(`${row.type}: ${row.entry}`)!.has(call)),
  );
  assert.deepEqual([...new Set(missed)], []);
});

describe('rows', () => {
  for (const row of LIBRARY_ROWS) {
    test(row.name, () => assert.equal(outcomes.get(row)!.printed, row.expected, row.apex));
  }
});
