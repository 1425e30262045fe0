/** Apex values ↔ JSON, as REST resources, Aura-enabled methods and invocable actions carry them. */
import type { FieldSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { Raw } from '../../types.ts';
import type { UserClass, UserField } from '../contract.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexList, ApexMap, ApexSet, typeArguments } from '../runtime/values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/date.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import { ApexEnum, enumConstant } from '../runtime/values/enum.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { ApexObject } from '../runtime/values/object.ts';
import type { ValueWorld } from './serialise.ts';

/** `aura`: only @AuraEnabled members, records without attributes, nulls left out. `rest`: as `JSON.serialize` writes. */
export type JsonStyle = 'aura' | 'rest' | 'invocable';

const MEMBER_ANNOTATION: Readonly<Partial<Record<JsonStyle, string>>> = {
  aura: 'auraenabled',
  invocable: 'invocablevariable',
};

export function toJson(value: unknown, world: ValueWorld, style: JsonStyle): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (value instanceof Decimal) return Number(value.toPlainString());
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return instant(value.ms, style);
  if (value instanceof ApexTime) return new Date(value.ms).toISOString().slice(11);
  if (value instanceof ApexBlob) return value.toBase64();
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexList) return value.items.map((item) => toJson(item, world, style));
  if (value instanceof ApexSet) return value.values().map((item) => toJson(item, world, style));
  if (value instanceof ApexMap) {
    return Object.fromEntries(
      value.entries().map(([key, item]) => [String(toJson(key, world, style)), toJson(item, world, style)]),
    );
  }
  if (value instanceof SObjectRecord) return recordToJson(value, style);
  const type = value instanceof ApexObject ? world.userClass(value.apexType) : undefined;
  if (type === undefined) throw new ApexException('JSONException', `Type cannot be serialized: ${typeName(value)}`);
  return objectToJson(value, type, world, style);
}

function typeName(value: object): string {
  return value instanceof ApexObject ? value.apexType : value.constructor.name;
}

function instant(ms: number, style: JsonStyle): string {
  const iso = new Date(ms).toISOString();
  return style === 'rest' ? iso.replace('Z', '+0000') : iso;
}

/** Instance fields that JSON of this style carries, superclasses first. */
function members(type: UserClass, world: ValueWorld, style: JsonStyle): UserField[] {
  const annotation = MEMBER_ANNOTATION[style];
  const own = type.fields.filter((field) => {
    if (field.isStatic || (field.isTransient && style === 'rest')) return false;
    return annotation === undefined || field.annotations.some((one) => one.name === annotation);
  });
  const parent = type.superclass === undefined ? undefined : world.userClass(type.superclass);
  return parent === undefined ? own : [...members(parent, world, style), ...own];
}

function objectToJson(value: unknown, type: UserClass, world: ValueWorld, style: JsonStyle): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const field of members(type, world, style)) {
    const member = toJson(field.get(value), world, style);
    if (member !== null || style === 'rest') json[field.name] = member;
  }
  return json;
}

export function recordToJson(record: SObjectRecord, style: JsonStyle): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  if (style === 'rest') {
    const url = record.id === null ? {} : { url: `/services/data/v66.0/sobjects/${record.object.name}/${record.id}` };
    json['attributes'] = { type: record.object.name, ...url };
  }
  for (const [name, value] of Object.entries(record.values)) {
    const field = record.object.field(name);
    if (value === null && style !== 'rest') continue;
    json[name] = field === undefined ? value : rawToJson(field, value, style);
  }
  for (const [name, parent] of Object.entries(record.parents ?? {})) {
    if (parent !== null) json[name] = recordToJson(parent, style);
    else if (style === 'rest') json[name] = null;
  }
  for (const [name, rows] of Object.entries(record.children ?? {})) {
    const records = rows.map((row) => recordToJson(row, style));
    json[name] = style === 'rest' ? { totalSize: records.length, done: true, records } : records;
  }
  return json;
}

function rawToJson(field: FieldSchema, value: Raw, style: JsonStyle): unknown {
  if (typeof value !== 'number') return value;
  if (field.type === 'datetime') return instant(value, style);
  if (field.type === 'time') return new Date(value).toISOString().slice(11);
  return value;
}

type FromJson = (json: unknown) => unknown;

function refuse(json: unknown, type: string): never {
  throw new ApexException('JSONException', `Illegal value for primitive: ${JSON.stringify(json)} is no ${type}`);
}

function numberOf(json: unknown, type: string): number {
  const value = typeof json === 'string' ? Number(json) : json;
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse(json, type);
}

