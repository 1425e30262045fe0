/** The language: every form of statement, expression and declaration, as the developer guide has them. */
import type { LibraryRow, Trap } from './rows.ts';
import { guide, trapRows } from './rows.ts';

const FORMS: readonly Trap[] = [
  {
    name: 'literals',
    source: guide('langCon_apex_primitives'),
    rows: [
      ["'a\\tb\\\\\\'\\u0041'", "a\tb\\'A"],
      ["1 + '' + 1L + 1.0 + 1.5d + true + null", '111.01.5truenull'],

      ["Date d = Date.newInstance(2026, 1, 1); return d == Date.valueOf('2026-01-01');", 'true'],
    ],
  },
  {
    name: 'operators',
    source: guide('langCon_apex_expressions_operators_understanding'),
    rows: [
      ["(5 & 3) + ' ' + (5 | 3) + ' ' + (5 ^ 3)", '1 7 6'],
      ["(1 << 3) + ' ' + (-8 >> 1) + ' ' + (-8 >>> 28)", '8 -4 15'],
      ['Integer i = 5; i += 2; i -= 1; i *= 3; i /= 2; return i;', '9'],
      ['Integer i = 5; i |= 2; i &= 6; i ^= 1; i <<= 2; i >>= 1; return i;', '14'],
      [
        "Integer i = 5; Integer a = i++; Integer b = ++i; Integer c = i--; Integer d = --i; return a + ' ' + b + ' ' + c + ' ' + d;",
        '5 7 7 5',
      ],
      ["Boolean t = true; Boolean f = false; return (t && !f || f) + '' + (t && f);", 'truefalse'],
      ['Integer n = 0; Boolean b = false && (n++ > 0); return n;', '0'],
      ["2 > 1 ? 'yes' : 'no'", 'yes'],
      ["String s; return s?.length() + ' ' + (s ?? 'other');", 'null other'],
      ["Part__c p = new Part__c(); return p?.Parent__r?.Parent__r?.Name ?? 'none';", 'none'],
      ["Object o = 'x'; return (o instanceof String) + '' + (o instanceof Integer);", 'truefalse'],
      ['-(-3) + +2', '5'],
      ['Long l = 5; Decimal d = 2.5; Double e = 0.5; return l * d + e;', '13.0'],
      ["String s = 'a'; s += 1; s += true; return s;", 'a1true'],
      ['Integer a; Integer b; a = b = 4; return a + b;', '8'],
    ],
  },
  {
    name: 'loops',
    source: guide('langCon_apex_loops'),
    rows: [
      ['Integer n = 0; do { n++; } while (n < 3); return n;', '3'],
      ['Integer n = 0; while (true) { n++; if (n == 2) { continue; } if (n > 4) { break; } } return n;', '5'],
      ["String s = ''; for (Integer i = 0, j = 5; i < j; i++, j--) { s += i; } return s;", '012'],
      ["String s = ''; for (Integer i : new Integer[]{ 1, 2 }) s += i; return s;", '12'],
      ["String s = ''; for (String k : new Map<String, Integer>{ 'a' => 1 }.keySet()) { s += k; } return s;", 'a'],
      [
        "Parts.make(3); String s = ''; for (Part__c p : [SELECT Name FROM Part__c ORDER BY Name]) { s += p.Name; } return s;",
        'p0p1p2',
      ],
      [
        'Parts.make(3); Integer n = 0; for (List<Part__c> chunk : [SELECT Name FROM Part__c]) { n += chunk.size(); } return n;',
        '3',
      ],
      ['Integer n = 0; for (;;) { n++; if (n > 3) { break; } } return n;', '4'],
      [
        'Integer n = 0; for (Integer i = 0; i < 3; i++) { for (Integer j = 0; j < 3; j++) { if (j == 1) { break; } n++; } } return n;',
        '3',
      ],
    ],
  },
  {
    name: 'conditions',
    source: guide('langCon_apex_switch'),
    rows: [
      ["Integer i = 7; if (i < 5) return 'low'; else if (i < 8) return 'mid'; else return 'high';", 'mid'],
      [
        "Integer i = 2; switch on i { when 1 { return 'one'; } when 2, 3 { return 'few'; } when else { return 'many'; } }",
        'few',
      ],
      ["Color c = Color.RED; switch on c { when RED { return 'r'; } when GREEN { return 'g'; } } return null;", 'r'],
      ["String s; switch on s { when null { return 'nothing'; } when else { return 'some'; } }", 'nothing'],
      [
        "SObject o = new Account(Name = 'a'); switch on o { when Part__c p { return 'part'; } when Account a { return a.Name; } when else { return 'other'; } }",
        'a',
      ],
      ["Long l = 5L; switch on l { when 5L { return 'five'; } when else { return 'other'; } }", 'five'],
      ["switch on 1 + 1 { when 2 { return 'two'; } when else { return 'other'; } }", 'two'],
      [
        "TriggerOperation t = TriggerOperation.AFTER_INSERT; switch on t { when BEFORE_INSERT, AFTER_INSERT { return 'insert'; } when else { return 'other'; } }",
        'insert',
      ],
    ],
  },
  {
    name: 'collections',
    source: guide('langCon_apex_collections'),
    rows: [
      ["Integer[] a = new Integer[3]; a[1] = 5; return a + ' ' + a.size();", '(null, 5, null) 3'],
      [
        'List<List<Integer>> l = new List<List<Integer>>{ new List<Integer>{ 1 }, new Integer[]{ 2, 3 } }; return l[1][1];',
        '3',
      ],
      ['new List<Integer>(new Set<Integer>{ 2, 1 })', '(2, 1)'],
      ["new Set<String>(new List<String>{ 'a', 'a' }).size()", '1'],
      [
        "Map<String, List<Integer>> m = new Map<String, List<Integer>>{ 'a' => new List<Integer>() }; m.get('a').add(1); return m;",
        '{a=(1)}',
      ],
      ["Part__c p = Parts.make('x'); return new Map<Id, Part__c>([SELECT Name FROM Part__c]).get(p.Id).Name;", 'x'],
      ["new Map<Id, SObject>(new List<Part__c>{ Parts.make('x') }).size()", '1'],
      ["List<SObject> l = new List<Part__c>{ new Part__c(Name = 'x') }; return ((List<Part__c>) l)[0].Name;", 'x'],
      ['new List<Integer>(5).size()', '5'],
      ['Map<Color, Integer> m = new Map<Color, Integer>{ Color.RED => 1 }; return m.get(Color.RED);', '1'],
    ],
  },
  {
    name: 'exceptions',
    source: guide('apex_classes_exceptions'),
    rows: [
      [
        "try { throw new BoxException('a'); } catch (MathException e) { return 'math'; } catch (BoxException e) { return 'box'; }",
        'box',
      ],
      [
        "String s = ''; try { s += 'try '; } catch (Exception e) { s += 'catch '; } finally { s += 'finally'; } return s;",
        'try finally',
      ],
      [
        "try { try { Integer i = 1 / 0; } finally { String x = 'y'; } } catch (MathException e) { return e.getMessage(); } return null;",
        'Divide by 0',
      ],
      [
        "try { try { throw new BoxException('in'); } catch (BoxException e) { throw new BoxException('out', e); } } catch (BoxException e) { return e.getMessage() + e.getCause().getMessage(); }",
        'outin',
      ],
      ["throw new BoxException('thrown');", '!BoxException: thrown'],
      ['throw new BoxException();', '!BoxException: null'],
      ['List<Integer> l; return l.size();', '!System.NullPointerException: Attempt to de-reference a null object'],
      [
        'Object o = 5; String s = (String) o; return s;',
        '!System.TypeException: Invalid conversion from runtime type Integer to String',
      ],
    ],
  },
  {
    name: 'records',
    source: guide('langCon_apex_sobject_types'),
    rows: [
      ["Part__c p = new Part__c(Name = 'a', Parent__r = new Part__c(Code__c = 'k')); return p.Parent__r.Code__c;", 'k'],
      [
        "SObject o = Schema.getGlobalDescribe().get('Part__c').newSObject(); o.put('Name', 'x'); return ((Part__c) o).Name;",
        'x',
      ],
      ['Part__c p = new Part__c(); p.Count__c = 5; p.Count__c += 2; p.Count__c++; return p.Count__c;', '8'],
      ["Part__c p = new Part__c(); return p.Active__c + ' ' + p.Name;", 'false null'],
      [
        "Account a = new Account(Name = 'x'); insert a; Contact c = new Contact(LastName = 'y', AccountId = a.Id); insert c; return [SELECT Account.Name FROM Contact].Account.Name + [SELECT (SELECT LastName FROM Contacts) FROM Account].Contacts[0].LastName;",
        'xy',
      ],
    ],
  },
  {
    name: 'saving',
    source: guide('langCon_apex_dml_section'),
    rows: [
      [
        "Part__c p = new Part__c(Name = 'a'); insert p; p.Name = 'b'; update p; delete p; undelete p; return Parts.names();",
        'b',
      ],
      [
        "insert as user new Part__c(Name = 'a'); insert as system new List<Part__c>{ new Part__c(Name = 'b') }; return Parts.names();",
        'a,b',
      ],
      [
        "upsert new Part__c(Name = 'a', Code__c = 'k') Code__c; upsert new Part__c(Name = 'z', Code__c = 'k') Part__c.Code__c; return Parts.names();",
        'z',
      ],
      [
        "Account a = new Account(Name = 'a'); Account b = new Account(Name = 'b'); insert new List<Account>{ a, b }; merge a b; return [SELECT COUNT() FROM Account];",
        '1',
      ],
      [
        "insert new List<SObject>{ new Part__c(Name = 'a'), new Account(Name = 'b') }; return [SELECT COUNT() FROM Account] + [SELECT COUNT() FROM Part__c];",
        '2',
      ],
      ["delete [SELECT Id FROM Part__c]; return 'nothing';", 'nothing'],
      [
        "Part__c p = Parts.make('a'); insert p; return 1;",
        '!System.DmlException: Insert failed. First exception on row 0; first error: INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]',
      ],
      [
        "update new Part__c(Name = 'a'); return 1;",
        '!System.DmlException: Update failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in an update call: []',
      ],
    ],
  },
  {
    name: 'queries',
    source: guide('langCon_apex_SOQL'),
    rows: [
      [
        'Parts.make(4); Integer n = 1; return [SELECT COUNT() FROM Part__c WHERE Count__c > :n AND Count__c < :n + 2];',
        '1',
      ],
      [
        "Parts.make(4); return [SELECT Name FROM Part__c WHERE Name IN ('p1', 'p2') ORDER BY Name DESC LIMIT 1].Name;",
        'p2',
      ],
      [
        "Parts.make(4); AggregateResult[] r = [SELECT Kind__c k, COUNT(Id) c, SUM(Count__c) s FROM Part__c GROUP BY Kind__c HAVING COUNT(Id) > 1]; return r[0].get('c') + ' ' + r[0].get('s');",
        '4 6',
      ],
      [
        'Set<Id> ids = new Map<Id, Part__c>(Parts.make(2)).keySet(); return [SELECT COUNT() FROM Part__c WHERE Id IN :ids];',
        '2',
      ],
      [
        "Parts.make('a'); List<Part__c> l = [SELECT Name FROM Part__c WHERE Name LIKE :('a' + '%')]; return l.size();",
        '1',
      ],
      [
        "Part__c root = Parts.make('root'); insert new Part__c(Name = 'leaf', Parent__c = root.Id); return [SELECT Name FROM Part__c WHERE Parent__r.Name = 'root'].Name;",
        'leaf',
      ],
      [
        "Part__c p = Parts.make('a'); delete p; return [SELECT COUNT() FROM Part__c WHERE IsDeleted = true ALL ROWS];",
        '1',
      ],
      [
        "Map<String, Object> binds = new Map<String, Object>{ 'n' => 'a' }; Parts.make('a'); return ((Part__c) Database.queryWithBinds('SELECT Name FROM Part__c WHERE Name = :n', binds, AccessLevel.USER_MODE)[0]).Name;",
        'a',
      ],
    ],
  },
  {
    name: 'classes',
    source: guide('apex_classes_defining'),
    rows: [
      ['Shape.Square s = new Shape.Square(3); return s.area() + s.describe();', '9square of 9'],
      ['Shape s = new Shape.Square(2); return s.describe();', 'square of 4'],
      ["Shape.Named n = new Shape.Square(2); return n.label('x') + (n instanceof Shape);", 'x4true'],
      ["Shape.pick(1) + Shape.pick(1L) + Shape.pick('s') + Shape.pick(new List<Integer>())", 'integerlongstringlist'],
      ['new Shape.Square().area()', '1'],
      ["Shape.Kind.values().size() + Shape.Kind.valueOf('flat').name() + Shape.Kind.FLAT.ordinal()", '2FLAT0'],
      ["Shape.Kind.valueOf('none')", '!System.NoSuchElementException: No enum constant Shape.Kind.none'],
      ['Shape.MOST + Shape.twice(4)', '18'],
      [
        "try { throw new Shape.BrokenException('b'); } catch (Shape.BrokenException e) { return e.getTypeName() + e.getMessage(); }",
        'Shape.BrokenExceptionb',
      ],
    ],
  },
  {
    name: 'custom settings, custom metadata and labels',
    source: guide('apex_customsettings'),
    rows: [
      ['Limits__c.getInstance().Most__c', 'null'],
      [
        "insert new Limits__c(SetupOwnerId = UserInfo.getOrganizationId(), Most__c = 7); return Limits__c.getOrgDefaults().Most__c + ' ' + Limits__c.getInstance().Most__c;",
        '7 7',
      ],
      [
        "insert new Limits__c(SetupOwnerId = UserInfo.getOrganizationId(), Most__c = 7); insert new Limits__c(SetupOwnerId = UserInfo.getUserId(), Most__c = 9); return Limits__c.getInstance().Most__c + ' ' + Limits__c.getInstance(UserInfo.getProfileId()).Most__c;",
        '9 7',
      ],
      [
        "insert new Limits__c(SetupOwnerId = UserInfo.getUserId(), Most__c = 9); return Limits__c.getValues(UserInfo.getUserId()).Most__c + ' ' + Limits__c.getValues(UserInfo.getOrganizationId());",
        '9 null',
      ],
      [
        "insert new Country__c(Name = 'DE', Most__c = 3); return Country__c.getInstance('DE').Most__c + ' ' + Country__c.getAll().keySet() + Country__c.getValues('FR');",
        '3 {DE}null',
      ],
      [
        "Rule__mdt.getInstance('First').Most__c + ' ' + Rule__mdt.getAll().size() + [SELECT MasterLabel FROM Rule__mdt].MasterLabel",
        '3 1First rule',
      ],
      ['System.Label.Greeting + Label.Greeting', 'Hello {0}Hello {0}'],
    ],
  },
];

export const SYNTAX: readonly LibraryRow[] = trapRows(FORMS);
