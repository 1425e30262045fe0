/** Source files of a project as one package, with the way back from a component to its file. */
import path from 'node:path';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import type { ComponentProblem } from '../org/types.ts';

/** Path in the project by `type/fullName` and by path in the package, both as a deploy names them. */
export type SourcePaths = ReadonlyMap<string, string>;

export interface Sources {
  /** In metadata format. */
  readonly zip: Uint8Array;
  readonly paths: SourcePaths;
  /** Files that Salesforce's own library cannot read. */
  readonly problems: readonly ComponentProblem[];
}

/**
 * @param root folder of the project
 * @param directories its package directories; folders that do not exist are told as problems
 */
export async function readSources(root: string, directories: readonly string[]): Promise<Sources> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const problems: ComponentProblem[] = [];
  const components = new Map<string, SourceComponent>();
  for (const directory of directories) {
    try {
      for (const component of ComponentSet.fromSource(directory).getSourceComponents()) {
        components.set(`${component.type.name}/${component.fullName}`, component);
      }
    } catch (error) {
      problems.push(unreadable(root, directory, error));
    }
  }
  const paths = new Map<string, string>();
  for (const [key, component] of components) {
    const file = component.content ?? component.xml;
    if (file !== undefined) paths.set(key, path.relative(root, file).split(path.sep).join('/'));
  }
  const zip = await zipOfAll([...components.values()], async (some) => {
    const result = await new MetadataConverter().convert(some, 'metadata', { type: 'zip' });
    if (result.zipBuffer === undefined) throw new Error('The conversion gave no package.');
    return result.zipBuffer;
  });
  return { zip, paths, problems };
}

async function zipOfAll(
  components: readonly SourceComponent[],
  convert: (components: SourceComponent[]) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  return convert([...components]);
}

function unreadable(root: string, file: string, error: unknown): ComponentProblem {
  const place = path.relative(root, file).split(path.sep).join('/');
  const message = error instanceof Error ? error.message : String(error);
  return { type: '', fullName: place, path: place, message, unsupported: true };
}
