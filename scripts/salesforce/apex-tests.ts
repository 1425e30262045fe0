/** Runs a project's Apex tests on a fresh local org in this process. */
import { openLocalOrg } from '../org/index.ts';
import type { CoverageResult, TestRequest, TestResult } from '../org/apex/transaction/contract.ts';
import { readPackage } from '../org/rest/metadata/read-package.ts';
import type { ComponentProblem } from '../org/types.ts';
import { buildLwc } from './build-lwc.ts';
import { packageDirectories, zipOf } from './project.ts';

export interface ApexTestRun {
  /** Why nothing could run; empty when the project deployed. */
  readonly problems: readonly ComponentProblem[];
  readonly results: readonly TestResult[];
  readonly coverage: readonly CoverageResult[];
  readonly deployMs: number;
  readonly ms: number;
}

export interface ApexTestOptions extends TestRequest {
  /** Deploys the project's code under this namespace. */
  readonly namespace?: string;
}

/**
 * @param root folder of an SFDX project
 * @param options which tests, and how
 * @throws Error when `root` is no project
 */
export async function runApexTests(root: string, options: ApexTestOptions = {}): Promise<ApexTestRun> {
  const { namespace, ...request } = options;
  await buildLwc(root);
  const sent = readPackage(await zipOf(packageDirectories(root)));
  const local = openLocalOrg(namespace === undefined ? {} : { namespace });
  try {
    const start = performance.now();
    const problems = sent.problems.length > 0 ? sent.problems : local.org.deployMetadata(sent.components).problems;
    const deployMs = Math.round(performance.now() - start);
    if (problems.length > 0) return { problems, results: [], coverage: [], deployMs, ms: 0 };
    const { results, coverage, ms } = local.org.runTests(request);
    return { problems: [], results, coverage, deployMs, ms: Math.round(ms) };
  } finally {
    local.close();
  }
}

/** Covered lines in percent of all lines that count; 100 when there are none. */
export function percentCovered(coverage: readonly CoverageResult[]): number {
  const covered = coverage.reduce((sum, entry) => sum + entry.covered.length, 0);
  const all = covered + coverage.reduce((sum, entry) => sum + entry.uncovered.length, 0);
  return all === 0 ? 100 : (covered * 100) / all;
}
