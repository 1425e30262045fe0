/** String. */
import type { PlatformType } from '../contract.ts';
import { ApexList } from './values/collections.ts';
import type { ApexDatetime } from './values/date.ts';
import { hashText } from './values/equality.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { to18 } from './values/ids.ts';
import { concatText, toApexString } from './values/text.ts';
import { replaceJava, splitJava } from './regex.ts';
import { escapeMembers } from './string-escape.ts';
import { partMembers } from './string-parts.ts';

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const isEmpty = (text: string | null): boolean => text === null || text === '';
const strings = (items: string[]): ApexList<string> => new ApexList('List<String>', items);

function join(source: unknown, separator: string | null): string {
  const items = requireArgument(source as Iterable<unknown> | null);
  return [...items].map((item) => (item === null ? '' : concatText(item))).join(separator ?? '');
}

/** MessageFormat as the platform uses it: `{0}`, quotes double, text in single quotes is literal. */
function format(template: string | null, args: ApexList | null): string | null {
  if (template === null) return null;
  const values = args?.items ?? [];
  let out = '';
  let isQuoted = false;
  for (let at = 0; at < template.length; at += 1) {
    const char = template[at]!;
    if (char === "'") {
      if (template[at + 1] === "'") {
        out += "'";
        at += 1;
      } else isQuoted = !isQuoted;
      continue;
    }
    const hole = char === '{' && !isQuoted ? /^\{(\d+)\}/.exec(template.slice(at)) : null;
    if (!hole) {
      out += char;
      continue;
    }
    const index = Number(hole[1]);
    out += index < values.length ? concatText(values[index]) : hole[0];
    at += hole[0].length - 1;
  }
  return out;
}

function matchesAll(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text);
}

function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + cost));
    }
    row = next;
  }
  return row.at(-1)!;
}

