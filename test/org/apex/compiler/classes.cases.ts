/** Classes: members, inheritance, statics, overloads. */
import type { RunCase } from './statements.cases.ts';

export const CLASSES: readonly RunCase[] = [
  {
    name: 'virtual, override, super and abstract',
    classes: [
      "public abstract class Shape { public abstract Integer area(); public virtual String name() { return 'shape'; } public String text() { return name() + area(); } }",
      "public class Square extends Shape { private Integer side; public Square(Integer side) { this.side = side; } public override Integer area() { return side * side; } public override String name() { return 'square/' + super.name() + '='; } }",
    ],
    apex: 'Shape s = new Square(3); System.debug(s.text());',
    expected: 'square/shape=9',
  },
  {
    name: 'fields of a subclass are initialised before the constructor of its superclass runs',
    classes: [
      "public virtual class Base { public Base(String s) { System.debug('base ' + s); } public Base() { this('none'); } }",
      "public class Child extends Base { Integer n = Trace.log('field'); { System.debug('block'); } public Child() { super('given'); System.debug('body ' + n); } }",
      'public class Trace { public static Integer log(String s) { System.debug(s); return 4; } }',
    ],
    apex: 'new Child();',
    expected: 'field|block|base given|body 4',
  },
  {
    name: 'interfaces of user code',
    classes: [
      'public interface Step { Boolean run(Integer n); }',
      'public class Odd implements Step { public Boolean run(Integer n) { return (n & 1) == 1; } }',
    ],
    apex: 'List<Step> steps = new List<Step>{ new Odd() }; System.debug(steps[0].run(3));',
    expected: 'true',
  },
  {
    name: 'overloads by nearest type',
    classes: [
      "public class Over { public static String of(Object o) { return 'object'; } public static String of(String s) { return 'string'; } public static String of(Long l) { return 'long'; } public static String of(Decimal d) { return 'decimal'; } public static String of(List<SObject> l) { return 'list'; } }",
    ],
    apex: "System.debug(Over.of('a')); System.debug(Over.of(1)); System.debug(Over.of(1.5)); System.debug(Over.of(true)); System.debug(Over.of(new List<Part__c>()));",
    expected: 'string|long|decimal|object|list',
  },
  {
    name: 'properties with accessors',
    classes: [
      "public class Temp { public Integer degrees { get { return degrees == null ? 0 : degrees; } set { degrees = value * 2; } } public String label { get; private set; } public static Integer made { get { if (made == null) made = 1; return made; } private set; } public Temp() { label = 'l'; } }",
    ],
    apex: 'Temp t = new Temp(); System.debug(t.degrees); t.degrees = 4; t.degrees += 1; System.debug(t.degrees); System.debug(t.label); System.debug(Temp.made);',
    expected: '0|18|l|1',
  },
  {
    name: 'static initialisers in declaration order',
    classes: [
      "public class Order { static Integer a = 1; static { a = a + 1; System.debug('init'); } static Integer b = a * 10; public static Integer sum() { return a + b; } }",
    ],
    apex: "System.debug('before'); System.debug(Order.sum()); System.debug(Order.sum());",
    expected: 'before|init|22|22',
  },
  {
    name: 'inner classes see outer statics',
    classes: [
      'public class Outer { private static Integer secret = 5; public class Inner { public Integer read() { return secret + hidden(); } } private static Integer hidden() { return 1; } }',
    ],
    apex: 'System.debug(new Outer.Inner().read());',
    expected: '6',
  },
  {
    name: 'inner class extends a later one',
    classes: [
      "public class Zoo { public class Cat extends Pet { public override String say() { return 'miau'; } } public virtual class Pet { public virtual String say() { return '?'; } } }",
    ],
    apex: 'Zoo.Pet p = new Zoo.Cat(); System.debug(p.say());',
    expected: 'miau',
  },
  {
    name: 'locals hide fields, this reaches them',
    classes: ['public class Hide { Integer n = 1; public Integer go(Integer n) { this.n = n; return this.n + n; } }'],
    apex: 'System.debug(new Hide().go(4));',
    expected: '8',
  },
  {
    name: 'classes refer to each other in circles',
    classes: [
      'public class Ping { public static Integer go(Integer n) { return n == 0 ? 0 : Pong.go(n - 1); } }',
      'public class Pong { public static Integer go(Integer n) { return n == 0 ? 1 : Ping.go(n - 1); } }',
    ],
    apex: 'System.debug(Ping.go(5));',
    expected: '1',
  },
  {
    name: 'iterables of user code in a for loop',
    classes: [
      'public class Range implements Iterable<Integer> { Integer most; public Range(Integer most) { this.most = most; } public Iterator<Integer> iterator() { return new Walk(most); } public class Walk implements Iterator<Integer> { Integer at = 0; Integer most; public Walk(Integer most) { this.most = most; } public Boolean hasNext() { return at < most; } public Integer next() { return at++; } } }',
    ],
    apex: 'for (Integer i : new Range(3)) System.debug(i);',
    expected: '0|1|2',
  },
  {
    name: 'platform interfaces',
    classes: ['public class Job implements Queueable { public void execute(QueueableContext c) { } }'],
    apex: 'System.debug(System.enqueueJob(new Job()));',
    expected: 'queued Job|null',
  },
  {
    name: 'sharing keywords reach queries through callers',
    classes: [
      'public with sharing class With1 { public static Boolean ask() { return None1.ask(); } public static Boolean through() { return Without1.ask(); } }',
      'public without sharing class Without1 { public static Boolean ask() { return System.isSharing(); } public static Boolean inner() { return Inherited1.ask(); } }',
      'public class None1 { public static Boolean ask() { return System.isSharing(); } }',
      'public inherited sharing class Inherited1 { public static Boolean ask() { return System.isSharing(); } }',
    ],
    apex: 'System.debug(With1.ask()); System.debug(With1.through()); System.debug(Without1.inner()); System.debug(Inherited1.ask());',
    expected: 'true|false|false|true',
  },
  {
    name: 'future methods are queued',
    classes: ['public class Later { @future public static void go(Integer n) { System.debug(n); } }'],
    apex: "Later.go(3); System.debug('end');",
    expected: 'end',
  },
  {
    name: 'built-in exception constructors run field initialisers',
    classes: [
      'public virtual class CodeException extends Exception { public Integer code = 4; public CodeException(Integer code, String text) { this(text); this.code += code; } }',
      'public class SubException extends CodeException { public Integer more = 9; }',
    ],
    apex: "CodeException e = new CodeException(3, 'x'); System.debug(e.code + e.getMessage()); SubException s = new SubException('y'); System.debug(s.code + s.more + s.getMessage()); System.debug(new CodeException('z').code);",
    expected: '7x|13y|4',
  },
  {
    name: 'a final property sets itself in its own accessor',
    classes: [
      'public class Once { public static final List<Integer> MADE { get { if (MADE == null) { MADE = new List<Integer>{ 4 }; } return MADE; } private set; } }',
    ],
    apex: 'System.debug(Once.MADE.size());',
    expected: '1',
  },
  {
    name: 'a subclass constructor sets an inherited final field',
    classes: [
      'public virtual class Base { protected final Integer size; public Base() { } public Integer size() { return size; } }',
      'public class Sub extends Base { public Sub() { this.size = 7; } }',
    ],
    apex: 'System.debug(new Sub().size());',
    expected: '7',
  },
  {
    name: 'what implements an interface method may return a subtype',
    classes: [
      'public interface Log { Log add(String text); }',
      'public class ListLog implements Log { private Integer n = 0; public ListLog add(String text) { n++; return this; } public Integer count() { return n; } }',
    ],
    apex: "Log l = new ListLog(); l.add('a'); System.debug(new ListLog().add('b').add('c').count()); System.debug(l instanceof ListLog);",
    expected: '2|true',
  },
  {
    name: 'a static method may stand for a method of a platform interface',
    classes: [
      "public class Job implements Queueable { public static void execute(QueueableContext context) { System.debug('ran'); } }",
    ],
    apex: 'Queueable q = new Job(); q.execute(null);',
    expected: 'ran',
  },
  {
    name: 'every object can be cloned, one level deep',
    classes: ['public class Pair { public Integer a; public List<Integer> b = new List<Integer>(); }'],
    apex: 'Pair p = new Pair(); p.a = 1; Pair q = (Pair) p.clone(); q.a = 2; q.b.add(9); System.debug(p.a); System.debug(q.a); System.debug(p.b.size());',
    expected: '1|2|1',
  },
  {
    name: 'inner types are inherited from a class declared later',
    classes: [
      'public class Adder extends Maker { public Kind kind = Kind.BIG; public String told() { return kind.name(); } }',
      'public virtual class Maker { public enum Kind { SMALL, BIG } }',
    ],
    apex: 'System.debug(new Adder().told());',
    expected: 'BIG',
  },
  {
    name: 'an object with equals and no hashCode equals no other in a set',
    classes: ['public class Key { public Boolean equals(Object other) { return other instanceof Key; } }'],
    apex: 'Set<Key> keys = new Set<Key>{ new Key(), new Key() }; System.debug(keys.size()); System.debug(new Key() == new Key());',
    expected: '2|true',
  },
];
