/** The whole project, parsed: every metadata file, and the names that others may refer to. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../report.ts';
import { readXml } from '../xml/read.ts';
import { childrenOf, valueOf, XmlError } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import type { StandardFields } from '../tables/standard-objects.ts';
import { readProjectFiles } from './files.ts';
import type { ProjectDescription, SourceFile } from './files.ts';
import { isForeign, keyOf } from './names.ts';
import { ObjectIndex } from './objects.ts';
import type { Standing } from './objects.ts';

export interface MetadataFile extends SourceFile {
  readonly root: XmlElement;
  /** The type the file holds; of several possible ones, the one its root names. */
  readonly type: string;
}

export class Project {
  readonly root: string;
  readonly description: ProjectDescription;
  readonly namespace: string | undefined;
  readonly files: readonly MetadataFile[];
  /** Every file of the package directories. */
  readonly paths: readonly string[];
  readonly objects: ObjectIndex;
  /** A package without namespace that the project depends on may bring any name. */
  readonly open: boolean;
  private readonly names: ReadonlyMap<string, ReadonlyMap<string, MetadataFile>>;
  private readonly texts = new Map<string, string>();

  constructor(root: string, standard: StandardFields, report: Report) {
    this.root = root;
    const { description, metadata, all } = readProjectFiles(root);
    this.description = description;
    this.namespace = description.namespace || undefined;
    this.paths = all;
    // What stands in metadata form is not read here, so that every name may come from it.
    const hasOldForm = all.some((file) => /\.(object|labels)$/.test(file));
    this.open = hasForeignDependencies(description) || hasOldForm;
    this.files = metadata.flatMap((file) => this.parse(file, report));
    this.objects = new ObjectIndex(this.files, standard, { namespace: this.namespace, open: this.open });
    this.names = this.collectNames();
  }

  /** Text of a file of the project; empty when it cannot be read. */
  text(file: string): string {
    let text = this.texts.get(file);
    if (text === undefined) {
      const full = path.join(this.root, file);
      text = existsSync(full) ? readFileSync(full, 'utf8') : '';
      this.texts.set(file, text);
    }
    return text;
  }

  ofType(type: string): MetadataFile[] {
    return this.files.filter((file) => file.type === type);
  }

  /** The component of this type and name. */
  find(type: string, name: string): MetadataFile | undefined {
    return this.names.get(type)?.get(keyOf(name, this.namespace));
  }

  namesOf(type: string): string[] {
    return [...(this.names.get(type)?.keys() ?? [])].map((key) => this.names.get(type)?.get(key)?.name ?? key);
  }

  /** Whether a component exists that only a project brings, such as a class. */
  standing(type: string, name: string): Standing {
    if (this.find(type, name)) return 'exists';
    return this.open || this.isForeign(name) ? 'unknown' : 'missing';
  }

  isForeign(name: string): boolean {
    return isForeign(name, this.namespace);
  }

  key(name: string): string {
    return keyOf(name, this.namespace);
  }

  private parse(file: SourceFile, report: Report): MetadataFile[] {
    try {
      const root = readXml(this.text(file.path));
      const type = file.types.find((one) => one === root.name) ?? file.types[0] ?? '';
      return [{ ...file, root, type }];
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      report.add(file.path, error, `Malformed XML: ${error.message}.`);
      return [];
    }
  }

  private collectNames(): Map<string, Map<string, MetadataFile>> {
    const names = new Map<string, Map<string, MetadataFile>>();
    const add = (type: string, name: string, file: MetadataFile): void => {
      let known = names.get(type);
      if (!known) names.set(type, (known = new Map<string, MetadataFile>()));
      known.set(keyOf(name, this.namespace), file);
    };
    for (const file of this.files) {
      add(file.type, file.name, file);
      if (file.type !== 'CustomLabels') continue;
      for (const label of childrenOf(file.root, 'labels')) {
        const name = valueOf(label, 'fullName');
        if (name) add('CustomLabel', name, { ...file, name });
      }
    }
    return names;
  }
}

/** Whether a package outside of the project can bring components without a namespace. */
function hasForeignDependencies(description: ProjectDescription): boolean {
  const own = new Set(description.packageDirectories.map((directory) => directory.package?.toLowerCase()));
  const named = description.packageDirectories.flatMap((directory) => directory.dependencies ?? []);
  return named.some((dependency) => {
    const name = dependency.package.split('@')[0] ?? '';
    return !own.has(name.toLowerCase());
  });
}
