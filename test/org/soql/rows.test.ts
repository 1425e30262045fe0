/** Query semantics as rows, and the proof that every entry of the support tables has one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition, Operand, Query, SelectItem, Value } from '../../../scripts/org/soql/ast.ts';
import { OPERATORS } from '../../../scripts/org/soql/ast.ts';
import type { FormulaHook } from '../../../scripts/org/soql/contract.ts';
import { DATE_LITERALS } from '../../../scripts/org/soql/date-literals.ts';
import { SOQL_FUNCTIONS, UNSUPPORTED_FUNCTIONS } from '../../../scripts/org/soql/functions.ts';
import { soslSearch } from '../../../scripts/org/soql/index.ts';
import { parseQuery } from '../../../scripts/org/soql/parse.ts';
import { SEARCH_GROUPS } from '../../../scripts/org/soql/sosl-fields.ts';
import { SCOPES } from '../../../scripts/org/soql/source.ts';
import { TYPE_GROUPS } from '../../../scripts/org/soql/values.ts';
import { dayToText, startOfDay, textToDay } from '../../../scripts/org/soql/zone.ts';
import { CLAUSE_TRAPS } from './clause-traps.cases.ts';
import { DATE_LITERAL_ROWS } from './date-literals.cases.ts';
import { answer, ask, contextOf, id, openStore, sampleStore, SYSTEM, USER } from './fixture.ts';
import { FUNCTION_ROWS } from './functions.cases.ts';
import { judge, plainQuery } from './row.ts';
import type { QueryRow } from './row.ts';
import { SEARCH_ROWS } from './sosl.cases.ts';
import { CONDITION_TRAPS } from './traps.cases.ts';
import { TYPE_ROWS } from './types.cases.ts';

const TRAP_ROWS: readonly QueryRow[] = [...CONDITION_TRAPS, ...CLAUSE_TRAPS];
const ROWS: readonly QueryRow[] = [...FUNCTION_ROWS, ...TYPE_ROWS, ...TRAP_ROWS];
const store = sampleStore();
const formulas: FormulaHook = { references: () => [], evaluate: () => null };

for (const row of ROWS) test(row.name, () => judge(store, row, formulas));

for (const { sosl, binds, expected, error } of SEARCH_ROWS) {
  test(sosl, () => {
    const search = (): unknown =>
      soslSearch(contextOf(store), sosl, binds ?? {}, SYSTEM).map((rows) => rows.map((one) => one.get('Name')));
    if (error === undefined) assert.deepEqual(search(), expected);
    else assert.throws(search, error);
  });
}

const days = openStore();
for (const [index, { first, last }] of DATE_LITERAL_ROWS.entries()) {
  const around = [textToDay(first) - 1, textToDay(first), textToDay(last), textToDay(last) + 1];
  days.insert(
    'Sample__c',
    around.map((day, place) => ({
      Id: id('Sample__c', index * 10 + place),
      Name: `${index}:${dayToText(day)}${place === 2 ? '!' : ''}`,
      Text__c: String(index),
      Day__c: dayToText(day),
      At__c: place === 0 ? startOfDay('America/Los_Angeles', day + 1) - 1 : startOfDay('America/Los_Angeles', day),
      OwnerId: USER,
    })),
  );
}

for (const [index, { literal, first, last }] of DATE_LITERAL_ROWS.entries()) {
  for (const field of ['Day__c', 'At__c']) {
    test(`${field} = ${literal}`, () => {
      const text = `SELECT Name FROM Sample__c WHERE Text__c = '${index}' AND ${field} = ${literal} ORDER BY Name`;
      assert.deepEqual(answer(ask(days.store, text)), [`${index}:${first}`, `${index}:${last}!`]);
    });
  }
}

/** What the query of a row uses, by the names of the support tables. */
class Uses {
  readonly functions = new Set<string>();
  readonly literals = new Set<string>();
  readonly operators = new Set<string>();
  readonly clauses = new Set<string>();
  readonly scopes = new Set<string>();
  readonly items = new Set<string>();
  readonly values = new Set<string>();

