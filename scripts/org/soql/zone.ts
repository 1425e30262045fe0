/** Calendar days and instants in an IANA time zone. Days are counted from 1970-01-01. */

export const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What has to be added to an instant to read the zone's wall clock as UTC, in milliseconds. */
export function zoneOffset(zone: string, instant: number): number {
  if (zone === 'UTC' || zone === 'GMT') return 0;
  const parts: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(instant)) parts[part.type] = Number(part.value);
  const wall = Date.UTC(
    parts['year'] ?? 0,
    (parts['month'] ?? 1) - 1,
    parts['day'] ?? 1,
    parts['hour'] ?? 0,
    parts['minute'] ?? 0,
    parts['second'] ?? 0,
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the zone's wall clock shows this time (given as if it were UTC). */
export function instantOfWall(zone: string, wall: number): number {
  const first = wall - zoneOffset(zone, wall);
  return wall - zoneOffset(zone, first);
}

/** The zone's calendar day at an instant. */
export function dayOfInstant(zone: string, instant: number): number {
  return Math.floor((instant + zoneOffset(zone, instant)) / DAY_MS);
}

/** Midnight at which this day begins in the zone. */
export function startOfDay(zone: string, day: number): number {
  return instantOfWall(zone, day * DAY_MS);
}

/** `YYYY-MM-DD`. */
export function dayToText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function textToDay(text: string): number {
  return Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
}

/** Day number of a calendar date; months count from 0 and may run over. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month, day) / DAY_MS);
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2060;
const HOUR_MS = 3_600_000;
const steps = new Map<string, string>();

/** `[[from, offset], ...]` as JSON: the zone's offsets with the instants from which they hold. */
export function zoneSteps(zone: string): string {
  let text = steps.get(zone);
  if (text !== undefined) return text;
  const found: [number, number][] = [[-8_640_000_000_000_000, zoneOffset(zone, Date.UTC(FIRST_YEAR, 0, 1))]];
  const end = Date.UTC(LAST_YEAR, 0, 1);
  for (let at = Date.UTC(FIRST_YEAR, 0, 1); at < end; at += 7 * DAY_MS) {
    const before = zoneOffset(zone, at);
    const after = zoneOffset(zone, at + 7 * DAY_MS);
    if (before !== after) found.push([changeBetween(zone, at, at + 7 * DAY_MS, before), after]);
  }
  text = JSON.stringify(found);
  steps.set(zone, text);
  return text;
}

function changeBetween(zone: string, from: number, to: number, before: number): number {
  let low = from;
  let high = to;
  while (high - low > HOUR_MS / 4) {
    const middle = Math.floor((low + high) / 2 / (HOUR_MS / 4)) * (HOUR_MS / 4);
    if (middle <= low) break;
    if (zoneOffset(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
