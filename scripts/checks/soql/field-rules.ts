/** What fields of each type can do in a query, as tables. */
import type { QueryField, QueryType } from './query-schema.ts';

/** Cannot stand in WHERE. */
export const UNFILTERABLE: ReadonlySet<QueryType> = new Set(['longtext', 'encrypted', 'base64', 'address', 'location']);

/** Cannot stand in ORDER BY. */
export const UNSORTABLE: ReadonlySet<QueryType> = new Set([
  'longtext',
  'encrypted',
  'base64',
  'multipicklist',
  'address',
  'location',
]);

/** Cannot stand in GROUP BY as they are. */
export const UNGROUPABLE: ReadonlySet<QueryType> = new Set([
  'longtext',
  'encrypted',
  'base64',
  'multipicklist',
  'address',
  'location',
  'datetime',
  'time',
]);

const ANY_NUMBER: readonly QueryType[] = ['int', 'double', 'number', 'unknown'];
const DATES: readonly QueryType[] = ['date', 'datetime', 'unknown'];
const INSTANTS: readonly QueryType[] = ['datetime', 'unknown'];
const ORDERED: readonly QueryType[] = [
  ...ANY_NUMBER,
  'date',
  'datetime',
  'string',
  'text',
  'picklist',
  'id',
  'reference',
];

export interface FunctionRule {
  readonly isAggregate: boolean;
  /** Types of argument it takes; null for all. */
  readonly takes: ReadonlySet<QueryType> | null;
  readonly gives: QueryType | 'same';
}

function rule(isAggregate: boolean, takes: readonly QueryType[] | null, gives: QueryType | 'same'): FunctionRule {
  return { isAggregate, takes: takes === null ? null : new Set(takes), gives };
}

const datePart = rule(false, DATES, 'int');

export const FUNCTIONS: ReadonlyMap<string, FunctionRule> = new Map([
  ['COUNT', rule(true, null, 'int')],
  ['COUNT_DISTINCT', rule(true, [...ORDERED], 'int')],
  ['SUM', rule(true, ANY_NUMBER, 'number')],
  ['AVG', rule(true, ANY_NUMBER, 'number')],
  ['MIN', rule(true, ORDERED, 'same')],
  ['MAX', rule(true, ORDERED, 'same')],
  ['GROUPING', rule(true, null, 'int')],
  ['CALENDAR_YEAR', datePart],
  ['CALENDAR_QUARTER', datePart],
  ['CALENDAR_MONTH', datePart],
  ['FISCAL_YEAR', datePart],
  ['FISCAL_QUARTER', datePart],
  ['FISCAL_MONTH', datePart],
  ['DAY_IN_MONTH', datePart],
  ['DAY_IN_WEEK', datePart],
  ['DAY_IN_YEAR', datePart],
  ['WEEK_IN_MONTH', datePart],
  ['WEEK_IN_YEAR', datePart],
  ['HOUR_IN_DAY', rule(false, INSTANTS, 'int')],
  ['DAY_ONLY', rule(false, INSTANTS, 'date')],
  ['TOLABEL', rule(false, null, 'same')],
  ['FORMAT', rule(false, null, 'text')],
  ['CONVERTCURRENCY', rule(false, ANY_NUMBER, 'number')],
  ['DISTANCE', rule(false, ['location', 'address', 'unknown'], 'number')],
]);

/** Functions of dates group; on their own they need GROUP BY. */
export const DATE_FUNCTIONS: ReadonlySet<string> = new Set(
  [...FUNCTIONS]
    .filter(([, one]) => one === datePart)
    .map(([name]) => name)
    .concat('HOUR_IN_DAY', 'DAY_ONLY'),
);

export type Literal = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'relative date';

const TAKES: Readonly<Partial<Record<QueryType, readonly Literal[]>>> = {
  id: ['text'],
  reference: ['text'],
  string: ['text'],
  text: ['text'],
  picklist: ['text'],
  multipicklist: ['text'],
  boolean: ['boolean'],
  int: ['number'],
  double: ['number'],
  number: ['number'],
  date: ['date', 'relative date'],
  datetime: ['datetime', 'relative date'],
  time: ['time'],
};

const WORDS: Readonly<Partial<Record<QueryType, string>>> = {
  id: 'an id in quotes',
  reference: 'an id in quotes',
  boolean: 'true or false',
  int: 'a number',
  double: 'a number',
  number: 'a number',
  date: 'a date such as 2026-01-31',
  datetime: 'a moment such as 2026-01-31T00:00:00Z',
  time: 'a time such as 10:00:00Z',
};

/** @returns what the field wants when this literal is nothing it can be compared with */
export function wantedInstead(type: QueryType, literal: Literal): string | null {
  const takes = TAKES[type];
  return takes === undefined || takes.includes(literal) ? null : (WORDS[type] ?? 'text in quotes');
}

const TEXT: ReadonlySet<QueryType> = new Set(['string', 'text', 'picklist', 'unknown', 'longtext']);
const MULTIPLE: ReadonlySet<QueryType> = new Set(['multipicklist', 'text', 'unknown']);
const UNORDERED: ReadonlySet<QueryType> = new Set(['boolean', 'multipicklist']);

/** @returns why the operator does not work on fields of this type, or null */
export function operatorProblem(type: QueryType, operator: string): string | null {
  if (operator === 'LIKE') return TEXT.has(type) ? null : 'LIKE works on text alone';
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') {
    return MULTIPLE.has(type) ? null : `${operator} works on multi-select picklists alone`;
  }
  if (['<', '>', '<=', '>='].includes(operator) && UNORDERED.has(type))
    return `${operator} needs an order, the field has none`;
  return null;
}

/** Whether a formula reads the day or the moment. */
export function dependsOnToday(field: QueryField): boolean {
  return field.formula !== null && /\b(TODAY|NOW|TIMENOW)\s*\(/i.test(field.formula);
}
