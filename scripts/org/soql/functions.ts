/** SOQL functions as a table. What is not here fails by name. */
import type { FieldSchema, FieldType } from '../schema/model.ts';

export interface AggregateFunction {
  readonly kind: 'aggregate';
  /** Field types the function takes; `null`: all that can be grouped. */
  readonly takes: ReadonlySet<FieldType> | null;
  sql(argument: string): string;
  type(argument: FieldType): FieldType;
}

export interface DateFunction {
  readonly kind: 'date';
  readonly takes: ReadonlySet<FieldType>;
  /** `argument` is ISO date text. */
  sql(argument: string): string;
  readonly type: FieldType;
}

export interface ValueFunction {
  readonly kind: 'value';
  takes(field: FieldSchema): boolean;
}

/** `GROUPING(field)`: 1 in the rows that sum over the field, else 0. */
export interface GroupingFunction {
  readonly kind: 'grouping';
}

/** `convertTimezone(field)`, inside a date function. */
export interface ZoneFunction {
  readonly kind: 'zone';
}

export type SoqlFunction = AggregateFunction | DateFunction | ValueFunction | GroupingFunction | ZoneFunction;

const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
const DATES: ReadonlySet<FieldType> = new Set(['date', 'datetime']);
const INSTANTS: ReadonlySet<FieldType> = new Set(['datetime']);
const ORDERED: ReadonlySet<FieldType> = new Set([
  ...NUMBERS,
  ...DATES,
  'time',
  'string',
  'email',
  'phone',
  'url',
  'picklist',
  'combobox',
  'id',
  'reference',
  'textarea',
]);

function aggregate(
  takes: ReadonlySet<FieldType> | null,
  sql: (argument: string) => string,
  type: (argument: FieldType) => FieldType,
): AggregateFunction {
  return { kind: 'aggregate', takes, sql, type };
}

function datePart(sql: (argument: string) => string, takes = DATES, type: FieldType = 'int'): DateFunction {
  return { kind: 'date', takes, sql, type };
}

function format(code: string): (argument: string) => string {
  return (argument) => `CAST(strftime('${code}', ${argument}) AS INTEGER)`;
}

function quarter(argument: string): string {
  return `((CAST(strftime('%m', ${argument}) AS INTEGER) + 2) / 3)`;
}

const same = (type: FieldType): FieldType => type;
const int = (): FieldType => 'int';

export const SOQL_FUNCTIONS: ReadonlyMap<string, SoqlFunction> = new Map<string, SoqlFunction>([
  ['COUNT', aggregate(null, (argument) => `COUNT(${argument})`, int)],
  ['COUNT_DISTINCT', aggregate(null, (argument) => `COUNT(DISTINCT ${argument})`, int)],
  ['SUM', aggregate(NUMBERS, (argument) => `SUM(${argument})`, same)],
  [
    'AVG',
    aggregate(
      NUMBERS,
      (argument) => `AVG(${argument})`,
      () => 'double',
    ),
  ],
  ['MIN', aggregate(ORDERED, (argument) => `MIN(${argument})`, same)],
  ['MAX', aggregate(ORDERED, (argument) => `MAX(${argument})`, same)],
  ['CALENDAR_YEAR', datePart(format('%Y'))],
  ['CALENDAR_QUARTER', datePart(quarter)],
  ['CALENDAR_MONTH', datePart(format('%m'))],
  ['FISCAL_YEAR', datePart(format('%Y'))],
  ['FISCAL_QUARTER', datePart(quarter)],
  ['FISCAL_MONTH', datePart(format('%m'))],
  ['DAY_IN_MONTH', datePart(format('%d'))],
  ['DAY_IN_WEEK', datePart((argument) => `(CAST(strftime('%w', ${argument}) AS INTEGER) + 1)`)],
  ['DAY_IN_YEAR', datePart(format('%j'))],
  ['WEEK_IN_MONTH', datePart((argument) => `((CAST(strftime('%d', ${argument}) AS INTEGER) - 1) / 7 + 1)`)],
  ['WEEK_IN_YEAR', datePart((argument) => `((CAST(strftime('%j', ${argument}) AS INTEGER) - 1) / 7 + 1)`)],
  ['HOUR_IN_DAY', datePart(format('%H'), INSTANTS)],
  ['DAY_ONLY', datePart((argument) => `strftime('%Y-%m-%d', ${argument})`, INSTANTS, 'date')],
  ['GROUPING', { kind: 'grouping' }],
  ['CONVERTTIMEZONE', { kind: 'zone' }],
  ['TOLABEL', { kind: 'value', takes: (field) => field.type === 'picklist' || field.type === 'multipicklist' }],
  [
    'FORMAT',
    { kind: 'value', takes: (field) => NUMBERS.has(field.type) || DATES.has(field.type) || field.type === 'time' },
  ],
]);

/** Functions of the platform that this org has no use for, with the reason. */
export const UNSUPPORTED_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['CONVERTCURRENCY', 'the org has one currency'],
  ['DISTANCE', 'there are no geolocation fields'],
]);

export function isAggregateCall(name: string): boolean {
  return SOQL_FUNCTIONS.get(name)?.kind === 'aggregate';
}
