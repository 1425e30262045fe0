/** `lma test apex`: a project's Apex tests on a fresh local org. */
import path from 'node:path';
import { Command, Flags } from '@oclif/core';
import { percentCovered, runApexTests } from '../../salesforce/apex-tests.ts';

/** Exit code of the Salesforce CLI for failed Apex tests. */
const FAILED_TESTS = 100;

interface Answer {
  readonly status: number;
  readonly result: {
    readonly summary: {
      readonly passed: number;
      readonly failed: number;
      readonly notSupported: number;
      readonly ms: number;
    };
    readonly tests: readonly unknown[];
    readonly problems: readonly unknown[];
    readonly percentCovered?: number;
  };
  readonly warnings: readonly string[];
}

export default class TestApex extends Command {
  static override summary = "Run a Salesforce project's Apex tests on a fresh local org.";
  static override description =
    'Deploys the package directories, runs the tests, prints the failures and a summary. Exit code 1 when the project does not deploy, 100 when tests fail.';
  static override enableJsonFlag = true;
  static override flags = {
    project: Flags.directory({
      summary: 'Folder of the project, with its sfdx-project.json.',
      exists: true,
      default: '.',
    }),
    namespace: Flags.string({ summary: 'Namespace to deploy the code under.' }),
    class: Flags.string({ summary: 'Test class to run; can be given more than once.', multiple: true }),
    method: Flags.string({
      summary: 'Test method to run, as Class.method; can be given more than once.',
      multiple: true,
    }),
    coverage: Flags.boolean({ summary: 'Show covered lines by class.' }),
  };

  async run(): Promise<Answer> {
    const { flags } = await this.parse(TestApex);
    const run = await runApexTests(path.resolve(flags.project), {
      coverage: flags.coverage,
      ...(flags.class === undefined ? {} : { classes: flags.class }),
      ...(flags.method === undefined ? {} : { methods: flags.method }),
      ...(flags.namespace === undefined ? {} : { namespace: flags.namespace }),
    });
    for (const problem of run.problems) {
      this.log(`${problem.path}:${problem.line ?? 1}:${problem.column ?? 1} ${problem.message}`);
    }
    const failures = run.results.filter((result) => result.outcome !== 'Pass');
    for (const failure of failures) {
      this.log(`${failure.className}.${failure.methodName}: ${failure.message ?? failure.outcome}`);
      if (failure.stackTrace !== null) this.log(failure.stackTrace);
    }
    if (flags.coverage) this.#printCoverage(run.coverage);
    const summary = {
      passed: run.results.length - failures.length,
      failed: failures.length,
      notSupported: run.problems.filter((problem) => problem.message.includes('is not supported by the local org'))
        .length,
      ms: run.ms,
    };
    this.log(
      `${summary.passed} passed, ${summary.failed} failed (deployed in ${run.deployMs} ms, tests ran ${run.ms} ms)`,
    );
    const status =
      run.problems.length > 0 || (run.results.length === 0 && flags.class !== undefined)
        ? 1
        : failures.length > 0
          ? FAILED_TESTS
          : 0;
    if (status !== 0) process.exitCode = status;
    const percent = flags.coverage ? { percentCovered: percentCovered(run.coverage) } : {};
    return { status, result: { summary, tests: run.results, problems: run.problems, ...percent }, warnings: [] };
  }

  #printCoverage(coverage: Parameters<typeof percentCovered>[0]): void {
    for (const entry of coverage) {
      const share = percentCovered([entry]).toFixed(0).padStart(4);
      const missed = entry.uncovered.length === 0 ? '' : `  not covered: ${entry.uncovered.join(', ')}`;
      this.log(`${share} %  ${entry.name}${missed}`);
    }
    this.log(`${percentCovered(coverage).toFixed(1)} % of all lines covered`);
  }
}
