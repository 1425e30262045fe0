/** Object, Boolean, Id, Blob, enums and UUID. */
import { randomUUID } from 'node:crypto';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { dispatch } from './define.ts';
import { sobjectTypeOf } from './schema-tokens.ts';
import { ApexBlob } from './values/blob.ts';
import type { ApexEnum } from './values/enum.ts';
import { hashOf, valueEquals } from './values/equality.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { toId } from './values/ids.ts';
import { ApexObject } from './values/object.ts';
import { concatText } from './values/text.ts';
import type { SObjectRecord } from '../../store/record.ts';
import { addError } from './values/sobject.ts';

export const OBJECT: PlatformType = {
  name: 'Object',
  kind: 'class',
  constructors: { '()': () => new PlainObject() },
  members: {
    'Boolean equals(Object)': dispatch('equals', valueEquals),
    'Integer hashCode()': dispatch('hashCode', hashOf),
    'String toString()': concatText,
  },
};

/** `new Object()`. */
class PlainObject extends ApexObject {
  static readonly apexName = 'Object';
}

function toBoolean(value: unknown): boolean {
  const given = requireArgument(value);
  if (typeof given === 'boolean') return given;
  return typeof given === 'string'
    ? given.toLowerCase() === 'true'
    : throwException('TypeException', 'Invalid boolean');
}

export const BOOLEAN: PlatformType = {
  name: 'Boolean',
  kind: 'class',
  members: { 'static Boolean valueOf(Object)': toBoolean, 'static Boolean valueOf(String)': toBoolean },
};

function objectOfId(id: string) {
  const object = host().schema.objectByKeyPrefix(id.slice(0, 3));
  return object
    ? sobjectTypeOf(object.name)
    : throwException('SObjectException', `Cannot locate Apex Type for ID: ${id}`);
}

export const ID: PlatformType = {
  name: 'Id',
  kind: 'class',
  members: {
    'static Id valueOf(String)': (text: string | null) => toId(requireArgument(text)),
    'static Id valueOf(String,Boolean)': (text: string | null) => toId(requireArgument(text)),
    'Schema.SObjectType getSObjectType()': objectOfId,
    'String to15()': (id: string) => id.slice(0, 15),
    'Boolean equals(Object)': (id: string, other: unknown) => id === other,
    'Integer hashCode()': hashOf,
    'String toString()': (id: string) => id,
    'void addError(String)': (id: string, message: string) => addErrorById(id, message),
    'void addError(String,Boolean)': (id: string, message: string) => addErrorById(id, message),
  },
};

/** `record.Id.addError`: the trigger's record with this id. */
function addErrorById(id: string, message: string): void {
  const list = (host().trigger?.newList ?? host().trigger?.oldList) as { items: SObjectRecord[] } | null | undefined;
  const record = list?.items.find((each) => each.id === id);
  if (record) addError(record, message);
}

export const BLOB: PlatformType = {
  name: 'Blob',
  kind: 'class',
  members: {
    'static Blob valueOf(String)': (text: string | null) => ApexBlob.fromText(requireArgument(text)),
    'Integer size()': (blob: ApexBlob) => blob.bytes.length,
    'String toString()': (blob: ApexBlob) =>
      blob.toText() ?? throwException('StringException', 'BLOB is not a valid UTF-8 string'),
  },
};

export const ENUM: PlatformType = {
  name: 'Enum',
  kind: 'class',
  members: {
    'String name()': (value: ApexEnum) => value.name,
    'Integer ordinal()': (value: ApexEnum) => value.ordinal,
  },
};

class Uuid extends ApexObject {
  static readonly apexName = 'UUID';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override apexKey(): string {
    return `\u0000u:${this.text}`;
  }
  override apexString(): string {
    return this.text;
  }
}

function parseUuid(text: string): Uuid {
  const isValid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
  return isValid
    ? new Uuid(text.toLowerCase())
    : throwException('IllegalArgumentException', `Invalid UUID string: ${text}`);
}

export const UUID: PlatformType = {
  name: 'UUID',
  kind: 'class',
  members: {
    'static UUID randomUUID()': () => new Uuid(randomUUID()),
    'static UUID fromString(String)': (text: string | null) => parseUuid(requireArgument(text)),
    'Boolean equals(Object)': valueEquals,
    'Integer hashCode()': hashOf,
    'String toString()': (uuid: Uuid) => uuid.text,
  },
};
