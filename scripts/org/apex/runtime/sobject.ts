/** Members that every SObject has. */
import type { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { databaseError } from './database-results.ts';
import { sobjectTypeOf } from './schema-tokens.ts';
import type { SObjectFieldToken } from './schema-tokens.ts';
import { ApexList } from './values/collections.ts';
import { hashOf, valueEquals } from './values/equality.ts';
import type { ApexException } from './values/exception.ts';
import { requireArgument, throwException } from './values/exception.ts';
import {
  addError,
  cloneRecord,
  dynamicGet,
  dynamicPut,
  getChildren,
  getParent,
  populatedFields,
  requireField,
  setParent,
} from './values/sobject.ts';
import { concatText } from './values/text.ts';

interface Extras {
  cloneSourceId?: string | null;
  dmlOptions?: unknown;
}

const extras = new WeakMap<SObjectRecord, Extras>();
const nameOf = (token: SObjectFieldToken | null): string => requireArgument(token).fieldName;

function relationshipOf(record: SObjectRecord, token: SObjectFieldToken): string {
  return (
    requireField(record.object, nameOf(token)).relationshipName ??
    throwException('SObjectException', `Invalid relationship ${token.fieldName} for ${record.object.name}`)
  );
}

/** Parents are reached by relationship or by the reference field. */
function parent(record: SObjectRecord, name: string | null): SObjectRecord | null {
  const given = requireArgument(name);
  return getParent(record, record.object.field(given)?.relationshipName ?? given);
}

function putParent(record: SObjectRecord, name: string, value: SObjectRecord | null): SObjectRecord | null {
  const before = getParent(record, name);
  setParent(record, name, value);
  return before;
}

function clone(record: SObjectRecord, ...flags: (boolean | null)[]): SObjectRecord {
  const [preserveId, deep, timestamps, autoNumber] = flags.map((flag) => flag === true);
  const twin = cloneRecord(record, preserveId, deep, timestamps, autoNumber);
  extras.set(twin, { cloneSourceId: record.id });
  return twin;
}

const isSet = (record: SObjectRecord, name: string): boolean => record.has(requireField(record.object, name).name);

export const SOBJECT: PlatformType = {
  name: 'SObject',
  kind: 'class',
  members: {
    'Object get(String)': dynamicGet,
    'Object get(Schema.SObjectField)': (record: SObjectRecord, token: SObjectFieldToken) =>
      dynamicGet(record, nameOf(token)),
    'Object put(String,Object)': (record: SObjectRecord, name: string | null, value: unknown) =>
      dynamicPut(record, requireArgument(name), value),
    'Object put(Schema.SObjectField,Object)': (record: SObjectRecord, token: SObjectFieldToken, value: unknown) =>
      dynamicPut(record, nameOf(token), value),
    'SObject getSObject(String)': parent,
    'SObject getSObject(Schema.SObjectField)': (record: SObjectRecord, token: SObjectFieldToken) =>
      getParent(record, relationshipOf(record, token)),
    'List<SObject> getSObjects(String)': (record: SObjectRecord, name: string | null) =>
      getChildren(record, requireArgument(name)),
    'SObject putSObject(String,SObject)': (record: SObjectRecord, name: string | null, value: SObjectRecord | null) =>
      putParent(record, requireArgument(name), value),
    'SObject putSObject(Schema.SObjectField,SObject)': (
      record: SObjectRecord,
      token: SObjectFieldToken,
      value: SObjectRecord | null,
    ) => putParent(record, relationshipOf(record, token), value),
    'Boolean isSet(String)': (record: SObjectRecord, name: string | null) => isSet(record, requireArgument(name)),
    'Boolean isSet(Schema.SObjectField)': (record: SObjectRecord, token: SObjectFieldToken) =>
      isSet(record, nameOf(token)),
    'Map<String,Object> getPopulatedFieldsAsMap()': populatedFields,
    'void clear()': (record: SObjectRecord) => {
      record.values = Object.create(null) as SObjectRecord['values'];
    },
    'SObject clone()': clone,
    'SObject clone(Boolean)': clone,
    'SObject clone(Boolean,Boolean)': clone,
    'SObject clone(Boolean,Boolean,Boolean)': clone,
    'SObject clone(Boolean,Boolean,Boolean,Boolean)': clone,
    'Boolean isClone()': (record: SObjectRecord) => extras.get(record)?.cloneSourceId !== undefined,
    'Id getCloneSourceId()': (record: SObjectRecord) => extras.get(record)?.cloneSourceId ?? null,
    'Schema.SObjectType getSObjectType()': (record: SObjectRecord) => sobjectTypeOf(record.object.name),
    'void addError(String)': (record: SObjectRecord, message: string) => addError(record, message),
    'void addError(String,Boolean)': (record: SObjectRecord, message: string) => addError(record, message),
    'void addError(Exception)': (record: SObjectRecord, error: ApexException) => addError(record, error),
    'void addError(Exception,Boolean)': (record: SObjectRecord, error: ApexException) => addError(record, error),
    'void addError(String,String)': (record: SObjectRecord, field: string, message: string) =>
      addError(record, message, field),
    'void addError(String,String,Boolean)': (record: SObjectRecord, field: string, message: string) =>
      addError(record, message, field),
    'void addError(Schema.SObjectField,String)': (record: SObjectRecord, token: SObjectFieldToken, message: string) =>
      addError(record, message, nameOf(token)),
    'void addError(Schema.SObjectField,String,Boolean)': (
      record: SObjectRecord,
      token: SObjectFieldToken,
      message: string,
    ) => addError(record, message, nameOf(token)),
    'Boolean hasErrors()': (record: SObjectRecord) => (record.errors ?? []).length > 0,
    'List<Database.Error> getErrors()': (record: SObjectRecord) =>
      new ApexList('List<Database.Error>', (record.errors ?? []).map(databaseError)),
    'void setOptions(Database.DMLOptions)': (record: SObjectRecord, options: unknown) => {
      extras.set(record, { ...extras.get(record), dmlOptions: options });
    },
    'Database.DMLOptions getOptions()': (record: SObjectRecord) => extras.get(record)?.dmlOptions ?? null,
    'Boolean equals(Object)': valueEquals,
    'Integer hashCode()': hashOf,
    'String toString()': concatText,
  },
};

export const AGGREGATE_RESULT: PlatformType = {
  name: 'AggregateResult',
  kind: 'class',
  extends: 'SObject',
  members: { 'Object get(String)': dynamicGet },
};
