/** What a condition compares with: literals checked when planned, binds when run. */
import type { FieldType } from '../schema/model.ts';
import type { SqlValue } from '../store/contract.ts';
import type { Operator, Position, Value } from './ast.ts';
import type { BindValue } from './contract.ts';
import { DATE_LITERALS } from './date-literals.ts';
import type { QueryErrors } from './errors.ts';
import { toId18 } from '../store/ids.ts';
import { unescapePattern, unescapeText } from './literals.ts';
import type { Run } from './statement.ts';
import { DAY_MS, dayOfInstant, dayToText, startOfDay, textToDay } from './zone.ts';

export type Resolved =
  | { readonly kind: 'scalar'; readonly value: SqlValue }
  | { readonly kind: 'range'; readonly from: SqlValue; readonly until: SqlValue }
  | { readonly kind: 'list'; readonly values: readonly SqlValue[] };

export interface Target {
  readonly type: FieldType;
  readonly name: string;
}

type TypeGroup = 'id' | 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time';

/** How values of each field type are compared. */
export const TYPE_GROUPS: Readonly<Record<FieldType, TypeGroup>> = {
  id: 'id',
  reference: 'id',
  string: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  picklist: 'text',
  multipicklist: 'text',
  combobox: 'text',
  anyType: 'text',
  base64: 'text',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
};

const WORDS: Readonly<Record<TypeGroup, string>> = {
  id: 'string',
  text: 'string',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
};

/** Answers the value for every run; constants are worked out once. */
export function valueOf(value: Value, target: Target, operator: Operator, errors: QueryErrors): (run: Run) => Resolved {
  if (value.kind === 'bind') return (run) => bound(run, value.name, value.at, target);
  if (value.kind === 'dateLiteral') return dateLiteral(value, target, errors);
  if (value.kind === 'list') {
    const readers = value.values.map((one) => valueOf(one, target, operator, errors));
    return (run) => ({
      kind: 'list',
      values: readers.flatMap((read, index) => members(read(run), errors, value.values[index]?.at ?? value.at)),
    });
  }
  const constant: Resolved = { kind: 'scalar', value: literal(value, target, operator, errors) };
  return () => constant;
}

function members(resolved: Resolved, errors: QueryErrors, at: Position): readonly SqlValue[] {
  if (resolved.kind === 'list') return resolved.values;
  if (resolved.kind === 'scalar') return [resolved.value];
  throw errors.unsupported('A date literal in a list', at);
}

function literal(value: Value, target: Target, operator: Operator, errors: QueryErrors): SqlValue {
  const group = TYPE_GROUPS[target.type];
  const fail = () => errors.wrongType(target.name, WORDS[group], group === 'text' || group === 'id', value.at);
  switch (value.kind) {
    case 'null':
      return null;
    case 'string':
      if (group === 'id') return idValue(unescapeText(value.raw), operator, errors, value.at);
      if (group !== 'text') throw fail();
      return emptyAsNull(
        operator === 'LIKE' || operator === 'MATCHES' ? unescapePattern(value.raw) : unescapeText(value.raw),
      );
    case 'number':
      if (group !== 'number') throw fail();
      return value.value;
    case 'boolean':
      if (group !== 'boolean') throw fail();
      return value.value ? 1 : 0;
    case 'date':
      if (group !== 'date') throw fail();
      return value.value;
    case 'datetime':
      if (group !== 'datetime') throw fail();
      return value.value;
    case 'time':
      if (group !== 'time') throw fail();
      return value.value;
    default:
      throw fail();
  }
}

function emptyAsNull(text: string): string | null {
  return text === '' ? null : text;
}

function idValue(text: string, operator: Operator, errors: QueryErrors, at: Position): string | null {
  if (text === '') return null;
  if (operator === 'LIKE') throw errors.at('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field', at);
  // Text of the right form is an id even where its last three characters are not those of the others: it finds nothing.
  const id = toId18(text) ?? (/^[A-Za-z0-9]{18}$/.test(text) ? text : undefined);
  if (id === undefined) throw errors.at('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`, at);
  return id;
}

function dateLiteral(
  value: Value & { kind: 'dateLiteral' },
  target: Target,
  errors: QueryErrors,
): (run: Run) => Resolved {
  const literalOf = DATE_LITERALS.get(value.name);
  if (literalOf === undefined) throw errors.unsupported(`The date literal ${value.name}`, value.at);
  const group = TYPE_GROUPS[target.type];
  if (group !== 'date' && group !== 'datetime')
    throw errors.wrongType(target.name, WORDS[group], group === 'text' || group === 'id', value.at);
  return ({ context }) => {
    const days = literalOf(dayOfInstant(context.timeZone, context.clock.now()), value.count);
    if (group === 'date') return { kind: 'range', from: dayToText(days.from), until: dayToText(days.until) };
    return {
      kind: 'range',
      from: startOfDay(context.timeZone, days.from),
      until: startOfDay(context.timeZone, days.until),
    };
  };
}

/** The bind's value as written after the colon; names are case-insensitive. */
export function bindNamed(run: Run, name: string, at: Position): BindValue {
  const exact = run.binds[name];
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(run.binds)) if (key.toLowerCase() === wanted) return value;
  throw run.errors.malformed(`Variable does not exist: ${name}`, at);
}

function bound(run: Run, name: string, at: Position, target: Target): Resolved {
  const value = bindNamed(run, name, at);
  if (!Array.isArray(value))
    return { kind: 'scalar', value: bindToSql(value as Exclude<BindValue, readonly BindValue[]>, target, run, at) };
  return {
    kind: 'list',
    values: value.map((one: BindValue) => bindToSql(one as Exclude<BindValue, readonly BindValue[]>, target, run, at)),
  };
}

function bindToSql(value: Exclude<BindValue, readonly BindValue[]>, target: Target, run: Run, at: Position): SqlValue {
  if (value === null) return null;
  const group = TYPE_GROUPS[target.type];
  if (typeof value === 'object') return dateBind(value, target, group, run, at);
  if (typeof value === 'bigint') return bindToSql(Number(value), target, run, at);
  if (typeof value === 'string') {
    if (value === '') return null;
    if (group === 'text') return value;
    if (group === 'id') return idValue(value, '=', run.errors, at);
    if (group === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  }
  if (typeof value === 'number' && (group === 'number' || group === 'datetime' || group === 'time')) return value;
  if (typeof value === 'boolean' && group === 'boolean') return value ? 1 : 0;
  throw badBind(run, typeof value, target, at);
}

function dateBind(
  value: Extract<BindValue, { kind: string }>,
  target: Target,
  group: TypeGroup,
  run: Run,
  at: Position,
): SqlValue {
  const bind = value as { kind: 'date'; value: string } | { kind: 'datetime' | 'time'; value: number };
  if (bind.kind === group) return bind.value;
  if (bind.kind === 'date' && group === 'datetime') return textToDay(bind.value) * DAY_MS;
  if (bind.kind === 'datetime' && group === 'date') return dayToText(dayOfInstant(run.context.timeZone, bind.value));
  throw badBind(run, bind.kind, target, at);
}

function badBind(run: Run, kind: string, target: Target, at: Position): Error {
  return run.errors.at(
    'INVALID_FIELD',
    `Invalid bind expression type of ${kind} for column '${target.name}' of type ${WORDS[TYPE_GROUPS[target.type]]}`,
    at,
    [target.name],
  );
}
