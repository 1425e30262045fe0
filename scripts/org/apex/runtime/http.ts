/** Http, HttpRequest, HttpResponse, HttpCalloutMock. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { invokeMethod } from '../invoke.ts';
import { getter, setter } from './define.ts';
import { DomDocument } from './dom.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

/** Headers by name without case; the written case is kept. */
class Headers {
  readonly #entries = new Map<string, [string, string]>();
  get(name: string | null): string | null {
    return this.#entries.get((name ?? '').toLowerCase())?.[1] ?? null;
  }
  set(name: string, value: string | null): void {
    this.#entries.set(requireArgument(name).toLowerCase(), [name, value ?? '']);
  }
  get all(): Map<string, string> {
    return new Map(this.#entries.values());
  }
}

class HttpMessage extends ApexObject {
  readonly headers = new Headers();
  body: ApexBlob | null = null;
  get text(): string {
    return this.body?.toText() ?? (this.body ? Buffer.from(this.body.bytes).toString('latin1') : '');
  }
}

class HttpRequest extends HttpMessage {
  static readonly apexName = 'HttpRequest';
  endpoint: string | null = null;
  method: string | null = null;
  timeout = 10_000;
  compressed = false;
  certificate: string | null = null;
  override apexString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

class HttpResponse extends HttpMessage {
  static readonly apexName = 'HttpResponse';
  status: string | null = null;
  statusCode = 0;
  override apexString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

class Http extends ApexObject {
  static readonly apexName = 'Http';
}

function send(_: Http, request: HttpRequest | null): HttpResponse {
  const given = requireArgument(request);
  if (given.endpoint === null) throwException('CalloutException', 'no protocol: null');
  const mock = host().inTest ? host().mocks.get('HttpCalloutMock') : undefined;
  if (mock !== undefined) {
    host().count('callouts');
    return invokeMethod(mock, 'respond', [given]) as HttpResponse;
  }
  const answer = host().callout({
    method: given.method ?? 'GET',
    url: given.endpoint,
    headers: given.headers.all,
    body: given.body?.bytes ?? null,
    timeoutMs: given.timeout,
  });
  const response = new HttpResponse();
  response.status = answer.statusText;
  response.statusCode = answer.status;
  response.body = new ApexBlob(answer.body);
  for (const [name, value] of answer.headers) response.headers.set(name, value);
  return response;
}

const MESSAGE = {
  'String getBody()': (message: HttpMessage) => message.text,
  'Blob getBodyAsBlob()': getter('body'),
  'void setBody(String)': (message: HttpMessage, text: string | null) => {
    message.body = ApexBlob.fromText(text ?? '');
  },
  'void setBodyAsBlob(Blob)': setter('body'),
  'String getHeader(String)': (message: HttpMessage, name: string | null) => message.headers.get(name),
  'void setHeader(String,String)': (message: HttpMessage, name: string, value: string | null) =>
    message.headers.set(name, value),
  'Dom.Document getBodyDocument()': (message: HttpMessage) => DomDocument.of(message.text),
  'String toString()': (message: HttpMessage) => message.apexString(),
} as const;

/** Milliseconds a callout may take at most. */
const MOST_TIMEOUT = 120_000;

export const HTTP_TYPES: readonly PlatformType[] = [
  {
    name: 'Http',
    kind: 'class',
    constructors: { '()': () => new Http() },
    members: { 'HttpResponse send(HttpRequest)': send, 'String toString()': () => 'System.Http[]' },
  },
  {
    name: 'HttpRequest',
    kind: 'class',
    constructors: { '()': () => new HttpRequest() },
    members: {
      ...MESSAGE,
      'String getEndpoint()': getter('endpoint'),
      'void setEndpoint(String)': setter('endpoint'),
      'String getMethod()': getter('method'),
      'void setMethod(String)': setter('method'),
      'void setBodyDocument(Dom.Document)': (request: HttpRequest, document: DomDocument | null) => {
        request.body = ApexBlob.fromText(requireArgument(document).xml);
      },
      'void setClientCertificateName(String)': (request: HttpRequest, name: string | null) => {
        const given = requireArgument(name);
        if (!host().certificate(given))
          throwException('IllegalArgumentException', `Could not find client cert: ${given}`);
        request.certificate = given;
      },
      'Boolean getCompressed()': getter('compressed'),
      'void setCompressed(Boolean)': setter('compressed'),
      'void setTimeout(Integer)': (request: HttpRequest, ms: number) => {
        if (requireArgument(ms) < 1 || ms > MOST_TIMEOUT)
          throwException('CalloutException', `Timeout must be between 1 and ${MOST_TIMEOUT} milliseconds`);
        request.timeout = ms;
      },
    },
  },
  {
    name: 'HttpResponse',
    kind: 'class',
    constructors: { '()': () => new HttpResponse() },
    members: {
      ...MESSAGE,
      'List<String> getHeaderKeys()': (response: HttpResponse) =>
        new ApexList('List<String>', [...response.headers.all.keys()]),
      'String getStatus()': getter('status'),
      'void setStatus(String)': setter('status'),
      'Integer getStatusCode()': getter('statusCode'),
      'void setStatusCode(Integer)': setter('statusCode'),
    },
  },
  { name: 'HttpCalloutMock', kind: 'interface', abstractMembers: ['HttpResponse respond(HttpRequest)'] },
];
