/** The platform's own lint rules over the scripts of components: what would not deploy or would break at run time, no style. */
import { createRequire } from 'node:module';
import type { Linter as LinterType } from 'eslint';
import type { Finding } from '../finding.ts';
import { GATE } from './imports.ts';

const CAPITALS = '@lwc/lwc/no-leading-uppercase-api-name';

/** Rules beyond the base set of the platform whose findings are faults wherever they stand. */
const RULES: LinterType.RulesRecord = {
  '@lwc/lwc/no-attributes-during-construction': 'error',
  [CAPITALS]: 'error',
  '@lwc/lwc/valid-graphql-wire-adapter-callback-parameters': 'error',
  'constructor-super': 'error',
  'no-class-assign': 'error',
  'no-const-assign': 'error',
  'no-dupe-args': 'error',
  'no-dupe-keys': 'error',
  'no-func-assign': 'error',
  'no-import-assign': 'error',
  'no-setter-return': 'error',
  'no-this-before-super': 'error',
  'no-unreachable': 'error',
  'no-unsafe-negation': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
};

/** A library that is loaded as a static resource brings a global of its own. */
function mayBeLoaded(text: string, message: string): boolean {
  return text.includes('lightning/platformResourceLoader') || /^'[A-Z$_]/.test(message);
}

export type FileLinter = (file: string, text: string) => Finding[];

export async function fileLinter(): Promise<FileLinter> {
  const { Linter } = await import('eslint');
  const require = createRequire(import.meta.url);
  const base = require('@salesforce/eslint-config-lwc/base') as LinterType.Config[];
  const baseTs = require('@salesforce/eslint-config-lwc/base-ts') as LinterType.Config[];
  const linter = new Linter({ configType: 'flat' });
  const options: LinterType.Config = { linterOptions: { reportUnusedDisableDirectives: 'off' } };
  const script: LinterType.Config[] = [...base, { rules: { ...RULES, 'no-undef': 'error' } }, options];
  const typed: LinterType.Config[] = [...baseTs, { rules: RULES }, options];
  const all = (configs: LinterType.Config[]): LinterType.Config[] =>
    configs.map((config) => ({ ...config, files: ['**/*'] }));
  const configs = { js: all(script), ts: all(typed) };
  return (file, text) =>
    linter
      .verify(text, file.endsWith('.ts') ? configs.ts : configs.js, { filename: file })
      .filter(({ severity, ruleId, fatal }) => severity === 2 && (ruleId !== null || fatal === true))
      .filter(({ message }) => !/Definition for rule/.test(message)) // a comment that names a rule of another set
      .filter(({ ruleId, message }) => ruleId !== 'no-undef' || !mayBeLoaded(text, message))
      .filter(({ ruleId, message }) => ruleId !== CAPITALS || /"[A-Z]/.test(message)) // it tells of other signs too
      .map(({ line, column, message, ruleId }) => ({
        file,
        line,
        column,
        gate: GATE,
        message: ruleId === null ? message : `${message} (${ruleId})`,
      }));
}
