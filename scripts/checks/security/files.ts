/** Which files the security engines look at: what ends up in the package, and nothing else. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from '../../salesforce/project.ts';

interface ProjectFile {
  readonly packageDirectories?: readonly { readonly unpackagedMetadata?: { readonly path: string } }[];
}

/** Folders that no deploy takes along. */
const LEFT_OUT = ['**/__tests__/**', '**/node_modules/**'];

/**
 * @param root folder of the project
 * @returns absolute paths of every file of the package, sorted; directories named as `unpackagedMetadata` (tests) are left out
 */
export function packageFiles(root: string): string[] {
  const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as ProjectFile;
  const unpackaged = new Set(
    (project.packageDirectories ?? []).flatMap((directory) =>
      directory.unpackagedMetadata === undefined ? [] : [path.resolve(root, directory.unpackagedMetadata.path)],
    ),
  );
  const files = packageDirectories(root)
    .filter((directory) => !unpackaged.has(directory))
    .flatMap((directory) =>
      globSync('**/*', { cwd: directory, withFileTypes: true, exclude: LEFT_OUT })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    );
  return [...new Set(files)].sort();
}

/** Path relative to the project, with forward slashes. */
export function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
