/** URL, PageReference and Label. */
import type { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { getter } from './define.ts';
import { ApexMap } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class ApexUrl extends ApexObject {
  static readonly apexName = 'URL';
  readonly url: URL;
  constructor(url: URL) {
    super();
    this.url = url;
  }
  override apexKey(): string {
    return `\u0000U:${this.url.href}`;
  }
  override apexString(): string {
    return this.url.href.replace(/\/$/, this.url.pathname === '/' ? '' : '/');
  }
}

function parse(text: string | null, base?: ApexUrl | null): ApexUrl {
  const given = requireArgument(text);
  try {
    return new ApexUrl(new URL(given, base?.url));
  } catch {
    return throwException('StringException', `no protocol: ${given}`);
  }
}

/** Address of the org itself: where its pages and services are. */
function orgUrl(): ApexUrl {
  const { baseUrl } = host() as { baseUrl?: string };
  return parse(baseUrl ?? `https://org-${host().orgId.toLowerCase()}.my.salesforce.com`);
}

const port = (url: ApexUrl): number => (url.url.port === '' ? -1 : Number(url.url.port));
const orNull = (text: string): string | null => (text === '' ? null : text);

const URL_TYPE: PlatformType = {
  name: 'URL',
  kind: 'class',
  constructors: {
    '(String)': (text: string | null) => parse(text),
    '(URL,String)': (base: ApexUrl | null, text: string | null) => parse(text, base),
    '(String,String,String)': (protocol: string | null, name: string | null, file: string | null) =>
      parse(`${requireArgument(protocol)}://${requireArgument(name)}${requireArgument(file)}`),
    '(String,String,Integer,String)': (
      protocol: string | null,
      name: string | null,
      given: number,
      file: string | null,
    ) => parse(`${requireArgument(protocol)}://${requireArgument(name)}:${given}${requireArgument(file)}`),
  },
  members: {
    'static URL getOrgDomainUrl()': orgUrl,
    'static URL getSalesforceBaseUrl()': orgUrl,
    'static URL getCurrentRequestUrl()': orgUrl,
    'String getAuthority()': ({ url }: ApexUrl) => orNull(url.host),
    'Integer getDefaultPort()': ({ url }: ApexUrl) =>
      url.protocol === 'https:' ? 443 : url.protocol === 'http:' ? 80 : -1,
    'String getFile()': ({ url }: ApexUrl) =>
      `${url.pathname === '/' && !url.href.includes('/', 8) ? '' : url.pathname}${url.search}`,
    'String getHost()': ({ url }: ApexUrl) => url.hostname,
    'String getPath()': ({ url }: ApexUrl) => url.pathname,
    'Integer getPort()': port,
    'String getProtocol()': ({ url }: ApexUrl) => url.protocol.slice(0, -1),
    'String getQuery()': ({ url }: ApexUrl) => orNull(url.search.slice(1)),
    'String getRef()': ({ url }: ApexUrl) => orNull(url.hash.slice(1)),
    'String getUserInfo()': ({ url }: ApexUrl) =>
      orNull(url.password === '' ? url.username : `${url.username}:${url.password}`),
    'Boolean sameFile(URL)': ({ url }: ApexUrl, other: ApexUrl | null) =>
      url.href.split('#')[0] === requireArgument(other).url.href.split('#')[0],
    'String toExternalForm()': (url: ApexUrl) => url.apexString(),
    'String toString()': (url: ApexUrl) => url.apexString(),
  },
};

export class PageReference extends ApexObject {
  static readonly apexName = 'PageReference';
  readonly path: string;
  readonly parameters = new ApexMap<string, string>('Map<String,String>');
  readonly headers = new ApexMap<string, string>('Map<String,String>');
  anchor: string | null = null;
  redirect = false;
  redirectCode = 0;
  constructor(text: string) {
    super();
    const [path = '', query = ''] = text.split('?');
    this.path = path;
    for (const [name, value] of new URLSearchParams(query)) this.parameters.put(name, value);
  }
  get url(): string {
    const query = new URLSearchParams(this.parameters.entries()).toString();
    return `${this.path}${query === '' ? '' : `?${query}`}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }
  override apexString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

const PAGE_REFERENCE: PlatformType = {
  name: 'PageReference',
  kind: 'class',
  constructors: {
    '(String)': (text: string | null) => new PageReference(requireArgument(text)),
    '(SObject)': (record: SObjectRecord | null) => new PageReference(`/${requireArgument(record).id ?? ''}`),
  },
  members: {
    'String getUrl()': getter('url'),
    'Map<String,String> getParameters()': getter('parameters'),
    'Map<String,String> getHeaders()': getter('headers'),
    'String getAnchor()': getter('anchor'),
    'PageReference setAnchor(String)': (page: PageReference, anchor: string | null) => Object.assign(page, { anchor }),
    'Boolean getRedirect()': getter('redirect'),
    'PageReference setRedirect(Boolean)': (page: PageReference, redirect: boolean) => Object.assign(page, { redirect }),
    'Integer getRedirectCode()': getter('redirectCode'),
    'PageReference setRedirectCode(Integer)': (page: PageReference, redirectCode: number) =>
      Object.assign(page, { redirectCode: requireArgument(redirectCode) }),
  },
};

function labelOf(name: string | null): string {
  return (
    host().schema.label(requireArgument(name)) ??
    throwException('IllegalArgumentException', `Label ${name} does not exist`)
  );
}

const LABEL: PlatformType = {
  name: 'Label',
  kind: 'class',
  members: {
    'static String get(String,String)': (_: string | null, name: string | null) => labelOf(name),
    'static String get(String,String,String)': (_: string | null, name: string | null) => labelOf(name),
    'static Boolean translationExists(String,String,String)': () => false,
  },
};

export const WEB_TYPES: readonly PlatformType[] = [URL_TYPE, PAGE_REFERENCE, LABEL];
