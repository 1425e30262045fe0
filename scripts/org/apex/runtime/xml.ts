/** XML text as a tree of nodes with namespaces, and back. */
import { throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

export type NodeKind = 'ELEMENT' | 'TEXT' | 'COMMENT';

export interface Attribute {
  readonly name: string;
  readonly namespace: string | null;
  value: string;
}

export class XmlNode extends ApexObject {
  static readonly apexName = 'Dom.XmlNode';
  readonly kind: NodeKind;
  /** Local name of an element. */
  readonly name: string | null;
  /** Characters of text and comments. */
  readonly text: string;
  namespace: string | null;
  prefix: string | null;
  parent: XmlNode | null = null;
  readonly attributes: Attribute[] = [];
  readonly children: XmlNode[] = [];
  /** Declared here: prefix to namespace; the empty prefix is the default namespace. */
  readonly declared = new Map<string, string>();
  constructor(
    kind: NodeKind,
    name: string | null,
    text = '',
    namespace: string | null = null,
    prefix: string | null = null,
  ) {
    super();
    this.kind = kind;
    this.name = name;
    this.text = text;
    this.namespace = namespace;
    this.prefix = prefix;
  }

  append(child: XmlNode, before: XmlNode | null = null): XmlNode {
    const at = before === null ? this.children.length : this.children.indexOf(before);
    if (at < 0) throwException('XmlException', 'The reference node is no child of this node');
    child.parent = this;
    this.children.splice(at, 0, child);
    return child;
  }

  namespaceOf(prefix: string): string | null {
    return this.declared.get(prefix) ?? this.parent?.namespaceOf(prefix) ?? null;
  }

  prefixOf(namespace: string): string | null {
    for (const [prefix, value] of this.declared) if (value === namespace) return prefix;
    return this.parent?.prefixOf(namespace) ?? null;
  }

  override apexString(): string {
    return this.kind === 'ELEMENT'
      ? `XMLNode[ELEMENT,${this.name},${this.namespace ?? 'null'},]`
      : `XMLNode[${this.kind}]`;
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ESCAPED: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return NAMED[name!] ?? whole;
    },
  );
}

const PART =
  /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function splitName(name: string): [prefix: string | null, local: string] {
  const at = name.indexOf(':');
  return at < 0 ? [null, name] : [name.slice(0, at), name.slice(at + 1)];
}

function element(name: string, attributes: string, parent: XmlNode | null): XmlNode {
  const [prefix, local] = splitName(name);
  const node = new XmlNode('ELEMENT', local, '', null, prefix);
  node.parent = parent;
  const plain: [string, string][] = [];
  for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? '');
    if (key === 'xmlns') node.declared.set('', value);
    else if (key!.startsWith('xmlns:')) node.declared.set(key!.slice(6), value);
    else plain.push([key!, value]);
  }
  node.namespace = node.namespaceOf(prefix ?? '');
  if (prefix !== null && node.namespace === null)
    throwException('XmlException', `The prefix "${prefix}" for element "${name}" is not bound.`);
  for (const [key, value] of plain) {
    const [attributePrefix, attributeName] = splitName(key);
    const namespace = attributePrefix === null ? null : node.namespaceOf(attributePrefix);
    node.attributes.push({ name: attributeName, namespace, value });
  }
  return node;
}

/** Root element of a text. Throws XmlException where the text is no well-formed document. */
export function parseXml(text: string): XmlNode {
  const top = new XmlNode('ELEMENT', null);
  let open = top;
  const names: string[] = [];
  let at = 0;
  const fail = (what: string): never => throwException('XmlException', `Failed to parse XML due to: ${what}`);
  for (const match of text.trim().matchAll(PART)) {
    if (match.index !== at) fail(`unexpected character at ${at}`);
    at += match[0].length;
    const [, comment, data, close, name, attributes = '', isEmpty, characters] = match;
    if (comment !== undefined) open.append(new XmlNode('COMMENT', null, comment));
    else if (data !== undefined) open.append(new XmlNode('TEXT', null, data));
    else if (close !== undefined) {
      if (names.pop() !== close) fail(`end tag name </${close}> does not match the start tag`);
      open = open.parent!;
    } else if (name !== undefined) {
      const made = open.append(element(name, attributes, open === top ? null : open));
      if (isEmpty === '') {
        names.push(name);
        open = made;
      }
    } else if (characters !== undefined) {
      if (open !== top) open.append(new XmlNode('TEXT', null, decode(characters)));
      else if (characters.trim() !== '') fail('only whitespace content allowed before start tag');
    }
  }
  if (at < text.trim().length || names.length > 0) fail('unexpected end of document');
  const roots = top.children.filter((each) => each.kind === 'ELEMENT');
  const [root] = roots;
  if (!root || roots.length > 1) return fail('a document has one root element');
  root.parent = null;
  return root;
}

const escape = (text: string): string => text.replace(/[<>&"]/g, (char) => ESCAPED[char]!);

/** Text of a node with all it holds. */
export function writeXml(node: XmlNode): string {
  if (node.kind === 'TEXT') return node.text.replace(/[<>&]/g, (char) => ESCAPED[char]!);
  if (node.kind === 'COMMENT') return `<!--${node.text}-->`;
  const name = node.prefix ? `${node.prefix}:${node.name}` : node.name!;
  const declared = [...node.declared].map(
    ([prefix, value]) => ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${escape(value)}"`,
  );
  const attributes = node.attributes.map(({ name: key, namespace, value }) => {
    const prefix = namespace === null ? null : node.prefixOf(namespace);
    return ` ${prefix ? `${prefix}:` : ''}${key}="${escape(value)}"`;
  });
  const head = `${name}${declared.join('')}${attributes.join('')}`;
  return node.children.length === 0 ? `<${head}/>` : `<${head}>${node.children.map(writeXml).join('')}</${name}>`;
}
