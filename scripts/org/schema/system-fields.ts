/** Fields that the platform adds to objects by itself. */
import { makeField } from './field.ts';
import type { FieldSchema } from './model.ts';

const readOnly = { createable: false, updateable: false, permissionable: false } as const;

export const idField = (): FieldSchema =>
  makeField({ name: 'Id', label: 'Record ID', type: 'id', length: 18, ...readOnly, caseSensitive: true });

export const isDeletedField = (): FieldSchema =>
  makeField({ name: 'IsDeleted', label: 'Deleted', type: 'boolean', ...readOnly });

export const ownerField = (referenceTo: readonly string[]): FieldSchema =>
  makeField({
    name: 'OwnerId',
    label: 'Owner ID',
    type: 'reference',
    length: 18,
    referenceTo,
    relationshipName: 'Owner',
    deleteConstraint: 'Restrict',
    permissionable: false,
  });

/** Who and when; `createdOnly` for rows that nobody changes. */
export function auditFields(createdOnly = false): FieldSchema[] {
  const created = [
    makeField({ name: 'CreatedDate', type: 'datetime', ...readOnly }),
    makeField({
      name: 'CreatedById',
      label: 'Created By ID',
      type: 'reference',
      length: 18,
      referenceTo: ['User'],
      relationshipName: 'CreatedBy',
      deleteConstraint: 'Restrict',
      ...readOnly,
    }),
  ];
  if (createdOnly) return created;
  return [
    ...created,
    makeField({ name: 'LastModifiedDate', type: 'datetime', ...readOnly }),
    makeField({
      name: 'LastModifiedById',
      label: 'Last Modified By ID',
      type: 'reference',
      length: 18,
      referenceTo: ['User'],
      relationshipName: 'LastModifiedBy',
      deleteConstraint: 'Restrict',
      ...readOnly,
    }),
    makeField({ name: 'SystemModstamp', type: 'datetime', ...readOnly }),
  ];
}

/** Fields of every platform event. */
export function eventFields(): FieldSchema[] {
  return [
    makeField({ name: 'ReplayId', label: 'Replay ID', type: 'string', length: 1000, ...readOnly }),
    makeField({ name: 'EventUuid', label: 'Event UUID', type: 'string', length: 1000, ...readOnly }),
    ...auditFields(true),
  ];
}

/** Fields of custom metadata types. */
export function customMetadataFields(): FieldSchema[] {
  const text = (name: string, length: number, label?: string): FieldSchema =>
    makeField({ name, type: 'string', length, ...readOnly, ...(label ? { label } : {}) });
  return [
    idField(),
    { ...text('DeveloperName', 40), isNameField: false },
    { ...text('MasterLabel', 40, 'Label'), isNameField: true },
    text('Language', 40),
    text('NamespacePrefix', 15),
    text('Label', 40, 'Label'),
    text('QualifiedApiName', 70),
    makeField({ name: 'SystemModstamp', type: 'datetime', ...readOnly }),
  ];
}
