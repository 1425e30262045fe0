/** Datetime and TimeZone. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { formatLocale, formatPattern } from './date-format.ts';
import { addMonths, ApexDate, ApexDatetime, ApexTime, zoneOffset } from './values/date.ts';
import type { WallClock } from './values/date.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

type Numbers = (number | null)[];
const GMT = 'GMT';
const userZone = (): string => host().timeZone;

function fromNumbers(numbers: Numbers, zone: string): ApexDatetime {
  const [year, month, day, hour = 0, minute = 0, second = 0] = numbers.map((each) => requireArgument(each));
  return ApexDatetime.ofWall({ year: year!, month: month!, day: day!, hour, minute, second }, zone);
}

function fromDate(date: ApexDate | null, time: ApexTime | null, zone: string): ApexDatetime {
  const { year, month, day } = requireArgument(date).calendar;
  return ApexDatetime.ofWall({ year, month, day, millisecond: requireArgument(time).ms }, zone);
}

const STANDARD = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3})\d*)?)?$/;

/** Reads `YYYY-MM-DD HH:mm:ss` on the wall clock of a zone. */
function parse(text: string | null, zone: string): ApexDatetime {
  const given = requireArgument(text).trim();
  const match = STANDARD.exec(given);
  if (!match) return throwException('TypeException', `Invalid date/time: ${text}`);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  return ApexDatetime.ofWall(
    { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! },
    zone,
  );
}

function valueOf(value: unknown): ApexDatetime {
  const given = requireArgument(value);
  if (given instanceof ApexDatetime) return given;
  if (given instanceof ApexDate) return new ApexDatetime(given.days * 86_400_000);
  return typeof given === 'string' ? parse(given, userZone()) : throwException('TypeException', 'Invalid date/time');
}

/** Reads the locale's own format, for example `1/31/2020, 3:04 PM`. */
function parseLocal(text: string): ApexDatetime {
  const match = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4}),?\s+(\d{1,2}):(\d{2})\s*([AaPp][Mm])?$/.exec(text.trim());
  if (!match) return throwException('TypeException', `Invalid date/time: ${text}`);
  const order = new Intl.DateTimeFormat(host().locale.replaceAll('_', '-'))
    .formatToParts(0)
    .filter((part) => part.type !== 'literal');
  const find = (type: string): number => Number(match[order.findIndex((part) => part.type === type) + 1]);
  const half = match[6]?.toUpperCase();
  const hour = half === undefined ? Number(match[4]) : (Number(match[4]) % 12) + (half === 'PM' ? 12 : 0);
  return ApexDatetime.ofWall(
    { year: find('year'), month: find('month'), day: find('day'), hour, minute: Number(match[5]) },
    userZone(),
  );
}

const shifted = (unit: number) => (value: ApexDatetime, amount: number) =>
  new ApexDatetime(value.ms + requireArgument(amount) * unit);

/** Days and months move on the wall clock of the user, so that the time of day stays over a zone change. */
function movedDays(value: ApexDatetime, days: number): ApexDatetime {
  const wall = value.wall(userZone());
  return ApexDatetime.ofWall({ ...wall, day: wall.day + requireArgument(days) }, userZone());
}

function movedMonths(value: ApexDatetime, months: number): ApexDatetime {
  const wall = value.wall(userZone());
  return ApexDatetime.ofWall({ ...wall, ...addMonths(wall, requireArgument(months)) }, userZone());
}

const part = (name: keyof WallClock, isGmt: boolean) => (value: ApexDatetime) =>
  value.wall(isGmt ? GMT : userZone())[name];

function dateOf(value: ApexDatetime, zone: string): ApexDate {
  const { year, month, day } = value.wall(zone);
  return ApexDate.of(year, month, day);
}

function timeOf(value: ApexDatetime, zone: string): ApexTime {
  const wall = value.wall(zone);
  return ApexTime.of(wall.hour, wall.minute, wall.second, wall.millisecond);
}

const dayOfYear = (value: ApexDatetime, zone: string): number => {
  const date = dateOf(value, zone);
  return date.days - ApexDate.of(date.calendar.year, 1, 1).days + 1;
};

/** A zone by name; one that nobody knows is GMT, as Java has it. */
function knownZone(name: string): string {
  let known = ZONES.get(name);
  if (known === undefined) ZONES.set(name, (known = isZone(name) ? name : GMT));
  return known;
}

