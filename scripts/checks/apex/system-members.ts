/** Fields and relationships that the platform gives to an object by its kind, as rows of the compiler driver. */
import type { MemberRow } from './fields.ts';

/** How the platform treats an object, as far as its members in Apex go. */
export type DriverKind = 'record' | 'event' | 'list' | 'hierarchy' | 'metadata' | 'big' | 'external';

const ID: readonly MemberRow[] = [['field', 'Id', 'Id']];

const CREATED: readonly MemberRow[] = [
  ['field', 'CreatedDate', 'Datetime'],
  ['field', 'CreatedById', 'Id'],
  ['parent', 'CreatedBy', 'User'],
];

const AUDIT: readonly MemberRow[] = [
  ...CREATED,
  ['field', 'LastModifiedDate', 'Datetime'],
  ['field', 'LastModifiedById', 'Id'],
  ['parent', 'LastModifiedBy', 'User'],
  ['field', 'SystemModstamp', 'Datetime'],
  ['field', 'IsDeleted', 'Boolean'],
];

const OWNER: readonly MemberRow[] = [
  ['field', 'OwnerId', 'Id'],
  ['parent', 'Owner', 'Name'],
];

/** Of every custom object, whatever it switches on: a class that names one of these compiles in some org. */
const RECORD: readonly MemberRow[] = [
  ...ID,
  ['field', 'Name', 'String'],
  ...AUDIT,
  ['field', 'LastActivityDate', 'Date'],
  ['field', 'LastViewedDate', 'Datetime'],
  ['field', 'LastReferencedDate', 'Datetime'],
  ['field', 'CurrencyIsoCode', 'String'],
  ['field', 'UserRecordAccessId', 'Id'],
  ['parent', 'UserRecordAccess', 'UserRecordAccess'],
  ['child', 'ActivityHistories', 'ActivityHistory'],
  ['child', 'AttachedContentDocuments', 'AttachedContentDocument'],
  ['child', 'Attachments', 'Attachment'],
  ['child', 'CombinedAttachments', 'CombinedAttachment'],
  ['child', 'ContentDocumentLinks', 'ContentDocumentLink'],
  ['child', 'DuplicateRecordItems', 'DuplicateRecordItem'],
  ['child', 'Events', 'Event'],
  ['child', 'FeedSubscriptionsForEntity', 'EntitySubscription'],
  ['child', 'Notes', 'Note'],
  ['child', 'NotesAndAttachments', 'NoteAndAttachment'],
  ['child', 'OpenActivities', 'OpenActivity'],
  ['child', 'ProcessInstances', 'ProcessInstance'],
  ['child', 'ProcessSteps', 'ProcessInstanceHistory'],
  ['child', 'RecordAssociatedGroups', 'CollaborationGroupRecord'],
  ['child', 'Tasks', 'Task'],
  ['child', 'TopicAssignments', 'TopicAssignment'],
];

const SETTING: readonly MemberRow[] = [
  ...ID,
  ['field', 'Name', 'String'],
  ...AUDIT,
  ['field', 'SetupOwnerId', 'Id'],
  ['parent', 'SetupOwner', 'Name'],
  ['field', 'CurrencyIsoCode', 'String'],
];

export const SYSTEM_MEMBERS: Readonly<Record<DriverKind, readonly MemberRow[]>> = {
  record: RECORD,
  list: SETTING,
  hierarchy: SETTING,
  event: [...CREATED, ['field', 'ReplayId', 'String'], ['field', 'EventUuid', 'String']],
  metadata: [
    ...ID,
    ['field', 'DeveloperName', 'String'],
    ['field', 'MasterLabel', 'String'],
    ['field', 'Label', 'String'],
    ['field', 'Language', 'String'],
    ['field', 'NamespacePrefix', 'String'],
    ['field', 'QualifiedApiName', 'String'],
    ['field', 'SystemModstamp', 'Datetime'],
  ],
  big: [
    ...ID,
    ['field', 'CreatedDate', 'Datetime'],
    ['field', 'CreatedById', 'Id'],
    ['field', 'SystemModstamp', 'Datetime'],
  ],
  external: [...ID, ['field', 'ExternalId', 'String'], ['field', 'DisplayUrl', 'String'], ...OWNER],
};

/** Of an object that has owners: no details of a master have. */
export const OWNER_MEMBERS: readonly MemberRow[] = OWNER;

export const RECORD_TYPE_MEMBERS: readonly MemberRow[] = [
  ['field', 'RecordTypeId', 'Id'],
  ['parent', 'RecordType', 'RecordType'],
];

/** Objects that the platform derives from a custom object: its share rows, history rows, feed items and change events. */
export interface DerivedObject {
  /** Replaces `__c` in the object's name. */
  readonly suffix: string;
  /** Child relationship of the object. */
  readonly child?: string;
  readonly members: (object: string) => readonly MemberRow[];
}

export const SHARE: DerivedObject = {
  suffix: '__Share',
  child: 'Shares',
  members: (object) => [
    ...ID,
    ['field', 'ParentId', 'Id'],
    ['parent', 'Parent', object],
    ['field', 'AccessLevel', 'String'],
    ['field', 'UserOrGroupId', 'Id'],
    ['parent', 'UserOrGroup', 'Name'],
    ['field', 'RowCause', 'String'],
    ['field', 'LastModifiedDate', 'Datetime'],
    ['field', 'LastModifiedById', 'Id'],
    ['parent', 'LastModifiedBy', 'User'],
    ['field', 'IsDeleted', 'Boolean'],
  ],
};

export const HISTORY: DerivedObject = {
  suffix: '__History',
  child: 'Histories',
  members: (object) => [
    ...ID,
    ...CREATED,
    ['field', 'ParentId', 'Id'],
    ['parent', 'Parent', object],
    ['field', 'Field', 'String'],
    ['field', 'DataType', 'String'],
    ['field', 'OldValue', 'Object'],
    ['field', 'NewValue', 'Object'],
    ['field', 'IsDeleted', 'Boolean'],
  ],
};

export const FEED: DerivedObject = {
  suffix: '__Feed',
  child: 'Feeds',
  members: (object) => [
    ...ID,
    ...AUDIT,
    ['field', 'ParentId', 'Id'],
    ['parent', 'Parent', object],
    ['field', 'Type', 'String'],
    ['field', 'Body', 'String'],
    ['field', 'Title', 'String'],
    ['field', 'LinkUrl', 'String'],
    ['field', 'IsRichText', 'Boolean'],
    ['field', 'CommentCount', 'Integer'],
    ['field', 'LikeCount', 'Integer'],
    ['field', 'RelatedRecordId', 'Id'],
    ['field', 'BestCommentId', 'Id'],
    ['field', 'InsertedById', 'Id'],
    ['parent', 'InsertedBy', 'User'],
    ['child', 'FeedComments', 'FeedComment'],
    ['child', 'FeedLikes', 'FeedLike'],
    ['child', 'FeedTrackedChanges', 'FeedTrackedChange'],
  ],
};

export const CHANGE_EVENT: DerivedObject = {
  suffix: '__ChangeEvent',
  members: () => [
    ...ID,
    ...CREATED,
    ...OWNER,
    ['field', 'Name', 'String'],
    ['field', 'LastModifiedDate', 'Datetime'],
    ['field', 'LastModifiedById', 'Id'],
    ['parent', 'LastModifiedBy', 'User'],
    ['field', 'ReplayId', 'String'],
    ['field', 'ChangeEventHeader', 'EventBus.ChangeEventHeader'],
  ],
};
