/** A custom field's metadata as rows of the compiler driver: its column, its parent relationship, the parent's child list. */
import type { XmlElement } from '../../org/schema/xml.ts';

/** A row of an object: `field`, `parent` or `child`, name, type. */
export type MemberRow = readonly [role: 'field' | 'parent' | 'child', name: string, type: string];

export interface FieldRows {
  readonly own: readonly MemberRow[];
  /** Child relationships that this field gives to other objects. */
  readonly children: readonly { readonly object: string; readonly name: string }[];
  readonly isMasterDetail: boolean;
}

/** The Apex type of a field by its type in the Metadata API. */
const APEX_TYPES: Readonly<Record<string, string>> = {
  AutoNumber: 'String',
  Text: 'String',
  TextArea: 'String',
  LongTextArea: 'String',
  Html: 'String',
  EncryptedText: 'String',
  Email: 'String',
  Phone: 'String',
  Url: 'String',
  Picklist: 'String',
  MultiselectPicklist: 'String',
  Checkbox: 'Boolean',
  Number: 'Decimal',
  Currency: 'Decimal',
  Percent: 'Decimal',
  Summary: 'Decimal',
  Date: 'Date',
  DateTime: 'Datetime',
  Time: 'Time',
  Lookup: 'Id',
  MasterDetail: 'Id',
  Hierarchy: 'Id',
  MetadataRelationship: 'Id',
  ExternalLookup: 'String',
  IndirectLookup: 'String',
  File: 'String',
  Location: 'System.Location',
  Address: 'System.Address',
};

/** Targets of a metadata relationship that are names rather than ids. */
const NAMED_TARGETS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/** Columns that the platform adds to a compound field. */
const PARTS: Readonly<Record<string, readonly (readonly [suffix: string, type: string])[]>> = {
  Location: [
    ['Latitude', 'Double'],
    ['Longitude', 'Double'],
  ],
  Address: [
    ['Street', 'String'],
    ['City', 'String'],
    ['PostalCode', 'String'],
    ['StateCode', 'String'],
    ['CountryCode', 'String'],
    ['GeocodeAccuracy', 'String'],
    ['Latitude', 'Double'],
    ['Longitude', 'Double'],
  ],
};

export function textOf(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? '';
}

/**
 * @param field a `CustomField`, or a `fields` part of an object file
 * @param typeOfColumn type of another column, by `Object.Field`: a roll-up summary has that of the column it looks at
 * @returns rows; none for a standard field, whose type the platform fixes
 */
export function fieldRows(field: XmlElement, typeOfColumn: (column: string) => string | undefined): FieldRows {
  const name = textOf(field, 'fullName');
  const type = textOf(field, 'type');
  const apexType = apexTypeOf(field, type, typeOfColumn);
  const isMasterDetail = type === 'MasterDetail';
  if (!name.endsWith('__c') || apexType === undefined) return { own: [], children: [], isMasterDetail };
  const base = name.slice(0, -'__c'.length);
  const own: MemberRow[] = [['field', name, apexType]];
  for (const [suffix, partType] of PARTS[type] ?? []) own.push(['field', `${base}__${suffix}__s`, partType]);
  const target = textOf(field, 'referenceTo') || (type === 'Hierarchy' ? 'User' : '');
  if (target !== '') own.push(['parent', `${base}__r`, target]);
  const children = textOf(field, 'relationshipName');
  const isParent = target !== '' && children !== '';
  return { own, children: isParent ? [{ object: target, name: `${children}__r` }] : [], isMasterDetail };
}

function apexTypeOf(
  field: XmlElement,
  type: string,
  typeOfColumn: (column: string) => string | undefined,
): string | undefined {
  if (type === 'Summary') return typeOfColumn(textOf(field, 'summarizedField')) ?? 'Decimal';
  if (type === 'MetadataRelationship' && NAMED_TARGETS.has(textOf(field, 'referenceTo'))) return 'String';
  return APEX_TYPES[type];
}
