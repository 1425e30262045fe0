/** What Apex tests of other projects lean on: variables in dynamic queries, statics shared with jobs, users beside data. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openLocalOrg } from '../../../../scripts/org/index.ts';
import type { MetadataComponent } from '../../../../scripts/org/types.ts';

const META =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';

function apexClass(name: string, content: string): MetadataComponent {
  return { type: 'ApexClass', fullName: name, path: `classes/${name}.cls`, content, meta: META };
}

const ROWS: readonly {
  readonly name: string;
  readonly classes?: Readonly<Record<string, string>>;
  readonly body: string;
}[] = [
  {
    name: 'a dynamic query binds locals, fields and paths',
    classes: {
      Finder:
        "public class Finder { private static String wanted = 'b'; public Account like; public Integer find() { return Database.query('SELECT Id FROM Account WHERE Name = :like.Name').size() + Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :wanted'); } }",
    },
    body: "insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') }; Set<String> names = new Set<String>{ 'a', 'b' }; Assert.areEqual(2, Database.query('SELECT Id FROM Account WHERE Name IN :names').size()); Finder f = new Finder(); f.like = new Account(Name = 'a'); Assert.areEqual(2, f.find());",
  },
  {
    name: 'a dynamic query binds no variable of the trigger or method that runs later',
    body: "String text = 'SELECT Id FROM Account WHERE Name = :missing'; try { Database.query(text); Assert.fail('bound'); } catch (QueryException e) { Assert.isTrue(e.getMessage().contains('missing')); }",
  },
  {
    name: 'an empty dynamic list knows its object',
    body: "Assert.areEqual(Account.SObjectType, Database.query('SELECT Id FROM Account').getSObjectType());",
  },
  {
    name: 'a job that the test started shares its static variables',
    classes: {
      Later:
        'public class Later implements Queueable { public static Integer runs = 0; @future public static void soon() { runs++; } public void execute(QueueableContext context) { runs += 10; } }',
    },
    body: 'Test.startTest(); Later.soon(); System.enqueueJob(new Later()); Test.stopTest(); Assert.areEqual(11, Later.runs);',
  },
  {
    name: 'an inline query is the argument for a record parameter, and a list where there is a list parameter',
    classes: {
      Taker:
        'public class Taker { public static String take(Account a) { return a.Name; } public String name; public Taker(Account a) { name = a.Name; } public static Integer both(List<Account> a) { return a.size(); } public static Integer both(Account a) { return -1; } }',
    },
    body: "insert new Account(Name = 'one'); Assert.areEqual('one', Taker.take([SELECT Name FROM Account])); Assert.areEqual('one', new Taker([SELECT Name FROM Account]).name); Assert.areEqual(1, Taker.both([SELECT Name FROM Account]));",
  },
  {
    name: 'a user without a role is made beside data',
    body: "insert new Account(Name = 'a'); Id profile = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id; insert new User(LastName = 'x', Alias = 'x', Email = 'x@example.com', Username = 'x@strangers.example', ProfileId = profile, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');",
  },
  {
    name: 'a set of texts is no set of ids',
    body: "Object names = new Set<String>{ 'a' }; Assert.isFalse(names instanceof Set<Id>); Assert.isTrue(names instanceof Set<String>); Object ids = new Set<Id>(); Assert.isTrue(ids instanceof Set<Id>);",
  },
  {
    name: 'describe tokens come from the object and its type alike',
    body: "Assert.areEqual(Account.Name, Account.SObjectType.fields.Name); Assert.areEqual(Account.SObjectType, Account.getSObjectType()); Assert.areEqual('Account', Account.SObjectType.getDescribe().getName());",
  },
  {
    name: 'an id of the right form is taken although its last letters do not fit',
    body: "Id one = '0010000000abcde000'; Assert.areEqual('0010000000abcde000', String.valueOf(one));",
  },
];

describe('what tests of other projects lean on', () => {
  const local = openLocalOrg();
  after(() => local.close());
  for (const [at, { name, classes = {}, body }] of ROWS.entries()) {
    it(name, () => {
      const test = `Row${at}Test`;
      const all = {
        ...classes,
        [test]: `@IsTest\nprivate class ${test} {\n  @IsTest\n  static void runs() {\n    ${body}\n  }\n}\n`,
      };
      const deployed = local.org.deployMetadata(Object.entries(all).map(([each, text]) => apexClass(each, text)));
      assert.deepEqual(deployed.problems, []);
      const { results } = local.org.runTests({ classes: [test] });
      assert.deepEqual(
        results.map((result) => [result.outcome, result.message]),
        [['Pass', null]],
      );
    });
  }
});
