/** DML on behalf of an API call, and its results in the shapes of the single-record and the collection resources. */
import { OrgError } from '../types.ts';
import type { RecordError, SObjectRecord } from '../store/record.ts';
import type { DmlOperation, SaveResult } from '../dml/contract.ts';
import type { Call } from './call.ts';

export function save(
  call: Call,
  operation: DmlOperation,
  records: readonly SObjectRecord[],
  options: { allOrNone: boolean; externalIdField?: string },
): SaveResult[] {
  return call.hosted.org.dml(call.userId, operation, records, options);
}

const STATUS_OF_REFUSAL: Readonly<Record<string, number>> = {
  ENTITY_IS_DELETED: 404,
  INVALID_CROSS_REFERENCE_KEY: 404,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 400,
};

/** The first refusal of a single-record save as an error; each message stays readable on its own. */
export function refusal(result: SaveResult): OrgError {
  const error = result.errors[0] ?? {
    statusCode: 'UNKNOWN_EXCEPTION',
    message: 'The record was not saved',
    fields: [],
  };
  return new OrgError(error.statusCode, error.message, {
    fields: error.fields,
    status: STATUS_OF_REFUSAL[error.statusCode] ?? 400,
  });
}

export function errorJson(error: RecordError): Record<string, unknown> {
  return { statusCode: error.statusCode, message: error.message, fields: error.fields };
}

/** One entry of a collection's answer. */
export function resultJson(result: SaveResult, isUpsert = false): Record<string, unknown> {
  return {
    ...(result.success && result.id !== null ? { id: result.id } : {}),
    success: result.success,
    errors: result.errors.map(errorJson),
    ...(isUpsert && result.success ? { created: result.created === true } : {}),
  };
}
