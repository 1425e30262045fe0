/** What the types of custom fields need, take and refuse. */

const NUMBERS = ['Number', 'Currency', 'Percent'];
const LONG = ['LongTextArea', 'Html'];
const RELATIONS = ['Lookup', 'MasterDetail', 'Hierarchy', 'ExternalLookup', 'IndirectLookup', 'MetadataRelationship'];

/** Elements without which a custom field of this type does not deploy; formulas have needs of their own. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Text: ['length'],
  LongTextArea: ['length', 'visibleLines'],
  Html: ['length', 'visibleLines'],
  EncryptedText: ['length', 'maskChar', 'maskType'],
  Number: ['precision', 'scale'],
  Currency: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Checkbox: ['defaultValue'],
  Picklist: ['valueSet'],
  MultiselectPicklist: ['valueSet', 'visibleLines'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  MetadataRelationship: ['referenceTo'],
  ExternalLookup: ['referenceTo'],
  IndirectLookup: ['referenceTo', 'referenceTargetField'],
  Summary: ['summaryForeignKey', 'summaryOperation'],
  Location: ['scale'],
};

/** Types that take an element at all. */
export const TAKEN: Readonly<Record<string, readonly string[]>> = {
  length: ['Text', 'LongTextArea', 'Html', 'EncryptedText'],
  precision: [...NUMBERS, 'Summary'],
  scale: [...NUMBERS, 'Summary', 'Location'],
  visibleLines: [...LONG, 'MultiselectPicklist'],
  displayFormat: ['AutoNumber'],
  startingNumber: ['AutoNumber'],
  referenceTo: RELATIONS,
  relationshipName: RELATIONS,
  relationshipLabel: RELATIONS,
  relationshipOrder: ['MasterDetail'],
  reparentableMasterDetail: ['MasterDetail'],
  writeRequiresMasterRead: ['MasterDetail'],
  deleteConstraint: RELATIONS,
  lookupFilter: RELATIONS,
  valueSet: ['Picklist', 'MultiselectPicklist'],
  maskChar: ['EncryptedText'],
  maskType: ['EncryptedText'],
  summaryForeignKey: ['Summary'],
  summaryOperation: ['Summary'],
  summarizedField: ['Summary'],
  summaryFilterItems: ['Summary'],
  formula: ['Checkbox', 'Currency', 'Date', 'DateTime', 'Number', 'Percent', 'Text', 'Time'],
};

/** Types that can be switched on, by the switch. */
export const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  unique: ['Text', 'Number', 'Email', 'AutoNumber', 'MetadataRelationship'],
  externalId: ['Text', 'Number', 'Email', 'AutoNumber'],
};

/** What a formula field cannot be. */
export const NOT_WITH_FORMULA: readonly string[] = ['required', 'unique'];

/** Smallest and largest value of numbers, by type. */
export const RANGES: Readonly<Record<string, Readonly<Record<string, readonly [least: number, most: number]>>>> = {
  Text: { length: [1, 255] },
  LongTextArea: { length: [256, 131072] },
  Html: { length: [256, 131072] },
  EncryptedText: { length: [1, 175] },
  Number: { precision: [1, 18], scale: [0, 17] },
  Currency: { precision: [1, 18], scale: [0, 17] },
  Percent: { precision: [1, 18], scale: [0, 17] },
};

/** Objects that cannot be the master of a master-detail field. */
export const NO_MASTERS: ReadonlySet<string> = new Set(['user', 'lead', 'task', 'event', 'group', 'profile']);

/** Objects beside custom metadata types that a metadata relationship can name. */
export const METADATA_TARGETS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);
