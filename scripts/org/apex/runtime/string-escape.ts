/** String methods that escape and unescape for CSV, HTML, XML, ECMAScript, Java and Unicode. */
import type { PlatformFunction } from '../contract.ts';
import {
  HTML3_CHARACTERS,
  HTML3_REFERENCES,
  HTML4_CHARACTERS,
  HTML4_REFERENCES,
  XML_CHARACTERS,
} from './html-entities.ts';

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
const escapeWith = (references: ReadonlyMap<string, string>) => (text: string) =>
  text.replace(/[&<>"]|[^\x00-\x7F]/g, (char) => references.get(char) ?? char);
const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => (char === "'" ? '&apos;' : HTML3_REFERENCES.get(char)!));
const escapeJava = (text: string): string =>
  text.replace(/[\n\r\t\b\f\\"]/g, (char) => CONTROL[char]!).replace(/[^\x20-\x7E]/g, unicode);

const unescapeWith = (characters: ReadonlyMap<string, string>) => (text: string) =>
  text.replace(
    /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return characters.get(name!) ?? whole;
    },
  );

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
  'String escapeHtml3()': escapeWith(HTML3_REFERENCES),
  'String escapeHtml4()': escapeWith(HTML4_REFERENCES),
  'String unescapeHtml3()': unescapeWith(HTML3_CHARACTERS),
  'String unescapeHtml4()': unescapeWith(HTML4_CHARACTERS),
  'String escapeXml()': escapeXml,
  'String unescapeXml()': unescapeWith(XML_CHARACTERS),
  'String escapeJava()': escapeJava,
  'String unescapeJava()': unescapeJava,
  'String escapeEcmaScript()': (text: string) => escapeJava(text).replace(/['/]/g, '\\$&'),
  'String unescapeEcmaScript()': unescapeJava,
  'String escapeUnicode()': (text: string) => text.replace(/[^\x00-\x7F]/g, unicode),
  'String unescapeUnicode()': (text: string) =>
    text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  'String stripHtmlTags()': (text: string) => unescapeWith(HTML4_CHARACTERS)(text.replace(/<[^>]*>/g, '')),
};
