/** ORDER BY, LIMIT and OFFSET. */
import type { Amount, OrderItem, Query } from './ast.ts';
import { operandSql, sqlText } from './operand.ts';
import type { Scope } from './scope.ts';
import type { Emit, Run, TypedSql } from './statement.ts';
import { bindNamed } from './values.ts';

const MAXIMUM_OFFSET = 2000;

/** ` ORDER BY ...`, or an empty fragment. Nulls come first unless the query says otherwise. */
export function orderSql(scope: Scope, query: Query, aggregates: boolean): Emit {
  if (query.orderBy.length === 0) return () => '';
  const items = query.orderBy.map((item) => orderItemSql(scope, item, aggregates));
  return (run) => ` ORDER BY ${items.map((item) => item(run)).join(', ')}`;
}

function orderItemSql(scope: Scope, item: OrderItem, aggregates: boolean): Emit {
  const key = orderKeySql(scope, item, aggregates);
  const ending = orderEnding(item);
  return (run) => key(run) + ending;
}

/** Direction and place of the nulls. */
export function orderEnding({ descending, nulls }: OrderItem): string {
  return `${descending ? ' DESC' : ''}${nulls === 'LAST' ? ' NULLS LAST' : descending ? ' NULLS FIRST' : ''}`;
}

/** What is compared to sort by the item. */
export function orderKeySql(scope: Scope, item: OrderItem, aggregates: boolean): Emit {
  const operand = operandSql(scope, item.operand, 'filter', aggregates);
  if (operand.field?.isLongText === true || operand.type === 'multipicklist' || operand.type === 'base64') {
    throw scope.statement.errors.at(
      'INVALID_FIELD',
      `field '${operand.name}' can not be sorted in a query call`,
      item.at,
      [operand.name],
    );
  }
  return sortKey(operand);
}

/** Picklists sort in the order of their values, not by text. */
function sortKey(operand: TypedSql): Emit {
  const values = operand.type === 'picklist' ? (operand.field?.picklistValues ?? []) : [];
  if (values.length === 0) return operand.emit;
  const cases = values.map(({ value }, index) => ` WHEN ${sqlText(value)} THEN ${index}`).join('');
  return (run) => {
    const column = operand.emit(run);
    return `CASE WHEN ${operand.emit(run)} IS NULL THEN NULL ELSE CASE ${column}${cases} ELSE ${values.length} END END`;
  };
}

/** ` LIMIT ? OFFSET ?` as far as written. */
export function limitSql(scope: Scope, query: Query): Emit {
  const { limit, offset } = query;
  if (limit === null && offset === null) return () => '';
  const { errors } = scope.statement;
  return (run) => {
    run.params.push(limit === null ? -1 : amountOf(run, limit));
    if (offset === null) return ' LIMIT ?';
    const skipped = amountOf(run, offset);
    if (skipped > MAXIMUM_OFFSET) {
      throw errors.at(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`,
        offset.at ?? query.fromAt,
      );
    }
    run.params.push(skipped);
    return ' LIMIT ? OFFSET ?';
  };
}

export function amountOf(run: Run, amount: Amount): number {
  if (amount.kind === 'number') return amount.value;
  const value = bindNamed(run, amount.name, amount.at);
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
    throw run.errors.malformed(
      `Invalid value for ${amount.name}: a whole number that is not negative is needed`,
      amount.at,
    );
  }
  return number;
}
