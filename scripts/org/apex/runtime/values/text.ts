/** How values print: `String.valueOf`, string concatenation and debug output. */
import { SObjectRecord } from '../../../store/record.ts';
import { host } from '../../host.ts';
import { userClassOf } from '../../invoke.ts';
import type { ApexBlob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import type { ApexTime } from './date.ts';
import { ApexDate, ApexDatetime } from './date.ts';
import type { Decimal } from './decimal.ts';
import type { ApexDouble } from './double.ts';
import { ApexObject } from './object.ts';
import { getField } from './sobject.ts';
import { definedMethod } from './user-method.ts';

/** Collections print this many items, then an ellipsis. */
const PRINTED_ITEMS = 10;
const MAX_DEPTH = 6;

function join(items: readonly string[], open: string, close: string): string {
  const shown = items.slice(0, PRINTED_ITEMS);
  if (items.length > PRINTED_ITEMS) shown.push('...');
  return `${open}${shown.join(', ')}${close}`;
}

function recordText(record: SObjectRecord, depth: number): string {
  const parts = Object.keys(record.values).map((name) => `${name}=${print(getField(record, name), depth + 1)}`);
  for (const [name, parent] of Object.entries(record.parents ?? {})) parts.push(`${name}=${print(parent, depth + 1)}`);
  return `${record.object.name}:{${parts.join(', ')}}`;
}

function objectText(value: ApexObject, depth: number): string {
  const custom = definedMethod(value, 'toString', 0);
  if (custom) return String(custom());
  const own = value.apexString();
  if (own !== null) return own;
  const type = userClassOf(value);
  if (!type) return value.apexType;
  const fields = type.fields.filter((field) => !field.isStatic);
  return `${type.name.split('.').at(-1)}:[${fields.map((field) => `${field.name}=${print(field.get(value), depth + 1)}`).join(', ')}]`;
}

function print(value: unknown, depth: number): string {
  if (value === null || value === undefined) return 'null';
  if (depth > MAX_DEPTH) return '...';
  if (value instanceof SObjectRecord) return recordText(value, depth);
  if (value instanceof ApexList)
    return join(
      value.items.map((item) => print(item, depth + 1)),
      '(',
      ')',
    );
  if (value instanceof ApexSet)
    return join(
      value.values().map((item) => print(item, depth + 1)),
      '{',
      '}',
    );
  if (value instanceof ApexMap) {
    return join(
      value.entries().map(([key, each]) => `${print(key, depth + 1)}=${print(each, depth + 1)}`),
      '{',
      '}',
    );
  }
  if (value instanceof ApexObject) return objectText(value, depth);
  return String(
    value as string | number | bigint | boolean | Decimal | ApexDouble | ApexDate | ApexDatetime | ApexTime | ApexBlob,
  );
}

/** Text of a value in string concatenation and debug output: dates with a time of day, datetimes in GMT, null as `null`. */
export function concatText(value: unknown): string {
  return typeof value === 'string' ? value : print(value, 0);
}

/**
 * `String.valueOf(value)`: dates as `YYYY-MM-DD`, datetimes as `YYYY-MM-DD HH:mm:ss` in the user's zone, null stays null.
 */
export function toApexString(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return value.toWallString(host().timeZone);
  return print(value, 0);
}
