/** Runs a plan on the store. */
import type { SObjectRecord } from '../store/record.ts';
import type { SqlValue } from '../store/contract.ts';
import type { Access } from '../access/contract.ts';
import { aggregateRecords } from './aggregate.ts';
import type { Query } from './ast.ts';
import type { BindValue, QueryContext, QueryResult } from './contract.ts';
import { PARENT_KEY, planRows, usagesOf } from './plan.ts';
import type { ChildPlan, Plan, RowsPlan } from './plan.ts';
import { checkSecurityEnforced, checkUserMode } from './permission.ts';
import { Statement } from './statement.ts';
import type { Emit, FormulaTable, Run } from './statement.ts';

const NO_PARENTS: readonly string[] = [];

/** Checks access, runs, and makes records. */
export function execute(
  context: QueryContext,
  plan: Plan,
  binds: Readonly<Record<string, BindValue>>,
  access: Access,
  includeDeleted: boolean,
): QueryResult {
  const effective = accessOf(plan.mode, access);
  if (effective.mode === 'user') checkUserMode(context, effective, usagesOf(plan), plan.errors);
  if (plan.mode === 'security_enforced') checkSecurityEnforced(context, effective, usagesOf(plan));
  const run: Run = {
    context,
    access: effective,
    binds,
    errors: plan.errors,
    includeDeleted,
    parentIds: NO_PARENTS,
    params: [],
  };
  if (plan.kind === 'rows') return { kind: 'rows', records: runRows(plan, run) };
  const rows = fetch(plan.statement, plan.sql, run);
  if (plan.kind === 'count') return { kind: 'count', count: Number(rows[0]?.['n'] ?? 0) };
  return { kind: 'aggregate', records: aggregateRecords(plan, rows, run) };
}

function accessOf(mode: Query['mode'], access: Access): Access {
  if (mode === 'user') return { ...access, mode: 'user', sharing: true };
  return mode === 'system' ? { ...access, mode: 'system' } : access;
}

function runRows(plan: RowsPlan, run: Run): SObjectRecord[] {
  const rows = fetch(plan.statement, plan.sql, run);
  const read = plan.output.reader(run);
  const records = rows.map(read);
  for (const child of plan.children) attachChildren(child, records, run);
  return records;
}

function fetch(statement: Statement, sql: Emit, run: Run): Record<string, SqlValue>[] {
  const tables = formulaTables(statement, run);
  return run.context.store.all(tables + sql(run), run.params);
}

/** Values of the formulas that the statement filters, sorts or groups by: computed first, joined by record id. */
function formulaTables(statement: Statement, run: Run): string {
  if (statement.formulaTables.length === 0) return '';
  const parts = statement.formulaTables.map((table) => {
    run.params.push(formulaValues(table, statement, run));
    return `${table.name}(id, value) AS MATERIALIZED (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))`;
  });
  return `WITH ${parts.join(', ')} `;
}

function formulaValues(table: FormulaTable, outer: Statement, run: Run): string {
  const at = { line: 1, column: 1 };
  const statement = new Statement(outer.schema, outer.errors, outer.formulas);
  const query: Query = {
    select: [{ kind: 'operand', operand: { kind: 'path', names: [table.field.name], at }, alias: null, at }],
    from: table.object.name,
    fromAt: at,
    alias: table.queryAlias,
    scope: null,
    where: table.narrowing,
    mode: null,
    groupBy: [],
    having: null,
    orderBy: [],
    limit: null,
    offset: null,
    allRows: true,
    forUpdate: false,
  };
  const plan = planRows(statement, table.object, query);
  const access: Access = { ...run.access, mode: 'system', sharing: false };
  const records = runRows(plan, { ...run, access, includeDeleted: true, parentIds: NO_PARENTS, params: [] });
  const values = records.map((record) => [record.id, asSql(record.get(table.field.name))]);
  return JSON.stringify(values);
}

function asSql(value: SqlValue | boolean): SqlValue {
  return typeof value === 'boolean' ? (value ? 1 : 0) : value;
}

function attachChildren(child: ChildPlan, parents: readonly SObjectRecord[], run: Run): void {
  const lists = new Map<string, SObjectRecord[]>();
  for (const parent of parents) {
    const list: SObjectRecord[] = [];
    (parent.children ??= Object.create(null) as Record<string, SObjectRecord[]>)[child.relationship] = list;
    if (parent.id !== null) lists.set(parent.id, list);
  }
  if (lists.size === 0) return;
  const childRun: Run = { ...run, parentIds: [...lists.keys()], params: [] };
  const rows = fetch(child.rows.statement, child.rows.sql, childRun);
  const read = child.rows.output.reader(childRun);
  const records = rows.map((row) => {
    const owner = row[PARENT_KEY] as string;
    delete row[PARENT_KEY];
    delete row['#row'];
    const record = read(row);
    lists.get(owner)?.push(record);
    return record;
  });
  for (const grandchild of child.rows.children) attachChildren(grandchild, records, run);
}
