/** A customer's own automation on Lead throws, or burns its limits: nothing of an install is lost, and a retry heals it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PackageOrg, install } from './package-org.ts';

interface State {
  readonly state: string;
  readonly message?: string;
  readonly license?: { readonly id: string };
  readonly lead?: { readonly status: string; readonly reason?: string };
}

interface Link {
  readonly Status__c: string;
  readonly Error__c: string | null;
  readonly Lead__c: string | null;
}

const CASES = [
  { name: 'throws', key: 'throws', lastName: 'Throws', reason: /does not like this lead/ },
  { name: 'burns its queries', key: 'burns', lastName: 'Burns Queries', reason: /Too many SOQL queries/ },
] as const;

describe('automation of a customer that', () => {
  let org: PackageOrg;
  before(async () => {
    org = await PackageOrg.open('unpackaged/hostile');
    const events = [...CASES.map(({ key, lastName }) => install(key, lastName)), install('fine', 'Fine')];
    const { status, json } = org.rest<{ results: { outcome: string }[] }>('POST', '/events', { events });
    assert.equal(status, 200, JSON.stringify(json));
    assert.ok(json.results.every(({ outcome }) => outcome === 'accepted'));
    org.local.settle();
    // Attempts of their own come to an end, so that only a person's retry is left.
    org.advance(3);
  });
  after(() => org.close());

  const stateOf = (key: string): State => org.rest<State>('GET', `/events/install-${key}`).json;
  const linksOf = (key: string): readonly Link[] =>
    org.query<Link>(
      `SELECT Status__c, Error__c, Lead__c FROM Lead_Link__c WHERE License__r.Subscriber_Org__r.Name = 'Org ${key}'`,
    );

  it('does not like one lead leaves the others of the same request alone', () => {
    assert.equal(stateOf('fine').state, 'Done');
    assert.equal(linksOf('fine')[0]?.Status__c, 'Created');
  });

  for (const { name, key, reason } of CASES) {
    it(`${name} takes neither the event nor the license, and the link says why`, () => {
      const { license } = stateOf(key);
      assert.ok(license !== undefined);
      const [saved] = org.query(`SELECT Status__c, Revision__c FROM License__c WHERE Id = '${license.id}'`);
      assert.ok(saved !== undefined);
      const links = linksOf(key);
      assert.deepEqual(
        links.map((link) => [link.Status__c, link.Lead__c]),
        [['Failed', null]],
      );
      assert.match(links[0]?.Error__c ?? '', reason);
      assert.deepEqual(org.query(`SELECT Id FROM Lead WHERE Company = 'Org ${key}'`), []);
    });
  }

  it('is gone lets a retry heal what it broke', () => {
    const remove = [{ type: 'ApexTrigger', fullName: 'HostileLeadTrigger' }];
    assert.deepEqual(org.local.org.deployMetadata([], { remove }).problems, []);
    const { status, json } = org.rest<{ retried: number }>('POST', '/setup/retry', {});
    assert.deepEqual([status, json.retried], [200, CASES.length], JSON.stringify(json));
    org.local.settle();
    for (const { key } of CASES) {
      assert.equal(stateOf(key).state, 'Done');
      const links = linksOf(key);
      assert.deepEqual([links.length, links[0]?.Status__c, links[0]?.Error__c], [1, 'Created', null]);
      assert.equal(org.query(`SELECT Id FROM Lead WHERE Company = 'Org ${key}'`).length, 1);
    }
  });
});
