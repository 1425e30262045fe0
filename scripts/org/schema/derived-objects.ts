/** Share and history objects that an object brings with it. */
import { makeField, picklistValue } from './field.ts';
import type { FieldSchema } from './model.ts';
import type { ObjectData } from './object-schema.ts';
import { auditFields, idField, isDeletedField } from './system-fields.ts';

const readOnly = { createable: false, updateable: false, permissionable: false } as const;

const SHARE_PREFIX = '02c';
const HISTORY_PREFIX = '017';

/** `License__c` → `License__Share`, `Account` → `AccountShare`. */
export function derivedName(object: string, kind: 'Share' | 'History'): string {
  return object.endsWith('__c') ? object.replace(/__c$/, `__${kind}`) : `${object}${kind}`;
}

function parentField(name: string, parent: string, children: string): FieldSchema {
  return makeField({
    name,
    type: 'reference',
    length: 18,
    referenceTo: [parent],
    relationshipName: name.replace(/Id$/, ''),
    childRelationshipName: children,
    deleteConstraint: 'Cascade',
    required: true,
    updateable: false,
    permissionable: false,
  });
}

function derived(parent: ObjectData, kind: 'Share' | 'History', keyPrefix: string, fields: FieldSchema[]): ObjectData {
  const isShare = kind === 'Share';
  return {
    name: derivedName(parent.name, kind),
    label: `${kind}: ${parent.label}`,
    pluralLabel: `${kind}: ${parent.label}`,
    kind: isShare ? 'share' : 'history',
    custom: parent.custom,
    keyPrefix,
    sharingModel: 'ReadWrite',
    fields,
    nameField: 'Id',
    validationRules: [],
    historyTracked: false,
    createable: isShare,
    updateable: isShare,
    deletable: isShare,
    queryable: true,
    triggerable: false,
    parentObject: parent.name,
  };
}

/** Rows that open single records of a Private or Read object. */
export function shareObject(parent: ObjectData): ObjectData {
  return derived(parent, 'Share', SHARE_PREFIX, [
    idField(),
    isDeletedField(),
    parentField('ParentId', parent.name, 'Shares'),
    makeField({
      name: 'AccessLevel',
      type: 'picklist',
      length: 40,
      required: true,
      permissionable: false,
      picklistValues: ['Read', 'Edit', 'All'].map((value) => picklistValue(value)),
      restrictedPicklist: true,
    }),
    makeField({
      name: 'UserOrGroupId',
      label: 'User/Group ID',
      type: 'reference',
      length: 18,
      referenceTo: ['User', 'Group'],
      relationshipName: 'UserOrGroup',
      required: true,
      updateable: false,
      permissionable: false,
      deleteConstraint: 'Cascade',
    }),
    makeField({
      name: 'RowCause',
      type: 'picklist',
      length: 40,
      updateable: false,
      permissionable: false,
      picklistValues: [picklistValue('Owner'), picklistValue('Manual', true), picklistValue('Rule')],
    }),
    ...auditFields().filter((field) => field.name === 'LastModifiedDate' || field.name === 'LastModifiedById'),
  ]);
}

/** Rows that tell the changes of tracked fields. */
export function historyObject(parent: ObjectData): ObjectData {
  const parentName = parent.custom ? 'ParentId' : `${parent.name}Id`;
  const value = (name: string): FieldSchema => makeField({ name, type: 'anyType', length: 255, ...readOnly });
  return derived(parent, 'History', HISTORY_PREFIX, [
    idField(),
    isDeletedField(),
    parentField(parentName, parent.name, 'Histories'),
    ...auditFields(true),
    makeField({ name: 'Field', label: 'Changed Field', type: 'picklist', length: 255, ...readOnly }),
    makeField({ name: 'DataType', type: 'picklist', length: 40, ...readOnly }),
    value('OldValue'),
    value('NewValue'),
  ]);
}
