/** Java regular expressions as JavaScript ones. What JavaScript cannot express fails by name. */
import { throwException } from './values/exception.ts';

const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: 'A-Za-z0-9',
  Punct: '!-\\/:-@\\[-`{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9A-Fa-f',
  Space: ' \\t\\n\\x0B\\f\\r',
};

const escapeText = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

class Translator {
  #source: string;
  #at = 0;
  #out = '';
  #flags = new Set<string>();
  #unicode: boolean;
  /** Whether a class holds another class or an intersection. */
  readonly #hasSets: boolean;
  constructor(source: string) {
    this.#source = source;
    this.#unicode = /\\[pP](?:\{(?!Lower|Upper|ASCII|Al|Digit|Punct|Graph|Print|Blank|Cntrl|XDigit|Space)|[A-Z])/.test(
      source,
    );
    this.#hasSets = /\[(?:[^\]\\]|\\.)*(?:\[|&&)/.test(source);
    this.#unicode ||= this.#hasSets;
    if (this.#hasSets) this.#flags.add('v');
    else if (this.#unicode) this.#flags.add('u');
  }

  run(): { source: string; flags: string } {
    this.#leadingFlags();
    let inClass = 0;
    while (this.#at < this.#source.length) {
      const char = this.#source[this.#at]!;
      if (char === '\\') {
        this.#escape(inClass > 0);
        continue;
      }
      if (char === '[' && this.#hasSets) {
        this.#out += this.#class();
        continue;
      }
      if (char === '[') inClass += 1;
      else if (char === ']' && inClass > 0) inClass -= 1;
      else if (inClass === 0 && /[*+?}]/.test(char) && this.#source[this.#at + 1] === '+' && this.#out !== '')
        this.#unsupported('possessive quantifier');
      else if (inClass === 0 && this.#source.startsWith('(?>', this.#at)) this.#unsupported('atomic group');
      this.#out += char;
      this.#at += 1;
    }
    return { source: this.#out, flags: [...this.#flags].join('') };
  }

  /** A class with classes inside: unions stand beside each other, intersections are operands of their own. */
  #class(): string {
    this.#at += 1;
    const isNegated = this.#source[this.#at] === '^';
    if (isNegated) this.#at += 1;
    const operands = [''];
    for (let char; (char = this.#source[this.#at]) !== undefined && char !== ']';) {
      const last = operands.length - 1;
      if (this.#source.startsWith('&&', this.#at)) {
        operands.push('');
        this.#at += 2;
      } else if (char === '[') operands[last] += this.#class();
      else if (char === '\\') operands[last] += this.#escaped();
      else {
        const isLoose = char === '-' && (operands[last] === '' || this.#source[this.#at + 1] === ']');
        operands[last] += isLoose || /[(){}/|]/.test(char) ? `\\${char}` : char;
        this.#at += 1;
      }
    }
    this.#at += 1;
    const body = operands.length === 1 ? operands[0]! : operands.map((each) => `[${each}]`).join('&&');
    return `[${isNegated ? '^' : ''}${body}]`;
  }

  /** One escape inside of a class. */
  #escaped(): string {
    const before = this.#out;
    this.#out = '';
    this.#escape(true);
    const escaped = this.#out;
    this.#out = before;
    return escaped;
  }

  #leadingFlags(): void {
    for (let match; (match = /^\(\?([a-zA-Z]+)\)/.exec(this.#source.slice(this.#at))); this.#at += match[0].length) {
      for (const flag of match[1]!) {
        if (flag === 'i' || flag === 's' || flag === 'm') this.#flags.add(flag);
        else if (flag !== 'u' && flag !== 'U') this.#unsupported(`flag ${flag}`);
      }
    }
  }

  #escape(inClass: boolean): void {
    const next = this.#source[this.#at + 1];
    if (next === undefined)
      throwException('StringException', `Invalid regex: Unexpected internal error near index ${this.#at}`);
    if (next === 'Q') {
      const end = this.#source.indexOf('\\E', this.#at);
      this.#out += escapeText(this.#source.slice(this.#at + 2, end < 0 ? undefined : end));
      this.#at = end < 0 ? this.#source.length : end + 2;
      return;
    }
    const property = /^\\([pP])(?:\{(\w+)\}|([A-Z]))/.exec(this.#source.slice(this.#at));
    if (property) return this.#property(property, inClass);
    this.#at += 2;
    if (next === 'A' && !inClass) this.#out += '^';
    else if ((next === 'z' || next === 'Z') && !inClass) this.#out += '$';
    else if (next === 'h') this.#out += inClass ? ' \\t\\xA0' : '[ \\t\\xA0]';
    else if (next === 'R' && !inClass) this.#out += '(?:\\r\\n|[\\n\\r])';
    else if (next === 'a') this.#out += '\\x07';
    else if (next === 'e') this.#out += '\\x1B';
    else if (next === 'G') this.#unsupported('\\G');
    else if (/[A-Za-z0-9]/.test(next)) this.#out += `\\${next}`;
    else
      this.#out +=
        this.#unicode && !/[\\^$.*+?()[\]{}|/-]/.test(next)
          ? next
          : this.#unicode && next === '-' && !inClass
            ? '-'
            : `\\${next}`;
  }

  #property(match: RegExpExecArray, inClass: boolean): void {
    this.#at += match[0].length;
    const name = (match[2] ?? match[3])!.replace(/^Is(?=[A-Z])/, '');
    const posix = POSIX[name];
    const negated = match[1] === 'P';
    if (posix === undefined) {
      this.#out += `\\${match[1]}{${name}}`;
      return;
    }
    if (inClass && negated) this.#unsupported(`\\P{${name}} in a class`);
    this.#out += inClass ? posix : `[${negated ? '^' : ''}${posix}]`;
  }

  #unsupported(what: string): never {
    return throwException('StringException', `Invalid regex: the local org does not support ${what}: ${this.#source}`);
  }
}

/** What is wrong, in the words of Java's own parser where it has them. */
const JAVA_WORDS: readonly (readonly [RegExp, string, (pattern: string) => number])[] = [
  [/Unterminated group/, 'Unclosed group', (pattern) => pattern.length],
  [/Unterminated character class/, 'Unclosed character class', (pattern) => pattern.length - 1],
  [/Nothing to repeat/, 'Dangling meta character', (pattern) => Math.max(0, pattern.search(/[*+?]/))],
  [/Unmatched '\)'/, "Unmatched closing ')'", (pattern) => Math.max(0, pattern.lastIndexOf(')') - 1)],
];

function javaWords(message: string, pattern: string): string {
  const known = JAVA_WORDS.find(([test]) => test.test(message));
  if (!known) return message;
  const [, words, place] = known;
  const at = place(pattern);
  const sign = words.startsWith('Dangling') ? ` '${pattern[at]}'` : '';
  const pointer = at < pattern.length ? `\n${' '.repeat(at)}^` : '';
  return `${words}${sign} near index ${at}\n${pattern}${pointer}`;
}

const compiled = new Map<string, RegExp>();

/** JavaScript expression for a Java one, with these flags added. Throws StringException for an illegal one. */
export function javaRegex(pattern: string, extraFlags = ''): RegExp {
  const key = `${extraFlags}/${pattern}`;
  const known = compiled.get(key);
  if (known) {
    known.lastIndex = 0;
    return known;
  }
  const { source, flags } = new Translator(pattern).run();
  let regex: RegExp;
  try {
    regex = new RegExp(source, [...new Set(flags + extraFlags)].join(''));
  } catch (error) {
    return throwException('StringException', `Invalid regex: ${javaWords((error as Error).message, pattern)}`);
  }
  if (compiled.size > 500) compiled.clear();
  compiled.set(key, regex);
  return regex;
}

/** Text of a Java replacement for one match: `$1`, `${name}`, `\$`. */
export function expandReplacement(
  replacement: string,
  groups: readonly (string | undefined)[],
  named: Record<string, string> | undefined,
): string {
  return replacement.replace(
    /\\([\s\S])|\$\{(\w+)\}|\$(\d)/g,
    (_, escaped: string | undefined, name: string | undefined, index: string | undefined) => {
      if (escaped !== undefined) return escaped;
      if (name !== undefined) return named?.[name] ?? '';
      const group = Number(index);
      if (group >= groups.length) throwException('StringException', `No group ${group}`);
      return groups[group] ?? '';
    },
  );
}

/** `replaceAll` (flag `g`) and `replaceFirst` with a Java replacement text. */
export function replaceJava(text: string, pattern: string, replacement: string, flags: '' | 'g'): string {
  return text.replace(javaRegex(pattern, flags), (...parts: unknown[]) => {
    const named = typeof parts.at(-1) === 'object' ? (parts.pop() as Record<string, string>) : undefined;
    return expandReplacement(replacement, parts.slice(0, -2) as (string | undefined)[], named);
  });
}

/** Java's `split`: with limit 0 trailing empty parts go, with a positive one the last part keeps the rest. */
export function splitJava(text: string, pattern: string, limit = 0): string[] {
  if (text === '') return [''];
  const regex = javaRegex(pattern, 'g');
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(regex)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const isEmptyAtStart = match[0] === '' && (match.index === 0 || match.index === text.length);
    if (isEmptyAtStart) continue;
    if (match.index === 0 && match[0] !== '') parts.push('');
    else parts.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(text.slice(start));
  if (limit === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  if (limit === 0 && parts.length === 1 && parts[0] === '' && start > 0) return [];
  return parts;
}
