/** Tree → plan: SQL with parameters, and how its rows become records. Plans hold no data and are reused for every run. */
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { ParsedQuery, Position, Query, SelectItem } from './ast.ts';
import { planAggregate } from './aggregate.ts';
import type { AggregatePlan } from './aggregate.ts';
import type { FormulaHook } from './contract.ts';
import { QueryErrors } from './errors.ts';
import { SOQL_FUNCTIONS, isAggregateCall } from './functions.ts';
import { operandSql, operandText } from './operand.ts';
import { amountOf, limitSql, orderSql } from './ordering.ts';
import { Output } from './output.ts';
import { objectOf, openScope, sourceSql } from './source.ts';
import type { Scope } from './scope.ts';
import { Statement } from './statement.ts';
import type { Emit, Usage } from './statement.ts';

export interface RowsPlan {
  readonly kind: 'rows';
  readonly object: ObjectSchema;
  readonly statement: Statement;
  readonly output: Output;
  readonly sql: Emit;
  readonly children: readonly ChildPlan[];
}

export interface ChildPlan {
  /** Exact child relationship name. */
  readonly relationship: string;
  readonly rows: RowsPlan;
}

/** Column that carries the parent's id in the rows of a child sub-query. */
export const PARENT_KEY = '#parent';

export type Plan = (RowsPlan | AggregatePlan) & { readonly mode: Query['mode']; readonly errors: QueryErrors };

const FIELDS_LIMIT = 200;

export function kindOf(query: Query): 'rows' | 'aggregate' | 'count' {
  if (query.groupBy.length > 0) return 'aggregate';
  const calls = query.select.flatMap((item) =>
    item.kind === 'operand' && item.operand.kind === 'call' ? [item.operand] : [],
  );
  const [first] = calls;
  if (first?.name === 'COUNT' && first.argument === null) return 'count';
  return calls.some(
    (call) => isAggregateCall(call.name) || (call.argument?.kind === 'call' && isAggregateCall(call.argument.name)),
  )
    ? 'aggregate'
    : 'rows';
}

/** Plans one parsed query; throws in the platform's words where a name or a clause is wrong. */
export function planQuery(
  parsed: ParsedQuery,
  schema: OrgSchema,
  formulas: Pick<FormulaHook, 'references'> | null,
): Plan {
  const errors = new QueryErrors(parsed.text);
  const statement = new Statement(schema, errors, formulas);
  const { query } = parsed;
  const object = objectOf(statement, query);
  const kind = kindOf(query);
  const plan = kind === 'rows' ? planRows(statement, object, query) : planAggregate(statement, object, query, kind);
  return { ...plan, mode: query.mode, errors };
}

export function planRows(statement: Statement, object: ObjectSchema, query: Query): RowsPlan {
  const { errors } = statement;
  if (query.forUpdate && query.orderBy.length > 0)
    throw errors.malformed('ORDER BY is not allowed with FOR UPDATE', query.fromAt);
  const scope = openScope(statement, object, query, 'from');
  const output = new Output(scope);
  const children: ChildPlan[] = [];
  checkDuplicates(scope, query);
  for (const item of query.select) selectItem(scope, output, query, item, children);
  output.close();
  const source = sourceSql(scope, query);
  const order = orderSql(scope, query, false);
  const limit = limitSql(scope, query);
  const sql: Emit = (run) => `SELECT ${output.sql(run)}${source(run)}${order(run)}${limit(run)}`;
  return { kind: 'rows', object, statement, output, sql, children };
}

/** No field twice, neither by name nor through FIELDS(). */
function checkDuplicates(scope: Scope, query: Query): void {
  const seen = new Set<string>();
  const take = (name: string, at: Position): void => {
    const key = name.toLowerCase();
    if (seen.has(key)) throw scope.statement.errors.malformed(`duplicate field selected: ${name}`, at);
    seen.add(key);
  };
  for (const item of query.select) {
    if (item.kind === 'fields')
      for (const field of scope.base.object.fields) if (isInGroup(field, item.group)) take(field.name, item.at);
    if (item.kind === 'operand' && item.operand.kind === 'path') take(scope.names(item.operand).join('.'), item.at);
  }
}

function isInGroup(field: FieldSchema, group: 'ALL' | 'CUSTOM' | 'STANDARD'): boolean {
  return group === 'ALL' || (group === 'CUSTOM') === field.custom;
}

