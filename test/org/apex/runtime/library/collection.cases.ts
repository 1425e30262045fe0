/** List, Set, Map and the interfaces of iteration and order. */
import type { LibraryRow } from './rows.ts';
import { reference, rowsOf } from './rows.ts';

const LIST = rowsOf('List', reference('apex_methods_system_list'), {
  'void add(T)': ['List<Integer> l = new List<Integer>(); l.add(47); l.add(null); return l;', '(47, null)'],
  'void add(Integer,T)': [
    ['List<Integer> l = new List<Integer>{ 1, 2 }; l.add(0, 5); l.add(3, 9); return l;', '(5, 1, 2, 9)'],
    [
      'List<Integer> l = new List<Integer>(); l.add(1, 5); return l;',
      '!System.ListException: List index out of bounds: 1',
    ],
  ],
  'void addAll(List<T>)': ['List<Integer> l = new List<Integer>{ 1 }; l.addAll(l); return l;', '(1, 1)'],
  'void addAll(Set<T>)': [
    'List<Integer> l = new List<Integer>{ 1 }; l.addAll(new Set<Integer>{ 2, 3 }); return l;',
    '(1, 2, 3)',
  ],
  'void clear()': ['List<Integer> l = new List<Integer>{ 1 }; l.clear(); return l.size();', '0'],
  'List<T> clone()': [
    ['List<Integer> l = new List<Integer>{ 1 }; List<Integer> c = l.clone(); c.add(2); return l;', '(1)'],
    [
      "List<Part__c> l = new List<Part__c>{ new Part__c(Name = 'a') }; List<Part__c> c = l.clone(); c[0].Name = 'b'; return l[0].Name;",
      'b',
    ],
  ],
  'Boolean contains(T)': [
    "List<String> l = new List<String>{ 'a', 'b' }; return l.contains('a') + '' + l.contains('A') + l.contains(null);",
    'truefalsefalse',
  ],
  'List<T> deepClone()': [
    "List<Part__c> l = new List<Part__c>{ Parts.make('a') }; List<Part__c> c = l.deepClone(); c[0].Name = 'b'; return l[0].Name + c[0].Id;",
    'anull',
  ],
  'List<T> deepClone(Boolean)': [
    "List<Part__c> l = new List<Part__c>{ Parts.make('a') }; return l.deepClone(true)[0].Id == l[0].Id;",
    'true',
  ],
  'List<T> deepClone(Boolean,Boolean)': [
    "Parts.make('a'); List<Part__c> l = [SELECT Name, CreatedDate FROM Part__c]; return l.deepClone(false, true)[0].CreatedDate == l[0].CreatedDate;",
    'true',
  ],
  'List<T> deepClone(Boolean,Boolean,Boolean)': [
    "insert new Line__c(Part__c = Parts.make('a').Id); List<Line__c> l = [SELECT Name FROM Line__c]; return l.deepClone(false, false, true)[0].Name == l[0].Name;",
    'true',
  ],
  'Boolean equals(Object)': ['Object o = new List<Integer>{ 1 }; return new List<Integer>{ 1 }.equals(o);', 'true'],
  'Boolean equals(List<T>)': [
    "new List<Integer>{ 1, 2 }.equals(new List<Integer>{ 1, 2 }) + '' + new List<Integer>{ 1, 2 }.equals(new List<Integer>{ 2, 1 })",
    'truefalse',
  ],
  'T get(Integer)': [
    ['new List<Integer>{ 7, 8 }.get(1)', '8'],
    ['new List<Integer>{ 7 }.get(5)', '!System.ListException: List index out of bounds: 5'],
    ['new List<Integer>{ 7 }.get(-1)', '!System.ListException: List index out of bounds: -1'],
  ],
  'Schema.SObjectType getSObjectType()': [
    ['new List<Part__c>().getSObjectType()', 'Part__c'],
    ['new List<SObject>().getSObjectType() == null', 'true'],
  ],
  'Integer hashCode()': ['new List<Integer>{ 1, 2 }.hashCode() == new List<Integer>{ 1, 2 }.hashCode()', 'true'],
  'Integer indexOf(T)': [
    "List<String> l = new List<String>{ 'a', 'b', 'a' }; return l.indexOf('a') + ' ' + l.indexOf('x');",
    '0 -1',
  ],
  'Boolean isEmpty()': ["new List<Integer>().isEmpty() + '' + new List<Integer>{ 1 }.isEmpty()", 'truefalse'],
  'Iterator<T> iterator()': [
    "Iterator<Integer> i = new List<Integer>{ 7 }.iterator(); Integer first = i.next(); return first + ' ' + i.hasNext();",
    '7 false',
  ],
  'T remove(Integer)': [
    ["List<Integer> l = new List<Integer>{ 5, 6, 7 }; Integer gone = l.remove(2); return gone + ' ' + l;", '7 (5, 6)'],
    ['new List<Integer>{ 5 }.remove(1)', '!System.ListException: List index out of bounds: 1'],
  ],
  'void set(Integer,T)': [
    ['List<Integer> l = new List<Integer>{ 5 }; l.set(0, 9); return l;', '(9)'],
    [
      'List<Integer> l = new List<Integer>(); l.set(0, 9); return l;',
      '!System.ListException: List index out of bounds: 0',
    ],
  ],
  'Integer size()': ['new List<Integer>{ 1, 2 }.size()', '2'],
  'void sort()': [
    [
      "List<String> l = new List<String>{ 'banana', 'Apple', null, 'cherry' }; l.sort(); return l;",
      '(null, Apple, banana, cherry)',
    ],
    ['List<Decimal> l = new List<Decimal>{ 2.5, 1.75, 10 }; l.sort(); return l;', '(1.75, 2.5, 10)'],
    ['List<Point> l = new List<Point>{ new Point(2, 1), new Point(1, 2) }; l.sort(); return l[0].x;', '1'],
    ['List<Color> l = new List<Color>{ Color.GREEN, Color.RED }; l.sort(); return l;', '(RED, GREEN)'],
  ],
  'void sort(Comparator<T>)': [
    'List<Point> l = new List<Point>{ new Point(1, 2), new Point(2, 1) }; l.sort(new ByY()); return l[0].x;',
    '2',
  ],
  'String toString()': [
    ["new List<String>{ 'a', null }.toString()", '(a, null)'],
    [
      'List<Integer> l = new List<Integer>(); for (Integer i = 0; i < 12; i++) { l.add(i); } return l.toString();',
      '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)',
    ],
  ],
});

