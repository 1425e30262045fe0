/** `ui-api/records`: one record as LWC's record service reads and writes it. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { objectBody, objectOf as asObject, textOf } from '../json-body.ts';
import type { JsonObject } from '../json-body.ts';
import { json, noContent } from '../message.ts';
import { readRecord } from '../record-input.ts';
import { toId18 } from '../../store/ids.ts';
import { save } from '../save.ts';
import { uiSaveError } from './errors.ts';
import { recordView, resolveFields, viewerOf } from './record-view.ts';

const SYSTEM_FIELDS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'] as const;

function target(call: Call): { id: Id; object: ObjectSchema } {
  const id = toId18(param(call, 'id'));
  const object = id === undefined ? undefined : call.hosted.org.schema.objectByKeyPrefix(id.slice(0, 3));
  if (id === undefined || object === undefined)
    throw new OrgError('INVALID_PARAMETER_VALUE', `Invalid record id: ${param(call, 'id')}`);
  return { id, object };
}

function list(call: Call, name: string): string[] {
  return (call.query.get(name) ?? '').split(',').filter((entry) => entry.trim() !== '');
}

/** Lookups are asked for with their parent's name, so that they show as people read them. */
function withParentNames(call: Call, object: ObjectSchema, columns: readonly string[]): string[] {
  const names = columns.flatMap((column) => {
    const field = object.field(column);
    if (field?.type !== 'reference' || field.relationshipName === undefined) return [];
    // A lookup to several objects shares the one field that all of them have.
    const nameField =
      field.referenceTo.length > 1 ? 'Name' : call.hosted.org.schema.object(field.referenceTo[0] ?? '')?.nameField;
    return nameField === undefined ? [] : [`${field.relationshipName}.${nameField}`];
  });
  return [...new Set([...columns, ...names])];
}

/** The record with the asked fields; a layout type asks for all of them. */
export function readView(
  call: Call,
  object: ObjectSchema,
  id: Id,
  fields: readonly string[],
  optional: readonly string[],
): Record<string, unknown> {
  const { org } = call.hosted;
  const asked = [
    ...resolveFields(call.hosted, object, fields, false, call.userId),
    ...resolveFields(call.hosted, object, optional, true, call.userId),
  ];
  const system = SYSTEM_FIELDS.filter((name) => object.field(name) !== undefined);
  const columns = withParentNames(call, object, [...new Set([...asked, ...system])]);
  const found = org.query(call.userId, `SELECT ${columns.join(', ')} FROM ${object.name} WHERE Id = :wanted`, {
    binds: { wanted: id },
  });
  const record = found.kind === 'rows' ? found.records[0] : undefined;
  if (record === undefined) throw new OrgError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
  return recordView(record, viewerOf(call.hosted, call.userId));
}

function allFields(object: ObjectSchema): string[] {
  return object.fields.filter((field) => field.type !== 'base64').map((field) => field.name);
}

export const getUiRecord: Operation = (call) => {
  const { id, object } = target(call);
  const fields = list(call, 'fields');
  const optional = list(call, 'optionalFields');
  const isLayout = call.query.has('layoutTypes');
  if (fields.length === 0 && optional.length === 0 && !isLayout) {
    throw new OrgError('ILLEGAL_QUERY_PARAMETER_VALUE', 'fields, optionalFields or layoutTypes is required');
  }
  return json(readView(call, object, id, fields, isLayout ? [...optional, ...allFields(object)] : optional));
};

function inputFields(body: JsonObject): JsonObject {
  return asObject(body['fields'], 'fields');
}

export const createUiRecord: Operation = (call) => {
  const body = objectBody(call.request);
  const object = call.hosted.org.schema.requireObject(textOf(body['apiName'], 'apiName'));
  const record = readRecord(call.hosted.org, call.userId, object, inputFields(body));
  const [result] = save(call, 'insert', [record], { allOrNone: true });
  if (result?.success !== true || result.id === null) return uiSaveError(result?.errors ?? [], object);
  return json(readView(call, object, result.id, [], allFields(object)), 201);
};

export const updateUiRecord: Operation = (call) => {
  const { id, object } = target(call);
  const { Id: ignored, ...fields } = inputFields(objectBody(call.request));
  void ignored;
  const record = readRecord(call.hosted.org, call.userId, object, fields);
  record.set('Id', id);
  const [result] = save(call, 'update', [record], { allOrNone: true });
  if (result?.success !== true) return uiSaveError(result?.errors ?? [], object);
  return json(readView(call, object, id, [], allFields(object)));
};

export const deleteUiRecord: Operation = (call) => {
  const { id, object } = target(call);
  const record = new SObjectRecord(object);
  record.set('Id', id);
  const [result] = save(call, 'delete', [record], { allOrNone: true });
  return result?.success === true ? noContent() : uiSaveError(result?.errors ?? [], object);
};
