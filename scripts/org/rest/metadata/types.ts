/** The metadata types this org takes, as data: a component of any other type is refused by name. */

export interface MetadataType {
  readonly name: string;
  readonly directory: string;
  /** Suffix of the component's file; bundles have none. */
  readonly suffix?: string;
  /** True where a `-meta.xml` stands beside the file. */
  readonly metaFile: boolean;
  /** Bundles are folders of files. */
  readonly bundle?: true;
  /** Three letters the ids of its components begin with. */
  readonly keyPrefix: string;
  /** Types of the parts inside the file, with the element that holds each. */
  readonly children?: Readonly<Record<string, string>>;
  /** Type whose name every entry of the file belongs to one by one, for example CustomLabel inside CustomLabels. */
  readonly inFolder?: true;
}

const OBJECT_CHILDREN = {
  CustomField: 'fields',
  ValidationRule: 'validationRules',
  ListView: 'listViews',
  RecordType: 'recordTypes',
  CompactLayout: 'compactLayouts',
  FieldSet: 'fieldSets',
  WebLink: 'webLinks',
  Index: 'indexes',
  BusinessProcess: 'businessProcesses',
  SharingReason: 'sharingReasons',
} as const;

const xml = (name: string, directory: string, suffix: string, keyPrefix: string): MetadataType => ({
  name,
  directory,
  suffix,
  metaFile: false,
  keyPrefix,
});

export const METADATA_TYPES: readonly MetadataType[] = [
  { ...xml('CustomLabels', 'labels', 'labels', '101'), children: { CustomLabel: 'labels' } },
  { ...xml('CustomObject', 'objects', 'object', '01I'), children: OBJECT_CHILDREN },
  { name: 'ApexClass', directory: 'classes', suffix: 'cls', metaFile: true, keyPrefix: '01p' },
  { name: 'ApexTrigger', directory: 'triggers', suffix: 'trigger', metaFile: true, keyPrefix: '01q' },
  { name: 'LightningComponentBundle', directory: 'lwc', metaFile: false, bundle: true, keyPrefix: '0Rb' },
  { name: 'StaticResource', directory: 'staticresources', suffix: 'resource', metaFile: true, keyPrefix: '081' },
  { name: 'Certificate', directory: 'certs', suffix: 'crt', metaFile: true, keyPrefix: '0P1' },
  xml('PermissionSet', 'permissionsets', 'permissionset', '0PS'),
  xml('PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup', '0PG'),
  xml('CustomPermission', 'customPermissions', 'customPermission', '0CP'),
  xml('Profile', 'profiles', 'profile', '00e'),
  xml('Role', 'roles', 'role', '00E'),
  xml('Group', 'groups', 'group', '00G'),
  xml('Queue', 'queues', 'queue', '00G'),
  xml('CustomTab', 'tabs', 'tab', '01r'),
  xml('CustomApplication', 'applications', 'app', '02u'),
  xml('FlexiPage', 'flexipages', 'flexipage', '0M0'),
  xml('Layout', 'layouts', 'layout', '00h'),
  xml('QuickAction', 'quickActions', 'quickAction', '09D'),
  xml('CustomMetadata', 'customMetadata', 'md', 'm00'),
  xml('LightningMessageChannel', 'messageChannels', 'messageChannel', '0MC'),
  xml('RemoteSiteSetting', 'remoteSiteSettings', 'remoteSite', '0rp'),
  xml('CspTrustedSite', 'cspTrustedSites', 'cspTrustedSite', '08y'),
  xml('GlobalValueSet', 'globalValueSets', 'globalValueSet', '0Nt'),
  xml('Settings', 'settings', 'settings', '0SE'),
  xml('CustomNotificationType', 'notificationtypes', 'notiftype', '0ML'),
  xml('PlatformEventSubscriberConfig', 'PlatformEventSubscriberConfigs', 'platformEventSubscriberConfig', '11T'),
  xml('ApexTestSuite', 'testSuites', 'testSuite', '05F'),
  xml('Translations', 'translations', 'translation', '01j'),
  xml('ReportType', 'reportTypes', 'reportType', '070'),
];

export const TYPE_BY_NAME: ReadonlyMap<string, MetadataType> = new Map(METADATA_TYPES.map((type) => [type.name, type]));
export const TYPE_BY_DIRECTORY: ReadonlyMap<string, MetadataType> = new Map(
  METADATA_TYPES.map((type) => [type.directory, type]),
);

/** Type that holds parts of this type, and the element they stand in; `undefined` for types that are files of their own. */
export function parentOf(childType: string): { parent: MetadataType; element: string } | undefined {
  for (const parent of METADATA_TYPES) {
    const element = parent.children?.[childType];
    if (element !== undefined) return { parent, element };
  }
  return undefined;
}

/** File name of a component inside a package, without the bundle's own files. */
export function pathOf(type: MetadataType, fullName: string): string {
  return type.bundle === true ? `${type.directory}/${fullName}` : `${type.directory}/${fullName}.${type.suffix ?? ''}`;
}
