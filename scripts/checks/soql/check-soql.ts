/** Gate `soql`: every query in Apex that can be read, against the schema of the project and the platform. */
import type { Finding, GateOutcome } from '../finding.ts';
import type { Place, QueryFact } from '../source/apex-facts.ts';
import type { ApexFile } from '../source/apex-files.ts';
import { QueryCheck } from './check-query.ts';
import { parseSoql, parseSosl } from './parse-query.ts';
import type { QueryProblem } from './problem.ts';
import type { QuerySchema } from './query-schema.ts';

export const GATE = 'soql';

export function checkSoql(files: readonly ApexFile[], schema: QuerySchema): GateOutcome {
  const findings: Finding[] = [];
  let count = 0;
  for (const { file, facts } of files) {
    for (const query of facts.queries) {
      count++;
      const isTest = facts.types.some((type) => type.isTest);
      for (const problem of problemsOf(query, schema)) {
        // A test may ask, in text, for an object that only some orgs have.
        if (query.isDynamic && isTest && problem.message.startsWith('sObject type')) continue;
        findings.push({ file, ...sourcePlace(query, problem), gate: GATE, message: problem.message });
      }
    }
  }
  return { gate: GATE, scope: `${count} queries`, findings };
}

/** Faults of one query; their places are within its text. */
export function problemsOf(query: QueryFact, schema: QuerySchema): readonly QueryProblem[] {
  const check = new QueryCheck(schema);
  if (query.kind === 'search') {
    const { tree } = parseSosl(query.text);
    if (tree !== null) check.search(tree);
    return check.problems;
  }
  const { tree, problem } = parseSoql(query.text);
  if (tree === null) return [problem];
  check.query(tree);
  return check.problems;
}

/** A place within a query's text as a place in its file. */
export function sourcePlace(query: QueryFact, place: Place): Place {
  const lines = query.text.split('\n');
  const before = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const offset = before + place.column - 1;
  const segment = query.segments.findLast(({ start }) => start <= offset);
  if (segment === undefined) return { line: query.line, column: query.column };
  const inner = query.text.slice(segment.start, offset).split('\n');
  if (query.isDynamic || inner.length === 1) {
    return { line: segment.line, column: segment.column + offset - segment.start };
  }
  return { line: segment.line + inner.length - 1, column: (inner.at(-1)?.length ?? 0) + 1 };
}
