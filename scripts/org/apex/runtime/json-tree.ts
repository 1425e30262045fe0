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

class Reader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  #fail(): never {
    const rest = this.#text.slice(this.#at).trimStart();
    const line = this.#text.slice(0, this.#at).split('\n').length;
    const place = `[line:${line}, column:${this.#at + 1}]`;
    if (rest === '') return throwException('JSONException', `Unexpected end-of-input at ${place}`);
    const char = rest[0]!;
    return throwException('JSONException', `Unexpected character ('${char}' (code ${char.charCodeAt(0)})) at ${place}`);
  }

  #next(): Lexeme {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    if (!match) return this.#fail();
    this.#at = TOKEN.lastIndex;
    const [, sign, text, number, word] = match;
    if (sign !== undefined) return { sign };
    if (text !== undefined) return { value: JSON.parse(text) as string, isText: true };
    if (number !== undefined) return { value: new JsonNumber(number) };
    return { value: word === 'null' ? null : word === 'true' };
  }

  document(): JsonTree {
    const tree = this.#value(this.#next());
    if (this.#text.slice(this.#at).trim() !== '') this.#fail();
    return tree;
  }

  #value(lexeme: Lexeme): JsonTree {
    if (lexeme.sign === '{') return this.#object();
    if (lexeme.sign === '[') return this.#list();
    return lexeme.value === undefined ? this.#fail() : lexeme.value;
  }

  #list(): JsonTree[] {
    const items: JsonTree[] = [];
    for (let lexeme = this.#next(); lexeme.sign !== ']'; lexeme = this.#next()) {
      items.push(this.#value(lexeme));
      const after = this.#next();
      if (after.sign === ']') return items;
      if (after.sign !== ',') this.#fail();
    }
    return items;
  }

  #object(): JsonObject {
    const entries: [string, JsonTree][] = [];
    for (let lexeme = this.#next(); lexeme.sign !== '}'; lexeme = this.#next()) {
      if (lexeme.isText !== true || this.#next().sign !== ':') this.#fail();
      entries.push([lexeme.value as string, this.#value(this.#next())]);
      const after = this.#next();
      if (after.sign === '}') break;
      if (after.sign !== ',') this.#fail();
    }
    return new JsonObject(entries);
  }
}

/** Throws JSONException with the place of the first character that does not fit. */
export function parseJson(text: string): JsonTree {
  return new Reader(text).document();
}
