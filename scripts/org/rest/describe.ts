/** Describe results of objects and fields, cut to what the user may see. */
import type { Id } from '../types.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { AccessRules } from '../access/contract.ts';

const SOAP_TYPES: Readonly<Partial<Record<FieldSchema['type'], string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
};

function picklist(field: FieldSchema): readonly unknown[] {
  return field.picklistValues.map((entry) => ({
    active: entry.active,
    defaultValue: entry.isDefault,
    label: entry.label,
    validFor: null,
    value: entry.value,
  }));
}

function describeField(field: FieldSchema, editable: boolean): Record<string, unknown> {
  return {
    aggregatable: field.type !== 'base64' && !field.isLongText,
    autoNumber: field.autoNumberFormat !== undefined,
    byteLength: field.length * 3,
    calculated: field.formula !== undefined,
    calculatedFormula: field.formula ?? null,
    cascadeDelete: field.masterDetail,
    caseSensitive: field.caseSensitive,
    createable: field.createable && editable,
    custom: field.custom,
    defaultValue: field.type === 'boolean' ? field.defaultValue === 'true' : null,
    defaultValueFormula: field.defaultValue ?? null,
    defaultedOnCreate: field.type === 'boolean' || field.defaultValue !== undefined,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    externalId: field.externalId,
    filterable: !field.isLongText && field.type !== 'base64',
    groupable: !field.isLongText && field.formula === undefined,
    idLookup: field.externalId || field.name === 'Id',
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: field.length,
    name: field.name,
    nameField: field.isNameField,
    nillable: !field.required && field.type !== 'boolean',
    picklistValues: picklist(field),
    precision: field.precision,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.masterDetail ? 0 : null,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: !field.isLongText,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable,
  };
}

/** The short form of the object list. */
export function describeSummary(
  object: ObjectSchema,
  rules: AccessRules,
  userId: Id,
  dataPath: string,
): Record<string, unknown> {
  const rights = rules.object(userId, object);
  const root = `${dataPath}/sobjects/${object.name}`;
  return {
    activateable: false,
    createable: object.createable && rights.create,
    custom: object.custom,
    customSetting: object.kind === 'setting',
    deletable: object.deletable && rights.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.pluralLabel,
    layoutable: object.kind === 'standard' || object.kind === 'custom',
    mergeable: object.name === 'Lead' || object.name === 'Account' || object.name === 'Contact',
    mruEnabled: object.kind === 'standard' || object.kind === 'custom',
    name: object.name,
    queryable: object.queryable && rights.read,
    replicateable: true,
    retrieveable: rights.read,
    searchable: object.kind === 'standard' || object.kind === 'custom',
    triggerable: object.triggerable,
    undeletable: object.deletable && rights.delete,
    updateable: object.updateable && rights.edit,
    urls: { sobject: root, describe: `${root}/describe`, rowTemplate: `${root}/{ID}` },
  };
}

export function describeObject(
  object: ObjectSchema,
  rules: AccessRules,
  userId: Id,
  dataPath: string,
): Record<string, unknown> {
  const fields = object.fields.flatMap((field) => {
    const rights = rules.field(userId, object, field.name);
    return rights.read ? [describeField(field, rights.edit)] : [];
  });
  return {
    ...describeSummary(object, rules, userId, dataPath),
    actionOverrides: [],
    childRelationships: object.childRelationships.map((child) => ({
      cascadeDelete: false,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      relationshipName: child.name,
      restrictedDelete: false,
    })),
    fields,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    recordTypeInfos: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA',
        urls: {},
      },
    ],
    searchLayoutable: true,
    supportedScopes: [{ label: `All ${object.pluralLabel}`, name: 'everything' }],
  };
}
