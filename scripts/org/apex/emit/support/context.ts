/** Names that lead to the org: triggers, labels, settings, type and schema tokens. */
import type { PlatformType } from '../../contract.ts';
import { host } from '../../host.ts';
import type { SObjectRecord } from '../../../store/record.ts';
import { sobjectFieldOf, sobjectTypeOf } from '../../runtime/schema-tokens.ts';
import { ApexList, ApexMap } from '../../runtime/values/collections.ts';
import { ApexEnum, defineEnum } from '../../runtime/values/enum.ts';
import { throwException, throwNull } from '../../runtime/values/exception.ts';
import { newRecord } from '../../runtime/values/sobject.ts';

type Context = NonNullable<ReturnType<typeof host>['trigger']>;

const TRIGGER: Readonly<Record<string, (context: Context) => unknown>> = {
  isinsert: (context) => context.operation === 'insert',
  isupdate: (context) => context.operation === 'update',
  isdelete: (context) => context.operation === 'delete',
  isundelete: (context) => context.operation === 'undelete',
  isbefore: (context) => context.timing === 'before',
  isafter: (context) => context.timing === 'after',
  new: (context) => context.newList,
  old: (context) => context.oldList,
  newmap: (context) => context.newMap,
  oldmap: (context) => context.oldMap,
  size: (context) => context.size,
};

function label(name: string): string {
  return host().schema.label(name) ?? throwException('SObjectException', `External string does not exist: ${name}`);
}

// Custom settings: a record of the object, empty where nothing is stored, values of the nearest level first.

function settingOrgDefaults(object: string): SObjectRecord {
  return host().setting(object, host().orgId) ?? newRecord(object);
}

function settingInstance(object: string, owner?: string | null): SObjectRecord | null {
  const schema = host().schema.requireObject(object);
  if (schema.kind === 'metadata' || schema.customSettingsType === 'List')
    return settingAll(object).get(owner ?? '') as SObjectRecord | null;
  const own = host().setting(object, owner === undefined ? host().userId : owner);
  const merged = settingOrgDefaults(object).copy();
  for (const [name, value] of Object.entries(own?.values ?? {})) if (value !== null) merged.set(name, value);
  return merged;
}

function settingValues(object: string, owner: string | null): SObjectRecord | null {
  const schema = host().schema.requireObject(object);
  if (schema.kind === 'metadata' || schema.customSettingsType === 'List')
    return settingAll(object).get(owner ?? '') as SObjectRecord | null;
  return host().setting(object, owner);
}

function settingAll(object: string): ApexMap {
  const schema = host().schema.requireObject(object);
  const isMetadata = schema.kind === 'metadata';
  const fields = schema.fields.map((field) => field.name).join(', ');
  const result = host().query(`SELECT ${fields} FROM ${object}`, {}, { mode: 'system', sharing: false });
  const map = new ApexMap<unknown, unknown>(`Map<String,${object}>`);
  if (result.kind !== 'count')
    for (const record of result.records) map.put(record.get(isMetadata ? 'DeveloperName' : 'Name'), record);
  return map;
}

/** An enum of user code: its constants by name. */
function enumType(type: string, names: readonly string[]): Record<string, ApexEnum> {
  return Object.fromEntries(names.map((name, ordinal) => [name, new ApexEnum(type, name, ordinal)]));
}

function enumValues(table: Record<string, ApexEnum>, type: string): ApexList {
  return new ApexList(`List<${type}>`, Object.values(table));
}

function enumValueOf(table: Record<string, ApexEnum>, type: string, name: string | null): ApexEnum {
  const given = (name ?? throwNull()).toLowerCase();
  return (
    Object.values(table).find((each) => each.name.toLowerCase() === given) ??
    throwException('NoSuchElementException', `No enum constant ${type}.${name}`)
  );
}

/** Tokens come from the runtime's own tables, so that `License__c.SObjectType` and describe give the same objects. */
export function contextSupport(platformTypes: ReadonlyMap<string, PlatformType>) {
  const type = (name: string): PlatformType => platformTypes.get(name.toLowerCase()) ?? missing(name);
  const call = (name: string, key: string, ...args: unknown[]): unknown =>
    (type(name).members?.[key] ?? missing(`${name}.${key}`))(...args);

  const typeToken = (text: string): unknown => call('Type', 'static Type forName(String)', text);
  const describeObject = (object: string): unknown =>
    call('Schema.SObjectType', 'Schema.DescribeSObjectResult getDescribe()', sobjectTypeOf(object));
  const describeField = (object: string, field: string): unknown =>
    call('Schema.SObjectField', 'Schema.DescribeFieldResult getDescribe()', sobjectFieldOf(object, field));
  const platformEnum = (name: string): Record<string, ApexEnum> =>
    Object.fromEntries(defineEnum(name, type(name).values ?? []));
  const platformConstant = (name: string, constant: string): ApexEnum =>
    platformEnum(name)[constant] ?? missing(`${name}.${constant}`);

  /** One context variable; outside of a trigger they are null, the questions false. */
  const trigger = (name: string): unknown => {
    const context = host().trigger;
    if (name === 'isexecuting') return context !== null;
    if (context === null) return name.startsWith('is') ? false : null;
    if (name === 'operationtype')
      return platformConstant('TriggerOperation', `${context.timing}_${context.operation}`.toUpperCase());
    return TRIGGER[name]!(context);
  };

  return {
    trigger,
    label,
    settingOrgDefaults,
    settingInstance,
    settingValues,
    settingAll,
    enumType,
    enumValues,
    enumValueOf,
    enumConstant: platformConstant,
    platformEnum,
    typeToken,
    sobjectType: sobjectTypeOf,
    sobjectField: sobjectFieldOf,
    describeObject,
    describeField,
  };
}

function missing(name: string): never {
  throw new Error(`The runtime library has no ${name}`);
}
