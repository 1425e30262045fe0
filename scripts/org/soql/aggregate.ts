/** Grouped queries and counts. */
import type { Raw } from '../types.ts';
import type { FieldType, ObjectSchema } from '../schema/model.ts';
import { SObjectRecord } from '../store/record.ts';
import type { SqlValue } from '../store/contract.ts';
import type { Condition, Operand, OrderItem, Query } from './ast.ts';
import { conditionSql } from './condition.ts';
import { formatValue } from './format.ts';
import { isAggregateCall } from './functions.ts';
import { operandSql, operandText } from './operand.ts';
import { limitSql, orderEnding, orderKeySql, orderSql } from './ordering.ts';
import type { Scope } from './scope.ts';
import { openScope, sourceSql } from './source.ts';
import type { Emit, Run, Statement, TypedSql } from './statement.ts';
import { askedGroup, checkSubtotals, columnIn, groupingSets } from './subtotals.ts';
import type { SubtotalColumn } from './subtotals.ts';

interface AggregateColumn {
  readonly alias: string;
  readonly value: TypedSql;
  readonly formatted: boolean;
}

export interface AggregatePlan {
  readonly kind: 'aggregate' | 'count';
  readonly object: ObjectSchema;
  readonly statement: Statement;
  readonly columns: readonly AggregateColumn[];
  readonly sql: Emit;
}

/** The object of grouped rows: no fields, only aliases. */
export const AGGREGATE_RESULT: ObjectSchema = {
  name: 'AggregateResult',
  label: 'Aggregate Result',
  pluralLabel: 'Aggregate Result',
  kind: 'standard',
  custom: false,
  keyPrefix: '',
  sharingModel: 'ReadWrite',
  fields: [],
  nameField: '',
  validationRules: [],
  historyTracked: false,
  createable: false,
  updateable: false,
  deletable: false,
  queryable: false,
  triggerable: false,
  field: () => undefined,
  parentRelationship: () => undefined,
  childRelationship: () => undefined,
  childRelationships: [],
};

export function planAggregate(
  statement: Statement,
  object: ObjectSchema,
  query: Query,
  kind: 'aggregate' | 'count',
): AggregatePlan {
  const scope = openScope(statement, object, query, 'from');
  if (kind === 'count') return planCount(scope, query);
  checkClauses(scope, query);
  const groups = query.groupBy.map((operand) => groupSql(scope, operand));
  const places = new Map(query.groupBy.map((operand, index) => [keyOf(scope, operand), index]));
  const columns = aggregateColumns(scope, query, places);
  const sorted = query.orderBy.map((item) => sortedColumn(scope, item, query, places));
  const source = sourceSql(scope, query);
  const having = havingSql(scope, query, places);
  const limit = limitSql(scope, query);
  const grouped = (run: Run, set: readonly number[], list: string): string => {
    const from = source(run);
    const by = set.map((index) => groups[index]?.(run) ?? '');
    return `SELECT ${list}${from}${by.length === 0 ? '' : ` GROUP BY ${by.join(', ')}`}${having === null ? '' : ` HAVING ${having(run)}`}`;
  };
  if (query.subtotals === undefined) {
    const every = groups.map((_, index) => index);
    const order = orderSql(scope, query, true);
    const sql: Emit = (run) => {
      const list = columns.map(({ alias, value }) => `${value.emit(run)} AS "${alias}"`).join(', ');
      return `${grouped(run, every, list)}${order(run)}${limit(run)}`;
    };
    return { kind, object, statement, columns, sql };
  }
  const sets = groupingSets(query.subtotals, groups.length);
  const endings = query.orderBy.map((item, index) => `"#order${index}"${orderEnding(item)}`);
  const sql: Emit = (run) => {
    const parts = sets.map((set) => {
      const list = [
        ...columns.map((column) => `${columnIn(column, set)(run)} AS "${column.alias}"`),
        ...sorted.map((column, index) => `${columnIn(column, set)(run)} AS "#order${index}"`),
      ];
      return grouped(run, set, list.join(', '));
    });
    const names = columns.map(({ alias }) => `"${alias}"`).join(', ');
    const order = endings.length === 0 ? '' : ` ORDER BY ${endings.join(', ')}`;
    return `SELECT ${names} FROM (${parts.join(' UNION ALL ')})${order}${limit(run)}`;
  };
  return { kind, object, statement, columns, sql };
}

