/** The HTTP message as plain data: what the HTTP thread hands to the engine thread, and what comes back. */

export interface OrgRequest {
  /** Upper case. */
  readonly method: string;
  /** Path without query, leading slashes collapsed to one. */
  readonly path: string;
  /** Query text without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface OrgResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Splits a raw request target. Leading slashes collapse: clients with a trailing slash in their instance URL send `//services`. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return { path: path.replace(/^\/+/, '/'), query: mark < 0 ? '' : target.slice(mark + 1) };
}

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' } as const;

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): OrgResponse {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

export function noContent(): OrgResponse {
  return { status: 204, headers: {}, body: '' };
}

export function text(
  body: string,
  contentType: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): OrgResponse {
  return { status, headers: { 'content-type': contentType, 'cache-control': 'no-store', ...headers }, body };
}

export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): OrgResponse {
  return { status: 302, headers: { location, 'cache-control': 'no-store', ...headers }, body: '' };
}

/** Body as UTF-8 text. */
export function bodyText(request: OrgRequest): string {
  return Buffer.from(request.body).toString('utf8');
}
