/** SimpleDateFormat patterns and the formats of a locale. */
import { ApexDatetime, zoneOffset } from './values/date.ts';
import type { WallClock } from './values/date.ts';
import { throwException } from './values/exception.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function named(
  ms: number,
  zone: string,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes,
): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone === 'GMT' ? 'UTC' : zone, ...options }).formatToParts(
    ms,
  );
  return parts.find((part) => part.type === type)?.value ?? '';
}

function offsetText(ms: number, zone: string, separator: string): string {
  const minutes = Math.round(zoneOffset(ms, zone) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}

interface Moment {
  readonly ms: number;
  readonly zone: string;
  readonly wall: WallClock;
}

const dayOfYear = (wall: WallClock): number =>
  (Date.UTC(wall.year, wall.month - 1, wall.day) - Date.UTC(wall.year, 0, 1)) / 86_400_000 + 1;

function weekOfYear(wall: WallClock): number {
  const firstWeekday = new Date(Date.UTC(wall.year, 0, 1)).getUTCDay();
  return Math.floor((dayOfYear(wall) - 1 + firstWeekday) / 7) + 1;
}

function weekOfMonth(wall: WallClock): number {
  const firstWeekday = new Date(Date.UTC(wall.year, wall.month - 1, 1)).getUTCDay();
  return Math.floor((wall.day - 1 + firstWeekday) / 7) + 1;
}

/** Text of one run of the same pattern letter. */
export const LETTERS: Readonly<Record<string, (moment: Moment, width: number) => string>> = {
  G: () => 'AD',
  y: ({ wall }, width) => (width === 2 ? pad(wall.year % 100, 2) : pad(wall.year, width)),
  Y: ({ wall }, width) => (width === 2 ? pad(wall.year % 100, 2) : pad(wall.year, width)),
  M: ({ ms, zone, wall }, width) =>
    width < 3 ? pad(wall.month, width) : named(ms, zone, { month: width === 3 ? 'short' : 'long' }, 'month'),
  L: ({ ms, zone, wall }, width) =>
    width < 3 ? pad(wall.month, width) : named(ms, zone, { month: width === 3 ? 'short' : 'long' }, 'month'),
  w: ({ wall }, width) => pad(weekOfYear(wall), width),
  W: ({ wall }, width) => pad(weekOfMonth(wall), width),
  D: ({ wall }, width) => pad(dayOfYear(wall), width),
  d: ({ wall }, width) => pad(wall.day, width),
  F: ({ wall }, width) => pad(Math.floor((wall.day - 1) / 7) + 1, width),
  E: ({ ms, zone }, width) => named(ms, zone, { weekday: width < 4 ? 'short' : 'long' }, 'weekday'),
  u: ({ wall }, width) => pad(new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay() || 7, width),
  a: ({ wall }) => (wall.hour < 12 ? 'AM' : 'PM'),
  H: ({ wall }, width) => pad(wall.hour, width),
  k: ({ wall }, width) => pad(wall.hour || 24, width),
  K: ({ wall }, width) => pad(wall.hour % 12, width),
  h: ({ wall }, width) => pad(wall.hour % 12 || 12, width),
  m: ({ wall }, width) => pad(wall.minute, width),
  s: ({ wall }, width) => pad(wall.second, width),
  S: ({ wall }, width) => pad(wall.millisecond, width),
  z: ({ ms, zone }, width) =>
    zone === 'GMT' || zone === 'UTC'
      ? 'GMT'
      : named(ms, zone, { timeZoneName: width < 4 ? 'short' : 'long' }, 'timeZoneName'),
  Z: ({ ms, zone }) => offsetText(ms, zone, ''),
  X: ({ ms, zone }, width) => {
    if (zoneOffset(ms, zone) === 0) return 'Z';
    return width === 1 ? offsetText(ms, zone, '').slice(0, 3) : offsetText(ms, zone, width === 2 ? '' : ':');
  },
};

/** Text of an instant by a SimpleDateFormat pattern on the wall clock of a zone. Throws StringException for an unknown letter. */
export function formatPattern(ms: number, pattern: string, zone: string): string {
  const moment: Moment = { ms, zone, wall: new ApexDatetime(ms).wall(zone) };
  return pattern.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (run: string, quoted: string | undefined, letter: string | undefined) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
      const format = LETTERS[letter!];
      return format
        ? format(moment, run.length)
        : throwException('StringException', `Illegal pattern character '${letter}'`);
    },
  );
}

/** `1/31/2020` and `1/31/2020, 3:04 PM` in the way of a locale such as `en_US`. */
export function formatLocale(ms: number, locale: string, zone: string, withTime: boolean): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: zone === 'GMT' ? 'UTC' : zone,
  };
  if (withTime) Object.assign(options, { hour: 'numeric', minute: '2-digit' });
  return new Intl.DateTimeFormat(locale.replaceAll('_', '-'), options).format(ms).replace(/\u202F/g, ' ');
}
