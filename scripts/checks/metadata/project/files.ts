/** The files of a project's package directories, and what each of them should hold. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { registry } from '../tables/registry.ts';
import type { RegistryType } from '../tables/registry.ts';
import { ignoreRules } from './ignore.ts';

export interface PackageDirectory {
  readonly path: string;
  readonly package?: string;
  readonly unpackagedMetadata?: { readonly path: string };
  readonly dependencies?: readonly { readonly package: string }[];
}

export interface ProjectDescription {
  readonly packageDirectories: readonly PackageDirectory[];
  readonly namespace?: string;
  readonly sourceApiVersion?: string;
}

/** One `-meta.xml` file, before it is parsed. */
export interface SourceFile {
  /** Relative to the project, forward slashes. */
  readonly path: string;
  /** Types that the file may hold; several where a suffix is shared, none where nothing is known of it. */
  readonly types: readonly string[];
  /** Name that the file gives the component, decoded: `License__c`, `License__c.Status__c`, `Edition.Basic`. */
  readonly name: string;
  /** Name of the owning object of decomposed files. */
  readonly parent?: string;
  readonly suffix: string;
  /** Part of a package (not `unpackagedMetadata` or the `unpackaged` folder). */
  readonly packaged: boolean;
}

export interface ProjectFiles {
  readonly description: ProjectDescription;
  readonly metadata: readonly SourceFile[];
  /** Every file, relative to the project. */
  readonly all: readonly string[];
}

/** Suffixes of earlier versions of the tools. */
const OLD_SUFFIXES: Readonly<Record<string, string>> = { custompageweblink: 'weblink' };

const SKIPPED = new Set(['node_modules', '.git', '.sf', '.sfdx', '__tests__', '__mocks__']);

export function readProjectFiles(root: string): ProjectFiles {
  const description = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as ProjectDescription;
  const ignored = ignoreRules(root);
  const packaged = description.packageDirectories.map((directory) => normal(directory.path));
  const unpackaged = description.packageDirectories.flatMap(({ unpackagedMetadata }) =>
    unpackagedMetadata ? [normal(unpackagedMetadata.path)] : [],
  );
  const all = new Set<string>();
  for (const folder of [...packaged, ...unpackaged, 'unpackaged']) {
    if (existsSync(path.join(root, folder))) walk(root, folder, ignored, all);
  }
  const withoutPackage = [...unpackaged, 'unpackaged'];
  const metadata = [...all]
    .filter((file) => file.endsWith('-meta.xml'))
    .map((file) => identify(file, !withoutPackage.some((folder) => file.startsWith(`${folder}/`))));
  return { description, metadata, all: [...all] };
}

function normal(folder: string): string {
  return path.posix.normalize(folder.split(path.sep).join('/')).replace(/\/$/, '');
}

function walk(root: string, folder: string, ignored: (file: string) => boolean, found: Set<string>): void {
  // A folder in metadata form is a deployment of its own.
  if (folder.startsWith('unpackaged/') && existsSync(path.join(root, folder, 'package.xml'))) return;
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name) || ignored(file)) continue;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && statSync(path.join(root, file)).isDirectory());
    if (isFolder) walk(root, file, ignored, found);
    else found.add(file);
  }
}

function identify(file: string, packaged: boolean): SourceFile {
  const segments = file.split('/');
  const base = (segments.at(-1) ?? '').slice(0, -'-meta.xml'.length);
  const dot = base.lastIndexOf('.');
  const suffix = dot < 0 ? '' : base.slice(dot + 1);
  const stem = dot < 0 ? base : base.slice(0, dot);
  const name = decode(stem);
  const { bySuffix, childrenBySuffix, byStrictFolder } = registry();
  const child = childrenBySuffix.get(suffix);
  if (child) {
    const at = segments.lastIndexOf(child.parent.directoryName);
    const parent = at < 0 ? segments.at(-3) : segments[at + 1];
    return { path: file, types: [child.type.name], name, suffix, packaged, ...(parent ? { parent } : {}) };
  }
  const strict = segments.slice(0, -1).reduceRight<{ type?: RegistryType; index: number }>(
    (known, segment, index) => {
      const type = known.type ? undefined : byStrictFolder.get(segment);
      return type ? { type, index } : known;
    },
    { index: -1 },
  );
  const isFolder = dot < 0 || bySuffix.get(suffix)?.some((type) => type.name === 'DocumentFolder');
  const adapter = isFolder ? undefined : strict.type?.strategies?.adapter;
  if (strict.type && (adapter === 'bundle' || adapter === 'mixedContent' || adapter === 'digitalExperience')) {
    const bundle = adapter === 'bundle' ? segments[strict.index + 1] : undefined;
    return { path: file, types: [strict.type.name], name: bundle ?? name, suffix, packaged };
  }
  const types = bySuffix.get(OLD_SUFFIXES[suffix] ?? suffix) ?? [];
  const inFolder = types.find((type) => type.strictDirectoryName && segments.includes(type.directoryName));
  const candidates = inFolder ? [inFolder] : types;
  return { path: file, types: candidates.map((type) => type.name), name, suffix, packaged };
}

/** File names carry signs such as `%2F` encoded. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
