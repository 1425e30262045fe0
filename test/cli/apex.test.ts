/** The official CLI runs Apex: tests in both ways, with coverage and failures, and anonymous blocks. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CliSession } from './cli-session.ts';
import { writeTested } from './project.ts';

interface TestRun {
  readonly summary: {
    readonly outcome: string;
    readonly passing: number;
    readonly failing: number;
    readonly testsRan: number;
  };
  readonly tests: readonly { readonly MethodName: string; readonly Outcome: string; readonly Message: string | null }[];
  readonly coverage?: {
    readonly coverage: readonly {
      readonly name: string;
      readonly coveredPercent: number;
      readonly lines: Readonly<Record<string, number>>;
    }[];
  };
}

const FAILING = 100;

describe('sf apex', () => {
  let cli: CliSession;
  before(async () => {
    cli = await CliSession.start();
    writeTested(cli, 'force-app', true);
    await cli.ok('project:deploy:start', '--source-dir', 'force-app');
  });
  after(() => cli.stop());

  const passing = ['--tests', 'DiscountTest.fewSeats'];

  it('apex run test --synchronous', async () => {
    const run = await cli.ok<TestRun>('apex:run:test', '--synchronous', ...passing);
    assert.deepEqual([run.summary.outcome, run.summary.testsRan, run.summary.passing], ['Passed', 1, 1]);
  });

  it('apex run test in the background, with coverage', async () => {
    const run = await cli.ok<TestRun>('apex:run:test', '--wait', '1', '--code-coverage', ...passing);
    assert.deepEqual([run.summary.outcome, run.summary.testsRan], ['Passed', 1]);
    const discount = run.coverage?.coverage.find((entry) => entry.name === 'Discount');
    assert.deepEqual(discount?.lines, { '3': 1, '4': 0, '6': 1 });
  });

  for (const way of [['--synchronous'], ['--wait', '1']]) {
    it(`apex run test ${way[0]} with a failing method ends with 100`, async () => {
      const run = await cli.run('apex:run:test', ...way, '--class-names', 'DiscountTest', '--result-format', 'json');
      assert.equal(run.code, FAILING, run.output);
      const { summary, tests } = run.result as TestRun;
      assert.deepEqual([summary.outcome, summary.passing, summary.failing], ['Failed', 1, 1]);
      const failed = tests.find((entry) => entry.Outcome === 'Fail');
      assert.equal(failed?.MethodName, 'manySeats');
      assert.match(failed.Message ?? '', /many seats: Expected: 30, Actual: 20/);
    });
  }

  it('tells coverage per test method', async () => {
    await cli.run('apex:run:test', '--wait', '1', '--code-coverage', '--class-names', 'DiscountTest');
    const { records } = await cli.ok<{ records: { TestMethodName: string; Coverage: { coveredLines: number[] } }[] }>(
      'data:query',
      '--use-tooling-api',
      ...[
        '--query',
        "SELECT TestMethodName, Coverage FROM ApexCodeCoverage WHERE ApexClassOrTrigger.Name = 'Discount'",
      ],
    );
    const lines = Object.fromEntries(records.map((row) => [row.TestMethodName, row.Coverage.coveredLines]));
    assert.deepEqual(lines, { fewSeats: [3, 6], manySeats: [3, 4] });
  });

  it('refuses tests of a class that is not there', async () => {
    const refused = await cli.run('apex:run:test', '--synchronous', '--tests', 'NothingTest');
    assert.equal(refused.code, 1, refused.output);
    assert.match(refused.output, /NothingTest/);
  });

  it('apex run shows the log, and where a block does not compile or throws', async () => {
    cli.write(
      'good.apex',
      "insert new Account(Name = 'From Apex');\nSystem.debug('counted ' + [SELECT COUNT() FROM Account]);\n",
    );
    const good = await cli.ok<{ success: boolean; logs: string }>('apex:run', '--file', 'good.apex');
    assert.equal(good.success, true);
    assert.match(good.logs, /counted 1/);
    cli.write('bad.apex', 'Integer seats = 1;\nseats = missing;\n');
    const bad = await cli.run('apex:run', '--file', 'bad.apex');
    assert.equal(bad.code, 1, bad.output);
    assert.match(bad.output, /Line 2 column 9[\s\S]*missing/);
    cli.write(
      'throws.apex',
      "insert new Account(Name = 'Undone');\nthrow new IllegalArgumentException('on purpose');\n",
    );
    const thrown = await cli.run('apex:run', '--file', 'throws.apex');
    assert.equal(thrown.code, 1, thrown.output);
    assert.match(thrown.output, /on purpose/);
    const { totalSize } = await cli.ok<{ totalSize: number }>(
      'data:query',
      ...['--query', "SELECT Id FROM Account WHERE Name = 'Undone'"],
    );
    assert.equal(totalSize, 0);
  });

  it('ends the real process with 100 when a test fails', async () => {
    const { code, output } = await cli.sf('apex', 'run', 'test', '--synchronous', '--class-names', 'DiscountTest');
    assert.equal(code, FAILING, output);
    assert.match(output, /manySeats/);
  });
});
