/** What the library asks of the transaction: DML, queries, access, jobs, events, limits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SObjectRecord } from '../../../../scripts/org/store/record.ts';
import { exception } from '../../../../scripts/org/apex/runtime/values/exception.ts';
import { row } from '../compiler/harness.ts';
import { evaluate } from './evaluate.ts';

const ID = 'a00000000000001AAA';
const JOB = '707000000000001AAA';

interface Row {
  readonly name: string;
  readonly apex: string;
  readonly expected: string;
  /** Calls the host saw, in order. */
  readonly calls?: readonly string[];
}

function recorder() {
  const calls: string[] = [];
  const note =
    (name: string, answer: unknown = undefined) =>
    (...args: unknown[]) => {
      const shown = args.map((arg) =>
        typeof arg === 'object' && arg !== null && 'apexType' in arg ? String(arg.apexType) : JSON.stringify(arg),
      );
      calls.push(`${name}(${shown.join(',')})`);
      return answer;
    };
  const overrides = {
    inTest: true,
    dml: (operation: string, records: SObjectRecord[], options: unknown) => {
      calls.push(`${operation} ${records.length} ${JSON.stringify(options)}`);
      return records.map((record) => {
        const failed = record.get('Name') === 'bad';
        const errors = failed ? [{ statusCode: 'DUPLICATE_VALUE', message: 'taken', fields: ['Name'] }] : [];
        return { id: failed ? null : ID, success: !failed, created: true, errors };
      });
    },
    query: (text: string, binds: unknown, options: { mode?: string }) => {
      calls.push(`${text} ${JSON.stringify(binds)} ${options.mode ?? '-'}`);
      return text.includes('COUNT()')
        ? { kind: 'count', count: 7 }
        : { kind: 'rows', records: [row('Part__c', { Id: ID, Name: 'q' })] };
    },
    savepoint: note('savepoint', 4),
    rollback: note('rollback'),
    releaseSavepoint: note('release'),
    enqueueQueueable: note('queueable', JOB),
    enqueueBatch: note('batch', JOB),
    schedule: note('schedule', JOB),
    scheduleBatch: note('scheduleBatch', JOB),
    abortJob: note('abort'),
    attachFinalizer: note('finalizer'),
    deliverEvents: note('deliver'),
    setCreatedDate: note('created'),
    startTest: note('start'),
    stopTest: note('stop'),
    log: note('log'),
    used: () => 3,
    limit: () => 100,
    convertLeads: (requests: readonly Record<string, unknown>[], options: unknown) => {
      calls.push(`convert ${JSON.stringify(requests)} ${JSON.stringify(options)}`);
      return requests.map((request) => ({
        leadId: request['leadId'],
        accountId: ID,
        contactId: ID,
        opportunityId: null,
        success: true,
        errors: [],
      }));
    },
    loadRow: (object: string) => row('Part__c', { Name: object }),
    rules: {
      hasCustomPermission: (_: string, name: string) => name === 'May',
      object: () => ({ read: true, create: false, edit: true, delete: false, viewAll: false, modifyAll: false }),
      field: (_: string, __: unknown, name: string) => ({ read: name !== 'Due__c', edit: name === 'Name' }),
    },
  };
  return { calls, overrides };
}

