/** Save semantics as rows, and the proof that every entry of the support tables has one. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { refuse } from '../../../scripts/org/dml/errors.ts';
import { OPERATIONS } from '../../../scripts/org/dml/index.ts';
import { MERGEABLE } from '../../../scripts/org/dml/merge.ts';
import { FIELD_TYPES } from '../../../scripts/org/schema/read/field-types.ts';
import type { FieldType } from '../../../scripts/org/schema/model.ts';
import { TYPE_GROUPS } from '../../../scripts/org/soql/values.ts';
import { makeHarness } from './harness.ts';
import { REFUSAL_PLAYS } from './refusals.cases.ts';
import { closeOrgs, COMPONENTS, STATEMENTS, withOrg } from './row.ts';
import { METADATA_TRAPS } from './metadata-traps.cases.ts';
import { SAVE_TRAPS } from './save-traps.cases.ts';
import { STATEMENT_TRAPS } from './statement-traps.cases.ts';
import { TYPES, VALUE_ROWS } from './values.cases.ts';

const TRAP_ROWS = [...SAVE_TRAPS, ...STATEMENT_TRAPS, ...METADATA_TRAPS];

for (const { refusal, components = [], rules, triggers, play, expected } of REFUSAL_PLAYS) {
  test(`${refusal}: ${expected[1]}`, () => {
    const ids: string[] = [];
    const error = withOrg(components, triggers ?? {}, (org) => {
      const run: typeof org.run = (operation, records, options) => {
        const results = org.run(operation, records, options);
        if (operation === 'insert') for (const one of results) if (one.id !== null) ids.push(one.id);
        return results;
      };
      const open = { ...org.context.access };
      try {
        Object.assign(org.context.access, rules);
        return play({ ...org, run }).findLast((one) => one.errors.length > 0)?.errors[0];
      } finally {
        Object.assign(org.context.access, open);
      }
    });
    const message = expected[1].replace(/#(\d)/g, (_, place: string) => ids[Number(place) - 1] ?? '');
    assert.deepEqual(error, { statusCode: expected[0], message, fields: expected[2] ?? [] });
  });
}

test('every refusal has a row', () => {
  const known = new Set<string>(REFUSAL_PLAYS.map(({ refusal }) => refusal));
  assert.deepEqual(
    Object.keys(refuse).filter((name) => !known.has(name)),
    [],
  );
});

for (const { name, trap, components = [], triggers, play, expected } of TRAP_ROWS) {
  test(`${trap}: ${name}`, () => {
    const log: unknown[] = [];
    assert.deepEqual(
      withOrg(components, triggers?.(log) ?? {}, (org) => play(org, log)),
      expected,
    );
  });
}

test('every trap has three rows, and every row its source', () => {
  const byTrap = Map.groupBy(TRAP_ROWS, ({ trap }) => trap);
  assert.deepEqual(
    [...byTrap].filter(([, rows]) => rows.length < 3).map(([trap]) => trap),
    [],
  );
  assert.deepEqual(
    TRAP_ROWS.filter(({ source }) => !source.startsWith('https://')),
    [],
  );
});

describe('values', () => {
  const org = makeHarness([...COMPONENTS, TYPES]);
  const pack = org.record('Package__c', { Name: 'p' });
  org.run('insert', [pack]);
  for (const { type, field, given, expected, object = 'Types__c' } of VALUE_ROWS) {
    const shown = typeof given === 'string' && given.length > 30 ? `${given.length} characters` : JSON.stringify(given);
    test(`${type} ${field} = ${shown}`, () => {
      const value = given === '#package' ? (pack.id ?? '').slice(0, 15) : given;
      const record = org.record(object, { Name: 'v', [field]: value });
      const [result] = org.run('insert', [record]);
      const code = result?.errors[0]?.statusCode;
      if (code !== undefined) return assert.equal(`!${code}`, expected);
      const stored = org.store.load(record.object, [record.id ?? ''])[0]?.get(field);
      const wanted = expected === '#package' ? pack.id : expected === '#own' ? record.id : expected;
      assert.equal(stored, wanted);
    });
  }
  after(() => org.close());
});

/** Types that no deployed field has. */
const NEVER_SAVED: Readonly<Partial<Record<FieldType, string>>> = {
  base64: 'no object of the org has a file field that is saved by DML',
  combobox: 'standard fields of activities alone',
  anyType: 'history rows, which the org writes itself',
};

test('every field type has three rows of values', () => {
  const counts = (type: string): number => VALUE_ROWS.filter((row) => row.type === type).length;
  assert.deepEqual(
    Object.keys(TYPE_GROUPS).filter((type) => counts(type) < 3 && !(type in NEVER_SAVED)),
    [],
  );
  const deployable = new Set(Object.values(FIELD_TYPES).map(({ type }) => type));
  assert.deepEqual(
    Object.keys(NEVER_SAVED).filter((type) => deployable.has(type as FieldType)),
    [],
  );
});

test('every statement and every object that merges has a row', () => {
  const statements = [...Object.keys(OPERATIONS), ...[...MERGEABLE].map((object) => `merge ${object}`)];
  assert.deepEqual(
    statements.filter((statement) => !STATEMENTS.has(statement)),
    [],
  );
});

after(closeOrgs);
