/** The REST layer on one org: what it refuses, and how. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DATA, TestOrg } from './harness.ts';
import { REFUSED } from './requests.cases.ts';

describe('requests', () => {
  let org: TestOrg;
  before(() => {
    org = new TestOrg();
  });
  after(() => org.close());

  for (const { name, method, target, options, status, code, message } of REFUSED) {
    it(`refuses ${name} and changes nothing`, () => {
      const before = org.query('SELECT COUNT(Id) n FROM Account')[0]?.['n'];
      const answer = org.call(method, target, options);
      assert.equal(answer.status, status, answer.text);
      const [error] = answer.json as { errorCode: string; message: string }[];
      assert.equal(error?.errorCode, code);
      assert.match(error.message, message);
      assert.equal(org.query('SELECT COUNT(Id) n FROM Account')[0]?.['n'], before);
    });
  }

  it('serves any version in the path and collapses slashes', () => {
    assert.equal(org.call('GET', '//services/data/v51.0/limits').status, 200);
    assert.deepEqual(
      (org.call('GET', '/services/data', { token: null }).json as { version: string }[]).map((entry) => entry.version),
      ['65.0', '66.0'],
    );
  });

  it('creates, reads, updates, upserts and deletes a record', () => {
    const id = org.create('Account', { Name: 'Acme <b>&"', NumberOfEmployees: 5 });
    const read = org.call('GET', `${DATA}/sobjects/Account/${id}?fields=Name,NumberOfEmployees,CreatedDate`)
      .json as Record<string, unknown>;
    assert.equal(read['Name'], 'Acme <b>&"');
    assert.match(String(read['CreatedDate']), /^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/);
    assert.equal(org.call('PATCH', `${DATA}/sobjects/Account/${id}`, { body: { Name: 'Two' } }).status, 204);
    assert.equal(org.query(`SELECT Name FROM Account WHERE Id = '${id}'`)[0]?.['Name'], 'Two');
    assert.equal(org.call('DELETE', `${DATA}/sobjects/Account/${id}`).status, 204);
    assert.equal(org.call('GET', `${DATA}/sobjects/Account/${id}`).status, 404);
  });

  it('pages a query', () => {
    const body = {
      records: Array.from({ length: 200 }, (_, index) => ({ attributes: { type: 'Contact' }, LastName: `P${index}` })),
    };
    assert.equal(org.call('POST', `${DATA}/composite/sobjects`, { body }).status, 200);
    assert.equal(org.call('POST', `${DATA}/composite/sobjects`, { body }).status, 200);
    const target = `${DATA}/query?q=${encodeURIComponent('SELECT Id FROM Contact')}`;
    const first = org.call('GET', target, { headers: { 'sforce-query-options': 'batchSize=200' } }).json as {
      totalSize: number;
      done: boolean;
      records: unknown[];
      nextRecordsUrl: string;
    };
    assert.deepEqual([first.totalSize, first.done, first.records.length], [400, false, 200]);
    const second = org.call('GET', first.nextRecordsUrl).json as { done: boolean; records: unknown[] };
    assert.deepEqual([second.done, second.records.length], [true, 200]);
  });

  it('describes the columns of a query', () => {
    const soql = 'SELECT Id, Owner.Name, (SELECT LastName FROM Contacts) FROM Account';
    const { columnMetadata } = org.call('GET', `${DATA}/query?columns=true&q=${encodeURIComponent(soql)}`).json as {
      columnMetadata: { columnName: string; aggregate: boolean; joinColumns: { columnName: string }[] }[];
    };
    assert.deepEqual(
      columnMetadata.map((column) => [
        column.columnName,
        column.aggregate,
        column.joinColumns.map((inner) => inner.columnName),
      ]),
      [
        ['Id', false, []],
        ['Owner', false, ['Name']],
        ['Contacts', true, ['LastName']],
      ],
    );
  });

  it('answers a collection in order, with errors beside successes', () => {
    const body = {
      allOrNone: false,
      records: [
        { attributes: { type: 'Account' }, Name: 'Good' },
        { attributes: { type: 'Account' } },
        { attributes: { type: 'Account' }, Nope: 1 },
      ],
    };
    const results = org.call('POST', `${DATA}/composite/sobjects`, { body }).json as {
      success: boolean;
      errors: { statusCode: string }[];
    }[];
    assert.deepEqual(
      results.map((entry) => entry.success),
      [true, false, false],
    );
    assert.deepEqual(
      results.map((entry) => entry.errors[0]?.statusCode),
      [undefined, 'REQUIRED_FIELD_MISSING', 'INVALID_FIELD'],
    );
  });

  it('rolls a composite call back as a whole, and fills references', () => {
    const compositeRequest = [
      { method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'parent', body: { Name: 'Composite' } },
      {
        method: 'POST',
        url: `${DATA}/sobjects/Contact`,
        referenceId: 'child',
        body: { LastName: 'C', AccountId: '@{parent.id}' },
      },
    ];
    const good = org.call('POST', `${DATA}/composite`, { body: { allOrNone: true, compositeRequest } }).json as {
      compositeResponse: { httpStatusCode: number }[];
    };
    assert.deepEqual(
      good.compositeResponse.map((entry) => entry.httpStatusCode),
      [201, 201],
      JSON.stringify(good),
    );
    assert.equal(org.query("SELECT Account.Name FROM Contact WHERE LastName = 'C'").length, 1);
    const bad = [
      { ...compositeRequest[0], body: { Name: 'Rolled back' } },
      { ...compositeRequest[1], body: {} },
    ];
    org.call('POST', `${DATA}/composite`, { body: { allOrNone: true, compositeRequest: bad } });
    assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'Rolled back'").length, 0);
  });

  it('inserts a tree, all or nothing', () => {
    const tree = (lastName: string | undefined): unknown => ({
      records: [
        {
          attributes: { type: 'Account', referenceId: 'a' },
          Name: 'Tree',
          Contacts: {
            records: [
              {
                attributes: { type: 'Contact', referenceId: 'c' },
                ...(lastName === undefined ? {} : { LastName: lastName }),
              },
            ],
          },
        },
      ],
    });
    assert.equal(org.call('POST', `${DATA}/composite/tree/Account`, { body: tree(undefined) }).status, 400);
    assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'Tree'").length, 0);
    assert.equal(org.call('POST', `${DATA}/composite/tree/Account`, { body: tree('Leaf') }).status, 201);
    assert.equal(org.query("SELECT Id FROM Contact WHERE Account.Name = 'Tree'").length, 1);
  });

  it('runs a bulk insert and says what failed', () => {
    const job = org.call('POST', `${DATA}/jobs/ingest`, {
      body: { object: 'Account', operation: 'insert', lineEnding: 'LF', columnDelimiter: 'COMMA' },
    }).json as { id: string };
    org.call('PUT', `${DATA}/jobs/ingest/${job.id}/batches`, { body: 'Name,NumberOfEmployees\nBulk 1,1\nBulk 2,x\n' });
    org.call('PATCH', `${DATA}/jobs/ingest/${job.id}`, { body: { state: 'UploadComplete' } });
    org.local.settle();
    const done = org.call('GET', `${DATA}/jobs/ingest/${job.id}`).json as Record<string, unknown>;
    assert.deepEqual(
      [done['state'], done['numberRecordsProcessed'], done['numberRecordsFailed']],
      ['JobComplete', 2, 1],
    );
    assert.match(
      org.call('GET', `${DATA}/jobs/ingest/${job.id}/failedResults`).text,
      /JSON_PARSER_ERROR:.*NumberOfEmployees/,
    );
    assert.match(
      org.call('GET', `${DATA}/jobs/ingest/${job.id}/successfulResults`).text,
      /"sf__Id","sf__Created","Name"/,
    );
  });

  it('lets only its own pages use a cookie session', () => {
    const login = org.call('POST', '/login', {
      token: null,
      body: { username: 'admin@local.example', code: org.local.hosted.identity.loginCode },
    });
    assert.equal(login.status, 200, login.text);
    assert.match(login.headers['set-cookie'] ?? '', /; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = (login.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const call = (headers: Record<string, string>): number =>
      org.call('GET', `${DATA}/limits`, { token: null, headers: { cookie, ...headers } }).status;
    assert.equal(call({}), 403);
    assert.equal(call({ 'x-lma-ui': '1', origin: 'http://evil.example' }), 403);
    assert.equal(call({ 'x-lma-ui': '1' }), 200);
    assert.equal(
      org.call('POST', '/login', { token: null, body: { username: 'admin@local.example', code: 'guess' } }).status,
      401,
    );
  });

  it('opens a browser session once from single access, and never leads elsewhere', () => {
    const { frontdoor_uri: address } = org.call('GET', '/services/oauth2/singleaccess?redirect_uri=//evil.example')
      .json as { frontdoor_uri: string };
    const target = new URL(address);
    const first = org.call('GET', target.pathname + target.search, { token: null });
    assert.equal(first.headers['location'], '/lightning');
    assert.match(first.headers['set-cookie'] ?? '', /lma_sid=/);
    assert.equal(org.call('GET', target.pathname + target.search, { token: null }).headers['set-cookie'], undefined);
  });

  it('moves the clock', () => {
    const now = (): number => Date.parse((org.call('GET', '/__org__/clock').json as { now: string }).now);
    const before = now();
    assert.equal(org.call('POST', '/__org__/clock', { body: { advance: '31d' } }).status, 200);
    assert.ok(now() - before >= 31 * 86_400_000);
  });
});
