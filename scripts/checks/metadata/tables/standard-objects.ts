/** Standard objects and their fields, from the type library that ships with the Apex checker. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { globSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { STANDARD_OBJECTS } from '../../../org/schema/standard/index.ts';
import { cached, packageOf } from './cache.ts';
import { classFields } from '../../soql/class-file.ts';

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
    found[name.slice(FOLDER.length, -'.class'.length)] = [...classFields(bytes).keys()].filter(
      (field) => !MEMBERS.has(field),
    );
  }
  return found;
}
