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
  assert.deepEqual(run.tests.map((test) => [test.method, test.outcome]).sort(), [
    ['bad', 'Fail'],
    ['good', 'Pass'],
  ]);
  assert.match(run.tests.find((test) => test.outcome === 'Fail')?.stack ?? '', /SumTest\.bad: line 9/);
  assert.equal(percentCovered(run.coverage), 100);
});

test('a test that never looks at the clock is stopped, and the others still run', async () => {
  const regex =
    "@IsTest\nprivate class SlowTest {\n  @IsTest\n  static void slow() {\n    Pattern.matches('(a|aa)+$', 'a'.repeat(60) + 'b');\n  }\n  @IsTest\n  static void zips() {\n    Assert.isTrue(true);\n  }\n}\n";
  const run = await withProject({ SlowTest: regex }, (root) => runApexTests(root, { methodLimitMs: 200 }));
  assert.deepEqual(run.tests.map((test) => [test.method, test.outcome]).sort(), [
    ['slow', 'Fail'],
    ['zips', 'Pass'],
  ]);
});

test('a test ends at its wall limit although nothing of it counts as CPU time', async () => {
  const waits =
    '@IsTest\nprivate class WaitTest {\n  @IsTest\n  static void waits() {\n    while (true) {\n      Test.startTest();\n    }\n  }\n  @IsTest\n  static void loops() {\n    for (Integer i = 0; i >= 0; i = 1) {}\n  }\n}\n';
  const run = await withProject({ WaitTest: waits }, (root) =>
    runApexTests(root, { methodLimitMs: 300, methods: ['WaitTest.loops'] }),
  );
  assert.match(run.tests[0]?.message ?? '', /time limit of the local org for one test is exceeded: 300 ms/);
});

test('a folder that is no project is refused by name', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lma-apex-'));
  try {
    await assert.rejects(runApexTests(root), /sfdx-project\.json/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
