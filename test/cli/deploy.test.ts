/** The official CLI deploys small projects, by SOAP and by REST, and says what does not fit. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CliSession } from './cli-session.ts';
import type { CliOutcome } from './cli-session.ts';
import { writeClass, writeTested } from './project.ts';

interface Deployed {
  readonly files: readonly { readonly state: string }[];
}

const START = 'project:deploy:start';
const SOAP_PATH = /POST \/+services\/Soap\/m\//;
const REST_PATH = /POST \/+services\/data\/v[\d.]+\/metadata\/deployRequest/;

describe('sf project deploy start', () => {
  let cli: CliSession;
  before(async () => {
    cli = await CliSession.start();
  });
  after(() => cli.stop());

  const names = async (soql: string): Promise<string[]> =>
    (await cli.ok<{ records: { Name: string }[] }>('data:query', '--query', soql)).records.map((row) => row.Name);

  const byRest = async (run: () => Promise<CliOutcome>): Promise<CliOutcome> => {
    await cli.ok('config:set', 'org-metadata-rest-deploy=true');
    const outcome = await run();
    await cli.ok('config:unset', 'org-metadata-rest-deploy');
    return outcome;
  };

  it('deploys by SOAP, its default, and by REST, where nothing is new', async () => {
    writeTested(cli, 'tested', false);
    const flags = ['--source-dir', 'tested', '--json'];
    const soap = await cli.run(START, ...flags);
    const requested = (await cli.requested()).join('\n');
    assert.equal(soap.code, 0, soap.output);
    assert.match(requested, SOAP_PATH);
    assert.doesNotMatch(requested, REST_PATH);
    const rest = await byRest(() => cli.run(START, ...flags));
    assert.equal(rest.code, 0, rest.output);
    assert.match((await cli.requested()).join('\n'), REST_PATH);
    assert.ok(
      (rest.result as Deployed).files.every((file) => file.state === 'Unchanged'),
      JSON.stringify(rest.result),
    );
  });

  it('runs the tests it is told to, and reports coverage', async () => {
    const deployed = await cli.ok<{ details: { runTestResult: { codeCoverage: { name: string }[] } } }>(
      START,
      ...['--source-dir', 'tested', '--test-level', 'RunSpecifiedTests', '--tests', 'DiscountTest'],
    );
    const { codeCoverage } = deployed.details.runTestResult;
    assert.ok([codeCoverage].flat().some((entry) => entry.name === 'Discount'));
  });

  it('refuses a broken class with its place by SOAP and REST, ends with 1 and keeps nothing', async () => {
    writeClass(cli, 'broken', 'Fine', 'public with sharing class Fine {\n}\n');
    writeClass(cli, 'broken', 'Broken', 'public with sharing class Broken {\n    Integer seats = missing;\n}\n');
    const flags = ['--source-dir', 'broken'];
    const soap = await cli.run(START, ...flags);
    const rest = await byRest(() => cli.run(START, ...flags));
    for (const { code, output } of [soap, rest]) {
      assert.equal(code, 1, output);
      assert.match(output, /Broken/);
      assert.match(output, /missing/);
      assert.match(output, /2:\d+/);
    }
    assert.deepEqual(await names("SELECT Name FROM ApexClass WHERE Name IN ('Fine', 'Broken')"), []);
  });

  it('keeps nothing of a deploy whose tests fail', async () => {
    writeTested(cli, 'failing', true);
    const flags = ['--source-dir', 'failing', '--test-level', 'RunSpecifiedTests', '--tests', 'DiscountTest'];
    const refused = await cli.run(START, ...flags);
    assert.equal(refused.code, 1, refused.output);
    assert.match(refused.output, /manySeats/);
    const bodies = await cli.ok<{ records: { Body: string }[] }>(
      'data:query',
      ...['--query', "SELECT Body FROM ApexClass WHERE Name = 'DiscountTest'"],
    );
    assert.doesNotMatch(bodies.records[0]?.Body ?? '', /manySeats/);
  });

  it('validates without keeping, and deploys what was validated', async () => {
    writeClass(cli, 'later', 'Later', 'public with sharing class Later {\n}\n');
    writeClass(
      cli,
      'later',
      'LaterTest',
      "@IsTest\nprivate class LaterTest {\n    @IsTest\n    static void is() {\n        Assert.isNotNull(new Later(), 'there');\n    }\n}\n",
    );
    const flags = ['--source-dir', 'later', '--test-level', 'RunSpecifiedTests', '--tests', 'LaterTest'];
    const { id } = await cli.ok<{ id: string }>('project:deploy:validate', ...flags);
    assert.deepEqual(await names("SELECT Name FROM ApexClass WHERE Name = 'Later'"), []);
    await cli.ok('project:deploy:quick', '--job-id', id);
    assert.deepEqual(await names("SELECT Name FROM ApexClass WHERE Name = 'Later'"), ['Later']);
  });

  it('refuses by name to keep a part of a deploy', async () => {
    const refused = await cli.run(START, '--source-dir', 'tested', '--ignore-errors');
    assert.equal(refused.code, 1, refused.output);
    assert.match(refused.output, /rollbackOnError=false is not supported/);
  });
});
