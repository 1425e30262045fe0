/** Custom field types of the Metadata API: which describe type each is, and what it must and may state. */
import type { FieldSchema, FieldType } from '../model.ts';
import type { Read } from '../shape.ts';
import type { FIELD_SHAPE } from './field-shape.ts';

export type FieldFile = Read<typeof FIELD_SHAPE>;

export interface FieldTypeRule {
  readonly type: FieldType;
  /** Elements without which the platform refuses the field. */
  readonly needs?: readonly (
    'length' | 'precision' | 'scale' | 'visibleLines' | 'referenceTo' | 'valueSet' | 'defaultValue'
  )[];
  /** Longest `length`. */
  readonly maximumLength?: number;
  readonly minimumLength?: number;
  /** A formula may return this type. */
  readonly formula?: boolean;
  /** `unique` and `externalId` may be set. */
  readonly unique?: boolean;
  readonly externalId?: boolean;
  /** `required` may be set. */
  readonly required?: boolean;
  readonly properties?: (file: FieldFile) => Partial<FieldSchema>;
}

const number = (file: FieldFile): Partial<FieldSchema> => ({ precision: file.precision ?? 18, scale: file.scale ?? 0 });

/** By the `type` element. A type that is not here cannot be deployed to the local org. */
export const FIELD_TYPES: Readonly<Record<string, FieldTypeRule>> = {
  AutoNumber: {
    type: 'string',
    externalId: true,
    properties: (file) => ({
      length: 30,
      createable: false,
      updateable: false,
      autoNumberFormat: file.displayFormat ?? '{0}',
      ...(file.startingNumber === undefined ? {} : { startingNumber: file.startingNumber }),
    }),
  },
  Checkbox: { type: 'boolean', formula: true },
  Currency: { type: 'currency', needs: ['precision', 'scale'], formula: true, required: true, properties: number },
  Date: { type: 'date', formula: true, required: true },
  DateTime: { type: 'datetime', formula: true, required: true },
  Time: { type: 'time', formula: true, required: true },
  Email: { type: 'email', unique: true, externalId: true, required: true, properties: () => ({ length: 80 }) },
  Number: {
    type: 'double',
    needs: ['precision', 'scale'],
    formula: true,
    unique: true,
    externalId: true,
    required: true,
    properties: number,
  },
  Percent: { type: 'percent', needs: ['precision', 'scale'], formula: true, required: true, properties: number },
  Phone: { type: 'phone', required: true, properties: () => ({ length: 40 }) },
  Picklist: { type: 'picklist', needs: ['valueSet'], required: true, properties: () => ({ length: 255 }) },
  MultiselectPicklist: {
    type: 'multipicklist',
    needs: ['valueSet', 'visibleLines'],
    required: true,
    properties: () => ({ length: 4099 }),
  },
  Text: {
    type: 'string',
    needs: ['length'],
    maximumLength: 255,
    formula: true,
    unique: true,
    externalId: true,
    required: true,
    properties: (file) => ({ length: file.length ?? 255 }),
  },
  TextArea: { type: 'textarea', required: true, properties: () => ({ length: 255 }) },
  LongTextArea: {
    type: 'textarea',
    needs: ['length', 'visibleLines'],
    minimumLength: 256,
    maximumLength: 131072,
    properties: (file) => ({ length: file.length ?? 32768, isLongText: true, filterable: false }),
  },
  Html: {
    type: 'textarea',
    needs: ['length', 'visibleLines'],
    minimumLength: 256,
    maximumLength: 131072,
    properties: (file) => ({ length: file.length ?? 32768, isLongText: true, filterable: false, htmlFormatted: true }),
  },
  Url: { type: 'url', required: true, properties: () => ({ length: 255 }) },
  Lookup: { type: 'reference', needs: ['referenceTo'], required: true, properties: () => ({ length: 18 }) },
  MasterDetail: { type: 'reference', needs: ['referenceTo'], properties: () => ({ length: 18 }) },
  MetadataRelationship: {
    type: 'reference',
    needs: ['referenceTo'],
    required: true,
    unique: true,
    externalId: true,
    properties: (file) => ({ length: 18, ...catalogueReference(file) }),
  },
};

/** Objects and fields of the catalogue are told by name, everything else by id. */
function catalogueReference(file: FieldFile): Partial<FieldSchema> {
  if (file.referenceTo !== 'EntityDefinition' && file.referenceTo !== 'FieldDefinition') return {};
  const controlling = file.metadataRelationshipControllingField?.split('.').at(-1);
  return { type: 'string', length: 255, ...(controlling === undefined ? {} : { controllingField: controlling }) };
}
