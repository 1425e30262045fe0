/** Reads XML text strictly: whatever is not well formed is refused with line and column. */
import { XmlError } from './element.ts';
import type { Place, XmlAttribute, XmlElement } from './element.ts';

const NAME = /[A-Za-z_:][\w:.-]*/y;
const SPACE = /\s*/y;
const REFERENCE = /&(?:#(\d+)|#x([0-9A-Fa-f]+)|(\w+));/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/**
 * Parses one document.
 * @throws XmlError
 */
export function readXml(text: string): XmlElement {
  return new Reader(text).document();
}

interface OpenElement {
  readonly name: string;
  readonly offset: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  /** Pieces of own text with the offset of each in the document. */
  readonly pieces: { readonly value: string; readonly offset: number; readonly length: number }[];
}

class Reader {
  private readonly text: string;
  private readonly starts: number[] = [0];
  private at = 0;

  constructor(text: string) {
    this.text = text;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.starts.push(end + 1);
  }

  document(): XmlElement {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    const forbidden = FORBIDDEN.exec(this.text);
    if (forbidden) throw this.error('The file holds a control character that XML does not allow', forbidden.index);
    if (this.text.startsWith('<?xml', this.at)) {
      const start = this.at;
      this.skipTo('?>', 'The XML declaration is not closed');
      const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(this.text.slice(start, this.at))?.[1];
      if (encoding !== undefined && !/^(utf-?8|utf-?16|us-ascii|iso-8859-\d+|windows-125\d)$/i.test(encoding)) {
        throw this.error(`The encoding ${encoding} does not exist`, start);
      }
    }
    this.misc();
    if (this.text[this.at] !== '<') throw this.error('A root element was expected', this.at);
    const root = this.element();
    this.misc();
    if (this.at < this.text.length) throw this.error('Nothing may follow the root element', this.at);
    return root;
  }

  /** White space, comments and processing instructions around the root. */
  private misc(): void {
    for (;;) {
      this.take(SPACE);
      if (this.text.startsWith('<!--', this.at)) this.comment();
      else if (this.text.startsWith('<?', this.at)) this.instruction();
      else if (this.text.startsWith('<!DOCTYPE', this.at)) {
        throw this.error('A document type is not allowed in metadata', this.at);
      } else return;
    }
  }

  private element(): XmlElement {
    const stack: OpenElement[] = [];
    for (;;) {
      const closed = this.startTag(stack) ?? this.content(stack);
      if (closed) return closed;
    }
  }

  /** Reads a start tag; answers the finished root when it was an empty one. */
  private startTag(stack: OpenElement[]): XmlElement | undefined {
    const offset = this.at;
    this.at += 1;
    const name = this.take(NAME);
    if (!name) throw this.error('An element name was expected after <', offset);
    const attributes = this.attributes(name);
    const open: OpenElement = { name, offset, attributes, children: [], pieces: [] };
    if (this.text.startsWith('/>', this.at)) {
      this.at += 2;
      return this.finish(open, stack);
    }
    if (this.text[this.at] !== '>') throw this.error(`The start tag <${name}> is not closed`, offset);
    this.at += 1;
    stack.push(open);
    return undefined;
  }

  /** Reads up to the next start tag; answers the root once its end tag was read. */
  private content(stack: OpenElement[]): XmlElement | undefined {
    for (;;) {
      const top = stack.at(-1) as OpenElement;
      const next = this.text.indexOf('<', this.at);
      if (next < 0) throw this.error(`<${top.name}> is never closed`, top.offset);
      if (next > this.at) this.characters(top, next);
      if (this.text.startsWith('</', next)) {
        const finished = this.endTag(top, stack);
        if (finished) return finished;
      } else if (this.text.startsWith('<!--', next)) this.comment();
      else if (this.text.startsWith('<![CDATA[', next)) this.cdata(top);
      else if (this.text.startsWith('<?', next)) this.instruction();
      else return undefined;
    }
  }

  private endTag(top: OpenElement, stack: OpenElement[]): XmlElement | undefined {
    const offset = this.at;
    this.at += 2;
    const name = this.take(NAME);
    this.take(SPACE);
    if (name !== top.name) {
      const { line } = this.place(top.offset);
      throw this.error(`</${name}> closes <${top.name}> of line ${line}`, offset);
    }
    if (this.text[this.at] !== '>') throw this.error(`The end tag </${name}> is not closed`, offset);
    this.at += 1;
    stack.pop();
    return this.finish(top, stack);
  }

  private finish(open: OpenElement, stack: readonly OpenElement[]): XmlElement | undefined {
    const element = this.build(open);
    const parent = stack.at(-1);
    if (!parent) return element;
    parent.children.push(element);
    return undefined;
  }

  private build({ name, offset, attributes, children, pieces }: OpenElement): XmlElement {
    const rawText = pieces.length === 1 ? (pieces[0]?.value ?? '') : pieces.map(({ value }) => value).join('');
    return {
      name,
      ...this.place(offset),
      attributes,
      children,
      rawText,
      text: rawText.trim(),
      placeOf: (wanted) => {
        let before = 0;
        for (const piece of pieces) {
          if (wanted < before + piece.value.length) {
            return this.place(piece.offset + (piece.value.length === piece.length ? wanted - before : 0));
          }
          before += piece.value.length;
        }
        const last = pieces.at(-1);
        return this.place(last ? last.offset + last.length : offset);
      },
    };
  }

  private attributes(element: string): XmlAttribute[] {
    const found: XmlAttribute[] = [];
    for (;;) {
      const space = this.take(SPACE);
      const offset = this.at;
      const name = this.take(NAME);
      if (!name) return found;
      if (!space) throw this.error(`A space was expected before attribute ${name} of <${element}>`, offset);
      this.take(SPACE);
      if (this.text[this.at] !== '=') throw this.error(`Attribute ${name} of <${element}> has no value`, offset);
      this.at += 1;
      this.take(SPACE);
      const quote = this.text[this.at];
      if (quote !== '"' && quote !== "'") throw this.error(`The value of attribute ${name} is not quoted`, offset);
      const end = this.text.indexOf(quote, this.at + 1);
      const value = end < 0 ? '<' : this.text.slice(this.at + 1, end);
      if (value.includes('<')) throw this.error(`The value of attribute ${name} is not closed`, offset);
      if (found.some((other) => other.name === name)) {
        throw this.error(`Attribute ${name} stands twice in <${element}>`, offset);
      }
      this.at = end + 1;
      found.push({ name, value: this.resolve(value, end - value.length), ...this.place(offset) });
    }
  }

  private characters(top: OpenElement, end: number): void {
    const start = this.at;
    const text = this.text.slice(start, end);
    this.at = end;
    const cdataEnd = text.indexOf(']]>');
    if (cdataEnd >= 0) throw this.error(']]> is not allowed in text', start + cdataEnd);
    let from = 0;
    for (let sign = text.indexOf('&'); sign >= 0; sign = text.indexOf('&', from)) {
      if (sign > from) top.pieces.push({ value: text.slice(from, sign), offset: start + from, length: sign - from });
      const { value, length } = this.reference(start + sign);
      top.pieces.push({ value, offset: start + sign, length });
      from = sign + length;
    }
    if (from < text.length) {
      top.pieces.push({ value: text.slice(from), offset: start + from, length: text.length - from });
    }
  }

  private resolve(text: string, offset: number): string {
    let result = '';
    let from = 0;
    for (let sign = text.indexOf('&'); sign >= 0; sign = text.indexOf('&', from)) {
      const { value, length } = this.reference(offset + sign);
      result += text.slice(from, sign) + value;
      from = sign + length;
    }
    return result + text.slice(from);
  }

  private reference(offset: number): { value: string; length: number } {
    REFERENCE.lastIndex = offset;
    const match = REFERENCE.exec(this.text);
    if (!match) throw this.error('& must be written as &amp;', offset);
    const [whole, decimal, hexadecimal, name = ''] = match;
    if (decimal ?? hexadecimal) {
      const code = decimal ? Number(decimal) : parseInt(hexadecimal ?? '', 16);
      if (code > 0x10ffff) throw this.error(`${whole} is no character`, offset);
      return { value: String.fromCodePoint(code), length: whole.length };
    }
    if (!Object.hasOwn(ENTITIES, name)) throw this.error(`The entity ${whole} is not defined`, offset);
    return { value: ENTITIES[name] ?? '', length: whole.length };
  }

  private comment(): void {
    const start = this.at;
    const inner = this.text.indexOf('--', start + 4);
    if (inner < 0) throw this.error('The comment is not closed', start);
    if (this.text[inner + 2] !== '>') throw this.error('-- is not allowed inside a comment', inner);
    this.at = inner + 3;
  }

  private instruction(): void {
    if (/^<\?xml\s/i.test(this.text.slice(this.at, this.at + 7))) {
      throw this.error('The XML declaration must be the first thing in the file', this.at);
    }
    this.skipTo('?>', 'The processing instruction is not closed');
  }

  private cdata(top: OpenElement): void {
    const start = this.at + 9;
    this.skipTo(']]>', 'The CDATA section is not closed');
    const value = this.text.slice(start, this.at - 3);
    top.pieces.push({ value, offset: start, length: value.length });
  }

  private skipTo(end: string, message: string): void {
    const found = this.text.indexOf(end, this.at);
    if (found < 0) throw this.error(message, this.at);
    this.at = found + end.length;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0] ?? '';
    this.at += match.length;
    return match;
  }

  private place(offset: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  private error(message: string, offset: number): XmlError {
    return new XmlError(message, this.place(offset));
  }
}