const SET = rowsOf('Set', reference('apex_methods_system_set'), {
  'Boolean add(T)': [
    "Set<String> s = new Set<String>{ 'a' }; return s.add('a') + '' + s.add('b') + s;",
    'falsetrue{a, b}',
  ],
  'Boolean addAll(List<T>)': [
    "Set<Integer> s = new Set<Integer>{ 1 }; return s.addAll(new List<Integer>{ 1, 2 }) + '' + s.addAll(new List<Integer>{ 1 }) + s;",
    'truefalse{1, 2}',
  ],
  'Boolean addAll(Set<T>)': [
    "Set<Integer> s = new Set<Integer>{ 1 }; return s.addAll(new Set<Integer>{ 2 }) + '' + s;",
    'true{1, 2}',
  ],
  'void clear()': ['Set<Integer> s = new Set<Integer>{ 1 }; s.clear(); return s.size();', '0'],
  'Set<T> clone()': ['Set<Integer> s = new Set<Integer>{ 1 }; Set<Integer> c = s.clone(); c.add(2); return s;', '{1}'],
  'Boolean contains(T)': [
    "Set<String> s = new Set<String>{ 'a' }; return s.contains('a') + '' + s.contains('A');",
    'truefalse',
  ],
  'Boolean containsAll(List<T>)': ['new Set<Integer>{ 1, 2 }.containsAll(new List<Integer>{ 1 })', 'true'],
  'Boolean containsAll(Set<T>)': ['new Set<Integer>{ 1, 2 }.containsAll(new Set<Integer>{ 1, 3 })', 'false'],
  'Boolean equals(Object)': ['Object o = new Set<Integer>{ 1 }; return new Set<Integer>{ 1 }.equals(o);', 'true'],
  'Boolean equals(Set<T>)': ['new Set<Integer>{ 1, 2 }.equals(new Set<Integer>{ 2, 1 })', 'true'],
  'Integer hashCode()': ['new Set<Integer>{ 1, 2 }.hashCode() == new Set<Integer>{ 2, 1 }.hashCode()', 'true'],
  'Boolean isEmpty()': ["new Set<Integer>().isEmpty() + '' + new Set<Integer>{ 1 }.isEmpty()", 'truefalse'],
  'Iterator<T> iterator()': ['new Set<Integer>{ 4 }.iterator().next()', '4'],
  'Boolean remove(T)': ["Set<Integer> s = new Set<Integer>{ 1 }; return s.remove(1) + '' + s.remove(1);", 'truefalse'],
  'Boolean removeAll(List<T>)': [
    "Set<Integer> s = new Set<Integer>{ 1, 2, 3 }; return s.removeAll(new List<Integer>{ 1, 9 }) + '' + s;",
    'true{2, 3}',
  ],
  'Boolean removeAll(Set<T>)': [
    "Set<Integer> s = new Set<Integer>{ 1, 2 }; return s.removeAll(new Set<Integer>{ 9 }) + '' + s;",
    'false{1, 2}',
  ],
  'Boolean retainAll(List<T>)': [
    "Set<Integer> s = new Set<Integer>{ 1, 2, 3 }; return s.retainAll(new List<Integer>{ 1, 3 }) + '' + s;",
    'true{1, 3}',
  ],
  'Boolean retainAll(Set<T>)': [
    "Set<Integer> s = new Set<Integer>{ 1, 2 }; return s.retainAll(new Set<Integer>{ 1, 2 }) + '' + s;",
    'false{1, 2}',
  ],
  'Integer size()': ['new Set<Integer>{ 1, 1, 2 }.size()', '2'],
  'String toString()': ["new Set<String>{ 'b', 'a' }.toString()", '{b, a}'],
});

