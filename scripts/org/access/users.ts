/** Users of the org, made by the org itself. */
import { OrgError } from '../types.ts';
import type { Id, Raw } from '../types.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { Store } from '../store/contract.ts';
import { SetupRows } from './setup-rows.ts';

export interface UserOptions {
  readonly username: string;
  /** Profile by name, case-insensitive. */
  readonly profile: string;
  /** Epoch milliseconds in org time. */
  readonly now: number;
  readonly createdById?: Id;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  /** Role by developer name. */
  readonly role?: string;
  /** Permission sets by name. */
  readonly permissionSets?: readonly string[];
  /** Other fields of the user. */
  readonly values?: Readonly<Record<string, Raw>>;
}

/**
 * Creates an active user with a profile and permission sets.
 * @throws OrgError when the profile, role or a permission set does not exist, or the user name is taken
 */
export function createUser(store: Store, schema: OrgSchema, options: UserOptions): Id {
  const rows = new SetupRows(store, schema, options.now, options.createdById ?? null);
  const profileId = required(rows, 'Profile', { Name: options.profile });
  const userId = store.nextId('005');
  const [localPart = options.username] = options.username.split('@');
  rows.insert('User', {
    Id: userId,
    ...(options.createdById ? {} : { CreatedById: userId, LastModifiedById: userId }),
    Username: options.username,
    FirstName: options.firstName ?? null,
    LastName: options.lastName ?? localPart,
    Email: options.email ?? options.username,
    Alias: localPart.slice(0, 8),
    CommunityNickname: `${localPart}.${userId.slice(-6)}`.slice(-40),
    IsActive: true,
    ProfileId: profileId,
    UserRoleId: options.role ? required(rows, 'UserRole', { DeveloperName: options.role }) : null,
    UserType: 'Standard',
    TimeZoneSidKey: options.timeZone ?? 'GMT',
    LocaleSidKey: options.locale ?? 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    UserPreferencesLightningExperiencePreferred: true,
    ...options.values,
  });
  for (const name of options.permissionSets ?? [])
    assignPermissionSet(store, schema, { userId, name, now: options.now });
  return userId;
}

/** Assigns a permission set by name; a second time changes nothing. Access rules must be invalidated afterwards. */
export function assignPermissionSet(
  store: Store,
  schema: OrgSchema,
  assignment: { readonly userId: Id; readonly name: string; readonly now: number },
): Id {
  const rows = new SetupRows(store, schema, assignment.now, null);
  const setId = required(rows, 'PermissionSet', { Name: assignment.name });
  return rows.upsert('PermissionSetAssignment', ['PermissionSetId', 'AssigneeId'], {
    PermissionSetId: setId,
    AssigneeId: assignment.userId,
    IsActive: true,
    SystemModstamp: assignment.now,
  });
}

function required(rows: SetupRows, object: string, keys: Readonly<Record<string, Raw>>): Id {
  const id = rows.find(object, keys);
  if (id !== undefined) return id;
  throw new OrgError('NOT_FOUND', `No ${object} is named ${String(Object.values(keys)[0])}`, { status: 404 });
}
