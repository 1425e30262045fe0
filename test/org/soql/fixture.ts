/** A small org for query tests: packages, licenses, accounts, tasks with polymorphic parents. */
import { DatabaseSync } from 'node:sqlite';
import { makeField, picklistValue } from '../../../scripts/org/schema/field.ts';
import { makeObject, makeSchema } from '../../../scripts/org/schema/object-schema.ts';
import type {
  ChildRelationship,
  FieldSchema,
  FieldType,
  ObjectSchema,
  OrgSchema,
} from '../../../scripts/org/schema/model.ts';
import type { OrgMetadata } from '../../../scripts/org/schema/metadata.ts';
import { auditFields, idField, isDeletedField, ownerField } from '../../../scripts/org/schema/system-fields.ts';
import type { SqlValue, Store } from '../../../scripts/org/store/contract.ts';
import type { Access, AccessRules } from '../../../scripts/org/access/contract.ts';
import type { BindValue, QueryContext, QueryResult } from '../../../scripts/org/soql/contract.ts';
import { run } from '../../../scripts/org/soql/index.ts';

type Given = Partial<FieldSchema> & { name: string; type: FieldType };

const text = (name: string, more: Partial<FieldSchema> = {}): Given => ({
  name,
  type: 'string',
  length: 255,
  custom: name.endsWith('__c'),
  ...more,
});
const reference = (
  name: string,
  referenceTo: string[],
  relationshipName: string,
  childRelationshipName?: string,
): Given => ({
  name,
  type: 'reference',
  length: 18,
  referenceTo,
  relationshipName,
  custom: name.endsWith('__c'),
  ...(childRelationshipName === undefined ? {} : { childRelationshipName }),
});

const OBJECTS: Readonly<Record<string, { prefix: string; fields: Given[] }>> = {
  Package__c: {
    prefix: 'a00',
    fields: [
      text('Name', { isNameField: true }),
      text('Namespace__c'),
      reference('Vendor__c', ['Account'], 'Vendor__r', 'Packages__r'),
    ],
  },
  License__c: {
    prefix: 'a01',
    fields: [
      text('Name', { isNameField: true }),
      reference('Package__c', ['Package__c'], 'Package__r', 'Licenses__r'),
      reference('Account__c', ['Account'], 'Account__r', 'Licenses__r'),
      {
        name: 'Status__c',
        type: 'picklist',
        custom: true,
        picklistValues: [
          picklistValue('Trial', false, 'On trial'),
          picklistValue('Active'),
          picklistValue('Suspended'),
        ],
      },
      { name: 'Seats__c', type: 'double', custom: true },
      { name: 'Used__c', type: 'int', custom: true },
      { name: 'Expires__c', type: 'date', custom: true },
      { name: 'Installed__c', type: 'datetime', custom: true },
      { name: 'Sandbox__c', type: 'boolean', custom: true },
      { name: 'Features__c', type: 'multipicklist', custom: true },
      text('Key__c', { caseSensitive: true, unique: true, externalId: true }),
      { name: 'Notes__c', type: 'textarea', custom: true, isLongText: true, filterable: false },
      { name: 'Free_Seats__c', type: 'double', custom: true, formula: 'Seats__c - Used__c', createable: false },
      text('Package_Name__c', { formula: 'Package__r.Name', createable: false }),
    ],
  },
  /** One field of each type. */
  Sample__c: {
    prefix: 'a02',
    fields: [
      text('Name', { isNameField: true }),
      text('Text__c'),
      { name: 'Area__c', type: 'textarea', custom: true },
      { name: 'Email__c', type: 'email', custom: true },
      { name: 'Phone__c', type: 'phone', custom: true },
      { name: 'Url__c', type: 'url', custom: true },
      {
        name: 'Pick__c',
        type: 'picklist',
        custom: true,
        picklistValues: [picklistValue('Low'), picklistValue('High')],
      },
      { name: 'Multi__c', type: 'multipicklist', custom: true },
      { name: 'Combo__c', type: 'combobox', custom: true },
      { name: 'Any__c', type: 'anyType', custom: true },
      { name: 'Flag__c', type: 'boolean', custom: true },
      { name: 'Int__c', type: 'int', custom: true },
      { name: 'Double__c', type: 'double', custom: true },
      { name: 'Money__c', type: 'currency', custom: true },
      { name: 'Rate__c', type: 'percent', custom: true },
      { name: 'Day__c', type: 'date', custom: true },
      { name: 'At__c', type: 'datetime', custom: true },
      { name: 'Clock__c', type: 'time', custom: true },
      { name: 'File__c', type: 'base64', custom: true, filterable: false },
      reference('Link__c', ['Account'], 'Link__r', 'Samples__r'),
    ],
  },
  Account: {
    prefix: '001',
    fields: [
      text('Name', { isNameField: true }),
      text('Industry'),
      { name: 'Active__c', type: 'boolean', custom: true },
    ],
  },
  Contact: {
    prefix: '003',
    fields: [
      text('Name', { isNameField: true }),
      { name: 'Email', type: 'email' },
      { name: 'Phone', type: 'phone' },
      reference('AccountId', ['Account'], 'Account', 'Contacts'),
    ],
  },
  Task: {
    prefix: '00T',
    fields: [text('Subject', { isNameField: true }), reference('WhatId', ['Account', 'Package__c'], 'What')],
  },
  User: {
    prefix: '005',
    fields: [text('Name', { isNameField: true }), text('Username'), { name: 'IsActive', type: 'boolean' }],
  },
  Group: { prefix: '00G', fields: [text('Name', { isNameField: true }), text('Type')] },
};

