/**
 * Which types, members, objects and fields the platform has, beyond those of the local org: read from the type libraries of the Apex
 * language server and of the Apex formatter when a name is unknown, to tell what is missing here from what is wrong, and to make standard objects of. Without
 * the libraries nothing is known.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const PACKAGE = path.join('node_modules', '@salesforce', 'code-analyzer-pmd-engine');
const LIBRARY = path.join('dist', 'java-lib');
const FORMATTER = path.join('node_modules', 'prettier-plugin-apex', 'vendor', 'apex-ast-serializer', 'lib');
/** Where the jars keep one file per type, compiled or as Apex text. */
const ENTRY = /^(?:com\/nawforce\/runforce|StandardApexLibrary)\/(.+)\.(?:class|cls)$/;
const OBJECTS = 'SObjects';

interface Library {
  readonly file: string;
  /** Files of types by lower-case `namespace/name`. */
  readonly entries: ReadonlyMap<string, string>;
}

let libraries: readonly Library[] | null = null;
/** Names by class file. */
const memberSets = new Map<string, ReadonlySet<string> | null>();

function folder(name: string): string | null {
  let at = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = path.join(at, name);
    if (existsSync(candidate)) return candidate;
    const up = path.dirname(at);
    if (up === at) return null;
    at = up;
  }
}

function readLibrary(file: string): Library {
  const entries = new Map<string, string>();
  unzipSync(readFileSync(file), {
    filter: ({ name }) => {
      const entry = ENTRY.exec(name)?.[1];
      if (entry !== undefined) entries.set(entry.replaceAll('$', '.').toLowerCase(), name);
      return false;
    },
  });
  return { file, entries };
}

function allLibraries(): readonly Library[] {
  if (libraries !== null) return libraries;
  const jars = [
    [path.join(PACKAGE, LIBRARY), 'standard-types-65.0.0.jar'],
    [path.join(PACKAGE, LIBRARY), 'sobject-types-65.0.0.jar'],
    [FORMATTER, 'apex-jorje-lsp.jar'],
  ] as const;
  libraries = jars.flatMap(([at, name]) => {
    const found = folder(at);
    const file = found === null ? null : path.join(found, name);
    return file !== null && existsSync(file) ? [readLibrary(file)] : [];
  });
  return libraries;
}

function has(entry: string): boolean {
  return allLibraries().some((library) => library.entries.has(entry.toLowerCase()));
}

/** Class files by their lower-case entries. */
function classFiles(keys: readonly string[]): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const { file, entries } of allLibraries()) {
    const wanted = new Map(keys.flatMap((key) => (entries.has(key) ? [[entries.get(key)!, key] as const] : [])));
    if (wanted.size === 0) continue;
    const data = unzipSync(readFileSync(file), { filter: (each) => wanted.has(each.name) });
    for (const [name, bytes] of Object.entries(data)) {
      const key = wanted.get(name)!;
      if (!found.has(key)) found.set(key, Buffer.from(bytes));
    }
  }
  return found;
}

/** Texts of a class file in lower case: names of its members among them. `null` where there is no such class. */
function namesIn(entry: string): ReadonlySet<string> | null {
  const key = entry.toLowerCase();
  const known = memberSets.get(key);
  if (known !== undefined) return known;
  const data = classFiles([key]).get(key);
  const found = data ? new Set(textsOf(data).map((text) => text.toLowerCase())) : null;
  memberSets.set(key, found);
  return found;
}

