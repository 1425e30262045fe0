/** The official CLI signs in to the local org, describes it, opens it, and works with its records. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CliSession } from './cli-session.ts';

interface QueryResult {
  readonly totalSize: number;
  readonly records: readonly Record<string, unknown>[];
}

describe('sf org and sf data', () => {
  let cli: CliSession;
  before(async () => {
    cli = await CliSession.start();
  });
  after(() => cli.stop());

  it('org display, after org login access-token', async () => {
    const shown = await cli.ok<Record<string, unknown>>('org:display', '--target-org', 'local');
    assert.deepEqual(
      [shown['id'], shown['username'], shown['connectedStatus'], shown['apiVersion']],
      [cli.org.id, cli.org.username, 'Connected', '66.0'],
    );
  });

  it('org open --url-only gives a URL that opens a session once, on the page asked for', async () => {
    const opened = await cli.ok<{ url: string }>('org:open', '--url-only', '--path', '/lightning/o/Account/list');
    const first = await fetch(opened.url, { redirect: 'manual' });
    assert.equal(first.status, 302);
    assert.equal(first.headers.get('location'), '/lightning/o/Account/list');
    assert.match(first.headers.get('set-cookie') ?? '', /HttpOnly/);
    const second = await fetch(opened.url, { redirect: 'manual' });
    assert.deepEqual([second.headers.get('location'), second.headers.get('set-cookie')], ['/', null]);
  });

  it('data create, get, update and query', async () => {
    const { id } = await cli.ok<{ id: string }>(
      'data:create:record',
      ...['--sobject', 'Account', '--values', "Name='Globex & <b>Sons</b>' NumberOfEmployees=7"],
    );
    assert.match(id, /^001/);
    const got = await cli.ok<Record<string, unknown>>(
      'data:get:record',
      ...['--sobject', 'Account', '--record-id', id],
    );
    assert.deepEqual([got['Name'], got['NumberOfEmployees']], ['Globex & <b>Sons</b>', 7]);
    await cli.ok(
      'data:update:record',
      ...['--sobject', 'Account', '--where', "Name='Globex & <b>Sons</b>'", '--values', 'NumberOfEmployees=8'],
    );
    await cli.ok('data:create:record', ...['--sobject', 'Contact', '--values', `LastName=Doe AccountId=${id}`]);
    const found = await cli.ok<QueryResult>(
      'data:query',
      ...['--query', 'SELECT NumberOfEmployees, Owner.Username, (SELECT LastName FROM Contacts) FROM Account'],
    );
    const [row] = found.records;
    assert.equal(found.totalSize, 1);
    assert.equal(row?.['NumberOfEmployees'], 8);
    assert.equal((row?.['Owner'] as { Username: string }).Username, cli.org.username);
    assert.equal((row?.['Contacts'] as QueryResult).records[0]?.['LastName'], 'Doe');
  });

  it('data query as a table, with parent columns', async () => {
    const shown = await cli.run('data:query', '--query', 'SELECT NumberOfEmployees, Owner.Username FROM Account');
    assert.equal(shown.code, 0, shown.output);
    assert.match(shown.output, /OWNER\.USERNAME/);
    assert.match(shown.output, /admin@local\.example/);
  });

  const refusals = [
    { name: 'an unknown field', argv: ['data:query', '--query', 'SELECT Nope FROM Account'], message: /Nope/ },
    { name: 'an unknown object', argv: ['data:query', '--query', 'SELECT Id FROM Nope'], message: /Nope/ },
    {
      name: 'a required field that is missing',
      argv: ['data:create:record', '--sobject', 'Contact', '--values', 'FirstName=Jo'],
      message: /LastName/,
    },
    {
      name: 'a record that is not there',
      argv: ['data:get:record', '--sobject', 'Account', '--record-id', '001000000000000AAA'],
      message: /does not exist|not found|No record/i,
    },
  ] as const;
  for (const { name, argv, message } of refusals) {
    it(`says why it refuses ${name}`, async () => {
      const [command, ...flags] = argv;
      const refused = await cli.run(command, ...flags);
      assert.equal(refused.code, 1, refused.output);
      assert.match(refused.output + (refused.error?.message ?? ''), message);
    });
  }

  it('ends the real process with 1 where the org refuses, and 2 where a flag is wrong', async () => {
    const [refused, wrongFlag] = await Promise.all([
      cli.sf('data', 'query', '--query', 'SELECT Nope FROM Account', '--target-org', 'local'),
      cli.sf('org', 'display', '--no-such-flag'),
    ]);
    assert.deepEqual([refused.code, wrongFlag.code], [1, 2], refused.output + wrongFlag.output);
    assert.match(refused.output, /Nope/);
  });
});
