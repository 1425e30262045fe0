/** Cron expressions: when they fire, and what they refuse. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { nextFire, parseCron } from '../../../../scripts/org/apex/transaction/cron.ts';

const CASES: readonly {
  readonly cron: string;
  readonly after: string;
  readonly zone?: string;
  readonly expected: string | null;
}[] = [
  { cron: '0 0 0 * * ?', after: '2026-01-15T12:00:00Z', expected: '2026-01-16T00:00:00Z' },
  { cron: '0 0 2 * * ?', after: '2026-01-15T02:00:00Z', expected: '2026-01-16T02:00:00Z' },
  { cron: '0 30 * * * ?', after: '2026-01-15T12:00:00Z', expected: '2026-01-15T12:30:00Z' },
  { cron: '0 0/15 * * * ?', after: '2026-01-15T12:01:00Z', expected: '2026-01-15T12:15:00Z' },
  { cron: '0 0 9 ? * MON-FRI', after: '2026-01-16T10:00:00Z', expected: '2026-01-19T09:00:00Z' },
  { cron: '0 0 0 L * ?', after: '2026-02-01T00:00:00Z', expected: '2026-02-28T00:00:00Z' },
  { cron: '0 0 0 ? * 6#2', after: '2026-01-01T00:00:00Z', expected: '2026-01-09T00:00:00Z' },
  { cron: '0 0 0 ? * FRIL', after: '2026-01-01T00:00:00Z', expected: '2026-01-30T00:00:00Z' },
  { cron: '0 0 0 15W 8 ?', after: '2026-01-01T00:00:00Z', expected: '2026-08-14T00:00:00Z' },
  { cron: '0 0 5 1 1 ? 2030', after: '2026-01-01T00:00:00Z', expected: '2030-01-01T05:00:00Z' },
  { cron: '0 0 5 1 1 ? 2020', after: '2026-01-01T00:00:00Z', expected: null },
  { cron: '0 0 8 * * ?', after: '2026-01-15T12:00:00Z', zone: 'America/New_York', expected: '2026-01-15T13:00:00Z' },
  { cron: '0 0 8 * * ?', after: '2026-07-15T12:30:00Z', zone: 'America/New_York', expected: '2026-07-16T12:00:00Z' },
];

describe('nextFire', () => {
  for (const { cron, after, zone = 'GMT', expected } of CASES) {
    it(`${cron} after ${after} in ${zone}`, () => {
      const next = nextFire(parseCron(cron), Date.parse(after), zone);
      assert.equal(next === null ? null : new Date(next).toISOString().replace('.000', ''), expected);
    });
  }
});

describe('parseCron', () => {
  for (const cron of ['0 0 0 * *', '0 0 25 * * ?', 'a b c * * ?', '0 0 0 1 * MON', '61 0 0 * * ?']) {
    it(`refuses ${cron}`, () => {
      assert.throws(() => parseCron(cron));
    });
  }
});
