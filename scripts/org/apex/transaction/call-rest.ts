/** Dispatches a call of `/services/apexrest` to the @RestResource class whose mapping fits best, and turns its answer into HTTP. */
import type { Id } from '../../types.ts';
import type { UserClass, UserMethod } from '../contract.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexMap } from '../runtime/values/collections.ts';
import { ApexException } from '../runtime/values/exception.ts';
import type { ApexRestRequest, ApexRestResponse, OrgState } from './contract.ts';
import { fromJson, toJson } from './json-values.ts';
import type { PlatformValue } from './rest-context.ts';
import { newPlatformValue } from './rest-context.ts';
import { runTransaction } from './run.ts';
import type { Transaction } from './transaction.ts';
import { describeError } from './uncaught.ts';

const JSON_TYPE = 'application/json;charset=UTF-8';

export function callRest(org: OrgState, request: ApexRestRequest, userId: Id): ApexRestResponse {
  const found = findResource(org, request.path);
  if (found === null) return problem(404, 'NOT_FOUND', 'Could not find a match for URL');
  if (!org.rules.canAccessClass(userId, found.type.name)) {
    return problem(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${found.type.name}`);
  }
  const annotation = `http${request.method.toLowerCase()}`;
  const method = found.type.methods.find(
    (one) => one.isStatic && one.annotations.some((each) => each.name === annotation),
  );
  if (method === undefined)
    return problem(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${request.method}' not allowed. Allowed are ${allowed(found.type)}`,
    );
  try {
    return runTransaction(org, { userId, label: `REST ${request.method} ${request.path}` }, (transaction) => {
      const response = newPlatformValue('RestResponse');
      transaction.rest = { request: makeRequest(request, found.mapping), response: response.value };
      const value = method.invoke(null, argumentsOf(transaction, method, request));
      return answer(transaction, method, value, response);
    });
  } catch (error) {
    const told = describeError(error);
    return problem(500, 'APEX_ERROR', `${told.type}: ${told.message}\n\n${told.stackTrace}`);
  }
}

function findResource(org: OrgState, path: string): { type: UserClass; mapping: string } | null {
  let best: { type: UserClass; mapping: string } | null = null;
  for (const type of org.program.classes.values()) {
    const annotation = type.annotations.find((one) => one.name === 'restresource');
    const mapping = annotation?.arguments['urlmapping'] ?? annotation?.arguments['urlMapping'];
    if (mapping === undefined || !fits(mapping, path)) continue;
    if (best === null || mapping.length > best.mapping.length) best = { type, mapping };
  }
  return best;
}

function fits(mapping: string, path: string): boolean {
  const [wanted, given] = [mapping.toLowerCase(), path.toLowerCase().replace(/\/$/, '')];
  if (!wanted.endsWith('*')) return given === wanted.replace(/\/$/, '');
  const stem = wanted.slice(0, -1);
  return given.startsWith(stem) || given === stem.replace(/\/$/, '');
}

function allowed(type: UserClass): string {
  const names = type.methods
    .flatMap((method) => method.annotations.map((one) => one.name))
    .filter((name) => /^http[a-z]+$/.test(name));
  return names.map((name) => name.slice(4).toUpperCase()).join(',');
}

function makeRequest(request: ApexRestRequest, mapping: string): unknown {
  const made = newPlatformValue('RestRequest');
  made.set('httpMethod', request.method.toUpperCase());
  made.set('requestURI', request.path);
  made.set('resourcePath', `/services/apexrest${mapping}`);
  made.set('remoteAddress', request.remoteAddress ?? '127.0.0.1');
  const { body } = request;
  made.set('requestBody', typeof body === 'string' ? ApexBlob.fromText(body) : new ApexBlob(body ?? new Uint8Array()));
  fill(made.get('headers'), request.headers);
  fill(made.get('params'), request.query);
  return made.value;
}

function fill(map: unknown, values: Readonly<Record<string, string>>): void {
  if (!(map instanceof ApexMap)) throw new Error('A RestRequest has no map here');
  for (const [name, value] of Object.entries(values)) map.put(name, value);
}

/** Parameters of a method come from the keys of the JSON body, those of a GET or DELETE from the query string. */
function argumentsOf(transaction: Transaction, method: UserMethod, request: ApexRestRequest): unknown[] {
  if (method.parameters.length === 0) return [];
  const text =
    typeof request.body === 'string'
      ? request.body
      : request.body === null
        ? ''
        : new TextDecoder().decode(request.body);
  let json: Record<string, unknown>;
  try {
    json = text === '' ? { ...request.query } : (JSON.parse(text) as Record<string, unknown>);
  } catch (error) {
    throw new ApexException('JSONException', (error as Error).message);
  }
  return method.parameters.map((one) => fromJson(json[one.name], one.type, transaction, 'rest'));
}

function answer(
  transaction: Transaction,
  method: UserMethod,
  value: unknown,
  response: PlatformValue,
): ApexRestResponse {
  const headers: Record<string, string> = { 'Content-Type': JSON_TYPE };
  const given = response.get('headers');
  if (given instanceof ApexMap) for (const [name, text] of given.entries()) headers[String(name)] = String(text);
  const stated = response.get('statusCode');
  const status = typeof stated === 'number' ? stated : 200;
  if (method.returnType === 'void') {
    const body = response.get('responseBody');
    return { status, headers, body: body instanceof ApexBlob ? body.bytes : '' };
  }
  return { status, headers, body: JSON.stringify(toJson(value, transaction, 'rest')) };
}

function problem(status: number, errorCode: string, message: string): ApexRestResponse {
  return { status, headers: { 'Content-Type': JSON_TYPE }, body: JSON.stringify([{ errorCode, message }]) };
}
