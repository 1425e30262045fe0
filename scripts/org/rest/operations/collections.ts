/** `composite/sobjects`: up to 200 records in one call. */
import { OrgError } from '../../types.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { SaveResult } from '../../dml/contract.ts';
import type { DmlOperation } from '../../dml/contract.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { asOrgError, notFound } from '../errors.ts';
import { listOf, objectBody, objectOf as asObject } from '../json-body.ts';
import type { JsonObject } from '../json-body.ts';
import { json } from '../message.ts';
import { objectOfAttributes, readRecord } from '../record-input.ts';
import { toId18 } from '../../store/ids.ts';
import { resultJson, save } from '../save.ts';

const MOST_RECORDS = 200;

function checkCount(count: number): void {
  if (count > MOST_RECORDS)
    throw new OrgError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`,
    );
}

const ROLLED_BACK = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
} as const;

function unreadable(error: unknown): SaveResult {
  const { code, message, fields } = asOrgError(error);
  return { id: null, success: false, errors: [{ statusCode: code, message, fields }] };
}

/** Reads every record, saves the readable ones as one statement, and puts all results back in order. */
function saveAll(
  call: Call,
  operation: DmlOperation,
  inputs: readonly JsonObject[],
  options: { allOrNone: boolean; externalIdField?: string },
): SaveResult[] {
  const read = inputs.map((input) => {
    try {
      return readRecord(call.hosted.org, call.userId, objectOfAttributes(call.hosted.org, input), input);
    } catch (error) {
      return unreadable(error);
    }
  });
  const records = read.filter((entry) => entry instanceof SObjectRecord);
  if (options.allOrNone && records.length < read.length) {
    return read.map((entry) =>
      entry instanceof SObjectRecord ? { id: null, success: false, errors: [ROLLED_BACK] } : entry,
    );
  }
  const saved = records.length === 0 ? [] : save(call, operation, records, options);
  let next = 0;
  return read.map((entry) =>
    entry instanceof SObjectRecord ? (saved[next++] ?? unreadable(new Error('No result'))) : entry,
  );
}

function collection(operation: DmlOperation): Operation {
  return (call) => {
    const body = objectBody(call.request);
    const inputs = listOf(body['records'], 'records').map((entry) => asObject(entry, 'records[]'));
    checkCount(inputs.length);
    const key = operation === 'upsert' ? upsertKey(call) : {};
    const results = saveAll(call, operation, inputs, { allOrNone: body['allOrNone'] === true, ...key });
    return json(results.map((result) => resultJson(result, operation === 'upsert')));
  };
}

function upsertKey(call: Call): { externalIdField: string } {
  const object = call.hosted.org.schema.requireObject(param(call, 'object'));
  const field = object.field(param(call, 'field'));
  if (field === undefined)
    throw notFound(`Provided external ID field does not exist or is not accessible: ${param(call, 'field')}`);
  return { externalIdField: field.name };
}

export const createCollection = collection('insert');
export const updateCollection = collection('update');
export const upsertCollection = collection('upsert');

export const deleteCollection: Operation = (call) => {
  const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new OrgError('REQUIRED_FIELD_MISSING', 'ids is required');
  checkCount(ids.length);
  const allOrNone = call.query.get('allOrNone') === 'true';
  const records = ids.map((text) => {
    const id = toId18(text);
    const object = id === undefined ? undefined : call.hosted.org.schema.objectByKeyPrefix(id.slice(0, 3));
    if (id === undefined || object === undefined) throw new OrgError('MALFORMED_ID', `malformed id ${text}`);
    const record = new SObjectRecord(object);
    record.set('Id', id);
    return record;
  });
  return json(save(call, 'delete', records, { allOrNone }).map((result) => resultJson(result)));
};
