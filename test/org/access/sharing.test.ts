import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Id } from '../../../scripts/org/types.ts';
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import { row } from '../store/rows.ts';
import { peopleOrg } from './people.ts';
import type { People } from './people.ts';

type Person = keyof People['users'];
const { schema, store, rules, users } = peopleOrg();
const object = (name: string) => schema.requireObject(name);

function save(name: string, values: Record<string, string>): SObjectRecord {
  const record = row(store, object(name), values);
  store.insert(object(name), [record]);
  return record;
}

const desk = store.get(`SELECT "Id" FROM "Group" WHERE "Type" = 'Queue'`)?.['Id'] as Id;
const secrets: Record<string, SObjectRecord> = {
  adminOwned: save('Secret__c', { Name: 'adminOwned', OwnerId: users.admin }),
  workerOwned: save('Secret__c', { Name: 'workerOwned', OwnerId: users.worker }),
  queueOwned: save('Secret__c', { Name: 'queueOwned', OwnerId: desk }),
  readShared: save('Secret__c', { Name: 'readShared', OwnerId: users.admin }),
  editShared: save('Secret__c', { Name: 'editShared', OwnerId: users.admin }),
};
const shareWith = (secret: string, userOrGroup: Id, level: string): SObjectRecord =>
  save('Secret__Share', {
    ParentId: secrets[secret]?.id ?? '',
    UserOrGroupId: userOrGroup,
    AccessLevel: level,
    RowCause: 'Manual',
  });
shareWith('readShared', users.mate, 'Read');
shareWith('editShared', desk, 'Edit');
const parts = Object.fromEntries(
  Object.entries(secrets).map(([name, secret]) => [
    name,
    save('Part__c', { Name: name, Secret__c: secret.id as string }),
  ]),
);

function visible(person: Person, objectName: string, sharing = true): string[] {
  const filter = rules.readFilter({ userId: users[person], mode: 'user', sharing }, object(objectName), 't0');
  const where = filter ? ` WHERE ${filter.sql}` : '';
  return store
    .all(`SELECT "Name" FROM "${objectName}" t0${where} ORDER BY rowid`, filter?.params ?? [])
    .map((one) => String(one['Name']));
}

const ALL = ['adminOwned', 'workerOwned', 'queueOwned', 'readShared', 'editShared'];

const READ_CASES: readonly { person: Person; expected: string[] }[] = [
  { person: 'admin', expected: ALL },
  { person: 'worker', expected: ['workerOwned', 'queueOwned', 'editShared'] },
  { person: 'mate', expected: ['readShared'] },
  { person: 'boss', expected: ['workerOwned', 'queueOwned', 'readShared', 'editShared'] },
  { person: 'viewer', expected: ALL },
  { person: 'master', expected: ALL },
  { person: 'nobody', expected: [] },
];

describe('reading a private object', () => {
  for (const { person, expected } of READ_CASES) {
    it(`${person} sees ${expected.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(visible(person, 'Secret__c'), expected));
  }
  it('without sharing everything is there', () => assert.deepEqual(visible('nobody', 'Secret__c', false), ALL));
  it('details follow their master', () => {
    assert.deepEqual(visible('worker', 'Part__c'), ['workerOwned', 'queueOwned', 'editShared']);
    assert.equal(rules.readFilter({ userId: users.admin, mode: 'user', sharing: true }, object('Part__c'), 't0'), null);
  });
  it('share rows follow the record', () => {
    const filter = rules.readFilter({ userId: users.mate, mode: 'user', sharing: true }, object('Secret__Share'), 't0');
    const rows = store.all(
      `SELECT "AccessLevel" AS level FROM "Secret__Share" t0 WHERE ${filter?.sql ?? '0'}`,
      filter?.params ?? [],
    );
    assert.deepEqual(
      rows.map((one) => one['level']),
      ['Read'],
    );
  });
  it('open and setup objects have no filter', () => {
    for (const name of ['Open__c', 'Seen__c', 'User', 'Lead', 'Setup__c']) {
      assert.equal(
        rules.readFilter({ userId: users.worker, mode: 'user', sharing: true }, object(name), 't0'),
        null,
        name,
      );
    }
  });
  it('a deleted share opens nothing', () => {
    const share = shareWith('adminOwned', users.mate, 'Read');
    assert.ok(visible('mate', 'Secret__c').includes('adminOwned'));
    store.markDeleted(object('Secret__Share'), [share.id as string], true);
    assert.ok(!visible('mate', 'Secret__c').includes('adminOwned'));
  });
});

const WRITE_CASES: readonly { person: Person; record: string; edit: boolean; delete: boolean }[] = [
  { person: 'worker', record: 'workerOwned', edit: true, delete: true },
  { person: 'boss', record: 'workerOwned', edit: true, delete: true },
  { person: 'mate', record: 'workerOwned', edit: false, delete: false },
  { person: 'worker', record: 'queueOwned', edit: true, delete: true },
  { person: 'mate', record: 'readShared', edit: false, delete: false },
  { person: 'worker', record: 'editShared', edit: true, delete: false },
  { person: 'viewer', record: 'workerOwned', edit: false, delete: false },
  { person: 'master', record: 'workerOwned', edit: true, delete: true },
  { person: 'admin', record: 'workerOwned', edit: true, delete: true },
];

describe('changing records of a private object', () => {
  for (const one of WRITE_CASES) {
    it(`${one.person} on ${one.record}: edit ${one.edit}, delete ${one.delete}`, () => {
      const record = secrets[one.record] as SObjectRecord;
      assert.deepEqual(
        [rules.canEdit(users[one.person], record), rules.canDelete(users[one.person], record)],
        [one.edit, one.delete],
      );
    });
  }

  it('who may edit the master may edit and delete the detail', () => {
    const on = (person: Person, name: string): boolean[] => {
      const part = parts[name] as SObjectRecord;
      return [rules.canEdit(users[person], part), rules.canDelete(users[person], part)];
    };
    assert.deepEqual(on('worker', 'editShared'), [true, true]);
    assert.deepEqual(on('mate', 'readShared'), [false, false]);
  });

  it('a public object is edited by all, deleted by the owner and above; a read-only one edited by neither', () => {
    const open = save('Open__c', { Name: 'o', OwnerId: users.worker });
    assert.deepEqual(
      [rules.canEdit(users.mate, open), rules.canDelete(users.mate, open), rules.canDelete(users.boss, open)],
      [true, false, true],
    );
    const seen = save('Seen__c', { Name: 's', OwnerId: users.worker });
    assert.deepEqual([rules.canEdit(users.mate, seen), rules.canEdit(users.worker, seen)], [false, true]);
  });

  it('the stored owner decides, not the one about to be saved', () => {
    const stolen = (secrets['adminOwned'] as SObjectRecord).copy();
    stolen.set('OwnerId', users.mate);
    assert.equal(rules.canEdit(users.mate, stolen), false);
  });
});
