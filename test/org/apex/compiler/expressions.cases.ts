/** Expressions and their types: what each snippet prints. */
import type { RunCase } from './statements.cases.ts';

export const EXPRESSIONS: readonly RunCase[] = [
  {
    name: 'integers wrap at 32 bits',
    apex: 'Integer i = 2147483647; i++; System.debug(i); System.debug(65536 * 65536); System.debug(2147483647 + 1);',
    expected: '-2147483648|0|-2147483648',
  },
  {
    name: 'integer division cuts off',
    apex: 'System.debug(7 / 2); System.debug(-7 / 2); System.debug(1 / 3 * 3);',
    expected: '3|-3|0',
  },
  {
    name: 'long arithmetic wraps at 64 bits',
    apex: 'Long l = 9223372036854775807L; System.debug(l + 1); Long m = 5; System.debug(m / 2); System.debug(m * 2147483647);',
    expected: '-9223372036854775808|2|10737418235',
  },
  {
    name: 'integer widens to long in a mixed expression',
    apex: 'Integer i = 2147483647; Long l = i + 1L; System.debug(l);',
    expected: '2147483648',
  },
  {
    name: 'decimal is exact',
    apex: 'System.debug(0.1 + 0.2); Decimal d = 10; System.debug(d / 4); System.debug(1.10 * 3);',
    expected: '0.3|2.5|3.30',
  },
  {
    name: 'double prints as a double',
    apex: 'Double d = 3; System.debug(d); System.debug(d / 2);',
    expected: '3.0|1.5',
  },
  {
    name: 'number casts cut off',
    apex: 'Decimal d = 7.9; System.debug((Integer) d); Long l = 4294967297L; System.debug((Integer) l);',
    expected: '7|1',
  },
  {
    name: 'null in arithmetic',
    apex: 'Integer i; System.debug(i + 1);',
    expected: '!System.NullPointerException: Attempt to de-reference a null object',
  },
  {
    name: 'comparisons with null are false',
    apex: 'Integer i; System.debug(i < 1); System.debug(i >= 1);',
    expected: 'false|false',
  },
  {
    name: 'a null condition throws',
    apex: 'Boolean b; if (b) System.debug(1);',
    expected: '!System.NullPointerException: Attempt to de-reference a null object',
  },
  {
    name: 'text equality has no case, equals has',
    apex: "System.debug('Abc' == 'aBC'); System.debug('Abc' === 'abc'); System.debug('Abc'.equals('abc')); System.debug('a' != 'A');",
    expected: 'true|false|false|false',
  },
  {
    name: 'ids compare in both forms',
    apex: "Id a = '005000000000001'; Id b = '005000000000001AAA'; System.debug(a == b); System.debug(a);",
    expected: 'true|005000000000001AAA',
  },
  {
    name: 'a text that is no id',
    apex: "Id a = 'nonsense';",
    expected: '!System.StringException: Invalid id: nonsense',
  },
  {
    name: 'concatenation prints null and numbers',
    apex: "String s; Integer i = 3; System.debug('a' + s + i + 1.50 + true); System.debug(1 + 2 + 'x' + 1 + 2);",
    expected: 'anull31.50true|3x12',
  },
  {
    name: 'compound assignments evaluate the target once',
    classes: [
      'public class Count { public Integer n = 0; public static Integer calls = 0; public static Count last = new Count(); public static Count next() { calls++; return last; } }',
    ],
    apex: 'Count.next().n += 5; Count.next().n++; System.debug(Count.last.n); System.debug(Count.calls);',
    expected: '6|2',
  },
  {
    name: 'postfix and prefix',
    apex: 'Integer i = 1; System.debug(i++ + i); System.debug(++i); System.debug(i--); System.debug(i);',
    expected: '3|3|3|2',
  },
  {
    name: 'list elements as targets',
    apex: 'List<Integer> l = new List<Integer>{1, 2}; l[0] += 4; l[1]++; System.debug(l[0] + l[1]); Integer[] a = new Integer[2]; System.debug(a[1]); a[1] = 9; System.debug(a.get(1));',
    expected: '8|null|9',
  },
  {
    name: 'list index out of bounds',
    apex: 'List<Integer> l = new List<Integer>(); l[0] = 1;',
    expected: '!System.ListException: List index out of bounds: 0',
  },
  {
    name: 'map and set initialisers',
    apex: "Map<String, Integer> m = new Map<String, Integer>{'a' => 1, 'b' => 2}; System.debug(m.get('b')); System.debug(m.get('B')); System.debug(new Set<String>{'x'}.contains('x'));",
    expected: '2|null|true',
  },
  {
    name: 'nested generics',
    apex: "Map<Id, List<Map<String, Decimal>>> m = new Map<Id, List<Map<String, Decimal>>>(); m.put('005000000000001AAA', new List<Map<String, Decimal>>{ new Map<String, Decimal>{'k' => 1} }); System.debug(m.values()[0][0].get('k') + 0.5);",
    expected: '1.5',
  },
  {
    name: 'ternary widens to the common type',
    apex: 'Boolean b = true; Decimal d = b ? 1 : 2.5; System.debug(d / 2);',
    expected: '0.5',
  },
  {
    name: 'null coalescing',
    apex: "String s; System.debug(s ?? 'other'); Integer i = null; System.debug((i ?? 2) + 1);",
    expected: 'other|3',
  },
  {
    name: 'safe navigation ends the chain',
    apex: "String s; System.debug(s?.toUpperCase().length()); Integer n = s?.length(); System.debug(n == null); s = 'ab'; System.debug(s?.substring(1).toUpperCase());",
    expected: 'null|true|B',
  },
  {
    name: 'shifts and bits',
    apex: 'System.debug(1 << 4); System.debug(-16 >> 2); System.debug(-1 >>> 28); System.debug(6 & 3); System.debug(6 | 3); System.debug(6 ^ 3); System.debug(true ^ true); Long l = 1; System.debug(l << 40);',
    expected: '16|-4|15|2|7|5|false|1099511627776',
  },
  {
    name: 'logic does not evaluate the right side in vain',
    classes: ['public class Log { public static Boolean say(Boolean b) { System.debug(b); return b; } }'],
    apex: 'System.debug(Log.say(false) && Log.say(true)); System.debug(Log.say(true) || Log.say(false));',
    expected: 'false|false|true|true',
  },
  {
    name: 'negation',
    apex: 'Integer i = 5; System.debug(-i); System.debug(- -i); System.debug(-1.5); System.debug(!(i == 5)); System.debug(~i);',
    expected: '-5|5|-1.5|false|-6',
  },
  {
    name: 'instanceof and casts',
    classes: [
      'public virtual class Animal { }',
      "public class Dog extends Animal { public String bark() { return 'wau'; } }",
    ],
    apex: "Animal a = new Dog(); System.debug(a instanceof Dog); System.debug(((Dog) a).bark()); Object o = 'text'; System.debug(o instanceof String); System.debug(o instanceof Integer); Dog d = (Dog) new Animal();",
    expected: 'true|wau|true|false|!System.TypeException: Invalid conversion from runtime type Animal to Dog',
  },
  { name: 'escapes in text', apex: "System.debug('a\\'b\\n\\u0041'.length());", expected: '5' },
  { name: 'names have no case', apex: "STRING Text = 'x'; system.DEBUG(tEXT.TOUPPERCASE());", expected: 'X' },
  {
    name: 'dates and days',
    apex: 'Date d = Date.newInstance(2026, 2, 27); System.debug(String.valueOf(d + 2)); System.debug(d < d + 1); Datetime t = d; System.debug(t == d);',
    expected: '2026-03-01|true|true',
  },
  {
    name: 'labels',
    apex: 'System.debug(Label.Greeting); System.debug(System.Label.greeting);',
    expected: 'Hello|Hello',
  },
  {
    name: 'custom settings',
    apex: 'System.debug(Limits__c.getOrgDefaults().Most__c); System.debug(Limits__c.getInstance().Most__c);',
    expected: '7|7',
  },
  {
    name: 'platform enums',
    apex: 'System.debug(TriggerOperation.AFTER_INSERT); TriggerOperation t = System.TriggerOperation.BEFORE_DELETE; System.debug(t.ordinal());',
    expected: 'AFTER_INSERT|2',
  },
  {
    name: 'user enums',
    classes: ['public class Shop { public enum Size { SMALL, BIG } }'],
    apex: "System.debug(Shop.Size.BIG.ordinal()); System.debug(Shop.Size.values().size()); System.debug(Shop.Size.valueOf('small').name()); System.debug(Shop.Size.BIG == Shop.Size.SMALL);",
    expected: '1|2|SMALL|false',
  },
];
