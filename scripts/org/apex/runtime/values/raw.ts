/** Stored field values ↔ Apex values, by field type. */
import type { Raw } from '../../../types.ts';
import type { FieldType } from '../../../schema/model.ts';
import { ApexBlob } from './blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from './date.ts';
import { Decimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { ApexEnum } from './enum.ts';
import { throwException } from './exception.ts';

type Reader = (raw: NonNullable<Raw>) => unknown;

const asText: Reader = (raw) => String(raw);
const asDecimal: Reader = (raw) => Decimal.fromNumber(Number(raw));

/** What each field type reads as; types not named here are text. */
const READERS: Partial<Record<FieldType, Reader>> = {
  boolean: (raw) => raw === true || raw === 1 || raw === 'true',
  int: (raw) => Number(raw) | 0,
  double: asDecimal,
  currency: asDecimal,
  percent: asDecimal,
  date: (raw) => ApexDate.parseIso(String(raw)),
  datetime: (raw) => new ApexDatetime(Number(raw)),
  time: (raw) => new ApexTime(Number(raw)),
  base64: (raw) => ApexBlob.fromBase64(String(raw)),
  anyType: (raw) => (typeof raw === 'number' ? Decimal.fromNumber(raw) : raw),
};

/** Apex value of a stored value. */
export function fromRaw(raw: Raw, type: FieldType): unknown {
  if (raw === null) return null;
  return (READERS[type] ?? asText)(raw);
}

/** The plain value without regard to a field: numbers to doubles, datetimes to milliseconds, dates to ISO text. */
export function plainRaw(value: unknown): Raw {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
  if (value instanceof ApexBlob) return value.toBase64();
  if (value instanceof ApexEnum) return value.name;
  return throwException('SObjectException', 'Illegal assignment: the value cannot be stored in a field');
}

const NUMERIC: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
const OTHER_KINDS: Partial<Record<FieldType, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof ApexDate || value instanceof ApexDatetime,
  datetime: (value) => value instanceof ApexDatetime || value instanceof ApexDate,
  time: (value) => value instanceof ApexTime,
  base64: (value) => value instanceof ApexBlob,
};

function isNumber(value: unknown): boolean {
  return (
    typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble
  );
}

function fits(value: unknown, type: FieldType): boolean {
  if (type === 'anyType') return true;
  if (NUMERIC.has(type)) return isNumber(value);
  return (OTHER_KINDS[type] ?? ((each) => typeof each === 'string' || each instanceof ApexEnum))(value);
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'Integer';
  if (typeof value === 'bigint') return 'Long';
  if (value instanceof Decimal) return 'Decimal';
  if (value instanceof ApexDouble) return 'Double';
  return (value as object).constructor.name.replace(/^Apex/, '');
}

/** Stored value of an Apex value for a field; throws SObjectException `Illegal assignment from X to Y` for another kind. */
export function toRaw(value: unknown, type: FieldType): Raw {
  if (value === null || value === undefined) return null;
  if (!fits(value, type))
    throwException('SObjectException', `Illegal assignment from ${kindOf(value)} to ${TYPE_NAMES[type] ?? 'String'}`);
  if (type === 'date' && value instanceof ApexDatetime) return value.toJSON().slice(0, 10);
  if (type === 'datetime' && value instanceof ApexDate) return value.days * 86_400_000;
  return plainRaw(value);
}

/** Apex type of each field type; `type` of the compiler and describe use it. */
export const TYPE_NAMES: Readonly<Record<FieldType, string>> = {
  id: 'Id',
  reference: 'Id',
  string: 'String',
  textarea: 'String',
  email: 'String',
  phone: 'String',
  url: 'String',
  picklist: 'String',
  multipicklist: 'String',
  combobox: 'String',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
  anyType: 'Object',
};
