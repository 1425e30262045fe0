import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { percentCovered, runApexTests } from '../../scripts/salesforce/apex-tests.ts';

const META =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';
const SUM =
  'public with sharing class Sum {\n  public static Integer of(Integer a, Integer b) {\n    return a + b;\n  }\n}\n';

async function withProject<T>(classes: Record<string, string>, body: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lma-apex-'));
  try {
    const folder = path.join(root, 'force-app', 'classes');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(root, 'sfdx-project.json'),
      JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }] }),
    );
    for (const [name, text] of Object.entries(classes)) {
      writeFileSync(path.join(folder, `${name}.cls`), text);
      writeFileSync(path.join(folder, `${name}.cls-meta.xml`), META);
    }
    return await body(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('passing and failing tests are told apart, with coverage', async () => {
  const tests =
    "@IsTest\nprivate class SumTest {\n  @IsTest\n  static void good() {\n    Assert.areEqual(3, Sum.of(1, 2));\n  }\n  @IsTest\n  static void bad() {\n    Assert.areEqual(4, Sum.of(1, 2), 'sum');\n  }\n}\n";
  const run = await withProject({ Sum: SUM, SumTest: tests }, (root) => runApexTests(root, { coverage: true }));
  assert.deepEqual(run.results.map((result) => [result.methodName, result.outcome]).sort(), [
    ['bad', 'Fail'],
    ['good', 'Pass'],
  ]);
  assert.match(run.results.find((result) => result.outcome === 'Fail')?.stackTrace ?? '', /SumTest\.bad: line 9/);
  assert.equal(percentCovered(run.coverage), 100);
});

test('a project that does not compile runs nothing and says where', async () => {
  const run = await withProject({ Sum: SUM.replace('a + b', 'a + c') }, (root) => runApexTests(root));
  assert.deepEqual(run.results, []);
  assert.deepEqual([run.problems.length, run.problems[0]?.line, run.problems[0]?.path], [1, 3, 'classes/Sum.cls']);
});

test('a folder that is no project is refused by name', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lma-apex-'));
  try {
    await assert.rejects(runApexTests(root), /sfdx-project\.json/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
