/** JSON of the data API → records ready to save: names checked, values converted, parents found by their external ids. */
import { OrgError } from '../types.ts';
import type { Id, Raw } from '../types.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import { SObjectRecord } from '../store/record.ts';
import type { Org } from '../org.ts';
import { isObject } from './json-body.ts';
import type { JsonObject } from './json-body.ts';
import { readDate, readDateTime, readTime } from './instants.ts';

type Reader = (value: unknown) => Raw | undefined;

const asText: Reader = (value) =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
const asNumber: Reader = (value) => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
};
const asWhole: Reader = (value) => {
  const number = asNumber(value);
  return Number.isInteger(number) ? number : undefined;
};
const asBoolean: Reader = (value) => {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return undefined;
};
const from =
  (read: (text: string) => Raw | undefined): Reader =>
  (value) =>
    typeof value === 'string' ? read(value) : undefined;

/** Types without an entry take text. */
const READERS: Readonly<Partial<Record<FieldSchema['type'], Reader>>> = {
  boolean: asBoolean,
  int: asWhole,
  double: asNumber,
  currency: asNumber,
  percent: asNumber,
  date: from(readDate),
  datetime: from(readDateTime),
  time: from(readTime),
};

const JSON_KINDS: Readonly<Record<string, string>> = {
  string: 'VALUE_STRING',
  number: 'VALUE_NUMBER',
  boolean: 'VALUE_BOOLEAN',
};

function convert(field: FieldSchema, value: unknown): Raw {
  if (value === null || value === '') return null;
  const raw = (READERS[field.type] ?? asText)(value);
  if (raw !== undefined) return raw;
  const kind = Array.isArray(value) ? 'START_ARRAY' : (JSON_KINDS[typeof value] ?? 'START_OBJECT');
  const shown = typeof value === 'object' ? '' : ` value ${String(value).slice(0, 80)}`;
  throw new OrgError(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${kind}${shown} in field ${field.name}`,
    {
      fields: [field.name],
    },
  );
}

export function noSuchColumn(object: ObjectSchema, name: string): OrgError {
  return new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

/** `{Package__r: {Package_ID__c: '033…'}}` names the parent by one external id. */
function parentId(org: Org, userId: Id, field: FieldSchema, value: JsonObject): Raw {
  const keys = Object.keys(value).filter((name) => name !== 'attributes');
  const target = org.schema.requireObject(field.referenceTo[0] ?? '');
  const key = keys[0] === undefined ? undefined : target.field(keys[0]);
  if (keys.length !== 1 || key === undefined || !(key.externalId || key.name === 'Id')) {
    throw new OrgError(
      'INVALID_FIELD',
      `${field.relationshipName ?? field.name} must name exactly one external id field of ${target.name}`,
    );
  }
  const wanted = convert(key, value[keys[0] ?? '']);
  const found = org.query(userId, `SELECT Id FROM ${target.name} WHERE ${key.name} = :wanted`, { binds: { wanted } });
  const id = found.kind === 'rows' ? found.records[0]?.id : null;
  if (id === null || id === undefined) {
    throw new OrgError(
      'INVALID_FIELD',
      `Foreign key external ID: ${String(wanted)} not found for field ${key.name} in entity ${target.name}`,
    );
  }
  return id;
}

/** Reads one record. Throws `INVALID_FIELD` or `JSON_PARSER_ERROR` and names the field. */
export function readRecord(org: Org, userId: Id, object: ObjectSchema, input: JsonObject): SObjectRecord {
  const record = new SObjectRecord(object);
  for (const [name, value] of Object.entries(input)) {
    if (name === 'attributes') continue;
    const parent = isObject(value) ? object.parentRelationship(name) : undefined;
    if (parent !== undefined && isObject(value)) {
      record.set(parent.name, parentId(org, userId, parent, value));
      continue;
    }
    const field = object.field(name);
    if (field === undefined) throw noSuchColumn(object, name);
    record.set(field.name, convert(field, value));
  }
  return record;
}

/** The object named in `attributes.type`. */
export function objectOfAttributes(org: Org, input: JsonObject): ObjectSchema {
  const attributes = input['attributes'];
  const type = isObject(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') throw new OrgError('INVALID_FIELD', 'attributes.type is required on every record');
  return org.schema.requireObject(type);
}
