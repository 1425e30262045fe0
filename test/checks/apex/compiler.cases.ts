/** One seeded error each, and where the compiler must report it. */
export interface SeededError {
  readonly name: string;
  /** Text of a class named Sample. */
  readonly text: string;
  readonly line: number;
  readonly message: RegExp;
}

function method(...statements: readonly string[]): string {
  return ['public class Sample {', '  void run() {', ...statements, '  }', '}'].join('\n');
}

export const SEEDED_ERRORS: readonly SeededError[] = [
  { name: 'a broken statement', text: method('Integer one = ;'), line: 3, message: /Unexpected token/ },
  { name: 'a reserved name', text: method('Integer bulk = 1;'), line: 3, message: /Unexpected token 'bulk'/ },
  { name: 'an integer out of range', text: method('Integer one = -2147483648;'), line: 3, message: /Illegal integer/ },
  { name: 'a wrong type', text: method("Integer one = 'a';"), line: 3, message: /Illegal assignment from String/ },
  {
    name: 'a wrong type in the field of a record',
    text: method("Thing__c one = new Thing__c(Due__c = 'soon');"),
    line: 3,
    message: /Illegal assignment from String to Date/,
  },
  {
    name: 'a statement after return',
    text: method('return;', 'Integer one = 1;'),
    line: 4,
    message: /Unreachable statement/,
  },
  {
    name: 'a result that is missing',
    text: 'public class Sample {\n  Integer run() {\n  }\n}',
    line: 2,
    message: /Missing return statement/,
  },
  {
    name: 'an abstract method that nobody implements',
    text: 'public class Sample {\n  abstract class A {\n    abstract void run();\n  }\n  class B extends A {\n  }\n}',
    line: 3,
    message: /must implement the abstract method/,
  },
  {
    name: 'an unknown annotation',
    text: 'public class Sample {\n  @Nope\n  void run() {\n  }\n}',
    line: 2,
    message: /Annotation does not exist/,
  },
];
