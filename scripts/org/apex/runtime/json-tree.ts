/** JSON text as a tree that keeps key order and the digits of numbers, and how a tree becomes text again. */
import { throwException } from './values/exception.ts';

/** A number as written. */
export class JsonNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type JsonTree = null | boolean | string | JsonNumber | readonly JsonTree[] | JsonObject;

/** Members in written order. */
export class JsonObject {
  readonly entries: readonly (readonly [string, JsonTree])[];
  constructor(entries: readonly (readonly [string, JsonTree])[]) {
    this.entries = entries;
  }
}

const isList = (tree: JsonTree): tree is readonly JsonTree[] => Array.isArray(tree);

/** Escapes as Jackson does: quotes, backslash and control characters only. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

export function writeCompact(tree: JsonTree): string {
  if (tree === null || typeof tree === 'boolean') return String(tree);
  if (typeof tree === 'string') return quote(tree);
  if (tree instanceof JsonNumber) return tree.source;
  if (isList(tree)) return `[${tree.map(writeCompact).join(',')}]`;
  return `{${tree.entries.map(([name, value]) => `${quote(name)}:${writeCompact(value)}`).join(',')}}`;
}

/** Two spaces a level, ` : ` after names, lists on one line. */
export function writePretty(tree: JsonTree, indent = ''): string {
  if (isList(tree))
    return tree.length === 0 ? '[ ]' : `[ ${tree.map((item) => writePretty(item, indent)).join(', ')} ]`;
  if (!(tree instanceof JsonObject)) return writeCompact(tree);
  if (tree.entries.length === 0) return '{ }';
  const inner = `${indent}  `;
  const members = tree.entries.map(([name, value]) => `${inner}${quote(name)} : ${writePretty(value, inner)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\x00-\x1F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|(true|false|null)(?!\w))/y;

interface Lexeme {
  readonly sign?: string;
  readonly value?: JsonTree;
  readonly isText?: boolean;
}

/** What may stand where something else was found, in the parser's words. */
const EXPECTED = {
  value: "expected a valid value (number, String, array, object, 'true', 'false' or 'null')",
  name: 'was expecting double-quote to start field name',
  colon: 'was expecting a colon to separate field name and value',
  OBJECT: 'was expecting comma to separate OBJECT entries',
  ARRAY: 'was expecting comma to separate ARRAY entries',
} as const;

type Expected = keyof typeof EXPECTED;

class Reader {
  readonly #text: string;
  #at = 0;
  /** Objects and lists that are open, with the places they began at. */
  readonly #open: { readonly kind: 'OBJECT' | 'ARRAY'; readonly at: number }[] = [];
  constructor(text: string) {
    this.#text = text;
  }

  #place(at: number): string {
    const before = this.#text.slice(0, at);
    return `[line:${before.split('\n').length}, column:${at - before.lastIndexOf('\n') - 1}]`;
  }

  #fail(expected: Expected): never {
    const rest = this.#text.slice(this.#at).trimStart();
    const at = this.#text.length - rest.length;
    const place = this.#place(at + 1);
    const open = this.#open.at(-1);
    if (rest === '') {
      const marker = open ? `: expected close marker for ${open.kind} (from ${this.#place(open.at)})` : '';
      return throwException('JSONException', `Unexpected end-of-input${marker} at ${place}`);
    }
    const char = rest[0]!;
    return throwException(
      'JSONException',
      `Unexpected character ('${char}' (code ${char.charCodeAt(0)})): ${EXPECTED[expected]} at ${place}`,
    );
  }

  #next(expected: Expected): Lexeme {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    if (!match) return this.#fail(expected);
    this.#at = TOKEN.lastIndex;
    const [, sign, text, number, word] = match;
    if (sign !== undefined) return { sign };
    if (text !== undefined) return { value: JSON.parse(text) as string, isText: true };
    if (number !== undefined) return { value: new JsonNumber(number) };
    return { value: word === 'null' ? null : word === 'true' };
  }

  /** Refuses what was just read. */
  #refuse(before: number, expected: Expected): never {
    this.#at = before;
    return this.#fail(expected);
  }

  document(): JsonTree {
    if (this.#text.trim() === '') throwException('JSONException', 'No content to map to Object due to end of input');
    const tree = this.#value(this.#next('value'), 0);
    if (this.#text.slice(this.#at).trim() !== '') this.#fail('value');
    return tree;
  }

  #value(lexeme: Lexeme, before: number): JsonTree {
    if (lexeme.sign === '{') return this.#within('OBJECT', () => this.#object());
    if (lexeme.sign === '[') return this.#within('ARRAY', () => this.#list());
    return lexeme.value === undefined ? this.#refuse(before, 'value') : lexeme.value;
  }

  #within<T>(kind: 'OBJECT' | 'ARRAY', read: () => T): T {
    this.#open.push({ kind, at: this.#at - 1 });
    const tree = read();
    this.#open.pop();
    return tree;
  }

  /** True when another entry follows, false at the end. */
  #goesOn(end: ']' | '}', kind: 'OBJECT' | 'ARRAY'): boolean {
    const before = this.#at;
    const after = this.#next(kind);
    if (after.sign === end) return false;
    return after.sign === ',' || this.#refuse(before, kind);
  }

  #list(): JsonTree[] {
    const items: JsonTree[] = [];
    for (let before = this.#at, lexeme = this.#next('value'); lexeme.sign !== ']' || items.length > 0;) {
      items.push(this.#value(lexeme, before));
      if (!this.#goesOn(']', 'ARRAY')) return items;
      before = this.#at;
      lexeme = this.#next('value');
    }
    return items;
  }

  #object(): JsonObject {
    const entries: [string, JsonTree][] = [];
    for (let before = this.#at, name = this.#next('name'); name.sign !== '}' || entries.length > 0;) {
      if (name.isText !== true) this.#refuse(before, 'name');
      before = this.#at;
      const colon = this.#next('colon');
      if (colon.sign !== ':') this.#refuse(before, 'colon');
      before = this.#at;
      entries.push([name.value as string, this.#value(this.#next('value'), before)]);
      if (!this.#goesOn('}', 'OBJECT')) break;
      before = this.#at;
      name = this.#next('name');
    }
    return new JsonObject(entries);
  }
}

/** Throws JSONException with the place of the first character that does not fit. */
export function parseJson(text: string): JsonTree {
  return new Reader(text).document();
}
