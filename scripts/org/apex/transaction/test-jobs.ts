/** `Test.stopTest()`: runs the jobs queued since `startTest`, whatever their delay, with one level of chaining. */
import { jobsAfter, lastSeq, nextJob, findJob } from './job-queue.ts';
import { runJob } from './run-job.ts';
import type { Transaction } from './transaction.ts';

/** Jobs queued by the test, then those that these queued. Scheduled classes run once. */
export function runTestJobs(transaction: Transaction, since: number): void {
  const { org } = transaction;
  let from = since;
  for (let level = 0; level < 2; level++) {
    const jobs = jobsAfter(org, from);
    from = lastSeq(org);
    for (const job of jobs) {
      try {
        runToEnd(transaction, job.id);
      } finally {
        runFinalizers(transaction);
      }
    }
  }
}

/** A batch takes several steps; everything else one. */
function runToEnd(transaction: Transaction, id: string): void {
  let job = findJob(transaction.org, id);
  while (job !== null) {
    const isBatch = job.kind.startsWith('batch');
    runJob(transaction.org, job, transaction);
    job = isBatch ? findJob(transaction.org, id) : null;
  }
}

function runFinalizers(transaction: Transaction): void {
  for (;;) {
    const job = nextJob(transaction.org, transaction.clock.now());
    if (job === null || job.kind !== 'finalizer') return;
    runJob(transaction.org, job, transaction);
  }
}
