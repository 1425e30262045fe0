/** Reads and writes `package.xml` and destructive change lists. */
import { escapeMarkup } from '../escape.ts';
import { all, child, parseXml, textAt } from '../soap/envelope.ts';

export interface Manifest {
  /** Members by type; `*` stands for every one. */
  readonly types: ReadonlyMap<string, readonly string[]>;
  readonly version?: string;
}

export function readManifest(xml: string): Manifest {
  const root = child(parseXml(xml), 'Package');
  const types = new Map<string, string[]>();
  for (const entry of all(root, 'types')) {
    const name = textAt(entry, 'name')?.trim() ?? '';
    const members = all(entry, 'members').flatMap((member) => (typeof member === 'string' ? [member.trim()] : []));
    types.set(name, [...(types.get(name) ?? []), ...members]);
  }
  const version = textAt(root, 'version');
  return { types, ...(version === undefined ? {} : { version }) };
}

export function writeManifest(types: ReadonlyMap<string, readonly string[]>, version: string): string {
  const blocks = [...types]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([name, members]) => {
      const lines = [...members].sort().map((member) => `        <members>${escapeMarkup(member)}</members>`);
      return `    <types>\n${lines.join('\n')}\n        <name>${escapeMarkup(name)}</name>\n    </types>`;
    });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
    ...blocks,
    `    <version>${version}</version>`,
    '</Package>',
    '',
  ].join('\n');
}
