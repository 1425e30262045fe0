/**
 * The first Apex that a process parses takes several times as long as the rest: ANTLR makes its prediction tables while
 * it reads. A fresh org waits for its first deploy anyway, so it reads these samples meanwhile. They mean nothing;
 * together they hold the syntax that classes and triggers are made of.
 */
import type { ApexSource } from '../contract.ts';
import { parseApex } from './parser.ts';

const API_VERSION = 66;

const MEMBERS: readonly string[] = [
  `private static final Map<String, List<Sample>> BY_NAME = new Map<String, List<Sample>>();
   public Integer count { get; private set; }
   public String label { get { return label == null ? '' : label; } set; }
   @TestVisible private final Set<Id> ids = new Set<Id>{ null };
   private static final List<String> NAMES = new List<String>{ 'a', 'b' };`,
  `global Sample(String name, Map<Id, SObject> records) { this(name); super.init(); this.records = records; }
   public override String toString() { return name + ': ' + String.valueOf(count); }
   public virtual void save(List<Account> rows, Database.AccessLevel level) {}
   protected abstract Boolean isDue(Date day, Decimal amount);`,
  `public static void each(List<Account> rows, Map<String, Object> values) {
     for (Account row : rows) { if (row.Name == null || !names.contains(row.Name.toLowerCase())) { continue; } names.add(row.Name); }
     for (Integer index = 0; index < rows.size(); index++) { total += rows[index].AnnualRevenue * 2 - 1; }
     while (total > 0 && total <= 10) { total--; break; }
     do { total -= 1; } while (total != 3);
   }`,
  `public Object run(Object input) {
     try { throw new SampleException('Not ' + input, cause); }
     catch (DmlException error) { System.debug(LoggingLevel.ERROR, error.getMessage()); }
     catch (Exception error) { return null; }
     finally { count = (Integer) input; }
     return input instanceof String ? (String) input : JSON.serialize(input?.toString() ?? 'x');
   }`,
  `public List<Contact> read(Set<Id> ids, String name) {
     List<Contact> found = [SELECT Id, Name, Account.Name, (SELECT Id FROM Cases) FROM Contact
       WHERE Id IN :ids AND (Name LIKE :name OR Email != NULL) AND CreatedDate > LAST_N_DAYS:30 WITH USER_MODE ORDER BY Name LIMIT 200];
     Map<Id, Contact> byId = new Map<Id, Contact>([SELECT Id FROM Contact WHERE Id = :ids WITH SYSTEM_MODE FOR UPDATE]);
     for (AggregateResult row : [SELECT COUNT(Id) total, Status FROM Lead GROUP BY Status]) { Integer total = (Integer) row.get('total'); }
     Database.SaveResult[] results = Database.insert(found, false, AccessLevel.SYSTEM_MODE);
     insert as user found; update found; upsert found External__c; delete byId.values();
     return found;
   }`,
  `public Decimal pick(Kind kind, SObject record) {
     switch on kind { when FIRST, SECOND { return 1; } when else { return 1.5; } }
     switch on record { when Account account { return 2L; } when null { return 0; } }
     Lead lead = new Lead(FirstName = 'A', LastName = record.get('Name') + '', Company = (1 + 2) * 3 / 4 > 5 ? 'x' : 'y');
     Integer[] numbers = new Integer[3]; numbers[0] = -1 << 2; count += ~1 & 3 | 4 ^ 5;
     Type kindType = Sample.Inner.class; Boolean same = a === b || a !== b;
     return new Inner(lead).value.setScale(2, RoundingMode.HALF_UP);
   }`,
  `public enum Kind { FIRST, SECOND }
   public interface Rule extends Comparable { Boolean holds(SObject record); }
   public without sharing class Inner implements Rule, Database.Batchable<SObject> { public Inner(Lead lead) {} }
   public class SampleException extends Exception {}
   static { BY_NAME.put('x', new List<Sample>()); }
   @AuraEnabled(cacheable=true) public static String answer(String input) { return input; }
   @InvocableMethod(label='Sample' description='x') public static void invoke(List<Inner> inputs) { System.runAs(user) { Test.startTest(); } }`,
];

const SAMPLES: readonly ApexSource[] = [
  ...MEMBERS.map((members): ApexSource => ({
    name: 'Sample',
    kind: 'class',
    apiVersion: API_VERSION,
    text: `/** Sample. */\npublic with sharing virtual class Sample extends Base implements Queueable {\n${members}\n}`,
  })),
  {
    name: 'Sample',
    kind: 'trigger',
    apiVersion: API_VERSION,
    text: 'trigger Sample on Account (before insert, after update) { if (Trigger.isBefore) { new Handler().run(Trigger.new, Trigger.oldMap); } }',
  },
];

/** Parses one sample a step, so that requests come in between. */
export function* warmUpParser(): Generator<undefined, void> {
  for (const sample of SAMPLES) {
    if (parseApex(sample).problems.length > 0) throw new Error(`A sample for the parser is no Apex: ${sample.text}`);
    yield;
  }
}
