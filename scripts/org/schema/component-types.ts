/** Metadata types by who reads them. A type that is in neither table cannot be deployed to the local org. */

/** Types that `buildSchema` reads, in the order it reads them. */
export const SCHEMA_TYPES = [
  'GlobalValueSet',
  'CustomObject',
  'CustomLabels',
  'CustomPermission',
  'PermissionSet',
  'PermissionSetGroup',
  'Profile',
  'Role',
  'Group',
  'Queue',
  'Certificate',
  'CustomNotificationType',
  'CustomMetadata',
  'Layout',
  'FlexiPage',
  'CustomTab',
  'CustomApplication',
] as const;

export type SchemaType = (typeof SCHEMA_TYPES)[number];

/** Types that upper layers read, or that the org only keeps. */
export const OTHER_TYPES: ReadonlySet<string> = new Set([
  'ApexClass',
  'ApexTrigger',
  'ApexTestSuite',
  'LightningComponentBundle',
  'StaticResource',
  'EmailTemplate',
  'EmailFolder',
  'ReportType',
  'Report',
  'ReportFolder',
  'Dashboard',
  'DashboardFolder',
  'ListView',
  'QuickAction',
  'RemoteSiteSetting',
  'CspTrustedSite',
  'Settings',
  'Translations',
  'ContentAsset',
  'LightningMessageChannel',
  'PlatformEventSubscriberConfig',
]);
