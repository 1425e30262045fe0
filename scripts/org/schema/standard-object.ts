/** Reads the tables of `standard/` into object descriptions. */
import { makeField, picklistValue } from './field.ts';
import type { FieldSchema, FieldType, ObjectKind, ObjectSchema } from './model.ts';
import type { ObjectData } from './object-schema.ts';
import { auditFields, idField, isDeletedField, ownerField } from './system-fields.ts';

/**
 * One field: name, type text, and what differs from the usual. Type texts: `string 80`, `textarea 32000` (more than 255 is
 * long text), `picklist A|*B|C` (`*` marks the default), `reference Account,Contact`, `double 18.2`, `int`, `boolean`, ...
 */
export type FieldRow = readonly [name: string, type: string, options?: Partial<FieldSchema>];

export interface StandardObject {
  readonly name: string;
  readonly keyPrefix: string;
  readonly label?: string;
  readonly pluralLabel?: string;
  readonly kind?: ObjectKind;
  readonly nameField?: string;
  readonly sharingModel?: ObjectSchema['sharingModel'];
  /** Record owner kinds; absent for objects without owner. */
  readonly owners?: readonly string[];
  /** `full` (the usual), `created` (created fields alone), `none`; `deleted: false` leaves `IsDeleted` out. */
  readonly audit?: 'full' | 'created' | 'none';
  readonly deleted?: boolean;
  readonly setup?: boolean;
  /** Letters of what DML may do: `c`, `u`, `d`; the usual is all. */
  readonly dml?: string;
  readonly triggerable?: boolean;
  readonly parentObject?: string;
  readonly fields: readonly FieldRow[];
}

const LONG_TEXT_LIMIT = 255;
const NUMBER_TYPES = new Set<FieldType>(['double', 'currency', 'percent', 'int']);
const TEXT_LENGTHS: Partial<Record<FieldType, number>> = {
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
  reference: 18,
  id: 18,
};

/** Usual values of fields that nobody but the platform writes. */
export const PLATFORM_WRITTEN: Partial<FieldSchema> = { createable: false, updateable: false };

export function readStandardObject(table: StandardObject): ObjectData {
  const dml = table.dml ?? 'cud';
  const fields: FieldSchema[] = [idField()];
  if (table.deleted ?? true) fields.push(isDeletedField());
  if (table.owners) fields.push(ownerField(table.owners));
  const nameField = table.nameField ?? 'Name';
  for (const row of table.fields) fields.push(readFieldRow(row, nameField, table.setup ?? false));
  const audit = table.audit ?? 'full';
  if (audit !== 'none') fields.push(...auditFields(audit === 'created'));
  const label = table.label ?? table.name.replace(/([a-z])([A-Z])/g, '$1 $2');
  return {
    name: table.name,
    label,
    pluralLabel: table.pluralLabel ?? `${label}s`,
    kind: table.kind ?? 'standard',
    custom: false,
    keyPrefix: table.keyPrefix,
    sharingModel: table.sharingModel ?? 'ReadWrite',
    fields,
    nameField,
    validationRules: [],
    historyTracked: false,
    createable: dml.includes('c'),
    updateable: dml.includes('u'),
    deletable: dml.includes('d'),
    queryable: true,
    triggerable: table.triggerable ?? false,
    recordTypes: [],
    ...(table.setup ? { setup: true } : {}),
    ...(table.parentObject ? { parentObject: table.parentObject } : {}),
  };
}

function readFieldRow([name, typeText, options]: FieldRow, nameField: string, setup: boolean): FieldSchema {
  const space = typeText.indexOf(' ');
  const type = (space < 0 ? typeText : typeText.slice(0, space)) as FieldType;
  const detail = space < 0 ? '' : typeText.slice(space + 1);
  const isNameField = name === nameField;
  const required = options?.required ?? false;
  return makeField({
    name,
    type,
    ...typeDetail(name, type, detail),
    isNameField,
    permissionable: !setup && !isNameField && !required,
    ...options,
  });
}

function typeDetail(name: string, type: FieldType, detail: string): Partial<FieldSchema> {
  if (type === 'reference') return referenceDetail(name, detail);
  if (type === 'picklist' || type === 'multipicklist') {
    const values = detail === '' ? [] : detail.split('|');
    return {
      length: 255,
      picklistValues: values.map((value) => picklistValue(value.replace(/^\*/, ''), value.startsWith('*'))),
    };
  }
  if (NUMBER_TYPES.has(type)) {
    const [precision = type === 'int' ? '9' : '18', scale = '0'] = detail === '' ? [] : detail.split('.');
    return { precision: Number(precision), scale: Number(scale) };
  }
  const length =
    detail === '' ? (TEXT_LENGTHS[type] ?? (type === 'string' || type === 'textarea' ? 255 : 0)) : Number(detail);
  return { length, isLongText: type === 'textarea' && length > LONG_TEXT_LIMIT };
}

function referenceDetail(name: string, detail: string): Partial<FieldSchema> {
  return {
    length: 18,
    referenceTo: detail.split(','),
    ...(name.endsWith('Id') ? { relationshipName: name.slice(0, -2) } : {}),
  };
}
