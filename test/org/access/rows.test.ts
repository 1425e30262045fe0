/** Ways to a record as rows, permission set groups, and the proof that every entry of the support tables has a row. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccessRules } from '../../../scripts/org/access/index.ts';
import { RULES } from '../../../scripts/org/access/rights.ts';
import { syncSetup } from '../../../scripts/org/access/seed.ts';
import { SetupRows } from '../../../scripts/org/access/setup-rows.ts';
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import { row as makeRow } from '../store/rows.ts';
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { Id } from '../../../scripts/org/types.ts';
import { component } from '../schema/files.ts';
import { COMPONENTS, NOW, peopleOrg } from './people.ts';
import { OBJECT_CASES } from './rights.cases.ts';
import { MODELS, SHARING_ROWS, WAYS } from './sharing.cases.ts';
import type { Circle, Person, SharingRow } from './sharing.cases.ts';

const { schema, store, rules, users } = peopleOrg();
const setup = new SetupRows(store, schema, NOW, users.admin);
const groupNamed = (keys: Record<string, string>): Id => setup.find('Group', keys) ?? '';
const newGroup = (name: string, bosses: boolean, member: Id): Id => {
  const id = setup.insert('Group', { Name: name, DeveloperName: name, Type: 'Regular', DoesIncludeBosses: bosses });
  setup.insert('GroupMember', { GroupId: id, UserOrGroupId: member });
  return id;
};
const crew = newGroup('Crew', true, users.mate);
const circles: Record<Circle, Id> = {
  desk: groupNamed({ Type: 'Queue' }),
  crew,
  outer: newGroup('Outer', true, crew),
  closed: newGroup('Closed', false, users.mate),
  teamRole: groupNamed({ Type: 'Role', DeveloperName: 'Team' }),
  bossAndBelow: groupNamed({ Type: 'RoleAndSubordinates', DeveloperName: 'Boss' }),
  everybody: setup.insert('Group', { Name: 'All', DeveloperName: 'AllInternalUsers', Type: 'Organization' }),
};
rules.invalidate();

const idOf = (who: Person | Circle): Id => (who in circles ? circles[who as Circle] : users[who as Person]);

function save(object: string, values: Record<string, string>): SObjectRecord {
  const record = makeRow(store, schema.requireObject(object), values);
  store.insert(record.object, [record]);
  return record;
}

/** The record of a row; a detail has its owner and shares by its master. */
function recordOf({ object, owner, shared }: SharingRow): SObjectRecord {
  const holder = object === 'Part__c' ? 'Secret__c' : object;
  const record = save(holder, { Name: 'x', OwnerId: idOf(owner) });
  if (shared !== undefined) {
    save(holder.replace('__c', '__Share'), {
      ParentId: record.id ?? '',
      UserOrGroupId: idOf(shared[0]),
      AccessLevel: shared[1],
      RowCause: 'Manual',
    });
  }
  return object === 'Part__c' ? save('Part__c', { Name: 'x', Secret__c: record.id ?? '' }) : record;
}

function reach(row: SharingRow, record: SObjectRecord): string {
  const userId = users[row.person];
  const filter = rules.readFilter({ userId, mode: 'user', sharing: row.sharing ?? true }, record.object, 't0');
  const seen = store.get(
    `SELECT 1 FROM "${row.object}" t0 WHERE t0."Id" = ?${filter === null ? '' : ` AND ${filter.sql}`}`,
    [record.id, ...(filter?.params ?? [])],
  );
  const letters = [
    seen !== undefined && 'r',
    row.sharing !== false && rules.canEdit(userId, record) && 'e',
    row.sharing !== false && rules.canDelete(userId, record) && 'd',
  ];
  return letters.filter(Boolean).join('');
}

for (const row of SHARING_ROWS) {
  const how = row.shared === undefined ? '' : `, shared with ${row.shared.join(' for ')}`;
  test(`${row.way}: ${row.person} on ${row.object} of ${row.owner}${how}: ${row.expected || 'nothing'}`, () => {
    assert.equal(reach(row, recordOf(row)), row.expected);
  });
}

const GROUP = component(
  'PermissionSetGroup',
  'Bundle',
  '<label>Bundle</label><permissionSets>Viewer</permissionSets><permissionSets>Worker</permissionSets>',
);

function bundled() {
  const org = peopleOrg([GROUP]);
  const rows = new SetupRows(org.store, org.schema, NOW, org.users.admin);
  const groupId = rows.find('PermissionSetGroup', { DeveloperName: 'Bundle' }) ?? '';
  rows.insert('PermissionSetAssignment', { PermissionSetGroupId: groupId, AssigneeId: org.users.nobody });
  org.rules.invalidate();
  return { ...org, rows, groupId };
}

test('a permission set group gives what all its sets give', () => {
  const org = bundled();
  const secret = org.rules.object(org.users.nobody, org.schema.requireObject('Secret__c'));
  assert.deepEqual([secret.read, secret.create, secret.viewAll, secret.modifyAll], [true, true, true, false]);
  assert.equal(org.rules.hasCustomPermission(org.users.nobody, 'Extend'), true);
  assert.deepEqual(org.rules.field(org.users.nobody, org.schema.requireObject('Lead'), 'Email'), {
    read: true,
    edit: false,
  });
});

test('a set that leaves the group takes its rights along', () => {
  const org = bundled();
  org.rows.removeBy('PermissionSetGroupComponent', 'PermissionSetId', [
    org.rows.find('PermissionSet', { Name: 'Worker' }) ?? '',
  ]);
  org.rules.invalidate();
  const secret = org.rules.object(org.users.nobody, org.schema.requireObject('Secret__c'));
  assert.deepEqual([secret.read, secret.create], [true, false]);
});

test('a group that is deployed no more grants nothing; one that mutes is refused', () => {
  const org = bundled();
  const next = buildSchema(COMPONENTS, { version: 2 }).schema;
  syncSetup(org.store, next, NOW + 1);
  assert.equal(
    createAccessRules(next, org.store).object(org.users.nobody, next.requireObject('Secret__c')).read,
    false,
  );
  const muting = component('PermissionSetGroup', 'M', '<label>M</label><mutingPermissionSets>x</mutingPermissionSets>');
  assert.deepEqual(
    buildSchema([...COMPONENTS, muting], { version: 3 }).problems.map(({ message }) => message),
    ['Muting permission sets are not supported by the local org'],
  );
});

test('every way and every sharing model has rows', () => {
  const count = (way: string): number => SHARING_ROWS.filter((row) => row.way === way).length;
  assert.deepEqual(
    WAYS.filter((way) => count(way) < 3),
    [],
  );
  for (const [model, object] of Object.entries(MODELS)) {
    assert.equal(schema.requireObject(object).sharingModel, model);
    assert.ok(
      SHARING_ROWS.some((row) => row.object === object),
      model,
    );
  }
});

test('every kind of object has a row of rights', () => {
  const kinds = new Set(OBJECT_CASES.map(({ object }) => schema.requireObject(object).kind));
  assert.deepEqual(
    Object.keys(RULES).filter((kind) => !kinds.has(kind as keyof typeof RULES)),
    [],
  );
});