function instantOf(json: unknown): number {
  if (typeof json === 'number') return json;
  const ms = Date.parse(String(json).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? refuse(json, 'Datetime') : ms;
}

const PRIMITIVES: Readonly<Record<string, FromJson>> = {
  String: (json) => (typeof json === 'object' ? refuse(json, 'String') : String(json)),
  Id: (json) => (typeof json === 'string' ? json : refuse(json, 'Id')),
  Boolean: (json) =>
    json === 'true' ? true : json === 'false' ? false : typeof json === 'boolean' ? json : refuse(json, 'Boolean'),
  Integer: (json) => Math.trunc(numberOf(json, 'Integer')) | 0,
  Long: (json) => BigInt(Math.trunc(numberOf(json, 'Long'))),
  Decimal: (json) => Decimal.parse(String(json)) ?? refuse(json, 'Decimal'),
  Double: (json) => new ApexDouble(numberOf(json, 'Double')),
  Date: (json) => ApexDate.parseIso(String(json)) ?? refuse(json, 'Date'),
  Datetime: (json) => new ApexDatetime(instantOf(json)),
  Time: (json) => new ApexTime(Date.parse(`1970-01-01T${String(json).replace(/Z?$/, 'Z')}`)),
  Blob: (json) => ApexBlob.fromBase64(String(json)),
};

/** Value of a canonical Apex type from JSON. Throws `JSONException` for what does not fit. */
export function fromJson(json: unknown, type: string, world: ValueWorld, style: JsonStyle): unknown {
  if (json === null || json === undefined) return null;
  const primitive = PRIMITIVES[type];
  if (primitive !== undefined) return json === '' && type !== 'String' ? null : primitive(json);
  if (type === 'Object') return untyped(json);
  const [element = 'Object', valueType = 'Object'] = typeArguments(type);
  if (type.startsWith('List<'))
    return new ApexList(
      type,
      array(json).map((item) => fromJson(item, element, world, style)),
    );
  if (type.startsWith('Set<'))
    return new ApexSet(
      type,
      array(json).map((item) => fromJson(item, element, world, style)),
    );
  if (type.startsWith('Map<')) {
    const entries = Object.entries(json as Record<string, unknown>);
    return new ApexMap(
      type,
      entries.map(([key, item]) => [fromJson(key, element, world, style), fromJson(item, valueType, world, style)]),
    );
  }
  const user = world.userClass(type);
  if (user !== undefined) return userValue(json, user, world, style);
  return recordFromJson(json as Record<string, unknown>, type, world);
}

function array(json: unknown): unknown[] {
  return Array.isArray(json) ? (json as unknown[]) : refuse(json, 'List');
}

/** JSON of unknown type, as `JSON.deserializeUntyped` reads it. */
export function untyped(json: unknown): unknown {
  if (json === null || json === undefined) return null;
  if (Array.isArray(json)) return new ApexList('List<Object>', json.map(untyped));
  if (typeof json === 'object') {
    return new ApexMap(
      'Map<String,Object>',
      Object.entries(json).map(([key, item]) => [key, untyped(item)] as const),
    );
  }
  if (typeof json !== 'number') return json;
  return Number.isInteger(json) ? (Math.abs(json) < 2 ** 31 ? json : BigInt(json)) : Decimal.fromNumber(json);
}

function userValue(json: unknown, type: UserClass, world: ValueWorld, style: JsonStyle): unknown {
  if (type.kind === 'enum') return enumOf(type, String(json));
  const instance = type.construct([]);
  const given = json as Record<string, unknown>;
  for (const field of members(type, world, style)) {
    if (Object.hasOwn(given, field.name)) field.set(instance, fromJson(given[field.name], field.type, world, style));
  }
  return instance;
}

function enumOf(type: UserClass, name: string): unknown {
  const constants: Iterable<unknown> = type.js instanceof Map ? type.js.values() : Object.values(type.js as object);
  for (const one of constants) if (one instanceof ApexEnum && one.name.toLowerCase() === name.toLowerCase()) return one;
  return enumConstant(type.name, name);
}

/** An SObject from JSON; `attributes` and `sobjectType` name its object where the declared type is `SObject`. */
export function recordFromJson(json: Record<string, unknown>, type: string, world: ValueWorld): SObjectRecord {
  const stated =
    json['sobjectType'] ?? json['sObjectType'] ?? (json['attributes'] as { type?: string } | undefined)?.type;
  const object = world.schema.requireObject(type === 'SObject' ? String(stated) : type);
  const record = new SObjectRecord(object);
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes' || name.toLowerCase() === 'sobjecttype') continue;
    const field = object.field(name);
    if (field !== undefined) record.set(field.name, rawFromJson(field, value));
    else setParent(record, name, value, world);
  }
  return record;
}

function setParent(record: SObjectRecord, name: string, value: unknown, world: ValueWorld): void {
  const reference = record.object.parentRelationship(name);
  if (reference === undefined) {
    throw new ApexException('JSONException', `No such column '${name}' on sobject of type ${record.object.name}`);
  }
  const target = reference.referenceTo[0] ?? '';
  const parent = value === null ? null : recordFromJson(value as Record<string, unknown>, target, world);
  (record.parents ??= {})[reference.relationshipName ?? name] = parent;
}

const RAW_NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

function rawFromJson(field: FieldSchema, json: unknown): Raw {
  if (json === null || json === undefined || json === '') return null;
  if (field.type === 'datetime') return instantOf(json);
  if (field.type === 'boolean') return json === true || json === 'true';
  if (RAW_NUMBERS.has(field.type)) return numberOf(json, field.type);
  if (field.type === 'time') return Date.parse(`1970-01-01T${String(json).replace(/Z?$/, 'Z')}`);
  return typeof json === 'object' ? refuse(json, field.type) : String(json);
}
