/** The whole server over HTTP, driven by Salesforce's own libraries in a process of their own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { StartError, readRunFile, startOrgs } from '../../../scripts/org/index.ts';
import type { RunningOrgs } from '../../../scripts/org/index.ts';
import { apexClass } from '../rest/harness.ts';

/** Runs in a child process: the libraries keep state in HOME and read the proxy settings of their process. */
const CLIENT = `
import { AuthInfo, Connection } from '@salesforce/core';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
const { TOKEN, URL_OF_ORG, SOURCE } = process.env;
const authInfo = await AuthInfo.create({ accessTokenOptions: { accessToken: TOKEN, instanceUrl: URL_OF_ORG, loginUrl: URL_OF_ORG } });
const connection = await Connection.create({ authInfo });
const created = await connection.sobject('Account').create({ Name: 'From jsforce' });
const found = await connection.query("SELECT Id, Name FROM Account");
const deploy = async (rest) => {
  const started = await ComponentSet.fromSource(SOURCE).deploy({ usernameOrConnection: connection, apiOptions: { rest } });
  const result = await started.pollStatus({ frequency: { milliseconds: 50 }, timeout: { milliseconds: 30000 } }).catch(() => started.pollStatus());
  return { status: result.response.status, files: result.getFileResponses().map((file) => file.state + ' ' + file.fullName) };
};
console.log(JSON.stringify({ version: connection.version, username: connection.getUsername(), created, names: found.records.map((row) => row.Name), rest: await deploy(true), soap: await deploy(false) }));
process.exit(0);
`;

function runClient(folder: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name)),
  );
  const child = spawn(process.execPath, ['--input-type=module', '-e', CLIENT], {
    env: {
      ...inherited,
      HOME: folder,
      SF_DISABLE_TELEMETRY: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      ...environment,
    },
    cwd: new URL('../../..', import.meta.url),
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${code ?? ''} ${errors}`))));
  });
}

/** One raw request: fetch would not let a test choose the Host header. */
function raw(
  orgs: RunningOrgs,
  options: { path: string; host?: string; method?: string },
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const headers = options.host === undefined ? {} : { host: options.host };
    const sent = request(
      { host: '127.0.0.1', port: orgs.port, path: options.path, method: options.method ?? 'GET', headers },
      (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

async function refusedStart(options: Parameters<typeof startOrgs>[0], message: RegExp): Promise<void> {
  await assert.rejects(startOrgs(options), (error: unknown) => {
    assert.ok(error instanceof StartError, String(error));
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });
}

describe('server', () => {
  let folder = '';
  let orgs: RunningOrgs;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lma-http-'));
    orgs = await startOrgs({ dataDir: join(folder, 'data'), port: 0 });
  });
  after(async () => {
    await orgs.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const tokenOf = (): string => orgs.orgs[0]?.accessToken ?? '';
  const api = (path: string, body?: unknown): Promise<Response> =>
    fetch(orgs.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${tokenOf()}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('serves Salesforce libraries: login, query, deploy by REST and SOAP', async () => {
    const classes = join(folder, 'source', 'classes');
    mkdirSync(classes, { recursive: true });
    for (const [path, text] of Object.entries(apexClass('FromSource', 'public class FromSource {}')))
      writeFileSync(join(folder, 'source', path), text);
    const output = await runClient(folder, { TOKEN: tokenOf(), URL_OF_ORG: orgs.url, SOURCE: join(folder, 'source') });
    const result = JSON.parse(output) as {
      version: string;
      username: string;
      names: string[];
      rest: { status: string; files: string[] };
      soap: { status: string; files: string[] };
    };
    assert.deepEqual(
      [result.version, result.username, result.names],
      ['66.0', orgs.orgs[0]?.username, ['From jsforce']],
    );
    assert.deepEqual([result.rest.status, result.soap.status], ['Succeeded', 'Succeeded']);
    assert.ok(
      result.rest.files.every((file) => file === 'Created FromSource'),
      result.rest.files.join(),
    );
  });

  it('answers neither other hosts nor strangers', async () => {
    assert.equal((await raw(orgs, { path: '/services/data', host: 'evil.example' })).status, 403);
    assert.equal((await raw(orgs, { path: '/', host: 'evil.example:7070' })).status, 403);
    assert.equal((await fetch(`${orgs.url}/services/data/v66.0/limits`)).status, 401);
  });

  it('sends its pages with headers that keep them to themselves', async () => {
    const page = await fetch(orgs.url);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'self'/);
    assert.equal(page.headers.get('x-frame-options'), 'DENY');
  });

  it('refuses a second start on its data and on its port', async () => {
    await refusedStart({ dataDir: join(folder, 'data'), port: 0 }, /already runs on/);
    await refusedStart({ dataDir: join(folder, 'other'), port: orgs.port }, new RegExp(`Port ${orgs.port} is taken`));
    const other = await startOrgs({ dataDir: join(folder, 'other'), port: 0 });
    await other.stop();
  });

  it('keeps everything over a stop, with the same ids and tokens', async () => {
    await api('/services/data/v66.0/sobjects/Account', { Name: 'Kept' });
    const before = orgs.orgs[0];
    await orgs.stop();
    assert.equal(readRunFile(join(folder, 'data'))?.pid, 0);
    orgs = await startOrgs({ dataDir: join(folder, 'data'), port: 0 });
    assert.deepEqual(orgs.orgs[0], before);
    const found = (await (
      await api(`/services/data/v66.0/query?q=${encodeURIComponent("SELECT Id FROM Account WHERE Name = 'Kept'")}`)
    ).json()) as { totalSize: number };
    assert.equal(found.totalSize, 1);
  });

  it('copies itself, and goes back to the copy', async () => {
    assert.equal((await api('/__org__/snapshot', { name: 'one' })).status, 201);
    await api('/services/data/v66.0/sobjects/Account', { Name: 'After the copy' });
    assert.equal((await api('/__org__/reset', { snapshot: 'one' })).status, 200);
    const count = async (name: string): Promise<number> => {
      const soql = `SELECT Id FROM Account WHERE Name = '${name}'`;
      return (
        (await (await api(`/services/data/v66.0/query?q=${encodeURIComponent(soql)}`)).json()) as { totalSize: number }
      ).totalSize;
    };
    assert.deepEqual([await count('After the copy'), await count('Kept')], [0, 1]);
    assert.equal((await api('/__org__/reset', { snapshot: '../one' })).status, 400);
  });

  it('tells its owner when a client asks it to stop', async () => {
    assert.equal((await api('/__org__/shutdown', {})).status, 200);
    await orgs.stopRequested;
  });
});

it('names a port that another program holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lma-port-'));
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await refusedStart({ dataDir: folder, port }, /is taken by another program\. Choose another with --port/);
  other.close();
  rmSync(folder, { recursive: true, force: true });
});
