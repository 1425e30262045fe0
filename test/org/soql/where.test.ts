import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormulaHook } from '../../../scripts/org/soql/contract.ts';
import { answer, ask, sampleStore } from './fixture.ts';
import { WHERE_CASES } from './where.cases.ts';

const store = sampleStore();

/** The two formula fields of the fixture, worked out by hand. */
const formulas: FormulaHook = {
  references: (_object, field) => (field.name === 'Free_Seats__c' ? ['Seats__c', 'Used__c'] : ['Package__r.Name']),
  evaluate: (record, field) => {
    if (field.name !== 'Free_Seats__c') return record.parents?.['Package__r']?.get('Name') ?? null;
    const seats = record.get('Seats__c');
    return seats === null ? null : Number(seats) - Number(record.get('Used__c'));
  },
};

for (const { name, where, binds, expected } of WHERE_CASES) {
  test(`WHERE: ${name}`, () => {
    const result = ask(store, `SELECT Name FROM License__c WHERE ${where} ORDER BY Name`, binds, { formulas });
    assert.deepEqual(answer(result), expected);
  });
}
