/**
 * Metadata files that a deploy adds to instead of replacing: an object's file may bring one field only, a label file one label.
 * Works on the file's own text, so that what is retrieved is what was deployed.
 */
interface Block {
  readonly tag: string;
  /** Name of the part, where it has one of its own. */
  readonly name: string | undefined;
  readonly text: string;
}

const OPEN = /^(\s*<\?xml[^>]*\?>)?\s*(?:<!--[\s\S]*?-->\s*)*<(\w+)[^>]*?(\/?)>/;

/** Types whose file is a collection of named parts. */
export const MERGED_TYPES: ReadonlySet<string> = new Set(['CustomObject', 'CustomLabels', 'Profile']);

/** Direct children of the root element, each with its full text. */
function blocksOf(xml: string): Block[] {
  const open = OPEN.exec(xml);
  if (open === null || open[3] === '/') return [];
  const inner = xml.slice(open[0].length, xml.lastIndexOf('</'));
  const blocks: Block[] = [];
  const tags = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w.:-]+)[^>]*?(\/?)>/g;
  let depth = 0;
  let start = 0;
  for (let tag = tags.exec(inner); tag !== null; tag = tags.exec(inner)) {
    const name = tag[2];
    if (name === undefined) continue;
    if (tag[1] !== '/') {
      if (depth === 0) start = tag.index;
      if (tag[3] !== '/') depth += 1;
    } else depth -= 1;
    if (depth !== 0) continue;
    const text = inner.slice(start, tags.lastIndex);
    blocks.push({ tag: name, name: nameOf(text), text });
  }
  return blocks;
}

function nameOf(block: string): string | undefined {
  return /<(?:fullName|field|object|apexClass|tab|application|recordType|layout|name)>\s*([^<]+?)\s*</.exec(block)?.[1];
}

function write(xml: string, blocks: readonly Block[]): string {
  const root = OPEN.exec(xml)?.[2] ?? 'CustomObject';
  const lines = blocks.map((block) => `    ${block.text}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${lines.join('\n')}\n</${root}>\n`;
}

/** Named parts replace their namesakes; elements without a name replace all of their tag; the rest stays. */
export function mergeFiles(existing: string, incoming: string): string {
  const added = blocksOf(incoming);
  const named = new Set(
    added.filter((block) => block.name !== undefined).map((block) => `${block.tag}/${block.name ?? ''}`),
  );
  const plain = new Set(added.filter((block) => block.name === undefined).map((block) => block.tag));
  const kept = blocksOf(existing).filter((block) =>
    block.name === undefined ? !plain.has(block.tag) : !named.has(`${block.tag}/${block.name}`),
  );
  if (kept.length === 0) return incoming;
  return write(
    incoming,
    [...kept, ...added].sort((first, second) => (first.tag < second.tag ? -1 : first.tag > second.tag ? 1 : 0)),
  );
}

/** The file without one named part; `undefined` when it has none of that name. */
export function withoutPart(xml: string, element: string, name: string): string | undefined {
  const blocks = blocksOf(xml);
  const kept = blocks.filter((block) => block.tag !== element || block.name !== name);
  return kept.length === blocks.length ? undefined : write(xml, kept);
}
