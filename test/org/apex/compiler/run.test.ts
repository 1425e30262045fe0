/** Snippets run end to end: compiled, stored as JSON, loaded, executed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLASSES } from './classes.cases.ts';
import { EXPRESSIONS } from './expressions.cases.ts';
import { run } from './harness.ts';
import { STATEMENTS } from './statements.cases.ts';

for (const [group, cases] of Object.entries({ statements: STATEMENTS, expressions: EXPRESSIONS, classes: CLASSES })) {
  describe(group, () => {
    for (const { name, apex, classes, expected } of cases) test(name, () => assert.equal(run(apex, classes), expected));
  });
}
