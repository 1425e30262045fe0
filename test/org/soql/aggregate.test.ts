import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, ask, sampleStore } from './fixture.ts';

interface AggregateCase {
  readonly text: string;
  readonly expected: unknown;
}

const CASES: readonly AggregateCase[] = [
  { text: 'SELECT COUNT() FROM License__c', expected: 4 },
  { text: "SELECT COUNT() FROM License__c WHERE Status__c = 'Active'", expected: 1 },
  { text: 'SELECT COUNT() FROM License__c LIMIT 3', expected: 3 },
  { text: 'SELECT COUNT() FROM License__c ALL ROWS', expected: 5 },
  {
    text: 'SELECT COUNT(Id), COUNT(Seats__c), COUNT_DISTINCT(Package__c) packages FROM License__c',
    expected: [{ expr0: 4, expr1: 3, packages: 2 }],
  },
  {
    text: 'SELECT SUM(Seats__c), AVG(Seats__c) average, MIN(Seats__c), MAX(Expires__c) FROM License__c',
    expected: [{ expr0: 16, average: 16 / 3, expr1: 1, expr2: '2026-03-18' }],
  },
  { text: "SELECT SUM(Seats__c) s FROM License__c WHERE Name = 'none'", expected: [{ s: null }] },
  {
    text: 'SELECT Package__r.Name, COUNT(Id) n FROM License__c GROUP BY Package__r.Name ORDER BY COUNT(Id) DESC, Package__r.Name',
    expected: [
      { Name: 'Alpha', n: 2 },
      { Name: 'Beta', n: 2 },
    ],
  },
  {
    text: 'SELECT Status__c s, COUNT(Id) FROM License__c GROUP BY Status__c ORDER BY Status__c',
    expected: [
      { s: null, expr0: 1 },
      { s: 'Trial', expr0: 1 },
      { s: 'Active', expr0: 1 },
      { s: 'Suspended', expr0: 1 },
    ],
  },
  {
    text: 'SELECT Sandbox__c FROM License__c GROUP BY Sandbox__c ORDER BY Sandbox__c',
    expected: [{ Sandbox__c: false }, { Sandbox__c: true }],
  },
  {
    text: 'SELECT CALENDAR_YEAR(Expires__c) y, COUNT(Id) n FROM License__c WHERE Expires__c != null GROUP BY CALENDAR_YEAR(Expires__c) ORDER BY CALENDAR_YEAR(Expires__c)',
    expected: [
      { y: 2025, n: 1 },
      { y: 2026, n: 2 },
    ],
  },
  {
    text: 'SELECT DAY_ONLY(Installed__c) d, COUNT(Id) n FROM License__c WHERE Installed__c != null GROUP BY DAY_ONLY(Installed__c) ORDER BY DAY_ONLY(Installed__c)',
    expected: [
      { d: '2026-03-17', n: 2 },
      { d: '2026-03-18', n: 1 },
    ],
  },
  {
    text: 'SELECT DAY_ONLY(convertTimezone(Installed__c)) d, COUNT(Id) n FROM License__c WHERE Installed__c != null GROUP BY DAY_ONLY(convertTimezone(Installed__c)) ORDER BY DAY_ONLY(convertTimezone(Installed__c))',
    expected: [
      { d: '2026-03-16', n: 1 },
      { d: '2026-03-17', n: 2 },
    ],
  },
  {
    text: 'SELECT Package__c p FROM License__c GROUP BY Package__c HAVING SUM(Seats__c) > 10',
    expected: [{ p: 'a00000000000001AAA' }],
  },
  {
    text: 'SELECT COUNT(Id) n FROM License__c GROUP BY Package__c HAVING COUNT(Id) > 1 AND MAX(Seats__c) < 10',
    expected: [{ n: 2 }],
  },
  {
    text: "SELECT CALENDAR_QUARTER(Expires__c) q, CALENDAR_MONTH(Expires__c) m, DAY_IN_MONTH(Expires__c) d, DAY_IN_WEEK(Expires__c) w, WEEK_IN_YEAR(Expires__c) y FROM License__c WHERE Name = 'L-4' GROUP BY CALENDAR_QUARTER(Expires__c), CALENDAR_MONTH(Expires__c), DAY_IN_MONTH(Expires__c), DAY_IN_WEEK(Expires__c), WEEK_IN_YEAR(Expires__c)",
    expected: [{ q: 4, m: 12, d: 31, w: 4, y: 53 }],
  },
  { text: 'SELECT FORMAT(SUM(Seats__c)) total FROM License__c', expected: [{ total: '16' }] },
];

const store = sampleStore();

for (const { text, expected } of CASES) {
  test(text, () => {
    assert.deepEqual(answer(ask(store, text)), expected);
  });
}

test('kinds of the columns are known', () => {
  const result = ask(
    store,
    'SELECT Status__c, COUNT(Id), MAX(Installed__c) last, AVG(Used__c) FROM License__c GROUP BY Status__c',
  );
  assert.ok(result.kind === 'aggregate');
  assert.deepEqual(result.records[0]?.aggregateTypes, {
    Status__c: 'picklist',
    expr0: 'int',
    last: 'datetime',
    expr1: 'double',
  });
  assert.equal(result.records[0]?.object.name, 'AggregateResult');
});
