/** Gate `layers`: imports in the local org go downwards only; folders of scripts and domains of Apex as the project states them. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, GateOutcome } from './finding.ts';
import { checkDomains } from './layers-apex.ts';
import { checkScript } from './layers-scripts.ts';
import type { ApexFile } from './source/apex-files.ts';
import type { ChecksConfiguration } from './source/configuration.ts';

const GATE = 'layers';
const ORG = 'scripts/org';

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

export function checkLayers(
  root: string,
  apex: readonly ApexFile[],
  configuration: Pick<ChecksConfiguration, 'domains' | 'scripts'>,
): GateOutcome {
  const { domains, scripts } = configuration;
  if (domains === null && scripts === null) return { gate: GATE, scope: 'no layers in this project', findings: [] };
  const findings: Finding[] = domains === null ? [] : checkDomains(apex, domains);
  const files = scripts === null ? [] : globSync(`${scripts.root}/**/*.ts`, { cwd: root });
  for (const name of scripts === null ? [] : files) {
    const file = name.split(path.sep).join('/');
    const text = readFileSync(path.join(root, name), 'utf8');
    if (scripts !== null) findings.push(...checkScript(file, text, scripts));
    if (file.startsWith(`${ORG}/`)) findings.push(...checkFile(file.slice(ORG.length + 1), text));
  }
  return { gate: GATE, scope: `${files.length} scripts, ${apex.length} Apex sources`, findings };
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
      file: `${ORG}/${file}`,
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
