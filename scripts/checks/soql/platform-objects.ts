/**
 * Standard objects: names from the description that ships with apex-ls (all objects of the platform), kinds of field from the
 * local org's own tables where it has the object.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { buildSchema } from '../../org/schema/index.ts';
import type { FieldSchema } from '../../org/schema/model.ts';
import { classFields } from './class-file.ts';
import { addField, newObject } from './query-schema.ts';
import type { QueryObject, QueryType } from './query-schema.ts';

const FOLDER = 'com/nawforce/runforce/SObjects/';
const TYPES: Readonly<Record<string, QueryType>> = {
  Id: 'reference',
  String: 'text',
  Boolean: 'boolean',
  Integer: 'int',
  Long: 'number',
  Double: 'number',
  Decimal: 'number',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
  Blob: 'base64',
};

/** Fields that stand on objects only where an org has a feature; they are never called wrong. */
const OPTIONAL_FIELDS = ['CurrencyIsoCode', 'RecordTypeId', 'MayEdit', 'IsLocked', 'NetworkId', 'Division'];

interface Library {
  readonly bytes: Uint8Array | null;
  /** Entry by lower-case object name. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Objects that tell of metadata; the description lacks some of their names. */
const INCOMPLETE = /definition|view$|particle$|^(flow|apex)/;

let library: Library | null = null;

function openLibrary(): Library {
  if (library !== null) return library;
  try {
    const require = createRequire(import.meta.url);
    const engine = path.dirname(require.resolve('@salesforce/code-analyzer-pmd-engine/package.json'));
    const folder = path.join(engine, 'dist', 'java-lib');
    const jar = readdirSync(folder).find((name) => /^sobject-types-.*\.jar$/.test(name));
    if (jar === undefined) throw new Error(`No sobject-types library in ${folder}`);
    const bytes = new Uint8Array(readFileSync(path.join(folder, jar)));
    const entries = new Map<string, string>();
    unzipSync(bytes, {
      filter: ({ name }) => {
        const match = /^com\/nawforce\/runforce\/SObjects\/(\w+)\.class$/.exec(name);
        if (match?.[1] !== undefined) entries.set(match[1].toLowerCase(), name);
        return false;
      },
    });
    return (library = { bytes, entries });
  } catch {
    return (library = { bytes: null, entries: new Map() });
  }
}

const known = new Map<string, QueryObject | null | undefined>();

/** `undefined` for a name the platform does not have; `null` where that cannot be told. */
export function platformObject(name: string): QueryObject | null | undefined {
  const key = name.toLowerCase();
  if (!known.has(key)) known.set(key, readObject(key));
  return known.get(key);
}

let own: ReturnType<typeof buildSchema>['schema'] | null = null;

function readObject(key: string): QueryObject | null | undefined {
  const { bytes, entries } = openLibrary();
  own ??= buildSchema([], { version: 1 }).schema;
  const local = own.object(key);
  const entry = entries.get(key);
  if (bytes === null || entry === undefined) {
    if (local === undefined) return bytes === null ? null : undefined;
    const object = newObject(local.name, 'standard', true);
    for (const field of local.fields) addLocal(object, field);
    for (const child of local.childRelationships) object.children.set(child.name.toLowerCase(), child.childObject);
    return object;
  }
  const object = newObject(entry.slice(FOLDER.length, -'.class'.length), 'standard', INCOMPLETE.test(key));
  const text = unzipSync(bytes, { filter: (file) => file.name === entry })[entry];
  if (text !== undefined) addMembers(object, classFields(text));
  for (const name of OPTIONAL_FIELDS) if (!object.fields.has(name.toLowerCase())) addField(object, name, 'unknown');
  for (const field of local?.fields ?? []) addLocal(object, field);
  for (const child of local?.childRelationships ?? []) {
    object.children.set(child.name.toLowerCase(), child.childObject);
  }
  return object;
}

function addMembers(object: QueryObject, members: ReadonlyMap<string, string>): void {
  for (const [name, descriptor] of members) {
    if (name.includes('$') || descriptor.includes('$')) continue;
    const match = /^(\[?)Lcom\/nawforce\/runforce\/(\w+)\/(\w+);$/.exec(descriptor);
    if (match === null) continue;
    const [, isList, space, type = ''] = match;
    if (isList === '[') object.children.set(name.toLowerCase(), type);
    else if (space === 'SObjects' && type === 'Address') addField(object, name, 'address');
    else if (space === 'SObjects' && type === 'Location') addField(object, name, 'location');
    else if (space === 'SObjects') object.parents.set(name.toLowerCase(), { name, targets: [type] });
    else if (space === 'System') addField(object, name, name === 'Id' ? 'id' : (TYPES[type] ?? 'unknown'));
    else addField(object, name, 'unknown');
  }
}

/** Our own tables know text from long text, picklists and several targets. */
function addLocal(object: QueryObject, field: FieldSchema): void {
  const isIndexed = ['id', 'reference'].includes(field.type) || field.unique || field.externalId;
  addField(object, field.name, localType(field), { formula: field.formula ?? null, isIndexed });
  if (field.relationshipName === undefined) return;
  object.parents.set(field.relationshipName.toLowerCase(), {
    name: field.relationshipName,
    targets: object.parents.get(field.relationshipName.toLowerCase())?.targets ?? field.referenceTo,
  });
}

function localType(field: FieldSchema): QueryType {
  if (field.isLongText) return 'longtext';
  switch (field.type) {
    case 'currency':
    case 'percent':
    case 'double':
      return 'double';
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
    case 'combobox':
    case 'string':
      return 'string';
    case 'anyType':
      return 'unknown';
    default:
      return field.type;
  }
}
