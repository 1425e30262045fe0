/** `lma test apex`: a project's Apex tests on a fresh local org. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, Flags } from '@oclif/core';
import type { ComponentProblem } from '../../org/types.ts';
import { percentCovered, runApexTests } from '../../salesforce/apex-tests.ts';
import type { ApexTestResult, ApexTestRun } from '../../salesforce/apex-tests.ts';
import { junitReport } from '../../salesforce/junit.ts';

/** Exit code of the Salesforce CLI for failed Apex tests. */
const FAILED_TESTS = 100;

interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly notSupported: number;
  readonly ms: number;
}

interface Answer {
  readonly status: number;
  readonly result: {
    readonly summary: Summary;
    readonly tests: readonly ApexTestResult[];
    /** What is wrong in the project. */
    readonly problems: readonly ComponentProblem[];
    /** What was left out because the local org does not have it. */
    readonly notSupported: readonly ComponentProblem[];
    readonly percentCovered?: number;
  };
  readonly warnings: readonly string[];
}

export default class TestApex extends Command {
  static override summary = "Run a Salesforce project's Apex tests on a fresh local org.";
  static override description =
    'Deploys the package directories, runs the tests, prints the failures and a summary. What the local org does not have is left out, by name and line; a test that needs it ends as not supported. Exit code 1 when the project does not deploy or has no tests to run, 100 when a test does not pass.';
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
    junit: Flags.string({ summary: 'File to write a report in JUnit XML to.' }),
  };

  async run(): Promise<Answer> {
    const { flags } = await this.parse(TestApex);
    const run = await runApexTests(path.resolve(flags.project), {
      coverage: flags.coverage,
      ...(flags.class === undefined ? {} : { classes: flags.class }),
      ...(flags.method === undefined ? {} : { methods: flags.method }),
      ...(flags.namespace === undefined ? {} : { namespace: flags.namespace }),
    });
    const { tests, problems, notSupported } = run;
    const summary = summaryOf(run);
    if (flags.junit !== undefined) writeFileSync(path.resolve(flags.junit), junitReport(tests));
    this.#print(run, summary, flags.coverage);
    const warnings = tests.length === 0 ? ['No Apex test ran.'] : [];
    for (const warning of warnings) this.warn(warning);
    const status = statusOf(run, summary);
    if (status !== 0) process.exitCode = status;
    const percent = flags.coverage ? { percentCovered: percentCovered(run.coverage) } : {};
    return { status, result: { summary, tests, problems, notSupported, ...percent }, warnings };
  }

  #print(run: ApexTestRun, summary: Summary, withCoverage: boolean): void {
    for (const problem of run.notSupported) this.log(`not supported: ${placeOf(problem)} ${problem.message}`);
    for (const problem of run.problems) this.log(`${placeOf(problem)} ${problem.message}`);
    for (const test of run.tests) {
      if (test.outcome === 'Pass') continue;
      const word = test.outcome === 'NotSupported' ? 'not supported: ' : '';
      this.log(`${word}${test.class}.${test.method}: ${test.message ?? test.outcome}`);
      if (test.outcome === 'Fail' && test.stack) this.log(test.stack);
    }
    if (withCoverage) this.#printCoverage(run.coverage);
    this.log(
      `${summary.passed} passed, ${summary.failed} failed, ${summary.notSupported} not supported (deployed in ${run.deployMs} ms, tests ran ${run.ms} ms)`,
    );
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

function placeOf(problem: ComponentProblem): string {
  return `${problem.path}:${problem.line ?? 1}:${problem.column ?? 1}`;
}

function summaryOf({ tests, ms }: ApexTestRun): Summary {
  const passed = tests.filter((test) => test.outcome === 'Pass').length;
  const notSupported = tests.filter((test) => test.outcome === 'NotSupported').length;
  return { passed, failed: tests.length - passed - notSupported, notSupported, ms };
}

function statusOf({ tests, problems }: ApexTestRun, summary: Summary): number {
  if (problems.length > 0 || tests.length === 0) return 1;
  return summary.passed === tests.length ? 0 : FAILED_TESTS;
}
