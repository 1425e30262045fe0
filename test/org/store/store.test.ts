import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import type { OrgSchema } from '../../../scripts/org/schema/model.ts';
import { openStore } from '../../../scripts/org/store/index.ts';
import type { OrgStore } from '../../../scripts/org/store/index.ts';
import { component, customObject, field } from '../schema/files.ts';
import { row } from './rows.ts';
import { VALUE_CASES } from './values.cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function schemaOf(fields: string, version = 1): OrgSchema {
  const { schema, problems } = buildSchema([customObject('Thing__c', { fields })], { version });
  assert.deepEqual(problems, []);
  return schema;
}

function storeOf(schema: OrgSchema, file = ':memory:'): OrgStore {
  const store = openStore(file);
  store.applySchema(schema);
  return store;
}

describe('objects without a recycle bin', () => {
  it('lose deleted rows at once', () => {
    const store = storeOf(schemaOf(''));
    const assignment = schemaOf('').requireObject('PermissionSetAssignment');
    assert.equal(assignment.field('IsDeleted'), undefined);
    const kept = row(store, assignment, {});
    const gone = row(store, assignment, {});
    store.insert(assignment, [kept, gone]);
    const ids = [kept.id as string, gone.id as string];
    store.markDeleted(assignment, [ids[1] ?? ''], true);
    const left = store.load(assignment, ids, { includeDeleted: true });
    assert.deepEqual(
      left.map((record) => record.id),
      [ids[0]],
    );
  });
});

describe('values', () => {
  for (const { type, more, values } of VALUE_CASES) {
    it(`${type} comes back as it went in, inserted and updated`, () => {
      const schema = schemaOf(field('Value__c', type, more));
      const store = storeOf(schema);
      const thing = schema.requireObject('Thing__c');
      const records = values.map((value) => row(store, thing, { Value__c: value }));
      store.insert(thing, records);
      const ids = records.map((record) => record.id as string);
      assert.deepEqual(
        store.load(thing, ids).map((record) => record.get('Value__c')),
        values,
      );
      const reversed = [...values].reverse();
      records.forEach((record, index) => record.set('Value__c', reversed[index] ?? null));
      store.update(thing, records, ['Value__c']);
      assert.deepEqual(
        store.load(thing, ids).map((record) => record.get('Value__c')),
        reversed,
      );
      store.close();
    });
  }

  it('a missing checkbox is false, everything else null', () => {
    const schema = schemaOf(
      field('Flag__c', 'Checkbox', '<defaultValue>false</defaultValue>') +
        field('Text__c', 'Text', '<length>9</length>'),
    );
    const store = storeOf(schema);
    const thing = schema.requireObject('Thing__c');
    const record = row(store, thing, {});
    store.insert(thing, [record]);
    const [stored] = store.load(thing, [record.id as string]);
    assert.deepEqual([stored?.get('Flag__c'), stored?.get('Text__c'), stored?.get('IsDeleted')], [false, null, false]);
  });

  it('names of people follow their parts', () => {
    const { schema } = buildSchema([], { version: 1 });
    const store = storeOf(schema);
    const lead = schema.requireObject('Lead');
    const records = [
      row(store, lead, { FirstName: 'Ada', LastName: 'Byron' }),
      row(store, lead, { LastName: 'Hopper' }),
    ];
    store.insert(lead, records);
    assert.deepEqual(
      store
        .load(
          lead,
          records.map((one) => one.id as string),
        )
        .map((one) => one.get('Name')),
      ['Ada Byron', 'Hopper'],
    );
    assert.deepEqual(
      store.all(`SELECT "LastName" FROM "Lead" WHERE "Name" = 'ada BYRON'`).map((one) => one['LastName']),
      ['Byron'],
    );
  });
});

