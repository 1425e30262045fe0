/** Where the platform differs from what its reader expects: at least three rows for each such place. */
import { guide, reference, trapRows } from './rows.ts';
import type { LibraryRow, Trap } from './rows.ts';

const as = (name: string, body: string): string => `System.runAs(Parts.user('${name}')) { ${body} }`;

const TRAPS: readonly Trap[] = [
  {
    name: 'datetimes print in GMT and are read in the zone of the user',
    source: reference('apex_methods_system_datetime'),
    rows: [
      [
        "Datetime d = Datetime.newInstance(2026, 7, 4, 8, 0, 0); return d + ' ' + String.valueOf(d);",
        '2026-07-04 12:00:00 2026-07-04 08:00:00',
      ],
      [
        "Datetime d = Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0); return d.date() + ' ' + d.dateGmt();",
        '2025-12-31 00:00:00 2026-01-01 00:00:00',
      ],
      [
        "Datetime d = Datetime.newInstanceGmt(2026, 1, 1, 12, 0, 0); return d.format('HH:mm') + ' ' + d.formatGmt('HH:mm');",
        '07:00 12:00',
      ],
      ['Date d = Date.newInstance(2026, 1, 1); Datetime t = d; return t;', '2026-01-01 00:00:00'],
    ],
  },
  {
    name: 'days over a change of the clock',
    source: reference('apex_methods_system_date'),
    rows: [
      ['Date.newInstance(2026, 3, 7).daysBetween(Date.newInstance(2026, 3, 9))', '2'],
      [
        'Datetime a = Datetime.newInstance(2026, 3, 7, 12, 0, 0); return (a.addDays(1).getTime() - a.getTime()) / 3600000;',
        '23',
      ],
      [
        'Datetime a = Datetime.newInstance(2026, 10, 31, 12, 0, 0); return (a.addDays(1).getTime() - a.getTime()) / 3600000;',
        '25',
      ],
      ["Datetime.newInstance(2026, 3, 8, 2, 30, 0).format('HH:mm z')", '03:30 EDT'],
    ],
  },
  {
    name: 'format patterns are those of Java',
    source: reference('apex_methods_system_datetime'),
    rows: [
      ["Datetime.newInstance(2026, 1, 5, 15, 4, 9).format('EEEE, d MMM yyyy h:mm a')", 'Monday, 5 Jan 2026 3:04 PM'],
      ["Datetime.newInstance(2026, 1, 5).format('\\'day\\' D \\'of\\' yyyy')", 'day 5 of 2026'],
      ["Datetime.newInstance(2026, 1, 5).format('b')", "!System.StringException: Illegal pattern character 'b'"],
    ],
  },
  {
    name: 'queries with null, empty lists and records as binds',
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_conditionexpression.htm',
    rows: [
      ['Parts.make(2); String code; return [SELECT COUNT() FROM Part__c WHERE Code__c = :code];', '2'],
      ["Parts.make(2); return [SELECT COUNT() FROM Part__c WHERE Code__c != 'x'];", '2'],
      ['Parts.make(2); List<Id> none = new List<Id>(); return [SELECT COUNT() FROM Part__c WHERE Id IN :none];', '0'],
      ['List<Part__c> two = Parts.make(2); return [SELECT COUNT() FROM Part__c WHERE Id IN :two];', '2'],
      [
        "insert new Part__c(Name = 'b'); insert new Part__c(Name = 'a', Count__c = 1); return [SELECT Name FROM Part__c ORDER BY Count__c][0].Name;",
        'b',
      ],
      ["Parts.make('Abc'); return [SELECT COUNT() FROM Part__c WHERE Name LIKE 'aB%'];", '1'],
    ],
  },
  {
    name: 'rows without the field, rows that are not one',
    source: guide('langCon_apex_SOQL_single_row'),
    rows: [
      [
        "Parts.make('a'); return [SELECT Id FROM Part__c].Name;",
        '!System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Part__c.Name',
      ],
      [
        'Part__c p = [SELECT Id FROM Part__c]; return p;',
        '!System.QueryException: List has no rows for assignment to SObject',
      ],
      [
        'Parts.make(2); Part__c p = [SELECT Id FROM Part__c]; return p;',
        '!System.QueryException: List has more than 1 row for assignment to SObject',
      ],
      ["insert new Part__c(Name = 'a'); return [SELECT Parent__r.Name FROM Part__c].Parent__r?.Name;", 'null'],
    ],
  },
  {
    name: 'binds of dynamic queries are found in any case',
    source: reference('apex_methods_system_database'),
    rows: [
      [
        "Parts.make('a'); return Database.queryWithBinds('SELECT Id FROM Part__c WHERE Name = :NAME', new Map<String, Object>{ 'name' => 'a' }, AccessLevel.USER_MODE).size();",
        '1',
      ],
      [
        "return Database.queryWithBinds('SELECT Id FROM Part__c WHERE Name = :a', new Map<String, Object>{ 'a' => 1, 'A' => 2 }, AccessLevel.USER_MODE);",
        '!System.QueryException: bindMap consists of duplicate case-insensitive keys: [a, A]',
      ],
      [
        "String name = 'a'; Parts.make(name); return Database.query('SELECT Id FROM Part__c WHERE Name = :name').size();",
        '1',
      ],
    ],
  },
  {
    name: 'user mode asks the user, system mode does not',
    source: guide('apex_classes_enforce_usermode'),
    rows: [
      [
        `Parts.make('a'); String told; ${as('Reader', "try { List<Part__c> l = [SELECT Price__c FROM Part__c WITH USER_MODE]; } catch (QueryException e) { told = e.getMessage().substringAfter('Column:8').substringBefore('.').trim() + e.getInaccessibleFields(); }")} return told;`,
        "No such column 'Price__c' on entity 'Part__c'{Part__c={Price__c}}",
      ],
      [
        `Parts.make('a'); Decimal p; ${as('Reader', 'p = [SELECT Price__c FROM Part__c WITH SYSTEM_MODE].Price__c;')} return p;`,
        'null',
      ],
      [
        `${as('Reader', "insert as user new Part__c(Name = 'a');")} return 'saved';`,
        "!System.SecurityException: Access to entity 'Part__c' denied",
      ],
      [`${as('Reader', "insert as system new Part__c(Name = 'a');")} return Parts.names();`, 'a'],
    ],
  },
  {
    name: 'the keyword of the class decides who sees whose rows',
    source: guide('apex_classes_keywords_sharing'),
    rows: [
      [`insert new Secret__c(Name = 'a'); Integer n; ${as('Writer', 'n = Seen.withSharing();')} return n;`, '0'],
      [`insert new Secret__c(Name = 'a'); Integer n; ${as('Writer', 'n = Unseen.withoutSharing();')} return n;`, '1'],
      [`insert new Secret__c(Name = 'a'); Integer n; ${as('Writer', 'n = Seen.throughOther();')} return n;`, '1'],
      [
        `insert new Secret__c(Name = 'a'); Integer n; ${as('Writer', "insert new Secret__c(Name = 'own'); n = Seen.withSharing();")} return n;`,
        '1',
      ],
    ],
  },
  {
    name: 'share rows open private records',
    source: guide('apex_bulk_sharing_creating_with_apex'),
    rows: [
      [
        `Secret__c s = new Secret__c(Name = 'a'); insert s; insert new Secret__Share(ParentId = s.Id, UserOrGroupId = Parts.user('Writer').Id, AccessLevel = 'Read', RowCause = 'Manual'); Integer n; ${as('Writer', 'n = Seen.withSharing();')} return n;`,
        '1',
      ],
      [
        `Secret__c s = new Secret__c(Name = 'a'); insert s; insert new Secret__Share(ParentId = s.Id, UserOrGroupId = Parts.user('Writer').Id, AccessLevel = 'Read', RowCause = 'Manual'); String code; ${as('Writer', "s.Name = 'b'; code = String.valueOf(Database.update(s, false, AccessLevel.USER_MODE).getErrors()[0].getStatusCode());")} return code;`,
        'INSUFFICIENT_ACCESS_OR_READONLY',
      ],
      [
        `Secret__c s = new Secret__c(Name = 'a'); insert s; insert new Secret__Share(ParentId = s.Id, UserOrGroupId = Parts.user('Writer').Id, AccessLevel = 'Edit', RowCause = 'Manual'); Boolean saved; ${as('Writer', "s.Name = 'b'; saved = Database.update(s, false, AccessLevel.USER_MODE).isSuccess();")} return saved;`,
        'true',
      ],
      [
        `Secret__c s = new Secret__c(Name = 'a', OwnerId = Parts.user('Writer').Id); insert s; Integer n; ${as('Writer', 'n = Seen.withSharing();')} return n;`,
        '1',
      ],
    ],
  },
  {
    name: 'security enforced refuses the whole query',
    source: guide('apex_classes_with_security_enforced'),
    rows: [
      [
        `Parts.make('a'); String told; ${as('Reader', "try { List<Part__c> l = [SELECT Price__c FROM Part__c WITH SECURITY_ENFORCED]; told = 'read'; } catch (QueryException e) { told = 'refused'; }")} return told;`,
        'refused',
      ],
      [
        `Parts.make('a'); Decimal n; ${as('Reader', 'n = [SELECT Count__c FROM Part__c WITH SECURITY_ENFORCED].Count__c;')} return n;`,
        '1',
      ],
      [
        `Parts.make('a'); Integer n; ${as('Writer', "n = [SELECT COUNT() FROM Part__c WHERE Name = 'a' WITH SECURITY_ENFORCED];")} return n;`,
        '1',
      ],
    ],
  },
  {
    name: 'types are known at run time',
    source: reference('apex_methods_system_type'),
    rows: [
      ["(Type.forName('Nowhere') == null) + '' + Type.forName('POINT')", 'truePoint'],
      ["((Point) JSON.deserialize('{\"X\":4}', Type.forName('Point'))).x", '4'],
      [
        "Object o = new List<Part__c>(); return (o instanceof List<SObject>) + '' + (o instanceof List<Part__c>);",
        'truetrue',
      ],
      [
        "Object o = 'a'; return (Integer) o;",
        '!System.TypeException: Invalid conversion from runtime type String to Integer',
      ],
    ],
  },
  {
    name: 'JSON keeps order, nulls and the forms of dates',
    source: reference('apex_class_System_Json'),
    rows: [
      ['JSON.serialize(new Point(1, null))', '{"x":1,"y":null}'],
      [
        "JSON.serialize(new Map<String, Object>{ 'b' => 1, 'a' => Date.newInstance(2026, 1, 2) })",
        '{"b":1,"a":"2026-01-02"}',
      ],
      [
        'Part__c p = new Part__c(At__c = Datetime.newInstanceGmt(2026, 1, 2)); return JSON.serialize(p);',
        '{"attributes":{"type":"Part__c"},"At__c":"2026-01-02T00:00:00.000+0000"}',
      ],
      ["((List<Object>) JSON.deserializeUntyped('[1, 1.0, 12345678901]'))[2] instanceof Long", 'true'],
    ],
  },
  {
    name: 'jobs run at stopTest, with limits of their own and the statics of the test',
    source: guide('apex_queueing_jobs'),
    rows: [
      [
        'Counter.runs = 7; Test.startTest(); System.enqueueJob(new Chain(3)); String before = Parts.names(); Test.stopTest(); return before + [SELECT Name FROM Part__c].Name;',
        'level 3 queries 0 of 200 runs 7',
      ],
      ['Test.startTest(); Modes.later(); Test.stopTest(); return Parts.names();', 'future falsetruefalsefalse FUTURE'],
      [
        'Test.startTest(); System.enqueueJob(new Twice()); Test.stopTest(); return 1;',
        '!System.LimitException: Too many queueable jobs added to the queue: 2',
      ],
      ["System.enqueueJob(new Chain(3)); return [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Queued'];", '1'],
    ],
  },
  {
    name: 'no callout after unsaved work',
    source: guide('apex_callouts_timeouts'),
    rows: [
      [
        "Test.setMock(HttpCalloutMock.class, new Answer()); Parts.make('a'); HttpRequest q = new HttpRequest(); q.setEndpoint('https://a.example'); q.setMethod('GET'); return new Http().send(q).getStatusCode();",
        '!System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out',
      ],
      [
        "Test.setMock(HttpCalloutMock.class, new Answer()); HttpRequest q = new HttpRequest(); q.setEndpoint('https://a.example'); q.setMethod('GET'); Integer code = new Http().send(q).getStatusCode(); Parts.make('a'); return code;",
        '201',
      ],
      [
        "Test.setMock(HttpCalloutMock.class, new Answer()); Parts.make('a'); Test.startTest(); HttpRequest q = new HttpRequest(); q.setEndpoint('https://a.example'); q.setMethod('GET'); return new Http().send(q).getStatusCode();",
        '201',
      ],
    ],
  },
  {
    name: 'events wait for the commit, in tests for deliver',
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_test_deliver.htm',
    rows: [
      ["EventBus.publish(new Signal__e(Text__c = 'x')); return Parts.names() == '';", 'true'],
      [
        "EventBus.publish(new Signal__e(Text__c = 'x')); Test.getEventBus().deliver(); return Parts.names();",
        'signal x 0',
      ],
      [
        "Test.startTest(); EventBus.publish(new Signal__e(Text__c = 'x')); Test.stopTest(); return Parts.names();",
        'signal x 0',
      ],
      [
        "Savepoint s = Database.setSavepoint(); EventBus.publish(new Signal__e(Text__c = 'x')); Database.rollback(s); Test.getEventBus().deliver(); return Parts.names() == '';",
        'true',
      ],
    ],
  },
  {
    name: 'digests and keys are those of everybody',
    source: reference('apex_classes_restful_crypto'),
    rows: [
      [
        "EncodingUtil.convertToHex(Crypto.generateDigest('SHA-256', Blob.valueOf('')))",
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      ],
      [
        "EncodingUtil.base64Encode(Crypto.generateMac('hmacSHA256', Blob.valueOf('data'), Blob.valueOf('key')))",
        'UDH+PZicbRU3oBP6bnOdojRj/a7DtwE32Cjjas4iG9A=',
      ],
      [
        "Blob k = EncodingUtil.convertFromHex('2b7e151628aed2a6abf7158809cf4f3c'); Blob iv = EncodingUtil.convertFromHex('000102030405060708090a0b0c0d0e0f'); return EncodingUtil.convertToHex(Crypto.encrypt('AES128', k, iv, Blob.valueOf('abc'))).length();",
        '32',
      ],
    ],
  },
  {
    name: 'regular expressions are those of Java',
    source: reference('apex_classes_pattern_and_matcher_pattern_methods'),
    rows: [
      ["'a1b22'.replaceAll('\\\\p{Digit}+', '#')", 'a#b#'],
      ["Pattern.matches('(?i)ABC', 'abc') + '' + Pattern.matches('\\\\Qa.b\\\\E', 'a.b')", 'truetrue'],
      ["'a1\\nb2'.replaceAll('(?m)^[a-z]', '-')", '-1\n-2'],
      ["Pattern.compile('(?<year>\\\\d{4})-(\\\\d+)').matcher('2026-07').replaceAll('$2/${year}')", '07/2026'],
      ["'xyz123'.replaceAll('[a-z&&[^y]]', '-')", '-y-123'],
      ["'a.b.'.split('\\\\.').size() + ' ' + 'a.b.'.split('\\\\.', -1).size()", '2 3'],
    ],
  },
  {
    name: 'text templates quote with single quotes',
    source: reference('apex_methods_system_string'),
    rows: [
      ["String.format('{0}-{1}', new List<Object>{ 'a', 2 })", 'a-2'],
      ["String.format('it\\'\\'s {0}', new List<String>{ 'x' })", "it's x"],
      ["String.format('\\'{0}\\' {0}', new List<String>{ 'x' })", '{0} x'],
      ["String.format('{0} {9}', new List<String>{ 'x' })", 'x {9}'],
    ],
  },
  {
    name: 'sorting is stable, nulls come first',
    source: reference('apex_methods_system_list'),
    rows: [
      ['List<Integer> l = new List<Integer>{ 2, null, 1 }; l.sort(); return l;', '(null, 1, 2)'],
      [
        "List<Point> l = new List<Point>{ new Point(1, 9), new Point(0, 1), new Point(1, 2) }; l.sort(); return l[1].y + ' ' + l[2].y;",
        '9 2',
      ],
      [
        "List<Part__c> l = new List<Part__c>{ new Part__c(Name = 'b'), new Part__c(Name = 'a') }; l.sort(); return l[0].Name;",
        'a',
      ],
    ],
  },
];

