/** `composite` (sub-requests that refer to each other) and `composite/batch` (independent ones). */
import { OrgError } from '../../types.ts';
import { isObject, listOf, objectBody, objectOf as asObject, optionalText, textOf } from '../json-body.ts';
import type { JsonObject } from '../json-body.ts';
import { json } from '../message.ts';
import type { OrgResponse } from '../message.ts';
import type { Call, Operation } from '../call.ts';

const MOST_SUBREQUESTS = 25;

/** Runs a request through the whole route table, as the same user. */
export type Dispatch = (
  call: Call,
  request: { method: string; target: string; body: unknown; headers: Readonly<Record<string, string>> },
) => OrgResponse;

function bodyOf(response: OrgResponse): unknown {
  const content = typeof response.body === 'string' ? response.body : Buffer.from(response.body).toString('utf8');
  if (content === '') return null;
  return (response.headers['content-type'] ?? '').startsWith('application/json')
    ? (JSON.parse(content) as unknown)
    : content;
}

function lookUp(results: ReadonlyMap<string, unknown>, path: string): unknown {
  const [head = '', ...steps] = path.split(/[.[\]]+/).filter((step) => step !== '');
  if (!results.has(head))
    throw new OrgError('PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found`);
  let value = results.get(head);
  for (const step of steps) value = (value as Record<string, unknown> | null | undefined)?.[step];
  if (value === undefined)
    throw new OrgError('PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${head}`);
  return value;
}

/** Replaces `@{reference.path}` by values of earlier answers. */
function fill(value: unknown, results: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    const whole = /^@\{([^}]+)\}$/.exec(value);
    if (whole?.[1] !== undefined) return lookUp(results, whole[1]);
    return value.replace(/@\{([^}]+)\}/g, (_, path: string) => String(lookUp(results, path)));
  }
  if (Array.isArray(value)) return value.map((entry) => fill(entry, results));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fill(entry, results)]));
  return value;
}

function stringHeaders(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name.toLowerCase(), String(entry)]));
}

function checkCount(entries: readonly unknown[]): void {
  if (entries.length > MOST_SUBREQUESTS)
    throw new OrgError('LIMIT_EXCEEDED', `Limit of ${MOST_SUBREQUESTS} subrequests exceeded`);
}

class Halt extends Error {}

const HALTED = {
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
  httpHeaders: {},
  httpStatusCode: 400,
} as const;

export function compositeOperation(dispatch: Dispatch): Operation {
  return (call) => {
    const body = objectBody(call.request);
    const requests = listOf(body['compositeRequest'], 'compositeRequest').map((entry) =>
      asObject(entry, 'compositeRequest[]'),
    );
    checkCount(requests);
    const allOrNone = body['allOrNone'] === true;
    const results = new Map<string, unknown>();
    const answers: Record<string, unknown>[] = [];
    const runAll = (): void => {
      for (const entry of requests) {
        const answer = runOne(call, dispatch, entry, results);
        answers.push(answer);
        if (allOrNone && Number(answer['httpStatusCode']) >= 400) throw new Halt();
      }
    };
    if (!allOrNone) {
      runAll();
      return json({ compositeResponse: answers });
    }
    const { store } = call.hosted.org;
    store.begin();
    try {
      runAll();
      store.commit();
    } catch (error) {
      store.rollback();
      if (!(error instanceof Halt)) throw error;
      const failed = answers.length - 1;
      const compositeResponse = requests.map((entry, index) => {
        const referenceId = optionalText(entry['referenceId'], 'referenceId') ?? '';
        return index === failed ? answers[index] : { ...HALTED, referenceId };
      });
      return json({ compositeResponse });
    }
    return json({ compositeResponse: answers });
  };
}

function runOne(
  call: Call,
  dispatch: Dispatch,
  entry: JsonObject,
  results: Map<string, unknown>,
): Record<string, unknown> {
  const referenceId = textOf(entry['referenceId'], 'referenceId');
  let response: OrgResponse;
  try {
    response = dispatch(call, {
      method: textOf(entry['method'], 'method').toUpperCase(),
      target: String(fill(textOf(entry['url'], 'url'), results)),
      body: fill(entry['body'], results),
      headers: stringHeaders(entry['httpHeaders']),
    });
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return {
      body: [{ errorCode: error.code, message: error.message }],
      httpHeaders: {},
      httpStatusCode: 400,
      referenceId,
    };
  }
  const answer = bodyOf(response);
  if (response.status < 400) results.set(referenceId, answer);
  const { location } = response.headers;
  return {
    body: answer,
    httpHeaders: location === undefined ? {} : { Location: location },
    httpStatusCode: response.status,
    referenceId,
  };
}

export function batchOperation(dispatch: Dispatch): Operation {
  return (call) => {
    const body = objectBody(call.request);
    const requests = listOf(body['batchRequests'], 'batchRequests').map((entry) => asObject(entry, 'batchRequests[]'));
    checkCount(requests);
    const results: { statusCode: number; result: unknown }[] = [];
    for (const entry of requests) {
      const url = textOf(entry['url'], 'url');
      const target = url.startsWith('/') ? url : `/services/data/${url}`;
      const response = dispatch(call, {
        method: textOf(entry['method'], 'method').toUpperCase(),
        target,
        body: entry['richInput'],
        headers: {},
      });
      results.push({ statusCode: response.status, result: bodyOf(response) });
      if (response.status >= 400 && body['haltOnError'] === true) break;
    }
    return json({ hasErrors: results.some((entry) => entry.statusCode >= 400), results });
  };
}