/** Bytes of a constant behind its tag; texts (1) carry their own length, 5 and 6 take two places. */
const CONSTANT_BYTES: Readonly<Record<number, number>> = {
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

/** A compiled file begins with a number of its own; everything else is Apex text. */
const COMPILED = 0xcafebabe;

function textsOf(data: Buffer): string[] {
  if (data.length > 4 && data.readUInt32BE(0) === COMPILED) return [...readConstants(data).texts.values()];
  const code = data.toString('utf8').replace(/\/\*[\s\S]*?\*\//g, ' ');
  return code.match(/\w+/g) ?? [];
}

/** Texts of the constant pool by index, and where it ends. */
function readConstants(data: Buffer): { texts: Map<number, string>; end: number } {
  const texts = new Map<number, string>();
  const count = data.readUInt16BE(8);
  let at = 10;
  for (let index = 1; index < count; index++) {
    const tag = data[at]!;
    if (tag === 1) {
      const length = data.readUInt16BE(at + 1);
      texts.set(index, data.toString('utf8', at + 3, at + 3 + length));
      at += 3 + length;
      continue;
    }
    at += 1 + (CONSTANT_BYTES[tag] ?? 0);
    if (tag === 5 || tag === 6) index++;
  }
  return { texts, end: at };
}

const STATIC_FLAG = 0x0008;

/** Name and type descriptor of every instance field of a class file. */
function readFields(data: Buffer): { name: string; descriptor: string }[] {
  const { texts, end } = readConstants(data);
  let at = end + 6;
  at += 2 + 2 * data.readUInt16BE(at);
  const count = data.readUInt16BE(at);
  at += 2;
  const found: { name: string; descriptor: string }[] = [];
  for (let index = 0; index < count; index++) {
    const flags = data.readUInt16BE(at);
    const name = texts.get(data.readUInt16BE(at + 2)) ?? '';
    const descriptor = texts.get(data.readUInt16BE(at + 4)) ?? '';
    if ((flags & STATIC_FLAG) === 0) found.push({ name, descriptor });
    const attributes = data.readUInt16BE(at + 6);
    at += 8;
    for (let each = 0; each < attributes; each++) at += 6 + data.readUInt32BE(at + 2);
  }
  return found;
}

/** One member of a standard object: a field by its Apex type, a parent by its object, or a list of children. */
export interface LibraryMember {
  readonly name: string;
  readonly kind: 'field' | 'parent' | 'children';
  /** `String`, `Decimal`, ... of a field; the object of a parent or child. */
  readonly type: string;
}

/** Members of standard objects by name, in any case; objects that the platform does not have are absent. */
export function libraryObjects(names: Iterable<string>): Map<string, { name: string; members: LibraryMember[] }> {
  const keys = [...names].map((name) => `${OBJECTS}/${name}`.toLowerCase());
  const found = new Map<string, { name: string; members: LibraryMember[] }>();
  for (const [key, data] of classFiles(keys)) {
    const entry = allLibraries()
      .map(({ entries }) => entries.get(key))
      .find((each) => each !== undefined)!;
    const name = entry.slice(entry.lastIndexOf('/') + 1, -'.class'.length);
    found.set(name.toLowerCase(), { name, members: readFields(data).flatMap(memberOf) });
  }
  return found;
}

function memberOf({ name, descriptor }: { name: string; descriptor: string }): LibraryMember[] {
  const match = /^(\[?)L(?:.*\/)?(\w+)\/(\w+);$/.exec(descriptor);
  if (!match) return [];
  const [, list, folder, type] = match;
  const kind = folder !== OBJECTS ? 'field' : list === '[' ? 'children' : 'parent';
  return [{ name, kind, type: type! }];
}

/** Namespaces whose types go without prefix. */
const OPEN = ['system', 'schema'];

function entryOf(type: string): string | null {
  const parts = type.split('.');
  if (parts.length === 1) return OPEN.map((each) => `${each}/${type}`).find(has) ?? null;
  const [namespace, ...rest] = parts;
  return [`${namespace!}/${rest.join('.')}`, ...OPEN.map((each) => `${each}/${type}`)].find(has) ?? null;
}

/** A platform type, or a namespace of such types. */
export function isKnownType(type: string): boolean {
  if (entryOf(type) !== null) return true;
  const prefix = `${type.toLowerCase()}/`;
  return (
    !type.includes('.') &&
    allLibraries().some(({ entries }) => [...entries.keys()].some((key) => key.startsWith(prefix)))
  );
}

/** A member of a platform type by name, whatever its parameters. */
export function isKnownMember(type: string, member: string): boolean {
  const entry = entryOf(type);
  return entry !== null && (namesIn(entry)?.has(member.toLowerCase()) ?? false);
}

/** A standard object. */
export function isKnownObject(object: string): boolean {
  return has(`${OBJECTS}/${object}`);
}

/** A field or relationship of a standard object. */
export function isKnownObjectField(object: string, field: string): boolean {
  return namesIn(`${OBJECTS}/${object}`)?.has(field.toLowerCase()) ?? false;
}
