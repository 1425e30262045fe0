/** The engines of Code Analyzer that the gate drives, as a table: what each reads, which rules it runs, and how it is set up. */
import type { CodeAnalyzer } from '@salesforce/code-analyzer-core';

type EnginePlugin = Parameters<CodeAnalyzer['addEnginePlugin']>[0];

export interface Engine {
  /** Name by which Code Analyzer knows it. */
  readonly name: string;
  /** npm package that brings it. */
  readonly module: string;
  readonly load: () => Promise<EnginePlugin>;
  /** What it looks for, for the summary line. */
  readonly purpose: string;
  readonly reads: (file: string, all: ReadonlySet<string>) => boolean;
  /** Rule selectors in Code Analyzer's own syntax. */
  readonly selectors: readonly string[];
  /** Its own settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Severity of rules where the gate is stricter than the engine. */
  readonly severities: Readonly<Record<string, number>>;
  /** Engines of the same package that must stay off. */
  readonly siblings: readonly string[];
  /** Slow enough that its result is kept by content. */
  readonly isCached: boolean;
}

/** Most time in milliseconds for the paths from one entry point; a path that takes longer is reported as not analysed. */
export const PATH_TIMEOUT_MS = 300_000;

const HIGH = 2;
const PMD_MODULE = '@salesforce/code-analyzer-pmd-engine';
const loadPmd = async (): Promise<EnginePlugin> =>
  (await import('@salesforce/code-analyzer-pmd-engine')).createEnginePlugin();

const endsWith = (...endings: readonly string[]) => {
  return (file: string): boolean => endings.some((ending) => file.toLowerCase().endsWith(ending));
};

/** A `.js` with a `.ts` beside it is built from it: a duplicate is reported once, in the source. */
const isBuilt = (file: string, all: ReadonlySet<string>): boolean =>
  file.endsWith('.js') && all.has(`${file.slice(0, -'.js'.length)}.ts`);

/** JavaScript anywhere, and whatever a static resource holds. */
const isLibraryFile = (file: string, all: ReadonlySet<string>): boolean =>
  endsWith('.js', '.mjs', '.cjs', '.zip', '.resource')(file) ||
  all.has(`${file.replace(/\.[^./\\]+$/, '')}.resource-meta.xml`);

export const ENGINES: readonly Engine[] = [
  {
    name: 'pmd',
    module: PMD_MODULE,
    load: loadPmd,
    purpose: 'AppExchange, security and recommended rules',
    reads: () => true,
    selectors: ['pmd:AppExchange', 'pmd:Security', 'pmd:Recommended'],
    settings: {},
    severities: {},
    siblings: ['cpd'],
    isCached: false,
  },
  {
    name: 'cpd',
    module: PMD_MODULE,
    load: loadPmd,
    purpose: 'duplicate code in Apex, TypeScript and JavaScript',
    reads: (file, all) => endsWith('.cls', '.trigger', '.ts', '.js')(file) && !isBuilt(file, all),
    selectors: ['cpd:DetectCopyPasteForApex', 'cpd:DetectCopyPasteForTypescript', 'cpd:DetectCopyPasteForJavascript'],
    settings: {},
    severities: {
      DetectCopyPasteForApex: HIGH,
      DetectCopyPasteForTypescript: HIGH,
      DetectCopyPasteForJavascript: HIGH,
    },
    siblings: ['pmd'],
    isCached: false,
  },
  {
    name: 'sfge',
    module: '@salesforce/code-analyzer-sfge-engine',
    load: async () => (await import('@salesforce/code-analyzer-sfge-engine')).createEnginePlugin(),
    purpose: 'object and field access, sharing and queries in loops on every path from an entry point',
    reads: endsWith('.cls', '.trigger', '.page', '.component', '.object-meta.xml'),
    selectors: ['(sfge:1,sfge:2)'],
    settings: { java_thread_count: 2, java_thread_timeout: PATH_TIMEOUT_MS },
    severities: {},
    siblings: [],
    isCached: true,
  },
  {
    name: 'retire-js',
    module: '@salesforce/code-analyzer-retirejs-engine',
    load: async () => (await import('@salesforce/code-analyzer-retirejs-engine')).createEnginePlugin(),
    purpose: 'JavaScript libraries with known vulnerabilities',
    reads: isLibraryFile,
    selectors: ['retire-js'],
    settings: {},
    severities: {},
    siblings: [],
    isCached: false,
  },
];
