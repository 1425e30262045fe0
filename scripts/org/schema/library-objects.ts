/** Standard objects that the org's own tables lack, made of the platform's type library: plain data, without behaviour of their own. */
import { makeField } from './field.ts';
import type { FieldSchema, FieldType } from './model.ts';
import type { ObjectData } from './object-schema.ts';
import { libraryObjects } from './platform-library.ts';
import type { LibraryMember } from './platform-library.ts';
import { auditFields, eventFields, idField, isDeletedField, ownerField } from './system-fields.ts';

type Library = ReturnType<typeof libraryObjects> extends Map<string, infer O> ? O : never;

/** Data without an owner of its own; every other object is taken for data when it has owner and audit fields. */
const OWNERLESS = new Set([
  'accountcontactrelation',
  'accountcontactrole',
  'accountteammember',
  'campaignmember',
  'campaignmemberstatus',
  'casecomment',
  'contractlineitem',
  'opportunitycontactrole',
  'opportunitylineitem',
  'opportunityteammember',
  'orderitem',
  'pricebook2',
  'pricebookentry',
  'product2',
  'quotelineitem',
  'topicassignment',
]);

const KEY_PREFIXES: Readonly<Record<string, string>> = {
  Asset: '02i',
  Attachment: '00P',
  Campaign: '701',
  CampaignMember: '00v',
  CaseComment: '00a',
  ContactPointAddress: '8lW',
  ContactPointEmail: '9Vl',
  ContactPointPhone: '9Pl',
  Contract: '800',
  Event: '00U',
  Individual: '0PK',
  Note: '002',
  OpportunityContactRole: '00K',
  OpportunityLineItem: '00k',
  Order: '801',
  OrderItem: '802',
  Pricebook2: '01s',
  PricebookEntry: '01u',
  Product2: '01t',
  Quote: '0Q0',
  QuoteLineItem: '0QL',
  QuickText: '574',
  Solution: '501',
  WorkOrder: '0WO',
};

const POLYMORPHIC: Readonly<Record<string, readonly string[]>> = {
  Who: ['Contact', 'Lead'],
  What: ['Account', 'Opportunity', 'Case', 'Campaign', 'Contract', 'Order', 'Product2', 'Asset'],
  Owner: ['Group', 'User'],
  ContactPoint: ['ContactPointAddress', 'ContactPointEmail', 'ContactPointPhone'],
};
/** Of a relationship to any object that is not in the table. */
const ANY_PARENT = ['Account', 'Contact', 'Opportunity', 'Case', 'Lead', 'Individual'];

const TYPES: Readonly<Record<string, FieldType>> = {
  Boolean: 'boolean',
  Blob: 'base64',
  Date: 'date',
  Datetime: 'datetime',
  Id: 'reference',
  Integer: 'int',
  Long: 'int',
  Decimal: 'double',
  Double: 'double',
  String: 'string',
  Time: 'time',
};

const SYSTEM = new Set([
  'id',
  'isdeleted',
  'ownerid',
  'createdbyid',
  'createddate',
  'lastmodifiedbyid',
  'lastmodifieddate',
  'systemmodstamp',
]);
const READ_ONLY = /^(?:LastActivityDate|LastViewedDate|LastReferencedDate|Is(?:Closed|Won|Converted))$/;

export interface LibraryObjects {
  readonly objects: readonly ObjectData[];
  /** Fields that a known standard object gets in addition, by lower-case object name. */
  readonly fields: ReadonlyMap<string, readonly FieldSchema[]>;
}

/**
 * @param words every name that the project's files hold, lower case
 * @param known standard objects of the org by lower-case name
 */
export function objectsFromLibrary(words: ReadonlySet<string>, known: ReadonlyMap<string, ObjectData>): LibraryObjects {
  const library = libraryObjects(words);
  const fresh = new Map([...library].filter(([key, object]) => !known.has(key) && isData(object)));
  const exists = (name: string): boolean => known.has(name.toLowerCase()) || fresh.has(name.toLowerCase());
  const objects = [
    ...[...fresh.values()].map((object, at) => objectOf(object, at, library, exists)),
    ...changeEvents(words, known, library),
  ];
  const fields = new Map<string, FieldSchema[]>();
  for (const [key, object] of library) {
    const own = known.get(key);
    if (own === undefined || own.setup === true || !['standard'].includes(own.kind) || !isData(object)) continue;
    const names = new Set(own.fields.map((field) => field.name.toLowerCase()));
    const missing = object.members.filter(
      (each) => words.has(each.name.toLowerCase()) && !names.has(each.name.toLowerCase()),
    );
    const made = missing.flatMap((each) => fieldOf(object, each, 'Name', library, exists));
    if (made.length > 0) fields.set(key, made);
  }
  return { objects, fields };
}

const CHANGE_EVENT = /^(\w+?)_{0,2}changeevent$/;

