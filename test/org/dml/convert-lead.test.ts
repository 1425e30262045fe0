/** Lead conversion. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { convertLeads } from '../../../scripts/org/dml/convert-lead.ts';
import { makeHarness, USER_ID } from './harness.ts';

const OPTIONS = { allOrNone: true, access: { userId: USER_ID, mode: 'system', sharing: false } } as const;

function withLead() {
  const org = makeHarness([], {
    triggers: { 'Lead after update': () => undefined, 'Contact before insert': () => undefined },
  });
  const lead = org.record('Lead', { LastName: 'Doe', FirstName: 'Jo', Company: 'Acme', Email: 'jo@acme.example' });
  org.run('insert', [lead]);
  return { org, leadId: lead.id as string };
}

describe('convertLeads', () => {
  it('creates account, contact and opportunity and marks the lead, with triggers', () => {
    const { org, leadId } = withLead();
    const [result] = convertLeads(org.context, [{ leadId, convertedStatus: 'Closed - Converted' }], OPTIONS);
    assert.equal(result?.success, true);
    const load = (object: string, id: string | null | undefined) =>
      org.store.load(org.schema.requireObject(object), [id as string])[0];
    assert.equal(load('Account', result?.accountId)?.get('Name'), 'Acme');
    assert.equal(load('Contact', result?.contactId)?.get('AccountId'), result?.accountId);
    assert.equal(load('Opportunity', result?.opportunityId)?.get('CloseDate'), '2026-03-31');
    assert.deepEqual(
      [load('Lead', leadId)?.get('IsConverted'), load('Lead', leadId)?.get('Status')],
      [true, 'Closed - Converted'],
    );
    assert.deepEqual(
      org.fired.map((event) => `${event.object} ${event.timing} ${event.operation}`),
      ['Contact before insert', 'Lead after update'],
    );
    org.close();
  });

  it('uses what is given and leaves the opportunity out', () => {
    const { org, leadId } = withLead();
    const account = org.record('Account', { Name: 'Known' });
    org.run('insert', [account]);
    const request = {
      leadId,
      convertedStatus: 'Closed - Converted',
      accountId: account.id,
      doNotCreateOpportunity: true,
    };
    const [result] = convertLeads(org.context, [request], OPTIONS);
    assert.deepEqual([result?.accountId, result?.opportunityId], [account.id, null]);
    org.close();
  });

  it('refuses a second conversion and a missing status, and undoes its own work', () => {
    const { org, leadId } = withLead();
    assert.equal(
      convertLeads(org.context, [{ leadId, convertedStatus: null }], OPTIONS)[0]?.errors[0]?.statusCode,
      'REQUIRED_FIELD_MISSING',
    );
    convertLeads(org.context, [{ leadId, convertedStatus: 'Closed - Converted' }], OPTIONS);
    const [again] = convertLeads(org.context, [{ leadId, convertedStatus: 'Closed - Converted' }], OPTIONS);
    assert.equal(again?.errors[0]?.statusCode, 'CANNOT_UPDATE_CONVERTED_LEAD');
    assert.equal(org.rows('SELECT "Id" FROM "Account"').length, 1);
    org.close();
  });
});
