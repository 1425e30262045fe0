/** Code as it stands in every project: what the forms of the language and the members of the library do together. */
import type { LibraryRow } from './rows.ts';
import { guide, trapRows } from './rows.ts';

export const EVERYDAY: readonly LibraryRow[] = trapRows([
  {
    name: 'everyday code',
    source: guide('apex_intro_what_is_apex'),
    rows: [
      [
        "List<SObject> l = (List<SObject>) Type.forName('List<Part__c>').newInstance(); l.add(new Part__c(Name='a')); return l.size() + '' + (l instanceof List<Part__c>);",
        '1true',
      ],
      [
        'Set<Id> s = (Set<Id>) JSON.deserialize(JSON.serialize(new Set<Id>{ UserInfo.getUserId() }), Set<Id>.class); return s.size();',
        '1',
      ],
      [
        "Parts.make(2); Integer n = 0; for (AggregateResult ar : [SELECT COUNT(Id) c FROM Part__c]) { n += Integer.valueOf(ar.get('c')); n += (Integer) ar.get('c'); } return n;",
        '4',
      ],
      ['Map<Id, SObject> m = new Map<Id, SObject>((List<SObject>) Parts.make(2)); return m.size();', '2'],
      ["Object o = '001xa000003DIlo'; Id i = (Id) o; return i;", '001xa000003DIloAAG'],
      [
        "List<Part__c> l = Parts.make(2); l[0].Count__c += 5; l[1].Count__c = l[0].Count__c++; return l[0].Count__c + ' ' + l[1].Count__c;",
        '6 5',
      ],
      [
        "Map<String, Part__c> m = new Map<String, Part__c>{ 'a' => new Part__c(Count__c = 1) }; m.get('a').Count__c += 1; return m.get('a').Count__c;",
        '2',
      ],
      [
        "Map<String, Integer> m = new Map<String, Integer>(); for (String s : 'a,b,a'.split(',')) { m.put(s, (m.get(s) ?? 0) + 1); } return m;",
        '{a=2, b=1}',
      ],
      ['List<Integer> l; return l?.isEmpty() ?? true;', 'true'],
      ['Integer a = 3; Decimal b = 2.5; return Math.max(a, b) + Math.min(a, b);', '5.5'],
      ["String s = null; return s == null ? 'none' : s;", 'none'],
      ["Object[] a = new Object[]{ 1, 'x', null }; return a;", '(1, x, null)'],
      ["List<String> l = new List<String>(); l.addAll('b,a'.split(',')); l.sort(); return String.join(l, '');", 'ab'],
      [
        "Date d = Date.newInstance(2026, 1, 31); Date e = d + 1; return e.day() + '' + e.addDays(-1).day() + (d < e);",
        '131true',
      ],
      ['Datetime t = Datetime.newInstanceGmt(2026, 1, 1); return (t + 1).dayGmt();', '2'],
      ["Integer i = 'abc'.indexOf('c'); Long l = i; Double d = l; Decimal e = d; return e;", '2'],
      ['Decimal d = 10; Integer i = d.intValue(); i = (Integer) d; return i / 3;', '3'],
      ['Decimal d = 5; d /= 2; d *= 3; d -= 0.5; d += 1; return d;', '8.0'],
      ["return Point.class.getName() + Type.forName('Shape.Square').getName();", 'PointShape.Square'],
      [
        'Shape.Square s = (Shape.Square) JSON.deserialize(\'{"name":"n","side":4}\', Shape.Square.class); return s.area();',
        '16',
      ],
      ['JSON.serialize(new List<Shape>{ new Shape.Square(2) })', '[{"name":"square","side":2}]'],
      [
        "Map<String, Object> m = (Map<String, Object>) JSON.deserializeUntyped('{\"a\":{\"b\":[{\"c\":1}]}}'); return ((Map<String, Object>) ((List<Object>) ((Map<String, Object>) m.get('a')).get('b'))[0]).get('c');",
        '1',
      ],
      [
        "Exception e = new BoxException('a'); return e instanceof BoxException ? ((BoxException) e).getMessage() : 'no';",
        'a',
      ],
      ["SObjectType t = Part__c.SObjectType; SObjectField f = Part__c.Name; return t + '' + f;", 'Part__cName'],
      [
        'Map<SObjectType, List<SObject>> m = new Map<SObjectType, List<SObject>>{ Part__c.SObjectType => new List<Part__c>() }; return m.containsKey(Part__c.SObjectType);',
        'true',
      ],
      [
        "Map<SObjectField, Object> m = new Map<SObjectField, Object>{ Part__c.Name => 'x' }; Part__c p = new Part__c(); for (SObjectField f : m.keySet()) { p.put(f, m.get(f)); } return p.Name;",
        'x',
      ],
      [
        'Schema.DescribeFieldResult d = Schema.SObjectType.Part__c.fields.Count__c; return d.getLabel() + Schema.SObjectType.Part__c.isAccessible();',
        'Counttrue',
      ],
      [
        'for (Schema.PicklistEntry e : Part__c.Kind__c.getDescribe().getPicklistValues()) { if (e.isDefaultValue()) { return e.getValue(); } } return null;',
        'Small',
      ],
      [
        "Part__c p = Parts.make('a'); Part__c c = p.clone(false, true, false, false); insert c; return [SELECT COUNT() FROM Part__c];",
        '2',
      ],
      [
        "Savepoint sp = Database.setSavepoint(); try { insert new Part__c(Name = 'bad'); } catch (DmlException e) { Database.rollback(sp); } return [SELECT COUNT() FROM Part__c];",
        '0',
      ],
      [
        "List<Database.SaveResult> r = Database.insert(new List<Part__c>{ new Part__c(Name = 'ok'), new Part__c(Name = 'bad') }, false); String s = ''; for (Database.SaveResult each : r) { s += each.isSuccess() ? 'ok' : each.getErrors()[0].getMessage(); } return s;",
        'okrefused',
      ],
      [
        "String q = 'SELECT ' + String.join(new List<String>{ 'Id', 'Name' }, ', ') + ' FROM Part__c WHERE Name = \\'' + String.escapeSingleQuotes('O\\'x') + '\\''; return Database.query(q).size();",
        '0',
      ],
      ['Integer[] a = new List<Integer>{ 1, 2 }; List<Integer> b = a; b.add(3); return a.size();', '3'],
      [
        'List<Integer> l = new List<Integer>{ 3, 1, 2 }; Integer t = l[0]; l[0] = l[2]; l[2] = t; return l;',
        '(2, 1, 3)',
      ],
      [
        "Iterator<String> i = new Set<String>{ 'a', 'b' }.iterator(); String s = ''; while (i.hasNext()) { s += i.next(); } return s;",
        'ab',
      ],
      [
        "Set<String> a = new Set<String>{ 'x' }; Set<String> b = new Set<String>(a); b.add('y'); return a.size() + b.size();",
        '3',
      ],
      [
        "return new Map<String, String>{ 'a' => null }.get('a') == null && new Map<String, String>{ 'a' => null }.containsKey('a');",
        'true',
      ],
      ['final Integer X = 5; return X * 2;', '10'],
      ['Integer x = 1; { Integer y = 2; x += y; } return x;', '3'],
      ["Blob b = Blob.valueOf('x'); return EncodingUtil.base64Encode(b) + b.size();", 'eA==1'],
      ['Time t = Time.newInstance(23, 59, 59, 0).addSeconds(2); return t;', '00:00:01.000Z'],
      ["return 'a' + 1 + 2 + 'b' + (1 + 2);", 'a12b3'],
      ["return 1 + 2 + 'a';", '3a'],
      ['Long big = 3000000000L; Integer small = 7; return big * small;', '21000000000'],
      ['return 5 / 2.0;', '2.5'],
      ['return 1.0 / 3;', '0.3333333333333333333333333333333333'],
      ['return Double.valueOf(1) / 3;', '0.3333333333333333'],
      ['Boolean b; return b == true;', 'false'],
      ["String a = 'x'; String b = a; a += 'y'; return b;", 'x'],
      [
        'List<Part__c> parts = [SELECT Id, (SELECT Id FROM Lines__r) FROM Part__c]; Integer n = 0; for (Part__c p : parts) { n += p.Lines__r.size(); } return n;',
        '0',
      ],
      ["Part__c p = new Part__c(Name = 'x'); return p.getPopulatedFieldsAsMap().keySet().contains('Name');", 'true'],
      [
        "Account a = new Account(Name = 'x'); insert a; a = [SELECT Id, Name, CreatedBy.Name, Owner.Name FROM Account]; return a.CreatedBy.Name + a.Owner.Name;",
        'Ada AdminAda Admin',
      ],
      [
        'User u = [SELECT Id, Profile.Name FROM User WHERE Id = :UserInfo.getUserId()]; return u.Profile.Name;',
        'System Administrator',
      ],
      [
        "Profile p = [SELECT Id FROM Profile WHERE Name = 'Standard User']; User u = new User(LastName = 'T', Alias = 't', Email = 't@t.example', Username = 't@library.example', ProfileId = p.Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US'); insert u; String n; System.runAs(u) { n = UserInfo.getLastName(); } return n;",
        'T',
      ],
      [
        'Test.startTest(); Integer q = Limits.getLimitQueries() - Limits.getQueries(); Test.stopTest(); return q;',
        '100',
      ],
      ["return Trigger.isExecuting + '' + (Trigger.new == null);", 'falsetrue'],
      [
        "Part__c p = new Part__c(Name = 'a', Tags__c = 'Red;Blue'); insert p; return [SELECT COUNT() FROM Part__c WHERE Tags__c INCLUDES ('Red')];",
        '1',
      ],
      [
        "insert new Part__c(Name = 'a', Kind__c = 'Wrong'); return 1;",
        '!System.DmlException: Insert failed. First exception on row 0; first error: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Kind: bad value for restricted picklist field: Wrong: [Kind__c]',
      ],
      [
        "insert new Part__c(Name = 'a', Code__c = '12345678901'); return 1;",
        '!System.DmlException: Insert failed. First exception on row 0; first error: STRING_TOO_LONG, Code: data value too large: 12345678901 (max length=10): [Code__c]',
      ],
      [
        'insert new Line__c(); return 1;',
        '!System.DmlException: Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Part__c]: [Part__c]',
      ],
      ["Part__c p = Parts.make('a'); p.Count__c = 1.7; update p; return [SELECT Count__c FROM Part__c].Count__c;", '2'],
      [
        "Part__c p = new Part__c(Name = 'a', Price__c = 1.005); insert p; return [SELECT Price__c FROM Part__c].Price__c;",
        '1.01',
      ],
      ["Part__c p = Parts.make('a'); return p.CreatedDate;", 'null'],
      [
        'List<Part__c> l = new List<Part__c>(); l.add(null); insert l; return 1;',
        '!System.NullPointerException: Attempt to de-reference a null object',
      ],
      [
        "delete new Part__c(Name = 'x'); return 1;",
        '!System.DmlException: Delete failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in delete call: []',
      ],
    ],
  },
]);
