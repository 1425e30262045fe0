/** One deliberate error each, in a small project of its own, and where the compiler must report it. */
export interface SeededError {
  readonly name: string;
  /** Files beside the project's objects and labels, by path below the package directory. */
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
  readonly message: RegExp;
  readonly namespace?: string;
}

const SAMPLE = 'classes/Sample.cls';

function row(name: string, lines: readonly string[], line: number, message: RegExp): SeededError {
  return { name, files: { [SAMPLE]: lines.join('\n') }, file: SAMPLE, line, message };
}

/** Statements in a method that returns nothing; the first stands in line 3. */
function inMethod(name: string, statements: readonly string[], line: number, message: RegExp): SeededError {
  return row(name, ['public class Sample {', '  void run() {', ...statements, '  }', '}'], line, message);
}

/** Members of a class; the first stands in line 2. */
function inClass(name: string, members: readonly string[], line: number, message: RegExp): SeededError {
  return row(name, ['public class Sample {', ...members, '}'], line, message);
}

/** A trigger on Thing__c. */
function inTrigger(name: string, lines: readonly string[], line: number, message: RegExp): SeededError {
  const file = 'triggers/ThingTrigger.trigger';
  return { name, files: { [file]: lines.join('\n') }, file, line, message };
}

const TEXT: readonly SeededError[] = [
  inMethod('a broken statement', ['Integer one = ;'], 3, /Unexpected token/),
  inMethod('a semicolon that is missing', ['Integer one = 1', 'Integer two = 2;'], 4, /Missing ';'|Unexpected token/),
  inMethod('a bracket that is missing', ['if (true {', '}'], 3, /Missing '\)'|Unexpected token|Expecting/),
  inMethod('an open string', ["String one = 'a;"], 3, /Line breaks|closing|Illegal string/),
  inMethod('a wrong escape', ["String one = '\\q';"], 3, /Illegal character sequence|Illegal string/),
  inMethod('a reserved name', ['Integer bulk = 1;'], 3, /Unexpected token 'bulk'|reserved/),
  inMethod('another reserved name', ['String package = null;'], 3, /Unexpected token 'package'|reserved/),
  inMethod('an integer out of range', ['Integer one = -2147483648;'], 3, /Illegal integer/),
  inMethod('a keyword of another language', ['var one = 1;'], 3, /Invalid type: var/),
  inMethod('a statement that does nothing', ['1 + 1;'], 3, /cannot be a statement|Unexpected token/),
];

const NAMES: readonly SeededError[] = [
  inMethod('an unknown type', ['Nope one = null;'], 3, /Invalid type: Nope/),
  inMethod('an unknown variable', ['Integer one = two;'], 3, /Variable does not exist: two/),
  inMethod('an unknown method of the class', ['nope();'], 3, /Method does not exist.*nope/),
  inMethod('an unknown method of the platform', ["'a'.nope();"], 3, /Method does not exist.*nope/),
  inMethod('a misspelt static method', ['Datetime one = Datetime.nowGMT();'], 3, /Method does not exist.*nowGMT/i),
  inMethod('an unknown method of a result', ['new Http().sendRequest(null);'], 3, /Method does not exist.*sendRequest/),
  inMethod(
    'wrong arguments for the class',
    ['add(1);', '}', 'void add(String one) {'],
    3,
    /incorrect signature.*add\(Integer\)/,
  ),
  inMethod('wrong arguments for the platform', ["Database.insert('a');"], 3, /incorrect signature.*insert\(String\)/),
  inMethod('too many arguments', ['Assert.isTrue(true, true, true);'], 3, /incorrect signature.*isTrue/),
  inMethod('an unknown constructor', ["HttpRequest one = new HttpRequest('a');"], 3, /Constructor not defined/),
  inMethod(
    'an unknown constant of an enum',
    ['LoggingLevel one = LoggingLevel.LOUD;'],
    3,
    /Variable does not exist: .*LOUD/,
  ),
  inMethod('an unknown label', ['String one = Label.Goodbye;'], 3, /does not exist: .*Goodbye/),
  inMethod('an unknown label of the system', ['String one = System.Label.Goodbye;'], 3, /does not exist: .*Goodbye/),
  inMethod('an unknown page', ['PageReference one = Page.Nope;'], 3, /does not exist: .*Nope/),
  inMethod('an unknown flow', ['new Flow.Interview.Nope(new Map<String, Object>());'], 3, /Invalid type: .*Nope/),
  inMethod(
    'an unknown exception',
    ['try { run(); } catch (NopeException error) { run(); }'],
    3,
    /Invalid type: NopeException/,
  ),
  inMethod('a duplicate variable', ['Integer one = 1;', 'String one = null;'], 4, /Duplicate (variable|field): one/),
  inClass('a duplicate field', ['Integer one;', 'String one;'], 3, /Duplicate field: one/),
  inClass('a duplicate method', ['void one() { }', 'void one() { }'], 3, /Method already defined: one/),
  inClass('a duplicate inner class', ['class One { }', 'class One { }'], 3, /already in use|Duplicate/),
];

