/** Objects and fields of a project's own metadata files, and the objects the platform derives from them. */
import { parseXml, XmlError } from '../../org/schema/xml.ts';
import type { XmlElement } from '../../org/schema/xml.ts';
import type { ProjectFiles } from '../source/files.ts';
import { platformObject } from './platform-objects.ts';
import { addField, addReference, newObject } from './query-schema.ts';
import type { QueryField, QueryObject, QuerySchema, QueryType } from './query-schema.ts';

const FIELD_TYPES: Readonly<Record<string, QueryType>> = {
  Text: 'string',
  TextArea: 'string',
  Email: 'string',
  Phone: 'string',
  Url: 'string',
  AutoNumber: 'string',
  LongTextArea: 'longtext',
  Html: 'longtext',
  EncryptedText: 'encrypted',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Checkbox: 'boolean',
  Number: 'double',
  Currency: 'double',
  Percent: 'double',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Location: 'location',
  File: 'base64',
};

const REFERENCES = new Set([
  'Lookup',
  'MasterDetail',
  'Hierarchy',
  'ExternalLookup',
  'IndirectLookup',
  'MetadataRelationship',
]);

/** Names of child relationships that any custom object may have, by feature. */
const COMMON_CHILDREN: Readonly<Record<string, string>> = {
  Tasks: 'Task',
  Events: 'Event',
  Notes: 'Note',
  Attachments: 'Attachment',
  NotesAndAttachments: 'NoteAndAttachment',
  ActivityHistories: 'ActivityHistory',
  OpenActivities: 'OpenActivity',
  ProcessInstances: 'ProcessInstance',
  ProcessSteps: 'ProcessInstanceHistory',
  TopicAssignments: 'TopicAssignment',
  ContentDocumentLinks: 'ContentDocumentLink',
  AttachedContentDocuments: 'AttachedContentDocument',
  CombinedAttachments: 'CombinedAttachment',
  DuplicateRecordItems: 'DuplicateRecordItem',
  Emails: 'EmailMessage',
  RecordActions: 'RecordAction',
  RecordActionHistories: 'RecordActionHistory',
  FeedSubscriptionsForEntity: 'EntitySubscription',
  LookedUpFromActivities: '',
  Feeds: '',
};

interface Reading {
  readonly object: QueryObject;
  readonly name: string;
  hasMaster: boolean;
}

export function readQuerySchema(project: ProjectFiles): QuerySchema {
  const readings = new Map<string, Reading>();
  const links: { child: string; parent: string; relationship: string }[] = [];
  const of = (name: string): Reading => {
    const key = name.toLowerCase();
    const reading = readings.get(key) ?? { object: ownObject(name), name, hasMaster: false };
    readings.set(key, reading);
    return reading;
  };
  for (const file of project.files) {
    const match = /(?:^|\/)objects\/(?:([^/]+)\/)?(?:fields\/)?([^/]+)\.(object|field)(?:-meta\.xml)?$/.exec(file);
    if (match === null) continue;
    const root = xmlOf(project.read(file));
    if (root === null) continue;
    const objectName = match[1] ?? match[2] ?? '';
    const reading = of(objectName);
    if (match[3] === 'object') readObjectFile(reading, root);
    const fields = match[3] === 'field' ? [root] : root.children.filter(({ name }) => name === 'fields');
    for (const field of fields) readField(reading, field, links);
  }
  for (const reading of readings.values()) finish(reading);
  for (const { child, parent, relationship } of links) {
    const target = readings.get(parent.toLowerCase())?.object;
    const name = `${relationship}__r`;
    if (target !== undefined) target.children.set(name.toLowerCase(), child);
    else if (platformObject(parent)) of(parent).object.children.set(name.toLowerCase(), child);
  }
  const activity = readings.get('activity')?.object;
  for (const name of activity === undefined ? [] : ['Task', 'Event']) {
    for (const [key, field] of activity?.fields ?? []) of(name).object.fields.set(key, field);
    for (const [key, parent] of activity?.parents ?? []) of(name).object.parents.set(key, parent);
  }
  return new ProjectSchema(new Map([...readings].map(([key, { object }]) => [key, object])), project);
}

