/** Date and Time. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { formatLocale } from './date-format.ts';
import { addMonths, ApexDate, ApexDatetime, ApexTime, daysInMonth } from './values/date.ts';
import { requireArgument, throwException } from './values/exception.ts';

/** Today on the wall clock of the running user. */
export function today(): ApexDate {
  const { year, month, day } = new ApexDatetime(host().clock.now()).wall(host().timeZone);
  return ApexDate.of(year, month, day);
}

function moved(date: ApexDate, months: number): ApexDate {
  const { year, month, day } = addMonths(date.calendar, requireArgument(months));
  return ApexDate.of(year, month, day);
}

/** Reads `1/31/2020`; day first where the locale has it so. */
function parseLocal(text: string): ApexDate {
  const match = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(text.trim());
  const order = new Intl.DateTimeFormat(host().locale.replaceAll('_', '-'))
    .formatToParts(0)
    .filter((part) => part.type !== 'literal');
  const numbers = (match ?? []).slice(1).map(Number);
  const find = (type: string): number => numbers[order.findIndex((part) => part.type === type)] ?? NaN;
  const [year, month, day] = [find('year'), find('month'), find('day')];
  const isValid = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isValid ? ApexDate.of(year, month, day) : throwException('TypeException', `Invalid date: ${text}`);
}

function parse(text: string | null): ApexDate {
  return ApexDate.parseIso(requireArgument(text)) ?? throwException('TypeException', `Invalid date: ${text}`);
}

function valueOf(value: unknown): ApexDate {
  const given = requireArgument(value);
  if (given instanceof ApexDate) return given;
  if (given instanceof ApexDatetime) {
    const { year, month, day } = given.wall(host().timeZone);
    return ApexDate.of(year, month, day);
  }
  return typeof given === 'string' ? parse(given) : throwException('TypeException', 'Invalid date');
}

export const DATE: PlatformType = {
  name: 'Date',
  kind: 'class',
  members: {
    'static Date newInstance(Integer,Integer,Integer)': (year: number, month: number, day: number) =>
      ApexDate.of(requireArgument(year), requireArgument(month), requireArgument(day)),
    'static Date today()': today,
    'static Date valueOf(String)': parse,
    'static Date valueOf(Object)': valueOf,
    'static Date parse(String)': (text: string | null) => parseLocal(requireArgument(text)),
    'static Integer daysInMonth(Integer,Integer)': daysInMonth,
    'static Boolean isLeapYear(Integer)': (year: number) => daysInMonth(year, 2) === 29,
    'Date addDays(Integer)': (date: ApexDate, days: number) => new ApexDate(date.days + requireArgument(days)),
    'Date addMonths(Integer)': moved,
    'Date addYears(Integer)': (date: ApexDate, years: number) => moved(date, requireArgument(years) * 12),
    'Integer day()': (date: ApexDate) => date.calendar.day,
    'Integer month()': (date: ApexDate) => date.calendar.month,
    'Integer year()': (date: ApexDate) => date.calendar.year,
    'Integer dayOfYear()': (date: ApexDate) => date.days - ApexDate.of(date.calendar.year, 1, 1).days + 1,
    'Integer daysBetween(Date)': (date: ApexDate, other: ApexDate | null) => requireArgument(other).days - date.days,
    'Integer monthsBetween(Date)': (date: ApexDate, other: ApexDate | null) => {
      const [from, to] = [date.calendar, requireArgument(other).calendar];
      return (to.year - from.year) * 12 + to.month - from.month;
    },
    'Boolean isSameDay(Date)': (date: ApexDate, other: ApexDate | null) => date.days === requireArgument(other).days,
    'String format()': (date: ApexDate) => formatLocale(date.days * 86_400_000, host().locale, 'GMT', false),
    'Date toStartOfMonth()': (date: ApexDate) => ApexDate.of(date.calendar.year, date.calendar.month, 1),
    'Date toStartOfWeek()': (date: ApexDate) => {
      const locale = new Intl.Locale(host().locale.replaceAll('_', '-')) as Intl.Locale & {
        getWeekInfo?(): { firstDay: number };
      };
      const firstDay = (locale.getWeekInfo?.().firstDay ?? 7) % 7;
      return new ApexDate(date.days - ((date.weekday - firstDay + 7) % 7));
    },
  },
};

const shifted = (unit: number) => (time: ApexTime, amount: number) =>
  new ApexTime(time.ms + requireArgument(amount) * unit);

export const TIME: PlatformType = {
  name: 'Time',
  kind: 'class',
  members: {
    'static Time newInstance(Integer,Integer,Integer,Integer)': (
      hour: number,
      minute: number,
      second: number,
      millisecond: number,
    ) =>
      ApexTime.of(
        requireArgument(hour),
        requireArgument(minute),
        requireArgument(second),
        requireArgument(millisecond),
      ),
    'Time addHours(Integer)': shifted(3_600_000),
    'Time addMinutes(Integer)': shifted(60_000),
    'Time addSeconds(Integer)': shifted(1000),
    'Time addMilliseconds(Integer)': shifted(1),
    'Integer hour()': (time: ApexTime) => Math.floor(time.ms / 3_600_000),
    'Integer minute()': (time: ApexTime) => Math.floor(time.ms / 60_000) % 60,
    'Integer second()': (time: ApexTime) => Math.floor(time.ms / 1000) % 60,
    'Integer millisecond()': (time: ApexTime) => time.ms % 1000,
  },
};
