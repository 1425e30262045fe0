/** Runs a project's Apex tests on a fresh local org in a thread of its own, and ends what does not end by itself. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CoverageResult, TestPlace } from '../org/apex/transaction/contract.ts';
import { OrgError } from '../org/types.ts';
import type { ApexTestOptions, ApexTestResult, ApexTestRun } from './apex-test-run.ts';

export type { ApexTestOptions, ApexTestResult, ApexTestRun } from './apex-test-run.ts';

/** What the thread sends. */
export type TestMessage =
  | { readonly kind: 'starting'; readonly place: TestPlace }
  | { readonly kind: 'finished'; readonly result: ApexTestResult }
  | { readonly kind: 'done'; readonly run: ApexTestRun }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };

const METHOD_LIMIT_MS = 60_000;
/** Apex ends itself at the limit; what is still busy so much later never looks at the clock. */
const GRACE_MS = 5_000;
const MOST_RESTARTS = 25;

/**
 * Deploys leniently: what the local org does not have is left out and told by name, place by place, and the tests that need it end as
 * `NotSupported`. A test that does not come to an end, or takes all memory, fails; the others still run.
 *
 * @param root folder of an SFDX project
 * @param options which tests, and how
 * @throws Error when `root` is no project, OrgError when a named class does not exist
 */
export async function runApexTests(root: string, options: ApexTestOptions = {}): Promise<ApexTestRun> {
  const limit = options.methodLimitMs ?? METHOD_LIMIT_MS;
  const finished: ApexTestResult[] = [];
  for (let restart = 0; ; restart++) {
    const except = [...(options.except ?? []), ...finished.map((one) => `${one.class}.${one.method}`)];
    const end = await runOnce(root, { ...options, methodLimitMs: limit, except }, limit + GRACE_MS);
    finished.push(...end.finished);
    if (end.run !== null) {
      return { ...end.run, tests: finished };
    }
    if (end.stuck === null || restart >= MOST_RESTARTS) throw new Error(end.reason);
    finished.push(...lost(end.stuck, end.reason, limit));
  }
}

interface End {
  readonly run: ApexTestRun | null;
  readonly finished: readonly ApexTestResult[];
  /** Where the thread stood when it was ended, or ended itself. */
  readonly stuck: TestPlace | null;
  readonly reason: string;
}

async function runOnce(root: string, options: ApexTestOptions, patienceMs: number): Promise<End> {
  const worker = new Worker(path.join(import.meta.dirname, 'apex-test-thread.ts'), { workerData: { root, options } });
  const finished: ApexTestResult[] = [];
  let stuck: TestPlace | null = null;
  let watchdog: NodeJS.Timeout | undefined;
  try {
    return await new Promise<End>((resolve, reject) => {
      const giveUp = (reason: string): void => resolve({ run: null, finished, stuck, reason });
      const patience = (): void => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => giveUp(`It did not come to an end within ${patienceMs} ms`), patienceMs);
      };
      worker.on('message', (message: TestMessage) => {
        if (message.kind === 'starting') {
          stuck = message.place;
          patience();
        } else if (message.kind === 'finished') {
          finished.push(message.result);
          clearTimeout(watchdog);
        } else if (message.kind === 'done') resolve({ run: message.run, finished, stuck: null, reason: '' });
        else reject(message.code === null ? new Error(message.message) : new OrgError(message.code, message.message));
      });
      worker.on('error', (error) => giveUp(error.message));
      worker.on('exit', (code) => giveUp(`The thread of the local org ended with code ${code}`));
    });
  } finally {
    clearTimeout(watchdog);
    await worker.terminate();
  }
}

/** The methods that cannot have a result: the one that ran, or all of a class whose setup ran. */
function lost(place: TestPlace, reason: string, ms: number): ApexTestResult[] {
  const names = place.methodName === null ? place.methods : [place.methodName];
  return names.map((method) => {
    return { class: place.className, method, outcome: 'Fail', message: reason, stack: null, ms };
  });
}

/** Covered lines in percent of all lines that count; 100 when there are none. */
export function percentCovered(coverage: readonly CoverageResult[]): number {
  const covered = coverage.reduce((sum, entry) => sum + entry.covered.length, 0);
  const all = covered + coverage.reduce((sum, entry) => sum + entry.uncovered.length, 0);
  return all === 0 ? 100 : (covered * 100) / all;
}
