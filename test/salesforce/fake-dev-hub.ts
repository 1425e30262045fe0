/** A Dev Hub over HTTP with answers in the platform's shapes; its one scratch org is a local org that runs. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const HUB_TOKEN = '00D000000000009EAI!AQhub.token';
const HUB_USER = '005000000000009AAA';
const SCRATCH_INFO = '2SR000000000001GAA';

export interface FakeDevHub {
  readonly url: string;
  /** What was asked for, in order: `create`, `delete`. */
  readonly actions: readonly string[];
  close(): void;
}

export interface ScratchBehind {
  readonly url: string;
  readonly orgId: string;
  readonly accessToken: string;
  readonly username: string;
}

export async function startDevHub(scratch: ScratchBehind): Promise<FakeDevHub> {
  const actions: string[] = [];
  const server = createServer((request, response) => {
    void body(request).then((text) => {
      const answer = reply(
        request,
        text,
        scratch,
        actions,
        `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      );
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, actions, close: () => close(server) };
}

function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

function reply(request: IncomingMessage, text: string, scratch: ScratchBehind, actions: string[], base: string): Reply {
  const url = new URL((request.url ?? '/').replace(/^\/+/, '/'), base);
  const record = { attributes: { type: 'ScratchOrgInfo', url: '/x' }, ...scratchInfo(scratch, base) };
  if (url.pathname === '/services/oauth2/token') {
    return {
      status: 200,
      body: {
        access_token: scratch.accessToken,
        instance_url: scratch.url,
        id: `${base}/id/${scratch.orgId}/005000000000001AAA`,
        token_type: 'Bearer',
        issued_at: '1',
        scope: 'full',
      },
    };
  }
  if (url.pathname === '/services/oauth2/userinfo') {
    return {
      status: 200,
      body: { preferred_username: 'hub@example.com', organization_id: HUB_TOKEN.slice(0, 18), user_id: HUB_USER },
    };
  }
  if (/\/services\/data\/?$/.test(url.pathname))
    return { status: 200, body: [{ label: '66', url: '/services/data/v66.0', version: '66.0' }] };
  if (/\/sobjects\/User\//.test(url.pathname))
    return { status: 200, body: { Id: HUB_USER, Username: 'hub@example.com' } };
  if (/\/sobjects\/ScratchOrgInfo$/.test(url.pathname) && request.method === 'POST') {
    actions.push(`create ${(JSON.parse(text) as { OrgName: string }).OrgName}`);
    return { status: 201, body: { id: SCRATCH_INFO, success: true, errors: [] } };
  }
  if (/\/sobjects\/ScratchOrgInfo\//.test(url.pathname)) return { status: 200, body: record };
  if (/\/sobjects\/ActiveScratchOrg\//.test(url.pathname) && request.method === 'DELETE') {
    actions.push('delete');
    return { status: 204 };
  }
  const soql = url.searchParams.get('q') ?? '';
  if (/FROM Organization/i.test(soql)) {
    return rows([
      {
        Name: 'Hub',
        InstanceName: 'LOCALS',
        IsSandbox: false,
        TrialExpirationDate: null,
        NamespacePrefix: null,
        OrganizationType: 'Developer Edition',
      },
    ]);
  }
  if (/FROM ActiveScratchOrg/i.test(soql)) return rows([{ Id: '2SO000000000001AAA' }]);
  if (/FROM ScratchOrgInfo .*WHERE/i.test(soql)) return rows([record]);
  if (/FROM ScratchOrgInfo/i.test(soql)) return rows([]);
  if (/\/services\/data\/v[\d.]+\/?$/.test(url.pathname)) return { status: 200, body: {} };
  return {
    status: 404,
    body: [{ errorCode: 'NOT_FOUND', message: `The requested resource does not exist: ${url.pathname}` }],
  };
}

function rows(records: readonly object[]): Reply {
  return { status: 200, body: { totalSize: records.length, done: true, records } };
}

function scratchInfo(scratch: ScratchBehind, base: string): object {
  return {
    Id: SCRATCH_INFO,
    Status: 'Active',
    ScratchOrg: scratch.orgId.slice(0, 15),
    LoginUrl: base,
    // Ends in "s": the library then logs in at LoginUrl instead of looking the instance up.
    SignupInstance: 'LOCALS',
    SignupUsername: scratch.username,
    Username: scratch.username,
    SignupEmail: 'hub@example.com',
    AuthCode: 'code',
    ConnectedAppConsumerKey: 'PlatformCLI',
    ConnectedAppCallbackUrl: 'http://localhost:1717/OauthRedirect',
    ExpirationDate: '2099-01-01',
    ErrorCode: null,
    Edition: 'Developer',
    OrgName: 'Scratch',
    Features: null,
    Namespace: null,
    DurationDays: 7,
    CreatedBy: { Username: 'hub@example.com' },
    CreatedDate: '2026-01-01T00:00:00.000+0000',
  };
}
