/** What does not compile, in the platform's words. */
export interface ErrorCase {
  readonly name: string;
  readonly apex: string;
  /** `line:column message`. */
  readonly expected: string;
}

const inClass = (body: string): string => `public class Bar { ${body} }`;

export const ERRORS: readonly ErrorCase[] = [
  { name: 'unknown variable', apex: 'System.debug(x);', expected: '1:14 Variable does not exist: x' },
  { name: 'unknown type', apex: 'Nope n;', expected: '1:1 Invalid type: Nope' },
  { name: 'unknown type argument', apex: 'List<Nope> n;', expected: '1:1 Invalid type: Nope' },
  {
    name: 'unknown method',
    apex: inClass("void go() { foo('a'); }"),
    expected: '1:32 Method does not exist or incorrect signature: void foo(String) from the type Bar',
  },
  {
    name: 'wrong argument type',
    apex: inClass("void go(Integer i) { go('a'); }"),
    expected: '1:41 Method does not exist or incorrect signature: void go(String) from the type Bar',
  },
  {
    name: 'unknown platform member',
    apex: "String s = 'a'; s.frobnicate(1);",
    expected: '1:19 String.frobnicate(Integer) is not supported by the local org',
  },
  {
    name: 'platform method with wrong arguments',
    apex: "String s = 'a'; s.length(1);",
    expected: '1:19 Method does not exist or incorrect signature: void length(Integer) from the type String',
  },
  {
    name: 'unknown field of a record',
    apex: 'Part__c p = new Part__c(); System.debug(p.Nope__c);',
    expected: '1:43 Field does not exist: Nope__c on Part__c',
  },
  {
    name: 'unknown field in a record constructor',
    apex: 'Part__c p = new Part__c(Nope__c = 1);',
    expected: '1:25 Field does not exist: Nope__c on Part__c',
  },
  {
    name: 'wrong type in a record constructor',
    apex: "Part__c p = new Part__c(Due__c = 'x');",
    expected: '1:34 Illegal assignment from String to Date',
  },
  { name: 'illegal assignment', apex: "Integer i = 'a';", expected: '1:13 Illegal assignment from String to Integer' },
  {
    name: 'decimal does not narrow',
    apex: 'Integer i = 1.5;',
    expected: '1:13 Illegal assignment from Decimal to Integer',
  },
  { name: 'long does not narrow', apex: 'Integer i = 1L;', expected: '1:13 Illegal assignment from Long to Integer' },
  {
    name: 'duplicate variable',
    apex: 'Integer i = 1; if (i == 1) { String I; }',
    expected: '1:37 Duplicate variable: I',
  },
  {
    name: 'missing return',
    apex: inClass('Integer go(Boolean b) { if (b) return 1; }'),
    expected: '1:61 Missing return statement required return type: Integer',
  },
  {
    name: 'missing return behind a loop without an end',
    apex: inClass('Integer go() { while (true) { return 1; } }'),
    expected: '1:62 Missing return statement required return type: Integer',
  },
  {
    name: 'void method returns a value',
    apex: inClass('void go() { return 1; }'),
    expected: '1:32 Void method must not return a value',
  },
  {
    name: 'unreachable statement',
    apex: inClass("Integer go() { return 1; System.debug('x'); }"),
    expected: '1:45 Unreachable statement',
  },
  {
    name: 'condition of another type',
    apex: "if ('a') System.debug(1);",
    expected: '1:5 Condition expression must be of type Boolean: String',
  },
  {
    name: 'incompatible comparison',
    apex: "System.debug(1 == 'a');",
    expected: '1:14 Comparison arguments must be compatible types: Integer, String',
  },
  { name: 'break outside of a loop', apex: 'break;', expected: '1:1 Break statement must be in loop' },
  {
    name: 'instance method from a static context',
    apex: inClass('void a() {} static void b() { a(); }'),
    expected: '1:50 Non static method cannot be referenced from a static context: void Bar.a()',
  },
  {
    name: 'this in a static context',
    apex: inClass('Integer n; static void b() { this.n = 1; }'),
    expected: '1:49 This cannot be referenced in a static context',
  },
  { name: 'unknown field in a query', apex: 'List<Part__c> l = [SELECT Nope__c FROM Part__c];', expected: '1:27 ' },
  { name: 'unknown object in a query', apex: 'SObject l = [SELECT Id FROM Nope__c];', expected: '1:29 ' },
  {
    name: 'unknown field in a query of several lines with binds and comments',
    apex: "String n = 'x';\nList<Part__c> l = [\n  SELECT Id // the id\n  FROM Part__c\n  WHERE Name = :(n + n) AND Name != '//' /* why */ AND\n    Nope__c = 1\n];",
    expected: '6:5 ',
  },
  {
    name: 'query of another object',
    apex: 'List<License__c> l = [SELECT Id FROM Part__c];',
    expected: '1:22 Illegal assignment from List<Part__c> to List<License__c>',
  },
  { name: 'dml of no record', apex: "insert 'a';", expected: '1:8 DML requires SObject or SObject list type: String' },
  {
    name: 'throw of no exception',
    apex: "throw 'a';",
    expected: '1:1 Throw expression must be of type exception: String',
  },
  {
    name: 'impossible cast',
    apex: "String s = 'a'; Date d = (Date) s;",
    expected: '1:26 Incompatible types since an instance of String is never an instance of Date',
  },
  { name: 'integer literal too large', apex: 'Integer i = 2147483648;', expected: '1:13 Illegal integer' },
  {
    name: 'abstract class constructed',
    apex: 'Bar b = new Bar();',
    expected: '1:13 Abstract classes cannot be constructed: Bar',
  },
  {
    name: 'constructor that does not exist',
    apex: 'Gap g = new Gap(1);',
    expected: '1:13 Constructor not defined: [Gap].<Constructor>(Integer)',
  },
  {
    name: 'private member of another class',
    apex: 'Gap.hidden();',
    expected: '1:5 Method is not visible: void Gap.hidden()',
  },
  {
    name: 'private field of another class',
    apex: 'System.debug(Gap.secret);',
    expected: '1:18 Variable is not visible: secret',
  },
  {
    name: 'final field assigned',
    apex: 'Gap.FIXED = 2;',
    expected: '1:5 Final members can only be assigned in their declaration, init blocks, or constructors: FIXED',
  },
  { name: 'expression as a statement', apex: '1 + 1;', expected: '1:1 Expression cannot be a statement.' },
  { name: 'missing semicolon', apex: 'Integer i = 1', expected: "1:14 Unexpected token '<EOF>'." },
  {
    name: 'label that does not exist',
    apex: 'System.debug(Label.Nope);',
    expected: '1:20 External string does not exist: Nope',
  },
  { name: 'reserved identifier', apex: 'Integer package = 1;', expected: '1:9 Identifier name is reserved: package' },
  {
    name: 'interface not implemented',
    apex: inClass('public class In implements Queueable { }'),
    expected: '1:27 Class Bar.In must implement the method: void Queueable.execute(QueueableContext)',
  },
  {
    name: 'override without the keyword',
    apex: inClass(
      'public virtual class A { public virtual void go() {} } public class B extends A { public void go() {} }',
    ),
    expected: '1:114 Method must use the override keyword: void Bar.B.go()',
  },
  {
    name: 'static method in an inner class',
    apex: inClass('class In { static void go() {} }'),
    expected: '1:38 static can only be used on methods of a top level type',
  },
];

/** Classes beside every row. */
export const BESIDE: readonly string[] = [
  'public class Gap { private static Integer secret; public static final Integer FIXED = 1; private static void hidden() {} }',
];
