/** The command line in daily work, from an install to a suspension that takes hold, against a local org that runs. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { Config } from '@oclif/core';
import { startOrgs, type RunningOrgs } from '../../scripts/org/index.ts';
import { connectByToken } from '../../scripts/salesforce/connect.ts';
import { deploySource } from '../../scripts/salesforce/deploy.ts';
import { assignPermissionSets } from '../../scripts/salesforce/permission-sets.ts';
import type { LicenseClaims } from '../../scripts/simulator/signed-license.ts';
import { setUp } from '../../scripts/start/set-up.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const PACKAGE = {
  id: '033Ho0000000001',
  namespace: 'acmeforms',
  name: 'Acme Forms',
  model: 'Paid' as const,
  share: 1,
  versions: ['1.0.0.1'],
};

interface Answer {
  readonly status: number;
  readonly result: never;
}

describe('daily work', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-work-'));
  let config: Config;
  let orgs: RunningOrgs;
  let number = '';

  /** Runs one command in this process and answers what it would print with --json. */
  async function lma<T = Record<string, unknown>>(
    id: string,
    ...args: string[]
  ): Promise<{ status: number; result: T }> {
    const answer = await config.runCommand<Answer>(id, [...args, '--data', folder, '--json']);
    return answer as { status: number; result: T };
  }

  before(async () => {
    config = await Config.load({ root: ROOT });
    orgs = await startOrgs({ dataDir: folder, port: 0 });
    const connection = await connectByToken({
      instanceUrl: orgs.url,
      accessToken: orgs.orgs[0]?.accessToken ?? '',
      home: path.join(folder, 'home'),
    });
    await deploySource(connection, [path.join(ROOT, 'force-app', 'main')]);
    await assignPermissionSets(connection, ['LMA_Admin', 'LMA_License_Manager', 'LMA_Integration']);
    await setUp(connection, { goLiveOn: '2026-01-01', packages: [PACKAGE] });
  });
  afterEach(() => (process.exitCode = 0));
  after(async () => {
    await orgs.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('an install becomes a license and a lead', async () => {
    const { result } = await lma<{ event: { license: { name: string }; lead: { name: string; status: string } } }>(
      'simulate:install',
      ...['--package', 'Acme Forms', '--org-name', 'Globex', '--email', 'jane.doe@globex.example', '--wait'],
    );
    number = result.event.license.name;
    assert.match(number, /^L-\d{5}$/);
    assert.deepEqual([result.event.lead.name, result.event.lead.status], ['Jane Doe', 'Created']);
  });

  it('lists and shows it as a trial that is not confirmed yet', async () => {
    const { result: listed } = await lma<{ name: string }[]>('license:list', '--status', 'Trial');
    assert.deepEqual(
      listed.map((license) => license.name),
      [number],
    );
    const { result: shown } = await lma('license:show', number);
    assert.deepEqual([shown['status'], shown['orgName'], shown['isPropagated']], ['Trial', 'Globex', false]);
  });

  it('a suspension takes hold in the customer’s org', async () => {
    const claims = async (): Promise<LicenseClaims | undefined> =>
      (await lma<{ held: { claims: LicenseClaims } }[]>('subscriber:show', 'Globex')).result[0]?.held.claims;
    assert.equal((await claims())?.status, 'Trial');
    const { status } = await lma(
      'license:suspend',
      number,
      '--reason',
      'Unpaid',
      '--reference',
      'INV-7',
      '--cause',
      'Non-payment',
    );
    assert.equal(status, 0);
    assert.equal((await claims())?.status, 'Suspended');
    const { result } = await lma('license:show', number);
    assert.deepEqual([result['isPropagated'], result['suspensionReason']], [true, 'Non-payment']);
  });

  it('reinstates, activates and extends', async () => {
    await lma('license:reinstate', number);
    const { result } = await lma('license:activate', number, '--seats', '25', '--until', '2099-12-31');
    assert.equal((result as unknown as { after: { status: string } }[])[0]?.after.status, 'Active');
    await lma('license:extend', number, '--days', '1');
    assert.equal((await lma('license:show', number)).result['expiration'], '2100-01-01');
  });

  it('refuses a last day before today, and changes nothing', async () => {
    const before = await lma('license:show', number);
    const { status, result } = await lma('license:extend', number, '--until', '2020-01-01');
    assert.equal(status, 1);
    assert.match(JSON.stringify(result), /before today/);
    assert.deepEqual(await lma('license:show', number), before);
  });

  it('previews without changing', async () => {
    const { result } = await lma<{ after: { seats: number } }[]>(
      'license:modify',
      number,
      '--seats',
      '50',
      '--preview',
    );
    assert.equal(result[0]?.after.seats, 50);
    assert.equal((await lma('license:show', number)).result['seats'], 25);
  });

  it('a trial ends when the clock passes its last day', async () => {
    await lma(
      'simulate:install',
      '--package',
      'Acme Forms',
      '--org-name',
      'Initech',
      '--email',
      'a.b@initech.example',
      '--wait',
    );
    await lma('org:clock', '--advance', '31d');
    const { result } = await lma<{ orgName: string }[]>('license:list', '--status', 'Expired');
    assert.deepEqual(
      result.map((license) => license.orgName),
      ['Initech'],
    );
  });

  it('makes a new signing key, and licenses are signed with it', async () => {
    await lma('keys:create', '--name', 'Second_Key');
    const { result } = await lma<{ held: { claims: LicenseClaims } | null }[]>('subscriber:show', 'Globex');
    assert.equal(result[0]?.held?.claims.status, 'Active');
  });

  it('plays a file of events, and sending it again is harmless', async () => {
    const file = path.join(folder, 'events.jsonl');
    const event = {
      eventId: 'usage-1',
      type: 'usage',
      occurredAt: '2026-06-01T00:00:00Z',
      pkg: { id: PACKAGE.id },
      org: { id: '00DOther0000001' },
      usage: { usedSeats: 3 },
    };
    writeFileSync(file, `${JSON.stringify(event)}\n`);
    const counts = async (): Promise<unknown> => (await lma<{ counts: unknown }>('simulate:play', file)).result.counts;
    assert.deepEqual(await counts(), { accepted: 1, duplicate: 0, rejected: 0 });
    assert.deepEqual(await counts(), { accepted: 0, duplicate: 1, rejected: 0 });
  });

  it('lists what customers hold beside what the org grants', async () => {
    const { result } = await lma<{ orgName: string; status: string; held: string | null }[]>('subscriber:list');
    const rows = result.map((row) => [row.orgName, row.status, row.held]);
    assert.deepEqual(rows.slice(0, 2), [
      ['Globex', 'Active', 'Active'],
      ['Initech', 'Expired', null],
    ]);
  });

  it('opens a page that logs in, and tells what was asked', async () => {
    assert.match(
      (await lma<{ url: string }>('org:open')).result.url,
      /^http:\/\/127\.0\.0\.1:\d+\/secur\/frontdoor\.jsp\?/,
    );
    const { requests } = (await lma<{ requests: unknown[] }>('org:log')).result;
    assert.match(JSON.stringify(requests), /singleaccess/);
  });

  const REFUSED = [
    { name: 'a license that is not there', id: 'license:show', args: ['L-99999'], text: /L-99999/ },
    { name: 'neither license nor filter', id: 'license:suspend', args: [], text: /one license, or a filter/ },
    {
      name: 'a package nobody sells',
      id: 'simulate:install',
      args: ['--package', 'Nope', '--org-name', 'X', '--email', 'x@x.example'],
      text: /Known: Acme Forms/,
    },
    { name: 'a wrong duration', id: 'org:clock', args: ['--advance', 'soon'], text: /31d/ },
    {
      name: 'a key name the platform would refuse',
      id: 'keys:create',
      args: ['--name', 'no good'],
      text: /developer name/,
    },
    { name: 'a wrong date', id: 'license:extend', args: ['L-00001', '--until', 'tomorrow'], text: /2026-12-31/ },
    { name: 'an org without licenses', id: 'subscriber:show', args: ['Nobody'], text: /No license of org/ },
  ];
  for (const row of REFUSED) {
    it(`refuses ${row.name}`, async () => {
      await assert.rejects(config.runCommand(row.id, [...row.args, '--data', folder]), row.text);
    });
  }

  it('is empty after a reset', async () => {
    await assert.rejects(config.runCommand('org:reset', ['--data', folder]), /no-prompt/);
    await lma('org:reset', '--no-prompt');
    await assert.rejects(config.runCommand('license:list', ['--data', folder]));
  });
});
