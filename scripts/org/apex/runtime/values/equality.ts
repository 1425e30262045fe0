/** When two Apex values are the same: as keys of Map and Set, and for `equals`. Text is case-sensitive here; `==` is in `operators.ts`. */
import { SObjectRecord } from '../../../store/record.ts';
import { ApexBlob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './date.ts';
import { Decimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { ApexObject } from './object.ts';
import { definedMethod } from './user-method.ts';

/** A user object with its own `equals`: found by hash, told apart by `equals`. */
export interface CustomKey {
  readonly hash: string;
  equals(other: unknown): boolean;
}

export type Key = string | number | bigint | boolean | null | CustomKey;

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

export function identityOf(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = nextIdentity++));
  return identity;
}

/** Text that equal values share; composite values join their parts. */
function partKey(value: unknown): string {
  const key = keyOf(value);
  if (key === null) return '\u0000n';
  if (typeof key === 'object') return key.hash;
  return `${typeof key}:${String(key).length}:${String(key)}`;
}

function recordKey(record: SObjectRecord): string {
  const names = Object.keys(record.values).sort();
  return `\u0000r:${record.object.name}|${names.map((name) => `${name}=${partKey(record.values[name])}`).join('|')}`;
}

function objectKey(value: ApexObject): Key {
  const own = value.apexKey();
  if (own !== null) return own;
  const equals = definedMethod(value, 'equals', 1);
  if (!equals) return `\u0000o:${identityOf(value)}`;
  const hashCode = definedMethod(value, 'hashCode', 0);
  // Without a hash of its own each instance has another one, so that `equals` is never asked.
  const hash = hashCode ? `\u0000h:${String(hashCode())}` : `\u0000o:${identityOf(value)}`;
  return { hash, equals: (other) => equals(other) === true };
}

/** Key of a value in a JavaScript Map. Throws nothing; user code of `equals` and `hashCode` may. */
export function keyOf(value: unknown): Key {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return value;
  if (value instanceof SObjectRecord) return recordKey(value);
  // The scale belongs to the hash: 1.1 and 1.10 are equal, and two keys.
  if (value instanceof Decimal) return `\u0000d:${value.toPlainString()}`;
  if (value instanceof ApexDouble) return `\u0000f:${value.value}`;
  if (value instanceof ApexDate) return `\u0000D:${value.days}`;
  if (value instanceof ApexDatetime) return `\u0000T:${value.ms}`;
  if (value instanceof ApexTime) return `\u0000t:${value.ms}`;
  if (value instanceof ApexBlob) return `\u0000b:${value.toBase64()}`;
  if (value instanceof ApexList) return `\u0000L:${value.items.map(partKey).join(',')}`;
  if (value instanceof ApexSet) return `\u0000S:${[...value.values()].map(partKey).sort().join(',')}`;
  if (value instanceof ApexMap) {
    return `\u0000M:${[...value.entries()]
      .map(([key, each]) => `${partKey(key)}=${partKey(each)}`)
      .sort()
      .join(',')}`;
  }
  if (value instanceof ApexObject) return objectKey(value);
  return `\u0000o:${identityOf(value as object)}`;
}

/** Value equality as Map, Set, List.contains and `Object.equals` use it. */
export function valueEquals(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined)
    return (left ?? null) === (right ?? null);
  if (typeof left !== 'object' && typeof right !== 'object') return false;
  if (left instanceof Decimal && right instanceof Decimal) return left.equals(right);
  if (left instanceof ApexList && right instanceof ApexList) {
    return (
      left.items.length === right.items.length &&
      left.items.every((item, index) => valueEquals(item, right.items[index]))
    );
  }
  if (left instanceof ApexSet && right instanceof ApexSet) {
    return left.size === right.size && [...left.values()].every((item) => right.contains(item));
  }
  if (left instanceof ApexMap && right instanceof ApexMap) {
    return (
      left.size === right.size &&
      [...left.entries()].every(([key, value]) => right.containsKey(key) && valueEquals(value, right.get(key)))
    );
  }
  const key = keyOf(left);
  if (key !== null && typeof key === 'object') return key.equals(right);
  return key === keyOf(right);
}

/** 32-bit hash of a text, as Java computes it. */
export function hashText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** `hashCode()` of any value: equal values have equal hashes. */
export function hashOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'string') return hashText(value);
  const own = value instanceof ApexObject ? definedMethod(value, 'hashCode', 0) : null;
  if (own) return own() as number;
  return hashText(partKey(value));
}
