/** Opens a deployed zip: files → metadata components by the type table, plus what its manifests ask for. */
import { unzipSync } from 'fflate';
import { OrgError } from '../../types.ts';
import type { ComponentProblem, MetadataComponent } from '../../types.ts';
import { readManifest } from './package-xml.ts';
import type { Manifest } from './package-xml.ts';
import { TYPE_BY_DIRECTORY, TYPE_BY_NAME, parentOf } from './types.ts';
import type { MetadataType } from './types.ts';

export interface DeployPackage {
  readonly components: readonly MetadataComponent[];
  readonly problems: readonly ComponentProblem[];
  readonly manifest: Manifest;
  /** Members to delete before and after the deploy, by type. */
  readonly deleteBefore: Manifest;
  readonly deleteAfter: Manifest;
}

/** A zip may not unpack to more than this; the platform's own limit for a deploy is 400 MB unpacked. */
const UNPACKED_LIMIT_BYTES = 400 * 1024 * 1024;
const NO_MANIFEST: Manifest = { types: new Map() };

function unzip(zip: Uint8Array): Map<string, Buffer> {
  let total = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(zip, {
      filter: (file) => {
        total += file.originalSize;
        if (total > UNPACKED_LIMIT_BYTES)
          throw new OrgError('LIMIT_EXCEEDED', 'The unpacked package is larger than 400 MB');
        return !file.name.endsWith('/');
      },
    });
  } catch (error) {
    if (error instanceof OrgError) throw error;
    throw new OrgError('INVALID_ZIP', `The deployed file is not a zip file: ${(error as Error).message}`);
  }
  return new Map(Object.entries(entries).map(([name, data]) => [name, Buffer.from(data)]));
}

/** Files relative to the folder that holds package.xml. */
function relocate(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const manifest = [...files.keys()]
    .filter((name) => name === 'package.xml' || name.endsWith('/package.xml'))
    .sort((first, second) => first.length - second.length)[0];
  if (manifest === undefined) throw new OrgError('INVALID_PACKAGE', 'No package.xml found');
  const root = manifest.slice(0, -'package.xml'.length);
  return new Map(
    [...files].filter(([name]) => name.startsWith(root)).map(([name, data]) => [name.slice(root.length), data]),
  );
}

function problem(type: string, fullName: string, path: string, message: string): ComponentProblem {
  return { type, fullName, path, message };
}

class Reader {
  readonly components: MetadataComponent[] = [];
  readonly problems: ComponentProblem[] = [];
  private readonly bundles = new Map<string, { type: MetadataType; files: Record<string, string> }>();
  private readonly files: ReadonlyMap<string, Buffer>;

  constructor(files: ReadonlyMap<string, Buffer>) {
    this.files = files;
  }

  read(): void {
    for (const path of this.files.keys()) this.readFile(path);
    for (const [path, bundle] of this.bundles) {
      const fullName = path.slice(bundle.type.directory.length + 1);
      this.components.push({ type: bundle.type.name, fullName, path, content: '', files: bundle.files });
    }
  }

  private readFile(path: string): void {
    if (!path.includes('/')) return;
    const directory = path.slice(0, path.indexOf('/'));
    const type = TYPE_BY_DIRECTORY.get(directory);
    if (type === undefined) {
      this.problems.push(
        problem(
          '',
          path,
          path,
          `Unknown folder '${directory}': no metadata type of this org keeps its components there`,
        ),
      );
      return;
    }
    if (type.bundle === true) {
      this.readBundleFile(type, path);
      return;
    }
    if (path.endsWith('-meta.xml')) {
      this.readLonelyMeta(type, path);
      return;
    }
    this.readComponent(type, path);
  }

  private readBundleFile(type: MetadataType, path: string): void {
    const [, name, ...rest] = path.split('/');
    if (name === undefined || rest.length === 0) return;
    const key = `${type.directory}/${name}`;
    const bundle = this.bundles.get(key) ?? { type, files: {} };
    bundle.files[rest.join('/')] = this.textOf(path);
    this.bundles.set(key, bundle);
  }

  private readLonelyMeta(type: MetadataType, path: string): void {
    const file = path.slice(0, -'-meta.xml'.length);
    if (this.files.has(file)) return;
    const fullName = this.nameOf(type, file);
    // A certificate without its .crt asks the org to make the key itself.
    if (type.name === 'Certificate' && fullName !== undefined) {
      this.components.push({ type: type.name, fullName, path: file, content: '', meta: this.textOf(path) });
      return;
    }
    this.problems.push(problem(type.name, fullName ?? path, path, `Missing content file for ${path}`));
  }

