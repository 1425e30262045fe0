import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildLwc, pathsText } from '../../scripts/salesforce/build-lwc.ts';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
const SOURCE = `import { LightningElement, api } from 'lwc';
interface Shown { text: string }
export default class Card extends LightningElement {
  @api recordId?: string;
  private shown: Shown = { text: 'a' };
}
`;
let root = '';
const folder = (): string => path.join(root, 'app', 'main', 'sales', 'lwc', 'card');

before(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'lma-lwc-'));
  mkdirSync(path.join(folder(), '__tests__'), { recursive: true });
  writeFileSync(path.join(root, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
  writeFileSync(path.join(root, 'tsconfig.paths.json'), '{}');
  writeFileSync(path.join(folder(), 'card.ts'), SOURCE);
  writeFileSync(path.join(folder(), '__tests__', 'card.test.ts'), 'export {};');
});
after(() => rmSync(root, { recursive: true, force: true }));

test('compiles beside the source, keeps decorators, drops types, and leaves tests alone', async () => {
  assert.deepEqual(await buildLwc(root), { written: 1, modules: 1 });
  const compiled = readFileSync(path.join(folder(), 'card.js'), 'utf8');
  assert.match(compiled, /@api\s+recordId;/);
  assert.match(compiled, /shown = \{ text: 'a' \};/);
  assert.doesNotMatch(compiled, /interface|private|sourceMappingURL/);
  assert.throws(() => statSync(path.join(folder(), '__tests__', 'card.test.js')));
  assert.equal(readFileSync(path.join(root, 'tsconfig.paths.json'), 'utf8'), pathsText(root));
  assert.match(pathsText(root), /"c\/card": \["\.\/app\/main\/sales\/lwc\/card\/card\.ts"\]/);
});

test('compiles again only what is newer than its result', async () => {
  assert.equal((await buildLwc(root)).written, 0);
  const later = new Date(Date.now() + 5000);
  utimesSync(path.join(folder(), 'card.ts'), later, later);
  assert.equal((await buildLwc(root)).written, 1);
});

test('names file and line of a source that does not parse', async () => {
  writeFileSync(path.join(folder(), 'card.ts'), 'export default class {\n  @@api x;\n}\n');
  const later = new Date(Date.now() + 10_000);
  utimesSync(path.join(folder(), 'card.ts'), later, later);
  await assert.rejects(buildLwc(root), /card\.ts:2:\d+ /);
});

test("this project's tsconfig.paths.json is up to date", () => {
  assert.equal(readFileSync(path.join(PROJECT, 'tsconfig.paths.json'), 'utf8'), pathsText(PROJECT));
});
