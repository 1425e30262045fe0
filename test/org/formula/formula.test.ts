import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFormula, FORMULA_FUNCTIONS } from '../../../scripts/org/formula/index.ts';
import { makeField } from '../../../scripts/org/schema/field.ts';
import type { OrgError } from '../../../scripts/org/types.ts';
import { FORMULA_CASES, FORMULA_ERROR_CASES } from './formula.cases.ts';
import { formulasWith, license, ORG_ID, schema, USER_ID } from './fixture.ts';

const object = schema.requireObject('License__c');
const { current, old } = license();
const state = { userId: USER_ID, old, isNew: false };

for (const { name, text, type, expected, zero, scale } of FORMULA_CASES) {
  test(`formula: ${name}${zero === true ? ' (blanks as zero)' : ''}`, () => {
    const field = makeField({
      name: 'F__c',
      type,
      formula: text,
      formulaTreatBlanksAsZero: zero === true,
      scale: scale ?? 15,
    });
    assert.deepEqual(formulasWith().forSaves.evaluate(current, field, text, state), expected);
  });
}

for (const { text, type, message, column } of FORMULA_ERROR_CASES) {
  test(`refused: ${text}`, () => {
    assert.throws(
      () => compileFormula(text, object, schema, { returnType: type }),
      (error: OrgError) => {
        assert.equal(error.message, message);
        assert.equal(error.column, column);
        assert.equal(error.code, 'FORMULA_EXPRESSION_INVALID');
        return true;
      },
    );
  });
}

test('references name stored fields through the formulas that are read', () => {
  const field = object.field('Of_Package__c');
  assert.ok(field?.formula);
  assert.deepEqual([...formulasWith().forSaves.references(object, field, field.formula)].sort(), [
    'Package__r.Name',
    'Seats__c',
    'Used__c',
  ]);
});

test('a formula field evaluates the formulas it reads', () => {
  const field = object.field('Of_Package__c');
  assert.ok(field);
  assert.equal(formulasWith().forQueries(USER_ID).evaluate(current, field), 'ALPHA 6');
});

test('a setting comes from the user, else from the organisation', () => {
  const field = makeField({ name: 'F__c', type: 'double' });
  const limit = (settings: Parameters<typeof formulasWith>[0]) =>
    formulasWith(settings).forSaves.evaluate(current, field, '$Setup.Settings__c.Limit__c', state);
  assert.equal(limit({ [ORG_ID]: { Limit__c: 1 } }), 1);
  assert.equal(limit({ [ORG_ID]: { Limit__c: 1 }, [USER_ID]: { Limit__c: 2 } }), 2);
  assert.equal(limit({}), null);
});

test('a new record has no prior values of its own', () => {
  const field = makeField({ name: 'F__c', type: 'boolean' });
  const asNew = { userId: USER_ID, old: null, isNew: true };
  const { forSaves } = formulasWith();
  assert.equal(forSaves.evaluate(current, field, 'ISNEW()', asNew), true);
  assert.equal(forSaves.evaluate(current, field, 'ISCHANGED(Seats__c)', asNew), false);
  assert.equal(forSaves.evaluate(current, field, 'PRIORVALUE(Seats__c) = Seats__c', asNew), true);
});

test('every function is used by a case', () => {
  const texts = [...FORMULA_CASES, ...FORMULA_ERROR_CASES].map(({ text }) => text).join(' ');
  const unused = [...FORMULA_FUNCTIONS.keys()].filter((name) => !new RegExp(`\\b${name}\\(`).test(texts));
  assert.deepEqual(unused, []);
});
