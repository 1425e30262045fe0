/** Insert and update: the order of execution, its refusals and its bookkeeping. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { Raw } from '../../../scripts/org/types.ts';
import { LICENSE, makeHarness, NOW, PACKAGE, SEAT, USER_ID } from './harness.ts';

const COMPONENTS = [PACKAGE, LICENSE, SEAT];

describe('insert', () => {
  it('sets ids, auto-number, system fields and defaults', () => {
    const org = makeHarness(COMPONENTS);
    const record = org.record('License__c', { Key__c: ' k1 ', Seats__c: 2.25 });
    const [result] = org.run('insert', [record]);
    assert.equal(result?.success, true);
    assert.equal(record.id, result?.id);
    const stored = org.store.load(org.schema.requireObject('License__c'), [record.id as string])[0];
    assert.equal(stored?.get('Name'), 'L-00001');
    assert.equal(stored?.get('Key__c'), 'k1');
    assert.equal(stored?.get('Seats__c'), 2.3);
    assert.equal(stored?.get('Status__c'), 'Trial');
    assert.equal(stored?.get('Owner_Code__c'), 'X');
    assert.equal(stored?.get('OwnerId'), USER_ID);
    assert.equal(stored?.get('CreatedDate'), NOW);
    org.close();
  });

  it('saves what a before trigger changed and shows ids to the after trigger', () => {
    const seen: (string | null)[] = [];
    const org = makeHarness(COMPONENTS, {
      triggers: {
        'License__c before insert': (event) => event.newRecords?.forEach((one) => one.set('Seats__c', 9)),
        'License__c after insert': (event) => event.newRecords?.forEach((one) => seen.push(one.id)),
      },
    });
    const record = org.record('License__c', {});
    org.run('insert', [record]);
    assert.deepEqual(
      org.rows('SELECT "Seats__c" FROM "License__c"').map((row) => row['Seats__c']),
      [9],
    );
    assert.deepEqual(seen, [record.id]);
    assert.equal(record.get('Seats__c'), null);
    org.close();
  });

  it('fires triggers in chunks of 200', () => {
    const org = makeHarness(COMPONENTS, { triggers: { 'License__c before insert': () => undefined } });
    org.run(
      'insert',
      Array.from({ length: 450 }, () => org.record('License__c', {})),
    );
    assert.deepEqual(
      org.fired.map((event) => event.newRecords?.length),
      [200, 200, 50],
    );
    org.close();
  });

  it('finds a parent by external id', () => {
    const org = makeHarness(COMPONENTS);
    const parent = org.record('Package__c', { Name: 'P', Package_ID__c: '033A' });
    org.run('insert', [parent]);
    const child = org.record('License__c', {});
    child.parents = { Package__r: org.record('Package__c', { Package_ID__c: '033a' }) };
    org.run('insert', [child]);
    assert.equal(org.rows('SELECT "Package__c" FROM "License__c"')[0]?.['Package__c'], parent.id);
    org.close();
  });

  it('names the other record of a duplicate value', () => {
    const org = makeHarness(COMPONENTS);
    const first = org.record('License__c', { Key__c: 'same' });
    org.run('insert', [first]);
    const [result] = org.run('insert', [org.record('License__c', { Key__c: 'SAME' })]);
    assert.equal(result?.errors[0]?.statusCode, 'DUPLICATE_VALUE');
    assert.equal(
      result?.errors[0]?.message,
      `duplicate value found: Key__c duplicates value on record with id: ${first.id}`,
    );
    org.close();
  });
});

describe('all or nothing', () => {
  it('keeps nothing when one row is refused', () => {
    const org = makeHarness(COMPONENTS);
    const good = org.record('License__c', {});
    const results = org.run('insert', [good, org.record('License__c', { Status__c: 'None' })]);
    assert.equal(results[0]?.errors[0]?.statusCode, 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
    assert.equal(good.id, null);
    assert.deepEqual(org.rows('SELECT "Id" FROM "License__c"'), []);
    org.close();
  });

  it('keeps good rows and fires triggers again for them when partial success is asked for', () => {
    const sizes: number[] = [];
    const org = makeHarness(COMPONENTS, {
      triggers: {
        'License__c after insert': (event) => {
          sizes.push(event.newRecords?.length ?? 0);
          for (const one of event.newRecords ?? []) {
            if (one.get('Key__c') === 'bad')
              one.addError({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'no', fields: [] });
          }
        },
      },
    });
    const records = ['a', 'bad', 'c'].map((key) => org.record('License__c', { Key__c: key }));
    const results = org.run('insert', records, { allOrNone: false });
    assert.deepEqual(
      results.map((one) => one.success),
      [true, false, true],
    );
    assert.deepEqual(sizes, [3, 2]);
    assert.deepEqual(
      org.rows('SELECT "Key__c" FROM "License__c" ORDER BY "Key__c"').map((row) => row['Key__c']),
      ['a', 'c'],
    );
    assert.equal(records[1]?.id, null);
    org.close();
  });
});

describe('update', () => {
  function withLicense(values: Readonly<Record<string, Raw>> = {}, triggers = {}) {
    const org = makeHarness(COMPONENTS, { triggers });
    const record = org.record('License__c', { Seats__c: 1, ...values });
    org.run('insert', [record]);
    return { org, id: record.id as string };
  }

  it('shows old and new complete rows to triggers and writes only what changed', () => {
    const seen: Raw[] = [];
    const { org, id } = withLicense(
      { Key__c: 'k' },
      {
        'License__c before update': (event: {
          newRecords: readonly { get(name: string): Raw }[];
          oldRecords: readonly { get(name: string): Raw }[];
        }) =>
          seen.push(
            event.oldRecords[0]?.get('Seats__c') ?? null,
            event.newRecords[0]?.get('Seats__c') ?? null,
            event.newRecords[0]?.get('Key__c') ?? null,
          ),
      },
    );
    org.run('update', [org.record('License__c', { Id: id, Seats__c: 5 })]);
    assert.deepEqual(seen, [1, 5, 'k']);
    const stored = org.store.load(org.schema.requireObject('License__c'), [id])[0];
    assert.deepEqual([stored?.get('Seats__c'), stored?.get('Key__c')], [5, 'k']);
    org.close();
  });

  it('writes history of tracked fields', () => {
    const { org, id } = withLicense();
    org.run('update', [org.record('License__c', { Id: id, Status__c: 'Active', Seats__c: 3 })]);
    const rows = org.rows('SELECT "ParentId", "Field", "OldValue", "NewValue" FROM "License__History" ORDER BY "Id"');
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { ParentId: id, Field: 'created', OldValue: null, NewValue: null },
        { ParentId: id, Field: 'Status__c', OldValue: 'Trial', NewValue: 'Active' },
      ],
    );
    org.close();
  });

  it('refuses ids that are unknown, deleted or twice in the list', () => {
    const { org, id } = withLicense();
    const unknown = `${id.slice(0, 12)}999AAA`;
    const codes = (ids: readonly string[]) =>
      org
        .run(
          'update',
          ids.map((one) => org.record('License__c', { Id: one })),
          { allOrNone: false },
        )
        .map((one) => one.errors[0]?.statusCode);
    assert.deepEqual(codes([unknown]), ['INVALID_CROSS_REFERENCE_KEY']);
    assert.deepEqual(codes([id, id]), [undefined, 'DUPLICATE_VALUE']);
    org.run('delete', [org.record('License__c', { Id: id })]);
    assert.deepEqual(codes([id]), ['ENTITY_IS_DELETED']);
    org.close();
  });

  it('refuses to change a field that nobody may change, and lets its old value pass', () => {
    const { org, id } = withLicense();
    const [same] = org.run('update', [org.record('License__c', { Id: id, Name: 'L-00001' })]);
    assert.equal(same?.success, true);
    const [changed] = org.run('update', [org.record('License__c', { Id: id, Name: 'other' })]);
    assert.equal(changed?.errors[0]?.statusCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
    org.close();
  });
});

describe('user mode', () => {
  const access = { userId: USER_ID, mode: 'user', sharing: true } as const;

  it('refuses objects, fields and rows without rights', () => {
    const noCreate = makeHarness(COMPONENTS, {
      rules: {
        object: () => ({ read: true, create: false, edit: false, delete: false, viewAll: false, modifyAll: false }),
      },
    });
    const [denied] = noCreate.run('insert', [noCreate.record('License__c', {})], { access });
    assert.equal(denied?.errors[0]?.message, "Access to entity 'License__c' denied");
    noCreate.close();

    const noField = makeHarness(COMPONENTS, {
      rules: { field: (_user, _object, field) => ({ read: true, edit: field !== 'Seats__c' }) },
    });
    const [hidden] = noField.run('insert', [noField.record('License__c', { Seats__c: 1 })], { access });
    assert.deepEqual(
      [hidden?.errors[0]?.statusCode, hidden?.errors[0]?.fields],
      ['INVALID_FIELD_FOR_INSERT_UPDATE', ['Seats__c']],
    );
    noField.close();

    const noRow = makeHarness(COMPONENTS, { rules: { canEdit: () => false } });
    const record = noRow.record('License__c', {});
    noRow.run('insert', [record]);
    const [locked] = noRow.run('update', [noRow.record('License__c', { Id: record.id })], { access });
    assert.equal(locked?.errors[0]?.statusCode, 'INSUFFICIENT_ACCESS_OR_READONLY');
    noRow.close();
  });
});
