/** String methods that cut, pad and change case. */
import type { PlatformFunction } from '../contract.ts';
import { requireArgument, throwException } from './values/exception.ts';

function substring(text: string, start: number, end = text.length): string {
  if (start < 0) throwException('StringException', `Starting position out of bounds: ${start}`);
  if (start > text.length) throwException('StringException', `Starting position out of bounds: ${start}`);
  if (end > text.length || end < start) throwException('StringException', `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

function abbreviate(text: string, width: number, offset = 0): string {
  if (width < 4) throwException('StringException', 'Minimum abbreviation width is 4');
  if (text.length <= width) return text;
  if (offset <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throwException('StringException', 'Minimum abbreviation width with offset is 7');
  const from = Math.min(offset, text.length, text.length - (width - 3));
  if (from + width - 3 < text.length) return `...${abbreviate(text.slice(from), width - 3)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}

function pad(text: string, size: number, padding: string | null, side: 'left' | 'right' | 'both'): string {
  const fill = padding === null || padding === '' ? ' ' : padding;
  if (side === 'left') return text.padStart(size, fill);
  if (side === 'right') return text.padEnd(size, fill);
  const left = Math.floor((size - text.length) / 2);
  return size <= text.length ? text : text.padStart(text.length + left, fill).padEnd(size, fill);
}

function before(text: string, separator: string | null, at: number): string {
  return separator === null || separator === '' || at < 0 ? text : text.slice(0, at);
}

function after(separator: string | null, text: string, at: number): string {
  return separator === null || at < 0 ? '' : text.slice(at + separator.length);
}

function between(text: string, open: string | null, close: string | null): string | null {
  if (open === null || close === null) return null;
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function swapCase(text: string): string {
  return [...text].map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join('');
}

export const partMembers: Readonly<Record<string, PlatformFunction>> = {
  'String abbreviate(Integer)': (text: string, width: number) => abbreviate(text, width),
  'String abbreviate(Integer,Integer)': abbreviate,
  'String capitalize()': (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  'String uncapitalize()': (text: string) => text.charAt(0).toLowerCase() + text.slice(1),
  'String center(Integer)': (text: string, size: number) => pad(text, size, ' ', 'both'),
  'String center(Integer,String)': (text: string, size: number, padding: string) => pad(text, size, padding, 'both'),
  'String leftPad(Integer)': (text: string, size: number) => pad(text, size, ' ', 'left'),
  'String leftPad(Integer,String)': (text: string, size: number, padding: string) => pad(text, size, padding, 'left'),
  'String rightPad(Integer)': (text: string, size: number) => pad(text, size, ' ', 'right'),
  'String rightPad(Integer,String)': (text: string, size: number, padding: string) => pad(text, size, padding, 'right'),
  'String deleteWhitespace()': (text: string) => text.replace(/\s/g, ''),
  'String normalizeSpace()': (text: string) => text.trim().replace(/\s+/g, ' '),
  'String left(Integer)': (text: string, length: number) => text.slice(0, Math.max(0, length)),
  'String right(Integer)': (text: string, length: number) => (length <= 0 ? '' : text.slice(-length)),
  'String mid(Integer,Integer)': (text: string, start: number, length: number) => {
    const from = Math.max(0, start);
    return length < 0 ? '' : text.slice(from, from + length);
  },
  'String remove(String)': (text: string, part: string | null) =>
    part === null || part === '' ? text : text.split(part).join(''),
  'String removeStart(String)': (text: string, part: string | null) =>
    part !== null && text.startsWith(part) ? text.slice(part.length) : text,
  'String removeEnd(String)': (text: string, part: string | null) =>
    part !== null && part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text,
  'String removeStartIgnoreCase(String)': (text: string, part: string | null) =>
    part !== null && text.toLowerCase().startsWith(part.toLowerCase()) ? text.slice(part.length) : text,
  'String removeEndIgnoreCase(String)': (text: string, part: string | null) =>
    part !== null && part !== '' && text.toLowerCase().endsWith(part.toLowerCase())
      ? text.slice(0, -part.length)
      : text,
  'String repeat(Integer)': (text: string, times: number) => text.repeat(Math.max(0, times)),
  'String repeat(String,Integer)': (text: string, separator: string | null, times: number) =>
    new Array<string>(Math.max(0, times)).fill(text).join(separator ?? ''),
  'String reverse()': (text: string) => [...text].reverse().join(''),
  'String substring(Integer)': (text: string, start: number) => substring(text, start),
  'String substring(Integer,Integer)': substring,
  'String substringBefore(String)': (text: string, separator: string | null) =>
    before(text, separator, text.indexOf(separator ?? '')),
  'String substringBeforeLast(String)': (text: string, separator: string | null) =>
    before(text, separator, text.lastIndexOf(separator ?? '')),
  'String substringAfter(String)': (text: string, separator: string | null) =>
    after(separator, text, text.indexOf(separator ?? '')),
  'String substringAfterLast(String)': (text: string, separator: string | null) =>
    separator === '' ? '' : after(separator, text, text.lastIndexOf(separator ?? '')),
  'String substringBetween(String)': (text: string, tag: string | null) => between(text, tag, tag),
  'String substringBetween(String,String)': between,
  'String swapCase()': swapCase,
  'String toLowerCase()': (text: string) => text.toLowerCase(),
  'String toLowerCase(String)': (text: string, locale: string) =>
    text.toLocaleLowerCase(requireArgument(locale).replace('_', '-')),
  'String toUpperCase()': (text: string) => text.toUpperCase(),
  'String toUpperCase(String)': (text: string, locale: string) =>
    text.toLocaleUpperCase(requireArgument(locale).replace('_', '-')),
  'String trim()': (text: string) => text.trim(),
};
