/** One license with its parents, and an org around it, for formula tests. */
import { makeField, picklistValue } from '../../../scripts/org/schema/field.ts';
import { makeObject, makeSchema } from '../../../scripts/org/schema/object-schema.ts';
import type { FieldSchema, FieldType, ObjectSchema, OrgSchema } from '../../../scripts/org/schema/model.ts';
import type { OrgMetadata } from '../../../scripts/org/schema/metadata.ts';
import { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { Store } from '../../../scripts/org/store/contract.ts';
import type { AccessRules } from '../../../scripts/org/access/contract.ts';
import { makeFormulas } from '../../../scripts/org/formula/index.ts';
import type { Formulas } from '../../../scripts/org/formula/index.ts';
import type { Raw } from '../../../scripts/org/types.ts';

type Given = Partial<FieldSchema> & { name: string; type: FieldType };

const FIELDS: Readonly<Record<string, Given[]>> = {
  License__c: [
    { name: 'Name', type: 'string', isNameField: true },
    { name: 'OwnerId', type: 'reference', referenceTo: ['Group', 'User'], relationshipName: 'Owner' },
    { name: 'Package__c', type: 'reference', referenceTo: ['Package__c'], relationshipName: 'Package__r' },
    { name: 'Status__c', type: 'picklist', picklistValues: [picklistValue('Trial'), picklistValue('Active')] },
    { name: 'Features__c', type: 'multipicklist' },
    { name: 'Seats__c', type: 'double' },
    { name: 'Used__c', type: 'int' },
    { name: 'Blank__c', type: 'double' },
    { name: 'Rate__c', type: 'percent' },
    { name: 'Industry__c', type: 'string' },
    { name: 'Sandbox__c', type: 'boolean' },
    { name: 'Expires__c', type: 'date' },
    { name: 'Installed__c', type: 'datetime' },
    { name: 'Area__c', type: 'textarea' },
    { name: 'Email__c', type: 'email' },
    { name: 'Phone__c', type: 'phone' },
    { name: 'Url__c', type: 'url' },
    { name: 'Combo__c', type: 'combobox' },
    { name: 'Any__c', type: 'anyType' },
    { name: 'File__c', type: 'base64' },
    { name: 'Money__c', type: 'currency' },
    { name: 'Clock__c', type: 'time' },
    { name: 'RecordTypeId', type: 'reference', referenceTo: ['RecordType'], relationshipName: 'RecordType' },
    { name: 'Free_Seats__c', type: 'double', formula: 'Seats__c - Used__c', scale: 0 },
    { name: 'Of_Package__c', type: 'string', formula: 'Package__r.Title__c & " " & TEXT(Free_Seats__c)' },
  ],
  Package__c: [
    { name: 'Name', type: 'string', isNameField: true },
    { name: 'OwnerId', type: 'reference', referenceTo: ['User'], relationshipName: 'Owner' },
    { name: 'Title__c', type: 'string', formula: 'UPPER(Name)' },
  ],
  User: [
    { name: 'Name', type: 'string', isNameField: true },
    { name: 'Username', type: 'string' },
    { name: 'TimeZoneSidKey', type: 'picklist' },
    { name: 'ProfileId', type: 'reference', referenceTo: ['Profile'], relationshipName: 'Profile' },
    { name: 'UserRoleId', type: 'reference', referenceTo: ['UserRole'], relationshipName: 'UserRole' },
  ],
  Profile: [{ name: 'Name', type: 'string', isNameField: true }],
  UserRole: [{ name: 'Name', type: 'string', isNameField: true }],
  Organization: [{ name: 'Name', type: 'string', isNameField: true }],
  RecordType: [
    { name: 'Name', type: 'string', isNameField: true },
    { name: 'DeveloperName', type: 'string' },
  ],
  Policy__mdt: [
    { name: 'DeveloperName', type: 'string' },
    { name: 'Days__c', type: 'double' },
  ],
  Group: [{ name: 'Name', type: 'string', isNameField: true }],
  Settings__c: [
    { name: 'SetupOwnerId', type: 'reference' },
    { name: 'Limit__c', type: 'double' },
    { name: 'Text__c', type: 'string' },
  ],
};

const KINDS: Readonly<Record<string, string>> = { Settings__c: 'setting', Policy__mdt: 'metadata' };

const PREFIXES: Readonly<Record<string, string>> = {
  License__c: 'a01',
  Package__c: 'a00',
  User: '005',
  Group: '00G',
  Settings__c: 'a09',
};

const objects = Object.entries(FIELDS).map(([name, given]): ObjectSchema => {
  const fields = [makeField({ name: 'Id', type: 'id' }), ...given.map((field) => makeField(field))];
  const data = {
    name,
    kind: KINDS[name] ?? 'custom',
    keyPrefix: PREFIXES[name],
    fields,
    nameField: 'Name',
    queryable: true,
  };
  return makeObject(data as unknown as Parameters<typeof makeObject>[0], []);
});

export const schema: OrgSchema = makeSchema(objects, new Map([['Greeting', 'Hello']]), {} as OrgMetadata, {
  version: 1,
});

export function record(objectName: string, values: Readonly<Record<string, Raw>>): SObjectRecord {
  return new SObjectRecord(
    schema.requireObject(objectName),
    Object.assign(Object.create(null) as Record<string, Raw>, values),
  );
}

/** 2026-03-18 02:30 in UTC, the evening of the 17th in Los Angeles. */
export const NOW = Date.UTC(2026, 2, 18, 2, 30);
export const USER_ID = '005000000000001AAA';
export const ORG_ID = '00D000000000001AAA';
const PROFILE_ID = '00e000000000001AAA';
const RECORD_TYPE_ID = '012000000000001AAA';
const ROLE_ID = '00E000000000001AAA';
export const user = record('User', {
  Id: USER_ID,
  Name: 'Ada Admin',
  Username: 'ada@example.com',
  TimeZoneSidKey: 'America/Los_Angeles',
  ProfileId: PROFILE_ID,
  UserRoleId: ROLE_ID,
});

/** Rows that `$` names read, besides the user and the settings. */
const rows = [
  user,
  record('Profile', { Id: PROFILE_ID, Name: 'Standard User' }),
  record('UserRole', { Id: ROLE_ID, Name: 'Boss' }),
  record('Organization', { Id: ORG_ID, Name: 'Test' }),
  record('Policy__mdt', { Id: 'Default', DeveloperName: 'Default', Days__c: 30 }),
];

/** Setting rows by owner; the store answers nothing else than these and the user. */
export function formulasWith(settings: Readonly<Record<string, Readonly<Record<string, Raw>>>> = {}): Formulas {
  const store = {
    load: (object: ObjectSchema, ids: readonly string[]) =>
      ids.flatMap((id) =>
        object.name !== 'Settings__c'
          ? rows.filter((one) => one.object === object && one.id === id)
          : settings[id.slice(4)] === undefined
            ? []
            : [record(object.name, { Id: id, ...settings[id.slice(4)] })],
      ),
    get: (_sql: string, [owner]: readonly string[] = []) =>
      owner === 'Default'
        ? { Id: owner }
        : owner !== undefined && settings[owner] !== undefined
          ? { Id: `row:${owner}` }
          : undefined,
  } as unknown as Store;
  const rules = {
    hasCustomPermission: (_user: string, name: string) => name === 'Bypass',
  } as Partial<AccessRules> as AccessRules;
  return makeFormulas({
    orgId: ORG_ID,
    store,
    schema,
    rules,
    clock: { now: () => NOW },
  });
}

/** The license of the cases, before and after. */
export function license(): { current: SObjectRecord; old: SObjectRecord } {
  const values = {
    Id: 'a01000000000001AAA',
    Name: 'L-1',
    OwnerId: USER_ID,
    Package__c: 'a00000000000001AAA',
    Status__c: 'Active',
    Features__c: 'A;B',
    Seats__c: 10,
    Used__c: 4,
    Blank__c: null,
    Rate__c: 12.5,
    Industry__c: null,
    Sandbox__c: false,
    Expires__c: '2026-03-17',
    Installed__c: Date.parse('2026-03-17T08:00:00Z'),
    Area__c: 'two\nlines',
    Email__c: 'ann@example.com',
    Phone__c: '555',
    Url__c: 'https://a.example',
    Combo__c: 'free',
    Any__c: 'any',
    Money__c: 12.5,
    Clock__c: 45_000_000,
    RecordTypeId: RECORD_TYPE_ID,
  };
  const current = record('License__c', values);
  const parent = record('Package__c', { Id: 'a00000000000001AAA', Name: 'Alpha', OwnerId: USER_ID });
  parent.parents = { Owner: user };
  const recordType = record('RecordType', { Id: RECORD_TYPE_ID, Name: 'Paid license', DeveloperName: 'Paid' });
  current.parents = { Package__r: parent, Owner: user, RecordType: recordType };
  return { current, old: record('License__c', { ...values, Seats__c: 8, Status__c: 'Trial' }) };
}