const OBJECTS: readonly SeededError[] = [
  inMethod('an unknown object', ['Nope__c one = new Nope__c();'], 3, /Invalid type: Nope__c/),
  inMethod('an unknown object in a list', ['List<Nope__c> one = null;'], 3, /Invalid type: .*Nope__c/),
  inMethod(
    'an unknown field',
    ['Thing__c one = new Thing__c();', "one.Nope__c = 'a';"],
    4,
    /does not exist: .*Nope__c/,
  ),
  inMethod('an unknown standard field', ['Account one = new Account(Nope = 1);'], 3, /does not exist: .*Nope/),
  inMethod(
    'an unknown parent',
    ['Thing__c one = null;', 'String two = one.Nope__r.Name;'],
    4,
    /does not exist: .*Nope__r/,
  ),
  inMethod('an unknown token', ['SObjectField one = Thing__c.Nope__c;'], 3, /does not exist: .*Nope__c/),
  inMethod(
    'an unknown described field',
    ['String one = Schema.SObjectType.Thing__c.fields.Nope__c.getName();'],
    3,
    /does not exist: .*Nope__c/,
  ),
  inMethod(
    'a wrong type in a record',
    ["Thing__c one = new Thing__c(Due__c = 'soon');"],
    3,
    /Illegal assignment from String to Date/,
  ),
  inMethod(
    'a wrong type in a field',
    ['Thing__c one = null;', 'Integer two = one.Due__c;'],
    4,
    /Illegal assignment from Date to Integer/,
  ),
  inMethod(
    'a wrong type of a formula',
    ['Thing__c one = null;', 'Date two = one.Is_Late__c;'],
    4,
    /from Boolean to Date/,
  ),
  inMethod(
    'a wrong type of a summary',
    ['Account one = null;', 'String two = one.Latest__c;'],
    4,
    /from Date to String/,
  ),
  inMethod(
    'a wrong parent',
    ['Thing__c one = null;', 'Contact two = one.Account__r;'],
    4,
    /Illegal assignment from Account to Contact/,
  ),
  inMethod(
    'a wrong child list',
    ['Account one = null;', 'List<Contact> two = one.Things__r;'],
    4,
    /Illegal assignment from List<Thing__c>/,
  ),
  inMethod(
    'a field twice in a record',
    ["Account one = new Account(Name = 'a', Name = 'b');"],
    3,
    /Duplicate field init/,
  ),
  inMethod('a field that the event lacks', ['Happened__e one = new Happened__e(Name = 1);'], 3, /does not exist: Name/),
  inMethod('a wrong query result', ['Contact one = [SELECT Id FROM Account];'], 3, /Illegal assignment from .*Account/),
  inMethod(
    'a record with positional values',
    ["Account one = new Account('a');"],
    3,
    /name=value|Constructor not defined/,
  ),
  inMethod('DML of a text', ["insert 'a';"], 3, /DML requires SObject/),
  inMethod(
    'a switch over an unknown object',
    ['SObject one = null;', 'switch on one {', 'when Nope__c two { return; }', '}'],
    5,
    /Invalid type: Nope__c/,
  ),
];

