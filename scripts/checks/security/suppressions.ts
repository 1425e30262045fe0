/** Marks in the code that would silence an engine past the list of exceptions. */
import { readFileSync } from 'node:fs';
import { EXCEPTIONS_FILE } from './exceptions.ts';
import { relativeTo } from './files.ts';
import type { Violation } from './violation.ts';

interface Mark {
  readonly engine: string;
  readonly files: RegExp;
  readonly pattern: RegExp;
}

const MARKS: readonly Mark[] = [
  { engine: 'pmd', files: /\.(cls|trigger)$/i, pattern: /@SuppressWarnings\s*\(\s*(?:value\s*=\s*)?'[^']*PMD[^']*'/gi },
  { engine: 'pmd', files: /\.(cls|trigger|js|page|component|cmp|html|xml)$/i, pattern: /\bNOPMD\b/g },
  { engine: 'cpd', files: /\.(cls|trigger|js|ts)$/i, pattern: /\bCPD-OFF\b/g },
  { engine: 'sfge', files: /\.(cls|trigger)$/i, pattern: /\bsfge-disable(?:-stack|-next-line)?\b/g },
];

/**
 * @param files absolute paths of the package's files
 * @returns one violation of severity 1 for every mark, under the engine that it silences
 */
export function suppressionsIn(root: string, files: readonly string[]): Violation[] {
  const found: Violation[] = [];
  for (const file of files) {
    const marks = MARKS.filter((mark) => mark.files.test(file));
    if (marks.length === 0) continue;
    const text = readFileSync(file, 'utf8');
    for (const mark of marks) {
      for (const match of text.matchAll(mark.pattern)) {
        const before = text.slice(0, match.index).split('\n');
        found.push({
          engine: mark.engine,
          rule: 'SuppressedInCode',
          severity: 1,
          tags: [],
          file: relativeTo(root, file),
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
          message: `${match[0]} silences the engine in the code; an exception belongs on ${EXCEPTIONS_FILE}, with its reason.`,
        });
      }
    }
  }
  return found;
}
