/** Literals of the query text: escapes, times and instants. */

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  "'": "'",
  '"': '"',
  '\\': '\\',
};

/** Stands for the backslash of `\\%` and `\\_`, which queries know and the lexer of Apex does not. */
const PATTERN_ESCAPE = '\uE000';

/** The text with pattern escapes that the lexer lets pass; every place stays where it is. */
export function hidePatternEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.)/gs, (whole, next: string) =>
    next === '%' || next === '_' ? PATTERN_ESCAPE + next : whole,
  );
}

/** Text of a quoted literal. */
export function unescapeText(hidden: string): string {
  const raw = hidden.replaceAll(PATTERN_ESCAPE, '');
  return raw.includes('\\') ? raw.replace(/\\(.)/gs, (_, next: string) => ESCAPES[next] ?? next) : raw;
}

/** Pattern of a quoted LIKE literal: `\%`, `\_` and `\\` stay escaped for the database. */
export function unescapePattern(hidden: string): string {
  const raw = hidden.replaceAll(PATTERN_ESCAPE, '\\');
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
