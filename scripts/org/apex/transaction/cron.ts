/** Cron expressions of `System.schedule`: seconds minutes hours day-of-month month day-of-week [year]. */
import { zoneOffset } from '../../soql/zone.ts';

export interface CronPlan {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number> | null;
  /** Whether a day fires. `weekday`: 1 = Sunday. */
  day(year: number, month: number, day: number): boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY_MS = 86_400_000;

/** Throws a plain `Error` with the platform's kind of sentence for what it cannot read. */
export function parseCron(expression: string): CronPlan {
  const parts = expression.trim().split(/\s+/);
  if (parts.length < 6 || parts.length > 7) throw new Error(`Unexpected end of expression: ${expression}`);
  const [seconds, minutes, hours, days, months, weekdays, years] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string?,
  ];
  if (days !== '?' && weekdays !== '?' && days !== '*' && weekdays !== '*') {
    throw new Error('Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.');
  }
  return {
    seconds: values(seconds, 0, 59),
    minutes: values(minutes, 0, 59),
    hours: values(hours, 0, 23),
    months: values(months, 1, 12, MONTHS, 1),
    years: years === undefined || years === '*' ? null : values(years, 1970, 2099),
    day: dayRule(days, weekdays),
  };
}

/** Next time after `after` (epoch ms) in the zone, or `null` when there is none within ten years. */
export function nextFire(plan: CronPlan, after: number, timeZone: string): number | null {
  let at = Math.floor(after / 1000) * 1000 + 1000;
  let day = Math.floor((at + zoneOffset(timeZone, at)) / DAY_MS) * DAY_MS;
  for (let count = 0; count < 3660; count++, day += DAY_MS) {
    const date = new Date(day);
    const [year, month, number] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    if (plan.years !== null && !plan.years.has(year)) continue;
    if (!plan.months.has(month) || !plan.day(year, month, number)) continue;
    for (const time of timesOf(plan)) {
      const candidate = toEpoch(day + time * 1000, timeZone);
      if (candidate >= at) return candidate;
    }
    at = Math.max(at, after + 1);
  }
  return null;
}

/** Seconds of the day at which the plan fires, ascending. */
function timesOf(plan: CronPlan): number[] {
  const times: number[] = [];
  for (const hour of plan.hours) {
    for (const minute of plan.minutes)
      for (const second of plan.seconds) times.push(hour * 3600 + minute * 60 + second);
  }
  return times.sort((left, right) => left - right);
}

/** Epoch time of a wall clock given as if it were UTC. */
function toEpoch(wall: number, timeZone: string): number {
  let at = wall;
  for (let round = 0; round < 3; round++) at += wall - at - zoneOffset(timeZone, at);
  return at;
}

function number(text: string, names: readonly string[] | undefined, base: number): number {
  const place = names?.indexOf(text.toUpperCase()) ?? -1;
  if (place >= 0) return place + base;
  if (!/^\d+$/.test(text)) throw new Error(`Illegal cron expression format: ${text}`);
  return Number(text);
}

function values(text: string, low: number, high: number, names?: readonly string[], base = 0): ReadonlySet<number> {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : number(stepText, undefined, 0);
    let [from, to] = [low, high];
    if (range !== '*' && range !== '?') {
      const [start = '', end] = range.split('-');
      from = number(start, names, base);
      to = end === undefined ? (stepText === undefined ? from : high) : number(end, names, base);
    }
    if (from < low || to > high || step < 1) throw new Error(`Illegal cron expression format: ${text}`);
    if (to < from) {
      for (let value = from; value <= high; value += step) found.add(value);
      from = low;
    }
    for (let value = from; value <= to; value += step) found.add(value);
  }
  return found;
}

function dayRule(days: string, weekdays: string): CronPlan['day'] {
  if (days !== '?' && days !== '*') return dayOfMonthRule(days);
  if (weekdays === '?' || weekdays === '*') return () => true;
  const last = /^(\w+)L$/i.exec(weekdays);
  const nth = /^(\w+)#([1-5])$/.exec(weekdays);
  if (last?.[1] !== undefined && weekdays.toUpperCase() !== 'L') {
    const wanted = number(last[1], WEEKDAYS, 1);
    return (year, month, day) => weekdayOf(year, month, day) === wanted && day + 7 > lastDay(year, month);
  }
  if (nth?.[1] !== undefined && nth[2] !== undefined) {
    const [wanted, place] = [number(nth[1], WEEKDAYS, 1), Number(nth[2])];
    return (year, month, day) => weekdayOf(year, month, day) === wanted && Math.ceil(day / 7) === place;
  }
  const wanted = weekdays.toUpperCase() === 'L' ? new Set([7]) : values(weekdays, 1, 7, WEEKDAYS, 1);
  return (year, month, day) => wanted.has(weekdayOf(year, month, day));
}

function dayOfMonthRule(text: string): CronPlan['day'] {
  if (text.toUpperCase() === 'L') return (year, month, day) => day === lastDay(year, month);
  const workday = /^(\d+|L)W$/i.exec(text);
  if (workday?.[1] !== undefined) {
    const target = workday[1];
    return (year, month, day) => {
      const wanted = target.toUpperCase() === 'L' ? lastDay(year, month) : Number(target);
      return day === nearestWorkday(year, month, wanted);
    };
  }
  const wanted = values(text, 1, 31);
  return (_year, _month, day) => wanted.has(day);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function nearestWorkday(year: number, month: number, day: number): number {
  const wanted = Math.min(day, lastDay(year, month));
  const weekday = weekdayOf(year, month, wanted);
  if (weekday === 7) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 1) return wanted === lastDay(year, month) ? wanted - 2 : wanted + 1;
  return wanted;
}
