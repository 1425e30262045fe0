/** Domain folders of Apex: which may know which, and which classes of another domain may be named. */
import path from 'node:path';
import type { Finding } from './finding.ts';
import type { ApexFile } from './source/apex-files.ts';
import type { DomainRules } from './source/configuration.ts';

const GATE = 'layers';

interface Home {
  readonly domain: string;
  readonly rank: number;
  readonly layer: number | null;
  readonly isInternal: boolean;
}

export function checkDomains(files: readonly ApexFile[], rules: DomainRules): Finding[] {
  const homes = new Map<string, Home>();
  const findings: Finding[] = [];
  for (const { file, name } of files) {
    const domain = domainOf(file, rules);
    if (domain === null) continue;
    const rank = rules.order.findIndex((row) => row.includes(domain));
    if (rank < 0) findings.push(at(file, 1, 1, `The domain ${domain} has no place in the order of config/checks.json`));
    homes.set(name.toLowerCase(), { domain, rank, ...kindOf(name, rules) });
  }
  for (const source of files) {
    const own = homes.get(source.name.toLowerCase());
    if (own === undefined || own.rank < 0 || domainOf(source.file, rules) === null) continue;
    const seen = new Set<string>();
    for (const { name, line, column } of source.facts.references) {
      const target = name.split('.')[0] ?? '';
      const other = homes.get(target.toLowerCase());
      if (other === undefined || isMember(source, target)) continue;
      const message = problemOf(source.name, own, target, other);
      if (message === null || seen.has(`${line}:${message}`)) continue;
      seen.add(`${line}:${message}`);
      findings.push(at(source.file, line, column, message));
    }
  }
  return findings;
}

function at(file: string, line: number, column: number, message: string): Finding {
  return { file, line, column, gate: GATE, message };
}

function domainOf(file: string, rules: DomainRules): string | null {
  const inside = path.posix.relative(rules.root, file);
  return inside.startsWith('..') || !inside.includes('/') ? null : (inside.split('/')[0] ?? null);
}

function kindOf(name: string, rules: DomainRules): { layer: number | null; isInternal: boolean } {
  const endsWith = (suffix: string): boolean => name.endsWith(suffix);
  const layer = rules.layers.findIndex((row) => row.some(endsWith));
  return { layer: layer < 0 ? null : layer, isInternal: rules.internal.some(endsWith) };
}

/** A field or an inner type may have the name of a class. */
function isMember({ facts }: ApexFile, name: string): boolean {
  const key = name.toLowerCase();
  return facts.types.some((type) => key in type.fields || type.name.toLowerCase().endsWith(`.${key}`));
}

function problemOf(from: string, own: Home, target: string, other: Home): string | null {
  if (other.domain !== own.domain && other.rank >= own.rank) {
    return `${own.domain} must not know ${other.domain} (${target}): calls go from later domains to earlier ones`;
  }
  if (other.domain !== own.domain && other.isInternal && other.rank > 0) {
    return `${target} is internal to ${other.domain}: another domain calls its Service only`;
  }
  if (other.domain !== own.domain || own.layer === null || other.layer === null) return null;
  return other.layer < own.layer
    ? `${from} must not call ${target}: calls go from entry points down to services and selectors`
    : null;
}