describe('rows', () => {
  const schema = schemaOf(field('Text__c', 'Text', '<length>9</length>'));
  const thing = schema.requireObject('Thing__c');

  it('loads in the order asked for and leaves out what is gone', () => {
    const store = storeOf(schema);
    const records = ['a', 'b', 'c'].map((text) => row(store, thing, { Text__c: text }));
    store.insert(thing, records);
    const [a, b, c] = records.map((record) => record.id as string) as [string, string, string];
    store.markDeleted(thing, [b], true);
    assert.deepEqual(
      store.load(thing, [c, b, a]).map((one) => one.get('Text__c')),
      ['c', 'a'],
    );
    assert.deepEqual(
      store.load(thing, [b], { includeDeleted: true }).map((one) => one.get('IsDeleted')),
      [true],
    );
    store.markDeleted(thing, [b], false);
    store.purge(thing, [a]);
    assert.deepEqual(
      store.load(thing, [a, b], { includeDeleted: true }).map((one) => one.get('Text__c')),
      ['b'],
    );
  });

  it('writes many rows in one call', () => {
    const store = storeOf(schema);
    const records = Array.from({ length: 457 }, (_, index) => row(store, thing, { Text__c: String(index) }));
    store.insert(thing, records);
    assert.equal(store.get('SELECT count(*) AS n FROM "Thing__c"')?.['n'], 457);
    assert.equal(store.load(thing, [records[456]?.id as string])[0]?.get('Text__c'), '456');
  });

  it('updates the named columns alone', () => {
    const store = storeOf(schema);
    const record = row(store, thing, { Name: 'n', Text__c: 'old' });
    store.insert(thing, [record]);
    record.set('Name', 'changed');
    record.set('Text__c', 'new');
    store.update(thing, [record], ['Text__c']);
    const [stored] = store.load(thing, [record.id as string]);
    assert.deepEqual([stored?.get('Name'), stored?.get('Text__c')], ['n', 'new']);
  });
});

describe('unique values', () => {
  const text = '<length>20</length><unique>true</unique>';
  const cases: readonly {
    name: string;
    more: string;
    first: string | null;
    second: string | null;
    refused: boolean;
  }[] = [
    { name: 'equal', more: text, first: 'a', second: 'a', refused: true },
    { name: 'equal but for case', more: text, first: 'a', second: 'A', refused: true },
    {
      name: 'equal but for case in a case-sensitive field',
      more: `${text}<caseSensitive>true</caseSensitive>`,
      first: 'a',
      second: 'A',
      refused: false,
    },
    {
      name: 'equal in a case-sensitive field',
      more: `${text}<caseSensitive>true</caseSensitive>`,
      first: 'a',
      second: 'a',
      refused: true,
    },
    { name: 'empty twice', more: text, first: null, second: null, refused: false },
  ];
  for (const { name, more, first, second, refused } of cases) {
    it(`${name}: ${refused ? 'refused' : 'kept'}`, () => {
      const schema = schemaOf(field('Key__c', 'Text', more));
      const store = storeOf(schema);
      const thing = schema.requireObject('Thing__c');
      const one = row(store, thing, { Key__c: first });
      store.insert(thing, [one]);
      const insert = (): void => store.insert(thing, [row(store, thing, {}), row(store, thing, { Key__c: second })]);
      if (!refused) return insert();
      assert.throws(insert, {
        code: 'DUPLICATE_VALUE',
        message: `duplicate value found: Key__c duplicates value on record with id: ${one.id}`,
      });
      assert.equal(store.get('SELECT count(*) AS n FROM "Thing__c"')?.['n'], 1);
    });
  }

  it('a deleted row frees its value, and cannot come back when it was taken', () => {
    const schema = schemaOf(field('Key__c', 'Text', text));
    const store = storeOf(schema);
    const thing = schema.requireObject('Thing__c');
    const old = row(store, thing, { Key__c: 'a' });
    store.insert(thing, [old]);
    store.markDeleted(thing, [old.id as string], true);
    store.insert(thing, [row(store, thing, { Key__c: 'a' })]);
    assert.throws(() => store.markDeleted(thing, [old.id as string], false), { code: 'DUPLICATE_VALUE' });
  });

  it('a refused statement inside a transaction leaves the rest of it', () => {
    const schema = schemaOf(field('Key__c', 'Text', text));
    const store = storeOf(schema);
    const thing = schema.requireObject('Thing__c');
    store.begin();
    store.insert(thing, [row(store, thing, { Key__c: 'a' })]);
    assert.throws(() => store.insert(thing, [row(store, thing, { Key__c: 'b' }), row(store, thing, { Key__c: 'a' })]));
    store.insert(thing, [row(store, thing, { Key__c: 'c' })]);
    store.commit();
    assert.deepEqual(
      store.all('SELECT "Key__c" AS k FROM "Thing__c" ORDER BY k').map((one) => one['k']),
      ['a', 'c'],
    );
  });
});

