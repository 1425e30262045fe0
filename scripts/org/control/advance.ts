/** Lets time pass: everything that falls due on the way happens at its own time, in order. */
import type { Org } from '../org.ts';
import { OrgError } from '../types.ts';
import type { OrgClock } from './clock.ts';

/** The part of an org that time moves. */
export type Work = Pick<Org, 'clock' | 'drain' | 'nextDue'>;

export interface Advance {
  /** Epoch milliseconds, org time. */
  readonly from: number;
  readonly to: number;
  /** Jobs and event batches that ran. */
  readonly ran: number;
}

/** More work than this at one moment is a job that starts itself again and again. */
const MOST_AT_ONCE = 10_000;

/** Runs what is due now. Throws `OrgError` when that does not come to an end, or when a job that is due does not run. */
export function drainAll(org: Work, most = MOST_AT_ONCE): number {
  const from = org.clock.now();
  const ran = org.drain(most);
  const due = org.nextDue();
  if (due === null) return ran;
  const now = org.clock.now();
  if (ran >= most && due <= now) {
    const at = new Date(now).toISOString();
    throw new OrgError(
      'LIMIT_EXCEEDED',
      `${ran} jobs and event batches ran at ${at} and more are due: a job starts itself without end`,
    );
  }
  if (due > from) return ran;
  throw new OrgError('UNKNOWN_EXCEPTION', `A job that is due since ${new Date(due).toISOString()} does not run`, {
    status: 500,
  });
}

/**
 * Moves the clock to `target`. A target in the past only sets the clock. Throws `OrgError` where work does not come to an end; the
 * clock then stands at that moment.
 */
export function advanceTo(org: Work, clock: OrgClock, target: number): Advance {
  const from = clock.now();
  let ran = drainAll(org);
  for (let due = org.nextDue(); due !== null && due <= target; due = org.nextDue()) {
    if (due > clock.now()) clock.set(due);
    ran += drainAll(org);
  }
  clock.set(target);
  ran += drainAll(org);
  return { from, to: target, ran };
}
