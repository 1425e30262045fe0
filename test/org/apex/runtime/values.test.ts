/** What Apex expressions over the runtime library print. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collection } from './collection.cases.ts';
import { evaluate } from './evaluate.ts';
import type { Case } from './evaluate.ts';
import { json } from './json.cases.ts';
import { moment } from './moment.cases.ts';
import { number } from './number.cases.ts';
import { record } from './record.cases.ts';
import { text } from './text.cases.ts';

const groups: Readonly<Record<string, readonly Case[]>> = { text, number, moment, collection, json, record };

for (const [name, cases] of Object.entries(groups)) {
  describe(name, () => {
    const results = evaluate(cases, { inTest: true, ...(name === 'moment' ? { timeZone: 'America/New_York' } : {}) });
    cases.forEach(([apex, expected], index) => {
      test(apex, () => assert.equal(results[index], expected));
    });
  });
}
