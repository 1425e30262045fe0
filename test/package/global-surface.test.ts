/** The global surface of the package: what subscribers may use, and what can never be taken back once a version is released. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { GLOBAL_SURFACE } from './global-surface.cases.ts';

const CLASSES = path.resolve(import.meta.dirname, '..', '..', 'force-app', 'main');

/** Every `global` or `webservice` declaration of a source, by the class it stands in. */
function declarations(source: string): string[] {
  const found: string[] = [];
  const classes: string[] = [];
  const code = source
    .replace(/'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\/|\/\/.*/g, (text) => (text.startsWith("'") ? "''" : ''))
    .replace(/@\w+(?:\s*\([^)]*\))?/g, ' ');
  let depth = 0;
  for (const part of code.match(/[^{};]*[{};]/g) ?? []) {
    const head = part.slice(0, -1).replace(/\s+/g, ' ').trim();
    const named = /\b(?:class|interface|enum) (\w+)/i.exec(head)?.[1];
    if (/\b(?:global|webservice)\b/i.test(head)) {
      found.push(named === undefined ? `${classes.join('.')}: ${head}` : [...classes, named].join('.'));
    }
    if (part.endsWith('{')) {
      if (named !== undefined) classes[depth] = named;
      depth++;
    }
    if (part.endsWith('}')) {
      depth--;
      classes.length = Math.min(classes.length, depth);
    }
  }
  return found;
}

it('is what the list says, no more and no less', () => {
  const found = globSync('**/*.{cls,trigger}', { cwd: CLASSES })
    .sort((left, right) => (path.basename(left) < path.basename(right) ? -1 : 1))
    .flatMap((file) => declarations(readFileSync(path.join(CLASSES, file), 'utf8')));
  assert.deepEqual(found, GLOBAL_SURFACE);
});

it('sees classes, members, inner classes and properties, and nothing in comments and texts', () => {
  const source = `/** global */ @RestResource(urlMapping='/x/*') global with sharing class A {
    @InvocableVariable(label='A' required=true) global String one;
    global Integer two { get; private set; }
    private static final String TEXT = 'global; {';
    global class B { global virtual void three(List<Id> ids) { if (true) { run(); } } }
    public void four() {}
    webservice static String five() { return null; }
  }`;
  assert.deepEqual(declarations(source), [
    'A',
    'A: global String one',
    'A: global Integer two',
    'A.B',
    'A.B: global virtual void three(List<Id> ids)',
    'A: webservice static String five()',
  ]);
});