/** What was asked before: the platform's own answer takes longer than everything around it. */
const ZONES = new Map<string, string>();

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const DATETIME: PlatformType = {
  name: 'Datetime',
  kind: 'class',
  members: {
    'static Datetime now()': () => new ApexDatetime(host().clock.now()),
    'static Datetime newInstance(Long)': (ms: bigint | null) => new ApexDatetime(Number(requireArgument(ms))),
    'static Datetime newInstance(Date,Time)': (date: ApexDate | null, time: ApexTime | null) =>
      fromDate(date, time, userZone()),
    'static Datetime newInstance(Integer,Integer,Integer)': (...numbers: Numbers) => fromNumbers(numbers, userZone()),
    'static Datetime newInstance(Integer,Integer,Integer,Integer,Integer,Integer)': (...numbers: Numbers) =>
      fromNumbers(numbers, userZone()),
    'static Datetime newInstanceGmt(Date,Time)': (date: ApexDate | null, time: ApexTime | null) =>
      fromDate(date, time, GMT),
    'static Datetime newInstanceGmt(Integer,Integer,Integer)': (...numbers: Numbers) => fromNumbers(numbers, GMT),
    'static Datetime newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)': (...numbers: Numbers) =>
      fromNumbers(numbers, GMT),
    'static Datetime valueOf(String)': (text: string | null) => parse(text, userZone()),
    'static Datetime valueOf(Object)': valueOf,
    'static Datetime valueOfGmt(String)': (text: string | null) => parse(text, GMT),
    'static Datetime parse(String)': (text: string | null) => parseLocal(requireArgument(text)),
    'Datetime addDays(Integer)': movedDays,
    'Datetime addHours(Integer)': shifted(3_600_000),
    'Datetime addMinutes(Integer)': shifted(60_000),
    'Datetime addSeconds(Integer)': shifted(1000),
    'Datetime addMonths(Integer)': movedMonths,
    'Datetime addYears(Integer)': (value: ApexDatetime, years: number) =>
      movedMonths(value, requireArgument(years) * 12),
    'Date date()': (value: ApexDatetime) => dateOf(value, userZone()),
    'Date dateGmt()': (value: ApexDatetime) => dateOf(value, GMT),
    'Time time()': (value: ApexDatetime) => timeOf(value, userZone()),
    'Time timeGmt()': (value: ApexDatetime) => timeOf(value, GMT),
    'Integer year()': part('year', false),
    'Integer yearGmt()': part('year', true),
    'Integer month()': part('month', false),
    'Integer monthGmt()': part('month', true),
    'Integer day()': part('day', false),
    'Integer dayGmt()': part('day', true),
    'Integer hour()': part('hour', false),
    'Integer hourGmt()': part('hour', true),
    'Integer minute()': part('minute', false),
    'Integer minuteGmt()': part('minute', true),
    'Integer second()': part('second', false),
    'Integer secondGmt()': part('second', true),
    'Integer millisecond()': part('millisecond', false),
    'Integer millisecondGmt()': part('millisecond', true),
    'Integer dayOfYear()': (value: ApexDatetime) => dayOfYear(value, userZone()),
    'Integer dayOfYearGmt()': (value: ApexDatetime) => dayOfYear(value, GMT),
    'Boolean isSameDay(Datetime)': (value: ApexDatetime, other: ApexDatetime | null) =>
      dateOf(value, userZone()).days === dateOf(requireArgument(other), userZone()).days,
    'Long getTime()': (value: ApexDatetime) => BigInt(value.ms),
    'String format()': (value: ApexDatetime) => formatLocale(value.ms, host().locale, userZone(), true),
    'String format(String)': (value: ApexDatetime, pattern: string | null) =>
      formatPattern(value.ms, requireArgument(pattern), userZone()),
    'String format(String,String)': (value: ApexDatetime, pattern: string | null, zone: string | null) =>
      formatPattern(value.ms, requireArgument(pattern), knownZone(zone ?? userZone())),
    'String formatGmt(String)': (value: ApexDatetime, pattern: string | null) =>
      formatPattern(value.ms, requireArgument(pattern), GMT),
    'String formatLong()': (value: ApexDatetime) => `${formatPattern(value.ms, 'M/d/yyyy, h:mm:ss a z', userZone())}`,
  },
};

class ApexTimeZone extends ApexObject {
  static readonly apexName = 'TimeZone';
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  override apexKey(): string {
    return `\u0000z:${this.id}`;
  }
  override apexString(): string {
    return this.id;
  }
}

/** The running user's zone as a value. */
export function userTimeZone(): ApexTimeZone {
  return new ApexTimeZone(userZone());
}

export const TIME_ZONE: PlatformType = {
  name: 'TimeZone',
  kind: 'class',
  members: {
    'static TimeZone getTimeZone(String)': (id: string | null) => new ApexTimeZone(knownZone(requireArgument(id))),
    'String getID()': (zone: ApexTimeZone) => zone.id,
    'String getDisplayName()': (zone: ApexTimeZone) => {
      const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone.id, timeZoneName: 'long' }).formatToParts(
        host().clock.now(),
      );
      const name = parts.find((each) => each.type === 'timeZoneName')?.value ?? zone.id;
      return `(GMT${formatPattern(host().clock.now(), 'XXX', zone.id).replace('Z', '+00:00')}) ${name} (${zone.id})`;
    },
    'Integer getOffset(Datetime)': (zone: ApexTimeZone, at: ApexDatetime | null) =>
      zoneOffset(requireArgument(at).ms, zone.id),
    'String toString()': (zone: ApexTimeZone) => zone.id,
  },
};