const TYPES: readonly SeededError[] = [
  inMethod('a wrong type', ["Integer one = 'a';"], 3, /Illegal assignment from String to Integer/),
  inMethod('a decimal in an integer', ['Integer one = 1.5;'], 3, /Illegal assignment from Decimal to Integer/),
  inMethod('nothing assigned', ['Integer one = run();'], 3, /Illegal assignment from void|type void/),
  inMethod('a wrong element', ["List<Integer> one = new List<Integer>{ 'a' };"], 3, /incorrect type|Illegal/),
  inMethod(
    'a list of another type',
    ['List<String> one = new List<Integer>();'],
    3,
    /Illegal assignment from List<Integer>/,
  ),
  inMethod('a wrong key', ['Map<Id, String> one = new Map<Integer, String>();'], 3, /Illegal assignment from Map/),
  inMethod('a wrong argument of a generic', ["new Set<Integer>().add('a');"], 3, /incorrect signature.*add/),
  inMethod('a condition that is none', ['if (1) { return; }'], 3, /Condition expression must be of type Boolean/),
  inMethod('a sum of booleans', ['Integer one = true + 1;'], 3, /Arithmetic|Illegal|Incompatible/),
  inMethod('an impossible comparison', ["Boolean one = 1 == 'a';"], 3, /Comparison arguments must be compatible/),
  inMethod('an impossible cast', ['Object one = (Account) new Contact();'], 3, /Incompatible types/),
  inMethod(
    'an instanceof that is always so',
    ['Account one = null;', 'Boolean two = one instanceof Account;'],
    4,
    /instanceof is always true/,
  ),
  inMethod('a loop over a number', ['for (Integer one : 5) { run(); }'], 3, /Loop must iterate over collection/),
  inMethod(
    'a loop with a wrong variable',
    ['for (Integer one : new List<String>()) { run(); }'],
    3,
    /loop variable type|Illegal assignment/,
  ),
  inMethod('a ternary of two types', ["Object one = true ? 1 : 'a';"], 3, /Incompatible types in ternary/),
  inMethod('a thrown text', ["throw 'a';"], 3, /Throw expression must be of type exception/),
  inMethod(
    'a caught text',
    ['try { run(); } catch (String error) { run(); }'],
    3,
    /Catch block variable must be of type exception/,
  ),
  inMethod('a negated text', ["Boolean one = !'a';"], 3, /boolean/i),
  inMethod('an increment of a text', ["String one = 'a';", 'one++;'], 4, /increment/),
  inMethod(
    'a switch over a number type that has none',
    ['switch on 1.5 {', 'when else { return; }', '}'],
    3,
    /not a valid switch expression type/,
  ),
  inMethod(
    'a value twice in a switch',
    ['switch on 1 {', 'when 1 { return; }', 'when 1 { return; }', '}'],
    3,
    /more than one when/,
  ),
  inMethod(
    'a switch with else in the middle',
    ['switch on 1 {', 'when else { return; }', 'when 1 { return; }', '}'],
    3,
    /last|Unexpected token/,
  ),
  inMethod(
    'a wrong comparator',
    ['new List<Integer>().sort(new Sample());'],
    3,
    /incorrect signature.*sort|Comparator/,
  ),
  inMethod(
    'a type parameter too many',
    ['List<String, String> one = null;'],
    3,
    /Invalid type argument count|Invalid parameterized/,
  ),
];

const FLOW: readonly SeededError[] = [
  inMethod('a statement after return', ['return;', 'Integer one = 1;'], 4, /Unreachable statement/),
  inMethod('a statement after throw', ['throw new DmlException();', 'run();'], 4, /Unreachable statement/),
  inMethod('a break outside of a loop', ['break;'], 3, /Break statement must be in loop/),
  inMethod('a continue outside of a loop', ['continue;'], 3, /Continue statement must be in loop/),
  inMethod('a value from nothing', ['return 1;'], 3, /Void method must not return a value/),
  inMethod('a try alone', ['try { run(); }'], 3, /at least one catch block|Unexpected|Missing/),
  inMethod(
    'an exception that is caught already',
    ['try { run(); } catch (Exception one) { run(); }', 'catch (DmlException two) { run(); }'],
    4,
    /already caught/,
  ),
  inClass('a result that is missing', ['Integer one() {', '}'], 2, /Missing return statement/),
  inClass(
    'a result that is missing on one way',
    ['Integer one(Boolean two) {', 'if (two) { return 1; }', '}'],
    2,
    /Missing return statement/,
  ),
  inClass(
    'a final field that changes',
    ['final Integer one = 1;', 'void two() {', 'one = 2;', '}'],
    4,
    /Final members can only be assigned/,
  ),
  inClass(
    'a final static field that changes',
    ['static final Integer ONE = 1;', 'static void two() {', 'ONE = 2;', '}'],
    4,
    /Final members can only be assigned/,
  ),
  inClass(
    'this from a static method',
    ['Integer one;', 'static void two() {', 'this.one = 1;', '}'],
    4,
    /This cannot be referenced/i,
  ),
  inClass(
    'a field from a static method',
    ['Integer one;', 'static void two() {', 'one = 1;', '}'],
    4,
    /Variable does not exist: one/,
  ),
  inClass(
    'a method from a static one',
    ['void one() { }', 'static void two() {', 'one();', '}'],
    4,
    /Non static method/,
  ),
  inClass(
    'a constructor call that is not first',
    ['Sample(Integer one) { }', 'Sample() {', 'Integer two = 1;', 'this(two);', '}'],
    5,
    /must be the first statement/,
  ),
];

