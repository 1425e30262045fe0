/** Conditions → SQL, with SOQL's own rules for null, text, multi-select values and date ranges. */
import type { SqlValue } from '../store/contract.ts';
import type { Comparison, Condition, Operand, Operator, Query, Value } from './ast.ts';
import { operandSql, sqlText } from './operand.ts';
import type { Scope } from './scope.ts';
import type { Emit, Run, TypedSql } from './statement.ts';
import { valueOf } from './values.ts';
import type { Resolved } from './values.ts';

/** Plans the inner query of `IN (SELECT ...)` for the field on its left. */
export type SemiJoin = (scope: Scope, query: Query, left: Operand, outer: TypedSql) => Emit;

export function conditionSql(scope: Scope, condition: Condition, aggregates: boolean, semiJoin: SemiJoin): Emit {
  if (condition.kind === 'compare') return comparisonSql(scope, condition, aggregates, semiJoin);
  if (condition.kind === 'not') {
    const term = conditionSql(scope, condition.term, aggregates, semiJoin);
    return (run) => `NOT COALESCE(${term(run)}, 0)`;
  }
  const terms = condition.terms.map((term) => conditionSql(scope, term, aggregates, semiJoin));
  const word = condition.kind === 'and' ? ' AND ' : ' OR ';
  return (run) => `(${terms.map((term) => term(run)).join(word)})`;
}

function comparisonSql(scope: Scope, comparison: Comparison, aggregates: boolean, semiJoin: SemiJoin): Emit {
  const left = operandSql(scope, comparison.left, 'filter', aggregates);
  const { operator, value } = comparison;
  const { errors } = scope.statement;
  if (left.field?.isLongText === true || left.type === 'base64') {
    throw errors.at('INVALID_FIELD', `field '${left.name}' can not be filtered in a query call`, comparison.at, [
      left.name,
    ]);
  }
  checkOperator(scope, comparison, left);
  if (value.kind === 'list' && value.values.some((one) => one.kind === 'dateLiteral'))
    return conditionSql(scope, eachOf(comparison, value.values), aggregates, semiJoin);
  if (value.kind === 'query') return semiJoinSql(scope, comparison, left, value.query, semiJoin);
  if ((operator === 'IN' || operator === 'NOT IN') && value.kind !== 'list' && value.kind !== 'bind') {
    throw errors.malformed(`${operator} operator must be used with an iterable expression`, value.at);
  }
  const read = valueOf(value, left, operator, errors);
  return (run) => {
    const resolved = read(run);
    return resolved.kind === 'list'
      ? listSql(run, left, operator, resolved.values)
      : scalarSql(run, left, operator, resolved);
  };
}

/** A list with relative dates as one comparison for each: a day is a range, not a value. */
function eachOf(comparison: Comparison, values: readonly Value[]): Condition {
  const negated = comparison.operator === 'NOT IN';
  const terms = values.map((value): Condition => ({ ...comparison, operator: negated ? '!=' : '=', value }));
  return { kind: negated ? 'and' : 'or', terms };
}

const ORDERED = new Set<Operator>(['<', '>', '<=', '>=']);
const LIST_OF_VALUES = new Set<Operator>(['INCLUDES', 'EXCLUDES']);

function checkOperator(scope: Scope, { operator, at }: Comparison, left: TypedSql): void {
  const isMultiple = left.type === 'multipicklist';
  const isId = left.type === 'id' || left.type === 'reference';
  const isText =
    isMultiple ||
    !['id', 'reference', 'int', 'double', 'currency', 'percent', 'boolean', 'date', 'datetime', 'time'].includes(
      left.type,
    );
  const refused =
    (operator === 'LIKE' && !isText) ||
    (LIST_OF_VALUES.has(operator) && !isMultiple) ||
    (ORDERED.has(operator) && left.type === 'boolean');
  if (!refused) return;
  const kind = isId ? 'id' : left.type;
  throw scope.statement.errors.at('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${kind} field`, at, [
    left.name,
  ]);
}

function semiJoinSql(scope: Scope, comparison: Comparison, left: TypedSql, query: Query, semiJoin: SemiJoin): Emit {
  const { operator, value } = comparison;
  const { errors } = scope.statement;
  if (operator !== 'IN' && operator !== 'NOT IN') throw errors.malformed(`unexpected token: 'SELECT'`, value.at);
  if (left.type !== 'id' && left.type !== 'reference') {
    throw errors.malformed(
      `The left operand '${left.name}' in a semi join must be an id or reference field`,
      comparison.at,
    );
  }
  const inner = semiJoin(scope, query, comparison.left, left);
  return (run) => {
    const sql = left.emit(run);
    if (operator === 'IN') return `${sql} IN (${inner(run)})`;
    return `(${sql} IS NULL OR ${left.emit(run)} NOT IN (${inner(run)}))`;
  };
}

