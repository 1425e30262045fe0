/** SOQL: parse → plan → SQL. Plans are cached per schema and text. */
import type { OrgSchema } from '../schema/model.ts';
import type { Query } from './ast.ts';
import type { FormulaHook, Soql } from './contract.ts';
import { execute } from './execute.ts';
import { parseQuery } from './parse.ts';
import { kindOf, planQuery } from './plan.ts';
import type { Plan } from './plan.ts';

export { queryColumns } from './columns.ts';
export type { ColumnMetadata, QueryColumns } from './columns.ts';
export { soslSearch } from './sosl.ts';
export { AGGREGATE_RESULT } from './aggregate.ts';

const CACHE_LIMIT = 2000;
const plans = new WeakMap<OrgSchema, Map<string, Plan>>();
const NAMES_ONLY: Pick<FormulaHook, 'references'> = { references: () => [] };

/** Shape of a query; throws for every name that is not there. */
export const analyze: Soql['analyze'] = (text, schema) => {
  const parsed = parseQuery(text);
  const plan = planQuery(parsed, schema, NAMES_ONLY);
  const mode: Query['mode'] = parsed.query.mode;
  const shape = { object: plan.object.name, kind: kindOf(parsed.query), binds: parsed.binds };
  return mode === null ? shape : { ...shape, mode };
};

/** Runs a query with its binds. `ALL ROWS` shows deleted rows too. */
export const run: Soql['run'] = (context, text, binds, access) => {
  const { query } = parseQuery(text);
  return execute(context, planOf(text, context.schema, context.formulas ?? null), binds, access, query.allRows);
};

function planOf(text: string, schema: OrgSchema, formulas: FormulaHook | null): Plan {
  let known = plans.get(schema);
  if (known === undefined) plans.set(schema, (known = new Map<string, Plan>()));
  const key = formulas === null ? `-${text}` : `+${text}`;
  let plan = known.get(key);
  if (plan === undefined) {
    plan = planQuery(parseQuery(text), schema, formulas);
    if (known.size >= CACHE_LIMIT) known.clear();
    known.set(key, plan);
  }
  return plan;
}

export const soql: Soql = { analyze, run };
