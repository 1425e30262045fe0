/** Folders of scripts: which may import which. */
import path from 'node:path';
import type { Finding } from './finding.ts';
import type { ScriptRules } from './source/configuration.ts';

const GATE = 'layers';
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/**
 * @param file relative to the project, forward slashes
 * @param text of the file
 */
export function checkScript(file: string, text: string, rules: ScriptRules): Finding[] {
  const inside = path.posix.relative(rules.root, file);
  const folder = inside.includes('/') ? (inside.split('/')[0] ?? '') : null;
  if (folder === null || inside.startsWith('..')) return []; // files beside the folders put them together
  const uses = Object.hasOwn(rules.uses, folder) ? rules.uses[folder] : undefined;
  if (uses === undefined) return [at(file, 1, 1, `The folder ${folder} has no place in config/checks.json`)];
  const findings: Finding[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const target = path.posix.relative(rules.root, path.posix.join(path.posix.dirname(file), match[1] ?? ''));
    const other = target.split('/')[0] ?? '';
    if (other === folder || uses.includes(other) || uses.includes(target)) continue;
    const before = text.slice(0, match.index).split('\n');
    const what = target.startsWith('..') ? `${match[1] ?? ''}, which lies outside ${rules.root}` : target;
    findings.push(at(file, before.length, (before.at(-1)?.length ?? 0) + 1, `${folder} must not import ${what}`));
  }
  return findings;
}

function at(file: string, line: number, column: number, message: string): Finding {
  return { file, line, column, gate: GATE, message };
}
