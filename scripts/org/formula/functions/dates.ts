/** Days, instants and times of day. Days of an instant are those of the user's time zone. */
import { DAY_MS, dayOf, dayOfInstant, dayToText, textToDay, zoneOffset } from '../../soql/zone.ts';
import { argument, plain } from '../call.ts';
import type { FormulaFunction, Table } from '../call.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function dateOf(text: string | number | boolean | undefined): Date {
  return new Date(textToDay(String(text)) * DAY_MS);
}

function datePart(read: (date: Date) => number): FormulaFunction {
  return plain(['date'], 'number', ([date]) => read(dateOf(date)));
}

function timePart(unit: number, range: number): FormulaFunction {
  return plain(['time'], 'number', ([time]) => Math.floor(Number(time) / unit) % range);
}

/** ISO week: the year's week with its Thursday. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1 };
}

/** Text as `YYYY-MM-DD`, or blank where it is no day. */
function dayText(text: string): string | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text.trim());
  return match === null ? null : checkedDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function checkedDay(year: number, month: number, day: number): string | null {
  const text = dayToText(dayOf(year, month - 1, day));
  return text === `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    ? text
    : null;
}

function addMonths(date: Date, count: number): Date {
  const last = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const isMonthEnd = date.getUTCDate() === last(year, month);
  const end = last(year, month + count);
  const day = isMonthEnd ? end : Math.min(date.getUTCDate(), end);
  return new Date(Date.UTC(year, month + count, day) + (date.getTime() % DAY_MS));
}

/** `HH:MI:SS`, with `days` before it where asked for. */
function duration(seconds: number, days: boolean): string {
  const total = Math.floor(Math.abs(seconds));
  const hours = Math.floor(total / 3600);
  const parts = [days ? hours % 24 : hours, Math.floor(total / 60) % 60, total % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return days ? `${Math.floor(hours / 24)}:${clock}` : clock;
}

/** Seconds, with or without days; or from one instant or time of day to another. */
const formatDuration: FormulaFunction = {
  minimum: 1,
  maximum: 2,
  compile(call) {
    const first = argument(call, 0, 'number', 'datetime', 'time');
    if (first.type === 'datetime' || first.type === 'time') {
      const second = argument(call, 1, first.type);
      const withDays = first.type === 'datetime';
      return {
        type: 'text',
        run(env) {
          const [from, until] = [first.run(env), second.run(env)];
          return from === null || until === null ? null : duration((Number(until) - Number(from)) / 1000, withDays);
        },
      };
    }
    const days = call.args.length > 1 ? argument(call, 1, 'boolean') : null;
    return {
      type: 'text',
      run(env) {
        const seconds = first.run(env);
        return seconds === null ? null : duration(Number(seconds), days?.run(env) === true);
      },
    };
  },
};

export const DATE_FUNCTIONS: Table = {
  FORMATDURATION: formatDuration,
  TODAY: plain([], 'date', (_, env) => dayToText(dayOfInstant(env.timeZone, env.now()))),
  NOW: plain([], 'datetime', (_, env) => env.now()),
  TIMENOW: plain(
    [],
    'time',
    (_, env) => (((env.now() + zoneOffset(env.timeZone, env.now())) % DAY_MS) + DAY_MS) % DAY_MS,
  ),
  DATE: plain(['number', 'number', 'number'], 'date', ([year, month, day]) =>
    checkedDay(Number(year), Number(month), Number(day)),
  ),
  DATEVALUE: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const value = argument(call, 0, 'datetime', 'text', 'date');
      return {
        type: 'date',
        run(env) {
          const found = value.run(env);
          if (found === null || found === '') return null;
          if (typeof found === 'number') return dayToText(dayOfInstant(env.timeZone, found));
          return dayText(String(found));
        },
      };
    },
  },
  DATETIMEVALUE: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const value = argument(call, 0, 'text', 'date', 'datetime');
      return {
        type: 'datetime',
        run(env) {
          const found = value.run(env);
          if (found === null || typeof found === 'number') return found;
          const text = String(found).trim().replace(/Z$/, '').replace(' ', 'T');
          const instant = Date.parse(/T/.test(text) ? `${text}Z` : `${text}T00:00:00Z`);
          return Number.isNaN(instant) ? null : instant;
        },
      };
    },
  },
  TIMEVALUE: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const value = argument(call, 0, 'text', 'datetime', 'time');
      return {
        type: 'time',
        run(env) {
          const found = value.run(env);
          if (found === null) return null;
          if (typeof found === 'number')
            return value.type === 'time'
              ? found
              : (((found + zoneOffset(env.timeZone, found)) % DAY_MS) + DAY_MS) % DAY_MS;
          const instant = Date.parse(`1970-01-01T${String(found).trim()}Z`);
          return Number.isNaN(instant) ? null : instant;
        },
      };
    },
  },
  YEAR: datePart((date) => date.getUTCFullYear()),
  MONTH: datePart((date) => date.getUTCMonth() + 1),
  DAY: datePart((date) => date.getUTCDate()),
  WEEKDAY: datePart((date) => date.getUTCDay() + 1),
  DAYOFYEAR: datePart((date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS) + 1),
  ISOWEEK: datePart((date) => isoWeek(date).week),
  ISOYEAR: datePart((date) => isoWeek(date).year),
  HOUR: timePart(HOUR_MS, 24),
  MINUTE: timePart(MINUTE_MS, 60),
  SECOND: timePart(1000, 60),
  MILLISECOND: timePart(1, 1000),
  ADDMONTHS: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const value = argument(call, 0, 'date', 'datetime');
      const count = argument(call, 1, 'number');
      return {
        type: value.type,
        run(env) {
          const found = value.run(env);
          const months = count.run(env);
          if (found === null || months === null) return null;
          if (typeof found === 'number') return addMonths(new Date(found), Math.trunc(Number(months))).getTime();
          return addMonths(dateOf(String(found)), Math.trunc(Number(months)))
            .toISOString()
            .slice(0, 10);
        },
      };
    },
  },
  UNIXTIMESTAMP: plain(['datetime'], 'number', ([instant]) => Math.floor(Number(instant) / 1000)),
  FROMUNIXTIME: plain(['number'], 'datetime', ([seconds]) => Number(seconds) * 1000),
};
