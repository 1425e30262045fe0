/** Schema: describe of fields. Rights are those of the running user. */
import type { FieldSchema, FieldType, PicklistValue } from '../../schema/model.ts';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { enumType } from './define.ts';
import type { SObjectFieldToken } from './schema-tokens.ts';
import { sobjectFieldOf, sobjectTypeOf } from './schema-tokens.ts';
import { ApexList } from './values/collections.ts';
import { enumConstant } from './values/enum.ts';
import { ApexObject } from './values/object.ts';

class DescribeFieldResult extends ApexObject {
  static readonly apexName = 'Schema.DescribeFieldResult';
  readonly token: SObjectFieldToken;
  constructor(token: SObjectFieldToken) {
    super();
    this.token = token;
  }
  get field(): FieldSchema {
    return this.token.field;
  }
  get right(): { read: boolean; edit: boolean } {
    return host().rules.field(host().userId, this.token.object, this.token.fieldName);
  }
  override apexKey(): string {
    return `\u0000sf:${this.token.objectName}.${this.token.fieldName}`;
  }
  override apexString(): string {
    return `Schema.DescribeFieldResult[${this.token.fieldName}]`;
  }
}

class PicklistEntry extends ApexObject {
  static readonly apexName = 'Schema.PicklistEntry';
  readonly entry: PicklistValue;
  constructor(entry: PicklistValue) {
    super();
    this.entry = entry;
  }
  override apexString(): string {
    return this.entry.value;
  }
}

const DISPLAY_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'ID',
  string: 'STRING',
  textarea: 'TEXTAREA',
  email: 'EMAIL',
  phone: 'PHONE',
  url: 'URL',
  picklist: 'PICKLIST',
  multipicklist: 'MULTIPICKLIST',
  combobox: 'COMBOBOX',
  boolean: 'BOOLEAN',
  int: 'INTEGER',
  double: 'DOUBLE',
  currency: 'CURRENCY',
  percent: 'PERCENT',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  reference: 'REFERENCE',
  base64: 'BASE64',
  anyType: 'ANYTYPE',
};

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'ID',
  reference: 'ID',
  boolean: 'BOOLEAN',
  int: 'INTEGER',
  double: 'DOUBLE',
  currency: 'DOUBLE',
  percent: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  base64: 'BASE64BINARY',
  anyType: 'ANYTYPE',
};

/** Default of a field for a new record where it needs no formula; `null` when there is none. */
export function defaultValueOf(field: FieldSchema): unknown {
  if (field.type === 'boolean') return field.defaultValue === 'true';
  const entry = field.picklistValues.find((each) => each.isDefault);
  if (entry) return entry.value;
  return /^(?:"[^"]*"|'[^']*')$/.test(field.defaultValue ?? '') ? field.defaultValue!.slice(1, -1) : null;
}

type Read<T> = (describe: DescribeFieldResult) => T;
const of =
  <T>(read: (field: FieldSchema) => T): Read<T> =>
  (describe) =>
    read(describe.field);
const isSortable = (field: FieldSchema): boolean =>
  !field.isLongText && field.type !== 'multipicklist' && field.type !== 'base64';
const isIdLookup = (field: FieldSchema): boolean =>
  field.type === 'id' || field.externalId || (field.isNameField && field.autoNumberFormat === undefined);
const entries = (field: FieldSchema): ApexList =>
  new ApexList(
    'List<Schema.PicklistEntry>',
    field.picklistValues.filter((each) => each.active).map((each) => new PicklistEntry(each)),
  );
const describe = (token: SObjectFieldToken): DescribeFieldResult => new DescribeFieldResult(token);

