import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { checkAll } from '../../../scripts/checks/apex/compiler.ts';
import { SEEDED_ERRORS } from './compiler.cases.ts';
import { LEGAL_CODE } from './legal.cases.ts';
import { writeProject } from './projects.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-compiler-test-'));
const answers = path.join(folder, 'answers');

after(() => rmSync(folder, { recursive: true, force: true }));

test('the compiler finds each seeded error at its line, and none in legal code', async (suite) => {
  const seeded = SEEDED_ERRORS.map((row, index) =>
    writeProject(path.join(folder, `error${index}`), row.files, row.namespace),
  );
  const legal = LEGAL_CODE.map((row, index) =>
    writeProject(path.join(folder, `legal${index}`), row.files, row.namespace),
  );
  const findings = await checkAll([...seeded, ...legal], answers);
  for (const [index, expected] of SEEDED_ERRORS.entries()) {
    await suite.test(`error: ${expected.name}`, () => {
      const found = findings[index] ?? [];
      const places = found.map((finding) => `${finding.file}:${finding.line} ${finding.message}`);
      const at = `force-app/${expected.file}:${expected.line} `;
      assert.ok(
        places.some((place) => place.startsWith(at) && expected.message.test(place.slice(at.length))),
        `${at}${expected.message} is not among\n${places.join('\n')}`,
      );
    });
  }
  for (const [index, expected] of LEGAL_CODE.entries()) {
    await suite.test(`legal: ${expected.name}`, () => {
      const found = findings[SEEDED_ERRORS.length + index] ?? [];
      assert.deepEqual(
        found.map((finding) => `${finding.file}:${finding.line}:${finding.column} ${finding.message}`),
        [],
      );
    });
  }
});

test('an answer is kept as long as the files are the same', async () => {
  const text = 'public class Sample {\n  Nope one;\n}';
  const root = writeProject(path.join(folder, 'kept'), { 'classes/Sample.cls': text });
  const [first] = await checkAll([root], answers);
  const start = performance.now();
  const [again] = await checkAll([root], answers);
  assert.deepEqual(again, first);
  assert.ok(performance.now() - start < 2000, 'No Java start');
  const source = path.join(root, 'force-app', 'classes', 'Sample.cls');
  const size = statSync(source).size;
  writeFileSync(source, text.replace('Nope', 'Date'));
  assert.equal(statSync(source).size, size);
  assert.deepEqual(await checkAll([root], answers), [[]]);
});