function commonPrefix(items: readonly (string | null)[]): string {
  let prefix = items[0] ?? '';
  for (const item of items) while (!(item ?? '').startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

function charCode(text: string, index: number): number {
  if (index < 0 || index >= text.length) throwException('StringException', `String index out of bounds: ${index}`);
  return text.charCodeAt(index);
}

const compareTo = (text: string, other: string): number => {
  const given = requireArgument(other);
  const length = Math.min(text.length, given.length);
  for (let at = 0; at < length; at += 1) if (text[at] !== given[at]) return text.charCodeAt(at) - given.charCodeAt(at);
  return text.length - given.length;
};

/** With case; an id in both of its lengths is the same. */
function sameText(text: string, other: unknown): boolean {
  if (typeof other !== 'string' || text === other) return text === other;
  const [short, long] = text.length < other.length ? [text, other] : [other, text];
  return short.length === 15 && long.length === 18 && to18(short) === long;
}

/** Nothing is found before the beginning. */
function lastIndexOf(text: string, part: string, end: number): number {
  return requireArgument(end) < 0 ? -1 : text.lastIndexOf(part, end);
}

export const STRING: PlatformType = {
  name: 'String',
  kind: 'class',
  members: {
    'static Boolean isBlank(String)': isBlank,
    'static Boolean isNotBlank(String)': (text: string | null) => !isBlank(text),
    'static Boolean isEmpty(String)': isEmpty,
    'static Boolean isNotEmpty(String)': (text: string | null) => !isEmpty(text),
    'static String join(Object,String)': join,
    'static String format(String,List<Object>)': format,
    'static String fromCharArray(List<Integer>)': (codes: ApexList<number>) =>
      String.fromCharCode(...requireArgument(codes).items),
    'static String getCommonPrefix(List<String>)': (items: ApexList<string>) =>
      commonPrefix(requireArgument(items).items),
    'static String escapeSingleQuotes(String)': (text: string | null) =>
      requireArgument(text).replace(/\\/g, '\\\\').replace(/'/g, "\\'"),
    'static String valueOf(Date)': toApexString,
    'static String valueOf(Datetime)': toApexString,
    'static String valueOf(Decimal)': toApexString,
    'static String valueOf(Double)': toApexString,
    'static String valueOf(Integer)': toApexString,
    'static String valueOf(Long)': toApexString,
    'static String valueOf(Object)': toApexString,
    'static String valueOfGmt(Datetime)': (value: ApexDatetime | null) => value?.toWallString('GMT') ?? null,
    'Integer length()': (text: string) => text.length,
    'Integer hashCode()': hashText,
    'String toString()': (text: string) => text,
    'Boolean equals(Object)': sameText,
    'Boolean equals(String)': sameText,
    'Boolean equalsIgnoreCase(String)': (text: string, other: string | null) =>
      other !== null && text.toLowerCase() === other.toLowerCase(),
    'Integer compareTo(String)': compareTo,
    'Integer charAt(Integer)': charCode,
    'Integer codePointAt(Integer)': (text: string, index: number) => {
      charCode(text, index);
      return text.codePointAt(index)!;
    },
    'Integer codePointBefore(Integer)': (text: string, index: number) => {
      charCode(text, requireArgument(index) - 1);
      return [...text.slice(0, index)].at(-1)!.codePointAt(0)!;
    },
    'Integer codePointCount(Integer,Integer)': (text: string, start: number, end: number) => {
      if (start < 0 || end > text.length || start > end)
        throwException('StringException', `String index out of bounds: ${start < 0 ? start : end}`);
      return [...text.slice(start, end)].length;
    },
    'Integer offsetByCodePoints(Integer,Integer)': (text: string, index: number, offset: number) => {
      const points = [...text.slice(requireArgument(index))];
      if (offset > points.length) throwException('StringException', `String index out of bounds: ${offset}`);
      return index + points.slice(0, offset).join('').length;
    },
    'List<Integer> getChars()': (text: string) =>
      new ApexList(
        'List<Integer>',
        [...Array(text.length).keys()].map((index) => text.charCodeAt(index)),
      ),
    'Boolean contains(String)': (text: string, part: string | null) => text.includes(requireArgument(part)),
    'Boolean containsIgnoreCase(String)': (text: string, part: string | null) =>
      text.toLowerCase().includes(requireArgument(part).toLowerCase()),
    'Boolean containsAny(String)': (text: string, chars: string | null) =>
      [...(chars ?? '')].some((char) => text.includes(char)),
    'Boolean containsNone(String)': (text: string, chars: string | null) =>
      ![...requireArgument(chars)].some((char) => text.includes(char)),
    'Boolean containsOnly(String)': (text: string, chars: string | null) =>
      chars !== null && [...text].every((char) => chars.includes(char)),
    'Boolean containsWhitespace()': (text: string) => /\s/.test(text),
    'Integer countMatches(String)': (text: string, part: string | null) =>
      isEmpty(part) ? 0 : text.split(part!).length - 1,
    'Boolean startsWith(String)': (text: string, part: string | null) => text.startsWith(requireArgument(part)),
    'Boolean startsWithIgnoreCase(String)': (text: string, part: string | null) =>
      text.toLowerCase().startsWith(requireArgument(part).toLowerCase()),
    'Boolean endsWith(String)': (text: string, part: string | null) => text.endsWith(requireArgument(part)),
    'Boolean endsWithIgnoreCase(String)': (text: string, part: string | null) =>
      text.toLowerCase().endsWith(requireArgument(part).toLowerCase()),
    'Integer indexOf(String)': (text: string, part: string | null) => text.indexOf(requireArgument(part)),
    'Integer indexOf(String,Integer)': (text: string, part: string | null, from: number) =>
      text.indexOf(requireArgument(part), from),
    'Integer indexOfIgnoreCase(String)': (text: string, part: string | null) =>
      text.toLowerCase().indexOf(requireArgument(part).toLowerCase()),
    'Integer indexOfIgnoreCase(String,Integer)': (text: string, part: string | null, from: number) =>
      text.toLowerCase().indexOf(requireArgument(part).toLowerCase(), from),
    'Integer indexOfChar(Integer)': (text: string, code: number) => text.indexOf(String.fromCharCode(code)),
    'Integer indexOfChar(Integer,Integer)': (text: string, code: number, from: number) =>
      text.indexOf(String.fromCharCode(code), from),
    'Integer indexOfAny(String)': (text: string, chars: string | null) =>
      [...text].findIndex((char) => (chars ?? '').includes(char)),
    'Integer indexOfAnyBut(String)': (text: string, chars: string | null) =>
      [...text].findIndex((char) => !(chars ?? '').includes(char)),
    'Integer indexOfDifference(String)': (text: string, other: string | null) => {
      const prefix = commonPrefix([text, other]);
      return text === other ? -1 : prefix.length;
    },
    'Integer lastIndexOf(String)': (text: string, part: string | null) => text.lastIndexOf(requireArgument(part)),
    'Integer lastIndexOf(String,Integer)': (text: string, part: string | null, from: number) =>
      lastIndexOf(text, requireArgument(part), from),
    'Integer lastIndexOfIgnoreCase(String)': (text: string, part: string | null) =>
      text.toLowerCase().lastIndexOf(requireArgument(part).toLowerCase()),
    'Integer lastIndexOfIgnoreCase(String,Integer)': (text: string, part: string | null, from: number) =>
      lastIndexOf(text.toLowerCase(), requireArgument(part).toLowerCase(), from),
    'Integer lastIndexOfChar(Integer,Integer)': (text: string, code: number, from: number) =>
      lastIndexOf(text, String.fromCharCode(code), from),
    'Integer lastIndexOfChar(Integer)': (text: string, code: number) => text.lastIndexOf(String.fromCharCode(code)),
    'Integer getLevenshteinDistance(String)': (text: string, other: string | null) =>
      distance(text, requireArgument(other)),
    'Integer getLevenshteinDistance(String,Integer)': (text: string, other: string | null, threshold: number) => {
      const found = distance(text, requireArgument(other));
      return found > threshold ? -1 : found;
    },
    'String difference(String)': (text: string, other: string | null) =>
      requireArgument(other).slice(commonPrefix([text, other]).length),
    'Boolean isAllLowerCase()': matchesAll(/^\p{Ll}+$/u),
    'Boolean isAllUpperCase()': matchesAll(/^\p{Lu}+$/u),
    'Boolean isAlpha()': matchesAll(/^\p{L}+$/u),
    'Boolean isAlphaSpace()': matchesAll(/^[\p{L} ]*$/u),
    'Boolean isAlphanumeric()': matchesAll(/^[\p{L}\p{Nd}]+$/u),
    'Boolean isAlphanumericSpace()': matchesAll(/^[\p{L}\p{Nd} ]*$/u),
    'Boolean isAsciiPrintable()': matchesAll(/^[\x20-\x7E]*$/),
    'Boolean isNumeric()': matchesAll(/^\p{Nd}+$/u),
    'Boolean isNumericSpace()': matchesAll(/^[\p{Nd} ]*$/u),
    'Boolean isWhitespace()': matchesAll(/^\s*$/),
    'String replace(String,String)': (text: string, target: string | null, replacement: string | null) =>
      text.split(requireArgument(target)).join(requireArgument(replacement)),
    'String replaceAll(String,String)': (text: string, pattern: string | null, replacement: string | null) =>
      replaceJava(text, requireArgument(pattern), requireArgument(replacement), 'g'),
    'String replaceFirst(String,String)': (text: string, pattern: string | null, replacement: string | null) =>
      replaceJava(text, requireArgument(pattern), requireArgument(replacement), ''),
    'List<String> split(String)': (text: string, pattern: string | null) =>
      strings(splitJava(text, requireArgument(pattern))),
    'List<String> split(String,Integer)': (text: string, pattern: string | null, limit: number) =>
      strings(splitJava(text, requireArgument(pattern), limit)),
    'List<String> splitByCharacterType()': (text: string) =>
      strings(text.match(/\p{Lu}+|\p{Ll}+|\p{Nd}+|\s+|[^\p{L}\p{Nd}\s]+/gu) ?? []),
    'List<String> splitByCharacterTypeCamelCase()': (text: string) =>
      strings(text.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Nd}+|\s+|[^\p{L}\p{Nd}\s]+/gu) ?? []),
    ...escapeMembers,
    ...partMembers,
  },
};