const DESCRIBE_FIELD: PlatformType = {
  name: 'Schema.DescribeFieldResult',
  kind: 'class',
  members: {
    'Integer getByteLength()': of((field) => field.length * 3),
    'String getCalculatedFormula()': of((field) => field.formula ?? null),
    'Object getDefaultValue()': of(defaultValueOf),
    'String getDefaultValueFormula()': of((field) => field.defaultValue ?? null),
    'Integer getDigits()': of((field) => (field.type === 'int' ? field.precision : 0)),
    'String getInlineHelpText()': of((field) => field.helpText ?? null),
    'String getLabel()': of((field) => field.label),
    'Integer getLength()': of((field) => field.length),
    'String getLocalName()': of((field) => field.name.replace(/^\w+?__(?=\w+__\w+$)/, '')),
    'String getName()': of((field) => field.name),
    'List<Schema.PicklistEntry> getPicklistValues()': of(entries),
    'Integer getPrecision()': of((field) => field.precision),
    'List<Schema.SObjectType> getReferenceTo()': of(
      (field) => new ApexList('List<Schema.SObjectType>', field.referenceTo.map(sobjectTypeOf)),
    ),
    'String getRelationshipName()': of((field) => field.relationshipName ?? null),
    'Integer getScale()': of((field) => field.scale),
    'Schema.SOAPType getSOAPType()': of((field) => enumConstant('Schema.SOAPType', SOAP_TYPES[field.type] ?? 'STRING')),
    'Schema.SObjectField getSObjectField()': (result: DescribeFieldResult) => result.token,
    'Schema.SObjectType getSObjectType()': (result: DescribeFieldResult) => sobjectTypeOf(result.token.objectName),
    'Schema.DisplayType getType()': of((field) => enumConstant('Schema.DisplayType', DISPLAY_TYPES[field.type])),
    'Boolean isAggregatable()': of((field) => isSortable(field) && field.type !== 'boolean'),
    'Boolean isAiPredictionField()': () => false,
    'Boolean isSearchPrefilterable()': of((field) => field.type === 'reference' && field.custom),
    'Boolean isDisplayLocationInDecimal()': () => false,
    'Boolean isHighScaleNumber()': () => false,
    'Boolean isQueryByDistance()': () => false,
    'String getCompoundFieldName()': () => null,
    'String getMask()': () => null,
    'String getMaskType()': () => null,
    'String getReferenceTargetField()': () => null,
    'Schema.SObjectField getController()': ({ field, token }: DescribeFieldResult) =>
      field.controllingField === undefined ? null : sobjectFieldOf(token.objectName, field.controllingField),
    'Integer getRelationshipOrder()': of((field) => (field.masterDetail ? 0 : null)),
    'Boolean isAccessible()': (result: DescribeFieldResult) => result.right.read,
    'Boolean isCreateable()': (result: DescribeFieldResult) => result.field.createable && result.right.edit,
    'Boolean isUpdateable()': (result: DescribeFieldResult) => result.field.updateable && result.right.edit,
    'Boolean isAutoNumber()': of((field) => field.autoNumberFormat !== undefined),
    'Boolean isCalculated()': of((field) => field.formula !== undefined),
    'Boolean isCascadeDelete()': of((field) => field.deleteConstraint === 'Cascade'),
    'Boolean isCaseSensitive()': of((field) => field.caseSensitive),
    'Boolean isCustom()': of((field) => field.custom),
    'Boolean isDefaultedOnCreate()': of((field) => field.defaultValue !== undefined || field.type === 'boolean'),
    'Boolean isDependentPicklist()': () => false,
    'Boolean isDeprecatedAndHidden()': () => false,
    'Boolean isEncrypted()': () => false,
    'Boolean isExternalID()': of((field) => field.externalId),
    'Boolean isFilterable()': of((field) => !field.isLongText && field.type !== 'base64'),
    'Boolean isFormulaTreatNullNumberAsZero()': of((field) => field.formulaTreatBlanksAsZero ?? false),
    'Boolean isGroupable()': of(
      (field) => isSortable(field) && !['double', 'currency', 'percent', 'datetime', 'time'].includes(field.type),
    ),
    'Boolean isHtmlFormatted()': () => false,
    'Boolean isIdLookup()': of(isIdLookup),
    'Boolean isNameField()': of((field) => field.isNameField),
    'Boolean isNamePointing()': of((field) => field.referenceTo.length > 1),
    'Boolean isNillable()': of((field) => !field.required && field.type !== 'boolean' && field.type !== 'id'),
    'Boolean isPermissionable()': of((field) => field.custom && !field.required),
    'Boolean isRestrictedDelete()': of((field) => field.deleteConstraint === 'Restrict'),
    'Boolean isRestrictedPicklist()': of((field) => field.restrictedPicklist),
    'Boolean isSortable()': of(isSortable),
    'Boolean isUnique()': of((field) => field.unique),
    'Boolean isWriteRequiresMasterRead()': () => false,
  },
};

export const FIELD_TYPES: readonly PlatformType[] = [
  {
    name: 'Schema.SObjectField',
    kind: 'class',
    members: {
      'Schema.DescribeFieldResult getDescribe()': describe,
      'Schema.DescribeFieldResult getDescribe(Schema.FieldDescribeOptions)': describe,
      'String toString()': (token: SObjectFieldToken) => token.fieldName,
    },
  },
  DESCRIBE_FIELD,
  {
    name: 'Schema.PicklistEntry',
    kind: 'class',
    members: {
      'String getLabel()': ({ entry }: PicklistEntry) => entry.label,
      'String getValue()': ({ entry }: PicklistEntry) => entry.value,
      'Boolean isActive()': ({ entry }: PicklistEntry) => entry.active,
      'Boolean isDefaultValue()': ({ entry }: PicklistEntry) => entry.isDefault,
    },
  },
  enumType('Schema.FieldDescribeOptions', ['DEFAULT', 'FULL_DESCRIBE']),
  enumType('Schema.DisplayType', [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'COMPLEXVALUE',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'SOBJECT',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL',
  ]),
  enumType('Schema.SOAPType', [
    'ANYTYPE',
    'BASE64BINARY',
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'ID',
    'INTEGER',
    'STRING',
    'TIME',
  ]),
];
