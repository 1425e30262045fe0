/** Statements: what each snippet prints. */
export interface RunCase {
  readonly name: string;
  readonly classes?: readonly string[];
  readonly apex: string;
  /** Lines of `System.debug` joined by `|`, an uncaught exception after `!`. */
  readonly expected: string;
}

export const STATEMENTS: readonly RunCase[] = [
  {
    name: 'if else chain',
    apex: "Integer a = 2; if (a == 1) System.debug('one'); else if (a == 2) { System.debug('two'); } else System.debug('many');",
    expected: 'two',
  },
  {
    name: 'for with several updates',
    apex: 'for (Integer i = 0, j = 9; i < 3; i++, j--) System.debug(i + j);',
    expected: '9|9|9',
  },
  {
    name: 'for without parts and break',
    apex: 'Integer n = 0; for (;;) { n++; if (n == 4) break; } System.debug(n);',
    expected: '4',
  },
  {
    name: 'for over a list with continue',
    apex: "for (String s : new List<String>{'a', 'b', 'c'}) { if (s == 'B') continue; System.debug(s); }",
    expected: 'a|c',
  },
  {
    name: 'for over a set keeps insertion order',
    apex: 'for (Integer i : new Set<Integer>{3, 1, 3, 2}) System.debug(i);',
    expected: '3|1|2',
  },
  {
    name: 'a list may not change while it is iterated',
    apex: 'List<Integer> l = new List<Integer>{1}; for (Integer i : l) l.add(2);',
    expected: '!System.FinalException: Cannot modify a collection while it is being iterated.',
  },
  { name: 'while', apex: 'Integer i = 3; while (i > 0) { i -= 2; } System.debug(i);', expected: '-1' },
  {
    name: 'do while runs once at least',
    apex: 'Integer i = 9; do { i++; } while (i < 5); System.debug(i);',
    expected: '10',
  },
  {
    name: 'switch on Integer',
    apex: "switch on 3 { when 1, 2 { System.debug('low'); } when 3 { System.debug('three'); } when else { System.debug('else'); } }",
    expected: 'three',
  },
  {
    name: 'switch on String is case-sensitive',
    apex: "switch on 'A' { when 'a' { System.debug('small'); } when else { System.debug('else'); } }",
    expected: 'else',
  },
  {
    name: 'switch on null',
    apex: "String s; switch on s { when null { System.debug('null'); } when else { System.debug('else'); } }",
    expected: 'null',
  },
  {
    name: 'switch on an enum',
    classes: ['public enum Color { RED, GREEN }'],
    apex: 'Color c = Color.GREEN; switch on c { when RED { System.debug(1); } when green { System.debug(2); } }',
    expected: '2',
  },
  {
    name: 'switch on a record type',
    apex: "SObject s = new Part__c(Name = 'p'); switch on s { when License__c l { System.debug('license'); } when Part__c p { System.debug(p.Name); } }",
    expected: 'p',
  },
  {
    name: 'break inside switch leaves the loop',
    apex: 'for (Integer i = 0; i < 5; i++) { switch on i { when 2 { break; } when else { System.debug(i); } } }',
    expected: '0|1',
  },
  {
    name: 'catch by type, nearest clause first',
    apex: "try { Integer z = 0; Integer y = 1 / z; } catch (NullPointerException e) { System.debug('npe'); } catch (MathException e) { System.debug(e.getMessage()); } catch (Exception e) { System.debug('any'); }",
    expected: 'Divide by 0',
  },
  {
    name: 'a catch that does not fit lets the exception pass',
    apex: "try { try { String s; s.length(); } catch (MathException e) { System.debug('no'); } } catch (Exception e) { System.debug(e.getTypeName()); }",
    expected: 'System.NullPointerException',
  },
  {
    name: 'finally runs with and without exception',
    apex: "try { System.debug('a'); } finally { System.debug('b'); } try { try { Integer i; i++; } finally { System.debug('c'); } } catch (Exception e) { System.debug('d'); }",
    expected: 'a|b|c|d',
  },
  {
    name: 'user exceptions with message and cause',
    classes: ['public class LicenseException extends Exception { public Integer code = 7; }'],
    apex: "try { try { throw new LicenseException('inner'); } catch (LicenseException e) { throw new LicenseException('outer', e); } } catch (LicenseException e) { System.debug(e.getMessage() + e.getCause().getMessage() + e.code + e.getTypeName()); }",
    expected: 'outerinner7LicenseException',
  },
  {
    name: 'user exception with its own constructor',
    classes: [
      'public class RuleException extends Exception { public String rule; public RuleException(String rule, String text) { this(text); this.rule = rule; } }',
    ],
    apex: "try { throw new RuleException('r1', 'no'); } catch (RuleException e) { System.debug(e.rule + ':' + e.getMessage()); }",
    expected: 'r1:no',
  },
  {
    name: 'LimitException passes catch and finally',
    apex: "try { while (true) { } } catch (Exception e) { System.debug('caught'); } finally { System.debug('finally'); }",
    expected: '!System.LimitException: Apex CPU time limit exceeded',
  },
  {
    name: 'stack depth is limited',
    classes: ['public class Deep { public static Integer down(Integer n) { return down(n + 1); } }'],
    apex: 'try { Deep.down(0); } catch (Exception e) { System.debug(1); }',
    expected: '!System.LimitException: Maximum stack depth reached: 1001',
  },
  {
    name: 'throw null',
    apex: 'MathException e; throw e;',
    expected: '!System.NullPointerException: Attempt to de-reference a null object',
  },
  {
    name: 'a local method of an anonymous block',
    apex: 'static Integer twice(Integer n) { return n * 2; } System.debug(twice(4));',
    expected: '8',
  },
  {
    name: 'a local class of an anonymous block',
    apex: 'class Box { Integer n; Box(Integer n) { this.n = n; } Integer get() { return n; } } System.debug(new Box(5).get());',
    expected: '5',
  },
  {
    name: 'return ends an anonymous block',
    apex: 'System.debug(1); if (true) return; System.debug(2);',
    expected: '1',
  },
  {
    name: 'run as another user',
    apex: "User u = new User(Id = '005000000000002AAA'); System.runAs(u) { System.debug('inside'); }",
    expected: 'inside',
  },
  {
    name: 'return out of runAs',
    classes: ["public class As { public static String go(User u) { System.runAs(u) { return 'in'; } } }"],
    apex: "System.debug(As.go(new User(Id = '005000000000002AAA')));",
    expected: 'in',
  },
];
