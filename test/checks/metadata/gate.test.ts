import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Finding } from '../../../scripts/checks/finding.ts';
import { checkMetadata } from '../../../scripts/checks/metadata/index.ts';
import { BASE } from './base-project.ts';
import { FILE_ERRORS, LEGAL } from './files.cases.ts';
import { ACCESS_ERRORS, MODEL_ERRORS, NAME_ERRORS, PAGE_ERRORS, SHAPE_ERRORS } from './seeded.cases.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'lma-metadata-test-'));

function write(file: string, text: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

before(() => {
  for (const [file, text] of Object.entries(BASE)) write(file, text);
});

after(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Findings in the base project with these files instead of its own; `null` leaves one out. */
async function check(changes: Readonly<Record<string, string | null>>): Promise<readonly Finding[]> {
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) rmSync(path.join(root, file));
    else write(file, text);
  }
  try {
    return (await checkMetadata(root)).findings;
  } finally {
    for (const file of Object.keys(changes)) {
      const own = BASE[file];
      if (own === undefined) rmSync(path.join(root, file), { force: true });
      else write(file, own);
    }
  }
}

function show(findings: readonly Finding[]): string {
  return findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n');
}

test('the base project has no finding', async () => {
  assert.equal(show(await check({})), '');
});

for (const row of [...SHAPE_ERRORS, ...NAME_ERRORS, ...MODEL_ERRORS, ...ACCESS_ERRORS, ...PAGE_ERRORS]) {
  test(`finds ${row.name}`, async () => {
    const whole = BASE[row.file] ?? '';
    const [from, to] = row.replace;
    assert.ok(whole.includes(from), `${row.file} does not hold ${from}`);
    const line = row.at?.line ?? whole.slice(0, whole.indexOf(from)).split('\n').length;
    const found = await check({ [row.file]: whole.replace(from, () => to) });
    const wanted = found.filter((one) => row.message.test(one.message));
    const place = `${row.at?.file ?? row.file}:${line}`;
    assert.deepEqual(wanted.map((one) => `${one.file}:${one.line}`).slice(0, 1), [place], show(found));
  });
}

for (const row of FILE_ERRORS) {
  test(`finds ${row.name}`, async () => {
    const found = await check(row.changes);
    const wanted = found.filter((one) => row.message.test(one.message));
    assert.deepEqual(wanted.map((one) => `${one.file}:${one.line}`).slice(0, 1), [row.place], show(found));
  });
}

for (const row of LEGAL) {
  test(`takes ${row.name}`, async () => {
    assert.equal(show(await check(row.changes)), '');
  });
}
