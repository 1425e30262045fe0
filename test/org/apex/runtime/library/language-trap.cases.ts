/** Where the language differs from what its reader expects: at least three rows for each such place. */
import { guide, reference, trapRows } from './rows.ts';
import type { LibraryRow, Trap } from './rows.ts';

const MANY_QUERIES = 'for (Integer i = 0; i < 101; i++) { List<Part__c> l = [SELECT Id FROM Part__c LIMIT 1]; }';
const OVER = '!System.LimitException: Too many SOQL queries: 101';
const TRAPS: readonly Trap[] = [
  {
    name: 'what ends a transaction cannot be caught',
    source: guide('apex_exception_definition'),
    rows: [
      [`try { ${MANY_QUERIES} } catch (Exception e) { return 'caught'; } return 'went on';`, OVER],
      [`try { ${MANY_QUERIES} } catch (LimitException e) { return 'caught'; } return 'went on';`, OVER],
      [`try { ${MANY_QUERIES} } finally { insert new Part__c(Name = 'finally'); } return 'went on';`, OVER],
      [
        `Integer n = 0; try { try { ${MANY_QUERIES} } finally { n = 1 / n; } } catch (Exception e) { return 'caught'; } return 'went on';`,
        OVER,
      ],
      [
        "try { System.assert(false, 'held'); } catch (Exception e) { return 'caught'; } return 'went on';",
        '!System.AssertException: Assertion Failed: held',
      ],
      [
        "try { Assert.fail('held'); } catch (AssertException e) { return 'caught'; } return 'went on';",
        '!System.AssertException: Assertion Failed: held',
      ],
    ],
  },
  {
    name: 'text is equal without case by operator, with case by everything else',
    source: guide('langCon_apex_expressions_operators_understanding'),
    rows: [
      ["('Abc' == 'aBC') + '' + ('a' != 'A')", 'truefalse'],
      ["'Abc'.equals('abc') + '' + new List<String>{ 'a' }.contains('A')", 'falsefalse'],
      ["new Set<String>{ 'a', 'A' }.size() + new Map<String, Integer>{ 'a' => 1, 'A' => 2 }.size()", '4'],
      [
        "String s = 'A'; switch on s { when 'a' { return 'lower'; } when 'A' { return 'upper'; } when else { return 'none'; } }",
        'upper',
      ],
      ["('a' < 'B') + '' + ('B' < 'a')", 'truefalse'],
      ["('a' === 'A') + '' + ('a' === 'a')", 'falsetrue'],
    ],
  },
  {
    name: 'ids are equal in both lengths',
    source: reference('apex_methods_system_id'),
    rows: [
      ["Id a = '001xa000003DIlo'; Id b = '001xa000003DIloAAG'; return a == b;", 'true'],
      ["String s = '001xa000003DIlo'; Id b = '001xa000003DIloAAG'; return b == s;", 'true'],
      ["Id a = '001xa000003DIlo'; return new Set<Id>{ a, '001xa000003DIloAAG' }.size();", '1'],
      ["Id a = '001xa000003DIlo'; return String.valueOf(a).length();", '18'],
    ],
  },
  {
    name: 'null compares, and orders nothing',
    source: guide('langCon_apex_expressions_operators_understanding'),
    rows: [
      ["String a; Integer b; return (a == null) + '' + (b != null);", 'truefalse'],
      ["Integer a; return (a < 1) + '' + (a > 1) + (a <= 1);", 'falsefalsefalse'],
      ['Part__c a; Part__c b; return a == b;', 'true'],
      ['Date a; return a < Date.today();', 'false'],
    ],
  },
  {
    name: 'integers wrap',
    source: guide('langCon_apex_primitives'),
    rows: [
      ['Integer i = 2147483647; i++; return i;', '-2147483648'],
      ['65536 * 65536', '0'],
      ['Long l = 2147483647 + 1; return l;', '-2147483648'],
      ['Long l = 9223372036854775807L; return l + 1;', '-9223372036854775808'],
      ['Math.abs(Integer.MIN_VALUE)', '-2147483648'],
    ],
  },
  {
    name: 'whole numbers divide to whole numbers',
    source: guide('langCon_apex_expressions_operators_understanding'),
    rows: [
      ['7 / 2', '3'],
      ['-7 / 2', '-3'],
      ['Decimal d = 7 / 2; return d;', '3'],
      ['Decimal d = 7; return d / 2;', '3.5'],
      ['7L / 2', '3'],
      ['1 / 0', '!System.MathException: Divide by 0'],
    ],
  },
  {
    name: 'decimals keep their scale',
    source: reference('apex_methods_system_decimal'),
    rows: [
      ['1.10 * 3', '3.30'],
      ['0.1 + 0.2', '0.3'],
      ['Decimal d = 10; return d / 3;', '3.333333333333333333333333333333333'],
      ["Decimal d = 2.50; return d.setScale(0) + ' ' + d.setScale(1);", '2 2.5'],
      ["Decimal d = 3.5; return d.setScale(0) + ' ' + d.setScale(0, RoundingMode.HALF_DOWN);", '4 3'],
      ['1.0 == 1.00', 'true'],
      ["new Set<Decimal>{ 1.1, 1.10 }.size() + ' ' + new List<Decimal>{ 1.1 }.contains(1.10)", '2 true'],
    ],
  },
  {
    name: 'a literal with a point is a decimal',
    source: guide('langCon_apex_primitives'),
    rows: [
      ['Object o = 1.5; return o instanceof Decimal;', 'true'],
      ['Object o = 1.5d; return o instanceof Double;', 'true'],
      ["Object o = 1L; return (o instanceof Long) + '' + (o instanceof Integer);", 'truefalse'],
      ['Double d = 0.1; Double e = 0.2; return d + e;', '0.30000000000000004'],
    ],
  },
  {
    name: 'null in arithmetic throws, in text prints',
    source: guide('langCon_apex_expressions_operators_understanding'),
    rows: [
      ['Integer i; return i + 1;', '!System.NullPointerException: Attempt to de-reference a null object'],
      ['Decimal d; return d * 2;', '!System.NullPointerException: Attempt to de-reference a null object'],
      ["String s; return 'a' + s;", 'anull'],
      ["Integer i; return i + '';", 'null'],
      ["String s; s += 'x'; return s;", 'nullx'],
      ['Integer i; i++; return i;', '!System.NullPointerException: Attempt to de-reference a null object'],
    ],
  },
  {
    name: 'values are keys, and a changed key is lost',
    source: guide('langCon_apex_collections_maps_keys_userdefined'),
    rows: [
      [
        "Part__c p = new Part__c(Name = 'a'); Set<Part__c> s = new Set<Part__c>{ p }; p.Name = 'b'; return s.contains(p);",
        'false',
      ],
      ["new Set<Part__c>{ new Part__c(Name = 'a'), new Part__c(Name = 'a') }.size()", '1'],
      [
        "Map<List<Integer>, String> m = new Map<List<Integer>, String>{ new List<Integer>{ 1 } => 'x' }; return m.get(new List<Integer>{ 1 });",
        'x',
      ],
      ['new Set<Point>{ new Point(1, 1), new Point(1, 1) }.size()', '1'],
      [
        'Point p = new Point(1, 1); Map<Point, Integer> m = new Map<Point, Integer>{ p => 1 }; p.x = 2; return m.containsKey(p);',
        'false',
      ],
      ['new Set<Box>{ new Box(), new Box() }.size()', '2'],
    ],
  },
  {
    name: 'sets and maps are walked in the order of entry',
    source: guide('langCon_apex_collections_sets'),
    rows: [
      ["String all = ''; for (String s : new Set<String>{ 'c', 'a', 'b' }) { all += s; } return all;", 'cab'],
      [
        "Map<String, Integer> m = new Map<String, Integer>{ 'z' => 1, 'a' => 2 }; m.put('z', 3); return m.keySet() + '' + m.values();",
        '{z, a}(3, 2)',
      ],
      ['Set<Integer> s = new Set<Integer>{ 3, 1 }; s.remove(3); s.add(3); return s;', '{1, 3}'],
    ],
  },
  {
    name: 'a collection must not change while it is walked',
    source: guide('langCon_apex_loops_for_lists'),
    rows: [
      [
        'List<Integer> l = new List<Integer>{ 1, 2 }; for (Integer i : l) { l.add(3); } return l;',
        '!System.FinalException: Cannot modify a collection while it is being iterated.',
      ],
      [
        'List<Integer> l = new List<Integer>{ 1, 2 }; for (Integer i : l) { l.remove(0); } return l;',
        '!System.FinalException: Cannot modify a collection while it is being iterated.',
      ],
      [
        'Set<Integer> s = new Set<Integer>{ 1, 2 }; for (Integer i : s) { s.remove(i); } return s;',
        '!System.FinalException: Cannot modify a collection while it is being iterated.',
      ],
      [
        'List<Integer> l = new List<Integer>{ 1, 2 }; for (Integer i = 0; i < l.size(); i++) { l[i] = 9; } return l;',
        '(9, 9)',
      ],
    ],
  },
  {
    name: 'statics begin in the order of the text, once a transaction',
    source: guide('apex_classes_static'),
    rows: [
      ['Order.log', 'first;block;last;'],
      ['Counter.runs++; return Counter.runs;', '1'],
      ['Counter.runs++; Counter.runs++; return Counter.runs;', '2'],
    ],
  },
  {
    name: "fields are set before any constructor runs, the parent's too",
    source: guide('apex_classes_initcode'),
    rows: [
      [
        'new Younger(); return Older.log;',
        'younger field;younger block;older field;older block;older constructor;hook sees 7;younger constructor;',
      ],
      ['new Older(); return Older.log;', 'older field;older block;older constructor;older hook;'],
      ['Younger y = new Younger(); return y.name;', 'older field;'],
    ],
  },
  {
    name: 'an accessor reaches the value behind its property',
    source: guide('apex_classes_properties'),
    rows: [
      ['Holder h = new Holder(); h.doubled = 3; return h.doubled;', '8'],
      ['Holder h = new Holder(); return h.lazy + h.lazy;', '10'],
      ['Holder.calls + Holder.calls + Holder.calls', '3'],
    ],
  },
  {
    name: 'trigger records: writable before, read-only after',
    source: guide('apex_triggers_context_variables'),
    rows: [
      ["insert new Secret__c(Name = 'a', Code__c = 'change'); return [SELECT Name FROM Secret__c].Name;", 'changed'],
      [
        "try { insert new Secret__c(Name = 'a', Code__c = 'write'); } catch (DmlException e) { return e.getDmlMessage(0).substringBefore('Trigger.').normalizeSpace(); } return 'saved';",
        'SecretTrigger: execution of AfterInsert caused by: System.FinalException: Record is read-only',
      ],
      [
        "try { insert new Secret__c(Name = 'a', Code__c = 'add'); } catch (DmlException e) { return e.getMessage().contains('Collection is read-only'); } return 'saved';",
        'true',
      ],
      [
        "try { insert new Secret__c(Name = 'a', Code__c = 'put'); } catch (DmlException e) { return e.getMessage().contains('Collection is read-only'); } return 'saved';",
        'true',
      ],
    ],
  },
  {
    name: 'a new record has its id after the save only',
    source: guide('apex_triggers_context_variables'),
    rows: [
      ["insert new Secret__c(Name = 'a'); return Counter.seen;", 'BEFORE_INSERT 1no id;AFTER_INSERT 1id;'],
      ["Secret__c s = new Secret__c(Name = 'a'); insert s; return s.Id != null;", 'true'],
      ["Secret__c s = new Secret__c(Name = 'a', Code__c = 'refuse'); Database.insert(s, false); return s.Id;", 'null'],
      [
        "Secret__c s = new Secret__c(Name = 'a'); insert s; Counter.seen = ''; delete s; return Counter.seen;",
        'BEFORE_DELETE;AFTER_DELETE;',
      ],
    ],
  },
  {
    name: 'triggers run for what triggers save',
    source: guide('apex_triggers_order_of_execution'),
    rows: [
      [
        "insert new Secret__c(Name = 'a', Code__c = 'again'); return Counter.runs + ' ' + [SELECT COUNT() FROM Secret__c];",
        '6 3',
      ],
      [
        "List<Secret__c> l = new List<Secret__c>(); for (Integer i = 0; i < 201; i++) { l.add(new Secret__c(Name = 'n' + i)); } insert l; return Counter.runs;",
        '4',
      ],
      ['List<Secret__c> l = new List<Secret__c>(); insert l; return Counter.runs;', '0'],
    ],
  },
  {
    name: 'addError marks the record and does not throw',
    source: reference('apex_methods_system_sobject'),
    rows: [
      [
        "Database.SaveResult r = Database.insert(new Secret__c(Name = 'a', Code__c = 'refuse'), false); return r.getErrors()[0].getMessage() + ' ' + Counter.seen;",
        'refused BEFORE_INSERT 1no id;went on;',
      ],
      [
        "insert new Secret__c(Name = 'a', Code__c = 'refuse'); return 1;",
        '!System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, refused: []',
      ],
      ["Part__c p = new Part__c(Name = 'a'); p.addError('x'); return p.hasErrors();", 'true'],
    ],
  },
  {
    name: 'all or nothing, or the good rows once more',
    source: guide('langCon_apex_dml_database'),
    rows: [
      [
        "List<Secret__c> l = new List<Secret__c>{ new Secret__c(Name = 'a'), new Secret__c(Name = 'b', Code__c = 'refuse') }; try { insert l; } catch (DmlException e) { } return [SELECT COUNT() FROM Secret__c];",
        '0',
      ],
      [
        "List<Secret__c> l = new List<Secret__c>{ new Secret__c(Name = 'a'), new Secret__c(Name = 'b', Code__c = 'refuse') }; Database.insert(l, false); return [SELECT Name FROM Secret__c].Name;",
        'a',
      ],
      [
        "List<Secret__c> l = new List<Secret__c>{ new Secret__c(Name = 'a'), new Secret__c(Name = 'b', Code__c = 'refuse') }; Database.insert(l, false); return Counter.seen;",
        'BEFORE_INSERT 2no id;went on;AFTER_INSERT 1id;BEFORE_INSERT 1no id;AFTER_INSERT 1id;',
      ],
    ],
  },
];

export const LANGUAGE_TRAPS: readonly LibraryRow[] = trapRows(TRAPS);