/** What the project adds to a standard object stands over what the platform gives. */
function ownObject(name: string): QueryObject {
  const platform = platformObject(name);
  if (platform === undefined || platform === null) {
    const kind = /__e$/i.test(name)
      ? 'event'
      : /__mdt$/i.test(name)
        ? 'metadata'
        : /__c$/i.test(name)
          ? 'custom'
          : 'standard';
    return newObject(name, kind, platform === null || !/__(c|e|mdt)$/i.test(name));
  }
  return {
    ...platform,
    fields: new Map(platform.fields),
    parents: new Map(platform.parents),
    children: new Map(platform.children),
  };
}

function xmlOf(text: string): XmlElement | null {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) return null; // the metadata gate reports it
    throw error;
  }
}

function child(element: XmlElement, name: string): string | null {
  return element.children.find((one) => one.name === name)?.text ?? null;
}

function readObjectFile(reading: Reading, root: XmlElement): void {
  if (child(root, 'customSettingsType') !== null) (reading.object as { kind: QueryObject['kind'] }).kind = 'setting';
  const nameField = root.children.find(({ name }) => name === 'nameField');
  const isNumber = nameField !== undefined && child(nameField, 'type') === 'AutoNumber';
  if (isNumber) addField(reading.object, 'Name', 'string', { isIndexed: true });
  if (child(root, 'sharingModel') === 'ControlledByParent') reading.hasMaster = true;
}

function readField(
  reading: Reading,
  field: XmlElement,
  links: { child: string; parent: string; relationship: string }[],
): void {
  const { object } = reading;
  const name = child(field, 'fullName') ?? '';
  const type = child(field, 'type');
  if (type === null || name === '' || !name.includes('__')) return; // a standard field whose settings are changed
  const formula = child(field, 'formula');
  const isIndexed = child(field, 'externalId') === 'true' || child(field, 'unique') === 'true';
  if (REFERENCES.has(type)) {
    const target = child(field, 'referenceTo');
    addReference(object, name, name.replace(/__c$/i, '__r'), target === null ? [] : [target]);
    if (type === 'MasterDetail') reading.hasMaster = true;
    const relationship = child(field, 'relationshipName');
    if (target !== null && relationship !== null) links.push({ child: object.name, parent: target, relationship });
    return;
  }
  if (type === 'Location') {
    const stem = name.replace(/__c$/i, '');
    addField(object, `${stem}__Latitude__s`, 'number');
    addField(object, `${stem}__Longitude__s`, 'number');
  }
  const more: Partial<QueryField> = { formula, isIndexed };
  addField(object, name, FIELD_TYPES[type] ?? 'unknown', more);
}

