/** Requests to the package that are wrong or mean harm: Salesforce's shape and status, the place by name, and nothing changed. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PackageOrg, install } from './package-org.ts';
import type { Refusals } from './package-org.ts';

interface RefusedRequest {
  readonly name: string;
  readonly method: string;
  readonly resource: string;
  readonly body?: unknown;
  readonly status: number;
  readonly code: string;
  readonly message: RegExp;
  readonly field?: string;
}

interface Outcomes {
  readonly results: readonly { readonly outcome: string; readonly code?: string; readonly message?: string }[];
}

const many = (count: number): object => ({
  events: Array.from({ length: count }, (_, index) => install(`many${index}`, 'Doe')),
});

const REFUSED: readonly RefusedRequest[] = [
  {
    name: '201 events',
    ...{ method: 'POST', resource: '/events', body: many(201) },
    ...{ status: 400, code: 'TOO_MANY_EVENTS', message: /200 events; this one holds 201/ },
  },
  {
    name: 'events that are no JSON',
    ...{ method: 'POST', resource: '/events', body: '{"events": [' },
    ...{ status: 400, code: 'MALFORMED_JSON', message: /./ },
  },
  {
    name: 'no event',
    ...{ method: 'POST', resource: '/events', body: { events: [] } },
    ...{ status: 400, code: 'NO_EVENTS', message: /no event/ },
  },
  {
    name: 'an event that is not there',
    ...{ method: 'GET', resource: '/events/nothing' },
    ...{ status: 404, code: 'NOT_FOUND', message: /"nothing"/ },
  },
  {
    name: 'a license that is not there',
    ...{ method: 'GET', resource: '/licenses/L-99999' },
    ...{ status: 404, code: 'NOT_FOUND', message: /L-99999/ },
  },
  {
    name: 'SOQL for a license',
    ...{ method: 'GET', resource: `/licenses/${encodeURIComponent("x' OR Name LIKE '%")}` },
    ...{ status: 404, code: 'NOT_FOUND', message: /x' OR Name LIKE '%/ },
  },
  {
    name: 'SOQL for an id',
    ...{ method: 'GET', resource: `/licenses?package=${encodeURIComponent("x' OR Id != null OR Name = '")}` },
    ...{ status: 400, code: 'MALFORMED_REQUEST', message: /15 or 18 characters/, field: 'package' },
  },
  {
    name: 'a page size that is no number',
    ...{ method: 'GET', resource: '/licenses?limit=all' },
    ...{ status: 400, code: 'MALFORMED_REQUEST', message: /1 to/, field: 'limit' },
  },
  {
    name: 'an action that is none',
    ...{ method: 'POST', resource: '/licenses/L-00001/changes', body: { action: 'destroy' } },
    ...{ status: 400, code: 'UNKNOWN_ACTION', message: /destroy/, field: 'action' },
  },
];

describe('the package refuses', () => {
  let org: PackageOrg;
  before(async () => {
    org = await PackageOrg.open();
    org.rest('POST', '/events', { events: [install('first', 'Doe')] });
    org.local.settle();
  });
  after(() => org.close());

  const contents = (): unknown => ({
    events: org.query('SELECT COUNT(Id) n FROM Subscriber_Event__c')[0]?.['n'],
    licenses: org.query('SELECT Id, Status__c, Revision__c FROM License__c'),
  });

  for (const { name, method, resource, body, status, code, message, field } of REFUSED) {
    it(name, () => {
      const before = contents();
      const answer = org.rest<Refusals>(method, resource, body);
      assert.deepEqual([answer.status, answer.json[0]?.errorCode], [status, code], JSON.stringify(answer.json));
      assert.match(answer.json[0]?.message ?? '', message);
      assert.equal(answer.json[0]?.field, field);
      assert.deepEqual(contents(), before);
    });
  }

  it('wrong ids and unknown types, event by event, and takes the others', () => {
    const events = [
      install('wrong', 'Doe', { org: { id: 'nothing' } }),
      install('unknown', 'Doe', { type: 'explode' }),
      install('strange', 'Doe', { pkg: { id: "033' OR Name != '" } }),
      install('good', 'Doe'),
    ];
    const { status, json } = org.rest<Outcomes>('POST', '/events', { events });
    assert.equal(status, 200);
    assert.deepEqual(
      json.results.map(({ outcome }) => outcome),
      ['rejected', 'rejected', 'rejected', 'accepted'],
    );
    const told = json.results.map(({ code, message }) => `${code ?? ''} ${message ?? ''}`);
    assert.match(told[0] ?? '', /org/i);
    assert.match(told[1] ?? '', /explode/);
    assert.match(told[2] ?? '', /pkg|package/i);
  });

  it('to take markup in the name of an org for more than text', () => {
    const name = '<img src=x onerror=alert(1)>"\'; DELETE FROM License__c --';
    const facts = { id: '00DSim000000007', name, edition: 'Enterprise Edition', status: 'Active' };
    org.rest('POST', '/events', { events: [install('markup', 'Doe', { org: facts })] });
    org.local.settle();
    const { json } = org.rest<{ licenses: { name: string; orgName: string }[] }>('GET', '/licenses?limit=200');
    assert.equal(json.licenses.find((license) => license.orgName === name)?.orgName, name);
    const [row] = org.query<{ Name: string }>(
      "SELECT Name FROM Subscriber_Org__c WHERE Org_ID__c LIKE '00DSim000000007%'",
    );
    assert.equal(row?.Name, name);
  });
});
