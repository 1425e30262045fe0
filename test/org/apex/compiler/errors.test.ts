/** Compile errors: words and place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BESIDE, ERRORS } from './errors.cases.ts';
import { compileAll } from './harness.ts';

for (const { name, apex, expected } of ERRORS) {
  test(name, () => {
    const beside = /\bBar b\b/.test(apex) ? [...BESIDE, 'public abstract class Bar { }'] : BESIDE;
    const [first] = compileAll([...beside, apex]).problems;
    const text = first ? `${first.line}:${first.column} ${first.message}` : 'compiles';
    if (expected.endsWith(' ')) assert.ok(text.startsWith(expected) && text.length > expected.length, text);
    else assert.equal(text, expected);
  });
}
