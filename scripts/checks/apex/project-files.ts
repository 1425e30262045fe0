/** The files of a project that the compiler's answer depends on, and a digest of them. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface ProjectFile {
  /** Absolute. */
  readonly file: string;
  /** Relative to the project, forward slashes. */
  readonly path: string;
  /** Empty for files of which the name alone counts. */
  readonly text: string;
}

/** Files whose content counts. */
const CONTENT = [
  'cls',
  'cls-meta.xml',
  'trigger',
  'trigger-meta.xml',
  'object',
  'object-meta.xml',
  'field-meta.xml',
  'labels',
  'labels-meta.xml',
  'flow',
  'flow-meta.xml',
];

/** Files of which Apex can only know that they are there. */
const NAMES = [
  'fieldSet-meta.xml',
  'recordType-meta.xml',
  'page',
  'component',
  'quickAction',
  'quickAction-meta.xml',
  'resource-meta.xml',
  'dwl',
  'js-meta.xml',
];

const WANTED = new RegExp(`\\.(?:(${CONTENT.join('|')})|${NAMES.join('|')})$`);

/**
 * @param root folder of the project
 * @param directories its package directories, absolute
 * @returns the files in the order of their paths; of a class that several directories hold, the one of the first
 */
export function readProjectFiles(root: string, directories: readonly string[]): ProjectFile[] {
  const files = new Map<string, ProjectFile>();
  const owners = new Map<string, string>();
  for (const directory of directories) {
    for (const name of globSync('**/*.*', { cwd: directory, exclude: (entry) => entry === 'node_modules' })) {
      const wanted = WANTED.exec(name);
      if (wanted === null) continue;
      const source = path.basename(name).toLowerCase();
      if (isSource(name) && (owners.get(source) ?? directory) !== directory) continue;
      owners.set(source, directory);
      const file = path.join(directory, name);
      const relative = path.relative(root, file).split(path.sep).join('/');
      files.set(relative, { file, path: relative, text: wanted[1] === undefined ? '' : readFileSync(file, 'utf8') });
    }
  }
  return [...files.values()].sort((first, second) => (first.path < second.path ? -1 : 1));
}

/** Whether the file is a class or a trigger. */
export function isSource(file: string): boolean {
  return /\.(cls|trigger)$/.test(file);
}

/** The same for the same files, whatever their dates. */
export function digestOf(parts: readonly string[], files: readonly ProjectFile[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part}\0`);
  for (const file of files) hash.update(`${file.path}\0${file.text}\0`);
  return hash.digest('hex');
}
