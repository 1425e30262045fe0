/** End to end: metadata and Apex go in, users work, tests run, the org comes back from its database. */
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOrg } from '../../scripts/org/access/seed.ts';
import { createOrg } from '../../scripts/org/org.ts';
import type { Org } from '../../scripts/org/org.ts';
import { openStore } from '../../scripts/org/store/index.ts';
import { SObjectRecord } from '../../scripts/org/store/record.ts';
import type { MetadataComponent } from '../../scripts/org/types.ts';
import { objectFile, TEXT_NAME } from './dml/harness.ts';

const ORG_ID = '00D000000000001EAA';
const NOW = Date.UTC(2026, 0, 15, 12);
const clock = { now: () => NOW };

const ITEM = objectFile(
  'Item__c',
  `<fields><fullName>Amount__c</fullName><label>Amount</label><type>Number</type><precision>10</precision><scale>2</scale></fields>
   <fields><fullName>Note__c</fullName><label>Note</label><type>Text</type><length>50</length></fields>${TEXT_NAME}`,
);
const SIGNAL = objectFile(
  'Item_Signal__e',
  '<eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior><fields><fullName>Name__c</fullName><label>Name</label><type>Text</type><length>80</length></fields>',
);

function apex(name: string, content: string): MetadataComponent {
  return {
    type: 'ApexClass',
    fullName: name,
    path: `classes/${name}.cls`,
    content,
    meta: '<ApexClass><apiVersion>66.0</apiVersion></ApexClass>',
  };
}
function trigger(name: string, content: string): MetadataComponent {
  return {
    type: 'ApexTrigger',
    fullName: name,
    path: `triggers/${name}.trigger`,
    content,
    meta: '<ApexTrigger><apiVersion>66.0</apiVersion></ApexTrigger>',
  };
}

const SERVICE = apex(
  'ItemService',
  `public with sharing class ItemService {
    public static Integer calls = 0;
    public class Row { @AuraEnabled public String name; @AuraEnabled public Decimal amount; }
    public static void prepare(List<Item__c> items) {
      calls++;
      for (Item__c item : items) {
        if (item.Amount__c != null && item.Amount__c < 0) item.addError('Amount__c must not be negative');
        if (item.Note__c == null) item.Note__c = 'made by trigger';
      }
    }
    @AuraEnabled(cacheable=true)
    public static List<Row> rows(String prefix) {
      List<Row> found = new List<Row>();
      for (Item__c item : [SELECT Name, Amount__c FROM Item__c WHERE Name LIKE :prefix + '%' ORDER BY Name]) {
        Row row = new Row();
        row.name = item.Name;
        row.amount = item.Amount__c;
        found.add(row);
      }
      return found;
    }
    @AuraEnabled
    public static void refuse() { AuraHandledException e = new AuraHandledException('no'); e.setMessage('no'); throw e; }
    @InvocableMethod(label='Double')
    public static List<Integer> twice(List<Integer> values) {
      List<Integer> result = new List<Integer>();
      for (Integer value : values) result.add(value * 2);
      return result;
    }
  }`,
);
const JOB = apex(
  'ItemJob',
  `public with sharing class ItemJob implements Queueable {
    private String name;
    private List<Decimal> amounts = new List<Decimal>();
    public ItemJob(String name, Decimal amount) { this.name = name; this.amounts.add(amount); }
    public void execute(QueueableContext context) {
      insert as system new Item__c(Name = name, Amount__c = amounts[0]);
    }
  }`,
);
const RESOURCE = apex(
  'ItemResource',
  `@RestResource(urlMapping='/items/*')
  global with sharing class ItemResource {
    @HttpPost
    global static Map<String, Object> create(String name, Decimal amount) {
      Item__c item = new Item__c(Name = name, Amount__c = amount);
      insert as system item;
      RestContext.response.statusCode = 201;
      return new Map<String, Object>{ 'id' => item.Id, 'uri' => RestContext.request.requestURI };
    }
  }`,
);
const TRIGGER = trigger(
  'ItemTrigger',
  'trigger ItemTrigger on Item__c (before insert, before update) { ItemService.prepare(Trigger.new); }',
);
const SIGNAL_TRIGGER = trigger(
  'ItemSignalTrigger',
  `trigger ItemSignalTrigger on Item_Signal__e (after insert) {
    List<Item__c> items = new List<Item__c>();
    for (Item_Signal__e signal : Trigger.new) items.add(new Item__c(Name = signal.Name__c));
    insert as system items;
  }`,
);
const TEST = apex(
  'ItemServiceTest',
  `@IsTest
  private class ItemServiceTest {
    @TestSetup static void setup() { insert new Item__c(Name = 'A1', Amount__c = 1.50); }
    @IsTest static void insert_withoutNote_fillsIt() {
      Item__c item = [SELECT Note__c, Amount__c FROM Item__c];
      Assert.areEqual('made by trigger', item.Note__c);
      Assert.areEqual(1.50, item.Amount__c);
      delete item;
    }
    @IsTest static void setup_isThereForEveryMethod() {
      Assert.areEqual(1, [SELECT COUNT() FROM Item__c]);
      Assert.areEqual(0, ItemService.calls);
    }
    @IsTest static void insert_negative_isRefused() {
      try {
        insert new Item__c(Name = 'bad', Amount__c = -1);
        Assert.fail('not refused');
      } catch (DmlException e) {
        Assert.isTrue(e.getMessage().contains('must not be negative'), e.getMessage());
      }
    }
    @IsTest static void queueable_runsAtStopTest() {
      Test.startTest();
      System.enqueueJob(new ItemJob('queued', 2.25));
      Test.stopTest();
      Assert.areEqual(2.25, [SELECT Amount__c FROM Item__c WHERE Name = 'queued'].Amount__c);
    }
    @IsTest static void event_isDelivered() {
      EventBus.publish(new Item_Signal__e(Name__c = 'from event'));
      Test.getEventBus().deliver();
      Assert.areEqual(1, [SELECT COUNT() FROM Item__c WHERE Name = 'from event']);
    }
    @IsTest static void failing_isReported() { Assert.areEqual(1, 2, 'on purpose'); }
  }`,
);
const ALL = [ITEM, SIGNAL, SERVICE, JOB, RESOURCE, TRIGGER, SIGNAL_TRIGGER, TEST];

