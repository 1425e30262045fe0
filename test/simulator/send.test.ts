import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrgConnection } from '../../scripts/salesforce/connect.ts';
import type { SubscriberEvent } from '../../scripts/simulator/event.ts';
import { sendEvents, summarise } from '../../scripts/simulator/send.ts';

function makeEvents(count: number): SubscriberEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    eventId: `e${index}`,
    type: 'usage' as const,
    occurredAt: '2026-01-01T00:00:00.000Z',
    org: { id: '00DCus000000001' },
  }));
}

/** Answers every event as accepted and keeps the calls. */
function fakeOrg(answer?: (ids: string[]) => unknown): {
  connection: OrgConnection;
  calls: { url: string; ids: string[] }[];
} {
  const calls: { url: string; ids: string[] }[] = [];
  const connection: OrgConnection = {
    instanceUrl: 'https://lmo.example',
    request: <T>(request: { url: string; body?: string }): Promise<T> => {
      const body = JSON.parse(request.body ?? '{}') as { events: { eventId: string }[] };
      const ids = body.events.map((event) => event.eventId);
      calls.push({ url: request.url, ids });
      const results = ids.map((eventId) => ({ eventId, outcome: 'accepted' }));
      return Promise.resolve((answer === undefined ? { results } : answer(ids)) as T);
    },
  };
  return { connection, calls };
}

test('401 events go in three calls, in order, with progress', async () => {
  const { connection, calls } = fakeOrg();
  const progress: number[] = [];
  const outcomes = await sendEvents(connection, makeEvents(401), {
    onProgress: (answered) => void progress.push(answered),
  });
  assert.deepEqual(
    calls.map((call) => call.ids.length),
    [200, 200, 1],
  );
  assert.deepEqual(progress, [200, 400, 401]);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.eventId),
    makeEvents(401).map((event) => event.eventId),
  );
});

test('the namespace of an installed package is part of the path', async () => {
  const { connection, calls } = fakeOrg();
  await sendEvents(connection, makeEvents(1), { namespace: 'openlma' });
  assert.equal(calls[0]?.url, 'https://lmo.example/services/apexrest/openlma/v1/events');
});

test('an answer that does not fit the events is refused', async () => {
  const { connection } = fakeOrg(() => ({ results: [] }));
  await assert.rejects(sendEvents(connection, makeEvents(2)), /0 outcomes for 2 events/);
});

test('a summary counts refusals by reason, most frequent first', () => {
  const refused = (code: string) => ({ eventId: 'x', outcome: 'rejected' as const, code, message: 'no' });
  const summary = summarise([refused('A'), refused('B'), refused('B'), { eventId: 'y', outcome: 'accepted' }]);
  assert.deepEqual(summary.counts, { accepted: 1, duplicate: 0, rejected: 3 });
  assert.deepEqual(summary.refusals, [
    { reason: 'B: no', count: 2 },
    { reason: 'A: no', count: 1 },
  ]);
});
