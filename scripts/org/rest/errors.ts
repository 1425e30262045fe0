/** Every refusal of the REST layer: Salesforce's codes, statuses and shapes in one place. */
import { OrgError } from '../types.ts';
import { json } from './message.ts';
import type { OrgResponse } from './message.ts';

/** HTTP status of codes whose thrower did not know about HTTP. Everything else keeps the status of the error (400). */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INVALID_AUTH_HEADER: 401,
  API_DISABLED_FOR_ORG: 403,
  INSUFFICIENT_ACCESS: 403,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_LIMIT_EXCEEDED: 403,
  REQUEST_ENTITY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNKNOWN_EXCEPTION: 500,
};

export interface RestErrorBody {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

export const NOT_FOUND_TEXT = 'The requested resource does not exist';

export function notFound(message = NOT_FOUND_TEXT): OrgError {
  return new OrgError('NOT_FOUND', message, { status: 404 });
}

export function invalidSession(): OrgError {
  return new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', { status: 401 });
}

export function methodNotAllowed(method: string, allowed: readonly string[]): OrgError {
  return new OrgError('METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`, {
    status: 405,
  });
}

/** Any thrown value as an `OrgError`; what is not one is an internal error whose message stays readable. */
export function asOrgError(error: unknown): OrgError {
  if (error instanceof OrgError) return error;
  const shaped = error as { code?: unknown; message?: unknown; status?: unknown; fields?: unknown; typeName?: unknown };
  const message = typeof shaped?.message === 'string' ? shaped.message : String(error);
  return new OrgError('UNKNOWN_EXCEPTION', message, { status: 500 });
}

export function statusOf(error: OrgError): number {
  return error.status !== 400 ? error.status : (STATUS_OF_CODE[error.code] ?? 400);
}

export function errorBody(error: OrgError): RestErrorBody {
  return {
    message: error.message,
    errorCode: error.code,
    ...(error.fields.length > 0 ? { fields: error.fields } : {}),
  };
}

/** The plain REST shape: a JSON array with one entry. */
export function errorResponse(thrown: unknown): OrgResponse {
  const error = asOrgError(thrown);
  return json([errorBody(error)], statusOf(error));
}
