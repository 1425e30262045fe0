/** List, Set, Map, equality of keys, order, iteration. */
import type { Case } from './evaluate.ts';

export const collection: readonly Case[] = [
  ['new List<Integer>{ 1, 2 }.get(2)', '!ListException: List index out of bounds: 2'],
  ['List<Integer> l = new List<Integer>(); l.add(1); l.add(0, 2); return l;', '(2, 1)'],
  ['List<Integer> l = new List<Integer>{ 3, null, 1 }; l.sort(); return l;', '(null, 1, 3)'],
  ["List<String> l = new List<String>{ 'b', 'B', 'a' }; l.sort(); return l;", '(B, a, b)'],
  ['List<Point> l = new List<Point>{ new Point(2, 1), new Point(1, 2) }; l.sort(); return l[0].x;', '1'],
  ['List<Point> l = new List<Point>{ new Point(2, 1), new Point(1, 2) }; l.sort(new ByY()); return l[0].x;', '2'],
  [
    'List<Box> l = new List<Box>{ new Box(), new Box() }; l.sort(); return l;',
    '!ListException: One or more of the items in this list is not Comparable.',
  ],
  ['new List<Decimal>{ 1.0 }.contains(1.00)', 'true'],
  ['new List<Point>{ new Point(1, 1) }.indexOf(new Point(1, 1))', '0'],
  ['new List<Integer>{ 1, 2 } == new List<Integer>{ 1, 2 }', 'true'],
  ['List<Integer> l = new List<Integer>{ 1, 2 }; l.remove(0); return l;', '(2)'],
  [
    'List<Integer> l = new List<Integer>{ 1 }; for (Integer i : l) { l.add(2); } return l;',
    '!FinalException: Cannot modify a collection while it is being iterated.',
  ],
  [
    "Iterator<Integer> i = new List<Integer>{ 7 }.iterator(); Integer v = i.next(); return v + ' ' + i.hasNext();",
    '7 false',
  ],
  ['Iterator<Integer> i = new List<Integer>().iterator(); return i.next();', '!NoSuchElementException: No more items'],
  ['Integer sum = 0; for (Integer i : new Countdown()) { sum += i; } return sum;', '6'],
  [
    "List<Part__c> l = new List<Part__c>{ new Part__c(Name = 'a') }; List<Part__c> c = l.deepClone(); c[0].Name = 'b'; return l[0].Name;",
    'a',
  ],
  ["new Set<String>{ 'a', 'A' }.size()", '2'],
  ['new Set<Point>{ new Point(1, 1), new Point(1, 1) }.size()', '1'],
  ['new Set<Decimal>{ 1.0, 1.00 }.size()', '2'],
  ["new Set<Part__c>{ new Part__c(Name = 'a'), new Part__c(Name = 'a') }.size()", '1'],
  ['Set<Integer> s = new Set<Integer>{ 3, 1 }; s.addAll(new List<Integer>{ 1, 2 }); return s;', '{3, 1, 2}'],
  ['Set<Integer> s = new Set<Integer>{ 1, 2, 3 }; s.retainAll(new Set<Integer>{ 2 }); return s;', '{2}'],
  ['new Set<Integer>{ 1, 2 }.containsAll(new List<Integer>{ 1, 3 })', 'false'],
  ['new Set<Integer>{ 1, 2 } == new Set<Integer>{ 2, 1 }', 'true'],
  [
    "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; Integer old = m.put('a', 2); return old + m.get('a') + m.size();",
    '4',
  ],
  ["new Map<String, Integer>{ 'a' => 1 }.get('A')", 'null'],
  ["Map<Point, String> m = new Map<Point, String>{ new Point(1, 2) => 'x' }; return m.get(new Point(1, 2));", 'x'],
  [
    'Map<Date, Integer> m = new Map<Date, Integer>{ Date.newInstance(2026, 1, 1) => 1 }; return m.containsKey(Date.newInstance(2026, 1, 1));',
    'true',
  ],
  [
    "Map<Part__c, Integer> m = new Map<Part__c, Integer>(); Part__c p = new Part__c(Name = 'a'); m.put(p, 1); p.Name = 'b'; return m.containsKey(p);",
    'false',
  ],
  [
    'Map<Id, Part__c> m = new Map<Id, Part__c>(); m.putAll(new List<Part__c>{ new Part__c() }); return m;',
    '!ListException: Row with null Id at index: 0',
  ],
  [
    "Map<String, Integer> m = new Map<String, Integer>{ 'b' => 1, 'a' => 2 }; return m.keySet() + '' + m.values();",
    '{b, a}(1, 2)',
  ],
  ["Map<String, Integer> m = new Map<String, Integer>{ 'b' => 1 }; m.remove('b'); return m.isEmpty();", 'true'],
  [
    'List<Integer> l = new List<Integer>(); for (Integer i = 0; i < 12; i++) { l.add(i); } return l;',
    '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)',
  ],
  ['Color.values().size()', '2'],
  ["Color.valueOf('GREEN').ordinal()", '1'],
];
