/** Classes and triggers that break one house rule each, and some that keep them all. */
export interface HouseRow {
  readonly name: string;
  /** Text of files by name. */
  readonly files: Readonly<Record<string, string>>;
  /** `file:line` of each finding. */
  readonly expected: readonly string[];
}

const lines = (...text: readonly string[]): string => text.join('\n');
const TRIGGER = 'trigger ShopTrigger on Shop__c(before insert) {\n  new ShopTriggerHandler().run();\n}';
const BASE = lines(
  'public virtual with sharing class TriggerHandler {',
  '  public void run() {',
  '    beforeInsert();',
  '  }',
  '  protected virtual void beforeInsert() {',
  '  }',
  '}',
);
const handler = (body: string): string =>
  lines(
    'public with sharing class ShopTriggerHandler extends TriggerHandler {',
    '  protected override void beforeInsert() {',
    `    ${body}`,
    '  }',
    '}',
  );
const selector = (query: string): string =>
  lines(
    'public with sharing class ShopSelector {',
    '  public static List<Shop__c> find(Set<String> keys) {',
    '    return new Elevated().find(keys);',
    '  }',
    '  private without sharing class Elevated {',
    '    List<Shop__c> find(Set<String> keys) {',
    `      return [${query}];`,
    '    }',
    '  }',
    '}',
  );
const inTrigger = (query: string): Readonly<Record<string, string>> => ({
  'ShopTrigger.trigger': TRIGGER,
  'TriggerHandler.cls': BASE,
  'ShopTriggerHandler.cls': handler('ShopSelector.find(new Set<String>());'),
  'ShopSelector.cls': selector(query),
});

export const HOUSE: readonly HouseRow[] = [
  {
    name: 'a query without a mode',
    files: { 'A.cls': lines('public with sharing class A {', '  List<Shop__c> all = [SELECT Id FROM Shop__c];', '}') },
    expected: ['A.cls:2'],
  },
  {
    name: 'a dynamic query without an access level',
    files: {
      'A.cls': lines(
        'public with sharing class A {',
        '  void run() {',
        "    Database.query('SELECT Id FROM Shop__c', AccessLevel.USER_MODE);",
        "    Database.query('SELECT Id FROM Shop__c');",
        '  }',
        '}',
      ),
    },
    expected: ['A.cls:4'],
  },
  {
    name: 'writing without a mode, as statement and as call',
    files: {
      'A.cls': lines(
        'public with sharing class A {',
        '  void run(List<Shop__c> rows, AccessLevel level, Boolean isStrict) {',
        '    insert as user rows;',
        '    update rows;',
        '    Database.insert(rows, isStrict);',
        '    Database.insert(rows, level);',
        '    Database.update(rows, false, AccessLevel.SYSTEM_MODE);',
        '    Database.delete(rows);',
        '  }',
        '}',
      ),
    },
    expected: ['A.cls:4', 'A.cls:5', 'A.cls:8'],
  },
  {
    name: 'a class without a sharing keyword; inner classes, interfaces, exceptions and tests need none',
    files: {
      'A.cls': 'public class A {\n  class Inner {\n  }\n}',
      'B.cls': 'public interface B {\n}',
      'C.cls': 'public class ShopException extends Exception {\n}',
      'D.cls': '@IsTest\nprivate class D {\n}',
      'E.cls': 'public inherited sharing class E {\n}',
    },
    expected: ['A.cls:1'],
  },
  {
    name: 'a trigger reaches a query that no index serves, over handler, service and inner class',
    files: inTrigger('SELECT Id FROM Shop__c WHERE City__c IN :keys WITH SYSTEM_MODE'),
    expected: ['ShopSelector.cls:7'],
  },
  {
    name: 'an index on one side of OR is none',
    files: inTrigger("SELECT Id FROM Shop__c WHERE Code__c IN :keys OR City__c = 'x' WITH SYSTEM_MODE"),
    expected: ['ShopSelector.cls:7'],
  },
  {
    name: 'what is not a given key finds nothing',
    files: inTrigger('SELECT Id FROM Shop__c WHERE Code__c NOT IN :keys WITH SYSTEM_MODE'),
    expected: ['ShopSelector.cls:7'],
  },
  {
    name: 'what another handler overrides is not reached by this trigger',
    files: {
      'ShopTrigger.trigger': TRIGGER,
      'TriggerHandler.cls': BASE,
      'ShopTriggerHandler.cls': handler('System.debug(1);'),
      'IdleTriggerHandler.cls': handler('ShopSelector.find(new Set<String>());').replace('ShopT', 'IdleT'),
      'ShopSelector.cls': selector("SELECT Id FROM Shop__c WHERE City__c = 'x' WITH SYSTEM_MODE"),
    },
    expected: [],
  },
  {
    name: 'an external id serves',
    files: inTrigger("SELECT Id FROM Shop__c WHERE Code__c IN :keys AND City__c = 'x' WITH SYSTEM_MODE"),
    expected: [],
  },
  {
    name: 'a lookup serves, also that of a parent',
    files: inTrigger('SELECT Id FROM Shop__c WHERE Account__r.OwnerId IN :keys WITH SYSTEM_MODE'),
    expected: [],
  },
  {
    name: 'a query that only a screen reaches may be bounded otherwise',
    files: { 'ShopSelector.cls': selector("SELECT Id FROM Shop__c WHERE City__c = 'x' WITH SYSTEM_MODE") },
    expected: [],
  },
  {
    name: 'a filter on a formula that reads the day',
    files: { 'ShopSelector.cls': selector('SELECT Age__c FROM Shop__c\nWHERE Age__c > 5 WITH USER_MODE') },
    expected: ['ShopSelector.cls:8'],
  },
];