const MAP = rowsOf(
  'Map',
  reference('apex_methods_system_map'),
  {
    'void clear()': ['m.clear(); return m.size();', '0'],
    'Map<K,V> clone()': ["Map<String, Integer> c = m.clone(); c.put('z', 1); return m.size();", '2'],
    'Boolean containsKey(K)': ["m.containsKey('a') + '' + m.containsKey('A')", 'truefalse'],
    'Map<K,V> deepClone()': [
      "Map<Integer, Part__c> p = new Map<Integer, Part__c>{ 1 => new Part__c(Name = 'a') }; Map<Integer, Part__c> c = p.deepClone(); c.get(1).Name = 'b'; return p.get(1).Name;",
      'a',
    ],
    'Boolean equals(Object)': [
      "Object o = new Map<String, Integer>{ 'b' => 2, 'a' => 1 }; return m.equals(o);",
      'true',
    ],
    'Boolean equals(Map<K,V>)': ["m.equals(new Map<String, Integer>{ 'a' => 1, 'b' => 3 })", 'false'],
    'V get(K)': ["m.get('b') + ' ' + m.get('x')", '2 null'],
    'Schema.SObjectType getSObjectType()': [
      "new Map<Id, Part__c>().getSObjectType() + '' + m.getSObjectType()",
      'Part__cnull',
    ],
    'Integer hashCode()': ["m.hashCode() == new Map<String, Integer>{ 'b' => 2, 'a' => 1 }.hashCode()", 'true'],
    'Boolean isEmpty()': ["m.isEmpty() + '' + new Map<String, Integer>().isEmpty()", 'falsetrue'],
    'Set<K> keySet()': ['m.keySet()', '{a, b}'],
    'V put(K,V)': ["m.put('a', 9) + ' ' + m.put('n', 1) + m", '1 null{a=9, b=2, n=1}'],
    'void putAll(Map<K,V>)': ["m.putAll(new Map<String, Integer>{ 'b' => 5, 'c' => 3 }); return m;", '{a=1, b=5, c=3}'],
    'void putAll(List<SObject>)': [
      [
        "Part__c part = Parts.make('a'); Map<Id, Part__c> p = new Map<Id, Part__c>(); p.putAll(new List<Part__c>{ part }); return p.get(part.Id).Name;",
        'a',
      ],
      [
        'Map<Id, Part__c> p = new Map<Id, Part__c>(); p.putAll(new List<Part__c>{ new Part__c() }); return p;',
        '!System.ListException: Row with null Id at index: 0',
      ],
    ],
    'V remove(K)': ["m.remove('a') + ' ' + m.remove('x') + m", '1 null{b=2}'],
    'Integer size()': ['m.size()', '2'],
    'List<V> values()': ['m.values()', '(1, 2)'],
    'String toString()': ['m.toString()', '{a=1, b=2}'],
  },
  "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; ",
);