function buildSchema(): OrgSchema {
  const lists = new Map(
    Object.entries(OBJECTS).map(([name, { fields }]) => {
      const own = fields.map((field) => makeField(field));
      const owner =
        name === 'User' || name === 'Group' ? [] : [ownerField(name === 'License__c' ? ['User', 'Group'] : ['User'])];
      return [name, [idField(), isDeletedField(), ...own, ...owner, ...auditFields()]];
    }),
  );
  const children = new Map<string, ChildRelationship[]>();
  for (const [childObject, fields] of lists) {
    for (const field of fields) {
      if (field.childRelationshipName === undefined) continue;
      for (const target of field.referenceTo) {
        children.set(target, [
          ...(children.get(target) ?? []),
          { name: field.childRelationshipName, childObject, field: field.name },
        ]);
      }
    }
  }
  const objects = [...lists].map(([name, fields]): ObjectSchema =>
    makeObject(
      {
        name,
        label: name,
        pluralLabel: `${name}s`,
        kind: name.endsWith('__c') ? 'custom' : 'standard',
        custom: name.endsWith('__c'),
        keyPrefix: OBJECTS[name]?.prefix ?? '',
        sharingModel: 'ReadWrite',
        fields,
        nameField: fields.find((field) => field.isNameField)?.name ?? 'Name',
        validationRules: [],
        historyTracked: false,
        createable: true,
        updateable: true,
        deletable: true,
        queryable: true,
        triggerable: true,
      } as Parameters<typeof makeObject>[0],
      children.get(name) ?? [],
    ),
  );
  return makeSchema(objects, new Map([['Greeting', 'Hello']]), {} as OrgMetadata, { version: 1 });
}

export const schema = buildSchema();

/** `a01000000000001AAA`-like id of row `number` of an object. */
export function id(object: string, number: number): string {
  return `${OBJECTS[object]?.prefix ?? '000'}${String(number).padStart(12, '0')}AAA`;
}

const NUMBER_TYPES = new Set(['double', 'currency', 'percent']);
const INTEGER_TYPES = new Set(['int', 'boolean', 'datetime', 'time']);

function columnSql(field: FieldSchema): string {
  if (NUMBER_TYPES.has(field.type)) return `"${field.name}" REAL`;
  if (INTEGER_TYPES.has(field.type))
    return `"${field.name}" INTEGER${field.type === 'boolean' ? ' NOT NULL DEFAULT 0' : ''}`;
  const isExact = field.caseSensitive || field.type === 'id' || field.type === 'reference';
  return `"${field.name}" TEXT${isExact ? '' : ' COLLATE NOCASE'}`;
}

