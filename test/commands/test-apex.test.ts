/** `lma test apex` on projects that others wrote: what is missing is told by name and line, and takes nothing else down. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { Config } from '@oclif/core';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const META = (type: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></${type}>`;

interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

interface Answer {
  readonly status: number;
  readonly result: {
    readonly summary: Record<string, number>;
    readonly tests: readonly {
      readonly class: string;
      readonly method: string;
      readonly outcome: string;
      readonly message: string | null;
      readonly stack: string | null;
      readonly ms: number;
    }[];
    readonly problems: readonly Problem[];
    readonly notSupported: readonly Problem[];
  };
  readonly warnings: readonly string[];
}

const SUM = 'public class Sum {\n  public static Integer of(Integer a, Integer b) {\n    return a + b;\n  }\n}\n';
const SUM_TEST =
  '@IsTest\nprivate class SumTest {\n  @IsTest\n  static void adds() {\n    Assert.areEqual(3, Sum.of(1, 2));\n  }\n  @IsTest\n  static void fails() {\n    Assert.areEqual(4, Sum.of(1, 2));\n  }\n}\n';

describe('lma test apex', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-strangers-'));
  let config: Config;
  let projects = 0;

  /** A project with these files under its package directory; classes are given by name alone. */
  function project(files: Record<string, string>): string {
    const root = path.join(folder, `p${projects++}`);
    mkdirSync(root);
    writeFileSync(path.join(root, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'src' }] }));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(root, 'src', name.includes('/') ? name : `classes/${name}.cls`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      if (file.endsWith('.cls')) writeFileSync(`${file}-meta.xml`, META('ApexClass'));
      if (file.endsWith('.trigger')) writeFileSync(`${file}-meta.xml`, META('ApexTrigger'));
    }
    return root;
  }

  async function run(root: string, ...args: string[]): Promise<Answer> {
    return (await config.runCommand<Answer>('test:apex', ['--project', root, '--json', ...args])) as Answer;
  }

  const outcomes = (answer: Answer): string[] =>
    answer.result.tests.map((test) => `${test.class}.${test.method} ${test.outcome}`).sort();

  before(async () => (config = await Config.load({ root: ROOT })));
  afterEach(() => (process.exitCode = 0));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('answers with the documented keys, and 100 when a test fails', async () => {
    const answer = await run(project({ Sum: SUM, SumTest: SUM_TEST }));
    assert.equal(answer.status, 100);
    assert.deepEqual(Object.keys(answer.result.summary), ['passed', 'failed', 'notSupported', 'ms']);
    assert.deepEqual([answer.result.summary['passed'], answer.result.summary['failed']], [1, 1]);
    for (const test of answer.result.tests)
      assert.deepEqual(Object.keys(test), ['class', 'method', 'outcome', 'message', 'stack', 'ms']);
    assert.match(answer.result.tests.find((test) => test.outcome === 'Fail')?.stack ?? '', /SumTest\.fails: line 9/);
  });

  it('leaves out what the platform has and the local org does not, by name, file and line', async () => {
    const answer = await run(
      project({
        Sum: SUM,
        SumTest: SUM_TEST.replace('areEqual(4', 'areEqual(3'),
        Feed: 'public class Feed {\n  public ConnectApi.FeedItem last;\n  public static Object read() {\n    return ConnectApi.ChatterFeeds.getFeedElement(null, null);\n  }\n  public static Integer size() {\n    return 2;\n  }\n}\n',
        FeedTest:
          '@IsTest\nprivate class FeedTest {\n  @IsTest\n  static void reads() {\n    try { Feed.read(); } catch (Exception e) { Assert.isNotNull(e); }\n  }\n  @IsTest\n  static void sizes() {\n    Assert.areEqual(2, Feed.size());\n  }\n}\n',
      }),
    );
    assert.equal(answer.status, 100);
    assert.deepEqual(answer.result.problems, []);
    assert.deepEqual(outcomes(answer), [
      'FeedTest.reads NotSupported',
      'FeedTest.sizes Pass',
      'SumTest.adds Pass',
      'SumTest.fails Pass',
    ]);
    const refused = answer.result.tests.find((test) => test.method === 'reads');
    assert.match(
      refused?.message ?? '',
      /ConnectApi.* is not supported by the local org \(src\/classes\/Feed\.cls:4:\d+\)/,
    );
    const places = answer.result.notSupported.map((one) => `${one.path}:${one.line}`);
    assert.deepEqual(places.sort(), ['src/classes/Feed.cls:2', 'src/classes/Feed.cls:4']);
    assert.equal(answer.result.summary['notSupported'], 1);
  });

  it('skips metadata of types that the local org does not know, and deploys the rest', async () => {
    const flow =
      '<?xml version="1.0" encoding="UTF-8"?><Flow xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>60.0</apiVersion><label>Greet</label><processType>AutoLaunchedFlow</processType><status>Active</status></Flow>';
    const answer = await run(
      project({ Sum: SUM, SumTest: SUM_TEST, 'flows/Greet.flow-meta.xml': flow }),
      '--method',
      'SumTest.adds',
    );
    assert.equal(answer.status, 0);
    assert.deepEqual(outcomes(answer), ['SumTest.adds Pass']);
    assert.match(answer.result.notSupported.map((one) => `${one.path} ${one.message}`).join('\n'), /Greet.*flows/);
  });

  it('serves standard objects beyond its own tables as data', async () => {
    const test =
      "@IsTest\nprivate class ProductTest {\n  @IsTest\n  static void lists() {\n    insert new Product2(Name = 'Pen', IsActive = true);\n    Assert.areEqual(1, [SELECT COUNT() FROM Product2 WHERE IsActive = true]);\n  }\n}\n";
    const answer = await run(project({ ProductTest: test }));
    assert.deepEqual(outcomes(answer), ['ProductTest.lists Pass']);
  });

  it('tells an error of the project from what is missing: 1, with its place', async () => {
    const answer = await run(project({ Sum: SUM.replace('a + b', 'a + c'), SumTest: SUM_TEST }));
    assert.equal(answer.status, 1);
    const [problem] = answer.result.problems;
    assert.deepEqual(
      [problem?.path, problem?.line, problem?.message],
      ['src/classes/Sum.cls', 3, 'Variable does not exist: c'],
    );
    assert.deepEqual(outcomes(answer), ['SumTest.adds CompileFail', 'SumTest.fails CompileFail']);
    assert.equal(answer.result.summary['passed'], 0);
  });

  it('a file that does not parse fails the tests that need it, and no other', async () => {
    const answer = await run(
      project({
        Sum: SUM,
        SumTest: SUM_TEST,
        Torn: 'public class Torn {\n  public static void go( {\n  }\n}\n',
        TornTest: '@IsTest\nprivate class TornTest {\n  @IsTest\n  static void goes() {\n    Torn.go();\n  }\n}\n',
      }),
    );
    assert.equal(answer.status, 1);
    assert.deepEqual(outcomes(answer), ['SumTest.adds Pass', 'SumTest.fails Fail', 'TornTest.goes CompileFail']);
    assert.equal(answer.result.problems[0]?.path, 'src/classes/Torn.cls');
    assert.equal(answer.result.problems[0]?.line, 2);
  });

  it('ends an endless loop by the CPU limit, and goes on', async () => {
    const test =
      "@IsTest\nprivate class LoopTest {\n  @IsTest\n  static void loops() {\n    try { while (true) { Integer i = 1; } } catch (Exception e) { Assert.fail('caught'); }\n  }\n  @IsTest\n  static void ends() {\n    Assert.isTrue(true);\n  }\n}\n";
    const answer = await run(project({ LoopTest: test }));
    assert.deepEqual(outcomes(answer), ['LoopTest.ends Pass', 'LoopTest.loops Fail']);
    assert.match(
      answer.result.tests.find((one) => one.method === 'loops')?.message ?? '',
      /LimitException: Apex CPU time limit exceeded/,
    );
  });

  it('runs chosen classes and methods', async () => {
    const root = project({ Sum: SUM, SumTest: SUM_TEST, OtherTest: SUM_TEST.replaceAll('SumTest', 'OtherTest') });
    assert.deepEqual(outcomes(await run(root, '--class', 'OtherTest')), [
      'OtherTest.adds Pass',
      'OtherTest.fails Fail',
    ]);
    assert.deepEqual(outcomes(await run(root, '--method', 'sumtest.ADDS')), ['SumTest.adds Pass']);
  });

  it('deploys under a namespace', async () => {
    const test =
      "@IsTest\nprivate class NameTest {\n  @IsTest\n  static void named() {\n    Assert.areEqual('shop__Item__c', Item__c.SObjectType.getDescribe().getName());\n    Assert.areEqual(3, shop.Sum.of(1, 2));\n  }\n}\n";
    const object =
      '<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">\n<deploymentStatus>Deployed</deploymentStatus>\n<label>Item</label>\n<nameField><label>Name</label><type>Text</type></nameField>\n<pluralLabel>Items</pluralLabel>\n<sharingModel>ReadWrite</sharingModel>\n</CustomObject>\n';
    const root = project({ Sum: SUM, NameTest: test, 'objects/Item__c/Item__c.object-meta.xml': object });
    assert.deepEqual(outcomes(await run(root, '--namespace', 'shop')), ['NameTest.named Pass']);
  });

  it('writes a JUnit report', async () => {
    const file = path.join(folder, 'report.xml');
    const bad = SUM_TEST.replace('Sum.of(1, 2));\n  }\n}', 'Sum.of(1, 2), \'a < b & "c"\');\n  }\n}');
    await run(project({ Sum: SUM, SumTest: bad }), '--junit', file);
    const text = readFileSync(file, 'utf8');
    assert.equal(XMLValidator.validate(text), true);
    const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(text) as {
      testsuites: { tests: string; failures: string; testsuite: { name: string; testcase: { failure?: object }[] } };
    };
    assert.deepEqual([parsed.testsuites.tests, parsed.testsuites.failures], ['2', '1']);
    assert.equal(parsed.testsuites.testsuite.name, 'SumTest');
    assert.equal(parsed.testsuites.testsuite.testcase.filter((one) => one.failure !== undefined).length, 1);
  });

  it('no test to run is no success', async () => {
    const answer = await run(project({ Sum: SUM }));
    assert.deepEqual([answer.status, answer.result.tests.length], [1, 0]);
    assert.deepEqual(answer.warnings, ['No Apex test ran.']);
    const chosen = await run(project({ Sum: SUM, SumTest: SUM_TEST }), '--method', 'SumTest.nothing');
    assert.equal(chosen.status, 1);
  });
});
