/** Loaded programs: queries, DML, triggers, records, statics, coverage, stack lines, calls from outside. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ApexHost, TriggerContext } from '../../../../scripts/org/apex/contract.ts';
import { withHost } from '../../../../scripts/org/apex/host.ts';
import { invokeMethod } from '../../../../scripts/org/apex/invoke.ts';
import { ApexList } from '../../../../scripts/org/apex/runtime/values/collections.ts';
import type { ApexException } from '../../../../scripts/org/apex/runtime/values/exception.ts';
import type { SObjectRecord } from '../../../../scripts/org/store/record.ts';
import { compileAll, fakeHost, load, row, run } from './harness.ts';
import { queueableContext, takeOutput } from './platform.ts';

describe('records', () => {
  const cases: readonly { name: string; apex: string; expected: string }[] = [
    {
      name: 'values have the field types',
      apex: "Part__c p = new Part__c(Name = 'n', Count__c = 5, Due__c = Date.newInstance(2026, 1, 2)); p.Count__c += 1; System.debug(p.Count__c / 4); System.debug(String.valueOf(p.Due__c + 1)); System.debug(p.Active__c); System.debug(p.At__c);",
      expected: '1.5|2026-01-03|false|null',
    },
    {
      name: 'dynamic access',
      apex: "SObject s = new Part__c(); s.put('Name', 'x'); System.debug(s.get('name')); System.debug(((Part__c) s).Name);",
      expected: 'x|x',
    },
    {
      name: 'parents set by external id',
      apex: "License__c l = new License__c(Package__r = new Package__c(Package_ID__c = '033')); System.debug(l.Package__r.Package_ID__c); System.debug(l.Backup__r.Name);",
      expected: '033|null',
    },
    {
      name: 'a null record throws',
      apex: 'Part__c p; System.debug(p.Name);',
      expected: '!System.NullPointerException: Attempt to de-reference a null object',
    },
    {
      name: 'lists of records convert both ways',
      apex: "List<SObject> l = new List<Part__c>{ new Part__c(Name = 'a') }; List<Part__c> p = l; System.debug(p[0].Name); System.debug(new Map<Id, Part__c>(new List<Part__c>{ new Part__c(Id = 'a01000000000001AAA') }).size());",
      expected: 'a|1',
    },
    {
      name: 'clone keeps the type',
      apex: "Part__c p = new Part__c(Name = 'a'); Part__c q = p.clone(); q.Name = 'b'; System.debug(p.Name + q.Name);",
      expected: 'ab',
    },
    {
      name: 'child rows of a new record are an empty list',
      apex: 'System.debug(new License__c().Parts__r.size());',
      expected: '0',
    },
  ];
  for (const { name, apex, expected } of cases) test(name, () => assert.equal(run(apex), expected));

  test('a field that was not queried', () => {
    const fake = fakeHost();
    fake.rows.set('Part__c', [row('Part__c', { Id: 'a01000000000001AAA', Name: 'one' })]);
    const text = run(
      'Part__c p = [SELECT Id, Name FROM Part__c LIMIT 1]; System.debug(p.Name); p.Count__c = 1; System.debug(p.Count__c); System.debug(p.Due__c);',
      [],
      fake,
    );
    assert.equal(
      text,
      'one|1|!System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Part__c.Due__c',
    );
  });
});

describe('queries', () => {
  const rows = (...names: string[]): SObjectRecord[] =>
    names.map((Name, at) => row('Part__c', { Id: `a0100000000000${at}AAA`, Name }));
  const ask = (apex: string, found: SObjectRecord[]): [string, string[]] => {
    const fake = fakeHost();
    fake.rows.set('Part__c', found);
    return [run(apex, [], fake), fake.log];
  };

  test('binds of any expression', () => {
    const [, log] = ask(
      "Set<String> names = new Set<String>{'a'}; Integer n = 2; List<Part__c> l = [SELECT Id FROM Part__c WHERE Name IN :names AND Due__c > :Date.newInstance(2026, 1, 1) LIMIT :n + 1];",
      [],
    );
    assert.deepEqual(log, [
      'SELECT Id FROM Part__c WHERE Name IN :b0 AND Due__c > :b1 LIMIT :b2 {"b0":["a"],"b1":{"kind":"date","value":"2026-01-01"},"b2":3} sharing=true',
    ]);
  });
  test('text around the query: comments, line breaks, signs outside of the basic plane', () => {
    const [, log] = ask(
      "String s = '😀'; List<Part__c> l = [SELECT Id // the id\n, Name /* and name */\n FROM Part__c WHERE Name = :s AND Name != '// no comment'];",
      [],
    );
    assert.deepEqual(log, [
      'SELECT Id   , Name   FROM Part__c WHERE Name = :b0 AND Name != \'// no comment\' {"b0":"😀"} sharing=true',
    ]);
  });
  test('one row', () =>
    assert.equal(ask('Part__c p = [SELECT Name FROM Part__c]; System.debug(p.Name);', rows('x'))[0], 'x'));
  test('no row', () =>
    assert.equal(
      ask('Part__c p = [SELECT Name FROM Part__c];', [])[0],
      '!System.QueryException: List has no rows for assignment to SObject',
    ));
  test('too many rows', () =>
    assert.equal(
      ask('Part__c p = [SELECT Name FROM Part__c];', rows('x', 'y'))[0],
      '!System.QueryException: List has more than 1 row for assignment to SObject',
    ));
  test('member of an inline query', () =>
    assert.equal(
      ask(
        'System.debug([SELECT Name FROM Part__c].Name); System.debug([SELECT Name FROM Part__c].size()); System.debug([SELECT Name FROM Part__c][0].Name);',
        rows('x'),
      )[0],
      'x|1|x',
    ));
  test('safe navigation over no row', () =>
    assert.equal(
      ask(
        "System.debug([SELECT Name FROM Part__c]?.Name); Part__c p = [SELECT Name FROM Part__c] ?? new Part__c(Name = 'other'); System.debug(p.Name);",
        [],
      )[0],
      'null|other',
    ));
  test('count', () =>
    assert.equal(ask('Integer n = [SELECT COUNT() FROM Part__c]; System.debug(n + 1);', rows('x', 'y'))[0], '3'));
  test('for in batches of 200', () => {
    const many = Array.from({ length: 450 }, (_, at) => row('Part__c', { Id: null, Name: `p${at}` }));
    assert.equal(
      ask('for (List<Part__c> l : [SELECT Name FROM Part__c]) System.debug(l.size());', many)[0],
      '200|200|50',
    );
  });
  test('for over rows', () =>
    assert.equal(ask('for (Part__c p : [SELECT Name FROM Part__c]) System.debug(p.Name);', rows('x', 'y'))[0], 'x|y'));
});

