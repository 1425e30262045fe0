/** Time passes: what falls due runs at its own time, and work without end is told by name. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { advanceTo, drainAll } from '../../../scripts/org/control/advance.ts';
import type { Work } from '../../../scripts/org/control/advance.ts';
import { OrgClock } from '../../../scripts/org/control/clock.ts';
import { openStore } from '../../../scripts/org/store/index.ts';
import type { Store } from '../../../scripts/org/store/contract.ts';

const HOUR = 3_600_000;

describe('advance', () => {
  let store: Store;
  let clock: OrgClock;
  beforeEach(() => {
    store = openStore(':memory:');
    clock = new OrgClock(store);
  });
  afterEach(() => store.close());

  /** Jobs by the time they are due; `run` may add more. */
  function workOf(due: number[], run: (at: number) => void): Work {
    const next = (): number | null => (due.length === 0 ? null : Math.min(...due));
    const drain = (limit = Infinity): number => {
      let count = 0;
      for (let at = next(); count < limit && at !== null && at <= clock.now(); at = next()) {
        due.splice(due.indexOf(at), 1);
        run(at);
        count++;
      }
      return count;
    };
    return { clock, drain, nextDue: next };
  }

  it('runs each job at its own time, in order, also those that jobs add', () => {
    const start = clock.now();
    const due = [start + 2 * HOUR, start + HOUR];
    const ran: number[] = [];
    const work = workOf(due, (at) => {
      ran.push(Math.round((clock.now() - start) / HOUR));
      if (at === start + HOUR) due.push(start + 3 * HOUR);
    });
    assert.equal(advanceTo(work, clock, start + 4 * HOUR).ran, 3);
    assert.deepEqual(ran, [1, 2, 3]);
    assert.equal(Math.round((clock.now() - start) / HOUR), 4);
  });

  it('says that a job starts itself without end', () => {
    const due = [0];
    const work = workOf(due, () => due.push(0));
    assert.throws(() => drainAll(work, 5), /^OrgError: 5 jobs and event batches ran at .* without end/);
  });

  it('says that a job is due and does not run', () => {
    const work: Work = { clock, drain: () => 0, nextDue: () => Date.UTC(2026, 0, 1) };
    assert.throws(() => advanceTo(work, clock, clock.now() + HOUR), /due since 2026-01-01T00:00:00.000Z does not run/);
  });
});
