/** Grouped queries and counts. */
import type { Raw } from '../types.ts';
import type { FieldType, ObjectSchema } from '../schema/model.ts';
import { SObjectRecord } from '../store/record.ts';
import type { SqlValue } from '../store/contract.ts';
import type { Operand, Query, SelectItem } from './ast.ts';
import { conditionSql } from './condition.ts';
import { formatValue } from './format.ts';
import { isAggregateCall } from './functions.ts';
import { operandSql, operandText } from './operand.ts';
import { limitSql, orderSql } from './ordering.ts';
import type { Scope } from './scope.ts';
import { openScope, sourceSql } from './source.ts';
import type { Emit, Run, Statement, TypedSql } from './statement.ts';

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
  const groups = query.groupBy.map((operand) => groupSql(scope, operand));
  const grouped = new Set(query.groupBy.map((operand) => keyOf(scope, operand)));
  const columns = aggregateColumns(scope, query.select, grouped);
  for (const item of query.orderBy) checkGrouped(scope, item.operand, grouped);
  const source = sourceSql(scope, query);
  const having =
    query.having === null
      ? null
      : conditionSql(scope, query.having, true, () => {
          throw statement.errors.unsupported('A sub-query in HAVING', query.fromAt);
        });
  const order = orderSql(scope, query, true);
  const limit = limitSql(scope, query);
  const sql: Emit = (run) => {
    const list = columns.map(({ alias, value }) => `${value.emit(run)} AS "${alias}"`).join(', ');
    const from = source(run);
    const by = groups.length === 0 ? '' : ` GROUP BY ${groups.map((group) => group(run)).join(', ')}`;
    return `SELECT ${list}${from}${by}${having === null ? '' : ` HAVING ${having(run)}`}${order(run)}${limit(run)}`;
  };
  return { kind, object, statement, columns, sql };
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
  if (
    group.field?.isLongText === true ||
    group.type === 'multipicklist' ||
    group.type === 'base64' ||
    group.type === 'datetime'
  ) {
    throw scope.statement.errors.malformed(`field '${group.name}' can not be grouped in a query call`, at);
  }
  return group.emit;
}

function keyOf(scope: Scope, operand: Operand): string {
  const text = operand.kind === 'path' ? scope.names(operand).join('.') : operandText(operand);
  return text.toLowerCase();
}

function checkGrouped(scope: Scope, operand: Operand, grouped: ReadonlySet<string>): void {
  if (operand.kind === 'call' && isAggregateCall(operand.name)) return;
  if (grouped.has(keyOf(scope, operand))) return;
  throw scope.statement.errors.malformed(`Field must be grouped or aggregated: ${operandText(operand)}`, operand.at);
}

function aggregateColumns(
  scope: Scope,
  select: readonly SelectItem[],
  grouped: ReadonlySet<string>,
): AggregateColumn[] {
  const { errors } = scope.statement;
  const columns: AggregateColumn[] = [];
  let unnamed = 0;
  for (const item of select) {
    if (item.kind !== 'operand') throw errors.malformed('A grouped query selects fields and functions alone', item.at);
    const formatted = item.operand.kind === 'call' && item.operand.name === 'FORMAT';
    const operand =
      formatted && item.operand.kind === 'call' && item.operand.argument !== null
        ? item.operand.argument
        : item.operand;
    checkGrouped(scope, operand, grouped);
    const value = operandSql(scope, operand, 'select', true);
    let alias = item.alias;
    if (alias === null) alias = item.operand.kind === 'path' ? value.name : `expr${unnamed++}`;
    const taken = alias.toLowerCase();
    if (columns.some((column) => column.alias.toLowerCase() === taken))
      throw errors.malformed(`duplicate alias: ${alias}`, item.at);
    columns.push({ alias, value, formatted });
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
    for (const alias of booleans) values[alias] = values[alias] === 1;
    for (const { alias, value } of formatted)
      values[alias] = formatValue(values[alias] ?? null, value.type, run.context.timeZone);
    const record = new SObjectRecord(AGGREGATE_RESULT, values, true);
    record.aggregateTypes = types;
    return record;
  });
}