const CLASSES: readonly SeededError[] = [
  inClass(
    'an abstract method that nobody implements',
    ['abstract class One {', 'public abstract void run();', '}', 'class Two extends One {', '}'],
    3,
    /must implement the abstract method/,
  ),
  inClass(
    'an abstract class that is constructed',
    ['abstract class One { }', 'void run() {', 'new One();', '}'],
    4,
    /Abstract classes cannot be constructed/,
  ),
  inClass(
    'an abstract method with a body',
    ['abstract class One {', 'public abstract void run() { }', '}'],
    3,
    /Abstract methods cannot have a body/,
  ),
  inClass('a method without a body', ['void run();'], 2, /Method must have a body/),
  inClass(
    'an interface that is not implemented',
    ['interface One { void run(); }', 'class Two implements One {', '}'],
    3,
    /must implement the method/,
  ),
  inClass(
    'a platform interface that is not implemented',
    ['class One implements Queueable {', '}'],
    2,
    /must implement the method.*execute/,
  ),
  inClass(
    'a schedulable with a wrong argument',
    ['class One implements Schedulable {', 'public void execute(QueueableContext context) { }', '}'],
    2,
    /must implement the method.*execute/,
  ),
  inClass(
    'an implementation that is not public',
    ['public interface One { void run(); }', 'public class Two implements One {', 'void run() { }', '}'],
    3,
    /must be global or public/,
  ),
  inClass(
    'an override without its keyword',
    ['virtual class One { public virtual void run() { } }', 'class Two extends One {', 'public void run() { }', '}'],
    4,
    /must use the override keyword/,
  ),
  inClass(
    'an override of nothing',
    ['class One {', 'public override void run() { }', '}'],
    3,
    /@Override specified for non-overriding/,
  ),
  inClass(
    'an override of a method that is not virtual',
    ['virtual class One { public void run() { } }', 'class Two extends One {', 'public override void run() { }', '}'],
    4,
    /Non-virtual/,
  ),
  inClass(
    'an override that hides',
    [
      'virtual class One { public virtual void run() { } }',
      'class Two extends One {',
      'private override void run() { }',
      '}',
    ],
    4,
    /Cannot reduce the visibility|override/,
  ),
  inClass(
    'an override with another result',
    [
      'virtual class One { public virtual Integer run() { return 1; } }',
      'class Two extends One {',
      "public override String run() { return ''; }",
      '}',
    ],
    4,
    /return types clash|override/,
  ),
  inClass(
    'a class that extends a closed one',
    ['class One { }', 'class Two extends One { }'],
    3,
    /Non-virtual and non-abstract type cannot be extended/,
  ),
  inClass(
    'a class that extends an interface',
    ['interface One { }', 'class Two extends One { }'],
    3,
    /Invalid (super type|class)/,
  ),
  inClass(
    'a class that implements a class',
    ['virtual class One { }', 'class Two implements One { }'],
    3,
    /Invalid interface/,
  ),
  inClass(
    'a class that extends itself',
    ['virtual class One extends Two { }', 'virtual class Two extends One { }'],
    2,
    /Circular definition/,
  ),
  inClass(
    'a static method in an inner class',
    ['class One {', 'static void run() { }', '}'],
    3,
    /can only be used on .*top level|static/i,
  ),
  inClass('a class in an inner class', ['class One {', 'class Two { }', '}'], 3, /Inner types are not allowed/),
  inClass(
    'a parent without its constructor',
    ['virtual class One { public One(Integer two) { } }', 'class Three extends One {', 'public Three() { }', '}'],
    4,
    /No default constructor/,
  ),
  inClass('a constructor with another name', ['Nope() { }'], 2, /Invalid constructor name/),
  inClass('two scopes', ['public private Integer one;'], 2, /only have one scope|Unexpected/),
  inClass('a modifier twice', ['static static Integer one;'], 2, /Duplicate modifier/),
  inClass('a parameter of type void', ['void run(void one) { }'], 2, /void/),
  inClass(
    'an exception with a wrong name',
    ['class Broken extends Exception { }'],
    2,
    /must have a name ending in Exception/,
  ),
  inClass(
    'a property without its setter',
    ['Integer one { get; private set; }', 'Integer two { get { return 1; } }', 'void run() {', 'two = 1;', '}'],
    5,
    /cannot be (stored|assigned)|not visible/i,
  ),
  inClass('an enum with a value twice', ['enum One { A, A }'], 2, /Duplicate/),
  inClass('an enum as a number', ['enum One { A }', 'Integer two = One.A;'], 3, /Illegal assignment/),
  row('a top-level class without a scope', ['class Sample {', '}'], 1, /must have public or global visibility/),
  row('a private top-level class', ['private class Sample {', '}'], 1, /visibility|can only be used|not allowed/),
];