/** Change events of the objects that the org has: their fields, and the header. */
function changeEvents(
  words: ReadonlySet<string>,
  known: ReadonlyMap<string, ObjectData>,
  library: ReadonlyMap<string, Library>,
): ObjectData[] {
  const found: ObjectData[] = [];
  for (const word of words) {
    const base = known.get(CHANGE_EVENT.exec(word)?.[1] ?? '');
    const name = library.get(word)?.name;
    if (base === undefined || name === undefined) continue;
    const own = base.fields.filter(
      (field) => !SYSTEM.has(field.name.toLowerCase()) && field.relationshipName === undefined,
    );
    found.push({
      ...base,
      name,
      label: `${base.label} Change Event`,
      pluralLabel: `${base.label} Change Events`,
      kind: 'event',
      keyPrefix: `8${String(found.length).padStart(2, '0')}`,
      fields: [
        makeField({ name: 'ChangeEventHeader', type: 'string', length: 32000, apexType: 'EventBus.ChangeEventHeader' }),
        ...own.map((field) => ({ ...field, required: false })),
        ...eventFields(),
      ],
      nameField: 'ReplayId',
      validationRules: [],
      publishBehavior: 'PublishAfterCommit',
    });
  }
  return found;
}

function isData({ name, members }: Library): boolean {
  const names = new Set(members.map((each) => each.name));
  if (!names.has('SystemModstamp') || !names.has('IsDeleted')) return false;
  return names.has('OwnerId') || OWNERLESS.has(name.toLowerCase());
}

function objectOf(
  object: Library,
  at: number,
  library: ReadonlyMap<string, Library>,
  exists: (name: string) => boolean,
): ObjectData {
  const { name, members } = object;
  const label = name.replace(/\d+$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  const has = (field: string): boolean => members.some((each) => each.name === field);
  const nameField = ['Name', 'Subject', 'Title', 'Label'].find(has) ?? 'Id';
  const own = members.filter((each) => !SYSTEM.has(each.name.toLowerCase()));
  return {
    name,
    label,
    pluralLabel: `${label}s`,
    kind: 'standard',
    custom: false,
    keyPrefix: KEY_PREFIXES[name] ?? `9${String(at).padStart(2, '0')}`,
    sharingModel: 'ReadWrite',
    fields: [
      idField(),
      isDeletedField(),
      ...(has('OwnerId') ? [ownerField(['Group', 'User'])] : []),
      ...own.flatMap((each) => fieldOf(object, each, nameField, library, exists)),
      ...auditFields(),
    ],
    nameField,
    validationRules: [],
    historyTracked: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    triggerable: true,
    recordTypes: [],
  };
}

function fieldOf(
  object: Library,
  { name, kind, type }: LibraryMember,
  nameField: string,
  library: ReadonlyMap<string, Library>,
  exists: (name: string) => boolean,
): FieldSchema[] {
  const fieldType = TYPES[type];
  if (kind !== 'field' || fieldType === undefined) return [];
  const isName = name === nameField;
  const written = READ_ONLY.test(name) ? { createable: false, updateable: false } : {};
  const usual = { name, isNameField: isName, permissionable: !isName, ...written };
  if (fieldType === 'reference') return [makeField({ ...usual, ...reference(object, name, library, exists) })];
  if (fieldType === 'string') return [makeField({ ...usual, ...text(name) })];
  if (fieldType === 'int') return [makeField({ ...usual, type: 'int', precision: 9 })];
  if (fieldType === 'double') {
    const isMoney = /Amount|Price|Revenue|Cost|Total|Subtotal/.test(name);
    return [makeField({ ...usual, type: isMoney ? 'currency' : 'double', precision: 18, scale: 2 })];
  }
  return [makeField({ ...usual, type: fieldType })];
}

function text(name: string): Partial<FieldSchema> & { type: FieldType } {
  if (/Email$/.test(name)) return { type: 'email', length: 80 };
  if (/(?:Phone|Fax)$/.test(name)) return { type: 'phone', length: 40 };
  if (/^(?:Description|Body|Message|CommentBody|Comments)$/.test(name))
    return { type: 'textarea', length: 32000, isLongText: true, filterable: false };
  if (/(?:Url|Website)$/.test(name)) return { type: 'url', length: 255 };
  if (/(?:Status|Type|Stage|Category|Priority|Source|IsoCode)$/.test(name)) return { type: 'picklist', length: 255 };
  return { type: 'string', length: 255 };
}

/** A reference whose targets the org has; text where it has none of them. */
function reference(
  object: Library,
  name: string,
  library: ReadonlyMap<string, Library>,
  exists: (name: string) => boolean,
): Partial<FieldSchema> & { type: FieldType } {
  const relationship = name.replace(/Id$/, '');
  const parent = object.members.find((each) => each.kind === 'parent' && each.name === relationship);
  const given =
    parent === undefined ? [] : parent.type === 'Name' ? (POLYMORPHIC[relationship] ?? ANY_PARENT) : [parent.type];
  const referenceTo = given.filter(exists);
  if (parent === undefined || referenceTo.length === 0) return { type: 'string', length: 18 };
  const children = childName(object, parent, library);
  return {
    type: 'reference',
    length: 18,
    referenceTo,
    relationshipName: relationship,
    ...(children === undefined ? {} : { childRelationshipName: children }),
  };
}

/** The parent's list of this object that belongs to the reference: the n-th list for the n-th reference of the same object. */
function childName(object: Library, parent: LibraryMember, library: ReadonlyMap<string, Library>): string | undefined {
  const target = library.get(parent.type.toLowerCase()) ?? libraryObjects([parent.type]).get(parent.type.toLowerCase());
  const lists = (target?.members ?? []).filter((each) => each.kind === 'children' && each.type === object.name);
  const siblings = object.members.filter((each) => each.kind === 'parent' && each.type === parent.type);
  return lists.length === siblings.length
    ? lists[siblings.indexOf(parent)]?.name
    : siblings[0] === parent
      ? lists[0]?.name
      : undefined;
}