describe('a local org', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
  const file = join(folder, 'org.db');
  let org: Org;
  let adminId: string;

  before(() => {
    org = createOrg({ orgId: ORG_ID, store: openStore(file), clock });
    adminId = seedOrg(org.store, org.schema, {
      orgId: ORG_ID,
      orgName: 'Org',
      now: NOW,
      adminUsername: 'admin@example.com',
    }).adminId;
    org.rules.invalidate();
    const outcome = org.deployMetadata(ALL);
    assert.deepEqual(outcome.problems, []);
  });
  after(() => {
    org.close();
    rmSync(folder, { recursive: true });
  });

  const insertItem = (name: string, amount: number) =>
    org.execute(adminId, (transaction) => {
      const record = transaction.schema.requireObject('Item__c');
      return org.dml(adminId, 'insert', [itemOf(record, name, amount)], { allOrNone: true, mode: 'system' });
    });

  it('keeps nothing of a deploy with a problem, and names its place', () => {
    const outcome = org.deployMetadata([apex('Broken', 'public class Broken {\n  Missing__c field;\n}')]);
    assert.equal(outcome.success, false);
    assert.deepEqual([outcome.problems[0]?.fullName, outcome.problems[0]?.line], ['Broken', 2]);
    assert.equal(org.component('ApexClass', 'Broken'), undefined);
  });

  it('keeps a deploy only after what was to be seen was seen, and nothing of it before', () => {
    const unsure = [apex('Unsure', 'public with sharing class Unsure {}'), objectFile('Unsure__c', TEXT_NAME)];
    const outside = openStore(file);
    let seen: unknown;
    const outcome = org.deployMetadata(unsure, {
      keep: () => {
        seen = [
          org.component('ApexClass', 'Unsure') !== undefined,
          org.schema.object('Unsure__c') !== undefined,
          outside.all("SELECT 1 FROM OrgComponent WHERE FullName = 'Unsure'").length,
        ];
        return false;
      },
    });
    outside.close();
    assert.deepEqual([outcome.success, seen], [true, [true, true, 0]]);
    assert.equal(org.component('ApexClass', 'Unsure'), undefined);
    assert.equal(org.schema.object('Unsure__c'), undefined);
    assert.throws(() => org.deployMetadata(unsure, { keep: () => assert.fail('on purpose') }), /on purpose/);
    assert.equal(org.component('ApexClass', 'Unsure'), undefined);
    assert.equal(org.deployMetadata(unsure, { keep: () => true }).success, true);
    assert.equal(org.component('ApexClass', 'Unsure')?.fullName, 'Unsure');
  });

  it('lets Apex catch a callout that fails, and one to an address that nobody answers', () => {
    const answers: Readonly<Record<string, () => null>> = {
      'http://down.example/': () => {
        throw new Error('connect ECONNREFUSED');
      },
    };
    const calling = createOrg({
      orgId: ORG_ID,
      store: openStore(file),
      clock,
      callouts: (request) => answers[request.url]?.() ?? null,
    });
    const call = (url: string): string =>
      calling.runAnonymous(
        `HttpRequest request = new HttpRequest();
         request.setEndpoint('${url}');
         request.setMethod('GET');
         try { new Http().send(request); } catch (System.CalloutException e) { System.debug('caught ' + e.getMessage()); }`,
        adminId,
      ).log;
    assert.match(call('http://down.example/'), /caught connect ECONNREFUSED/);
    assert.match(call('http://nobody.example/'), /caught Unauthorized endpoint/);
    calling.close();
  });

  it('saves through triggers', () => {
    assert.equal(insertItem('B1', 2)[0]?.success, true);
    const [refused] = insertItem('B2', -2);
    assert.equal(refused?.errors[0]?.message, 'Amount__c must not be negative');
    const result = org.query(adminId, "SELECT Note__c FROM Item__c WHERE Name = 'B1'", { mode: 'system' });
    assert.deepEqual(result.kind === 'rows' && result.records.map((one) => one.get('Note__c')), ['made by trigger']);
  });

  it('runs its tests, each rolled back, on an org without data', () => {
    const { results, coverage } = org.runTests();
    const outcomes = Object.fromEntries(results.map((one) => [one.methodName, one.message ?? one.outcome]));
    assert.deepEqual(outcomes, {
      insert_withoutNote_fillsIt: 'Pass',
      setup_isThereForEveryMethod: 'Pass',
      insert_negative_isRefused: 'Pass',
      queueable_runsAtStopTest: 'Pass',
      event_isDelivered: 'Pass',
      failing_isReported: 'System.AssertException: Assertion Failed: on purpose: Expected: 1, Actual: 2',
    });
    assert.match(
      results.find((one) => one.outcome === 'Fail')?.stackTrace ?? '',
      /ItemServiceTest\.failing_isReported: line \d+/,
    );
    const service = coverage.find((one) => one.name === 'ItemService');
    assert.ok((service?.covered.length ?? 0) > 0 && (service?.uncovered.length ?? 0) > 0);
    assert.equal(
      org.query(adminId, "SELECT COUNT() FROM Item__c WHERE Name = 'queued'", { mode: 'system' }).kind,
      'count',
    );
  });

  it('runs anonymous Apex and tells what went wrong', () => {
    const good = org.runAnonymous("System.debug('hi'); insert new Item__c(Name = 'anonymous');", adminId);
    assert.deepEqual([good.compiled, good.success], [true, true]);
    assert.match(good.log, /hi/);
    const bad = org.runAnonymous('Integer x = 1;\nInteger y = x / 0;', adminId);
    assert.deepEqual([bad.success, bad.exceptionMessage, bad.line], [false, 'System.MathException: Divide by 0', 2]);
    const unknown = org.runAnonymous('Nowhere.go();', adminId);
    assert.deepEqual([unknown.compiled, unknown.line], [false, 1]);
  });

  it('answers Aura, REST and invocable calls', () => {
    insertItem('C1', 3.5);
    assert.deepEqual(org.callAura('ItemService', 'rows', { prefix: 'C' }, adminId), {
      ok: true,
      value: [{ name: 'C1', amount: 3.5 }],
      cacheable: true,
    });
    const refused = org.callAura('ItemService', 'refuse', {}, adminId);
    assert.deepEqual(refused.ok === false && [refused.error.exceptionType, refused.error.message], [
      'System.AuraHandledException',
      'no',
    ]);
    const answer = org.callRest(
      { method: 'POST', path: '/items/new', query: {}, headers: {}, body: JSON.stringify({ name: 'REST', amount: 1 }) },
      adminId,
    );
    assert.equal(answer.status, 201);
    assert.equal((JSON.parse(String(answer.body)) as { uri: string }).uri, '/items/new');
    assert.equal(
      org.callRest({ method: 'GET', path: '/none', query: {}, headers: {}, body: null }, adminId).status,
      404,
    );
    assert.deepEqual(org.invokeAction('ItemService', [{ values: 4 }], adminId)[0]?.outputValues, { output: 8 });
  });

  it('delivers events and runs jobs after their commit, also after a restart', () => {
    org.runAnonymous(
      "EventBus.publish(new Item_Signal__e(Name__c = 'signal')); System.enqueueJob(new ItemJob('later', 1.1));",
      adminId,
    );
    org.close();
    org = createOrg({ orgId: ORG_ID, store: openStore(file), clock });
    assert.equal(org.nextDue() !== null, true);
    assert.equal(org.drain(), 2);
    const result = org.query(
      adminId,
      "SELECT Name, Amount__c FROM Item__c WHERE Name IN ('signal', 'later') ORDER BY Name",
      { mode: 'system' },
    );
    assert.deepEqual(result.kind === 'rows' && result.records.map((one) => [one.get('Name'), one.get('Amount__c')]), [
      ['later', 1.1],
      ['signal', null],
    ]);
  });
});

function itemOf(object: Org['schema']['objects'][number], name: string, amount: number) {
  const record = new SObjectRecord(object);
  record.set('Name', name);
  record.set('Amount__c', amount);
  return record;
}