function scalarSql(run: Run, left: TypedSql, operator: Operator, value: Exclude<Resolved, { kind: 'list' }>): string {
  if (value.kind === 'range') return rangeSql(run, left, operator, value.from, value.until);
  if (operator === 'IN' || operator === 'NOT IN')
    return listSql(run, left, operator, value.value === null ? [] : [value.value]);
  if (operator === 'LIKE') return likeSql(run, left, [value.value]);
  if (operator === 'MATCHES') return wordsSql(run, left, value.value);
  if (LIST_OF_VALUES.has(operator)) return listSql(run, left, operator, [value.value]);
  const sql = left.emit(run);
  run.params.push(value.value);
  if (operator === '=') return `${sql} IS ?`;
  if (operator === '!=') return `${sql} IS NOT ?`;
  return `${sql} ${operator} ?`;
}

/** Relative dates: before the range, inside, or after it. */
function rangeSql(run: Run, left: TypedSql, operator: Operator, from: SqlValue, until: SqlValue): string {
  const compare = (word: string, bound: SqlValue): string => {
    const sql = left.emit(run);
    run.params.push(bound);
    return `${sql} ${word} ?`;
  };
  switch (operator) {
    case '=':
      return `(${compare('>=', from)} AND ${compare('<', until)})`;
    case '!=':
      return `NOT COALESCE((${compare('>=', from)} AND ${compare('<', until)}), 0)`;
    case '<':
      return compare('<', from);
    case '>=':
      return compare('>=', from);
    case '>':
      return compare('>=', until);
    default:
      return compare('<', until);
  }
}

function listSql(run: Run, left: TypedSql, operator: Operator, values: readonly SqlValue[]): string {
  if (operator === 'LIKE') return likeSql(run, left, values);
  if (LIST_OF_VALUES.has(operator)) return multipleSql(run, left, operator === 'EXCLUDES', values);
  const negated = operator === 'NOT IN' || operator === '!=';
  const present = values.filter((value) => value !== null);
  const hasNull = present.length < values.length;
  if (present.length === 0) return emptyListSql(run, left, negated, hasNull);
  const inList = (word: string): string => {
    const sql = left.emit(run);
    if (present.length === 1) {
      run.params.push(present[0] ?? null);
      return `${sql} ${word === 'IN' ? '=' : '<>'} ?`;
    }
    run.params.push(JSON.stringify(present));
    return `${sql} ${word} (SELECT value FROM json_each(?))`;
  };
  if (!negated) return hasNull ? `(${left.emit(run)} IS NULL OR ${inList('IN')})` : inList('IN');
  return hasNull ? inList('NOT IN') : `(${left.emit(run)} IS NULL OR ${inList('NOT IN')})`;
}

function emptyListSql(run: Run, left: TypedSql, negated: boolean, hasNull: boolean): string {
  if (!hasNull) return negated ? '1' : '0';
  return `${left.emit(run)} IS ${negated ? 'NOT ' : ''}NULL`;
}

function likeSql(run: Run, left: TypedSql, patterns: readonly SqlValue[]): string {
  if (patterns.length === 0) return '0';
  const terms = patterns.map((pattern) => {
    const sql = left.emit(run);
    if (pattern === null) return `${sql} IS NULL`;
    run.params.push(pattern);
    return `${sql} LIKE ? ESCAPE '\\'`;
  });
  return terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`;
}

/** Characters between words, for the search of whole words. */
export const SEPARATORS = ['-', '.', ',', '@', '/', '_', '(', ')', ':', ';', '"', '\n'] as const;

/** The text with blanks around its words contains the pattern of words. */
function wordsSql(run: Run, left: TypedSql, pattern: SqlValue): string {
  const column = left.emit(run);
  const spaced = SEPARATORS.reduce(
    (sql, separator) => `REPLACE(${sql}, ${separator === '\n' ? 'char(10)' : sqlText(separator)}, ' ')`,
    column,
  );
  run.params.push(pattern);
  return `(' ' || ${spaced} || ' ') LIKE ? ESCAPE '\\'`;
}

/** Each value may name several choices with `;`: all of them must be there. */
function multipleSql(run: Run, left: TypedSql, excludes: boolean, values: readonly SqlValue[]): string {
  const any = values.map((value) => {
    if (value === null) return `${left.emit(run)} IS NULL`;
    const all = String(value)
      .split(';')
      .map((choice) => {
        const sql = left.emit(run);
        run.params.push(`%;${choice.replace(/[\\%_]/g, '\\$&')};%`);
        return `(';' || ${sql} || ';') LIKE ? ESCAPE '\\'`;
      });
    return `(${all.join(' AND ')})`;
  });
  const sql = any.length === 0 ? '0' : `(${any.join(' OR ')})`;
  return excludes ? `NOT COALESCE(${sql}, 0)` : sql;
}