/** Fields and relationships the platform gives to every object of a kind. */
function finish({ object, hasMaster }: Reading): void {
  if (object.kind === 'standard') return;
  const add = (name: string, type: QueryType): void => {
    if (!object.fields.has(name.toLowerCase())) addField(object, name, type);
  };
  add('Id', 'id');
  if (object.kind === 'metadata') {
    for (const name of ['DeveloperName', 'QualifiedApiName']) addField(object, name, 'string', { isIndexed: true });
    for (const name of ['MasterLabel', 'Label', 'Language', 'NamespacePrefix']) add(name, 'string');
    add('SystemModstamp', 'datetime');
    return;
  }
  if (/__(b|x|kav|dlm)$/i.test(object.name)) return;
  add('Name', 'string');
  add('IsDeleted', 'boolean');
  for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate']) {
    add(name, 'datetime');
  }
  add('LastActivityDate', 'date');
  addReference(object, 'CreatedById', 'CreatedBy', ['User']);
  addReference(object, 'LastModifiedById', 'LastModifiedBy', ['User']);
  for (const name of [
    'CurrencyIsoCode',
    'MayEdit',
    'IsLocked',
    'ConnectionReceivedId',
    'ConnectionSentId',
    'NetworkId',
  ]) {
    add(name, 'unknown');
  }
  if (object.kind === 'setting') {
    addReference(object, 'SetupOwnerId', 'SetupOwner', ['Name']);
    return;
  }
  addReference(object, 'RecordTypeId', 'RecordType', ['RecordType']);
  object.parents.set('userrecordaccess', { name: 'UserRecordAccess', targets: ['UserRecordAccess'] });
  if (!hasMaster) addReference(object, 'OwnerId', 'Owner', ['Name']);
  for (const [name, target] of Object.entries(COMMON_CHILDREN)) {
    if (!object.children.has(name.toLowerCase())) object.children.set(name.toLowerCase(), target);
  }
  const stem = object.name.replace(/__c$/i, '');
  object.children.set('shares', `${stem}__Share`);
  object.children.set('histories', `${stem}__History`);
}

const DERIVED = /^(.+)__(share|history|feed|tag|changeevent|viewstat|votestat|hd)$/i;

class ProjectSchema implements QuerySchema {
  private readonly objects: ReadonlyMap<string, QueryObject>;
  private readonly project: ProjectFiles;
  private readonly derived = new Map<string, QueryObject>();

  constructor(objects: ReadonlyMap<string, QueryObject>, project: ProjectFiles) {
    this.objects = objects;
    this.project = project;
  }

  object(written: string): QueryObject | null | undefined {
    const name = this.bare(written);
    const key = name.toLowerCase();
    const own = this.objects.get(key);
    if (own !== undefined) return own;
    const derived = DERIVED.exec(name);
    if (derived !== null) return this.derivedObject(derived[1] ?? '', (derived[2] ?? '').toLowerCase(), name);
    if (/__\w+$/.test(name)) return this.isForeign(name) || !/__(c|e|mdt)$/i.test(name) ? null : undefined;
    return platformObject(name);
  }

  private derivedObject(stem: string, kind: string, name: string): QueryObject | null | undefined {
    const parent = this.object(`${stem}__c`);
    if (parent === null || parent === undefined) return parent;
    if (kind === 'changeevent') return newObject(name, 'event', true);
    if (kind !== 'share' && kind !== 'history') return null;
    const known = this.derived.get(name.toLowerCase());
    if (known !== undefined) return known;
    const object = newObject(name, 'derived');
    addField(object, 'Id', 'id');
    addField(object, 'IsDeleted', 'boolean');
    addReference(object, 'ParentId', 'Parent', [parent.name]);
    if (kind === 'share') {
      addReference(object, 'UserOrGroupId', 'UserOrGroup', ['Name']);
      for (const text of ['AccessLevel', 'RowCause']) addField(object, text, 'picklist');
      addReference(object, 'LastModifiedById', 'LastModifiedBy', ['User']);
      addField(object, 'LastModifiedDate', 'datetime');
    } else {
      addReference(object, 'CreatedById', 'CreatedBy', ['User']);
      addField(object, 'CreatedDate', 'datetime');
      for (const text of ['Field', 'DataType']) addField(object, text, 'picklist');
      for (const value of ['OldValue', 'NewValue']) addField(object, value, 'unknown');
    }
    this.derived.set(name.toLowerCase(), object);
    return object;
  }

  bare(name: string): string {
    const { namespace } = this.project;
    if (namespace === null || !name.toLowerCase().startsWith(`${namespace.toLowerCase()}__`)) return name;
    return name.slice(namespace.length + 2);
  }

  isForeign(written: string): boolean {
    const name = this.bare(written);
    return this.project.hasForeignPackages || /^[a-z]\w*?__\w+?__\w+$/i.test(name);
  }
}