const OTHER_CLASS = {
  'classes/Other.cls':
    'public class Other {\n  private void hidden() { }\n  @TestVisible\n  private void seen() { }\n  protected Integer size;\n  private class Hidden { }\n}',
};

function besideOther(name: string, head: string, statement: string, message: RegExp): SeededError {
  const text = [head, 'void run() {', statement, '}', '}'].join('\n');
  return { name, files: { ...OTHER_CLASS, [SAMPLE]: text }, file: SAMPLE, line: 3, message };
}

const VISIBILITY: readonly SeededError[] = [
  besideOther('a private method', 'public class Sample {', 'new Other().hidden();', /not visible/),
  besideOther('a private field', 'public class Sample {', 'new Other().size = 1;', /not visible/),
  besideOther('a private class', 'public class Sample {', 'Other.Hidden one = null;', /not visible/),
  besideOther('a method that only tests see', 'public class Sample {', 'new Other().seen();', /not visible/),
  besideOther('a private method in a test', '@IsTest\nprivate class Sample {', 'new Other().hidden();', /not visible/),
].map((each) => (each.name.endsWith('test') ? { ...each, line: 4 } : each));

const ANNOTATIONS: readonly SeededError[] = [
  inClass('an unknown annotation', ['@Nope', 'void run() { }'], 2, /Annotation does not exist/),
  inClass(
    'an unknown property of an annotation',
    ['@AuraEnabled(cachable=true)', 'public static void run() { }'],
    2,
    /No such property/,
  ),
  inClass('an annotation on the wrong thing', ['@Future', 'Integer one;'], 3, /not allowed/),
  inClass('a future method that is not static', ['@Future', 'void run() { }'], 3, /must be declared as/),
  inClass(
    'a future method with a result',
    ['@Future', 'static Integer run() { return 1; }'],
    3,
    /do not support return type/,
  ),
  inClass(
    'a future method with a record',
    ['@Future', 'static void run(Account one) { }'],
    3,
    /do not support parameter type/,
  ),
  inClass(
    'an invocable method without a list',
    ['@InvocableMethod', 'public static void run(Integer one) { }'],
    3,
    /list types|parameter/i,
  ),
  inClass(
    'two invocable methods',
    [
      '@InvocableMethod',
      'public static void one(List<Id> a) { }',
      '@InvocableMethod',
      'public static void two(List<Id> a) { }',
    ],
    1,
    /Only one method/,
  ),
  inClass(
    'an AuraEnabled method with parameters that is not static',
    ['@AuraEnabled', 'public Integer getOne(Integer two) { return two; }'],
    3,
    /may not have parameters/,
  ),
  row(
    'a test method with a parameter',
    ['@IsTest', 'private class Sample {', '@IsTest', 'static void run(Integer one) { }', '}'],
    4,
    /must have no arguments/,
  ),
  row(
    'a test method that is not static',
    ['@IsTest', 'private class Sample {', '@IsTest', 'void run() { }', '}'],
    4,
    /must be declared as static|static/,
  ),
  row(
    'a test outside of a test class',
    ['public class Sample {', '@TestSetup', 'static void run() { }', '}'],
    3,
    /isTest|test/i,
  ),
  row(
    'a REST resource without a slash',
    ["@RestResource(urlMapping='things')", 'global class Sample {', '}'],
    2,
    /slash/,
  ),
  row(
    'a REST method that is not static',
    ["@RestResource(urlMapping='/things')", 'global class Sample {', '@HttpGet', 'global void run() { }', '}'],
    4,
    /static/,
  ),
  row('a global method in a public class', ['public class Sample {', 'global void run() { }', '}'], 2, /global/i),
  row(
    'a web service in a public class',
    ['public class Sample {', 'webservice static void run() { }', '}'],
    2,
    /global/i,
  ),
];

