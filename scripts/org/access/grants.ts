/** What one user was granted, summed over profile and permission sets. */
import type { Id } from '../types.ts';
import type { FieldPermission, ObjectPermission, PermissionSetMetadata } from '../schema/metadata.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { Store } from '../store/contract.ts';
import { standardProfile } from './profiles.ts';
import type { StandardProfile } from './profiles.ts';

export interface Grants {
  /** Everything on all objects and fields. */
  readonly everything: boolean;
  readonly profile: StandardProfile | undefined;
  /** By object name, lower case. */
  readonly objects: ReadonlyMap<string, ObjectPermission>;
  /** By `object.field`, lower case. */
  readonly fields: ReadonlyMap<string, { readonly read: boolean; readonly edit: boolean }>;
  /** Lower case, as are the next ones. */
  readonly classes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
}

/** What a permission set row without metadata (made through the API) grants, in the metadata's shape. */
type GrantSource = Pick<
  PermissionSetMetadata,
  | 'objectPermissions'
  | 'fieldPermissions'
  | 'classAccesses'
  | 'customPermissions'
  | 'userPermissions'
  | 'customSettingAccesses'
  | 'customMetadataTypeAccesses'
>;

export function readGrants(store: Store, schema: OrgSchema, userId: Id): Grants {
  const user = store.get(
    'SELECT u."UserType", p."Name" AS "Profile" FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?',
    [userId],
  );
  const profileName = (user?.['Profile'] as string | null | undefined) ?? '';
  const profile = standardProfile(profileName);
  const isPlatform = user?.['UserType'] === 'AutomatedProcess';
  const deployed = schema.metadata.profiles.get(profileName.toLowerCase());
  const sources = [...(deployed ? [deployed] : []), ...assignedSets(store, schema, userId)];
  const everything = isPlatform || (profile?.everything ?? false);
  const always = isPlatform ? standardProfile('System Administrator') : profile;
  return sum(schema, sources, everything, always);
}

function assignedSets(store: Store, schema: OrgSchema, userId: Id): GrantSource[] {
  const rows = store.all(
    `SELECT s."Id", s."Name" FROM "PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId" WHERE a."AssigneeId" = ?
     UNION SELECT s."Id", s."Name" FROM "PermissionSetAssignment" a
       JOIN "PermissionSetGroup" g ON g."Id" = a."PermissionSetGroupId" AND g."IsDeleted" = 0
       JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = g."Id" AND c."IsDeleted" = 0
       JOIN "PermissionSet" s ON s."Id" = c."PermissionSetId" WHERE a."AssigneeId" = ?`,
    [userId, userId],
  );
  return rows.map(
    (row) =>
      schema.metadata.permissionSets.get(String(row['Name']).toLowerCase()) ?? rowSource(store, String(row['Id'])),
  );
}

const USER_PERMISSION_COLUMNS = [
  'ApiEnabled',
  'ModifyAllData',
  'ViewAllData',
  'ViewSetup',
  'AuthorApex',
  'CustomizeApplication',
  'ManageUsers',
] as const;

function rowSource(store: Store, setId: Id): GrantSource {
  const set = store.get('SELECT * FROM "PermissionSet" WHERE "Id" = ?', [setId]) ?? {};
  const objects = store.all('SELECT * FROM "ObjectPermissions" WHERE "ParentId" = ?', [setId]);
  const fields = store.all('SELECT * FROM "FieldPermissions" WHERE "ParentId" = ?', [setId]);
  const permissions = store.all(
    'SELECT p."DeveloperName" FROM "SetupEntityAccess" e JOIN "CustomPermission" p ON p."Id" = e."SetupEntityId" WHERE e."ParentId" = ?',
    [setId],
  );
  const classes = store.all(
    'SELECT c."Name" FROM "SetupEntityAccess" e JOIN "ApexClass" c ON c."Id" = e."SetupEntityId" WHERE e."ParentId" = ?',
    [setId],
  );
  return {
    objectPermissions: objects.map((row) => ({
      object: String(row['SobjectType']),
      read: row['PermissionsRead'] === 1,
      create: row['PermissionsCreate'] === 1,
      edit: row['PermissionsEdit'] === 1,
      delete: row['PermissionsDelete'] === 1,
      viewAll: row['PermissionsViewAllRecords'] === 1,
      modifyAll: row['PermissionsModifyAllRecords'] === 1,
    })),
    fieldPermissions: fields.map((row) => ({
      field: String(row['Field']),
      read: row['PermissionsRead'] === 1,
      edit: row['PermissionsEdit'] === 1,
    })),
    classAccesses: classes.map((row) => String(row['Name'])),
    customPermissions: permissions.map((row) => String(row['DeveloperName'])),
    userPermissions: USER_PERMISSION_COLUMNS.filter((name) => set[`Permissions${name}`] === 1),
    customSettingAccesses: [],
    customMetadataTypeAccesses: [],
  };
}

function sum(
  schema: OrgSchema,
  sources: readonly GrantSource[],
  everything: boolean,
  profile: StandardProfile | undefined,
): Grants {
  const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());
  return {
    everything,
    profile,
    objects: sumObjects(sources.flatMap((source) => source.objectPermissions)),
    fields: sumFields(sources.flatMap((source) => source.fieldPermissions)),
    classes: new Set(lower(sources.flatMap((source) => source.classAccesses))),
    customPermissions: withRequired(schema, lower(sources.flatMap((source) => source.customPermissions))),
    userPermissions: new Set(
      lower([...(profile?.userPermissions ?? []), ...sources.flatMap((source) => source.userPermissions)]),
    ),
    settings: new Set(
      lower(sources.flatMap((source) => [...source.customSettingAccesses, ...source.customMetadataTypeAccesses])),
    ),
  };
}

function sumObjects(rows: readonly ObjectPermission[]): Map<string, ObjectPermission> {
  const total = new Map<string, ObjectPermission>();
  for (const row of rows) {
    const key = row.object.toLowerCase();
    const known = total.get(key);
    total.set(key, {
      object: row.object,
      read: row.read || (known?.read ?? false),
      create: row.create || (known?.create ?? false),
      edit: row.edit || (known?.edit ?? false),
      delete: row.delete || (known?.delete ?? false),
      viewAll: row.viewAll || (known?.viewAll ?? false),
      modifyAll: row.modifyAll || (known?.modifyAll ?? false),
    });
  }
  return total;
}

function sumFields(rows: readonly FieldPermission[]): Map<string, { read: boolean; edit: boolean }> {
  const total = new Map<string, { read: boolean; edit: boolean }>();
  for (const row of rows) {
    const key = row.field.toLowerCase();
    const known = total.get(key);
    total.set(key, { read: row.read || (known?.read ?? false), edit: row.edit || (known?.edit ?? false) });
  }
  return total;
}

/** A custom permission brings those it requires. */
function withRequired(schema: OrgSchema, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(
      ...(schema.metadata.customPermissions.get(name)?.requiredPermissions ?? []).map((one) => one.toLowerCase()),
    );
  }
  return found;
}
