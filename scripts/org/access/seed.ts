/** The rows a new org has before anybody does anything in it. */
import type { Id } from '../types.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { Store } from '../store/contract.ts';
import { STANDARD_PROFILES } from './profiles.ts';
import type { StandardProfile } from './profiles.ts';
import { SetupRows } from './setup-rows.ts';
import type { RowValues } from './setup-rows.ts';
import { syncSetup } from './sync.ts';
import { createUser } from './users.ts';

export { syncPermissionSets, syncSetup } from './sync.ts';
export { assignPermissionSet, createUser } from './users.ts';
export type { UserOptions } from './users.ts';

export interface SeedOptions {
  /** 18 characters. */
  readonly orgId: Id;
  readonly orgName: string;
  /** Epoch milliseconds in org time. */
  readonly now: number;
  readonly adminUsername: string;
  readonly adminFirstName?: string;
  readonly adminLastName?: string;
  readonly adminEmail?: string;
  /** IANA zone of org and administrator. */
  readonly timeZone?: string;
  /** `Developer Edition` when absent. */
  readonly edition?: string;
  readonly instanceName?: string;
  readonly isSandbox?: boolean;
  /** Epoch milliseconds at which the trial org ends. */
  readonly trialExpirationDate?: number;
  readonly country?: string;
}

export interface SeededOrg {
  readonly adminId: Id;
  readonly automatedProcessId: Id;
}

/** Writes organization, profiles, administrator, the platform's own user and lead statuses. A seeded org stays as it is. */
export function seedOrg(store: Store, schema: OrgSchema, options: SeedOptions): SeededOrg {
  const known = seededUsers(store);
  if (known) return known;
  const wasInTransaction = store.inTransaction;
  store.begin();
  try {
    const seeded = writeOrg(store, schema, options);
    if (!wasInTransaction) store.commit();
    return seeded;
  } catch (error) {
    if (!wasInTransaction) store.rollback();
    throw error;
  }
}

function seededUsers(store: Store): SeededOrg | undefined {
  if (!store.get('SELECT 1 FROM "Organization"')) return undefined;
  const admin = store.get('SELECT "Id" FROM "User" WHERE "UserType" = \'Standard\' ORDER BY rowid LIMIT 1');
  const platform = store.get('SELECT "Id" FROM "User" WHERE "UserType" = \'AutomatedProcess\'');
  return { adminId: String(admin?.['Id']), automatedProcessId: String(platform?.['Id']) };
}

function writeOrg(store: Store, schema: OrgSchema, options: SeedOptions): SeededOrg {
  const { now } = options;
  const timeZone = options.timeZone ?? 'GMT';
  for (const [index, profile] of STANDARD_PROFILES.entries()) writeProfile(store, schema, profile, now, index);
  const adminId = createUser(store, schema, {
    username: options.adminUsername,
    profile: 'System Administrator',
    now,
    timeZone,
    lastName: options.adminLastName ?? 'User',
    firstName: options.adminFirstName ?? 'User',
    ...(options.adminEmail ? { email: options.adminEmail } : {}),
    values: { UserPermissionsMarketingUser: true },
  });
  const rows = new SetupRows(store, schema, now, adminId);
  rows.insert('Organization', organizationValues(options, timeZone, schema.namespace));
  const automatedProcessId = rows.insert('User', {
    Username: `autoproc@${options.orgId.toLowerCase()}`,
    FirstName: 'Automated',
    LastName: 'Process',
    Email: `autoproc@${options.orgId.toLowerCase()}`,
    Alias: 'autoproc',
    CommunityNickname: `automatedprocess${options.orgId.toLowerCase()}`,
    IsActive: true,
    UserType: 'AutomatedProcess',
    TimeZoneSidKey: timeZone,
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  rows.insert('Group', { Type: 'Organization', Name: 'All Internal Users', DeveloperName: 'AllInternalUsers' });
  LEAD_STATUSES.forEach((status, index) => rows.insert('LeadStatus', { ...status, SortOrder: index + 1 }));
  syncSetup(store, schema, now, adminId);
  return { adminId, automatedProcessId };
}

const LEAD_STATUSES: readonly RowValues[] = [
  { MasterLabel: 'Open - Not Contacted', ApiName: 'Open - Not Contacted', IsDefault: true, IsConverted: false },
  { MasterLabel: 'Working - Contacted', ApiName: 'Working - Contacted', IsDefault: false, IsConverted: false },
  { MasterLabel: 'Closed - Converted', ApiName: 'Closed - Converted', IsDefault: false, IsConverted: true },
  { MasterLabel: 'Closed - Not Converted', ApiName: 'Closed - Not Converted', IsDefault: false, IsConverted: false },
];

const PROFILE_COLUMNS = [
  'ApiEnabled',
  'ModifyAllData',
  'ViewAllData',
  'ViewSetup',
  'AuthorApex',
  'CustomizeApplication',
  'ManageUsers',
];

/** Each profile owns a permission set that carries its rights. */
function writeProfile(store: Store, schema: OrgSchema, profile: StandardProfile, now: number, index: number): void {
  const rows = new SetupRows(store, schema, now, null);
  const permissions = Object.fromEntries(
    PROFILE_COLUMNS.map((name) => [`Permissions${name}`, profile.userPermissions.includes(name)]),
  );
  const profileId = rows.insert('Profile', {
    Name: profile.name,
    Description: profile.description,
    UserType: 'Standard',
    ...permissions,
  });
  rows.insert('PermissionSet', {
    Name: `X00e${String(index + 1).padStart(12, '0')}`,
    Label: profile.name,
    ProfileId: profileId,
    IsOwnedByProfile: true,
    IsCustom: false,
    Type: 'Profile',
    ...permissions,
  });
}

function organizationValues(options: SeedOptions, timeZone: string, namespace: string | undefined): RowValues {
  return {
    Id: options.orgId,
    Name: options.orgName,
    OrganizationType: options.edition ?? 'Developer Edition',
    InstanceName: options.instanceName ?? 'LOCAL',
    IsSandbox: options.isSandbox ?? false,
    IsReadOnly: false,
    TimeZoneSidKey: timeZone,
    DefaultLocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    NamespacePrefix: namespace ?? null,
    TrialExpirationDate: options.trialExpirationDate ?? null,
    Country: options.country ?? null,
    FiscalYearStartMonth: 1,
    DefaultAccountAccess: 'Edit',
    DefaultLeadAccess: 'ReadEditTransfer',
  };
}