const plain = '"sharing":false';
const rows: readonly Row[] = [
  {
    name: 'insert of one',
    apex: "Database.insert(new Part__c(Name = 'a')).getId()",
    expected: ID,
    calls: [`insert 1 {"allOrNone":true,"mode":"system",${plain}}`],
  },
  {
    name: 'insert of many with partial success in user mode',
    apex: "List<Database.SaveResult> r = Database.insert(new List<Part__c>{ new Part__c(Name = 'bad'), new Part__c() }, false, AccessLevel.USER_MODE); return r[0].isSuccess() + ' ' + r[0].getErrors()[0].getStatusCode() + r[0].getErrors()[0].getFields() + r[1].isSuccess();",
    expected: 'false DUPLICATE_VALUE(Name)true',
    calls: [`insert 2 {"allOrNone":false,"mode":"user",${plain}}`],
  },
  {
    name: 'options say partial success',
    apex: "Database.DMLOptions o = new Database.DMLOptions(); o.optAllOrNone = false; return Database.update(new Part__c(Name = 'bad'), o).isSuccess();",
    expected: 'false',
    calls: [`update 1 {"allOrNone":false,"mode":"system",${plain}}`],
  },
  {
    name: 'upsert by key',
    apex: 'Database.upsert(new Part__c(), Part__c.Name, false).isCreated()',
    expected: 'true',
    calls: [`upsert 1 {"allOrNone":false,"mode":"system",${plain},"externalIdField":"Name"}`],
  },
  { name: 'nothing to save', apex: 'Database.insert(new List<Part__c>()).size()', expected: '0', calls: [] },
  {
    name: 'null list',
    apex: 'List<Part__c> l; return Database.insert(l);',
    expected: '!NullPointerException: Argument cannot be null.',
  },
  {
    name: 'merge',
    apex: `Database.merge(new Part__c(Id = '${ID}'), new List<Id>{ '${ID}' }).size()`,
    expected: '1',
    calls: [`merge 1 {"allOrNone":true,"mode":"system",${plain},"mergeIds":["${ID}"]}`],
  },
  {
    name: 'query with binds in any case',
    apex: "Database.queryWithBinds('SELECT Id FROM Part__c WHERE Name = :NAME AND At__c > :at', new Map<String, Object>{ 'name' => 'x', 'at' => Datetime.newInstanceGmt(2026, 1, 1) }, AccessLevel.USER_MODE)[0].get('Name')",
    expected: 'q',
    calls: [
      'SELECT Id FROM Part__c WHERE Name = :NAME AND At__c > :at {"NAME":"x","at":{"kind":"datetime","value":1767225600000}} user',
    ],
  },
  {
    name: 'count',
    apex: "Database.countQuery('SELECT COUNT() FROM Part__c')",
    expected: '7',
    calls: ['SELECT COUNT() FROM Part__c {} -'],
  },
  {
    name: 'locator',
    apex: "Database.getQueryLocator('SELECT Id FROM Part__c').iterator().next().get('Name')",
    expected: 'q',
  },
  {
    name: 'savepoints',
    apex: "Savepoint s = Database.setSavepoint(); Database.rollback(s); Database.releaseSavepoint(s); return 'ok';",
    expected: 'ok',
    calls: ['savepoint()', 'rollback(4)', 'release(4)'],
  },
  {
    name: 'delayed job',
    apex: 'System.enqueueJob(new Point(), 5)',
    expected: JOB,
    calls: ['queueable(Point,{"delayMinutes":5})'],
  },
  {
    name: 'job with options',
    apex: "AsyncOptions o = new AsyncOptions(); o.MaximumQueueableStackDepth = 2; o.DuplicateSignature = QueueableDuplicateSignature.builder().addString('a').addInteger(1).build(); return System.enqueueJob(new Point(), o);",
    expected: JOB,
    calls: ['queueable(Point,{"maximumDepth":2,"signature":"a-1"})'],
  },
  { name: 'batch', apex: 'Database.executeBatch(new Point(), 10)', expected: JOB, calls: ['batch(Point,10)'] },
  {
    name: 'batch without scope',
    apex: 'Database.executeBatch(new Point())',
    expected: JOB,
    calls: ['batch(Point,200)'],
  },
  {
    name: 'schedule',
    apex: "System.schedule('n', '0 0 * * * ?', new Point())",
    expected: JOB,
    calls: ['schedule("n","0 0 * * * ?",Point)'],
  },
  {
    name: 'scheduled batch',
    apex: "System.scheduleBatch(new Point(), 'n', 5)",
    expected: JOB,
    calls: ['scheduleBatch(Point,"n",5,200)'],
  },
  { name: 'abort', apex: `System.abortJob('${JOB}'); return 1;`, expected: '1', calls: [`abort("${JOB}")`] },
  {
    name: 'debug',
    apex: 'System.debug(LoggingLevel.WARN, new List<Integer>{ 1 }); return 1;',
    expected: '1',
    calls: ['log("WARN","(1)")'],
  },
  {
    name: 'test context',
    apex: `Test.startTest(); Test.getEventBus().deliver(); Test.setCreatedDate('${ID}', Datetime.newInstance(5L)); Test.stopTest(); return Test.isRunningTest();`,
    expected: 'true',
    calls: ['start()', 'deliver()', `created("${ID}",5)`, 'stop()'],
  },
  { name: 'limits', apex: 'Limits.getQueries() + Limits.getLimitDmlStatements()', expected: '103' },
  {
    name: 'permission',
    apex: "FeatureManagement.checkPermission('May') + '' + FeatureManagement.checkPermission('No')",
    expected: 'truefalse',
  },
  {
    name: 'object rights',
    apex: "Part__c.SObjectType.getDescribe().isCreateable() + '' + Part__c.SObjectType.getDescribe().isUpdateable()",
    expected: 'falsetrue',
  },
  {
    name: 'field rights',
    apex: "Part__c.Due__c.getDescribe().isAccessible() + '' + Part__c.Name.getDescribe().isUpdateable()",
    expected: 'falsetrue',
  },
  {
    name: 'strips what may not be read',
    apex: "SObjectAccessDecision d = Security.stripInaccessible(AccessType.READABLE, new List<Part__c>{ new Part__c(Name = 'a', Due__c = Date.today()) }); return d.getRecords()[0].getPopulatedFieldsAsMap().keySet() + '' + d.getRemovedFields() + d.getModifiedIndexes();",
    expected: '{Name}{Part__c={Due__c}}{0}',
  },
  {
    name: 'refuses an object that may not be created',
    apex: 'Security.stripInaccessible(AccessType.CREATABLE, new List<Part__c>{ new Part__c() })',
    expected: '!NoAccessException: No access to entity: Part__c',
  },
  {
    name: 'lead conversion',
    apex: `Database.LeadConvert c = new Database.LeadConvert(); c.setLeadId('00Q000000000001EAA'); c.setConvertedStatus('Done'); c.setDoNotCreateOpportunity(true); Database.LeadConvertResult r = Database.convertLead(c, false); return r.isSuccess() + r.getAccountId() + r.getOpportunityId();`,
    expected: `true${ID}null`,
  },
  { name: 'user', apex: 'UserInfo.getUserId()', expected: '005000000000001AAA' },
];

for (const { name, apex, expected, calls } of rows) {
  test(name, () => {
    const host = recorder();
    assert.equal(evaluate([[apex, expected]], host.overrides)[0], expected);
    if (calls) assert.deepEqual(host.calls, calls);
  });
}

test('a failure of the transaction comes out as it is', () => {
  const dml = (): never => {
    throw exception('LimitException', 'Too many DML statements: 151');
  };
  const [shown] = evaluate(
    [['try { Database.insert(new Part__c()); } catch (Exception e) { return 1; } return 2;', '']],
    { inTest: true, dml },
  );
  assert.equal(shown, '!LimitException: Too many DML statements: 151');
});
