/** The org's worker: one due piece of work at a time, events before jobs. */
import type { OrgState } from './contract.ts';
import { deliverNext, nextEventDue } from './event-delivery.ts';
import { nextJob, nextJobDue } from './job-queue.ts';
import { runJob } from './run-job.ts';

/** Runs what is due first at `now` (epoch ms, org time); false when nothing is. Never throws for a failing job. */
export function runDue(org: OrgState, now: number): boolean {
  if (deliverNext(org, now)) return true;
  const job = nextJob(org, now);
  if (job === null) return false;
  runJob(org, job);
  return true;
}

/** When the next work is due, or `null`. */
export function nextDue(org: OrgState): number | null {
  const due = [nextEventDue(org), nextJobDue(org)].filter((one) => one !== null);
  return due.length === 0 ? null : Math.min(...due);
}
