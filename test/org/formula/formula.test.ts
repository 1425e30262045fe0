import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFormula, FORMULA_FUNCTIONS } from '../../../scripts/org/formula/index.ts';
import { FormulaErrors } from '../../../scripts/org/formula/errors.ts';
import { UNSUPPORTED_FUNCTIONS } from '../../../scripts/org/formula/functions/unsupported.ts';
import { GLOBALS, RECORD_TYPE, UNSUPPORTED_GLOBALS } from '../../../scripts/org/formula/global-names.ts';
import { tokenize } from '../../../scripts/org/formula/lexer.ts';
import { ARITHMETIC, LOGIC, ORDER } from '../../../scripts/org/formula/operators.ts';
import { TYPE_OF_FIELD } from '../../../scripts/org/formula/types.ts';
import { makeField } from '../../../scripts/org/schema/field.ts';
import type { FieldType } from '../../../scripts/org/schema/model.ts';
import type { OrgError } from '../../../scripts/org/types.ts';
import { DOCUMENTED_CASES, DOCUMENTED_REFUSALS } from './documented.cases.ts';
import { FORMULA_CASES, FORMULA_ERROR_CASES } from './formula.cases.ts';
import { FIELD_CASES, GLOBAL_CASES, PAIR_CASES } from './operands.cases.ts';
import { formulasWith, license, ORG_ID, schema, USER_ID } from './fixture.ts';

const ALL_CASES = [...FORMULA_CASES, ...DOCUMENTED_CASES, ...PAIR_CASES, ...FIELD_CASES, ...GLOBAL_CASES];
const ALL_REFUSALS = [...FORMULA_ERROR_CASES, ...DOCUMENTED_REFUSALS];
const object = schema.requireObject('License__c');
const { current, old } = license();
const state = { userId: USER_ID, old, isNew: false };

for (const { name, text, type, expected, zero, scale } of ALL_CASES) {
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

for (const { text, type, message, column } of ALL_REFUSALS) {
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

const TEXTS = ALL_CASES.map(({ text }) => text);
const REFUSED = ALL_REFUSALS.map(({ text }) => text);

test('every function has a row', () => {
  const uses = (name: string, texts: readonly string[]): boolean =>
    texts.some((text) => new RegExp(`\\b${name}\\(`).test(text));
  assert.deepEqual(
    [...FORMULA_FUNCTIONS.keys()].filter((name) => !uses(name, TEXTS)),
    [],
  );
  assert.deepEqual(
    [...UNSUPPORTED_FUNCTIONS.keys()].filter((name) => !uses(name, REFUSED)),
    [],
  );
});

test('every operator has a row', () => {
  const same = ['=', '==', '<>', '!=', '!'];
  const written = new Set(TEXTS.flatMap((text) => tokenize(text, new FormulaErrors(text)).map((token) => token.text)));
  assert.deepEqual(
    [...Object.keys(ARITHMETIC), ...Object.keys(LOGIC), ...Object.keys(ORDER), ...same].filter(
      (operator) => !written.has(operator),
    ),
    [],
  );
});

test('every operand pair of an operator has a row', () => {
  const pairs = Object.entries(ARITHMETIC).flatMap(([operator, rules]) =>
    rules.map((rule) => `${rule.left} ${operator} ${rule.right}`),
  );
  assert.deepEqual(
    pairs,
    PAIR_CASES.map(({ pair }) => pair),
  );
});

test('every global variable has a row', () => {
  const names = [...Object.keys(GLOBALS), RECORD_TYPE, ...UNSUPPORTED_GLOBALS];
  const all = [...TEXTS, ...REFUSED].map((text) => text.toLowerCase());
  assert.deepEqual(
    names.filter((name) => !all.some((text) => text.includes(`${name}.`))),
    [],
  );
});

test('every field type has a row', () => {
  const types = new Set([...FIELD_CASES.map(({ text }) => text), ...REFUSED].flatMap(fieldTypes));
  assert.deepEqual(
    Object.keys(TYPE_OF_FIELD).filter((type) => !types.has(type as FieldType)),
    [],
  );
});

function fieldTypes(text: string): FieldType[] {
  return (text.match(/\b\w+__c\b|\b(?:Owner)?Id\b|\bName\b/g) ?? []).flatMap((name) => object.field(name)?.type ?? []);
}

test('a pattern that is none is told by name', () => {
  const field = makeField({ name: 'F__c', type: 'boolean' });
  assert.throws(
    () => formulasWith().forSaves.evaluate(current, field, 'REGEX(Name, "[a")', state),
    /Invalid regular expression: \[a/,
  );
});
