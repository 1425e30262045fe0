/** Lets time pass: everything that falls due on the way happens at its own time, in order. */
import type { Org } from '../org.ts';
import type { OrgClock } from './clock.ts';

export interface Advance {
  /** Epoch milliseconds, org time. */
  readonly from: number;
  readonly to: number;
  /** Jobs and event batches that ran. */
  readonly ran: number;
}

/** Moves the clock to `target`. A target in the past only sets the clock. */
export function advanceTo(org: Org, clock: OrgClock, target: number): Advance {
  const from = clock.now();
  let ran = org.drain();
  for (let due = org.nextDue(); due !== null && due <= target; due = org.nextDue()) {
    if (due > clock.now()) clock.set(due);
    const before = ran;
    ran += org.drain();
    // A job that is due but does not run would keep the loop here for ever.
    if (ran === before) break;
  }
  clock.set(target);
  ran += org.drain();
  return { from, to: target, ran };
}
