/** The same rows by an independent library: where both disagree, the list of disagreements says why. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { FORMULA_FUNCTIONS } from '../../../scripts/org/formula/index.ts';
import { FUNCTIONS, ROWS, SYNTAX } from './disagreements.ts';
import { DOCUMENTED_CASES } from './documented.cases.ts';
import { FORMULA_CASES } from './formula.cases.ts';
import type { FormulaCase } from './formula.cases.ts';
import { license, NOW } from './fixture.ts';
import { FIELD_CASES, GLOBAL_CASES, PAIR_CASES } from './operands.cases.ts';
import { secondOpinion } from './second-opinion.ts';

mock.timers.enable({ apis: ['Date'], now: NOW });

const CASES: readonly FormulaCase[] = [
  ...FORMULA_CASES,
  ...DOCUMENTED_CASES,
  ...PAIR_CASES,
  ...FIELD_CASES,
  ...GLOBAL_CASES,
];
const { current } = license();
const used = new Set<string>();

function agrees(row: FormulaCase): boolean {
  const other = secondOpinion(row, current);
  const { expected } = row;
  if (typeof other !== 'number' || typeof expected !== 'number') return other === expected;
  return Math.abs(other - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** The entries that explain why a row disagrees. */
function reasons({ text }: FormulaCase): string[] {
  const found = Object.keys(FUNCTIONS).filter((name) => new RegExp(`\\b${name}\\(`).test(text));
  for (const { pattern, reason } of SYNTAX) if (pattern.test(text)) found.push(reason);
  if (text in ROWS) found.push(text);
  return found;
}

test('formulon agrees with every row, or the list says why not', () => {
  const open: string[] = [];
  let agreed = 0;
  for (const row of CASES) {
    if (agrees(row)) {
      agreed += 1;
      continue;
    }
    const why = reasons(row);
    if (why.length === 0)
      open.push(`${row.text}: ${String(row.expected)}, formulon ${String(secondOpinion(row, current))}`);
    for (const one of why) used.add(one);
  }
  assert.deepEqual(open, []);
  assert.ok(agreed > CASES.length / 2, `${agreed} of ${CASES.length} rows have a second opinion`);
});

test('no entry of the list is idle', () => {
  const entries = [...Object.keys(FUNCTIONS), ...SYNTAX.map(({ reason }) => reason), ...Object.keys(ROWS)];
  assert.deepEqual(
    entries.filter((entry) => !used.has(entry)),
    [],
  );
});

test('every function the list does not name has a row that formulon confirms', () => {
  const confirmed = CASES.filter((row) => agrees(row)).map(({ text }) => text);
  const without = [...FORMULA_FUNCTIONS.keys()].filter(
    (name) => !(name in FUNCTIONS) && !confirmed.some((text) => new RegExp(`\\b${name}\\(`).test(text)),
  );
  assert.deepEqual(without, []);
});