  private readComponent(type: MetadataType, path: string): void {
    const fullName = this.nameOf(type, path);
    if (fullName === undefined) {
      this.problems.push(
        problem(
          type.name,
          path,
          path,
          `Unexpected file '${path}': components of type ${type.name} end in .${type.suffix ?? ''}`,
        ),
      );
      return;
    }
    const meta = `${path}-meta.xml`;
    if (type.metaFile && !this.files.has(meta)) {
      this.problems.push(problem(type.name, fullName, path, `Missing metadata file for ${path}: ${meta}`));
      return;
    }
    const content =
      type.name === 'StaticResource' ? (this.files.get(path) ?? Buffer.alloc(0)).toString('base64') : this.textOf(path);
    this.components.push({
      type: type.name,
      fullName,
      path,
      content,
      ...(type.metaFile ? { meta: this.textOf(meta) } : {}),
    });
  }

  private nameOf(type: MetadataType, path: string): string | undefined {
    const suffix = `.${type.suffix ?? ''}`;
    if (!path.endsWith(suffix)) return undefined;
    return decodeURIComponent(path.slice(type.directory.length + 1, -suffix.length));
  }

  private textOf(path: string): string {
    return (this.files.get(path) ?? Buffer.alloc(0)).toString('utf8').replace(/^\ufeff/, '');
  }
}

/** Names of the parts of a file that are components of their own, as `Parent.Child`. */
export function childNames(component: MetadataComponent, childType: string): string[] {
  const place = parentOf(childType);
  if (place === undefined || place.parent.name !== component.type) return [];
  const pattern = new RegExp(`<${place.element}>[\\s\\S]*?</${place.element}>`, 'g');
  const names = [...component.content.matchAll(pattern)].flatMap(([block]) => {
    const name = /<fullName>\s*([^<]*?)\s*<\/fullName>/.exec(block)?.[1];
    return name === undefined ? [] : [name];
  });
  return component.type === 'CustomLabels' ? names : names.map((name) => `${component.fullName}.${name}`);
}

function membersInFiles(components: readonly MetadataComponent[], type: string): Set<string> {
  const place = parentOf(type);
  if (place === undefined)
    return new Set(components.filter((entry) => entry.type === type).map((entry) => entry.fullName));
  return new Set(components.flatMap((entry) => childNames(entry, type)));
}

/** Every entry of package.xml must have its file, and every file its entry. */
function compare(manifest: Manifest, components: readonly MetadataComponent[]): ComponentProblem[] {
  const problems: ComponentProblem[] = [];
  for (const [type, members] of manifest.types) {
    if (!TYPE_BY_NAME.has(type) && parentOf(type) === undefined) {
      for (const member of members)
        problems.push(problem(type, member, 'package.xml', `Unknown type name '${type}' specified in package.xml`));
      continue;
    }
    const present = membersInFiles(components, type);
    for (const member of members) {
      if (member === '*' || present.has(member)) continue;
      const path = `${TYPE_BY_NAME.get(type)?.directory ?? parentOf(type)?.parent.directory ?? ''}`;
      problems.push(
        problem(
          type,
          member,
          'package.xml',
          `An object '${member}' of type ${type} was named in package.xml, but was not found in zipped directory ${path}`,
        ),
      );
    }
  }
  for (const component of components) {
    if (isNamed(manifest, component)) continue;
    problems.push(
      problem(
        component.type,
        component.fullName,
        component.path,
        `The object '${component.fullName}' of type ${component.type} metadata available in Zip file but not in package.xml`,
      ),
    );
  }
  return problems;
}

function isNamed(manifest: Manifest, component: MetadataComponent): boolean {
  const members = manifest.types.get(component.type) ?? [];
  if (members.includes('*') || members.includes(component.fullName)) return true;
  const children = TYPE_BY_NAME.get(component.type)?.children ?? {};
  return Object.keys(children).some((child) => {
    const named = manifest.types.get(child) ?? [];
    return named.includes('*') || childNames(component, child).some((name) => named.includes(name));
  });
}

function combine(first: Manifest, second: Manifest): Manifest {
  const types = new Map(first.types);
  for (const [type, members] of second.types) types.set(type, [...(types.get(type) ?? []), ...members]);
  return { types };
}

/** Reads a deploy zip. Throws `OrgError` where it is no package at all; every other fault is a component problem. */
export function readPackage(zip: Uint8Array): DeployPackage {
  const files = relocate(unzip(zip));
  const manifestOf = (name: string): Manifest => {
    const data = files.get(name);
    return data === undefined ? NO_MANIFEST : readManifest(data.toString('utf8'));
  };
  const manifest = manifestOf('package.xml');
  const reader = new Reader(files);
  reader.read();
  return {
    components: reader.components,
    problems: [...reader.problems, ...compare(manifest, reader.components)],
    manifest,
    deleteBefore: combine(manifestOf('destructiveChanges.xml'), manifestOf('destructiveChangesPre.xml')),
    deleteAfter: manifestOf('destructiveChangesPost.xml'),
  };
}
