/** Deploys a project to a fresh local org in this thread and runs its Apex tests. */
import path from 'node:path';
import { openLocalOrg } from '../org/index.ts';
import type { CoverageResult, TestPlace, TestRequest, TestResult } from '../org/apex/transaction/contract.ts';
import { readPackage } from '../org/rest/metadata/read-package.ts';
import type { ComponentProblem } from '../org/types.ts';
import { buildLwc } from './build-lwc.ts';
import { packageDirectories } from './project.ts';
import { readSources } from './sources.ts';
import type { SourcePaths } from './sources.ts';

/** What became of one test method. */
export interface ApexTestResult {
  readonly class: string;
  readonly method: string;
  /** `NotSupported`: it needs what the local org does not have. `CompileFail`: it needs code of the project that does not compile. */
  readonly outcome: TestResult['outcome'];
  /** Why it did not pass; where code was left out, with the file and line of that code. */
  readonly message: string | null;
  readonly stack: string | null;
  readonly ms: number;
}

export interface ApexTestRun {
  /** What is wrong in the project; its tests still run as far as they do not need it. */
  readonly problems: readonly ComponentProblem[];
  /** What was left out because the local org does not have it. */
  readonly notSupported: readonly ComponentProblem[];
  readonly tests: readonly ApexTestResult[];
  readonly coverage: readonly CoverageResult[];
  readonly deployMs: number;
  readonly ms: number;
}

export interface ApexTestOptions extends Omit<TestRequest, 'progress' | 'starting'> {
  /** Deploys the project's code under this namespace. */
  readonly namespace?: string;
}

/** Told while the run goes on. */
export interface Watch {
  starting(place: TestPlace): void;
  finished(result: ApexTestResult): void;
}

/**
 * Deploys leniently: what the local org does not have is left out and told by name, place by place, and the tests that need it end as
 * `NotSupported`.
 *
 * @param root folder of an SFDX project
 * @param options which tests, and how
 * @throws Error when `root` is no project, OrgError when a named class does not exist
 */
export async function runTestsOf(root: string, options: ApexTestOptions, watch: Watch): Promise<ApexTestRun> {
  const { namespace, ...request } = options;
  const directories = packageDirectories(root);
  await buildLwc(root);
  const sources = await readSources(root, directories);
  const sent = readPackage(sources.zip);
  const local = openLocalOrg(namespace === undefined ? {} : { namespace });
  try {
    const start = performance.now();
    const deployed = local.org.deployMetadata(sent.components, { lenient: true });
    const deployMs = Math.round(performance.now() - start);
    const unread = sent.problems
      .filter((one) => one.path !== 'package.xml')
      .map((one) => ({ ...one, unsupported: true }) as const);
    const all = [...sources.problems, ...unread, ...deployed.problems].map((one) => placed(one, sources.paths));
    const problems = all.filter((one) => one.unsupported !== true);
    const notSupported = all.filter((one) => one.unsupported === true);
    if (!deployed.success) return { problems, notSupported, tests: [], coverage: [], deployMs, ms: 0 };
    const { results, coverage, ms } = local.org.runTests({
      ...request,
      starting: (place) => watch.starting(place),
      progress: (result) => watch.finished(told(result, sources.paths)),
    });
    const tests = results.map((one) => told(one, sources.paths));
    return { problems, notSupported, tests, coverage, deployMs, ms: Math.round(ms) };
  } finally {
    local.close();
  }
}

/** A problem with the path of its file in the project. */
function placed(problem: ComponentProblem, paths: SourcePaths): ComponentProblem {
  const own = paths.get(`${problem.type}/${problem.fullName}`) ?? paths.get(path.posix.normalize(problem.path));
  return own === undefined ? problem : { ...problem, path: own };
}

function told(result: TestResult, paths: SourcePaths): ApexTestResult {
  const { className, methodName, outcome, stackTrace, problem, ms } = result;
  const type = problem?.kind === 'trigger' ? 'ApexTrigger' : 'ApexClass';
  const file = problem && (paths.get(`${type}/${problem.name}`) ?? problem.name);
  const place = problem === undefined ? '' : ` (${file ?? ''}:${problem.line}:${problem.column})`;
  return {
    class: className,
    method: methodName,
    outcome,
    message: result.message === null ? null : `${result.message}${place}`,
    stack: stackTrace,
    ms: Math.round(ms * 10) / 10,
  };
}
