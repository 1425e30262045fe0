/** Collections and loops over them. */
import { invokeMethod } from '../../invoke.ts';
import type { SObjectRecord } from '../../../store/record.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/values/collections.ts';
import { throwException, throwNull } from '../../runtime/values/exception.ts';

/** Rows that one round of `for (List<X> rows : [SELECT ...])` gets. */
const BATCH = 200;

function sizedList(type: string, size: number | null): ApexList {
  return new ApexList<unknown>(type, new Array<unknown>(size ?? throwNull()).fill(null));
}

function collectionFrom(type: string, source: Iterable<unknown> | null): ApexList | ApexSet {
  const items = [...iterate(source)];
  return type.startsWith('List') ? new ApexList(type, items) : new ApexSet(type, items);
}

function mapFrom(type: string, source: ApexMap | ApexList<unknown> | null): ApexMap {
  if (source instanceof ApexMap) return new ApexMap(type, source.entries());
  const map = new ApexMap<unknown, unknown>(type);
  for (const record of (source ?? throwNull()).items) {
    const { id } = (record ?? throwNull()) as SObjectRecord;
    if (id === null) throwException('ListException', 'Row with null Id at index: 0');
    map.put(id, record);
  }
  return map;
}

function setAt(list: ApexList<unknown>, index: number, value: unknown): unknown {
  list.set(index, value);
  return value;
}

/** What a for-each runs over: collections, and objects of classes that implement Iterable. */
function iterate(source: unknown): Iterable<unknown> {
  if (source instanceof ApexList || source instanceof ApexSet) return source;
  if (source === null || source === undefined) return throwNull();
  if (typeof (source as Iterable<unknown>)[Symbol.iterator] === 'function') return source as Iterable<unknown>;
  return drain(invokeMethod(source, 'iterator', []));
}

function* drain(iterator: unknown): Generator<unknown> {
  if (typeof (iterator as Iterable<unknown>)[Symbol.iterator] === 'function')
    return yield* iterator as Iterable<unknown>;
  while (invokeMethod(iterator, 'hasNext', []) === true) yield invokeMethod(iterator, 'next', []);
}

function* batches(rows: ApexList<unknown>): Generator<ApexList> {
  for (let at = 0; at < rows.items.length; at += BATCH) yield new ApexList(rows.type, rows.items.slice(at, at + BATCH));
}

export const collectionSupport = {
  ApexList,
  ApexSet,
  ApexMap,
  sizedList,
  collectionFrom,
  mapFrom,
  setAt,
  iterate,
  batches,
};