describe('transactions', () => {
  const schema = schemaOf(field('Text__c', 'Text', '<length>9</length>'));
  const thing = schema.requireObject('Thing__c');
  const texts = (store: OrgStore): unknown[] =>
    store.all('SELECT "Text__c" AS t FROM "Thing__c" ORDER BY t').map((one) => one['t']);

  it('roll back to nested savepoints', () => {
    const store = storeOf(schema);
    store.begin();
    store.insert(thing, [row(store, thing, { Text__c: '1' })]);
    const outer = store.savepoint();
    store.insert(thing, [row(store, thing, { Text__c: '2' })]);
    const inner = store.savepoint();
    store.insert(thing, [row(store, thing, { Text__c: '3' })]);
    store.rollbackTo(inner);
    assert.deepEqual(texts(store), ['1', '2']);
    store.rollbackTo(outer);
    assert.deepEqual(texts(store), ['1']);
    assert.throws(() => store.rollbackTo(inner), /is not open/);
    store.insert(thing, [row(store, thing, { Text__c: '4' })]);
    store.release(outer);
    store.commit();
    assert.deepEqual(texts(store), ['1', '4']);
    assert.equal(store.inTransaction, false);
  });

  it('ids and numbers are not handed out again after a rollback, also when the database is opened again', () => {
    const file = join(folder, 'rollback.db');
    const store = storeOf(schema, file);
    store.begin();
    const id = store.nextId('zzz');
    const number = store.nextAutoNumber('Thing__c', 'No__c');
    store.rollback();
    const later = store.nextId('zzz');
    assert.ok(later > id);
    assert.equal(store.nextAutoNumber('Thing__c', 'No__c'), number + 1);
    store.close();
    const again = openStore(file);
    assert.ok(again.nextId('zzz') > later);
    assert.equal(again.nextAutoNumber('Thing__c', 'No__c'), number + 2);
    again.close();
  });

  it('a clean close gives the unused ids back', () => {
    const file = join(folder, 'close.db');
    const store = openStore(file);
    assert.equal(store.nextId('a01'), 'a01000000000001AAA');
    store.close();
    const again = openStore(file);
    assert.equal(again.nextId('a01'), 'a01000000000002AAA');
    again.close();
  });

  it('auto-numbers begin where they are told', () => {
    const store = storeOf(schema);
    assert.deepEqual(
      [store.nextAutoNumber('A', 'B', 100), store.nextAutoNumber('A', 'B', 100), store.nextAutoNumber('A', 'C')],
      [100, 101, 1],
    );
  });

  it('state lives in the database and follows its transactions', () => {
    const store = storeOf(schema);
    store.setState('k', 'v');
    store.begin();
    store.setState('k', undefined);
    assert.equal(store.getState('k'), undefined);
    store.rollback();
    assert.equal(store.getState('k'), 'v');
  });

  it('a snapshot is a complete org', () => {
    const store = storeOf(schema, join(folder, 'source.db'));
    store.insert(thing, [row(store, thing, { Text__c: 'kept' })]);
    const copy = join(folder, 'copy.db');
    store.snapshotTo(copy);
    store.insert(thing, [row(store, thing, { Text__c: 'later' })]);
    store.close();
    const restored = openStore(copy);
    assert.deepEqual(texts(restored), ['kept']);
    restored.close();
  });
});

