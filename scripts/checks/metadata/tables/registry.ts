/** Which metadata type a file belongs to, by its suffix and folder: the table of source-deploy-retrieve. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { packageOf } from './cache.ts';

export interface RegistryType {
  readonly name: string;
  readonly directoryName: string;
  readonly suffix?: string;
  readonly inFolder?: boolean;
  readonly strictDirectoryName?: boolean;
  readonly folderType?: string;
  readonly strategies?: { readonly adapter?: string };
  readonly children?: { readonly types: Readonly<Record<string, RegistryType>> };
}

export interface Registry {
  readonly types: readonly RegistryType[];
  /** Types by suffix; some suffixes belong to several. */
  readonly bySuffix: ReadonlyMap<string, readonly RegistryType[]>;
  /** Types that live only in their own folder. */
  readonly byStrictFolder: ReadonlyMap<string, RegistryType>;
  /** Types by folder name, children included. */
  readonly byFolder: ReadonlyMap<string, readonly RegistryType[]>;
  /** Children of a decomposed parent by suffix, with the parent. */
  readonly childrenBySuffix: ReadonlyMap<string, { readonly type: RegistryType; readonly parent: RegistryType }>;
}

let loaded: Registry | undefined;

export function registry(): Registry {
  loaded ??= load();
  return loaded;
}

function load(): Registry {
  const require = createRequire(import.meta.url);
  const { folder } = packageOf(require.resolve('@salesforce/source-deploy-retrieve'));
  const file = path.join(folder, 'lib', 'src', 'registry', 'metadataRegistry.json');
  const { types } = require(file) as { types: Readonly<Record<string, RegistryType>> };
  const bySuffix = new Map<string, RegistryType[]>();
  const byFolder = new Map<string, RegistryType[]>();
  const byStrictFolder = new Map<string, RegistryType>();
  const childrenBySuffix = new Map<string, { type: RegistryType; parent: RegistryType }>();
  const add = (map: Map<string, RegistryType[]>, key: string | undefined, type: RegistryType): void => {
    if (key) map.set(key, [...(map.get(key) ?? []), type]);
  };
  for (const type of Object.values(types)) {
    add(bySuffix, type.suffix, type);
    add(byFolder, type.directoryName, type);
    if (type.strictDirectoryName === true) byStrictFolder.set(type.directoryName, type);
    if (type.strategies?.adapter !== 'decomposed') continue;
    for (const child of Object.values(type.children?.types ?? {})) {
      add(byFolder, child.directoryName, child);
      if (child.suffix && child.suffix !== type.suffix) {
        childrenBySuffix.set(child.suffix, { type: child, parent: type });
      }
    }
  }
  return { types: Object.values(types), bySuffix, byStrictFolder, byFolder, childrenBySuffix };
}