test('DML statements', () => {
  const fake = fakeHost();
  run(
    "Part__c p = new Part__c(Name = 'a', Id = 'a01000000000001AAA'); insert p; update as user new List<Part__c>{ p, p }; upsert new License__c() Key__c; delete as system p; undelete p; merge new Account(Id = '001000000000001AAA') new Account(Id = '001000000000002AAA'); insert new List<Part__c>();",
    [],
    fake,
  );
  assert.deepEqual(fake.log, [
    'insert Part__c as system',
    'update Part__c,Part__c as user',
    'upsert License__c by Key__c as system',
    'delete Part__c as system',
    'undelete Part__c as system',
    'merge Account with 001000000000002AAA as system',
  ]);
});

test('future methods hand over their arguments', () => {
  const fake = fakeHost();
  run('Later.go(3);', ['public class Later { @future public static void go(Integer n) { } }'], fake);
  assert.deepEqual(fake.log, ['future Later.go(3)']);
});

describe('triggers', () => {
  const trigger =
    "trigger PartTrigger on Part__c (before insert, after update) {\n  for (Part__c p : Trigger.new) {\n    if (Trigger.isBefore) p.Name = 'named';\n    if (p.Name == 'bad') p.Name.addError('no');\n  }\n  Integer n = Trigger.new.size();\n  System.debug(n + ' ' + Trigger.operationType);\n}";
  const context = (records: SObjectRecord[]): TriggerContext => ({
    operation: 'insert',
    timing: 'before',
    newList: new ApexList('List<Part__c>', records),
    oldList: null,
    newMap: null,
    oldMap: null,
    size: records.length,
  });

  test('run over the context variables', () => {
    const { program, units } = load([trigger]);
    assert.deepEqual(units[0]?.trigger, { object: 'Part__c', events: ['before insert', 'after update'] });
    const part = row('Part__c', {}, false);
    const { host } = fakeHost({ trigger: context([part]) });
    takeOutput();
    withHost(host, () => program.triggersOf('Part__c')[0]!.run());
    assert.deepEqual([part.get('Name'), takeOutput()], ['named', ['1 BEFORE_INSERT']]);
    assert.deepEqual([...program.triggersOf('Part__c')[0]!.events], ['before insert', 'after update']);
  });
  test('refuse to change read-only records', () => {
    const { program } = load([trigger]);
    const part = row('Part__c', {}, false);
    part.readOnly = true;
    const { host } = fakeHost({ trigger: context([part]) });
    assert.throws(
      () => withHost(host, () => program.triggersOf('Part__c')[0]!.run()),
      (error: ApexException) => {
        assert.equal(String(error), 'System.FinalException: Record is read-only');
        assert.equal(error.apexStack, 'Trigger.PartTrigger: line 3, column 1');
        return true;
      },
    );
  });
  test('add errors to fields', () => {
    const { program } = load([
      "trigger T on Part__c (before update) { for (Part__c p : (List<Part__c>) Trigger.new) p.Due__c.addError('late'); }",
    ]);
    const part = row('Part__c', {}, false);
    withHost(fakeHost({ trigger: context([part]) }).host, () => program.triggersOf('Part__c')[0]!.run());
    assert.deepEqual(part.errors, [
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'late', fields: ['Due__c'] },
    ]);
  });
});

