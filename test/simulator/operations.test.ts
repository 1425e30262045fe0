import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { planOperations } from '../../scripts/simulator/operations.ts';
import { readScenario } from '../../scripts/simulator/scenario.ts';
import { playYear } from '../../scripts/simulator/year.ts';

const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;
const scenario = readScenario(path.resolve(import.meta.dirname, '..', '..', 'config', 'scenarios', 'first-year.json'));
const events = playYear(scenario, FIRST_DAY);
const operations = planOperations(scenario, events, FIRST_DAY);

test('trials are bought, some are suspended, and some of those reinstated', () => {
  const count = (action: string): number => operations.filter((operation) => operation.change.action === action).length;
  assert.ok(count('activate') > 20);
  assert.ok(count('suspend') > 0);
  assert.ok(count('reinstate') <= count('suspend'));
});

test('nothing is done before the install, after the uninstall, on a sandbox or on a free package', () => {
  for (const operation of operations) {
    const own = events.filter((event) => event.org.id === operation.orgId && event.pkg?.id === operation.packageId);
    const moment = FIRST_DAY + operation.day * DAY_MS;
    assert.ok(Date.parse(own[0]?.occurredAt ?? '') < moment);
    const left = own.find((event) => event.type === 'uninstall');
    if (left !== undefined) assert.ok(moment < Date.parse(left.occurredAt));
    assert.equal(own[0]?.org.isSandbox, false);
    assert.equal(scenario.packages.find((entry) => entry.id === operation.packageId)?.model, 'Paid');
  }
});

test('the same scenario gives the same operations, in order of their day', () => {
  assert.deepEqual(planOperations(scenario, events, FIRST_DAY), operations);
  const days = operations.map((operation) => operation.day);
  assert.deepEqual(
    days,
    [...days].sort((left, right) => left - right),
  );
});
