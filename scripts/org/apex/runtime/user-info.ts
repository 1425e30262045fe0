/** UserInfo, FeatureManagement and Limits. */
import type { LimitName, PlatformFunction, PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { userTimeZone } from './datetime.ts';
import { requireArgument, throwException } from './values/exception.ts';

/** What the platform knows of its user and org costs no query. */
function row(object: 'User' | 'Organization', id: string, field: string): unknown {
  const schema = host().schema.object(object)?.field(field);
  return schema ? (host().loadRow(object, id)?.get(schema.name) ?? null) : null;
}

const ofUser = (field: string) => () => row('User', host().userId, field);

/** Everybody may use the org's own package; another namespace is not installed. */
function isLicensed(namespace: string | null): boolean {
  const given = requireArgument(namespace);
  if (given.toLowerCase() === host().schema.namespace?.toLowerCase()) return true;
  return throwException('TypeException', `Invalid namespace prefix: ${given}`);
}

export const USER_INFO: PlatformType = {
  name: 'UserInfo',
  kind: 'class',
  members: {
    'static String getUserId()': () => host().userId,
    'static String getUserName()': ofUser('Username'),
    'static String getUserEmail()': ofUser('Email'),
    'static String getFirstName()': ofUser('FirstName'),
    'static String getLastName()': ofUser('LastName'),
    'static String getName()': ofUser('Name'),
    'static String getProfileId()': ofUser('ProfileId'),
    'static String getUserRoleId()': ofUser('UserRoleId'),
    'static String getUserType()': () => row('User', host().userId, 'UserType') ?? 'Standard',
    'static String getLanguage()': () => row('User', host().userId, 'LanguageLocaleKey') ?? 'en_US',
    'static String getLocale()': () => host().locale,
    'static String getDefaultCurrency()': () => 'USD',
    'static String getOrganizationId()': () => host().orgId,
    'static String getOrganizationName()': () => row('Organization', host().orgId, 'Name'),
    'static TimeZone getTimeZone()': userTimeZone,
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static Boolean isMultiCurrencyOrganization()': () => false,
    'static String getSessionId()': () => null,
    'static Boolean hasPackageLicense(Id)': (id: string | null) => requireArgument(id) !== null,
    'static Boolean isCurrentUserLicensed(String)': isLicensed,
    'static Boolean isCurrentUserLicensedForPackage(Id)': (id: string | null) => requireArgument(id) !== null,
  },
};

export const FEATURE_MANAGEMENT: PlatformType = {
  name: 'FeatureManagement',
  kind: 'class',
  members: {
    'static Boolean checkPermission(String)': (name: string | null) =>
      host().rules.hasCustomPermission(host().userId, requireArgument(name)),
  },
};

/** Getter names of Limits and the counter each reads. */
const COUNTERS: Readonly<Record<string, LimitName>> = {
  AggregateQueries: 'aggregateQueries',
  Callouts: 'callouts',
  CpuTime: 'cpuTime',
  DMLRows: 'dmlRows',
  DMLStatements: 'dmlStatements',
  EmailInvocations: 'emailInvocations',
  FieldsDescribes: 'fieldsDescribes',
  FindSimilarCalls: 'findSimilarCalls',
  FutureCalls: 'futureCalls',
  HeapSize: 'heapSize',
  MobilePushApexCalls: 'mobilePushApexCalls',
  PublishImmediateDML: 'publishImmediateDml',
  Queries: 'queries',
  QueryLocatorRows: 'queryLocatorRows',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  SoslQueries: 'soslQueries',
};

/** Limits of features that the local org does not have. */
const UNUSED: Readonly<Record<string, number>> = {
  ApexCursorRows: 50_000_000,
  AsyncCalls: 200,
  ChildRelationshipsDescribes: 100,
  FetchCallsOnApexCursor: 10,
  PicklistDescribes: 100,
  RecordTypesDescribes: 100,
  RunAs: 20,
  ScriptStatements: 200_000,
};

function limitMembers(): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const [name, counter] of Object.entries(COUNTERS)) {
    members[`static Integer get${name}()`] = () => host().used(counter);
    members[`static Integer getLimit${name}()`] = () => host().limit(counter);
  }
  for (const [name, limit] of Object.entries(UNUSED)) {
    members[`static Integer get${name}()`] = () => 0;
    members[`static Integer getLimit${name}()`] = () => limit;
  }
  return members;
}

export const LIMITS: PlatformType = { name: 'Limits', kind: 'class', members: limitMembers() };