const TRIGGERS: readonly SeededError[] = [
  inTrigger(
    'a wrong type in a trigger',
    ['trigger ThingTrigger on Thing__c (before insert) {', "Integer one = 'a';", '}'],
    2,
    /Illegal assignment/,
  ),
  inTrigger(
    'an unknown object of a trigger',
    ['trigger ThingTrigger on Nope__c (before insert) {', '}'],
    1,
    /Invalid type: Schema.Nope__c/,
  ),
  inTrigger(
    'a trigger on a class',
    ['trigger ThingTrigger on String (before insert) {', '}'],
    1,
    /Invalid type: Schema.String/,
  ),
  inTrigger(
    'an event twice',
    ['trigger ThingTrigger on Thing__c (before insert, before insert) {', '}'],
    1,
    /Duplicate Trigger Usage/,
  ),
  inTrigger(
    'an unknown event',
    ['trigger ThingTrigger on Thing__c (during insert) {', '}'],
    1,
    /Unexpected token|Expecting/,
  ),
  inTrigger(
    'before undelete',
    ['trigger ThingTrigger on Thing__c (before undelete) {', '}'],
    1,
    /Undelete is not supported/,
  ),
  inTrigger(
    'a platform event before insert',
    ['trigger ThingTrigger on Happened__e (before insert) {', '}'],
    1,
    /only supports after insert/,
  ),
  inTrigger(
    'a trigger on custom metadata',
    ['trigger ThingTrigger on Rule__mdt (before insert) {', '}'],
    1,
    /does not allow triggers/,
  ),
  inTrigger(
    'a result in a trigger',
    ['trigger ThingTrigger on Thing__c (before insert) {', 'return 1;', '}'],
    2,
    /must not return a value/,
  ),
  inTrigger(
    'a wrong row of a trigger',
    ['trigger ThingTrigger on Thing__c (before insert) {', 'for (Account one : Trigger.new) { one.Name = null; }', '}'],
    2,
    /loop variable|Illegal|must be/i,
  ),
  inTrigger(
    'an unknown member of Trigger',
    ['trigger ThingTrigger on Thing__c (before insert) {', 'Object one = Trigger.nope;', '}'],
    2,
    /does not exist: .*nope/,
  ),
];

const PROJECTS: readonly SeededError[] = [
  {
    name: 'one class in two files',
    files: { [SAMPLE]: 'public class Sample {\n}', 'more/classes/Sample2.cls': 'public class Sample {\n}' },
    file: 'more/classes/Sample2.cls',
    line: 1,
    message: /already in use/,
  },
  {
    name: 'a class of another namespace',
    files: { [SAMPLE]: 'public class Sample {\n  other.Thing one;\n}' },
    file: SAMPLE,
    line: 2,
    message: /Invalid type: other.Thing/,
    namespace: 'acme',
  },
  {
    name: 'an error in a project with a namespace',
    files: {
      [SAMPLE]:
        "public class Sample {\n  acme__Thing__c one = new acme__Thing__c(Due__c = 'a');\n  acme__Nope__c two;\n}",
    },
    file: SAMPLE,
    line: 3,
    message: /Invalid type: acme__Nope__c/,
    namespace: 'acme',
  },
];

export const SEEDED_ERRORS: readonly SeededError[] = [
  ...TEXT,
  ...NAMES,
  ...OBJECTS,
  ...TYPES,
  ...FLOW,
  ...CLASSES,
  ...VISIBILITY,
  ...ANNOTATIONS,
  ...TRIGGERS,
  ...PROJECTS,
];
