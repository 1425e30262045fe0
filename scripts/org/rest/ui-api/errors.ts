/** Refusals in the UI API's shape, which LWC shows as `error.body`. */
import type { RecordError } from '../../store/record.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { asOrgError, statusOf } from '../errors.ts';
import { json } from '../message.ts';
import type { OrgResponse } from '../message.ts';

const SAVE_MESSAGE = 'An error occurred while trying to update the record. Please try again.';

export function uiError(thrown: unknown): OrgResponse {
  const error = asOrgError(thrown);
  const status = statusOf(error);
  return json({ errorCode: error.code, message: error.message, statusCode: status }, status);
}

/** A refused save: errors at fields stand at their field, the others at the record. */
export function uiSaveError(errors: readonly RecordError[], object: ObjectSchema): OrgResponse {
  const fieldErrors: Record<string, unknown[]> = {};
  const general: unknown[] = [];
  for (const error of errors) {
    const entry = {
      constituentField: null,
      duplicateRecordError: null,
      errorCode: error.statusCode,
      message: error.message,
    };
    if (error.fields.length === 0) general.push({ ...entry, field: null, fieldLabel: null });
    for (const field of error.fields) {
      (fieldErrors[field] ??= []).push({ ...entry, field, fieldLabel: object.field(field)?.label ?? field });
    }
  }
  return json(
    {
      enhancedErrorType: 'RecordError',
      errorCode: 'INVALID_OPERATION',
      message: SAVE_MESSAGE,
      output: { errors: general, fieldErrors },
      statusCode: 400,
    },
    400,
  );
}
