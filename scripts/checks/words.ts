/** Gate `words`: sentences that say something untrue of the field's own terms, by the project's word rules. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, GateOutcome } from './finding.ts';
import type { WordRule } from './source/configuration.ts';

const GATE = 'words';

export function checkWords(root: string, rules: readonly WordRule[]): GateOutcome {
  const texts = new Map<string, FlowingText>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const name of globSync([...rule.files], { cwd: root, exclude: ['**/node_modules/**'] })) {
      const file = name.split(path.sep).join('/');
      let text = texts.get(file);
      if (text === undefined) texts.set(file, (text = flowing(readFileSync(path.join(root, name), 'utf8'))));
      findings.push(...findWords(file, text, rule));
    }
  }
  const scope = rules.length === 0 ? 'no word rules in this project' : `${texts.size} files, ${rules.length} rules`;
  return { gate: GATE, scope, findings };
}

/** Text without its line breaks, so that a sentence is found wherever it wraps. */
export interface FlowingText {
  readonly text: string;
  /** Line and column of the original by offset of each run. */
  readonly runs: readonly { readonly start: number; readonly line: number; readonly column: number }[];
}

/** Joins lines; leading signs of comments, lists and quotes go. An empty line ends a sentence. */
export function flowing(original: string): FlowingText {
  let text = '';
  const runs: FlowingText['runs'][number][] = [];
  for (const [index, line] of original.split('\n').entries()) {
    const lead = /^[\s*/#>|-]*/.exec(line)?.[0].length ?? 0;
    const rest = line.slice(lead).trimEnd();
    if (rest === '') {
      text += '. ';
      continue;
    }
    runs.push({ start: text.length, line: index + 1, column: lead + 1 });
    text += `${rest.replaceAll('\t', ' ')} `;
  }
  return { text, runs };
}

export function findWords(file: string, { text, runs }: FlowingText, rule: WordRule): Finding[] {
  const pattern = new RegExp(rule.pattern, rule.ignoreCase === true ? 'gi' : 'g');
  return [...text.matchAll(pattern)].map((match) => {
    const run = runs.findLast(({ start }) => start <= match.index);
    const line = run?.line ?? 1;
    const column = run === undefined ? 1 : run.column + match.index - run.start;
    return { file, line, column, gate: GATE, message: `«${match[0].trim()}»: ${rule.message}` };
  });
}
