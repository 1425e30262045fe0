/** Date, Datetime and Time as immutable values; calendars and zones are computed here, formatting in `date-format.ts`. */

const MS_PER_DAY = 86_400_000;

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01; months and days beyond their range roll over. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / MS_PER_DAY);
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** Moves by whole months; the day is cut to the length of the month reached. */
export function addMonths(from: CalendarDay, months: number): CalendarDay {
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export class ApexDate {
  /** Days since 1970-01-01. */
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }

  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(dayNumber(year, month, day));
  }

  /** Reads `YYYY-MM-DD`, also when a time follows; `null` when it is no such date. */
  static parseIso(text: string): ApexDate | null {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text.trim());
    if (!match) return null;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
    return ApexDate.of(year, month, day);
  }

  get calendar(): CalendarDay {
    const date = new Date(this.days * MS_PER_DAY);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }

  /** 0 = Sunday. */
  get weekday(): number {
    return (((this.days + 4) % 7) + 7) % 7;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexDate && other.days === this.days;
  }

  /** `YYYY-MM-DD`. */
  toIso(): string {
    const { year, month, day } = this.calendar;
    return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  }

  toString(): string {
    return `${this.toIso()} 00:00:00`;
  }

  toJSON(): string {
    return this.toIso();
  }
}

/** Wall clock reading of an instant in one zone. */
export interface WallClock extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function zoneFormatter(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

const isGmt = (zone: string): boolean => zone === 'GMT' || zone === 'UTC';

/** Offset from GMT in milliseconds that the zone has at this instant. Throws `RangeError` for an unknown zone. */
export function zoneOffset(ms: number, zone: string): number {
  if (isGmt(zone)) return 0;
  const parts: Record<string, number> = {};
  let negativeEra = false;
  for (const part of zoneFormatter(zone).formatToParts(ms)) {
    if (part.type === 'era') negativeEra = part.value.startsWith('B');
    else parts[part.type] = Number(part.value);
  }
  const year = negativeEra ? 1 - parts['year']! : parts['year']!;
  const day = dayNumber(year, parts['month']!, parts['day']!);
  const wall = day * MS_PER_DAY + (parts['hour']! * 3600 + parts['minute']! * 60 + parts['second']!) * 1000;
  return wall - Math.floor(ms / 1000) * 1000;
}

/** Instant of a wall clock reading; a reading that a zone change skips moves forward, a doubled one is the first. */
export function instantOf(wallMs: number, zone: string): number {
  if (isGmt(zone)) return wallMs;
  const before = zoneOffset(wallMs - MS_PER_DAY, zone);
  const guess = wallMs - before;
  if (zoneOffset(guess, zone) === before) return guess;
  const after = zoneOffset(wallMs + MS_PER_DAY, zone);
  const later = wallMs - after;
  return zoneOffset(later, zone) === after ? later : guess;
}

export class ApexDatetime {
  /** Epoch milliseconds. */
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }

  static ofWall(
    wall: {
      year: number;
      month: number;
      day: number;
      hour?: number;
      minute?: number;
      second?: number;
      millisecond?: number;
    },
    zone: string,
  ): ApexDatetime {
    const day = dayNumber(wall.year, wall.month, wall.day) * MS_PER_DAY;
    const time =
      ((wall.hour ?? 0) * 3600 + (wall.minute ?? 0) * 60 + (wall.second ?? 0)) * 1000 + (wall.millisecond ?? 0);
    return new ApexDatetime(instantOf(day + time, zone));
  }

  wall(zone: string): WallClock {
    const local = new Date(this.ms + zoneOffset(this.ms, zone));
    return {
      year: local.getUTCFullYear(),
      month: local.getUTCMonth() + 1,
      day: local.getUTCDate(),
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
      second: local.getUTCSeconds(),
      millisecond: local.getUTCMilliseconds(),
    };
  }

  equals(other: unknown): boolean {
    return other instanceof ApexDatetime && other.ms === this.ms;
  }

  /** `YYYY-MM-DD HH:mm:ss` on the wall clock of a zone. */
  toWallString(zone: string): string {
    const wall = this.wall(zone);
    const date = `${pad(wall.year, 4)}-${pad(wall.month)}-${pad(wall.day)}`;
    return `${date} ${pad(wall.hour)}:${pad(wall.minute)}:${pad(wall.second)}`;
  }

  toString(): string {
    return this.toWallString('GMT');
  }

  /** ISO 8601 with milliseconds and `Z`, as JSON carries it. */
  toJSON(): string {
    return new Date(this.ms).toISOString();
  }
}

export class ApexTime {
  /** Milliseconds since midnight, always inside one day. */
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ((ms % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime((hour * 3600 + minute * 60 + second) * 1000 + millisecond);
  }

  equals(other: unknown): boolean {
    return other instanceof ApexTime && other.ms === this.ms;
  }

  /** `HH:mm:ss.SSSZ`. */
  toString(): string {
    return new Date(this.ms).toISOString().slice(11);
  }

  toJSON(): string {
    return this.toString();
  }
}