function checkClauses(scope: Scope, query: Query): void {
  const { errors } = scope.statement;
  checkSubtotals(scope, query);
  if (query.groupBy.length > 0) return;
  const [item] = query.select;
  for (const [clause, amount] of [['LIMIT', query.limit] as const, ['OFFSET', query.offset] as const]) {
    if (amount !== null && item !== undefined)
      throw errors.malformed(
        `Non-grouped query that uses overall aggregate functions cannot also use ${clause}`,
        amount.at ?? item.at,
      );
  }
}

function havingSql(scope: Scope, query: Query, places: ReadonlyMap<string, number>): Emit | null {
  if (query.having === null) return null;
  const { errors } = scope.statement;
  checkHaving(scope, query.having, query, places);
  return conditionSql(scope, query.having, true, () => {
    throw errors.unsupported('A sub-query in HAVING', query.fromAt);
  });
}

function checkHaving(scope: Scope, condition: Condition, query: Query, places: ReadonlyMap<string, number>): void {
  if (condition.kind === 'not') return checkHaving(scope, condition.term, query, places);
  if (condition.kind !== 'compare') {
    for (const term of condition.terms) checkHaving(scope, term, query, places);
    return;
  }
  checkGrouped(scope, condition.left, places);
  const isField = condition.left.kind === 'path' || !isAggregateCall(condition.left.name);
  if (query.subtotals !== undefined && isField)
    throw scope.statement.errors.unsupported(
      `A grouped field in HAVING with GROUP BY ${query.subtotals.toUpperCase()}`,
      condition.at,
    );
}

function sortedColumn(
  scope: Scope,
  item: OrderItem,
  query: Query,
  places: ReadonlyMap<string, number>,
): SubtotalColumn {
  const { operand } = item;
  const asks = askedBy(scope, operand, query, places);
  if (asks !== null) return { value: GROUPING_VALUE, group: null, asks };
  checkGrouped(scope, operand, places);
  const value = { ...operandSql(scope, operand, 'filter', true), emit: orderKeySql(scope, item, true) };
  return { value, group: places.get(keyOf(scope, operand)) ?? null, asks: null };
}

const GROUPING_VALUE: TypedSql = { emit: () => '0', type: 'int', name: 'GROUPING', field: null };

/** Which grouped field a `GROUPING(...)` asks about; `null` for everything else. */
function askedBy(scope: Scope, operand: Operand, query: Query, places: ReadonlyMap<string, number>): number | null {
  if (operand.kind !== 'call' || operand.name !== 'GROUPING' || query.subtotals === undefined) return null;
  return askedGroup(scope, operand, places);
}

function planCount(scope: Scope, query: Query): AggregatePlan {
  const { errors } = scope.statement;
  const [item, second] = query.select;
  if (second !== undefined) throw errors.malformed('COUNT() must be the only element in the SELECT list', second.at);
  if (item?.kind === 'operand' && item.alias !== null)
    throw errors.malformed(`unexpected token: '${item.alias}'`, item.at);
  if (query.orderBy[0] !== undefined)
    throw errors.malformed('ORDER BY is not allowed with COUNT()', query.orderBy[0].at);
  const source = sourceSql(scope, query);
  const limit = limitSql(scope, query);
  const isBounded = query.limit !== null || query.offset !== null;
  const sql: Emit = (run) =>
    isBounded
      ? `SELECT COUNT(*) AS n FROM (SELECT 1${source(run)}${limit(run)})`
      : `SELECT COUNT(*) AS n${source(run)}`;
  return { kind: 'count', object: scope.base.object, statement: scope.statement, columns: [], sql };
}

function groupSql(scope: Scope, operand: Operand): Emit {
  const group = operandSql(scope, operand, 'filter', false);
  const at = operand.at;
  if (!isGroupable(group)) {
    throw scope.statement.errors.malformed(`field '${group.name}' can not be grouped in a query call`, at);
  }
  return group.emit;
}

