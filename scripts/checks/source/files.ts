/** The files of a project's package directories, read once per run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface ProjectFiles {
  readonly root: string;
  readonly namespace: string | null;
  /** True where a package of another project is a dependency: its names cannot be known here. */
  readonly hasForeignPackages: boolean;
  /** All files below the package directories, relative to the root, forward slashes, sorted. */
  readonly files: readonly string[];
  /** Text of one of the files. */
  read(file: string): string;
}

interface SfdxProject {
  readonly namespace?: string;
  readonly packageDirectories?: readonly {
    readonly path: string;
    readonly package?: string;
    readonly dependencies?: readonly { readonly package?: string; readonly subscriberPackageVersionId?: string }[];
  }[];
}

const SKIPPED = new Set(['node_modules', '__tests__', '__mocks__', 'jest-mocks', '.sfdx', '.sf', '.git']);

/** @param root folder of the project, with its sfdx-project.json */
export function projectFiles(root: string): ProjectFiles {
  const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as SfdxProject;
  const directories = project.packageDirectories ?? [];
  const found = new Set<string>();
  for (const directory of directories) {
    const start = path.posix.normalize(directory.path.split(path.sep).join('/')).replace(/\/$/, '');
    if (existsSync(path.join(root, start))) walk(root, start, found);
  }
  const own = new Set(directories.map((directory) => directory.package));
  const texts = new Map<string, string>();
  return {
    root,
    namespace: project.namespace ? project.namespace : null,
    hasForeignPackages: directories.some((directory) =>
      (directory.dependencies ?? []).some(({ package: name }) => !own.has(name?.split('@')[0])),
    ),
    files: [...found].sort(),
    read: (file) => {
      let text = texts.get(file);
      if (text === undefined) texts.set(file, (text = readFileSync(path.join(root, file), 'utf8')));
      return text;
    },
  };
}

function walk(root: string, folder: string, found: Set<string>): void {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) walk(root, name, found);
    } else found.add(name);
  }
}
