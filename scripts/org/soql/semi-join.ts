/** Where `IN (SELECT ...)` may stand, and what may stand in it. The platform's limits, in its words where they are known. */
import type { Condition, Operand, Query } from './ast.ts';
import { operandText } from './operand.ts';
import type { Statement, TypedSql } from './statement.ts';
import type { ObjectSchema } from '../schema/model.ts';

const MOST_SEMI_JOINS = 2;
/** Objects that an inner query may not read. */
const REFUSED_INSIDE: ReadonlySet<string> = new Set([
  'activityhistory',
  'attachment',
  'event',
  'eventattendee',
  'note',
  'openactivity',
  'task',
]);

interface Found {
  readonly left: Operand;
  readonly query: Query;
}

function directSemiJoin(condition: Condition): Found | null {
  if (condition.kind !== 'compare' || condition.value.kind !== 'query') return null;
  return { left: condition.left, query: condition.value.query };
}

function anySemiJoin(condition: Condition): Found | null {
  if (condition.kind === 'compare') return directSemiJoin(condition);
  const terms = condition.kind === 'not' ? [condition.term] : condition.terms;
  for (const term of terms) {
    const found = anySemiJoin(term);
    if (found !== null) return found;
  }
  return null;
}

/** Refuses semi-joins below OR, NOT or parentheses, in each other, and more than two of them. */
export function checkSemiJoinPlaces(statement: Statement, where: Condition, isInner: boolean): void {
  const { errors } = statement;
  const terms = where.kind === 'and' ? where.terms : [where];
  let count = 0;
  for (const term of terms) {
    const found = anySemiJoin(term);
    if (found === null) continue;
    const at = found.left.at;
    if (isInner) throw errors.malformed('Nesting of semi join sub-selects is not supported', at);
    if (term.kind === 'or' && where === term)
      throw errors.malformed("Semi join sub-selects are not allowed with the 'OR' operator", at);
    if (directSemiJoin(term) === null) {
      throw errors.malformed(
        'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions',
        at,
      );
    }
    count += 1;
    if (count > MOST_SEMI_JOINS)
      throw errors.malformed(`Maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed`, at);
  }
}

/** Refuses inner queries with clauses or objects that semi-joins do not take. */
export function checkInnerQuery(statement: Statement, query: Query, inner: ObjectSchema, outer: ObjectSchema): void {
  const { errors } = statement;
  if (REFUSED_INSIDE.has(inner.name.toLowerCase()))
    throw errors.malformed(`Entity '${inner.name}' is not supported for semi join inner selects`, query.fromAt);
  if (inner === outer)
    throw errors.malformed('The inner and outer selects should not be on the same object type', query.fromAt);
  const [sorted] = query.orderBy;
  if (sorted !== undefined) throw errors.malformed('ORDER BY is not allowed in semi join sub-selects', sorted.at);
  if (query.limit !== null)
    throw errors.malformed('LIMIT is not allowed in semi join sub-selects', query.limit.at ?? query.fromAt);
}

/** Both sides must be ids of the same object, and the left one a field of the queried object itself. */
export function checkSides(
  statement: Statement,
  left: Operand,
  path: readonly string[],
  outer: TypedSql,
  inner: TypedSql,
): void {
  const { errors } = statement;
  if (path.length > 1)
    throw errors.malformed(`The left operand '${operandText(left)}' of a semi join cannot use relationships`, left.at);
  const mine = targetsOf(outer);
  const theirs = targetsOf(inner);
  if (mine.length === 0 || theirs.length === 0 || theirs.some((name) => mine.includes(name))) return;
  throw errors.malformed(
    `The selected field '${inner.name}' in the subquery and the left operand field '${outer.name}' in the where ` +
      'expression in the outer query should point to the same object type',
    left.at,
  );
}

function targetsOf({ field, owner }: TypedSql): readonly string[] {
  if (field === null) return [];
  return field.type === 'id' && owner !== undefined ? [owner.name] : field.referenceTo;
}
