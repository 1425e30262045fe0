/** Setup rows that follow the deployed metadata: run after every deploy, after the rows of Apex classes were written. */
import type { Id, Raw } from '../types.ts';
import type { PermissionSetMetadata } from '../schema/metadata.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { Store } from '../store/contract.ts';
import { syncDirectory } from './sync-directory.ts';
import { SetupRows } from './setup-rows.ts';

const SYNCED_SETS = 'access:permissionSets';
const SYNCED_GROUPS = 'access:permissionSetGroups';

/**
 * Brings all setup rows in step with the schema: permission sets, record types, roles, groups, queues, certificates,
 * notification types and the catalogue of objects. Access rules must be invalidated afterwards.
 * @param now epoch milliseconds in org time
 */
export function syncSetup(store: Store, schema: OrgSchema, now: number, userId: Id | null = null): void {
  syncDirectory(new SetupRows(store, schema, now, userId));
  syncPermissionSets(store, schema, now, userId);
}

/** Permission sets with the rows of what they grant, and custom permissions. Sets made through the API are left alone. */
export function syncPermissionSets(store: Store, schema: OrgSchema, now: number, userId: Id | null = null): void {
  const rows = new SetupRows(store, schema, now, userId);
  const permissionIds = syncCustomPermissions(rows);
  const classIds = new Map(
    store
      .all('SELECT "Id", "Name" FROM "ApexClass"')
      .map((row) => [String(row['Name']).toLowerCase(), String(row['Id'])]),
  );
  const before = JSON.parse(store.getState(SYNCED_SETS) ?? '{}') as Record<string, string>;
  const after: Record<string, string> = {};
  for (const set of schema.metadata.permissionSets.values()) {
    const accesses = entityAccesses(set, permissionIds, classIds);
    const fingerprint = JSON.stringify([set, accesses]);
    after[set.name] = fingerprint;
    const setId = rows.find('PermissionSet', { Name: set.name });
    if (setId !== undefined && before[set.name] === fingerprint) continue;
    writeSet(rows, set, accesses);
  }
  removeSets(
    rows,
    Object.keys(before).filter((name) => !(name in after)),
  );
  store.setState(SYNCED_SETS, JSON.stringify(after));
  syncSetGroups(rows);
}

/** Permission set groups with their sets; a group that is deployed no more keeps its assignments and grants nothing. */
function syncSetGroups(rows: SetupRows): void {
  const before = JSON.parse(rows.store.getState(SYNCED_GROUPS) ?? '[]') as string[];
  const groups = [...rows.schema.metadata.permissionSetGroups.values()];
  const gone = before.filter((name) => !groups.some((group) => group.name === name));
  const idsOf = (names: readonly string[]): Id[] =>
    names.flatMap((name) => rows.find('PermissionSetGroup', { DeveloperName: name }) ?? []);
  rows.removeBy(
    'PermissionSetGroupComponent',
    'PermissionSetGroupId',
    idsOf([...gone, ...groups.map(({ name }) => name)]),
  );
  for (const group of groups) {
    const groupId = rows.upsert('PermissionSetGroup', ['DeveloperName'], {
      DeveloperName: group.name,
      MasterLabel: group.label,
      Description: group.description ?? null,
      Status: 'Updated',
    });
    const sets = group.permissionSets.flatMap((name) => rows.find('PermissionSet', { Name: name }) ?? []);
    rows.insertAll(
      'PermissionSetGroupComponent',
      sets.map((setId) => ({ PermissionSetGroupId: groupId, PermissionSetId: setId })),
    );
  }
  rows.store.setState(SYNCED_GROUPS, JSON.stringify(groups.map(({ name }) => name)));
}

function syncCustomPermissions(rows: SetupRows): Map<string, Id> {
  const ids = new Map<string, Id>();
  for (const permission of rows.schema.metadata.customPermissions.values()) {
    const id = rows.upsert('CustomPermission', ['DeveloperName'], {
      DeveloperName: permission.name,
      MasterLabel: permission.label,
      Description: permission.description ?? null,
      Language: 'en_US',
      NamespacePrefix: rows.schema.namespace ?? null,
    });
    ids.set(permission.name.toLowerCase(), id);
  }
  return ids;
}

interface EntityAccess {
  readonly id: Id;
  readonly type: 'CustomPermission' | 'ApexClass';
}

function entityAccesses(
  set: PermissionSetMetadata,
  permissionIds: ReadonlyMap<string, Id>,
  classIds: ReadonlyMap<string, Id>,
): EntityAccess[] {
  const of = (names: readonly string[], ids: ReadonlyMap<string, Id>, type: EntityAccess['type']): EntityAccess[] =>
    names.flatMap((name) => {
      const id = ids.get(name.toLowerCase());
      return id === undefined ? [] : [{ id, type }];
    });
  return [
    ...of(set.customPermissions, permissionIds, 'CustomPermission'),
    ...of(set.classAccesses, classIds, 'ApexClass'),
  ];
}

/** User permissions that have a column of their own. */
const PERMISSION_COLUMNS = [
  'ApiEnabled',
  'ModifyAllData',
  'ViewAllData',
  'ViewSetup',
  'AuthorApex',
  'CustomizeApplication',
  'ManageUsers',
];

const GRANT_OBJECTS = ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess'] as const;

function writeSet(rows: SetupRows, set: PermissionSetMetadata, accesses: readonly EntityAccess[]): void {
  const permissions: Record<string, Raw> = Object.fromEntries(
    PERMISSION_COLUMNS.map((name) => [`Permissions${name}`, set.userPermissions.includes(name)]),
  );
  const setId = rows.upsert('PermissionSet', ['Name'], {
    Name: set.name,
    Label: set.label,
    Description: set.description ?? null,
    NamespacePrefix: rows.schema.namespace ?? null,
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: 'Regular',
    HasActivationRequired: set.hasActivationRequired,
    ...permissions,
  });
  for (const object of GRANT_OBJECTS) rows.removeBy(object, 'ParentId', [setId]);
  rows.insertAll(
    'ObjectPermissions',
    set.objectPermissions.map((right) => ({
      ParentId: setId,
      SobjectType: right.object,
      PermissionsRead: right.read,
      PermissionsCreate: right.create,
      PermissionsEdit: right.edit,
      PermissionsDelete: right.delete,
      PermissionsViewAllRecords: right.viewAll,
      PermissionsModifyAllRecords: right.modifyAll,
    })),
  );
  rows.insertAll(
    'FieldPermissions',
    set.fieldPermissions.map((right) => ({
      ParentId: setId,
      SobjectType: right.field.split('.')[0] ?? '',
      Field: right.field,
      PermissionsRead: right.read,
      PermissionsEdit: right.edit,
    })),
  );
  rows.insertAll(
    'SetupEntityAccess',
    accesses.map((access) => ({ ParentId: setId, SetupEntityId: access.id, SetupEntityType: access.type })),
  );
}

function removeSets(rows: SetupRows, names: readonly string[]): void {
  const ids = names.flatMap((name) => rows.find('PermissionSet', { Name: name }) ?? []);
  if (ids.length === 0) return;
  for (const object of [...GRANT_OBJECTS]) rows.removeBy(object, 'ParentId', ids);
  rows.removeBy('PermissionSetAssignment', 'PermissionSetId', ids);
  rows.removeBy('PermissionSet', 'Id', ids);
}
