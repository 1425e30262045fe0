/** Relative date literals as a table: each answers the days it covers, first day included, last day excluded. */
import { DAY_MS, dayOf } from './zone.ts';

export interface DayRange {
  readonly from: number;
  readonly until: number;
}

type Literal = (today: number, count: number) => DayRange;

const SUNDAY_OFFSET = 4;

function weekStart(day: number): number {
  return day - ((((day + SUNDAY_OFFSET) % 7) + 7) % 7);
}

/** First day of the span of `months` months that holds `day`, moved by `spans`. */
function spanStart(day: number, months: number, spans: number): number {
  const date = new Date(day * DAY_MS);
  const month = Math.floor(date.getUTCMonth() / months) * months;
  return dayOf(date.getUTCFullYear(), month + spans * months, 1);
}

function days(from: number, until: number): Literal {
  return (today) => ({ from: today + from, until: today + until });
}

function weeks(from: number, until: number): Literal {
  return (today) => ({ from: weekStart(today) + 7 * from, until: weekStart(today) + 7 * until });
}

function spans(months: number, from: number, until: number): Literal {
  return (today) => ({ from: spanStart(today, months, from), until: spanStart(today, months, until) });
}

function spanFamily(months: number, singular: string, plural: string): [string, Literal][] {
  return [
    [`LAST_${singular}`, spans(months, -1, 0)],
    [`THIS_${singular}`, spans(months, 0, 1)],
    [`NEXT_${singular}`, spans(months, 1, 2)],
    [`LAST_N_${plural}`, (today, count) => spans(months, -count, 0)(today, 0)],
    [`NEXT_N_${plural}`, (today, count) => spans(months, 1, count + 1)(today, 0)],
    [`N_${plural}_AGO`, (today, count) => spans(months, -count, 1 - count)(today, 0)],
  ];
}

/** Every literal by name. Fiscal periods are calendar periods: the org has the standard fiscal year. */
export const DATE_LITERALS: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['YESTERDAY', days(-1, 0)],
  ['TODAY', days(0, 1)],
  ['TOMORROW', days(1, 2)],
  ['LAST_90_DAYS', days(-90, 1)],
  ['NEXT_90_DAYS', days(1, 91)],
  ['LAST_N_DAYS', (today, count) => ({ from: today - count, until: today + 1 })],
  ['NEXT_N_DAYS', (today, count) => ({ from: today + 1, until: today + count + 1 })],
  ['N_DAYS_AGO', (today, count) => ({ from: today - count, until: today - count + 1 })],
  ['LAST_WEEK', weeks(-1, 0)],
  ['THIS_WEEK', weeks(0, 1)],
  ['NEXT_WEEK', weeks(1, 2)],
  ['LAST_N_WEEKS', (today, count) => weeks(-count, 0)(today, 0)],
  ['NEXT_N_WEEKS', (today, count) => weeks(1, count + 1)(today, 0)],
  ['N_WEEKS_AGO', (today, count) => weeks(-count, 1 - count)(today, 0)],
  ...spanFamily(1, 'MONTH', 'MONTHS'),
  ...spanFamily(3, 'QUARTER', 'QUARTERS'),
  ...spanFamily(12, 'YEAR', 'YEARS'),
  ...spanFamily(3, 'FISCAL_QUARTER', 'FISCAL_QUARTERS'),
  ...spanFamily(12, 'FISCAL_YEAR', 'FISCAL_YEARS'),
]);
