/** `lma scratch create` and `delete` against a Dev Hub that answers in the platform's shapes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startOrgs, type RunningOrgs } from '../../scripts/org/index.ts';
import { HUB_TOKEN, startDevHub, type FakeDevHub } from './fake-dev-hub.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Logs the hub in under the alias `hub`, as `sf org login access-token` does, then runs the commands given. */
const CLIENT = `
import { AuthInfo } from '@salesforce/core';
import { Config } from '@oclif/core';
const instanceUrl = process.env.HUB_URL;
const authInfo = await AuthInfo.create({ accessTokenOptions: { accessToken: process.env.HUB_TOKEN, instanceUrl, loginUrl: instanceUrl } });
await authInfo.save({ isDevHub: true });
await authInfo.setAlias('hub');
const config = await Config.load({ root: process.cwd() });
const answers = [];
for (const [id, ...args] of JSON.parse(process.env.COMMANDS)) {
  answers.push(await config.runCommand(id, args).then((result) => ({ result }), (error) => ({ error: error.message })));
}
console.log('ANSWERS' + JSON.stringify(answers));
process.exit(0);
`;

describe('scratch orgs', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-scratch-'));
  let orgs: RunningOrgs;
  let hub: FakeDevHub;

  function run(
    commands: readonly (readonly string[])[],
  ): Promise<{ result?: { result: Record<string, string> }; error?: string }[]> {
    const inherited = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name)),
    );
    const env = {
      ...inherited,
      HOME: path.join(folder, 'home'),
      SF_DISABLE_TELEMETRY: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_LOG_FILE: 'true',
      NODE_NO_WARNINGS: '1',
      HUB_URL: hub.url,
      HUB_TOKEN,
      COMMANDS: JSON.stringify(commands),
    };
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', CLIENT], { cwd: ROOT, env });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.on('close', () => {
        const at = output.lastIndexOf('ANSWERS');
        if (at === -1) reject(new Error(output));
        else resolve(JSON.parse(output.slice(at + 'ANSWERS'.length)) as never);
      });
    });
  }

  before(async () => {
    orgs = await startOrgs({ dataDir: path.join(folder, 'org'), port: 0 });
    const org = orgs.orgs[0];
    assert.ok(org !== undefined);
    hub = await startDevHub({ url: orgs.url, orgId: org.id, accessToken: org.accessToken, username: org.username });
  });
  after(async () => {
    hub.close();
    await orgs.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('creates one, makes it usable, goes on with it on a second run, and deletes it', async () => {
    const create = ['scratch:create', '--target-dev-hub', 'hub', '--scenario', 'one-month'];
    const [first, second, deleted] = await run([create, create, ['scratch:delete', '--target-dev-hub', 'hub']]);
    assert.equal(first?.error, undefined);
    assert.equal(first?.result?.result['orgId'], orgs.orgs[0]?.id);
    assert.match(first?.result?.result['url'] ?? '', /frontdoor/);
    assert.equal(second?.error, undefined);
    assert.equal(deleted?.error, undefined);
    assert.deepEqual(hub.actions, ['create Open LMA development', 'delete']);
  });

  it('says how to log in where the Dev Hub is not known', async () => {
    const [answer] = await run([['scratch:create', '--target-dev-hub', 'nowhere', '--alias', 'other']]);
    assert.match(answer?.error ?? '', /No Dev Hub "nowhere" is known\. Log in/);
  });
});
