/** Gate `layers`: imports in the local org go downwards only, and the package knows nothing of the tooling. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, GateOutcome } from './finding.ts';

const GATE = 'layers';

/** From the lowest layer to the highest; a folder may import itself and everything before it. */
export const ORG_LAYERS = [
  'schema',
  'store',
  'access',
  'soql',
  'formula',
  'dml',
  'apex',
  'control',
  'rest',
  'ui',
  'server',
] as const;

export function checkLayers(root: string): GateOutcome {
  const org = path.join(root, 'scripts', 'org');
  if (!existsSync(org)) return { gate: GATE, scope: 'no local org in this project', findings: [] };
  const files = globSync('**/*.ts', { cwd: org });
  const findings = files.flatMap((file) =>
    checkFile(file.split(path.sep).join('/'), readFileSync(path.join(org, file), 'utf8')),
  );
  return { gate: GATE, scope: `${files.length} files of the local org`, findings };
}

/** Findings of one file; `file` is relative to `scripts/org`. */
export function checkFile(file: string, text: string): Finding[] {
  const own = layerOf(file);
  if (own === undefined) return [];
  const findings: Finding[] = [];
  const pattern = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;
  for (const match of text.matchAll(pattern)) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), match[1] ?? ''));
    const other = layerOf(target);
    if (other === undefined || other <= own) continue;
    const before = text.slice(0, match.index).split('\n');
    findings.push({
      file: `scripts/org/${file}`,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      gate: GATE,
      message: `${ORG_LAYERS[own]} must not import ${ORG_LAYERS[other]}: imports go downwards only`,
    });
  }
  return findings;
}

function layerOf(file: string): number | undefined {
  const index = (ORG_LAYERS as readonly string[]).indexOf(file.split('/')[0] ?? '');
  return index === -1 ? undefined : index;
}