describe('a new schema', () => {
  const key = (more: string): string => field('Key__c', 'Text', `<length>20</length>${more}`);

  it('adds columns and keeps the rows', () => {
    const before = schemaOf(key(''));
    const store = storeOf(before);
    const thing = before.requireObject('Thing__c');
    const record = row(store, thing, { Key__c: 'a' });
    store.insert(thing, [record]);
    const after_ = schemaOf(key('') + field('Flag__c', 'Checkbox', '<defaultValue>false</defaultValue>'), 2);
    store.applySchema(after_);
    const [stored] = store.load(after_.requireObject('Thing__c'), [record.id as string]);
    assert.deepEqual([stored?.get('Key__c'), stored?.get('Flag__c')], ['a', false]);
  });

  it('changes uniqueness and case, with the rows kept', () => {
    const store = storeOf(schemaOf(key('')));
    const thing = schemaOf(key('')).requireObject('Thing__c');
    store.insert(thing, [row(store, thing, { Key__c: 'a' }), row(store, thing, { Key__c: 'A' })]);
    const exact = schemaOf(key('<unique>true</unique><caseSensitive>true</caseSensitive>'), 2);
    store.applySchema(exact);
    assert.throws(() => store.insert(exact.requireObject('Thing__c'), [row(store, thing, { Key__c: 'a' })]), {
      code: 'DUPLICATE_VALUE',
    });
    const loose = schemaOf(key('<unique>true</unique>'), 3);
    assert.throws(() => store.applySchema(loose), {
      code: 'DUPLICATE_VALUE',
      message: /Cannot make Thing__c.Key__c unique/,
    });
    store.applySchema(schemaOf(key(''), 4));
    store.insert(thing, [row(store, thing, { Key__c: 'a' })]);
    assert.equal(store.get(`SELECT count(*) AS n FROM "Thing__c" WHERE "Key__c" = 'A'`)?.['n'], 3);
  });

  it('a column that left the schema keeps its values', () => {
    const store = storeOf(schemaOf(key('')));
    const thing = schemaOf(key('')).requireObject('Thing__c');
    const record = row(store, thing, { Key__c: 'a' });
    store.insert(thing, [record]);
    store.applySchema(schemaOf('', 2));
    store.applySchema(schemaOf(key(''), 3));
    assert.equal(store.load(thing, [record.id as string])[0]?.get('Key__c'), 'a');
  });

  it('custom metadata records become rows that keep their ids', () => {
    const type = component(
      'CustomObject',
      'Edition__mdt',
      `<label>E</label><pluralLabel>Es</pluralLabel>${field('Seats__c', 'Number', '<precision>5</precision><scale>0</scale>')}`,
    );
    const record = (seats: number) =>
      component(
        'CustomMetadata',
        'Edition.Pro',
        `<label>Pro</label><protected>false</protected><values><field>Seats__c</field><value xmlns:xsi="y" xsi:type="xsd:double">${seats}</value></values>`,
      );
    const store = openStore(':memory:');
    const rows = (): unknown => ({ ...store.get('SELECT "Id", "DeveloperName", "Seats__c" FROM "Edition__mdt"') });
    store.applySchema(buildSchema([type, record(5)], { version: 1 }).schema);
    const first = rows() as { Id: string };
    store.applySchema(buildSchema([type, record(9)], { version: 2 }).schema);
    assert.deepEqual(rows(), { Id: first.Id, DeveloperName: 'Pro', Seats__c: 9 });
  });
});
