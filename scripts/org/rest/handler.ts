/** The front of the REST layer: guards, session, route, operation, error shape. One synchronous function from request to answer. */
import { OrgError } from '../types.ts';
import type { Id } from '../types.ts';
import type { Call, Route } from './call.ts';
import { asOrgError, errorResponse, invalidSession, notFound } from './errors.ts';
import type { HostedOrg } from './hosted-org.ts';
import { splitTarget } from './message.ts';
import type { OrgRequest, OrgResponse } from './message.ts';
import { SESSION_COOKIE } from './operations/pages.ts';
import { createRouter } from './router.ts';
import { createRoutes } from './routes.ts';
import { soapFault } from './soap/envelope.ts';
import { uiError } from './ui-api/errors.ts';

/** Hosts a browser may have used; any other name points at us only through a rebound DNS entry. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const MOST_JSON_BYTES = 6 * 1024 * 1024;
/** Requests that carry files. */
const LARGE_BODY = /^\/services\/(Soap\/m\/|data\/[^/]+\/(metadata\/|jobs\/ingest\/))/;
/** A page of another origin cannot send this header without our consent, which we never give. */
export const UI_HEADER = 'x-lma-ui';

interface Caller {
  readonly hosted: HostedOrg;
  readonly userId: Id;
  readonly token: string;
}

function cookieToken(request: OrgRequest): string | undefined {
  return new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(request.headers['cookie'] ?? '')?.[1];
}

function soapToken(request: OrgRequest): string | undefined {
  const head = Buffer.from(
    request.body.buffer,
    request.body.byteOffset,
    Math.min(request.body.length, 65_536),
  ).toString('utf8');
  return /<(?:[\w-]+:)?sessionId>\s*([^<\s]+)\s*</.exec(head)?.[1];
}

function bearerToken(request: OrgRequest): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
}

function guardHost(request: OrgRequest): void {
  if (LOCAL_HOST.test(request.headers['host'] ?? '')) return;
  throw new OrgError('FORBIDDEN', 'The local org answers to 127.0.0.1 and localhost alone', { status: 403 });
}

function guardSize(request: OrgRequest): void {
  if (request.body.length <= MOST_JSON_BYTES || LARGE_BODY.test(request.path)) return;
  throw new OrgError('REQUEST_ENTITY_TOO_LARGE', `The request body is larger than ${MOST_JSON_BYTES} bytes`, {
    status: 413,
  });
}

/** Cookie sessions act only for our own pages. */
function guardCookie(request: OrgRequest): void {
  const { origin } = request.headers;
  const isOwn = origin === undefined || origin === `http://${request.headers['host'] ?? ''}`;
  if (isOwn && request.headers[UI_HEADER] !== undefined) return;
  throw new OrgError('FORBIDDEN', `A browser session must send the header ${UI_HEADER} from a page of this server`, {
    status: 403,
  });
}

export class RestHandler {
  private readonly orgs: ReadonlyMap<Id, HostedOrg>;
  private readonly route: ReturnType<typeof createRouter>;
  readonly routes: readonly Route[];

  /** `orgs` by 18-character id; the first one answers what needs no session. */
  constructor(orgs: ReadonlyMap<Id, HostedOrg>) {
    this.orgs = orgs;
    this.routes = createRoutes((call, request) => this.dispatch(call, request));
    this.route = createRouter(this.routes);
  }

  handle(request: OrgRequest): OrgResponse {
    const started = performance.now();
    let hosted = this.primary();
    let response: OrgResponse;
    let problem: string | undefined;
    try {
      guardHost(request);
      guardSize(request);
      const { route, params } = this.route(request.method, request.path);
      try {
        const caller = this.caller(route, request);
        hosted = caller.hosted;
        response = route.run(this.call(request, params, caller));
      } catch (error) {
        problem = describeProblem(error);
        response = refuse(route, error);
      }
    } catch (error) {
      problem = describeProblem(error);
      response = errorResponse(error);
    }
    const { clock } = hosted.org;
    hosted.log.add({
      at: clock.now(),
      method: request.method,
      path: request.path,
      status: response.status,
      ms: Math.round(performance.now() - started),
      ...(problem === undefined ? {} : { error: problem }),
    });
    return response;
  }

  /** A sub-request of a composite call, as the caller of that call; it stays within the data API. */
  private dispatch(
    call: Call,
    inner: { method: string; target: string; body: unknown; headers: Readonly<Record<string, string>> },
  ): OrgResponse {
    const { path, query } = splitTarget(inner.target);
    const body =
      inner.body === undefined || inner.body === null ? new Uint8Array() : Buffer.from(JSON.stringify(inner.body));
    const request: OrgRequest = {
      method: inner.method,
      path,
      query,
      headers: { ...call.request.headers, ...inner.headers },
      body,
    };
    try {
      if (!path.startsWith('/services/data/') && !path.startsWith('/services/apexrest/')) throw notFound();
      const { route, params } = this.route(inner.method, path);
      return route.run(this.call(request, params, { hosted: call.hosted, userId: call.userId, token: call.token }));
    } catch (error) {
      return errorResponse(error);
    }
  }

  private call(request: OrgRequest, params: Readonly<Record<string, string>>, caller: Caller): Call {
    const version = params['version'] ?? 'v66.0';
    return {
      request,
      params,
      query: new URLSearchParams(request.query),
      ...caller,
      dataPath: `/services/data/${version.startsWith('v') ? version : `v${version}`}`,
      baseUrl: `http://${request.headers['host'] ?? '127.0.0.1'}`,
    };
  }

  private primary(): HostedOrg {
    const first = this.orgs.values().next().value;
    if (first === undefined) throw new Error('The server holds no org');
    return first;
  }

  private caller(route: Route, request: OrgRequest): Caller {
    const token = (route.session === 'soap' ? soapToken(request) : undefined) ?? bearerToken(request);
    if (route.session === 'none') return { hosted: this.primary(), userId: this.primary().adminId, token: '' };
    if (route.session === 'page')
      return { hosted: this.primary(), userId: this.primary().adminId, token: cookieToken(request) ?? '' };
    if (token !== undefined) return this.callerOf(token);
    const cookie = cookieToken(request);
    if (cookie === undefined) throw invalidSession();
    guardCookie(request);
    return this.callerOf(cookie);
  }

  private callerOf(token: string): Caller {
    const hosted = this.orgs.get(token.split('!')[0] ?? '');
    const userId = hosted?.sessions.userOf(token);
    if (hosted === undefined || userId === undefined || !isActive(hosted, userId)) throw invalidSession();
    return { hosted, userId, token };
  }
}

/** A deactivated user's sessions end with the next request. */
function isActive(hosted: HostedOrg, userId: Id): boolean {
  return hosted.org.store.get('SELECT "IsActive" FROM "User" WHERE "Id" = ?', [userId])?.['IsActive'] === 1;
}

function refuse(route: Route, error: unknown): OrgResponse {
  if (route.session === 'soap') return soapFault(error);
  return route.path.includes('/ui-api/') || route.path.startsWith('/lwr/') ? uiError(error) : errorResponse(error);
}

function describeProblem(error: unknown): string {
  const { code, message } = asOrgError(error);
  const isInternal = code === 'UNKNOWN_EXCEPTION' && error instanceof Error;
  return isInternal ? (error.stack ?? message) : `${code}: ${message}`;
}
