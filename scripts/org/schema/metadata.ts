/** Typed models of the deployed metadata beside objects and fields. Plain data; the access, REST and page layers read it. */
import type { Raw } from '../types.ts';

/** Components by their full name in lower case. */
export type ByName<T> = ReadonlyMap<string, T>;

export interface ObjectPermission {
  readonly object: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldPermission {
  /** `Object.Field` as written in the file, with the namespace where it applies. */
  readonly field: string;
  readonly read: boolean;
  readonly edit: boolean;
}

/** A permission set or the rights a deployed profile states. */
export interface PermissionSetMetadata {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly license?: string;
  readonly hasActivationRequired: boolean;
  readonly objectPermissions: readonly ObjectPermission[];
  readonly fieldPermissions: readonly FieldPermission[];
  /** Enabled names only. */
  readonly classAccesses: readonly string[];
  readonly pageAccesses: readonly string[];
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly customSettingAccesses: readonly string[];
  readonly customMetadataTypeAccesses: readonly string[];
  readonly flowAccesses: readonly string[];
  readonly tabSettings: readonly { readonly tab: string; readonly visibility: string }[];
  readonly applicationVisibilities: readonly {
    readonly application: string;
    readonly visible: boolean;
    readonly isDefault: boolean;
  }[];
  readonly recordTypeVisibilities: readonly {
    readonly recordType: string;
    readonly visible: boolean;
    readonly isDefault: boolean;
  }[];
  readonly layoutAssignments: readonly { readonly layout: string; readonly recordType?: string }[];
}

export interface PermissionSetGroupMetadata {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** Names of the permission sets in it. */
  readonly permissionSets: readonly string[];
}

export interface CustomPermissionMetadata {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly requiredPermissions: readonly string[];
}

export interface ListViewFilter {
  readonly field: string;
  /** Metadata operation: `equals`, `notEqual`, `lessThan`, `greaterThan`, `lessOrEqual`, `greaterOrEqual`, `contains`, `notContain`, `startsWith`, `includes`, `excludes`. */
  readonly operation: string;
  readonly value: string;
}

export interface ListViewMetadata {
  /** Object that the view lists. */
  readonly object: string;
  readonly name: string;
  readonly label: string;
  /** `Everything`, `Mine`, `Queue`, `Delegated`, ... */
  readonly scope: string;
  readonly columns: readonly string[];
  readonly filters: readonly ListViewFilter[];
  /** `1 AND (2 OR 3)`; all filters when absent. */
  readonly booleanFilter?: string;
  readonly queue?: string;
}

export interface CompactLayoutMetadata {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly fields: readonly string[];
  /** The one the object names as its own. */
  readonly isDefault: boolean;
}

export interface LayoutItem {
  readonly field?: string;
  readonly emptySpace: boolean;
  readonly behavior: 'Edit' | 'Readonly' | 'Required';
}

export interface LayoutSection {
  readonly label?: string;
  readonly style: string;
  readonly detailHeading: boolean;
  readonly columns: readonly (readonly LayoutItem[])[];
}

export interface LayoutMetadata {
  /** `License__c-License Layout`. */
  readonly name: string;
  readonly object: string;
  readonly sections: readonly LayoutSection[];
  readonly relatedLists: readonly {
    readonly relatedList: string;
    readonly fields: readonly string[];
    readonly sortField?: string;
    readonly sortOrder?: string;
  }[];
  readonly quickActions: readonly string[];
}

export interface FlexiComponent {
  /** `c:licensePanel`, `force:detailPanel`, `record_flexipage:...`. */
  readonly name: string;
  readonly identifier?: string;
  /** Values in file order; a list property has its values in `values`. */
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
  readonly visibility?: FlexiVisibility;
}

export interface FlexiVisibility {
  readonly booleanFilter?: string;
  readonly criteria: readonly { readonly leftValue: string; readonly operator: string; readonly rightValue?: string }[];
}

/** One entry of a region: a component, or a field on a dynamic form. */
export type FlexiItem =
  | { readonly kind: 'component'; readonly component: FlexiComponent }
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly behavior: string;
      readonly visibility?: FlexiVisibility;
    };

