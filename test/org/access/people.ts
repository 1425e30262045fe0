/** A small org with roles, queues, permission sets and people, for the tests of access. */
import assert from 'node:assert/strict';
import type { Id, MetadataComponent } from '../../../scripts/org/types.ts';
import { createAccessRules } from '../../../scripts/org/access/index.ts';
import type { AccessRules } from '../../../scripts/org/access/contract.ts';
import { createUser, seedOrg, syncSetup } from '../../../scripts/org/access/seed.ts';
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import type { OrgSchema } from '../../../scripts/org/schema/model.ts';
import { openStore } from '../../../scripts/org/store/index.ts';
import type { OrgStore } from '../../../scripts/org/store/index.ts';
import { component, customObject, field } from '../schema/files.ts';

export const NOW = 1_772_000_000_000;

const objectRights = (object: string, letters: string): string => `<objectPermissions>
<allowCreate>${letters.includes('c')}</allowCreate><allowDelete>${letters.includes('d')}</allowDelete><allowEdit>${letters.includes('e')}</allowEdit>
<allowRead>${letters.includes('r')}</allowRead><modifyAllRecords>${letters.includes('M')}</modifyAllRecords><object>${object}</object><viewAllRecords>${letters.includes('V')}</viewAllRecords></objectPermissions>`;

const fieldRights = (name: string, edit: boolean): string =>
  `<fieldPermissions><editable>${edit}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

export const COMPONENTS = [
  customObject('Secret__c', {
    sharingModel: 'Private',
    more: '<enableHistory>true</enableHistory>',
    fields:
      field('Code__c', 'Text', '<length>9</length>') +
      field('Must__c', 'Text', '<length>9</length><required>true</required>'),
  }),
  customObject('Open__c'),
  customObject('Seen__c', { sharingModel: 'Read' }),
  customObject('Part__c', {
    sharingModel: 'ControlledByParent',
    fields: field(
      'Secret__c',
      'MasterDetail',
      '<referenceTo>Secret__c</referenceTo><relationshipName>Parts</relationshipName>',
    ),
  }),
  component(
    'CustomObject',
    'Signal__e',
    '<label>Signal</label><pluralLabel>Signals</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>',
  ),
  component(
    'CustomObject',
    'Policy__mdt',
    '<label>Policy</label><pluralLabel>Policies</pluralLabel><visibility>Public</visibility>',
  ),
  component('CustomObject', 'Setup__c', '<label>S</label><customSettingsType>Hierarchy</customSettingsType>'),
  component(
    'CustomPermission',
    'Extend',
    '<label>Extend</label><requiredPermission><customPermission>Look</customPermission><dependency>true</dependency></requiredPermission>',
  ),
  component('CustomPermission', 'Look', '<label>Look</label>'),
  component(
    'PermissionSet',
    'Worker',
    `<label>Worker</label>${['Secret__c', 'Open__c', 'Seen__c', 'Part__c'].map((name) => objectRights(name, 'rced')).join('')}${fieldRights('Secret__c.Code__c', true)}<classAccesses><apexClass>WorkerController</apexClass><enabled>true</enabled></classAccesses><customPermissions><enabled>true</enabled><name>Extend</name></customPermissions><userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`,
  ),
  component(
    'PermissionSet',
    'Viewer',
    `<label>Viewer</label>${objectRights('Secret__c', 'rV')}${objectRights('Lead', 'r')}${objectRights('Signal__e', 'rc')}<customMetadataTypeAccesses><enabled>true</enabled><name>Policy__mdt</name></customMetadataTypeAccesses>${fieldRights('Lead.Email', false)}${fieldRights('Secret__c.Code__c', false)}`,
  ),
  component('PermissionSet', 'Master', `<label>Master</label>${objectRights('Secret__c', 'redVM')}`),
  component(
    'PermissionSet',
    'Auditor',
    '<label>Auditor</label><userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions>',
  ),
  component(
    'PermissionSet',
    'Ruler',
    '<label>Ruler</label><userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions>',
  ),
  component('Role', 'Boss', '<name>Boss</name>'),
  component('Role', 'Team', '<name>Team</name><parentRole>Boss</parentRole>'),
  component(
    'Queue',
    'Desk',
    '<name>Desk</name><queueSobject><sobjectType>Secret__c</sobjectType></queueSobject><queueMembers><users><user>worker@x.example</user></users></queueMembers>',
  ),
];

export interface People {
  readonly schema: OrgSchema;
  readonly store: OrgStore;
  readonly rules: AccessRules;
  readonly users: Readonly<
    Record<
      | 'admin'
      | 'automatic'
      | 'standard'
      | 'nobody'
      | 'worker'
      | 'mate'
      | 'boss'
      | 'viewer'
      | 'master'
      | 'auditor'
      | 'ruler',
      Id
    >
  >;
}

/** @param more further components beside those of every test */
export function peopleOrg(more: readonly MetadataComponent[] = []): People {
  const components = [...COMPONENTS, ...more];
  const { schema, problems } = buildSchema(components, { version: 1 });
  assert.deepEqual(problems, []);
  const store = openStore(':memory:');
  store.applySchema(schema);
  const before = buildSchema(
    components.filter((one) => one.type !== 'Queue'),
    { version: 0 },
  ).schema;
  const seeded = seedOrg(store, before, {
    orgId: '00D000000000001EAA',
    orgName: 'Test',
    now: NOW,
    adminUsername: 'admin@x.example',
  });
  const user = (name: string, profile: string, more: { role?: string; permissionSets?: string[] } = {}): Id =>
    createUser(store, schema, {
      username: `${name}@x.example`,
      profile,
      now: NOW,
      createdById: seeded.adminId,
      ...more,
    });
  const minimum = 'minimum access - salesforce';
  const users = {
    admin: seeded.adminId,
    automatic: seeded.automatedProcessId,
    standard: user('standard', 'Standard User'),
    nobody: user('nobody', minimum),
    worker: user('worker', minimum, { role: 'Team', permissionSets: ['Worker'] }),
    mate: user('mate', minimum, { role: 'Team', permissionSets: ['Worker'] }),
    boss: user('boss', minimum, { role: 'Boss', permissionSets: ['Worker'] }),
    viewer: user('viewer', minimum, { permissionSets: ['Viewer'] }),
    master: user('master', minimum, { permissionSets: ['Master'] }),
    auditor: user('auditor', minimum, { permissionSets: ['Auditor'] }),
    ruler: user('ruler', minimum, { permissionSets: ['Ruler'] }),
  };
  syncSetup(store, schema, NOW);
  return { schema, store, rules: createAccessRules(schema, store), users };
}
