/** Field access on SObjects: typed and dynamic reads and writes, parents, children, clones and errors. */
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import { SObjectRecord } from '../../../store/record.ts';
import type { BindValue } from '../../../soql/contract.ts';
import { host } from '../../host.ts';
import { ChangeEventHeader } from '../change-event.ts';
import { ApexDate, ApexDatetime, ApexTime } from './date.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexException, throwException } from './exception.ts';
import { toId } from './ids.ts';
import { fromRaw, plainRaw, toRaw } from './raw.ts';

/** Field of an object by API name; throws SObjectException `Invalid field X for Y`. */
export function requireField(object: ObjectSchema, name: string): FieldSchema {
  return object.field(name) ?? throwException('SObjectException', `Invalid field ${name} for ${object.name}`);
}

export function newRecord(objectName: string): SObjectRecord {
  return new SObjectRecord(host().schema.requireObject(objectName));
}

/** Value of an aggregate row's alias. */
function aggregateValue(record: SObjectRecord, name: string): unknown {
  const alias = Object.keys(record.values).find((each) => each.toLowerCase() === name.toLowerCase());
  if (alias === undefined) return throwException('SObjectException', `Invalid field ${name} for AggregateResult`);
  const type = record.aggregateTypes?.[alias];
  return fromRaw(record.get(alias), (type ?? 'anyType') as FieldSchema['type']);
}

/** Value of a field as Apex reads it. Throws SObjectException for rows that a query returned without this field. */
export function getField(record: SObjectRecord, name: string): unknown {
  if (record.aggregateTypes) return aggregateValue(record, name);
  // Events have no id, yet every record can be asked for one.
  if (name === 'Id' && record.object.kind === 'event') return null;
  const field = requireField(record.object, name);
  if (field.apexType !== undefined) {
    const text = record.get(field.name);
    return text === null ? null : ChangeEventHeader.fromText(String(text));
  }
  if (record.has(field.name)) return fromRaw(record.get(field.name), field.type);
  if (record.queried && field.name !== 'Id') {
    throwException(
      'SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${record.object.name}.${field.name}`,
    );
  }
  return field.type === 'boolean' ? false : null;
}

function assertWritable(record: SObjectRecord): void {
  if ((record as { readOnly?: boolean }).readOnly === true) throwException('FinalException', 'Record is read-only');
}

/** Sets a field; the value's kind must fit. Ids become their 18-character form. */
export function setField(record: SObjectRecord, name: string, value: unknown): void {
  assertWritable(record);
  const field = requireField(record.object, name);
  if (value instanceof ChangeEventHeader && field.apexType !== undefined) {
    record.set(field.name, value.toText());
    return;
  }
  const isId = field.type === 'id' || field.type === 'reference';
  const given = isId && typeof value === 'string' ? toId(value) : value;
  record.set(field.name, toRaw(given, field.type));
}

/** Parent record by relationship name, `null` when there is none; throws for a relationship that was not queried. */
export function getParent(record: SObjectRecord, name: string): SObjectRecord | null {
  const field = record.object.parentRelationship(name);
  const relationship = field?.relationshipName;
  if (!field || relationship === undefined)
    return throwException('SObjectException', `Invalid relationship ${name} for ${record.object.name}`);
  const parents = record.parents;
  if (parents && relationship in parents) return parents[relationship] ?? null;
  if (record.queried && !record.has(field.name)) {
    throwException(
      'SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${record.object.name}.${relationship}`,
    );
  }
  return null;
}

export function setParent(record: SObjectRecord, name: string, parent: SObjectRecord | null): void {
  assertWritable(record);
  const relationship = record.object.parentRelationship(name)?.relationshipName;
  if (relationship === undefined)
    throwException('SObjectException', `Invalid relationship ${name} for ${record.object.name}`);
  (record.parents ??= {})[relationship] = parent;
}

/** Child rows of a sub-query as a list, `null` when dynamic access asks for rows that are not there. */
export function getChildren(record: SObjectRecord, name: string): ApexList<SObjectRecord> | null {
  const relationship = record.object.childRelationship(name);
  if (!relationship)
    return throwException('SObjectException', `Invalid relationship ${name} for ${record.object.name}`);
  const rows = record.children?.[relationship.name];
  if (rows) return new ApexList(`List<${relationship.childObject}>`, rows);
  return null;
}

/** Child rows as a typed member access reads them: an empty list where none were queried or set. */
export function childList(record: SObjectRecord, name: string): ApexList<SObjectRecord> {
  const relationship = record.object.childRelationship(name);
  return getChildren(record, name) ?? new ApexList(`List<${relationship?.childObject ?? 'SObject'}>`);
}

/** `sObject.get(name)`: fields and aggregate aliases. */
export function dynamicGet(record: SObjectRecord, name: string | null): unknown {
  if (name === null) return throwException('NullPointerException', 'Argument cannot be null.');
  return getField(record, name);
}

/** `sObject.put(name, value)`; returns the value before. */
export function dynamicPut(record: SObjectRecord, name: string, value: unknown): unknown {
  const field = requireField(record.object, name);
  const before = record.has(field.name) ? fromRaw(record.get(field.name), field.type) : null;
  setField(record, name, value);
  return before;
}

/** `clone(preserveId, isDeepClone, preserveReadonlyTimestamps, preserveAutonumber)`. */
export function cloneRecord(
  record: SObjectRecord,
  preserveId = false,
  deep = false,
  preserveTimestamps = false,
  preserveAutoNumber = false,
): SObjectRecord {
  const twin = record.copy();
  twin.queried = record.queried && preserveId;
  if (!preserveId) delete twin.values['Id'];
  if (!preserveTimestamps)
    for (const name of ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById']) delete twin.values[name];
  if (!preserveAutoNumber)
    for (const field of record.object.fields) if (field.autoNumberFormat !== undefined) delete twin.values[field.name];
  if (record.parents) {
    const entries = Object.entries(record.parents);
    twin.parents = Object.fromEntries(
      entries.map(([name, parent]) => [name, deep && parent ? cloneRecord(parent, true, true, true, true) : parent]),
    );
  }
  if (!deep) twin.children = null;
  twin.errors = null;
  return twin;
}

/** `getPopulatedFieldsAsMap()`: fields, parents and children that are set. */
export function populatedFields(record: SObjectRecord): ApexMap<string, unknown> {
  const map = new ApexMap<string, unknown>('Map<String,Object>');
  for (const name of Object.keys(record.values)) map.put(name, getField(record, name));
  for (const [name, parent] of Object.entries(record.parents ?? {})) if (parent) map.put(name, parent);
  for (const name of Object.keys(record.children ?? {})) map.put(name, getChildren(record, name));
  return map;
}

/** `addError` on the record or, with a field, on that field. */
export function addError(record: SObjectRecord, message: string | ApexException | null, field?: string): void {
  const text = message instanceof ApexException ? message.message : message;
  const fields = field === undefined ? [] : [requireField(record.object, field).name];
  record.addError({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: text ?? '', fields });
}

/** Value for a SOQL bind: collections become lists, SObjects their ids. */
export function toBind(value: unknown): BindValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return value;
  if (value instanceof ApexDate) return { kind: 'date', value: value.toIso() };
  if (value instanceof ApexDatetime) return { kind: 'datetime', value: value.ms };
  if (value instanceof ApexTime) return { kind: 'time', value: value.ms };
  if (value instanceof SObjectRecord) return value.id;
  if (value instanceof ApexList) return value.items.map(toBind);
  if (value instanceof ApexSet) return value.values().map(toBind);
  if (value instanceof ApexMap) return value.keys().map(toBind);
  return plainRaw(value);
}
