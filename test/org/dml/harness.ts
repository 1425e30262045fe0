/** A small org for tests of DML: real schema and store, rules that allow everything unless told, triggers as functions. */
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import type { OrgSchema } from '../../../scripts/org/schema/model.ts';
import { openStore } from '../../../scripts/org/store/index.ts';
import type { Store } from '../../../scripts/org/store/contract.ts';
import { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { AccessRules } from '../../../scripts/org/access/contract.ts';
import type {
  DmlContext,
  DmlOperation,
  DmlOptions,
  SaveResult,
  TriggerEvent,
} from '../../../scripts/org/dml/contract.ts';
import { makeFormulas } from '../../../scripts/org/formula/index.ts';
import { runDml } from '../../../scripts/org/dml/index.ts';
import type { MetadataComponent, Raw } from '../../../scripts/org/types.ts';

export const USER_ID = '005000000000001AAA';
const ORG_ID = '00D000000000001AAA';
export const NOW = Date.UTC(2026, 0, 15, 12);

export function objectFile(name: string, body: string): MetadataComponent {
  const content =
    `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>${name}</label>` +
    `<pluralLabel>${name}s</pluralLabel><deploymentStatus>Deployed</deploymentStatus>${body}</CustomObject>`;
  return { type: 'CustomObject', fullName: name, path: `objects/${name}.object`, content };
}

export const TEXT_NAME =
  '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>';

export const PACKAGE = objectFile(
  'Package__c',
  `<fields><fullName>Package_ID__c</fullName><label>Package ID</label><type>Text</type><length>18</length><externalId>true</externalId><unique>true</unique></fields>${TEXT_NAME}`,
);

export const LICENSE = objectFile(
  'License__c',
  `<enableHistory>true</enableHistory>
  <fields><fullName>Package__c</fullName><label>Package</label><type>Lookup</type><referenceTo>Package__c</referenceTo><relationshipName>Licenses</relationshipName><relationshipLabel>Licenses</relationshipLabel><deleteConstraint>Restrict</deleteConstraint></fields>
  <fields><fullName>Backup__c</fullName><label>Backup</label><type>Lookup</type><referenceTo>Package__c</referenceTo><relationshipName>Backups</relationshipName><relationshipLabel>Backups</relationshipLabel><deleteConstraint>SetNull</deleteConstraint></fields>
  <fields><fullName>Status__c</fullName><label>Status</label><type>Picklist</type><trackHistory>true</trackHistory><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>Trial</fullName><default>true</default><label>Trial</label></value><value><fullName>Active</fullName><default>false</default><label>Active</label></value></valueSetDefinition></valueSet></fields>
  <fields><fullName>Seats__c</fullName><label>Seats</label><type>Number</type><precision>4</precision><scale>1</scale></fields>
  <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>10</length><externalId>true</externalId><unique>true</unique><caseSensitive>false</caseSensitive></fields>
  <fields><fullName>Contact__c</fullName><label>Contact</label><type>Email</type></fields>
  <fields><fullName>Owner_Code__c</fullName><label>Owner Code</label><type>Text</type><length>5</length><required>true</required><defaultValue>"X"</defaultValue></fields>
  <nameField><label>License</label><type>AutoNumber</type><displayFormat>L-{00000}</displayFormat></nameField><sharingModel>ReadWrite</sharingModel>`,
);

export const SEAT = objectFile(
  'Seat__c',
  `<fields><fullName>License__c</fullName><label>License</label><type>MasterDetail</type><referenceTo>License__c</referenceTo><relationshipName>Seat_List</relationshipName><relationshipLabel>Seats</relationshipLabel><relationshipOrder>0</relationshipOrder></fields>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>`,
);

const ALL = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

export function openRules(overrides: Partial<AccessRules> = {}): AccessRules {
  return {
    object: () => ALL,
    field: () => ({ read: true, edit: true }),
    hasCustomPermission: () => true,
    hasUserPermission: () => true,
    canAccessClass: () => true,
    readFilter: () => null,
    canEdit: () => true,
    canDelete: () => true,
    invalidate: () => undefined,
    ...overrides,
  };
}

export interface Harness {
  readonly schema: OrgSchema;
  readonly store: Store;
  readonly context: DmlContext;
  readonly fired: TriggerEvent[];
  readonly published: SObjectRecord[];
  record(object: string, values: Readonly<Record<string, Raw>>): SObjectRecord;
  run(operation: DmlOperation, records: readonly SObjectRecord[], options?: Partial<DmlOptions>): SaveResult[];
  rows(sql: string): Record<string, unknown>[];
  close(): void;
}

export type TriggerBody = (event: TriggerEvent) => void;

export function makeHarness(
  components: readonly MetadataComponent[],
  options: {
    triggers?: Readonly<Record<string, TriggerBody>>;
    rules?: Partial<AccessRules>;
    /** With the formula engine of the org. */
    formulas?: boolean;
  } = {},
): Harness {
  const { schema, problems } = buildSchema(components, { version: 1 });
  if (problems.length > 0) throw new Error(problems.map((one) => one.message).join('\n'));
  const store = openStore(':memory:');
  store.applySchema(schema);
  store.begin();
  const fired: TriggerEvent[] = [];
  const published: SObjectRecord[] = [];
  const bodies = options.triggers ?? {};
  const rules = openRules(options.rules);
  const context: DmlContext = {
    schema,
    store,
    access: rules,
    clock: { now: () => NOW },
    timeZone: 'GMT',
    triggers: {
      hasTriggers: (object, operation, timing) => `${object} ${timing} ${operation}` in bodies,
      fire: (event) => {
        fired.push(event);
        bodies[`${event.object} ${event.timing} ${event.operation}`]?.(event);
      },
    },
    publish: (records) => void published.push(...records),
    accessChanged: () => undefined,
    ...(options.formulas === true
      ? { formulas: makeFormulas({ orgId: ORG_ID, store, schema, rules, clock: { now: () => NOW } }).forSaves }
      : {}),
  };
  const harness: Harness = {
    schema,
    store,
    context,
    fired,
    published,
    record: (object, values) => {
      const record = new SObjectRecord(schema.requireObject(object));
      for (const [name, value] of Object.entries(values)) record.set(name, value);
      return record;
    },
    run: (operation, records, given = {}) =>
      runDml(context, operation, records, {
        allOrNone: true,
        access: { userId: USER_ID, mode: 'system', sharing: false },
        ...given,
      }),
    rows: (sql) => store.all(sql),
    close: () => store.close(),
  };
  store.insert(schema.requireObject('User'), [
    harness.record('User', { Id: USER_ID, LastName: 'Admin', IsActive: true }),
  ]);
  return harness;
}
