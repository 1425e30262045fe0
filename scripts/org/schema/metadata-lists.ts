/** The org's metadata while it is being read: the same lists as `OrgMetadata`, open for additions. */
import type { ByName, CustomMetadataRecord, OrgMetadata } from './metadata.ts';

type Open<T> = T extends ByName<infer V> ? Map<string, V> : never;

export type MetadataLists = {
  readonly [K in Exclude<keyof OrgMetadata, 'customMetadata'>]: Open<OrgMetadata[K]>;
} & { readonly customMetadata: CustomMetadataRecord[] };

export function emptyMetadata(): MetadataLists {
  return {
    permissionSets: new Map(),
    permissionSetGroups: new Map(),
    profiles: new Map(),
    customPermissions: new Map(),
    listViews: new Map(),
    compactLayouts: new Map(),
    layouts: new Map(),
    flexiPages: new Map(),
    tabs: new Map(),
    applications: new Map(),
    roles: new Map(),
    queues: new Map(),
    groups: new Map(),
    certificates: new Map(),
    notificationTypes: new Map(),
    presentations: new Map(),
    customMetadata: [],
  };
}
