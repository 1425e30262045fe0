/** Companion permission sets: one for each of the app's sets, and nothing in them that the package could carry itself. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { companionDirectories } from '../../scripts/salesforce/project.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const SUFFIX = '.permissionset-meta.xml';
const [companions = ''] = companionDirectories(ROOT);

function setNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
}

test('every permission set of the app has its companion', () => {
  const sets = setNames(path.join(ROOT, 'force-app', 'main', 'app', 'permissionsets'));
  assert.ok(sets.length > 0);
  assert.deepEqual(setNames(companions).sort(), sets.map((name) => `${name}_Companion`).sort());
});

test('companions name standard objects alone', () => {
  for (const name of setNames(companions)) {
    const text = readFileSync(path.join(companions, name + SUFFIX), 'utf8');
    assert.doesNotMatch(text, /__c|__e/, name);
  }
});

test('a project without companions has no folder of them', () => {
  assert.deepEqual(companionDirectories(path.join(ROOT, 'scripts')), []);
});
