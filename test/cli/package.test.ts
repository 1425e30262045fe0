/** The official CLI deploys the package and gives it to a person. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildLwc } from '../../scripts/salesforce/build-lwc.ts';
import { CliSession, REPOSITORY } from './cli-session.ts';
import { writeClass } from './project.ts';

describe('the package and sf', () => {
  let cli: CliSession;
  before(async () => {
    cli = await CliSession.start();
    await buildLwc(REPOSITORY);
    for (const name of ['force-app', '.forceignore'])
      cpSync(path.join(REPOSITORY, name), path.join(cli.project, name), { recursive: true });
  });
  after(() => cli.stop());

  const names = async (soql: string): Promise<string[]> =>
    (await cli.ok<{ records: { Name: string }[] }>('data:query', '--query', soql)).records.map((row) => row.Name);

  it('project deploy start in a process of its own ends with 0', async () => {
    const { code, output } = await cli.sf('project', 'deploy', 'start', '--json');
    assert.equal(code, 0, output);
    const { result } = JSON.parse(output) as { result: { status: string; numberComponentsDeployed: number } };
    assert.equal(result.status, 'Succeeded');
    assert.ok(result.numberComponentsDeployed > 150, String(result.numberComponentsDeployed));
  });

  it('org assign permset gives the package to a person', async () => {
    const assigned = await cli.ok<{ successes: { value: string }[] }>('org:assign:permset', '--name', 'LMA_Admin');
    assert.deepEqual(
      assigned.successes.map((entry) => entry.value),
      ['LMA_Admin'],
    );
    const { id } = await cli.ok<{ id: string }>(
      'data:create:record',
      ...['--sobject', 'Package__c', '--values', "Name='Acme Forms' Package_Id__c=033000000000001AAA"],
    );
    assert.equal(id.length, 18);
    assert.deepEqual(await names('SELECT Name FROM Package__c'), ['Acme Forms']);
    const unknown = await cli.run('org:assign:permset', '--name', 'No_Such_Set');
    assert.notEqual(unknown.code, 0);
    assert.match(unknown.output, /No_Such_Set/);
  });

  it('refuses a class on a field that is not there', async () => {
    const text =
      'public with sharing class Reads {\n    public List<License__c> all() {\n        return [SELECT Nope__c FROM License__c];\n    }\n}\n';
    writeClass(cli, 'reads', 'Reads', text);
    const refused = await cli.run('project:deploy:start', '--source-dir', 'reads');
    assert.equal(refused.code, 1, refused.output);
    assert.match(refused.output, /Nope__c/);
    assert.match(refused.output, /3:\d+/);
  });
});
