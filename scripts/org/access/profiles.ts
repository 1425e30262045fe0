/** What the standard profiles grant: data of the platform's documentation, for the objects and permissions the local org knows. */

/** Letters of object rights: read, create, edit, delete. */
export type Rights = string;

export interface StandardProfile {
  readonly name: string;
  readonly description: string;
  /** Everything on every object, every field and every class. */
  readonly everything: boolean;
  readonly userPermissions: readonly string[];
  readonly objects: Readonly<Record<string, Rights>>;
}

const ADMINISTRATION = [
  'ModifyAllData',
  'ViewAllData',
  'ViewSetup',
  'CustomizeApplication',
  'AuthorApex',
  'ManageUsers',
  'AssignPermissionSets',
  'ManageProfilesPermissionsets',
  'ManageRoles',
  'ManageSharing',
  'ManageInternalUsers',
  'ResetPasswords',
  'ModifyMetadata',
  'ManageCertificates',
  'ManageCustomPermissions',
  'ManageRemoteAccess',
  'ManageDashbdsInPubFolders',
  'ManageReportsInPubFolders',
  'ManageNetworks',
  'ManageLeads',
  'ManageCases',
  'TransferAnyEntity',
  'TransferAnyLead',
  'ViewAllUsers',
  'ViewAllCustomSettings',
  'ViewHealthCheck',
  'ViewRoles',
  'ViewEventLogFiles',
  'EditReadonlyFields',
  'EditPublicTemplates',
  'BulkApiHardDelete',
  'PasswordNeverExpires',
  'DataExport',
  'Packaging2',
  'Packaging2Delete',
  'CreateMultiforce',
  'InstallMultiforce',
  'PublishMultiforce',
];

const EVERYDAY = [
  'ApiEnabled',
  'RunReports',
  'ExportReport',
  'CreateCustomizeReports',
  'CreateCustomizeDashboards',
  'EditEvent',
  'EditTask',
  'ActivitiesAccess',
  'ConvertLeads',
  'EmailSingle',
  'EmailMass',
  'SendCustomNotifications',
  'LightningExperienceUser',
  'LightningConsoleAllowedForUser',
  'ChatterInternalUser',
  'ViewHelpLink',
  'ViewSetup',
  'RunFlow',
];

export const STANDARD_PROFILES: readonly StandardProfile[] = [
  {
    name: 'System Administrator',
    description: 'Configures the org and sees everything',
    everything: true,
    userPermissions: [...new Set([...ADMINISTRATION, ...EVERYDAY])],
    objects: {},
  },
  {
    name: 'Standard User',
    description: 'Works with the standard sales objects',
    everything: false,
    userPermissions: EVERYDAY,
    objects: { Account: 'rced', Contact: 'rced', Lead: 'rce', Opportunity: 'rced', Case: 'rce', Task: 'rced' },
  },
  {
    name: 'Marketing User',
    description: 'Manages campaigns and imports leads',
    everything: false,
    userPermissions: EVERYDAY,
    objects: { Account: 'rced', Contact: 'rced', Lead: 'rce', Opportunity: 'rced', Case: 'rce', Task: 'rced' },
  },
  {
    name: 'Contract Manager',
    description: 'Manages contracts',
    everything: false,
    userPermissions: EVERYDAY,
    objects: { Account: 'rced', Contact: 'rced', Lead: 'rce', Opportunity: 'rced', Case: 'rce', Task: 'rced' },
  },
  {
    name: 'Solution Manager',
    description: 'Manages published solutions',
    everything: false,
    userPermissions: EVERYDAY,
    objects: { Account: 'rced', Contact: 'rced', Lead: 'rce', Opportunity: 'rced', Case: 'rce', Task: 'rced' },
  },
  {
    name: 'Read Only',
    description: 'Sees records and changes none',
    everything: false,
    userPermissions: ['ApiEnabled', 'RunReports', 'ViewSetup', 'LightningExperienceUser', 'ChatterInternalUser'],
    objects: { Account: 'r', Contact: 'r', Lead: 'r', Opportunity: 'r', Case: 'r', Task: 'r' },
  },
  {
    name: 'Minimum Access - Salesforce',
    description: 'Least privilege: everything else comes from permission sets',
    everything: false,
    userPermissions: ['ActivitiesAccess', 'ChatterInternalUser', 'LightningConsoleAllowedForUser', 'ViewHelpLink'],
    objects: { Task: 'rced' },
  },
];

/** By name, case-insensitive. */
export function standardProfile(name: string): StandardProfile | undefined {
  const key = name.toLowerCase();
  return STANDARD_PROFILES.find((profile) => profile.name.toLowerCase() === key);
}
