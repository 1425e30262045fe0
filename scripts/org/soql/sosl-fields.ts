/** Fields each SOSL search group looks at, as a table by field type. */
import type { FieldSchema, FieldType, ObjectSchema } from '../schema/model.ts';

export interface FieldContext {
  getText(): string;
}

type Test = (field: FieldSchema) => boolean;

const TEXT: ReadonlySet<FieldType> = new Set(['string', 'email', 'phone', 'url', 'picklist', 'combobox', 'textarea']);

/** By the word after IN. */
export const SEARCH_GROUPS: Readonly<Record<string, Test>> = {
  ALL: (field) => TEXT.has(field.type) && !field.isLongText,
  NAME: (field) => field.isNameField,
  EMAIL: (field) => field.type === 'email',
  PHONE: (field) => field.type === 'phone',
  SIDEBAR: (field) => field.isNameField || field.externalId,
};

/** Names of the stored fields of an object that a group (`ALL`, `NAME`, ...) searches. */
export function searchFields(object: ObjectSchema, group: string): string[] {
  const test = SEARCH_GROUPS[group] ?? SEARCH_GROUPS['ALL'];
  return object.fields
    .filter((field) => field.formula === undefined && test?.(field) === true)
    .map((field) => field.name);
}