export interface FlexiRegion {
  readonly name: string;
  /** `Region` or `Facet`; facets are named by components. */
  readonly type: string;
  readonly items: readonly FlexiItem[];
}

export interface FlexiPageMetadata {
  readonly name: string;
  readonly label: string;
  /** `AppPage`, `HomePage`, `RecordPage`, `UtilityBar`. */
  readonly type: string;
  readonly object?: string;
  readonly template: string;
  readonly regions: readonly FlexiRegion[];
}

export interface TabMetadata {
  readonly name: string;
  readonly label: string;
  readonly kind: 'object' | 'lwc' | 'flexiPage' | 'url' | 'page';
  /** Object, bundle, page name or URL, by `kind`. */
  readonly target: string;
  /** Icon style such as `Custom53: Bell`. */
  readonly motif: string;
  readonly description?: string;
}

export interface ApplicationMetadata {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly navType: string;
  readonly tabs: readonly string[];
  readonly utilityBar?: string;
  readonly brandColor?: string;
  readonly actionOverrides: readonly ActionOverride[];
  readonly profileActionOverrides: readonly (ActionOverride & {
    readonly profile?: string;
    readonly recordType?: string;
  })[];
}

export interface ActionOverride {
  /** `View`, `New`, `Edit`, `Tab`, ... */
  readonly action: string;
  readonly object?: string;
  /** `Flexipage`, `LightningComponent`, `Default`, ... */
  readonly type: string;
  readonly content?: string;
  readonly formFactor?: string;
}

export interface RoleMetadata {
  readonly name: string;
  readonly label: string;
  readonly parentRole?: string;
}

export interface QueueMetadata {
  readonly name: string;
  readonly label: string;
  readonly email?: string;
  readonly objects: readonly string[];
  /** User names. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly rolesAndSubordinates: readonly string[];
  /** People in roles above the members reach the queue's records. */
  readonly includesBosses: boolean;
}

export interface GroupMetadata {
  readonly name: string;
  readonly label: string;
  /** People in roles above the members reach what the group reaches. */
  readonly includesBosses: boolean;
}

/** The public half as deployed; the server keeps the private key. */
export interface CertificateMetadata {
  readonly name: string;
  readonly label: string;
  readonly caSigned: boolean;
  readonly keySize: number;
  readonly exportable: boolean;
  readonly expirationDate?: string;
  /** PEM text of the deployed certificate; empty text asks the server for a new self-signed one. */
  readonly content: string;
}

export interface CustomMetadataRecord {
  /** Type with its suffix, for example `Edition__mdt`. */
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly isProtected: boolean;
  readonly values: Readonly<Record<string, Raw>>;
}

export interface NotificationTypeMetadata {
  readonly name: string;
  readonly label: string;
  readonly desktop: boolean;
  readonly mobile: boolean;
  readonly description?: string;
}

export interface ObjectPresentation {
  readonly object: string;
  readonly actionOverrides: readonly ActionOverride[];
  /** Columns of the search results or look-up dialog, where stated. */
  readonly searchFields: readonly string[];
  readonly enableReports: boolean;
  readonly enableSearch: boolean;
}

export interface OrgMetadata {
  readonly permissionSets: ByName<PermissionSetMetadata>;
  readonly permissionSetGroups: ByName<PermissionSetGroupMetadata>;
  readonly profiles: ByName<PermissionSetMetadata>;
  readonly customPermissions: ByName<CustomPermissionMetadata>;
  /** By `object.view`, lower case. */
  readonly listViews: ByName<ListViewMetadata>;
  /** By `object.layout`, lower case. */
  readonly compactLayouts: ByName<CompactLayoutMetadata>;
  readonly layouts: ByName<LayoutMetadata>;
  readonly flexiPages: ByName<FlexiPageMetadata>;
  readonly tabs: ByName<TabMetadata>;
  readonly applications: ByName<ApplicationMetadata>;
  readonly roles: ByName<RoleMetadata>;
  readonly queues: ByName<QueueMetadata>;
  readonly groups: ByName<GroupMetadata>;
  readonly certificates: ByName<CertificateMetadata>;
  readonly notificationTypes: ByName<NotificationTypeMetadata>;
  readonly presentations: ByName<ObjectPresentation>;
  readonly customMetadata: readonly CustomMetadataRecord[];
}
