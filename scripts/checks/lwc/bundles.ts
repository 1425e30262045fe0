/** Lightning web component bundles of a project. */
import type { ProjectFiles } from '../source/files.ts';

export interface Bundle {
  readonly name: string;
  /** Relative to the project. */
  readonly folder: string;
  /** Relative to the project: everything in the bundle, without tests. */
  readonly files: readonly string[];
  /** The TypeScript or JavaScript file with the bundle's name; TypeScript where both are there. */
  readonly main: string | null;
}

export function bundlesOf(project: ProjectFiles): Bundle[] {
  const folders = new Map<string, string[]>();
  for (const file of project.files) {
    const match = /^((?:.*\/)?lwc\/([^/]+))\/.+$/.exec(file);
    const folder = match?.[1];
    if (folder === undefined || match?.[2]?.startsWith('.')) continue;
    const files = folders.get(folder) ?? [];
    files.push(file);
    folders.set(folder, files);
  }
  const isDeployed = (file: string): boolean => /\.([jt]s|html|css|xml|svg)$/.test(file);
  const bundles = [...folders].filter(([, files]) => files.some(isDeployed));
  return bundles.map(([folder, files]) => {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const main = [`${folder}/${name}.ts`, `${folder}/${name}.js`].find((file) => files.includes(file)) ?? null;
    return { name, folder, files, main };
  });
}

/** Scripts as their authors wrote them: no JavaScript that stands beside its TypeScript. */
export function sourceScripts(bundle: Bundle): string[] {
  return bundle.files.filter((file) => {
    if (/\.d\.ts$|\.test\.[jt]s$/.test(file)) return false;
    return file.endsWith('.ts') || (file.endsWith('.js') && !bundle.files.includes(file.replace(/\.js$/, '.ts')));
  });
}
