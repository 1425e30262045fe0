/** `ui-api/object-info`: labels, fields and picklists for LWC. */
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../schema/model.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { OrgError } from '../../types.ts';
import { json } from '../message.ts';
import { noSuchColumn } from '../record-input.ts';

const MASTER = '012000000000000AAA';

const DATA_TYPES: Readonly<Record<FieldSchema['type'], string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  reference: 'Reference',
  base64: 'Base64',
  anyType: 'AnyType',
};

function fieldInfo(field: FieldSchema, schema: OrgSchema, editable: boolean): Record<string, unknown> {
  return {
    apiName: field.name,
    calculated: field.formula !== undefined,
    compound: false,
    compoundComponentName: null,
    controllerName: null,
    controllingFields: [],
    createable: field.createable && editable,
    custom: field.custom,
    dataType: DATA_TYPES[field.type],
    externalId: field.externalId,
    extraTypeInfo: field.isLongText ? 'PlainTextArea' : null,
    filterable: !field.isLongText,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: field.length,
    nameField: field.isNameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((name) => ({
      apiName: name,
      nameFields: [schema.object(name)?.nameField ?? 'Name'],
    })),
    relationshipName: field.relationshipName ?? null,
    required: field.required,
    scale: field.scale,
    searchPrefilterable: false,
    sortable: !field.isLongText,
    unique: field.unique,
    updateable: field.updateable && editable,
  };
}

export function objectFor(call: Call): ObjectSchema {
  const object = call.hosted.org.schema.object(param(call, 'object'));
  if (object === undefined || !call.hosted.org.rules.object(call.userId, object).read) {
    throw new OrgError('INVALID_TYPE', `Object ${param(call, 'object')} is not supported in UI API`, { status: 400 });
  }
  return object;
}

export const objectInfo: Operation = (call) => {
  const object = objectFor(call);
  const { rules, schema } = call.hosted.org;
  const rights = rules.object(call.userId, object);
  const fields = object.fields.flatMap((field) => {
    const access = rules.field(call.userId, object, field.name);
    return access.read ? [[field.name, fieldInfo(field, schema, access.edit)] as const] : [];
  });
  return json({
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships.map((child) => ({
      childObjectApiName: child.childObject,
      fieldName: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.name,
    })),
    compactLayoutable: true,
    createable: object.createable && rights.create,
    custom: object.custom,
    defaultRecordTypeId: MASTER,
    deletable: object.deletable && rights.delete,
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(fields),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.pluralLabel,
    layoutable: true,
    mruEnabled: true,
    nameFields: [object.nameField],
    queryable: object.queryable,
    recordTypeInfos: {
      [MASTER]: { available: true, defaultRecordTypeMapping: true, master: true, name: 'Master', recordTypeId: MASTER },
    },
    searchable: true,
    themeInfo: null,
    updateable: object.updateable && rights.edit,
  });
};

function picklist(field: FieldSchema): Record<string, unknown> {
  const values = field.picklistValues.filter((entry) => entry.active);
  const shown = values.map((entry) => ({ attributes: null, label: entry.label, validFor: [], value: entry.value }));
  const standard = values.findIndex((entry) => entry.isDefault);
  return { controllerValues: {}, defaultValue: standard < 0 ? null : shown[standard], values: shown };
}

export const picklistValues: Operation = (call) => {
  const object = objectFor(call);
  const field = object.field(param(call, 'field'));
  if (field === undefined) throw noSuchColumn(object, param(call, 'field'));
  return json({ eTag: `${object.name}.${field.name}`, url: call.request.path, ...picklist(field) });
};

export const allPicklistValues: Operation = (call) => {
  const object = objectFor(call);
  const fields = object.fields.filter((field) => field.type === 'picklist' || field.type === 'multipicklist');
  return json({
    eTag: object.name,
    picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, picklist(field)])),
  });
};
