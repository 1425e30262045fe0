/** XML text as a tree of elements that know their line. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  readonly name: string;
  /** 1-based line of the start tag. */
  readonly line: number;
  /** Text content; empty for elements with children. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  readonly attributes: Readonly<Record<string, string>>;
}

export class XmlError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.name = 'XmlError';
    this.line = line;
  }
}

const POSITION: symbol = XMLParser.getMetaDataSymbol() as unknown as symbol;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  captureMetaData: true,
  ignoreDeclaration: true,
  processEntities: true,
  htmlEntities: true,
});

/**
 * Parses one document.
 * @throws XmlError with the line when the text is not well formed.
 */
export function parseXml(text: string): XmlElement {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new XmlError(verdict.err.msg, verdict.err.line);
  const lines = lineStarts(text);
  const nodes = parser.parse(text) as RawNode[];
  const roots = elementsOf(nodes, lines);
  const root = roots[0];
  if (!root) throw new XmlError('The document has no root element', 1);
  return root;
}

type RawNode = Record<string | symbol, unknown>;

function elementsOf(nodes: readonly RawNode[], lines: readonly number[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#') && !key.startsWith('?'));
    if (name === undefined) continue;
    const content = node[name] as RawNode[];
    const children = elementsOf(content, lines);
    const position = node[POSITION] as { startIndex?: number } | undefined;
    found.push({
      name,
      line: lineOf(lines, position?.startIndex ?? 0),
      text: children.length > 0 ? '' : textOf(content),
      children,
      attributes: (node[':@'] as Record<string, string> | undefined) ?? {},
    });
  }
  return found;
}

function textOf(content: readonly RawNode[]): string {
  return content
    .map((node) => node['#text'])
    .filter((part): part is string => typeof part === 'string')
    .join('')
    .trim();
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