/** In a packaging org with the namespace `acme`. */
const NAMESPACE: readonly Trap[] = [
  {
    name: 'names with and without the namespace',
    source: guide('apex_manpkgs_namespaces'),
    rows: [
      [
        "Part__c.SObjectType.getDescribe().getName() + ' ' + Part__c.SObjectType.getDescribe().getLocalName()",
        'acme__Part__c Part__c',
      ],
      [
        "Part__c.Count__c.getDescribe().getName() + ' ' + Part__c.Count__c.getDescribe().getLocalName()",
        'acme__Count__c Count__c',
      ],
      ["Part__c p = new Part__c(Count__c = 3); return p.get('acme__Count__c') + ' ' + p.get('Count__c');", '3 3'],
      [
        "insert new Part__c(Name = 'a'); return Database.query('SELECT Id FROM acme__Part__c').size() + Database.query('SELECT Id FROM Part__c').size();",
        '2',
      ],
      [
        "(Schema.getGlobalDescribe().get('acme__Part__c') == Part__c.SObjectType) + '' + (Type.forName('acme', 'Point') != null) + (Type.forName('acme.Point') != null)",
        'truetruetrue',
      ],
      ['JSON.serialize(new Part__c(Count__c = 1))', '{"attributes":{"type":"acme__Part__c"},"acme__Count__c":1}'],
    ],
  },
];

export const PLATFORM_TRAPS: readonly LibraryRow[] = trapRows(TRAPS);

/** Those of a packaging org with the namespace `acme`. */
export const NAMESPACE_TRAPS: readonly LibraryRow[] = trapRows(NAMESPACE);
