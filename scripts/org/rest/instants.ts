/** Dates and times as the REST API writes and reads them. */

/** `2026-01-31T12:00:00.000+0000`, the data API's form. */
export function apiDateTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}

/** `2026-01-31T12:00:00.000Z`, the Metadata API's and UI API's form. */
export function isoDateTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** `13:45:00.000Z` from milliseconds since midnight. */
export function apiTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 23)}Z`;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/;

/** `YYYY-MM-DD` when the text is a day that exists, else `undefined`. */
export function readDate(text: string): string | undefined {
  const day = DATE.exec(text.slice(0, 10));
  if (day === null || (text.length > 10 && !DATE_TIME.test(text))) return undefined;
  const made = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
  return made.toISOString().startsWith(day[0]) ? day[0] : undefined;
}

export function readDateTime(text: string): number | undefined {
  if (DATE.test(text)) return readDate(text) === undefined ? undefined : Date.parse(`${text}T00:00:00Z`);
  if (!DATE_TIME.test(text) || readDate(text) === undefined) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : `${text}Z`;
  const ms = Date.parse(zoned);
  return Number.isNaN(ms) ? undefined : ms;
}

export function readTime(text: string): number | undefined {
  const parts = TIME.exec(text);
  if (parts === null) return undefined;
  const [, hours, minutes, seconds = '0', fraction = '0'] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
