/** Upsert, delete, undelete, merge and platform events. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { LICENSE, makeHarness, objectFile, PACKAGE, SEAT } from './harness.ts';

const COMPONENTS = [PACKAGE, LICENSE, SEAT];

describe('upsert', () => {
  it('inserts, updates and refuses by external id, in the places of the input', () => {
    const org = makeHarness(COMPONENTS);
    const known = org.record('License__c', { Key__c: 'known' });
    org.run('insert', [known]);
    const records = ['KNOWN', 'new', 'new', null].map((key, seats) =>
      org.record('License__c', { Key__c: key, Seats__c: seats }),
    );
    const results = org.run('upsert', records, { allOrNone: false, externalIdField: 'Key__c' });
    assert.deepEqual(
      results.map((one) => [one.success, one.created, one.errors[0]?.statusCode]),
      [
        [true, false, undefined],
        [true, true, undefined],
        [false, false, 'DUPLICATE_VALUE'],
        [false, false, 'MISSING_ARGUMENT'],
      ],
    );
    assert.equal(records[0]?.id, known.id);
    assert.equal(results[1]?.id, records[1]?.id);
    org.close();
  });

  it('rolls everything back when all or nothing is asked for', () => {
    const org = makeHarness(COMPONENTS);
    const results = org.run(
      'upsert',
      [org.record('License__c', { Key__c: 'a' }), org.record('License__c', { Key__c: 'a' })],
      {
        externalIdField: 'Key__c',
      },
    );
    assert.ok(results.every((one) => !one.success));
    assert.deepEqual(org.rows('SELECT "Id" FROM "License__c"'), []);
    org.close();
  });
});

describe('delete', () => {
  function tree() {
    const org = makeHarness(COMPONENTS, { triggers: { 'Seat__c after delete': () => undefined } });
    const pack = org.record('Package__c', { Name: 'P' });
    const backup = org.record('Package__c', { Name: 'B' });
    org.run('insert', [pack, backup]);
    const license = org.record('License__c', { Package__c: pack.id, Backup__c: backup.id });
    org.run('insert', [license]);
    const seat = org.record('Seat__c', { Name: 'S', License__c: license.id });
    org.run('insert', [seat]);
    return { org, pack, backup, license, seat };
  }

  it('is refused while a restricting lookup points at the row', () => {
    const { org, pack } = tree();
    const [result] = org.run('delete', [pack]);
    assert.equal(result?.errors[0]?.statusCode, 'DELETE_FAILED');
    org.close();
  });

  it('clears other lookups', () => {
    const { org, backup, license } = tree();
    assert.equal(org.run('delete', [backup])[0]?.success, true);
    const stored = org.store.load(org.schema.requireObject('License__c'), [license.id as string])[0];
    assert.equal(stored?.get('Backup__c'), null);
    org.close();
  });

  it('takes master-detail children along with their triggers, and undelete brings them back', () => {
    const { org, license, seat } = tree();
    org.run('delete', [license]);
    const seats = org.schema.requireObject('Seat__c');
    assert.deepEqual(
      org.fired.map((event) => [event.object, event.timing, event.operation]),
      [['Seat__c', 'after', 'delete']],
    );
    assert.deepEqual(org.store.load(seats, [seat.id as string]), []);
    assert.equal(org.run('undelete', [license])[0]?.success, true);
    assert.equal(org.store.load(seats, [seat.id as string]).length, 1);
    org.close();
  });

  it('tells deleted from unknown', () => {
    const { org, license } = tree();
    org.run('delete', [license]);
    assert.equal(org.run('delete', [license])[0]?.errors[0]?.statusCode, 'ENTITY_IS_DELETED');
    assert.equal(
      org.run('undelete', [org.record('License__c', { Id: null })])[0]?.errors[0]?.statusCode,
      'INVALID_CROSS_REFERENCE_KEY',
    );
    org.close();
  });
});

describe('merge', () => {
  it('moves children and deletes the loser with its master named', () => {
    const org = makeHarness(COMPONENTS);
    const master = org.record('Account', { Name: 'Master' });
    const loser = org.record('Account', { Name: 'Loser' });
    org.run('insert', [master, loser]);
    const contact = org.record('Contact', { LastName: 'C', AccountId: loser.id });
    org.run('insert', [contact]);
    const [result] = org.run('merge', [org.record('Account', { Id: master.id })], { mergeIds: [loser.id as string] });
    assert.equal(result?.success, true);
    assert.equal(
      org.store.load(org.schema.requireObject('Contact'), [contact.id as string])[0]?.get('AccountId'),
      master.id,
    );
    const gone = org.store.load(org.schema.requireObject('Account'), [loser.id as string], { includeDeleted: true })[0];
    assert.deepEqual([gone?.get('IsDeleted'), gone?.get('MasterRecordId')], [true, master.id]);
    org.close();
  });
});

describe('platform events', () => {
  const EVENT = objectFile(
    'Signal__e',
    '<eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior><fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>5</length><required>true</required></fields>',
  );

  it('are published when valid and refused by row when not', () => {
    const org = makeHarness([EVENT]);
    const results = org.run('insert', [org.record('Signal__e', { Text__c: 'ok' }), org.record('Signal__e', {})], {
      allOrNone: false,
    });
    assert.deepEqual(
      results.map((one) => one.success),
      [true, false],
    );
    assert.deepEqual(
      org.published.map((one) => one.get('Text__c')),
      ['ok'],
    );
    org.close();
  });
});
