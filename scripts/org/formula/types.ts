/** Types a formula computes with. `null` is the type of the word NULL, which fits everywhere. */
import type { FieldType } from '../schema/model.ts';

export type FormulaType =
  'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'location' | 'null';

/** How a field of each describe type appears in a formula. */
export const TYPE_OF_FIELD: Readonly<Record<FieldType, FormulaType>> = {
  id: 'text',
  reference: 'text',
  string: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  combobox: 'text',
  base64: 'text',
  anyType: 'text',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
};

/** Names in messages. */
export const TYPE_NAMES: Readonly<Record<FormulaType, string>> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multi-Select Picklist',
  location: 'Location',
  null: 'Null',
};

/** Whether a value of one type may stand where another is expected. */
export function fits(actual: FormulaType, expected: FormulaType): boolean {
  return actual === expected || actual === 'null';
}