  query(query: Query): void {
    for (const [clause, value] of Object.entries(query)) {
      const isUsed = Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
      if (isUsed) this.clauses.add(clause);
    }
    for (const item of query.select) this.item(item);
    for (const condition of [query.where, query.having]) if (condition !== null) this.condition(condition);
    for (const operand of [...query.groupBy, ...query.orderBy.map((one) => one.operand)]) this.operand(operand);
    if (query.scope !== null) this.scopes.add(query.scope.name.toLowerCase());
  }

  private item(item: SelectItem): void {
    this.items.add(item.kind);
    if (item.kind === 'operand') this.operand(item.operand);
    if (item.kind === 'query') this.query(item.query);
  }

  private operand(operand: Operand): void {
    if (operand.kind === 'path') return;
    this.functions.add(operand.name);
    if (operand.argument !== null) this.operand(operand.argument);
  }

  private condition(condition: Condition): void {
    if (condition.kind === 'not') return this.condition(condition.term);
    if (condition.kind !== 'compare') return condition.terms.forEach((term) => this.condition(term));
    this.operators.add(condition.operator);
    this.operand(condition.left);
    this.value(condition.value);
  }

  private value(value: Value): void {
    this.values.add(value.kind);
    if (value.kind === 'dateLiteral') this.literals.add(value.name);
    if (value.kind === 'list') for (const one of value.values) this.value(one);
    if (value.kind === 'query') this.query(value.query);
  }
}

const uses = new Uses();
for (const row of ROWS) {
  try {
    uses.query(parseQuery(plainQuery(row)).query);
  } catch (error) {
    assert.ok(row.error, `${row.soql}: ${String(error)}`);
  }
}

/** The compiler holds these to the syntax tree: a new clause, item or value needs an entry here, and with it a row. */
const CLAUSES: Record<keyof Query, true> = {
  select: true,
  from: true,
  fromAt: true,
  alias: true,
  scope: true,
  where: true,
  mode: true,
  groupBy: true,
  subtotals: true,
  having: true,
  orderBy: true,
  limit: true,
  offset: true,
  allRows: true,
  forUpdate: true,
};
const ITEMS: Record<SelectItem['kind'], true> = { operand: true, fields: true, query: true, typeof: true };
const VALUES: Record<Value['kind'], true> = {
  null: true,
  boolean: true,
  number: true,
  string: true,
  date: true,
  datetime: true,
  time: true,
  dateLiteral: true,
  bind: true,
  list: true,
  query: true,
};

const without = (entries: Iterable<string>, used: ReadonlySet<string>): string[] =>
  [...entries].filter((entry) => !used.has(entry));

test('every function, operator, clause and kind of value has a row', () => {
  assert.deepEqual(without([...SOQL_FUNCTIONS.keys(), ...UNSUPPORTED_FUNCTIONS.keys()], uses.functions), []);
  assert.deepEqual(without(OPERATORS, uses.operators), []);
  assert.deepEqual(without(Object.keys(CLAUSES), uses.clauses), []);
  assert.deepEqual(without(Object.keys(ITEMS), uses.items), []);
  assert.deepEqual(without(Object.keys(VALUES), uses.values), []);
  assert.deepEqual(without(Object.keys(SCOPES), uses.scopes), []);
});

test('every relative date has a row', () => {
  const rows = new Set(DATE_LITERAL_ROWS.map(({ literal }) => literal.split(':')[0] ?? ''));
  assert.deepEqual(without(DATE_LITERALS.keys(), rows), []);
});

test('every field type has three rows', () => {
  const counts = (type: string): number => TYPE_ROWS.filter((row) => row.type === type).length;
  assert.deepEqual(
    Object.keys(TYPE_GROUPS).filter((type) => counts(type) < 3),
    [],
  );
});

test('every search group has a row', () => {
  const words = new Set(SEARCH_ROWS.map(({ sosl }) => / IN (\w+) FIELDS/.exec(sosl)?.[1] ?? ''));
  assert.deepEqual(without(Object.keys(SEARCH_GROUPS), words), []);
});

test('every trap has three rows, and every row its source', () => {
  const byTrap = Map.groupBy(TRAP_ROWS, (row) => row.trap ?? '');
  assert.deepEqual(
    [...byTrap].filter(([, rows]) => rows.length < 3).map(([trap]) => trap),
    [],
  );
  assert.deepEqual(
    ROWS.filter((row) => !row.source.startsWith('https://')),
    [],
  );
});
