/** String methods that escape and unescape for CSV, HTML, XML, ECMAScript, Java and Unicode. */
import type { PlatformFunction } from '../contract.ts';

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  copy: '\u00A9',
  reg: '\u00AE',
};
const CONTROL: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '"': '\\"',
};
const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => HTML[char]!);
const escapeXml = (text: string): string => escapeHtml(text).replace(/'/g, '&apos;');
const escapeJava = (text: string): string =>
  text.replace(/[\n\r\t\b\f\\"]/g, (char) => CONTROL[char]!).replace(/[^\x20-\x7E]/g, unicode);

function unescapeMarkup(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return NAMED[name!] ?? whole;
    },
  );
}

function unescapeJava(text: string): string {
  return text.replace(/\\(?:u+([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex: string | undefined, char: string | undefined) =>
    hex === undefined ? (UNESCAPED[char!] ?? char!) : String.fromCharCode(parseInt(hex, 16)),
  );
}

const needsQuotes = (text: string): boolean => /[",\r\n]/.test(text);

export const escapeMembers: Readonly<Record<string, PlatformFunction>> = {
  'String escapeCsv()': (text: string) => (needsQuotes(text) ? `"${text.replace(/"/g, '""')}"` : text),
  'String unescapeCsv()': (text: string) => {
    const inner = /^"([\s\S]*)"$/.exec(text)?.[1];
    return inner !== undefined && needsQuotes(inner) ? inner.replace(/""/g, '"') : text;
  },
  'String escapeHtml3()': escapeHtml,
  'String escapeHtml4()': escapeHtml,
  'String unescapeHtml3()': unescapeMarkup,
  'String unescapeHtml4()': unescapeMarkup,
  'String escapeXml()': escapeXml,
  'String unescapeXml()': unescapeMarkup,
  'String escapeJava()': escapeJava,
  'String unescapeJava()': unescapeJava,
  'String escapeEcmaScript()': (text: string) => escapeJava(text).replace(/['/]/g, '\\$&'),
  'String unescapeEcmaScript()': unescapeJava,
  'String escapeUnicode()': (text: string) => text.replace(/[^\x00-\x7F]/g, unicode),
  'String unescapeUnicode()': (text: string) =>
    text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  'String stripHtmlTags()': (text: string) => unescapeMarkup(text.replace(/<[^>]*>/g, '')),
};