/** A database with the fixture's tables; only reading is needed, so that is all of the store there is. */
export function openStore(): { store: Store; insert(object: string, rows: readonly Record<string, SqlValue>[]): void } {
  const database = new DatabaseSync(':memory:');
  for (const object of schema.objects) {
    const columns = object.fields.filter((field) => field.formula === undefined).map(columnSql);
    database.exec(`CREATE TABLE "${object.name}" (${columns.join(', ')}, PRIMARY KEY ("Id"))`);
    for (const field of object.fields) {
      if (field.type === 'reference' || field.externalId)
        database.exec(`CREATE INDEX "${object.name}_${field.name}" ON "${object.name}" ("${field.name}")`);
    }
  }
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)));
    return statement;
  };
  const store = {
    all: (sql: string, params: readonly SqlValue[] = []) => prepare(sql).all(...params),
  } as unknown as Store;
  return {
    store,
    insert(object, rows) {
      for (const row of rows) {
        const names = Object.keys(row);
        prepare(
          `INSERT INTO "${object}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        ).run(...Object.values(row));
      }
    },
  };
}

export const NOW = Date.parse('2026-03-18T02:30:00Z');
export const USER = id('User', 1);
export const OTHER = id('User', 2);

/** Everybody sees everything but what is named here. */
export function rules(hidden: readonly string[] = [], filter: AccessRules['readFilter'] = () => null): AccessRules {
  return {
    object: (_user, object) => {
      const read = !hidden.includes(object.name);
      return { read, create: read, edit: read, delete: read, viewAll: false, modifyAll: false };
    },
    field: (_user, object, field) => ({ read: !hidden.includes(`${object.name}.${field}`), edit: true }),
    readFilter: filter,
  } as Partial<AccessRules> as AccessRules;
}

export const SYSTEM: Access = { userId: USER, mode: 'system', sharing: false };

export function contextOf(store: Store, more: Partial<QueryContext> = {}): QueryContext {
  return { schema, store, access: rules(), clock: { now: () => NOW }, timeZone: 'America/Los_Angeles', ...more };
}

/** The fixture's rows. */
export function sampleStore(): Store {
  const { store, insert } = openStore();
  insert('User', [
    { Id: USER, Name: 'Ada Admin', Username: 'ada@example.com', IsActive: 1 },
    { Id: OTHER, Name: 'Bo Builder', Username: 'bo@example.com', IsActive: 0 },
  ]);
  insert('Group', [{ Id: id('Group', 1), Name: 'Renewals', Type: 'Queue' }]);
  insert('Account', [
    { Id: id('Account', 1), Name: 'Acme', Industry: 'Energy', Active__c: 1, OwnerId: USER },
    { Id: id('Account', 2), Name: 'acorn 100%', Industry: null, Active__c: 0, OwnerId: OTHER },
    { Id: id('Account', 3), Name: 'Gone', Industry: 'Energy', IsDeleted: 1, OwnerId: USER },
  ]);
  insert('Contact', [
    {
      Id: id('Contact', 1),
      Name: 'Cy Lee',
      Email: 'cy@acme.example',
      Phone: '555-1',
      AccountId: id('Account', 1),
      OwnerId: USER,
    },
    { Id: id('Contact', 2), Name: 'Di Moss', Email: 'di@acme.example', AccountId: id('Account', 1), OwnerId: USER },
    { Id: id('Contact', 3), Name: 'Ed Nox', AccountId: null, OwnerId: USER },
  ]);
  insert('Package__c', [
    { Id: id('Package__c', 1), Name: 'Alpha', Namespace__c: 'alpha', Vendor__c: id('Account', 1), OwnerId: USER },
    { Id: id('Package__c', 2), Name: 'Beta', Namespace__c: 'beta', OwnerId: USER },
  ]);
  const license = (number: number, values: Record<string, SqlValue>) => ({
    Id: id('License__c', number),
    Name: `L-${number}`,
    OwnerId: USER,
    CreatedDate: Date.parse('2026-01-05T00:00:00Z') + number * 86_400_000,
    ...values,
  });
  insert('License__c', [
    license(1, {
      Package__c: id('Package__c', 1),
      Account__c: id('Account', 1),
      Status__c: 'Active',
      Seats__c: 10,
      Used__c: 4,
      Expires__c: '2026-03-17',
      Installed__c: Date.parse('2026-03-17T08:00:00Z'),
      Sandbox__c: 0,
      Features__c: 'A;B',
      Key__c: 'abc',
    }),
    license(2, {
      Package__c: id('Package__c', 1),
      Account__c: id('Account', 2),
      Status__c: 'Trial',
      Seats__c: 5,
      Used__c: 5,
      Expires__c: '2026-03-18',
      Installed__c: Date.parse('2026-03-18T02:00:00Z'),
      Sandbox__c: 1,
      Features__c: 'B;C',
      Key__c: 'ABC',
    }),
    license(3, {
      Package__c: id('Package__c', 2),
      Account__c: null,
      Status__c: 'Suspended',
      Seats__c: null,
      Used__c: 1,
      Expires__c: null,
      Installed__c: null,
      Sandbox__c: 0,
      Features__c: null,
      OwnerId: id('Group', 1),
    }),
    license(4, {
      Package__c: id('Package__c', 2),
      Account__c: id('Account', 1),
      Status__c: null,
      Seats__c: 1,
      Used__c: 0,
      Expires__c: '2025-12-31',
      Installed__c: Date.parse('2026-03-17T06:59:00Z'),
      Sandbox__c: 0,
      Features__c: 'C',
      IsDeleted: 0,
    }),
    license(5, {
      Package__c: id('Package__c', 2),
      Status__c: 'Active',
      Seats__c: 99,
      Used__c: 0,
      Sandbox__c: 0,
      IsDeleted: 1,
    }),
  ]);
  insert('Sample__c', [
    {
      Id: id('Sample__c', 1),
      Name: 'full',
      Text__c: "it's 50%_off\\",
      Area__c: 'two words',
      Email__c: 'Ann@Example.com',
      Phone__c: '+1 555',
      Url__c: 'https://a.example',
      Pick__c: 'Low',
      Multi__c: 'A;B',
      Combo__c: 'free',
      Any__c: 'any',
      Flag__c: 1,
      Int__c: 7,
      Double__c: 2.5,
      Money__c: 1234.5,
      Rate__c: 12.5,
      Day__c: '2026-03-17',
      At__c: Date.parse('2026-03-17T23:30:15Z'),
      Clock__c: 45_000_000,
      File__c: 'QUJD',
      Link__c: id('Account', 1),
      OwnerId: USER,
    },
    { Id: id('Sample__c', 2), Name: 'empty', Flag__c: 0, OwnerId: USER },
  ]);
  insert('Task', [
    { Id: id('Task', 1), Subject: 'Call', WhatId: id('Account', 1), OwnerId: USER },
    { Id: id('Task', 2), Subject: 'Check', WhatId: id('Package__c', 2), OwnerId: USER },
    { Id: id('Task', 3), Subject: 'Idle', WhatId: null, OwnerId: USER },
  ]);
  return store;
}

/** Names of the rows a query returns, the count, or the grouped rows as plain objects. */
export function answer(result: QueryResult): unknown {
  if (result.kind === 'count') return result.count;
  if (result.kind === 'aggregate') return result.records.map((record) => ({ ...record.values }));
  return result.records.map((record) => record.get(record.object.nameField));
}

export function ask(
  store: Store,
  text_: string,
  binds: Readonly<Record<string, BindValue>> = {},
  more: Partial<QueryContext> = {},
  access = SYSTEM,
): QueryResult {
  return run(contextOf(store, more), text_, binds, access);
}
