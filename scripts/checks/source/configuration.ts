/** What a project asks of the gates beyond the platform's own rules: `config/checks.json`. Without that file no house rule applies. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Rules of style and safety that are legal to break on the platform. */
export const HOUSE_RULES = [
  'mode',
  'sharing',
  'triggerReach',
  'jobReach',
  'todayFormula',
  'templateNames',
  'apiLiterals',
  'unused',
] as const;
export type HouseRule = (typeof HOUSE_RULES)[number];

export interface DomainRules {
  /** Folder that holds one folder per domain. */
  readonly root: string;
  /** Domains from the lowest to the highest; those in one inner list do not know each other. */
  readonly order: readonly (readonly string[])[];
  /** Suffixes of class names from the highest layer to the lowest; a class may use its own row and those after it. */
  readonly layers: readonly (readonly string[])[];
  /** Suffixes that no other domain may name; the first row of `order` is free. */
  readonly internal: readonly string[];
}

export interface ScriptRules {
  /** Folder that holds the script folders. */
  readonly root: string;
  /** Per folder the folders it may import from, besides itself. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
}

export interface WordRule {
  /** Regular expression that a line must not match; case counts unless `ignoreCase`. */
  readonly pattern: string;
  readonly ignoreCase?: boolean;
  readonly message: string;
  /** Files that are read, as glob patterns. */
  readonly files: readonly string[];
}

export interface ChecksConfiguration {
  readonly house: ReadonlySet<HouseRule>;
  readonly domains: DomainRules | null;
  readonly scripts: ScriptRules | null;
  readonly words: readonly WordRule[];
}

interface Written {
  readonly house?: readonly string[];
  readonly domains?: DomainRules;
  readonly scripts?: ScriptRules;
  readonly words?: readonly WordRule[];
}

export const CONFIGURATION_FILE = 'config/checks.json';
const KEYS = ['house', 'domains', 'scripts', 'words'];

/**
 * @param root folder of the project
 * @throws Error that names a key nobody knows
 */
export function readConfiguration(root: string): ChecksConfiguration {
  const file = path.join(root, CONFIGURATION_FILE);
  const written = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Written) : {};
  for (const key of Object.keys(written)) {
    if (!KEYS.includes(key)) throw new Error(`${CONFIGURATION_FILE}: ${key} is not one of ${KEYS.join(', ')}.`);
  }
  for (const rule of written.house ?? []) {
    if (!(HOUSE_RULES as readonly string[]).includes(rule)) {
      throw new Error(`${CONFIGURATION_FILE}: ${rule} is not one of the house rules ${HOUSE_RULES.join(', ')}.`);
    }
  }
  return {
    house: new Set((written.house ?? []) as HouseRule[]),
    domains: written.domains ?? null,
    scripts: written.scripts ?? null,
    words: written.words ?? [],
  };
}
