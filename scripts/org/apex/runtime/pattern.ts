/** Pattern and Matcher. */
import type { PlatformType } from '../contract.ts';
import { expandReplacement, javaRegex, splitJava } from './regex.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class ApexPattern extends ApexObject {
  static readonly apexName = 'Pattern';
  readonly source: string;
  constructor(source: string) {
    super();
    this.source = source;
    javaRegex(source, 'g');
  }
  override apexString(): string {
    return this.source;
  }
}

class ApexMatcher extends ApexObject {
  static readonly apexName = 'Matcher';
  pattern: ApexPattern;
  input: string;
  match: RegExpExecArray | null = null;
  start = 0;
  end: number;
  #next = 0;
  constructor(pattern: ApexPattern, input: string) {
    super();
    this.pattern = pattern;
    this.input = input;
    this.end = input.length;
  }

  reset(input = this.input): this {
    this.input = input;
    this.match = null;
    this.start = 0;
    this.end = input.length;
    this.#next = 0;
    return this;
  }

  region(start: number, end: number): this {
    if (start < 0 || end > this.input.length || start > end)
      throwException('StringException', `Invalid region: ${start}, ${end}`);
    this.reset();
    this.start = this.#next = start;
    this.end = end;
    return this;
  }

  get #region(): string {
    return this.input.slice(0, this.end);
  }

  find(): boolean {
    const regex = javaRegex(this.pattern.source, 'gd');
    regex.lastIndex = this.#next;
    const text = this.#region;
    this.match = this.#next > text.length ? null : regex.exec(text);
    if (this.match) this.#next = this.match.index + (this.match[0].length || 1);
    return this.match !== null;
  }

  findFrom(index: number): boolean {
    this.reset();
    this.#next = index;
    return this.find();
  }

  /** Whole region. */
  matches(): boolean {
    return this.#anchored(`(?:${this.pattern.source})$`);
  }

  lookingAt(): boolean {
    return this.#anchored(this.pattern.source);
  }

  #anchored(source: string): boolean {
    const flags = /^\(\?[a-zA-Z]+\)/.exec(this.pattern.source)?.[0] ?? '';
    const regex = javaRegex(flags + source.replace(flags, ''), 'yd');
    regex.lastIndex = this.start;
    this.match = regex.exec(this.#region);
    if (this.match) this.#next = this.match.index + this.match[0].length;
    return this.match !== null;
  }

  /** The last match; throws StringException when there is none. */
  get found(): RegExpExecArray {
    return this.match ?? throwException('StringException', 'No match found');
  }

  group(index: number): string | null {
    if (index < 0 || index >= this.found.length) throwException('StringException', `No group ${index}`);
    return this.found[index] ?? null;
  }

  place(index: number, side: 0 | 1): number {
    this.group(index);
    return this.found.indices?.[index]?.[side] ?? -1;
  }

  replace(replacement: string, all: boolean): string {
    this.reset();
    let out = '';
    let at = 0;
    while (this.find()) {
      const match = this.found;
      out += this.input.slice(at, match.index) + expandReplacement(replacement, [...match], match.groups);
      at = match.index + match[0].length;
      if (!all) break;
    }
    return out + this.input.slice(at);
  }

  get groupCount(): number {
    return new RegExp(`${javaRegex(this.pattern.source, '').source}|`).exec('')!.length - 1;
  }
}

const compile = (source: string | null): ApexPattern => new ApexPattern(requireArgument(source));
const strings = (items: string[]): ApexList<string> => new ApexList('List<String>', items);

export const PATTERN: PlatformType = {
  name: 'Pattern',
  kind: 'class',
  members: {
    'static Pattern compile(String)': compile,
    'static Boolean matches(String,String)': (source: string | null, text: string | null) =>
      new ApexMatcher(compile(source), requireArgument(text)).matches(),
    'static String quote(String)': (text: string | null) => `\\Q${requireArgument(text)}\\E`,
    'Matcher matcher(String)': (pattern: ApexPattern, text: string | null) =>
      new ApexMatcher(pattern, requireArgument(text)),
    'String pattern()': (pattern: ApexPattern) => pattern.source,
    'List<String> split(String)': (pattern: ApexPattern, text: string | null) =>
      strings(splitJava(requireArgument(text), pattern.source)),
    'List<String> split(String,Integer)': (pattern: ApexPattern, text: string | null, limit: number) =>
      strings(splitJava(requireArgument(text), pattern.source, limit)),
  },
};

export const MATCHER: PlatformType = {
  name: 'Matcher',
  kind: 'class',
  members: {
    'static String quoteReplacement(String)': (text: string | null) => requireArgument(text).replace(/[\\$]/g, '\\$&'),
    'Boolean find()': (matcher: ApexMatcher) => matcher.find(),
    'Boolean find(Integer)': (matcher: ApexMatcher, index: number) => matcher.findFrom(index),
    'Boolean matches()': (matcher: ApexMatcher) => matcher.matches(),
    'Boolean lookingAt()': (matcher: ApexMatcher) => matcher.lookingAt(),
    'String group()': (matcher: ApexMatcher) => matcher.group(0),
    'String group(Integer)': (matcher: ApexMatcher, index: number) => matcher.group(index),
    'Integer groupCount()': (matcher: ApexMatcher) => matcher.groupCount,
    'Integer start()': (matcher: ApexMatcher) => matcher.place(0, 0),
    'Integer start(Integer)': (matcher: ApexMatcher, index: number) => matcher.place(index, 0),
    'Integer end()': (matcher: ApexMatcher) => matcher.place(0, 1),
    'Integer end(Integer)': (matcher: ApexMatcher, index: number) => matcher.place(index, 1),
    'Boolean hitEnd()': (matcher: ApexMatcher) => matcher.match === null || matcher.place(0, 1) === matcher.end,
    'Boolean requireEnd()': (matcher: ApexMatcher) =>
      matcher.match !== null && matcher.place(0, 1) === matcher.end && /\$|\\[zZ]/.test(matcher.pattern.source),
    'Boolean hasAnchoringBounds()': () => true,
    'Boolean hasTransparentBounds()': () => false,
    'Pattern pattern()': (matcher: ApexMatcher) => matcher.pattern,
    'Matcher region(Integer,Integer)': (matcher: ApexMatcher, start: number, end: number) => matcher.region(start, end),
    'Integer regionStart()': (matcher: ApexMatcher) => matcher.start,
    'Integer regionEnd()': (matcher: ApexMatcher) => matcher.end,
    'String replaceAll(String)': (matcher: ApexMatcher, text: string | null) =>
      matcher.replace(requireArgument(text), true),
    'String replaceFirst(String)': (matcher: ApexMatcher, text: string | null) =>
      matcher.replace(requireArgument(text), false),
    'Matcher reset()': (matcher: ApexMatcher) => matcher.reset(),
    'Matcher reset(String)': (matcher: ApexMatcher, text: string | null) => matcher.reset(requireArgument(text)),
    'Matcher usePattern(Pattern)': (matcher: ApexMatcher, pattern: ApexPattern | null) => {
      matcher.pattern = requireArgument(pattern);
      return matcher;
    },
  },
};
