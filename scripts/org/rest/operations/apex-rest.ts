/** `/services/apexrest/…` → the org's Apex REST resources. */
import type { Operation } from '../call.ts';

/** The session itself is no business of the class. */
const HIDDEN_HEADERS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'connection', 'content-length']);

/** As sent: a class decodes what it takes out of its `requestURI`. */
const PREFIX = '/services/apexrest';

export const apexRest: Operation = (call) => {
  const { request, hosted, userId } = call;
  const response = hosted.org.callRest(
    {
      method: request.method,
      path: request.path.slice(PREFIX.length),
      query: Object.fromEntries(call.query),
      headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !HIDDEN_HEADERS.has(name))),
      body: request.body.length === 0 ? null : request.body,
      remoteAddress: '127.0.0.1',
    },
    userId,
  );
  return {
    status: response.status,
    headers: { 'cache-control': 'no-store', ...response.headers },
    body: response.body,
  };
};
