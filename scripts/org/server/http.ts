/** The HTTP thread: guards what needs no org, serves pages, and hands everything else to the engine. */
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrgError } from '../types.ts';
import { errorResponse } from '../rest/errors.ts';
import { splitTarget } from '../rest/message.ts';
import type { OrgRequest, OrgResponse } from '../rest/message.ts';
import { StartError } from './data-folder.ts';
import { PAGE_HEADERS } from './static-routes.ts';
import type { StaticRoutes } from './static-routes.ts';

const HOST = '127.0.0.1';
/** A base64 zip of the platform's largest deploy (39 MB) with its envelope. */
const MOST_BODY_BYTES = 64 * 1024 * 1024;
/** Paths that are the engine's; everything else that is read is a page or a file. */
const ENGINE_PATH = /^\/(services|secur|cometd|id|lwr|login|logout|__org__)(\/|$)/;
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

export interface HttpOptions {
  readonly port: number;
  readonly handle: (request: OrgRequest) => Promise<OrgResponse>;
  readonly staticRoutes: StaticRoutes;
}

function flatHeaders(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function send(reply: FastifyReply, answer: OrgResponse, extra: Readonly<Record<string, string>> = {}): FastifyReply {
  const body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body);
  return reply
    .code(answer.status)
    .headers({ ...extra, ...answer.headers })
    .send(body);
}

async function answer(options: HttpOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { path, query } = splitTarget(request.raw.url ?? '/');
  const headers = flatHeaders(request);
  const nosniff = { 'x-content-type-options': 'nosniff' };
  if (!LOCAL_HOST.test(headers['host'] ?? '')) {
    const error = new OrgError('FORBIDDEN', 'The local org answers to 127.0.0.1 and localhost alone', { status: 403 });
    return send(reply, errorResponse(error), nosniff);
  }
  if ((request.method === 'GET' || request.method === 'HEAD') && !ENGINE_PATH.test(path)) {
    const page = await options.staticRoutes({ method: request.method, path, query, headers });
    if (page !== null) return send(reply, page, PAGE_HEADERS);
  }
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array();
  return send(reply, await options.handle({ method: request.method, path, query, headers, body }), nosniff);
}

/** Fastify's own refusals (too large, malformed) in Salesforce's shape. */
function refusal(error: { code?: string; statusCode?: number; message: string }): OrgResponse {
  if (error.statusCode === 413) {
    return errorResponse(
      new OrgError('REQUEST_ENTITY_TOO_LARGE', `The request body is larger than ${MOST_BODY_BYTES} bytes`, {
        status: 413,
      }),
    );
  }
  const status = error.statusCode ?? 500;
  return errorResponse(new OrgError(status < 500 ? 'INVALID_REQUEST' : 'UNKNOWN_EXCEPTION', error.message, { status }));
}

/** Listens on the loopback address. Throws `StartError` in one line where the port is taken. */
export async function listen(options: HttpOptions): Promise<{ server: FastifyInstance; port: number }> {
  const server = fastify({
    bodyLimit: MOST_BODY_BYTES,
    logger: false,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    return503OnClosing: false,
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler((error, _request, reply) => send(reply, refusal(error as Error & { statusCode?: number })));
  server.setNotFoundHandler((request, reply) => answer(options, request, reply));
  server.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '*',
    handler: (request, reply) => answer(options, request, reply),
  });
  try {
    await server.listen({ port: options.port, host: HOST });
  } catch (error) {
    await server.close();
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${options.port} is taken by another program. Choose another with --port.`);
    throw new StartError(`Cannot listen on ${HOST}:${options.port}: ${message}`);
  }
  const address = server.server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : options.port };
}
