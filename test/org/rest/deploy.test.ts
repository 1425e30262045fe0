/** Deploy, retrieve, Apex and the UI API on what was deployed. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { DATA, TestOrg, THING, apexClass, deployThing, packageXml } from './harness.ts';

describe('metadata', () => {
  let org: TestOrg;
  before(() => {
    org = new TestOrg();
    deployThing(org);
  });
  after(() => org.close());

  it('deploys an object whose rows can be written at once', () => {
    const id = org.create('Thing__c', { Name: 'One', Key__c: 'k1' });
    const upsert = org.call('PATCH', `${DATA}/sobjects/Thing__c/Key__c/k1`, { body: { Name: 'Two' } });
    assert.deepEqual([upsert.status, (upsert.json as { id: string }).id], [200, id]);
    assert.equal(org.call('PATCH', `${DATA}/sobjects/Thing__c/Key__c/k2`, { body: { Name: 'New' } }).status, 201);
  });

  it('refuses a class that does not compile, with its place, and keeps nothing of the deploy', () => {
    const broken = {
      ...apexClass('Good', 'public class Good {}'),
      ...apexClass('Broken', 'public class Broken {\n  Integer f() { return missing; }\n}'),
    };
    const result = org.deploy({ 'package.xml': packageXml({ ApexClass: ['Good', 'Broken'] }), ...broken });
    assert.equal(result.status, 'Failed');
    const [failure] = result.details.componentFailures;
    assert.deepEqual([failure?.fullName, failure?.fileName, failure?.lineNumber], ['Broken', 'classes/Broken.cls', 2]);
    assert.match(failure?.problem ?? '', /missing/);
    assert.equal(org.query("SELECT Id FROM ApexClass WHERE Name = 'Good'").length, 0);
  });

  it('refuses a field of an unknown type by name', () => {
    const object = THING.replace('<type>Text</type>\n        <unique>', '<type>Nonsense</type>\n        <unique>');
    const result = org.deploy({
      'package.xml': packageXml({ CustomObject: ['Thing__c'] }),
      'objects/Thing__c.object': object,
    });
    assert.equal(result.status, 'Failed');
    assert.match(result.details.componentFailures[0]?.problem ?? '', /Nonsense/);
  });

  it('keeps the fields of an object that a deploy does not name', () => {
    const field = `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><fields><fullName>Extra__c</fullName><label>Extra</label><length>10</length><type>Text</type></fields></CustomObject>`;
    const result = org.deploy({
      'package.xml': packageXml({ CustomField: ['Thing__c.Extra__c'] }),
      'objects/Thing__c.object': field,
    });
    assert.equal(result.success, true, JSON.stringify(result.details.componentFailures));
    assert.ok(
      result.details.componentSuccesses.some(
        (row) => row.componentType === 'CustomField' && row.fullName === 'Thing__c.Extra__c' && row.created,
      ),
    );
    const { fields } = org.call('GET', `${DATA}/sobjects/Thing__c/describe`).json as { fields: { name: string }[] };
    assert.ok(fields.some((entry) => entry.name === 'Key__c'));
  });

  it('keeps ids over deploys and bumps the revision of each component', () => {
    const files = {
      'package.xml': packageXml({ ApexClass: ['Stable'] }),
      ...apexClass('Stable', 'public class Stable {}'),
    };
    const member = (): Record<string, unknown> | undefined => {
      const soql =
        "SELECT MemberIdOrName, RevisionCounter FROM SourceMember WHERE MemberType = 'ApexClass' AND MemberName = 'Stable'";
      return (
        org.call('GET', `${DATA}/tooling/query?q=${encodeURIComponent(soql)}`).json as {
          records: Record<string, unknown>[];
        }
      ).records[0];
    };
    const first = org.deploy(files).details.componentSuccesses[0];
    const revision = Number(member()?.['RevisionCounter']);
    const second = org.deploy(files).details.componentSuccesses[0];
    assert.equal(second?.id, first?.id);
    assert.equal(member()?.['MemberIdOrName'], first?.id);
    assert.ok(Number(member()?.['RevisionCounter']) > revision);
    assert.deepEqual([first?.created, second?.created], [true, false]);
  });

  it('refuses by name to keep a part of a deploy', () => {
    const files = { 'package.xml': packageXml({ ApexClass: ['Part'] }), ...apexClass('Part', 'public class Part {}') };
    assert.throws(() => org.deploy(files, { rollbackOnError: false }), /rollbackOnError=false is not supported/);
    assert.equal(org.query("SELECT Id FROM ApexClass WHERE Name = 'Part'").length, 0);
  });

  it('undoes a deploy whose tests fail, and reports them', () => {
    const classes = {
      ...apexClass(
        'Sum',
        'public with sharing class Sum { public static Integer of(Integer a, Integer b) { return a - b; } }',
      ),
      ...apexClass(
        'SumTest',
        "@IsTest\nprivate class SumTest { @IsTest static void adds() { Assert.areEqual(3, Sum.of(1, 2), 'sum'); } }",
      ),
    };
    const result = org.deploy(
      { 'package.xml': packageXml({ ApexClass: ['Sum', 'SumTest'] }), ...classes },
      { testLevel: 'RunSpecifiedTests', runTests: ['SumTest'] },
    );
    assert.equal(result.status, 'Failed');
    assert.deepEqual(
      [result.details.runTestResult.numTestsRun, result.details.runTestResult.failures[0]?.methodName],
      [1, 'adds'],
    );
    assert.equal(org.query("SELECT Id FROM ApexClass WHERE Name = 'Sum'").length, 0);
  });

  it('deploys, checks, retrieves and lists by SOAP', () => {
    const described = org.soap('m', '<describeMetadata><asOfVersion>66.0</asOfVersion></describeMetadata>').text;
    assert.match(described, /<xmlName>LightningComponentBundle<\/xmlName>/);
    const listed = org.soap('m', '<listMetadata><queries><type>CustomObject</type></queries></listMetadata>').text;
    assert.match(listed, /<fullName>Thing__c<\/fullName>/);
    const request =
      '<retrieve><retrieveRequest><unpackaged><types><members>Thing__c</members><name>CustomObject</name></types></unpackaged></retrieveRequest></retrieve>';
    const id = /<id>(\w+)<\/id>/.exec(org.soap('m', request).text)?.[1];
    const status = org.soap(
      'm',
      `<checkRetrieveStatus><asyncProcessId>${id ?? ''}</asyncProcessId><includeZip>true</includeZip></checkRetrieveStatus>`,
    ).text;
    const files = unzipSync(Buffer.from(/<zipFile>([^<]+)/.exec(status)?.[1] ?? '', 'base64'));
    assert.match(
      Buffer.from(files['unpackaged/objects/Thing__c.object'] ?? []).toString(),
      /<fullName>Key__c<\/fullName>/,
    );
  });

  it('refuses SOAP operations it does not have, and wrong sessions, by fault', () => {
    assert.match(org.soap('u', '<convertLead/>').text, /UNSUPPORTED_API_OPERATION: The operation convertLead/);
    const wrong = org.soap('m', '<describeMetadata/>', { token: '00D!no' });
    assert.deepEqual([wrong.status, /sf:INVALID_SESSION_ID/.test(wrong.text)], [500, true]);
  });

  it('runs anonymous Apex over SOAP and says where it does not compile', () => {
    const good = org.soap('s', "<executeAnonymous><String>System.debug('hello');</String></executeAnonymous>").text;
    assert.match(good, /<soapenv:Header><DebuggingInfo><debugLog>[\s\S]*hello/);
    assert.match(good, /<success>true<\/success>/);
    const bad = org.soap('s', '<executeAnonymous><String>Integer a = ;</String></executeAnonymous>').text;
    assert.match(bad, /<compiled>false<\/compiled>/);
    assert.match(bad, /<line>1<\/line>/);
  });

  it('runs tests in the background with rows to poll, and coverage', () => {
    const classes = {
      ...apexClass(
        'Twice',
        'public with sharing class Twice {\n  public static Integer of(Integer a) {\n    return a * 2;\n  }\n}',
      ),
      ...apexClass(
        'TwiceTest',
        "@IsTest\nprivate class TwiceTest {\n  @IsTest static void doubles() { Assert.areEqual(4, Twice.of(2), 'twice'); }\n}",
      ),
    };
    assert.equal(
      org.deploy({ 'package.xml': packageXml({ ApexClass: ['Twice', 'TwiceTest'] }), ...classes }).success,
      true,
    );
    const id = org.call('POST', `${DATA}/tooling/runTestsAsynchronous`, {
      body: { tests: [{ className: 'TwiceTest' }], testLevel: 'RunSpecifiedTests' },
    }).json as string;
    assert.match(id, /^707/);
    const tooling = (soql: string): Record<string, unknown>[] =>
      (
        org.call('GET', `${DATA}/tooling/query?q=${encodeURIComponent(soql)}`).json as {
          records: Record<string, unknown>[];
        }
      ).records;
    const run = (): unknown =>
      tooling(`SELECT Status FROM ApexTestRunResult WHERE AsyncApexJobId = '${id}'`)[0]?.['Status'];
    assert.equal(run(), 'Processing');
    org.local.settle();
    assert.equal(run(), 'Completed');
    const [result] = tooling(
      `SELECT Outcome, MethodName, ApexClass.Name FROM ApexTestResult WHERE AsyncApexJobId = '${id}'`,
    );
    assert.deepEqual([result?.['Outcome'], result?.['MethodName']], ['Pass', 'doubles']);
    const [coverage] = tooling(
      "SELECT NumLinesCovered, NumLinesUncovered, Coverage FROM ApexCodeCoverageAggregate WHERE ApexClassOrTrigger.Name = 'Twice'",
    );
    assert.deepEqual(
      [coverage?.['NumLinesUncovered'], (coverage?.['Coverage'] as { uncoveredLines: number[] }).uncoveredLines],
      [0, []],
    );
  });

  it('shows records and lists in the UI API, with refusals at their field', () => {
    const id = org.create('Thing__c', { Name: '<img src=x onerror=alert(1)>', Key__c: 'k9' });
    const record = org.call('GET', `${DATA}/ui-api/records/${id}?fields=Thing__c.Name,Thing__c.OwnerId`).json as {
      fields: Record<string, { value: unknown; displayValue: string | null }>;
    };
    assert.equal(record.fields['Name']?.value, '<img src=x onerror=alert(1)>');
    assert.equal(record.fields['OwnerId']?.displayValue, 'Ada Admin');
    const list = org.call('GET', `${DATA}/ui-api/list-ui/Thing__c/Keyed?sortBy=-Name&pageSize=2`).json as {
      info: { displayColumns: unknown[] };
      records: { count: number; totalCount: number };
    };
    assert.deepEqual([list.info.displayColumns.length, list.records.count], [2, 2]);
    const refused = org.call('PATCH', `${DATA}/ui-api/records/${id}`, { body: { fields: { Key__c: 'k1' } } });
    assert.equal(refused.status, 400);
    assert.match(refused.text, /DUPLICATE_VALUE/);
    assert.equal(org.call('GET', `${DATA}/ui-api/records/${id}?fields=Thing__c.Nope`).status, 400);
    assert.equal(org.call('GET', `${DATA}/ui-api/list-ui/Thing__c/Keyed?sortBy=Name%20DESC,(SELECT`).status, 400);
  });

  it('calls an Apex method as LWC does', () => {
    const text =
      "public with sharing class Greeter { @AuraEnabled(cacheable=true) public static String greet(String name) { if (name == null) { throw new AuraHandledException('Who?'); } return 'Hello ' + name; } }";
    assert.equal(
      org.deploy({ 'package.xml': packageXml({ ApexClass: ['Greeter'] }), ...apexClass('Greeter', text) }).success,
      true,
    );
    assert.deepEqual(org.call('POST', '/lwr/apex/v66.0/Greeter/greet', { body: { name: 'Jo' } }).json, {
      returnValue: 'Hello Jo',
      cacheable: true,
    });
    assert.equal(org.call('POST', '/lwr/apex/v66.0/Greeter/greet', { body: {} }).status >= 400, true);
  });

  it('makes a certificate whose key only the org has', () => {
    const meta =
      '<?xml version="1.0" encoding="UTF-8"?><Certificate xmlns="http://soap.sforce.com/2006/04/metadata"><caSigned>false</caSigned><keySize>2048</keySize><masterLabel>Key one</masterLabel><privateKeyExportable>false</privateKeyExportable></Certificate>';
    const result = org.deploy({
      'package.xml': packageXml({ Certificate: ['Key_one'] }),
      'certs/Key_one.crt-meta.xml': meta,
    });
    assert.equal(result.success, true, JSON.stringify(result.details.componentFailures));
    const request =
      '<retrieve><retrieveRequest><singlePackage>true</singlePackage><unpackaged><types><members>Key_one</members><name>Certificate</name></types></unpackaged></retrieveRequest></retrieve>';
    const id = /<id>(\w+)<\/id>/.exec(org.soap('m', request).text)?.[1];
    const status = org.soap(
      'm',
      `<checkRetrieveStatus><asyncProcessId>${id ?? ''}</asyncProcessId></checkRetrieveStatus>`,
    ).text;
    const files = unzipSync(Buffer.from(/<zipFile>([^<]+)/.exec(status)?.[1] ?? '', 'base64'));
    const pem = Buffer.from(files['certs/Key_one.crt'] ?? []).toString();
    assert.match(pem, /^-----BEGIN CERTIFICATE-----/);
    assert.doesNotMatch(pem, /PRIVATE/);
  });

  it('deletes a class by a destructive change', () => {
    org.deploy({ 'package.xml': packageXml({ ApexClass: ['Gone'] }), ...apexClass('Gone', 'public class Gone {}') });
    const result = org.deploy({
      'package.xml': packageXml({}),
      'destructiveChanges.xml': packageXml({ ApexClass: ['Gone'] }),
    });
    assert.ok(
      result.details.componentSuccesses.some((row) => row.fullName === 'Gone' && row.deleted),
      JSON.stringify(result),
    );
    assert.equal(org.local.org.component('ApexClass', 'Gone'), undefined);
  });

  it('gives a user without rights neither data nor the org', () => {
    const [profile] = org.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const username = 'plain@local.example';
    const user = {
      Username: username,
      LastName: 'Plain',
      Email: username,
      Alias: 'plain',
      IsActive: true,
      ProfileId: profile?.['Id'],
    };
    const locale = {
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    };
    const id = org.create('User', { ...user, ...locale });
    const token = org.local.hosted.sessions.issue(id);
    const refused = (method: string, target: string, body?: unknown): string => {
      const answer = org.call(method, target, { token, ...(body === undefined ? {} : { body }) });
      return `${answer.status} ${(answer.json as { errorCode: string }[])[0]?.errorCode ?? ''}`;
    };
    const soql = encodeURIComponent('SELECT Id FROM Thing__c');
    assert.equal(refused('GET', `${DATA}/query?q=${soql}`), '400 INVALID_TYPE');
    assert.match(refused('POST', `${DATA}/sobjects/Thing__c`, { Name: 'x' }), /^40[03] /);
    assert.equal(refused('GET', `${DATA}/tooling/executeAnonymous?anonymousBody=x`), '403 INSUFFICIENT_ACCESS');
    assert.equal(refused('GET', '/__org__/clock'), '401 INVALID_SESSION_ID');
    assert.match(org.soap('m', '<deploy><ZipFile>UEs=</ZipFile></deploy>', { token }).text, /INSUFFICIENT_ACCESS/);
    org.call('PATCH', `${DATA}/sobjects/User/${id}`, { body: { IsActive: false } });
    assert.equal(refused('GET', `${DATA}/limits`), '401 INVALID_SESSION_ID');
  });
});
