/** One record: create, get, update, delete, by id or by external id. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { notFound } from '../errors.ts';
import { objectBody } from '../json-body.ts';
import { json, noContent } from '../message.ts';
import { noSuchColumn, readRecord } from '../record-input.ts';
import { recordJson } from '../record-json.ts';
import { refusal, save } from '../save.ts';
import { toId18 } from '../../store/ids.ts';

const NO_RECORD = 'Provided external ID field does not exist or is not accessible: ';

export function objectOf(call: Call): ObjectSchema {
  const object = call.hosted.org.schema.object(param(call, 'object'));
  if (object === undefined) throw notFound();
  return object;
}

/** The id in the path; a malformed one or one of another object is refused as the platform does. */
function recordId(call: Call, object: ObjectSchema): Id {
  const id = toId18(param(call, 'id'));
  if (id === undefined) throw new OrgError('MALFORMED_ID', `malformed id ${param(call, 'id')}`);
  if (!id.startsWith(object.keyPrefix)) throw notFound(NO_ROW);
  return id;
}

const NO_ROW = 'The requested resource does not exist';

function readableFields(call: Call, object: ObjectSchema): string[] {
  const asked = call.query.get('fields');
  const { rules } = call.hosted.org;
  const mayRead = (name: string): boolean => rules.field(call.userId, object, name).read;
  if (asked === null)
    return object.fields.filter((field) => field.type !== 'base64' && mayRead(field.name)).map((field) => field.name);
  return asked.split(',').map((name) => {
    const field = object.field(name.trim());
    if (field === undefined || !mayRead(field.name)) throw noSuchColumn(object, name.trim());
    return field.name;
  });
}

function fetchOne(call: Call, object: ObjectSchema, key: string, value: string): SObjectRecord {
  const fields = readableFields(call, object);
  const names = fields.includes('Id') ? fields : ['Id', ...fields];
  const found = call.hosted.org.query(
    call.userId,
    `SELECT ${names.join(', ')} FROM ${object.name} WHERE ${key} = :wanted LIMIT 2`,
    {
      binds: { wanted: value },
    },
  );
  const records = found.kind === 'rows' ? found.records : [];
  if (records.length > 1)
    throw new OrgError('MULTIPLE_CHOICES', `More than one record has ${key} = ${value}`, { status: 300 });
  const record = records[0];
  if (record === undefined) throw notFound(NO_ROW);
  return record;
}

export const createRecord: Operation = (call) => {
  const object = objectOf(call);
  const record = readRecord(call.hosted.org, call.userId, object, objectBody(call.request));
  if (record.has('Id'))
    throw new OrgError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', { fields: ['Id'] });
  const [result] = save(call, 'insert', [record], { allOrNone: true });
  if (result === undefined || !result.success) throw refusal(result ?? { id: null, success: false, errors: [] });
  const location = `${call.dataPath}/sobjects/${object.name}/${result.id ?? ''}`;
  return json({ id: result.id, success: true, errors: [] }, 201, { location });
};

export const getRecord: Operation = (call) => {
  const object = objectOf(call);
  return json(recordJson(fetchOne(call, object, 'Id', recordId(call, object)), call.dataPath));
};

export const updateRecord: Operation = (call) => {
  const object = objectOf(call);
  const id = recordId(call, object);
  const body = objectBody(call.request);
  if ('Id' in body)
    throw new OrgError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.', {
      fields: ['Id'],
    });
  const record = readRecord(call.hosted.org, call.userId, object, body);
  record.set('Id', id);
  const [result] = save(call, 'update', [record], { allOrNone: true });
  if (result === undefined || !result.success) throw refusal(result ?? { id, success: false, errors: [] });
  return noContent();
};

export const deleteRecord: Operation = (call) => {
  const object = objectOf(call);
  const record = new SObjectRecord(object);
  record.set('Id', recordId(call, object));
  const [result] = save(call, 'delete', [record], { allOrNone: true });
  if (result === undefined || !result.success) throw refusal(result ?? { id: null, success: false, errors: [] });
  return noContent();
};

function externalField(call: Call, object: ObjectSchema): FieldSchema {
  const name = param(call, 'field');
  const field = object.field(name);
  if (field === undefined || !(field.externalId || field.name === 'Id')) throw notFound(NO_RECORD + name);
  return field;
}

export const getByExternalId: Operation = (call) => {
  const object = objectOf(call);
  return json(
    recordJson(fetchOne(call, object, externalField(call, object).name, param(call, 'value')), call.dataPath),
  );
};

export const upsertByExternalId: Operation = (call) => {
  const object = objectOf(call);
  const field = externalField(call, object);
  const body = objectBody(call.request);
  if (Object.keys(body).some((name) => object.field(name)?.name === field.name)) {
    throw new OrgError('INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`, {
      fields: [field.name],
    });
  }
  const record = readRecord(call.hosted.org, call.userId, object, { ...body, [field.name]: param(call, 'value') });
  const [result] = save(call, 'upsert', [record], { allOrNone: true, externalIdField: field.name });
  if (result === undefined || !result.success) throw refusal(result ?? { id: null, success: false, errors: [] });
  return json(
    { id: result.id, success: true, errors: [], created: result.created === true },
    result.created === true ? 201 : 200,
  );
};

export const deleteByExternalId: Operation = (call) => {
  const object = objectOf(call);
  const found = fetchOne(call, object, externalField(call, object).name, param(call, 'value'));
  const [result] = save(call, 'delete', [found], { allOrNone: true });
  if (result === undefined || !result.success) throw refusal(result ?? { id: null, success: false, errors: [] });
  return noContent();
};
