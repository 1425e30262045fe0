/** Set and Map. */
import { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { ApexIterator } from './iterator.ts';
import { sobjectTypeOf } from './schema-tokens.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import { hashOf, valueEquals } from './values/equality.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { cloneRecord } from './values/sobject.ts';
import { concatText } from './values/text.ts';

type Source = ApexList | ApexSet | null;

function addAll(set: ApexSet, source: Source): boolean {
  let changed = false;
  for (const value of requireArgument(source)) changed = set.add(value) || changed;
  return changed;
}

function removeAll(set: ApexSet, source: Source): boolean {
  let changed = false;
  for (const value of [...requireArgument(source)]) changed = set.remove(value) || changed;
  return changed;
}

function retainAll(set: ApexSet, source: Source): boolean {
  const kept = new ApexSet(set.type, requireArgument(source));
  return removeAll(
    set,
    new ApexList(
      'List<Object>',
      set.values().filter((value) => !kept.contains(value)),
    ),
  );
}

const containsAll = (set: ApexSet, source: Source): boolean =>
  [...requireArgument(source)].every((value) => set.contains(value));

export const SET: PlatformType = {
  name: 'Set',
  kind: 'class',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  members: {
    'Boolean add(T)': (set: ApexSet, value: unknown) => set.add(value),
    'Boolean addAll(List<T>)': addAll,
    'Boolean addAll(Set<T>)': addAll,
    'void clear()': (set: ApexSet) => set.clear(),
    'Set<T> clone()': (set: ApexSet) => new ApexSet(set.type, set.values()),
    'Boolean contains(T)': (set: ApexSet, value: unknown) => set.contains(value),
    'Boolean containsAll(List<T>)': containsAll,
    'Boolean containsAll(Set<T>)': containsAll,
    'Boolean equals(Object)': valueEquals,
    'Boolean equals(Set<T>)': valueEquals,
    'Integer hashCode()': hashOf,
    'Boolean isEmpty()': (set: ApexSet) => set.size === 0,
    'Iterator<T> iterator()': (set: ApexSet) => new ApexIterator(set.elementType, set.values()),
    'Boolean remove(T)': (set: ApexSet, value: unknown) => set.remove(value),
    'Boolean removeAll(List<T>)': removeAll,
    'Boolean removeAll(Set<T>)': removeAll,
    'Boolean retainAll(List<T>)': retainAll,
    'Boolean retainAll(Set<T>)': retainAll,
    'Integer size()': (set: ApexSet) => set.size,
    'String toString()': concatText,
  },
};

function putRecords(map: ApexMap, list: ApexList<SObjectRecord> | null): void {
  requireArgument(list).items.forEach((record, index) => {
    if (record.id === null) throwException('ListException', `Row with null Id at index: ${index}`);
    map.put(record.id, record);
  });
}

function deepClone(map: ApexMap): ApexMap {
  const twin = (value: unknown): unknown => (value instanceof SObjectRecord ? cloneRecord(value) : value);
  return new ApexMap(
    map.type,
    map.entries().map(([key, value]) => [key, twin(value)] as const),
  );
}

export const MAP: PlatformType = {
  name: 'Map',
  kind: 'class',
  typeParameters: ['K', 'V'],
  members: {
    'void clear()': (map: ApexMap) => map.clear(),
    'Map<K,V> clone()': (map: ApexMap) => new ApexMap(map.type, map.entries()),
    'Boolean containsKey(K)': (map: ApexMap, key: unknown) => map.containsKey(key),
    'Map<K,V> deepClone()': deepClone,
    'Boolean equals(Object)': valueEquals,
    'Boolean equals(Map<K,V>)': valueEquals,
    'V get(K)': (map: ApexMap, key: unknown) => map.get(key),
    'Schema.SObjectType getSObjectType()': (map: ApexMap) =>
      host().schema.object(map.valueType) ? sobjectTypeOf(map.valueType) : null,
    'Integer hashCode()': hashOf,
    'Boolean isEmpty()': (map: ApexMap) => map.size === 0,
    'Set<K> keySet()': (map: ApexMap) => ApexSet.ofKeys(map),
    'V put(K,V)': (map: ApexMap, key: unknown, value: unknown) => map.put(key, value),
    'void putAll(Map<K,V>)': (map: ApexMap, other: ApexMap | null) => {
      for (const [key, value] of requireArgument(other).entries()) map.put(key, value);
    },
    'void putAll(List<SObject>)': putRecords,
    'V remove(K)': (map: ApexMap, key: unknown) => map.remove(key),
    'Integer size()': (map: ApexMap) => map.size,
    'List<V> values()': (map: ApexMap) => new ApexList(`List<${map.valueType}>`, map.values()),
    'String toString()': concatText,
  },
};