test('statics belong to the transaction', () => {
  const { program } = load([
    'public class Count { private static Integer n = 10; public static Integer next() { return ++n; } }',
  ]);
  const next = (host: ApexHost): unknown => withHost(host, () => program.class('count')!.methods[0]!.invoke(null, []));
  const [one, two] = [fakeHost().host, fakeHost().host];
  assert.deepEqual([next(one), next(one), next(two), next(one)], [11, 12, 11, 13]);
});

test('coverage marks executed lines; tests have none', () => {
  const code =
    'public class Cover {\n  public static Integer go(Integer n) {\n    Integer r = 0;\n    for (Integer i = 0; i < n; i++) {\n      r += i;\n    }\n    if (r > 100) {\n      r = 100;\n    }\n    return r;\n  }\n}';
  const { program, units } = load([
    code,
    '@isTest\nprivate class CoverTest { @isTest static void works() { Cover.go(3); } }',
  ]);
  withHost(fakeHost().host, () => program.class('CoverTest')!.methods[0]!.invoke(null, []));
  assert.deepEqual(
    [...program.coverage('Cover')],
    [
      [3, 1],
      [4, 1],
      [5, 1],
      [7, 1],
      [8, 0],
      [10, 1],
    ],
  );
  assert.deepEqual(units[1]?.coverable, []);
  program.resetCoverage();
  assert.equal(program.coverage('Cover').get(5), 0);
});

test('exceptions know their Apex lines', () => {
  const code =
    'public class Deep {\n  public class Inner {\n    public Integer fail(String s) {\n      return s.length();\n    }\n  }\n  public static Integer go() {\n    return new Inner().fail(null);\n  }\n}';
  const text = run(
    'try {\n  Deep.go();\n} catch (Exception e) {\n  System.debug(e.getLineNumber());\n  System.debug(e.getStackTraceString());\n}',
    [code],
  );
  assert.equal(
    text,
    '4|Class.Deep.Inner.fail: line 4, column 1\nClass.Deep.go: line 8, column 1\nAnonymousBlock: line 2, column 1',
  );
});

test('the platform calls user code by name and arguments', () => {
  const { program } = load([
    "public class Batch implements Database.Batchable<SObject> { public String execute(Database.BatchableContext c, List<Part__c> rows) { return 'parts ' + rows.size(); } public String execute(QueueableContext c) { return 'queue'; } public Boolean equals(Object other) { return other instanceof Batch; } }",
  ]);
  withHost(fakeHost().host, () => {
    const batch = program.class('Batch')!.construct([]);
    assert.equal(invokeMethod(batch, 'execute', [null, new ApexList('List<SObject>', [])]), 'parts 0');
    assert.equal(invokeMethod(batch, 'EXECUTE', [queueableContext]), 'queue');
    assert.equal(invokeMethod(batch, 'equals', [batch]), true);
    assert.throws(() => invokeMethod(batch, 'missing', []), /Batch has no method missing/);
    assert.ok(program.class('batch')!.supertypes.has('Database.Batchable<SObject>'));
  });
});

test('descriptions: annotations, parameters, fields', () => {
  const { program } = load([
    'public with sharing class Api { @AuraEnabled(cacheable=true) public static String find(String key, Integer most) { return key; } @AuraEnabled public String name { get; set; } transient Integer n; }',
  ]);
  const api = program.class('Api')!;
  const [find] = api.methods;
  assert.deepEqual(find?.annotations, [{ name: 'auraenabled', arguments: { cacheable: 'true' } }]);
  assert.deepEqual(find?.parameters, [
    { name: 'key', type: 'String' },
    { name: 'most', type: 'Integer' },
  ]);
  assert.deepEqual(
    api.fields.map((field) => [field.name, field.isTransient]),
    [
      ['name', false],
      ['n', true],
    ],
  );
  const instance = withHost(fakeHost().host, () => api.construct([]));
  withHost(fakeHost().host, () => api.fields[0]!.set(instance, 'x'));
  assert.equal(
    withHost(fakeHost().host, () => api.fields[0]!.get(instance)),
    'x',
  );
});

test('a fault of the engine is no Apex exception', () => {
  const { program } = load([
    'public class Odd { public static void go() {\n  try { new Odd().work(); } catch (Exception e) { System.debug(1); }\n }\n public void work() { }\n}',
  ]);
  const js = program.class('Odd')!.js as { prototype: Record<string, unknown> };
  js.prototype['work()'] = undefined;
  assert.throws(
    () => withHost(fakeHost().host, () => program.class('Odd')!.methods[0]!.invoke(null, [])),
    /Internal error of the local org at Class\.Odd\.go: line 2/,
  );
});

test('units name what they depend on', () => {
  const { units } = compileAll([
    'public class A1 { B1 b; public void go() { C1.run(); } }',
    'public class B1 { }',
    'public class C1 { public static void run() { } }',
  ]);
  assert.deepEqual(
    units.map((unit) => unit.dependencies),
    [['B1', 'C1'], [], []],
  );
});