/** Text, ids, dates and flags group; of the formulas, dates and flags. Custom numbers are doubles, which do not. */
const GROUPABLE: ReadonlySet<FieldType> = new Set([
  'id',
  'reference',
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'picklist',
  'combobox',
  'boolean',
  'int',
  'date',
]);
const GROUPABLE_FORMULAS: ReadonlySet<FieldType> = new Set(['boolean', 'date']);

function isGroupable({ type, field }: TypedSql): boolean {
  if (field?.formula !== undefined) return GROUPABLE_FORMULAS.has(type);
  return GROUPABLE.has(type) && field?.isLongText !== true;
}

function keyOf(scope: Scope, operand: Operand): string {
  const text = operand.kind === 'path' ? scope.names(operand).join('.') : operandText(operand);
  return text.toLowerCase();
}

function checkGrouped(scope: Scope, operand: Operand, grouped: ReadonlyMap<string, number>): void {
  if (operand.kind === 'call' && isAggregateCall(operand.name)) return;
  if (grouped.has(keyOf(scope, operand))) return;
  throw scope.statement.errors.malformed(`Field must be grouped or aggregated: ${operandText(operand)}`, operand.at);
}

/** A field is grouped or aggregated, not both. */
function checkNotBoth(scope: Scope, operand: Operand, places: ReadonlyMap<string, number>): void {
  if (operand.kind !== 'call' || !isAggregateCall(operand.name) || operand.argument?.kind !== 'path') return;
  if (!places.has(keyOf(scope, operand.argument))) return;
  throw scope.statement.errors.malformed(
    `Grouped field should not be aggregated: ${operandText(operand.argument)}`,
    operand.at,
  );
}

function aggregateColumns(
  scope: Scope,
  query: Query,
  places: ReadonlyMap<string, number>,
): (AggregateColumn & SubtotalColumn)[] {
  const { errors } = scope.statement;
  const columns: (AggregateColumn & SubtotalColumn)[] = [];
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind !== 'operand') throw errors.malformed('A grouped query selects fields and functions alone', item.at);
    const formatted = item.operand.kind === 'call' && item.operand.name === 'FORMAT';
    const operand =
      formatted && item.operand.kind === 'call' && item.operand.argument !== null
        ? item.operand.argument
        : item.operand;
    if (operand.kind === 'call' && operand.name === 'COUNT' && operand.argument === null)
      throw errors.malformed('COUNT() is not allowed beside other columns or with GROUP BY; use COUNT(Id)', operand.at);
    const asks = askedBy(scope, operand, query, places);
    if (asks === null) checkGrouped(scope, operand, places);
    checkNotBoth(scope, operand, places);
    const value = asks === null ? operandSql(scope, operand, 'select', true) : GROUPING_VALUE;
    let alias = item.alias;
    if (alias === null) alias = item.operand.kind === 'path' ? value.name : `expr${unnamed++}`;
    const taken = alias.toLowerCase();
    if (columns.some((column) => column.alias.toLowerCase() === taken))
      throw errors.malformed(`duplicate alias: ${alias}`, item.at);
    columns.push({ alias, value, formatted, group: places.get(keyOf(scope, operand)) ?? null, asks });
  }
  return columns;
}

/** Grouped rows as records of `AggregateResult`. */
export function aggregateRecords(
  plan: AggregatePlan,
  rows: readonly Record<string, SqlValue>[],
  run: Run,
): SObjectRecord[] {
  const types: Record<string, FieldType> = {};
  for (const { alias, value, formatted } of plan.columns) types[alias] = formatted ? 'string' : value.type;
  const booleans = plan.columns.filter(({ value }) => value.type === 'boolean').map(({ alias }) => alias);
  const formatted = plan.columns.filter((column) => column.formatted);
  return rows.map((row) => {
    const values = row as Record<string, Raw>;
    for (const alias of booleans) values[alias] = values[alias] === null ? null : values[alias] === 1;
    for (const { alias, value } of formatted)
      values[alias] = formatValue(values[alias] ?? null, value.type, run.context.timeZone);
    const record = new SObjectRecord(AGGREGATE_RESULT, values, true);
    record.aggregateTypes = types;
    return record;
  });
}
