/** Text. */
import { DAY_MS } from '../../soql/zone.ts';
import { toId18 } from '../../store/ids.ts';
import { argument, plain, textOf } from '../call.ts';
import type { Call, Compiled, Table } from '../call.ts';
import type { Raw } from '../../types.ts';

function textValue(value: Raw, type: Compiled['type']): string {
  if (value === null) return '';
  if (type === 'datetime') return `${new Date(Number(value)).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  if (type === 'time') return new Date(Number(value) % DAY_MS).toISOString().slice(11, 23);
  return String(value);
}

function pad(text: string, length: number, filling: string): string {
  return filling.repeat(Math.max(0, length)).slice(0, Math.max(0, length - text.length));
}

function attribute(value: string | number | boolean | undefined): string {
  return String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
}

const patterns = new Map<string, RegExp>();
const PATTERN_LIMIT = 500;

/** A pattern that must match the whole text; flags at its head (`(?i)`) count for all of it. */
function wholePattern(text: string, call: Call): RegExp {
  const known = patterns.get(text);
  if (known !== undefined) return known;
  const head = /^\(\?([ims]+)\)/.exec(text);
  try {
    const pattern = new RegExp(`^(?:${text.slice(head?.[0].length ?? 0)})$`, head?.[1] ?? '');
    if (patterns.size >= PATTERN_LIMIT) patterns.clear();
    patterns.set(text, pattern);
    return pattern;
  } catch {
    throw call.errors.at(`Invalid regular expression: ${text}`, call.offset);
  }
}

export const TEXT_FUNCTIONS: Table = {
  TEXT: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const value = argument(call, 0, 'number', 'picklist', 'date', 'datetime', 'time', 'text');
      return { type: 'text', run: (env) => textValue(value.run(env), value.type) };
    },
  },
  VALUE: plain(['text'], 'number', ([text]) => {
    const trimmed = String(text).trim();
    return trimmed === '' || Number.isNaN(Number(trimmed)) ? null : Number(trimmed);
  }),
  LEN: plain(['text'], 'number', ([text]) => String(text).length),
  LEFT: plain(['text', 'number'], 'text', ([text, count]) => String(text).slice(0, Math.max(0, Number(count)))),
  RIGHT: plain(['text', 'number'], 'text', ([text, count]) =>
    Number(count) <= 0 ? '' : String(text).slice(-Number(count)),
  ),
  MID: plain(['text', 'number', 'number'], 'text', ([text, start, count]) => {
    const from = Math.max(1, Number(start)) - 1;
    return String(text).slice(from, from + Math.max(0, Number(count)));
  }),
  FIND: plain(
    ['text', 'text', 'number'],
    'number',
    ([search, text, start]) => {
      if (search === '' || Number(start ?? 1) < 1) return 0;
      return String(text).indexOf(String(search), Number(start ?? 1) - 1) + 1;
    },
    2,
  ),
  SUBSTITUTE: plain(['text', 'text', 'text'], 'text', ([text, old, fresh]) =>
    old === '' ? String(text) : String(text).split(String(old)).join(String(fresh)),
  ),
  TRIM: plain(['text'], 'text', ([text]) => String(text).trim()),
  UPPER: plain(['text', 'text'], 'text', ([text]) => String(text).toUpperCase(), 1),
  LOWER: plain(['text', 'text'], 'text', ([text]) => String(text).toLowerCase(), 1),
  INITCAP: plain(['text'], 'text', ([text]) =>
    String(text)
      .toLowerCase()
      .replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  ),
  CONTAINS: plain(['text', 'text'], 'boolean', ([text, part]) => String(text).includes(String(part))),
  BEGINS: plain(['text', 'text'], 'boolean', ([text, part]) => String(text).startsWith(String(part))),
  REGEX: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const text = argument(call, 0, 'text');
      const pattern = argument(call, 1, 'text');
      return {
        type: 'boolean',
        run: (env) => wholePattern(textOf(pattern.run(env)), call).test(textOf(text.run(env))),
      };
    },
  },
  LPAD: plain(
    ['text', 'number', 'text'],
    'text',
    ([text, length, filling]) =>
      (pad(String(text), Number(length), String(filling ?? ' ')) + String(text)).slice(0, Math.max(0, Number(length))),
    2,
  ),
  RPAD: plain(
    ['text', 'number', 'text'],
    'text',
    ([text, length, filling]) =>
      (String(text) + pad(String(text), Number(length), String(filling ?? ' '))).slice(0, Math.max(0, Number(length))),
    2,
  ),
  REVERSE: plain(['text'], 'text', ([text]) => [...String(text)].reverse().join('')),
  ASCII: plain(['text'], 'number', ([text]) => String(text).codePointAt(0) ?? null),
  CHR: plain(['number'], 'text', ([code]) => String.fromCodePoint(Number(code))),
  CASESAFEID: plain(['text'], 'text', ([id]) => toId18(String(id)) ?? String(id)),
  BR: plain([], 'text', () => '<br>'),
  HYPERLINK: plain(
    ['text', 'text', 'text'],
    'text',
    ([url, label, target]) =>
      `<a href="${attribute(url)}" target="${attribute(target ?? '_blank')}">${attribute(label)}</a>`,
    2,
  ),
  IMAGE: plain(
    ['text', 'text', 'number', 'number'],
    'text',
    ([url, alternative, height, width]) => {
      const size = height === undefined ? '' : ` style="height:${attribute(height)}px; width:${attribute(width)}px;"`;
      return `<img src="${attribute(url)}" alt="${attribute(alternative)}"${size} border="0"/>`;
    },
    2,
  ),
};
