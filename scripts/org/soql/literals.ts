/** Literals of the query text: escapes, times and instants. */

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', "'": "'", '"': '"', '\\': '\\' };

/** Text of a quoted literal. */
export function unescapeText(raw: string): string {
  return raw.includes('\\') ? raw.replace(/\\(.)/gs, (_, next: string) => ESCAPES[next] ?? next) : raw;
}

/** Pattern of a quoted LIKE literal: `\%`, `\_` and `\\` stay escaped for the database. */
export function unescapePattern(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(.)/gs, (whole, next: string) => ('%_\\'.includes(next) ? whole : (ESCAPES[next] ?? next)));
}

/** Epoch milliseconds of an ISO instant with zone. */
export function parseDatetime(text: string): number {
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** Milliseconds since midnight of `HH:MM:SS[.mmm][Z]`. */
export function parseTime(text: string): number {
  const [hours, minutes, seconds] = text.replace(/Z$/i, '').split(':').map(Number);
  return Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000);
}
