/** Where Apex differs from what its reader expects. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ALGORITHMS } from './library/algorithm.cases.ts';
import { EVERYDAY } from './library/everyday.cases.ts';
import { LANGUAGE_TRAPS } from './library/language-trap.cases.ts';
import { DIGESTS, KEY_BYTES, MACS, SIGNATURES } from '../../../../scripts/org/apex/runtime/crypto.ts';
import { LETTERS } from '../../../../scripts/org/apex/runtime/date-format.ts';
import { openLibraryOrg } from './library/org.ts';
import { NAMESPACE_TRAPS, PLATFORM_TRAPS } from './library/platform-trap.cases.ts';
import type { LibraryRow } from './library/rows.ts';
import { runRows } from './library/runner.ts';
import { SYNTAX } from './library/syntax.cases.ts';

function proves(title: string, rows: readonly LibraryRow[], namespace?: string): void {
  const library = openLibraryOrg(namespace);
  const outcomes = runRows(library, rows);
  library.org.close();
  describe(title, () => {
    for (const row of rows) test(row.name, () => assert.equal(outcomes.get(row)!.printed, row.expected, row.apex));
  });
}

test('every trap has three rows and a source', () => {
  const rows = [...SYNTAX, ...EVERYDAY, ...LANGUAGE_TRAPS, ...PLATFORM_TRAPS, ...NAMESPACE_TRAPS];
  const counts = new Map<string, number>();
  for (const { type } of rows) counts.set(type, (counts.get(type) ?? 0) + 1);
  assert.deepEqual(
    [...counts].filter(([, count]) => count < 3),
    [],
  );
  assert.equal(new Set(rows.map((row) => row.apex)).size, rows.length);
  assert.deepEqual(
    rows.filter((row) => !row.source.startsWith('https://')),
    [],
  );
});

test('every algorithm and every letter of date patterns has a row', () => {
  const tables: Readonly<Record<string, object>> = {
    digests: DIGESTS,
    'message codes': MACS,
    signatures: SIGNATURES,
    ciphers: KEY_BYTES,
    'date letters': LETTERS,
  };
  for (const [name, table] of Object.entries(tables)) {
    const rows = ALGORITHMS.filter((row) => row.type === name).map((row) => row.entry);
    assert.deepEqual(rows.sort(), Object.keys(table).sort(), name);
  }
});

proves('language and traps', [...ALGORITHMS, ...SYNTAX, ...EVERYDAY, ...LANGUAGE_TRAPS, ...PLATFORM_TRAPS]);
proves('traps of a namespace', NAMESPACE_TRAPS, 'acme');
