/** List and the order of its elements. */
import { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { hasMethod, invokeMethod } from '../invoke.ts';
import { Collator } from './collator.ts';
import { ApexIterator } from './iterator.ts';
import { sobjectTypeOf } from './schema-tokens.ts';
import type { SObjectTypeToken } from './schema-tokens.ts';
import type { ApexSet } from './values/collections.ts';
import { ApexList } from './values/collections.ts';
import { ApexEnum } from './values/enum.ts';
import { hashOf, valueEquals } from './values/equality.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';
import { compareValues } from './values/operators.ts';
import { cloneRecord } from './values/sobject.ts';
import { concatText } from './values/text.ts';
import { host } from '../host.ts';

/** SObjects sort by object label, then name, then id. */
function compareRecords(left: SObjectRecord, right: SObjectRecord): number {
  const text = (record: SObjectRecord, field: string): string => String(record.get(field) ?? '');
  return (
    left.object.label.localeCompare(right.object.label) ||
    text(left, left.object.nameField).localeCompare(text(right, right.object.nameField)) ||
    compareValues(text(left, 'Id'), text(right, 'Id'))
  );
}

/** Natural order; nulls come first. Throws ListException for values without one. */
export function compareNatural(left: unknown, right: unknown): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (left instanceof SObjectRecord && right instanceof SObjectRecord) return compareRecords(left, right);
  if (left instanceof ApexEnum && right instanceof ApexEnum) return left.ordinal - right.ordinal;
  if (left instanceof ApexObject) {
    if (!hasMethod(left, 'compareTo', [right]))
      return throwException('ListException', 'One or more of the items in this list is not Comparable.');
    return invokeMethod(left, 'compareTo', [right]) as number;
  }
  return compareValues(left, right);
}

function deepClone(
  list: ApexList,
  preserveId = false,
  preserveTimestamps = false,
  preserveAutoNumber = false,
): ApexList {
  const twin = (item: unknown): unknown =>
    item instanceof SObjectRecord ? cloneRecord(item, preserveId, false, preserveTimestamps, preserveAutoNumber) : item;
  return new ApexList(list.type, list.items.map(twin));
}

function elementToken(list: ApexList): SObjectTypeToken | null {
  if (host().schema.object(list.elementType)) return sobjectTypeOf(list.elementType);
  return null;
}

const addAll = (list: ApexList, other: ApexList | ApexSet | null): void => list.addAll(requireArgument(other));

export const LIST: PlatformType = {
  name: 'List',
  kind: 'class',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  members: {
    'void add(T)': (list: ApexList, value: unknown) => list.add(value),
    'void add(Integer,T)': (list: ApexList, index: number, value: unknown) => list.insert(index, value),
    'void addAll(List<T>)': addAll,
    'void addAll(Set<T>)': addAll,
    'void clear()': (list: ApexList) => list.clear(),
    'List<T> clone()': (list: ApexList) => new ApexList(list.type, [...list.items]),
    'Boolean contains(T)': (list: ApexList, value: unknown) => list.contains(value),
    'List<T> deepClone()': (list: ApexList) => deepClone(list),
    'List<T> deepClone(Boolean)': deepClone,
    'List<T> deepClone(Boolean,Boolean)': deepClone,
    'List<T> deepClone(Boolean,Boolean,Boolean)': deepClone,
    'Boolean equals(Object)': valueEquals,
    'Boolean equals(List<T>)': valueEquals,
    'T get(Integer)': (list: ApexList, index: number) => list.get(index),
    'Schema.SObjectType getSObjectType()': elementToken,
    'Integer hashCode()': hashOf,
    'Integer indexOf(T)': (list: ApexList, value: unknown) => list.indexOf(value),
    'Boolean isEmpty()': (list: ApexList) => list.size === 0,
    'Iterator<T> iterator()': (list: ApexList) => new ApexIterator(list.elementType, [...list.items]),
    'T remove(Integer)': (list: ApexList, index: number) => list.remove(index),
    'void set(Integer,T)': (list: ApexList, index: number, value: unknown) => list.set(index, value),
    'Integer size()': (list: ApexList) => list.size,
    'void sort()': (list: ApexList) => {
      list.changing();
      list.items.sort(compareNatural);
    },
    'void sort(Comparator<T>)': (list: ApexList, comparator: unknown) => {
      list.changing();
      const given = requireArgument(comparator);
      list.items.sort((left, right) =>
        given instanceof Collator
          ? given.compare(left as string | null, right as string | null)
          : (invokeMethod(given, 'compare', [left, right]) as number),
      );
    },
    'String toString()': concatText,
  },
};
