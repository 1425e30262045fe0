/** FROM and WHERE of one query as SQL: joins, the deleted flag, conditions, scope and sharing. */
import type { Condition, Operand, Query } from './ast.ts';
import { conditionSql } from './condition.ts';
import { operandSql } from './operand.ts';
import { checkInnerQuery, checkSemiJoinPlaces, checkSides } from './semi-join.ts';
import { Scope } from './scope.ts';
import { quoted } from './statement.ts';
import type { Emit, Run, Statement, TypedSql } from './statement.ts';
import type { ObjectSchema } from '../schema/model.ts';

export function objectOf(statement: Statement, query: Query): ObjectSchema {
  const object = statement.schema.object(query.from);
  if (object === undefined || !object.queryable) throw statement.errors.noSuchObject(query.from, query.fromAt);
  return object;
}

/** A scope that knows what formulas of its own object may be narrowed by. */
export function openScope(statement: Statement, object: ObjectSchema, query: Query, through: 'from' | 'child'): Scope {
  const scope = new Scope(statement, object, query.alias);
  statement.usages.push({ object, field: null, written: query.from, clause: 'select', through, at: query.fromAt });
  if (query.where !== null) scope.narrowing = narrowed(scope, query.where);
  return scope;
}

function narrowed(scope: Scope, where: Condition): Condition | null {
  const terms = (where.kind === 'and' ? where.terms : [where]).filter((term) => !scope.readsFormula(term));
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : terms.length === 0 ? null : { kind: 'and', terms };
}

/** ` FROM ... WHERE ...`; `extra` is one more condition that comes first. */
export function sourceSql(scope: Scope, query: Query, extra: Emit | null = null, isInner = false): Emit {
  const { base } = scope;
  if (query.where !== null) checkSemiJoinPlaces(scope.statement, query.where, isInner);
  const where = query.where === null ? null : conditionSql(scope, query.where, false, semiJoinSql);
  const mine = scopeFilter(scope, query);
  const hidesDeleted = base.object.field('IsDeleted') !== undefined;
  const table = ` FROM ${quoted(base.object.name)} ${base.alias}`;
  return (run) => {
    const conditions: string[] = [];
    if (extra !== null) conditions.push(extra(run));
    if (hidesDeleted && !run.includeDeleted) conditions.push(`${base.alias}."IsDeleted" = 0`);
    if (where !== null) conditions.push(where(run));
    if (mine !== null) conditions.push(mine(run));
    const sharing = sharingFilter(run, scope);
    if (sharing !== null) conditions.push(sharing);
    return table + scope.joins.join('') + (conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`);
  };
}

function sharingFilter(run: Run, { base }: Scope): string | null {
  if (!run.access.sharing) return null;
  const filter = run.context.access.readFilter(run.access, base.object, base.alias);
  if (filter === null) return null;
  run.params.push(...filter.params);
  return `(${filter.sql})`;
}

/** `USING SCOPE`: which rows each word leaves. */
export const SCOPES: Readonly<Record<string, ((scope: Scope) => Emit) | null>> = {
  everything: null,
  mine: (scope) => (run) => {
    run.params.push(run.access.userId);
    return `${scope.base.alias}."OwnerId" = ?`;
  },
};

function scopeFilter(scope: Scope, query: Query): Emit | null {
  if (query.scope === null) return null;
  const filter = SCOPES[query.scope.name.toLowerCase()];
  if (filter === undefined) throw scope.statement.errors.unsupported(`USING SCOPE ${query.scope.name}`, query.scope.at);
  return filter === null ? null : filter(scope);
}

/** The inner query of a semi-join: one id or reference field, nulls left out. */
function semiJoinSql(outerScope: Scope, query: Query, left: Operand, outer: TypedSql): Emit {
  const { statement } = outerScope;
  const [item, second] = query.select;
  if (item === undefined || second !== undefined || item.kind !== 'operand') {
    throw statement.errors.malformed('semi join sub-selects can only query one field', query.fromAt);
  }
  const object = objectOf(statement, query);
  checkInnerQuery(statement, query, object, outerScope.base.object);
  const scope = openScope(statement, object, query, 'from');
  const field = operandSql(scope, item.operand, 'select', false);
  if (field.type !== 'id' && field.type !== 'reference') {
    throw statement.errors.malformed(
      `The selected field '${field.name}' in the semi join sub-select must be an id or reference field`,
      item.at,
    );
  }
  checkSides(statement, left, left.kind === 'path' ? outerScope.names(left) : [], outer, field);
  const source = sourceSql(scope, query, (run) => `${field.emit(run)} IS NOT NULL`, true);
  return (run) => `SELECT ${field.emit(run)}${source(run)}`;
}
