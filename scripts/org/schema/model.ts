/** The describe model: what the org knows of its objects and fields. Built from metadata XML and from standard objects as data. */
import type { OrgMetadata } from './metadata.ts';

/** SOAP/describe type names, as `Schema.DisplayType` and REST describe report them. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference'
  | 'base64'
  | 'anyType';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

export interface FieldSchema {
  /** API name with its exact case; namespaced where the org's package namespace applies. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Maximum length of text types, else 0. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  /** True where the platform refuses an insert without a value (metadata `required`, master-detail, Name of text type). */
  readonly required: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** Display format such as `L-{00000}` of an auto-number field. */
  readonly autoNumberFormat?: string;
  /** Default value formula text as written in the metadata. */
  readonly defaultValue?: string;
  /** Formula text of a formula field; its `type` is the formula's return type. */
  readonly formula?: string;
  readonly formulaTreatBlanksAsZero?: boolean;
  /** Objects a reference may point to. */
  readonly referenceTo: readonly string[];
  /** Name of the parent relationship, for example `Package__r`, `Owner`. */
  readonly relationshipName?: string;
  /** Name of the child relationship on the parent, for example `Licenses__r`. */
  readonly childRelationshipName?: string;
  readonly masterDetail: boolean;
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade';
  readonly picklistValues: readonly PicklistValue[];
  readonly restrictedPicklist: boolean;
  readonly isNameField: boolean;
  readonly trackHistory: boolean;
  /** Rows of a long text area on a page; long text cannot be filtered or sorted. */
  readonly isLongText: boolean;
  readonly helpText?: string;
  readonly description?: string;
  /** Rich text (`Html`) field. */
  readonly htmlFormatted?: boolean;
  /** Lines or rows that the page shows of a multi-line field. */
  readonly visibleLines?: number;
  /** Field whose value decides which picklist values are offered. */
  readonly controllingField?: string;
  /** First number of an auto-number field; 1 when absent. */
  readonly startingNumber?: number;
  /** Parts that the store joins with a space into this column, for example first and last name. Nobody writes such a field. */
  readonly compoundOf?: readonly string[];
  /** Apex type of the value where it is none of the field types': the stored value is its text. */
  readonly apexType?: string;
  /** Field-level security applies: false for system, required, master-detail and name fields. */
  readonly permissionable: boolean;
  /** False for columns that cannot be filtered or sorted (long text, base64). */
  readonly filterable: boolean;
}

export interface ValidationRuleSchema {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly errorMessage: string;
  readonly errorField?: string;
}

export interface ChildRelationship {
  /** Name used in a sub-query, for example `Licenses__r`, `Contacts`. */
  readonly name: string;
  readonly childObject: string;
  readonly field: string;
}

export interface RecordTypeSchema {
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
}

export type ObjectKind = 'standard' | 'custom' | 'event' | 'setting' | 'metadata' | 'share' | 'history' | 'tooling';

export interface ObjectSchema {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly kind: ObjectKind;
  readonly custom: boolean;
  readonly keyPrefix: string;
  readonly sharingModel: 'ReadWrite' | 'Read' | 'Private' | 'ControlledByParent';
  readonly fields: readonly FieldSchema[];
  readonly nameField: string;
  readonly validationRules: readonly ValidationRuleSchema[];
  readonly historyTracked: boolean;
  /** Whether Apex triggers and DML are allowed; setup objects may be read only. */
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly triggerable: boolean;
  /** Custom settings: `Hierarchy` or `List`. */
  readonly customSettingsType?: 'Hierarchy' | 'List';
  /** Platform events. */
  readonly publishBehavior?: 'PublishAfterCommit' | 'PublishImmediately';
  /** Share and history objects: the object whose rows they tell of. */
  readonly parentObject?: string;
  /** Setup data (users, permission sets, groups): everybody reads it, `ManageUsers` writes it. */
  readonly setup?: boolean;
  /** Share object of this object, where its sharing model has one. */
  readonly shareObject?: string;
  readonly historyObject?: string;
  readonly description?: string;
  /** Offered by name in record-type rows and pages; empty where the object has the master record type alone. */
  readonly recordTypes?: readonly RecordTypeSchema[];
  /** Case-insensitive field lookup; also finds names without the org's namespace prefix. */
  field(name: string): FieldSchema | undefined;
  /** The reference field whose parent relationship has this name (case-insensitive). */
  parentRelationship(name: string): FieldSchema | undefined;
  /** The child relationship with this name (case-insensitive). */
  childRelationship(name: string): ChildRelationship | undefined;
  readonly childRelationships: readonly ChildRelationship[];
}

/** Everything the org knows of its metadata. Immutable: a deploy builds a new one and swaps it in when nothing failed. */
export interface OrgSchema {
  /** Namespace of the org's package code, or `undefined` on a source-deployed org. */
  readonly namespace?: string;
  /** Changes with every deploy; caches key on it. */
  readonly version: number;
  readonly objects: readonly ObjectSchema[];
  /** Case-insensitive. */
  object(name: string): ObjectSchema | undefined;
  /** Same, throws `OrgError INVALID_TYPE` with the platform's text. */
  requireObject(name: string): ObjectSchema;
  objectByKeyPrefix(prefix: string): ObjectSchema | undefined;
  /** Custom label by name, case-insensitive. */
  label(name: string): string | undefined;
  readonly labels: ReadonlyMap<string, string>;
  /** Everything else that was deployed: permission sets, pages, list views, ... */
  readonly metadata: OrgMetadata;
}
