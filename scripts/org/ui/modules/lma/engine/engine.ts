/** Calls of the engine from a page. */

/** What a failed call throws, in the shape components know from the platform. */
export interface EngineError {
  readonly body: unknown;
  readonly status: number;
  readonly statusText: string;
  readonly ok: false;
}

export const DATA = '/services/data/v66.0';
export const UI_API = `${DATA}/ui-api`;

/**
 * @param method HTTP method
 * @param path of the engine
 * @param body JSON value
 * @throws EngineError; without a session the login page opens instead
 */
export async function callEngine<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { 'x-lma-ui': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  const data: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return data as T;
  if (response.status === 401) location.replace('/');
  const error: EngineError = { body: data, status: response.status, statusText: response.statusText, ok: false };
  // The platform's own services reject with plain objects, and components read them as such.
  throw error;
}

/** Sentence of a failed call, for the shell's own messages. */
export function messageOf(error: unknown): string {
  const { body } = (error ?? {}) as { body?: { message?: string } | { message?: string }[] };
  const first = Array.isArray(body) ? body[0] : body;
  return first?.message ?? (error instanceof Error ? error.message : 'The call failed.');
}
