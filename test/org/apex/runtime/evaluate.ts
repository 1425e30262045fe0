/** Runs Apex expressions through the compiler and the runtime library, and answers what they print. */
import { apexCompiler } from '../../../../scripts/org/apex/compiler.ts';
import type { ApexHost } from '../../../../scripts/org/apex/contract.ts';
import { loadProgram } from '../../../../scripts/org/apex/emit/loader.ts';
import { withHost } from '../../../../scripts/org/apex/host.ts';
import { ApexException } from '../../../../scripts/org/apex/runtime/values/exception.ts';
import { concatText } from '../../../../scripts/org/apex/runtime/values/text.ts';
import { fakeHost, schema, sources } from '../compiler/harness.ts';

/** An expression (or statements that end in `return`), and what it prints; `!` leads the type and message of an exception. */
export type Case = readonly [apex: string, expected: string];

/** 2026-03-15T14:05:09.007Z, a Sunday. */
export const NOW = Date.UTC(2026, 2, 15, 14, 5, 9, 7);

const SUPPORT = [
  `public class Point implements Comparable {
    public Integer x; public Integer y;
    transient Integer secret = 5;
    public Point() {}
    public Point(Integer x, Integer y) { this.x = x; this.y = y; }
    public Boolean equals(Object other) { return other instanceof Point && ((Point) other).x == x && ((Point) other).y == y; }
    public Integer hashCode() { return 31 * x + y; }
    public Integer compareTo(Object other) { return x - ((Point) other).x; }
  }`,
  `public class Box { public String name; public List<Point> points; public Map<String,Decimal> prices; public Color color; public Date due; public Datetime at; public Part__c part; public Object anything; }`,
  `public enum Color { RED, GREEN }`,
  `public class BoxException extends Exception {}`,
  `public class ByY implements Comparator<Point> { public Integer compare(Point a, Point b) { return a.y - b.y; } }`,
  `public class Countdown implements Iterator<Integer>, Iterable<Integer> { Integer n = 3; public Boolean hasNext() { return n > 0; } public Integer next() { return n--; } public Iterator<Integer> iterator() { return this; } }`,
  `public class Answer implements HttpCalloutMock { public HttpResponse respond(HttpRequest request) { HttpResponse r = new HttpResponse(); r.setStatusCode(201); r.setBody(request.getMethod() + ' ' + request.getEndpoint() + ' ' + request.getBody()); r.setHeader('X-Test', 'yes'); return r; } }`,
];

/** Prints every case in order. Throws the first problem of the compiler. */
export function evaluate(cases: readonly Case[], overrides: Partial<Record<keyof ApexHost, unknown>> = {}): string[] {
  const methods = cases.map(([apex], index) => {
    const body = /\breturn\b|\bthrow\b/.test(apex) ? apex : `return ${apex};`;
    return `public static Object run${index}() { ${body} }`;
  });
  const { units, problems } = apexCompiler.compile(
    sources([...SUPPORT, `public class Cases {\n${methods.join('\n')}\n}`]),
    schema,
  );
  const problem = problems[0];
  if (problem) throw new Error(`${cases[problem.line - 2]?.[0] ?? problem.name}: ${problem.message}`);
  const program = loadProgram(units, schema);
  const type = program.class('Cases')!;
  return cases.map((_, index) => {
    const { host } = fakeHost({
      userClass: (name: string) => program.class(name),
      clock: { now: () => NOW },
      mocks: new Map(),
      rest: null,
      count: () => undefined,
      ...overrides,
    });
    return withHost(host, () =>
      print(() => type.methods.find((each) => each.name === `run${index}`)!.invoke(null, [])),
    );
  });
}

function print(run: () => unknown): string {
  try {
    return concatText(run());
  } catch (error) {
    if (error instanceof ApexException) return `!${error.typeName || error.apexType}: ${error.message}`;
    throw error;
  }
}
