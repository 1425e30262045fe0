import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAccessRules } from '../../../scripts/org/access/index.ts';
import { assignPermissionSet, seedOrg, syncSetup } from '../../../scripts/org/access/seed.ts';
import { SetupRows } from '../../../scripts/org/access/setup-rows.ts';
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import { component } from '../schema/files.ts';
import { COMPONENTS, NOW, peopleOrg } from './people.ts';
import { FIELD_CASES, OBJECT_CASES } from './rights.cases.ts';

const { schema, store, rules, users } = peopleOrg();

describe('object rights', () => {
  for (const { person, object, rights } of OBJECT_CASES) {
    it(`${person} on ${object}: ${rights || 'nothing'}`, () => {
      const found = rules.object(users[person], schema.requireObject(object));
      const letters = [
        found.read && 'r',
        found.create && 'c',
        found.edit && 'e',
        found.delete && 'd',
        found.viewAll && 'V',
        found.modifyAll && 'M',
      ];
      assert.equal(letters.filter(Boolean).join(''), rights);
    });
  }
});

describe('field rights', () => {
  for (const { person, field, rights } of FIELD_CASES) {
    it(`${person} on ${field}: ${rights || 'nothing'}`, () => {
      const [object = '', name = ''] = field.split('.');
      const found = rules.field(users[person], schema.requireObject(object), name);
      assert.equal(`${found.read ? 'r' : ''}${found.edit ? 'e' : ''}`, rights);
    });
  }
});

describe('permissions', () => {
  it('custom permissions bring those they require, and nobody has them by profile', () => {
    assert.deepEqual(
      ['Extend', 'look'].map((name) => rules.hasCustomPermission(users.worker, name)),
      [true, true],
    );
    assert.equal(rules.hasCustomPermission(users.viewer, 'Extend'), false);
    assert.equal(rules.hasCustomPermission(users.admin, 'Extend'), false);
  });

  it('user permissions come from profile and sets', () => {
    assert.equal(rules.hasUserPermission(users.admin, 'ModifyAllData'), true);
    assert.equal(rules.hasUserPermission(users.standard, 'apiEnabled'), true);
    assert.equal(rules.hasUserPermission(users.nobody, 'ApiEnabled'), false);
    assert.equal(rules.hasUserPermission(users.worker, 'ApiEnabled'), true);
  });

  it('classes are open to administrators and to whom a set opens them', () => {
    assert.deepEqual(
      [users.admin, users.worker, users.viewer].map((id) => rules.canAccessClass(id, 'workercontroller')),
      [true, true, false],
    );
  });

  it('an assignment counts after invalidate', () => {
    const org = peopleOrg();
    const secret = org.schema.requireObject('Secret__c');
    assert.equal(org.rules.object(org.users.nobody, secret).read, false);
    assignPermissionSet(org.store, org.schema, { userId: org.users.nobody, name: 'Viewer', now: NOW });
    assert.equal(org.rules.object(org.users.nobody, secret).read, false);
    org.rules.invalidate();
    assert.equal(org.rules.object(org.users.nobody, secret).read, true);
  });

  it('a permission set of rows alone grants what its rows say', () => {
    const org = peopleOrg();
    const rows = new SetupRows(org.store, org.schema, NOW, org.users.admin);
    const setId = rows.insert('PermissionSet', { Name: 'Handmade', Label: 'Handmade' });
    rows.insert('ObjectPermissions', { ParentId: setId, SobjectType: 'Open__c', PermissionsRead: true });
    rows.insert('SetupEntityAccess', {
      ParentId: setId,
      SetupEntityId: rows.find('CustomPermission', { DeveloperName: 'Look' }) ?? null,
    });
    assignPermissionSet(org.store, org.schema, { userId: org.users.nobody, name: 'Handmade', now: NOW });
    assert.equal(org.rules.object(org.users.nobody, org.schema.requireObject('Open__c')).read, true);
    assert.equal(org.rules.hasCustomPermission(org.users.nobody, 'Look'), true);
  });
});

describe('the seeded org', () => {
  it('has organization, profiles, people and lead statuses', () => {
    const list = (sql: string): unknown[] => store.all(sql).map((row) => Object.values(row)[0]);
    assert.deepEqual(list('SELECT "Name" FROM "Organization"'), ['Test']);
    assert.deepEqual(list('SELECT "Name" FROM "Profile" ORDER BY 1'), [
      'Contract Manager',
      'Marketing User',
      'Minimum Access - Salesforce',
      'Read Only',
      'Solution Manager',
      'Standard User',
      'System Administrator',
    ]);
    assert.deepEqual(list('SELECT "MasterLabel" FROM "LeadStatus" WHERE "IsConverted" = 1'), ['Closed - Converted']);
    assert.deepEqual(list('SELECT "Name" FROM "PermissionSet" WHERE "IsOwnedByProfile" = 0 ORDER BY 1'), [
      'Auditor',
      'Master',
      'Ruler',
      'Viewer',
      'Worker',
    ]);
    assert.deepEqual(list('SELECT "CreatedById" FROM "User" WHERE "UserType" = \'AutomatedProcess\''), [users.admin]);
  });

  it('refuses a queue with an unknown member', () => {
    const queue = component(
      'Queue',
      'Odd',
      '<name>Odd</name><queueMembers><users><user>gone@x.example</user></users></queueMembers>',
    );
    const next = buildSchema([...COMPONENTS, queue], { version: 2 }).schema;
    assert.throws(() => syncSetup(peopleOrg().store, next, NOW), {
      message: 'In field: queueMembers - no User named gone@x.example found',
    });
  });

  it('is seeded once', () => {
    const again = seedOrg(store, schema, {
      orgId: '00D000000000009EAA',
      orgName: 'Other',
      now: NOW,
      adminUsername: 'other@x.example',
    });
    assert.deepEqual(again, { adminId: users.admin, automatedProcessId: users.automatic });
    assert.equal(store.get('SELECT count(*) AS n FROM "Organization"')?.['n'], 1);
  });

  it('follows the next deploy: sets change, go, and keep their ids; handmade ones stay', () => {
    const org = peopleOrg();
    new SetupRows(org.store, org.schema, NOW, null).insert('PermissionSet', { Name: 'Handmade', Label: 'Handmade' });
    const idOf = (name: string): unknown =>
      org.store.get('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ?', [name])?.['Id'];
    const worker = idOf('Worker');
    const fewer = COMPONENTS.filter((one) => one.fullName !== 'Viewer').map((one) =>
      one.fullName === 'Worker'
        ? { ...one, content: one.content.replace('<label>Worker</label>', '<label>Renamed</label>') }
        : one,
    );
    const next = buildSchema(fewer, { version: 2 }).schema;
    syncSetup(org.store, next, NOW + 1);
    assert.equal(idOf('Viewer'), undefined);
    assert.equal(idOf('Worker'), worker);
    assert.ok(idOf('Handmade'));
    assert.equal(
      org.store.get('SELECT "Label" FROM "PermissionSet" WHERE "Id" = ?', [worker as string])?.['Label'],
      'Renamed',
    );
    assert.equal(
      createAccessRules(next, org.store).object(org.users.viewer, next.requireObject('Secret__c')).read,
      false,
    );
    assert.equal(
      org.store.get('SELECT count(*) AS n FROM "ObjectPermissions" WHERE "ParentId" = ?', [worker as string])?.['n'],
      4,
    );
  });
});
