/** Standard objects and their fields, from the type library that ships with the Apex checker. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { globSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { STANDARD_OBJECTS } from '../../../org/schema/standard/index.ts';
import { cached, packageOf } from './cache.ts';

/** Field names by object name, both with their exact case. */
export type StandardFields = Readonly<Record<string, readonly string[]>>;

const FOLDER = 'com/nawforce/runforce/SObjects/';
/** Members of the library's classes that are no fields. */
const MEMBERS = new Set(['SObjectType', 'Fields']);

let loaded: Promise<StandardFields> | undefined;

export function standardObjects(): Promise<StandardFields> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<StandardFields> {
  const engine = packageOf(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine'));
  const library = globSync('dist/java-lib/sobject-types-*.jar', { cwd: engine.folder })[0];
  if (!library) throw new Error('The library of standard objects is missing from the code analyzer: run npm ci.');
  const known = await cached('standard-objects', `${path.basename(library)}-1`, () =>
    Promise.resolve(readLibrary(readFileSync(path.join(engine.folder, library)))),
  );
  const merged: Record<string, readonly string[]> = { ...known };
  for (const table of STANDARD_OBJECTS) {
    merged[table.name] = [...new Set([...(known[table.name] ?? []), ...table.fields.map(([name]) => name)])];
  }
  return merged;
}

function readLibrary(archive: Uint8Array): StandardFields {
  const files = unzipSync(archive, {
    filter: ({ name }) => name.startsWith(FOLDER) && name.endsWith('.class') && !name.includes('$'),
  });
  const found: Record<string, readonly string[]> = {};
  for (const [name, bytes] of Object.entries(files)) {
    found[name.slice(FOLDER.length, -'.class'.length)] = fieldsOfClass(bytes).filter((field) => !MEMBERS.has(field));
  }
  return found;
}

/** Bytes after the tag of each kind of constant; text has its own length. */
const CONSTANT_SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** Names of the fields of a compiled Java class: constants first, then the field table. */
function fieldsOfClass(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = new Map<number, readonly [start: number, end: number]>();
  const count = view.getUint16(8);
  let at = 10;
  for (let index = 1; index < count; index += 1) {
    const tag = view.getUint8(at);
    at += 1;
    if (tag === 1) {
      const length = view.getUint16(at);
      texts.set(index, [at + 2, at + 2 + length]);
      at += 2 + length;
      continue;
    }
    at += CONSTANT_SIZES[tag] ?? 0;
    // Long and double constants take two places.
    if (tag === 5 || tag === 6) index += 1;
  }
  at += 6;
  at += 2 + 2 * view.getUint16(at);
  const names: string[] = [];
  const fields = view.getUint16(at);
  at += 2;
  for (let field = 0; field < fields; field += 1) {
    const [start, end] = texts.get(view.getUint16(at + 2)) ?? [0, 0];
    names.push(Buffer.from(bytes.subarray(start, end)).toString('latin1'));
    const attributes = view.getUint16(at + 6);
    at += 8;
    for (let attribute = 0; attribute < attributes; attribute += 1) at += 6 + view.getUint32(at + 2);
  }
  return names;
}
