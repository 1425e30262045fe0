/** One field description with every property at its usual value. */
import type { FieldSchema, FieldType, PicklistValue } from './model.ts';

/** Completes a partial description. Text needs its length; everything else has a default. */
export function makeField(given: Partial<FieldSchema> & { name: string; type: FieldType }): FieldSchema {
  const isLongText = given.isLongText ?? false;
  return {
    label: labelOf(given.name),
    custom: false,
    length: 0,
    precision: 0,
    scale: 0,
    required: false,
    createable: true,
    updateable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    referenceTo: [],
    masterDetail: false,
    deleteConstraint: 'SetNull',
    picklistValues: [],
    restrictedPicklist: false,
    isNameField: false,
    trackHistory: false,
    isLongText,
    permissionable: true,
    filterable: !isLongText && given.type !== 'base64',
    ...given,
  };
}

/** `CreatedDate` → `Created Date`, `ParentId` → `Parent ID`. */
export function labelOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/\bId$/, 'ID');
}

export function picklistValue(value: string, isDefault = false, label = value): PicklistValue {
  return { value, label, active: true, isDefault };
}