const INTERFACES: readonly LibraryRow[] = [
  ...rowsOf('Iterator', reference('apex_classes_iterable'), {
    'Boolean hasNext()': ['Iterator<Integer> i = new Countdown(); return i.hasNext();', 'true'],
    'T next()': [
      'Iterator<Integer> i = new List<Integer>().iterator(); return i.next();',
      '!System.NoSuchElementException: No more items',
    ],
    'abstract Boolean hasNext()': [
      'Iterator<Integer> i = new Countdown(); i.next(); i.next(); i.next(); return i.hasNext();',
      'false',
    ],
    'abstract T next()': ['Iterator<Integer> i = new Countdown(); return i.next() + i.next();', '5'],
  }),
  ...rowsOf('Iterable', reference('apex_classes_iterable'), {
    'Iterator<T> iterator()': ['Iterable<Integer> i = new List<Integer>{ 3 }; return i.iterator().next();', '3'],
    'abstract Iterator<T> iterator()': [
      'Integer sum = 0; for (Integer each : new Countdown()) { sum += each; } return sum;',
      '6',
    ],
  }),
  ...rowsOf('Comparable', reference('apex_comparable'), {
    'abstract Integer compareTo(Object)': [
      ['Comparable c = new Point(3, 0); return c.compareTo(new Point(1, 0));', '2'],
      [
        'List<Box> l = new List<Box>{ new Box(), new Box() }; l.sort(); return l;',
        '!System.ListException: One or more of the items in this list is not Comparable.',
      ],
    ],
  }),
  ...rowsOf('Comparator', reference('apex_interface_System_Comparator'), {
    'abstract Integer compare(T,T)': [
      'Comparator<Point> c = new ByY(); return c.compare(new Point(0, 5), new Point(0, 2));',
      '3',
    ],
  }),
  ...rowsOf('Callable', reference('apex_interface_System_Callable'), {
    'abstract Object call(String,Map<String,Object>)': [
      "((Callable) Type.forName('Caller').newInstance()).call('go', new Map<String, Object>{ 'n' => 1 })",
      'go{n=1}',
    ],
  }),
  ...rowsOf('Collator', reference('apex_class_System_Collator'), {
    'static Collator getInstance()': [
      "List<String> l = new List<String>{ 'b', 'B', 'a', 'Ä' }; l.sort(Collator.getInstance()); return l;",
      '(a, Ä, b, B)',
    ],
    'Integer compare(String,String)': [
      "Collator c = Collator.getInstance(); return c.compare('a', 'b') + ' ' + c.compare('a', 'a');",
      '-1 0',
    ],
  }),
];

export const COLLECTIONS: readonly LibraryRow[] = [...LIST, ...SET, ...MAP, ...INTERFACES];
