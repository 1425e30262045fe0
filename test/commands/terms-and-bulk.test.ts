/** Terms, scheduled changes, bulk operations and the access check on the command line; actions and keys for other systems. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { captureOutput } from './captured-output.ts';
import { startWorkingOrg, type WorkingOrg } from './working-org.ts';

const PACKAGES = ['Acme Forms', 'Acme Sign'].map((name, index) => ({
  id: `033Ho000000000${index + 1}`,
  namespace: name.toLowerCase().replace(' ', ''),
  name,
  model: 'Paid' as const,
  share: 1,
  versions: ['1.0.0.1'],
}));

interface Outcome {
  readonly name: string;
  readonly isChanged: boolean;
  readonly scheduledChangeId: string | null;
  readonly after: {
    readonly status: string;
    readonly expiration: string | null;
    readonly seats: number;
    readonly basis: string;
  };
  readonly code?: string;
}

interface Bulk {
  readonly name: string;
  readonly state: string;
  readonly total: number;
  readonly refused: number;
  readonly items: readonly {
    readonly name: string;
    readonly state: string;
    readonly refusal: { rule: string } | null;
  }[];
}

interface Failure {
  readonly status: number;
  readonly name: string;
  readonly actions: readonly string[];
}

describe('terms and bulk', () => {
  let org: WorkingOrg;
  let first = '';
  let second = '';

  const change = async (id: string, ...args: string[]): Promise<Outcome> => {
    const { result, status } = await org.lma<Outcome[]>(id, ...args);
    assert.equal(status, 0, JSON.stringify(result));
    return result[0] as Outcome;
  };

  /** Runs a command that fails, and answers what it prints with --json. */
  const failed = async (id: string, ...args: string[]): Promise<Failure> => {
    process.exitCode = undefined;
    const { stdout } = await captureOutput(() => org.run(id, ...args, '--json'));
    return JSON.parse(stdout) as Failure;
  };

  before(async () => {
    org = await startWorkingOrg(PACKAGES);
    first = await org.install('Acme Forms', 'Globex');
    second = await org.install('Acme Forms', 'Initech');
  });
  afterEach(() => (process.exitCode = 0));
  after(() => org.stop());

  it('courtesy access is active, and not bought', async () => {
    const { after: terms } = await change(
      'license:courtesy',
      first,
      '--until',
      '2099-01-31',
      '--reason-category',
      'Courtesy',
    );
    assert.deepEqual([terms.status, terms.basis, terms.expiration], ['Active', 'Courtesy', '2099-01-31']);
  });

  it('undoes the newest change, and refuses an older one', async () => {
    assert.equal((await change('license:add-seats', first, '--seats', '7')).after.seats, 17);
    assert.equal((await change('license:undo', first)).after.seats, 10);
    const { status, result } = await org.lma<Outcome[]>('license:undo', first, '--revision', '2');
    assert.deepEqual([status, result[0]?.code], [1, 'STALE']);
  });

  it('renews by months and with another license, and adds seats', async () => {
    await change('license:activate', first, '--seats', '25', '--until', '2099-12-31');
    await change('license:activate', second, '--seats', '5', '--until', '2099-06-30');
    assert.equal((await change('license:renew', first, '--months', '12')).after.expiration, '2100-12-31');
    assert.equal((await change('license:renew', second, '--co-term', first)).after.expiration, '2100-12-31');
    assert.equal((await change('license:add-seats', second, '--seats', '50')).after.seats, 55);
    assert.equal((await change('license:add-seats', second, '--seats=-50')).after.seats, 5);
  });

  it('falls back to free', async () => {
    const third = await org.install('Acme Forms', 'Hooli');
    const { after: terms } = await change('license:fall-back', third);
    assert.deepEqual([terms.status, terms.basis, terms.expiration], ['Active', 'Free', null]);
  });

  it('transfers terms to another license of the package', async () => {
    const target = await org.install('Acme Forms', 'Umbrella');
    await change('license:transfer', second, '--to', target);
    const { result } = await org.lma('license:show', target);
    assert.deepEqual([result['status'], result['seats'], result['expiration']], ['Active', 5, '2100-12-31']);
    assert.equal((await org.lma('license:show', second)).result['suspensionReason'], 'Transferred');
  });

  it('plans a change, lists and cancels it', async () => {
    const planned = await change('license:add-seats', first, '--seats=-5', '--on', '2099-07-01');
    assert.ok(planned.scheduledChangeId);
    const list = async (): Promise<{ name: string; state: string; effectiveOn: string }[]> =>
      (await org.lma<{ name: string; state: string; effectiveOn: string }[]>('license:scheduled:list', first)).result;
    const [entry] = await list();
    assert.deepEqual([entry?.state, entry?.effectiveOn], ['Planned', '2099-07-01']);
    await org.lma('license:scheduled:cancel', first, entry?.name ?? '');
    assert.equal((await list())[0]?.state, 'Cancelled');
    const again = await failed('license:scheduled:cancel', first, entry?.name ?? '');
    assert.deepEqual([again.status, again.name], [1, 'NOT_PLANNED']);
  });

  it('takes all licenses of an org', async () => {
    const { result: listed } = await org.lma<{ name: string; orgId: string }[]>('license:list', '--status', 'Active');
    const orgId = listed.find((license) => license.name === first)?.orgId ?? '';
    await org.lma('license:list', '--org', orgId, '--no-sandbox', '--having-basis', 'Customer');
    const { result } = await org.lma<Outcome[]>(
      'license:add-seats',
      first,
      '--seats',
      '1',
      '--scope',
      'org',
      '--preview',
    );
    assert.deepEqual(
      result.map((each) => [each.name, each.after.seats]),
      [[first, 26]],
    );
    const refused = await failed('license:add-seats', first, '--seats', '1', '--scope', 'account');
    assert.equal(refused.name, 'NO_ACCOUNT');
  });

  it('explains access in sentences', async () => {
    const { stdout } = await captureOutput(() => org.run('license:explain', first));
    assert.match(stdout, /By the terms users of Globex have access: L-\d{5} is Active\./);
    assert.match(stdout, /last day is 2100-12-31, which ends at midnight UTC/);
    assert.match(stdout, /is not confirmed yet/);
    assert.match(stdout, /What cannot be seen from here:\n- Which users/);
    const { result } = await org.lma('license:explain', second);
    assert.match(String(result['summary']), /have no access\. The license is Suspended \(Transferred\) since/);
  });

  it('previews, runs and undoes a bulk operation of a filter', async () => {
    const filter = ['--package', PACKAGES[0]?.id ?? '', '--having-basis', 'Customer'];
    const { result: preview, status } = await org.lma<Bulk>('bulk:create', 'extend', '--days', '10', ...filter);
    assert.deepEqual([status, preview.state, preview.total, preview.refused], [0, 'Previewed', 3, 0]);
    const { stdout } = await captureOutput(() => org.run('bulk:show', preview.name));
    assert.match(stdout, /L-\d{5}  Allowed +Active, 2100-12-31, 25 seats → Active, 2101-01-10, 25 seats/);
    await assert.rejects(org.run('bulk:run', preview.name), /Confirm with: lma bulk run BO-\d+ --yes/);
    assert.equal((await org.lma('license:show', first)).result['expiration'], '2100-12-31');
    const { result: done } = await org.lma<Bulk>('bulk:run', preview.name, '--yes');
    assert.equal(done.state, 'Done');
    assert.equal((await org.lma('license:show', first)).result['expiration'], '2101-01-10');
    const { result: undone } = await org.lma<Bulk>('bulk:undo', preview.name, '--yes');
    assert.equal(undone.state, 'Undone');
    assert.equal((await org.lma('license:show', first)).result['expiration'], '2100-12-31');
  });

  it('runs on named licenses, and exits 1 where one was refused', async () => {
    const file = path.join(org.folder, 'licenses.txt');
    writeFileSync(file, `${second}\n`);
    const named = ['--license', first, '--file', file];
    const { result, status } = await org.lma<Bulk>(
      'bulk:create',
      'courtesy',
      '--until',
      '2099-01-31',
      ...named,
      '--yes',
    );
    assert.deepEqual([status, result.state], [1, 'Done']);
    const states = new Map(result.items.map((item) => [item.name, item.state]));
    assert.deepEqual([states.get(first), states.get(second)], ['Changed', 'Refused']);
    const { result: rest } = await org.lma<Bulk>('bulk:show', result.name, '--state', 'Refused');
    assert.deepEqual(
      rest.items.map((item) => item.name),
      [second],
    );
    await change('license:undo', first);
  });

  it('gives up an operation that has not run', async () => {
    const { result: made } = await org.lma<Bulk>('bulk:create', 'suspend', '--license', first);
    assert.equal((await org.lma<Bulk>('bulk:cancel', made.name)).result.state, 'Cancelled');
    assert.equal((await failed('bulk:run', made.name, '--yes')).name, 'WRONG_STATE');
  });

  const REFUSED = [
    {
      name: 'a value that the action does not take',
      id: 'bulk:create',
      args: ['suspend', '--days', '5'],
      text: /suspend does not take --days/,
    },
    {
      name: 'neither licenses nor filter',
      id: 'bulk:create',
      args: ['suspend'],
      text: /--license or --file, or a filter/,
    },
    {
      name: 'an unknown operation',
      id: 'bulk:show',
      args: ['BO-99999'],
      text: /There is no bulk operation BO-99999[^]*lma bulk show/,
    },
    {
      name: 'two ends',
      id: 'license:activate',
      args: ['L-1', '--seats', '1', '--no-end', '--days', '3'],
      text: /one of --days, --no-end/,
    },
    {
      name: 'a renewal without a length',
      id: 'license:renew',
      args: ['L-1'],
      text: /Say for how long: --months, --co-term/,
    },
    {
      name: 'a scope without a license',
      id: 'license:suspend',
      args: ['--status', 'Trial', '--scope', 'org'],
      text: /starts from one license/,
    },
    {
      name: 'a scheduled change that is not there',
      id: 'license:scheduled:cancel',
      args: ['FIRST', 'SC-9'],
      text: /Planned: none/,
    },
    { name: 'a license that is not there', id: 'license:explain', args: ['L-99999'], text: /lma license list/ },
  ];
  for (const row of REFUSED) {
    it(`refuses ${row.name}`, async () => {
      await assert.rejects(org.run(row.id, ...row.args.map((arg) => (arg === 'FIRST' ? first : arg))), row.text);
    });
  }

  it('tells with --json what to do about an error, with its exit code', async () => {
    const missing = await failed('license:show', 'L-99999');
    assert.deepEqual([missing.status, missing.name], [1, 'NOT_FOUND']);
    assert.match(missing.actions[0] ?? '', /lma license list/);
    assert.equal((await failed('license:renew', first)).status, 2);
    assert.equal(process.exitCode, 2);
  });

  it('answers flows: one result per input', async () => {
    const outcomes = await org.connection.request<{ isSuccess: boolean; outputValues: Record<string, unknown> }[]>({
      method: 'POST',
      url: `${org.connection.baseUrl()}/actions/custom/apex/ModifyLicenseAction`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        inputs: [
          { license: first, seats: 30 },
          { license: 'L-99999', seats: 30 },
        ],
      }),
    });
    assert.deepEqual(
      outcomes.map((outcome) => [outcome.outputValues['isDone'], outcome.outputValues['code'] ?? null]),
      [
        [true, null],
        [false, 'NOT_FOUND'],
      ],
    );
  });

  it('carries a request with an idempotency key out once', async () => {
    const post = async (seats: number): Promise<{ status: number; replayed: string | null; text: string }> => {
      const response = await fetch(`${org.connection.instanceUrl}/services/apexrest/v1/licenses/${first}/changes`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${org.connection.accessToken ?? ''}`,
          'content-type': 'application/json',
          'Idempotency-Key': 'order-7',
        },
        body: JSON.stringify({ action: 'addSeats', seats }),
      });
      return {
        status: response.status,
        replayed: response.headers.get('Idempotent-Replayed'),
        text: await response.text(),
      };
    };
    const [one, two, other] = [await post(10), await post(10), await post(11)];
    assert.deepEqual([one.status, two.status, two.replayed], [200, 200, 'true']);
    assert.deepEqual(JSON.parse(one.text), JSON.parse(two.text));
    assert.equal(other.status, 409);
    assert.match(other.text, /IDEMPOTENCY_KEY_REUSED/);
    assert.equal((await org.lma('license:show', first)).result['seats'], 40);
  });
});