function selectItem(scope: Scope, output: Output, query: Query, item: SelectItem, children: ChildPlan[]): void {
  const { errors } = scope.statement;
  switch (item.kind) {
    case 'query':
      children.push(planChild(scope, item.query));
      return;
    case 'fields':
      selectGroup(scope, output, query, item);
      return;
    case 'typeof':
      selectTypeof(scope, output, item);
      return;
    case 'operand':
      break;
  }
  const { operand, alias } = item;
  if (operand.kind === 'path') {
    if (alias !== null) throw errors.malformed('only aggregate expressions use field aliasing', item.at);
    output.addPath(scope.names(operand), operand.at);
    return;
  }
  const definition = SOQL_FUNCTIONS.get(operand.name);
  if (operand.name !== 'FORMAT') {
    output.addExpression(operandSql(scope, operand, 'select', false), alias, false);
    return;
  }
  if (operand.argument === null) throw errors.malformed("unexpected token: ')'", item.at);
  const argument = operandSql(scope, operand.argument, 'select', false);
  if (argument.field !== null && definition?.kind === 'value' && !definition.takes(argument.field)) {
    throw errors.malformed(`field ${operandText(operand.argument)} does not support function FORMAT`, item.at);
  }
  output.addExpression(argument, alias, true);
}

function selectGroup(scope: Scope, output: Output, query: Query, item: SelectItem & { kind: 'fields' }): void {
  const isBounded = query.limit !== null && (query.limit.kind === 'bind' || query.limit.value <= FIELDS_LIMIT);
  if (item.group !== 'STANDARD' && !isBounded) {
    throw scope.statement.errors.malformed(
      `The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`,
      item.at,
    );
  }
  for (const field of scope.base.object.fields) {
    if (isInGroup(field, item.group)) output.addPath([field.name], item.at);
  }
}

function selectTypeof(scope: Scope, output: Output, item: SelectItem & { kind: 'typeof' }): void {
  const [relationship, ...deeper] = scope.names(item.path);
  const { errors } = scope.statement;
  if (relationship === undefined || deeper.length > 0)
    throw errors.unsupported('TYPEOF over more than one relationship', item.at);
  const parent = output.parent(output.root, relationship, item.at, 'select');
  if (parent.node.targets === null)
    throw errors.malformed(`TYPEOF needs a polymorphic relationship, ${relationship} is not`, item.at);
  for (const branch of item.branches) {
    const variant = output.variant(parent, branch.object);
    if (variant === null) throw errors.noSuchObject(branch.object, branch.at);
    for (const path of branch.fields) output.addPath(path.names, path.at, 'select', variant);
  }
  for (const path of item.otherwise ?? []) output.addPath(path.names, path.at, 'select', parent);
}

/** A child sub-query: one statement for the children of every parent row; LIMIT counts per parent. */
function planChild(parent: Scope, query: Query): ChildPlan {
  const { errors, schema, formulas } = parent.statement;
  const name = query.from.split('.').at(-1) ?? query.from;
  const relationship = parent.base.object.childRelationship(name);
  const object = relationship === undefined ? undefined : schema.object(relationship.childObject);
  if (relationship === undefined || object === undefined) throw errors.noSuchChild(query.from, query.fromAt);
  const statement = new Statement(schema, errors, formulas);
  const scope = openScope(statement, object, query, 'child');
  const output = new Output(scope);
  const children: ChildPlan[] = [];
  checkDuplicates(scope, query);
  for (const item of query.select) selectItem(scope, output, query, item, children);
  output.close();
  const foreignKey = `${scope.base.alias}."${relationship.field}"`;
  const ofParents: Emit = (run) => {
    run.params.push(JSON.stringify(run.parentIds));
    return `${foreignKey} IN (SELECT value FROM json_each(?))`;
  };
  const source = sourceSql(scope, query, ofParents);
  const order = orderSql(scope, query, false);
  const columns: Emit = (run) => `${output.sql(run)}, ${foreignKey} AS "${PARENT_KEY}"`;
  const { limit } = query;
  const sql: Emit = (run) => {
    if (limit === null) return `SELECT ${columns(run)}${source(run)}${order(run)}`;
    const ranked = `SELECT ${columns(run)}, row_number() OVER (PARTITION BY ${foreignKey}${order(run)}) AS "#row"${source(run)}`;
    run.params.push(amountOf(run, limit));
    return `SELECT * FROM (${ranked}) WHERE "#row" <= ? ORDER BY "#row"`;
  };
  return { relationship: relationship.name, rows: { kind: 'rows', object, statement, output, sql, children } };
}

/** Everything the plan reads, with the sub-queries. */
export function usagesOf(plan: {
  readonly statement: Statement;
  readonly children?: readonly ChildPlan[];
}): readonly Usage[] {
  return [...plan.statement.usages, ...(plan.children ?? []).flatMap((child) => usagesOf(child.rows))];
}
