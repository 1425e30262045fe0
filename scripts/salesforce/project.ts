/** A Salesforce project on disk, and its conversion by Salesforce's own library. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @param root folder of the project
 * @returns absolute paths of its package directories, in the order of sfdx-project.json
 * @throws Error that names the folder, when it is no project
 */
export function packageDirectories(root: string): string[] {
  const file = path.join(root, 'sfdx-project.json');
  if (!existsSync(file)) {
    throw new Error(`${root} has no sfdx-project.json: name the folder of a Salesforce project with --project.`);
  }
  const project = JSON.parse(readFileSync(file, 'utf8')) as { packageDirectories?: readonly { path: string }[] };
  const directories = project.packageDirectories ?? [];
  if (directories.length === 0) throw new Error(`${file} names no package directories.`);
  return directories.map((directory) => path.resolve(root, directory.path.replaceAll('\\', '/')));
}

/** Folder of the permission sets that a managed package cannot carry; none where a project has no such folder. */
export function companionDirectories(root: string): string[] {
  const folder = path.join(root, 'unpackaged', 'permissionsets');
  return existsSync(folder) ? [folder] : [];
}

/**
 * @param directories source folders
 * @returns a zip in metadata format, as a deploy sends it
 */
export async function zipOf(directories: readonly string[]): Promise<Uint8Array> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const components = directories.flatMap((directory) =>
    ComponentSet.fromSource(directory).getSourceComponents().toArray(),
  );
  const result = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
  if (result.zipBuffer === undefined) throw new Error('The conversion gave no package.');
  return result.zipBuffer;
}
