import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { eventCheck, parseEventFile } from '../../scripts/simulator/event-file.ts';
import { readScenario } from '../../scripts/simulator/scenario.ts';
import { playYear } from '../../scripts/simulator/year.ts';

const FILE = path.resolve(import.meta.dirname, '..', '..', 'config', 'scenarios', 'first-year.json');
const FIRST_DAY = Date.UTC(2026, 0, 1);
const scenario = readScenario(FILE);
const events = playYear(scenario, FIRST_DAY);

test('a year has three packages, 120 orgs and about 1,000 events', () => {
  assert.equal(new Set(events.map((event) => event.pkg?.id)).size, 3);
  assert.equal(new Set(events.map((event) => event.org.id)).size, 120);
  assert.ok(events.length >= 800 && events.length <= 1300, `${events.length} events`);
});

test('every kind of event happens, sandboxes too', () => {
  assert.deepEqual(new Set(events.map((event) => event.type)), new Set(['install', 'upgrade', 'uninstall', 'usage']));
  assert.ok(events.some((event) => event.org.isSandbox === true && event.org.parentOrgId !== undefined));
});

test('every event is valid by the schema', () => {
  const check = eventCheck();
  assert.deepEqual(
    events.map(check).filter((problem) => problem !== null),
    [],
  );
});

test('events come in order of time, within the scenario, with ids of their own', () => {
  const moments = events.map((event) => event.occurredAt);
  assert.deepEqual(moments, [...moments].sort());
  assert.ok(Date.parse(moments[0] ?? '') >= FIRST_DAY);
  assert.ok(Date.parse(moments.at(-1) ?? '') < FIRST_DAY + scenario.days * 86_400_000);
  assert.equal(new Set(events.map((event) => event.eventId)).size, events.length);
});

test('the first event of a package in an org is its install, and nothing follows an uninstall but an install', () => {
  const last = new Map<string, string>();
  for (const event of events) {
    const key = `${event.org.id}:${event.pkg?.id}`;
    const before = last.get(key) ?? 'uninstall';
    if (before === 'uninstall') assert.equal(event.type, 'install', event.eventId);
    else assert.notEqual(event.type, 'install', event.eventId);
    last.set(key, event.type);
  }
});

test('the same seed gives the same year, another seed another', () => {
  assert.deepEqual(playYear(scenario, FIRST_DAY), events);
  assert.notDeepEqual(playYear(scenario, FIRST_DAY, scenario.seed + 1), events);
});

const FILES = [
  { name: 'valid lines', text: JSON.stringify(events[0]), events: 1, problems: [] },
  { name: 'no JSON', text: `\n{"eventId":`, events: 0, problems: [2] },
  { name: 'unknown type', text: JSON.stringify({ ...events[0], type: 'party' }), events: 0, problems: [1] },
  { name: 'wrong org id', text: JSON.stringify({ ...events[0], org: { id: '001' } }), events: 0, problems: [1] },
];

for (const row of FILES) {
  test(`event file: ${row.name}`, () => {
    const parsed = parseEventFile(row.text);
    assert.equal(parsed.events.length, row.events);
    assert.deepEqual(
      parsed.problems.map((problem) => problem.line),
      row.problems,
    );
  });
}
