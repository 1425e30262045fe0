/** What a batch's `start` returned, cut into scopes. */
import { ApexException } from '../runtime/values/exception.ts';
import { ApexList, ApexSet } from '../runtime/values/collections.ts';
import { hasMethod, invokeMethod } from '../invoke.ts';

/** `Database.QueryLocator` of the runtime library, by shape. */
interface LocatorLike {
  readonly records: readonly unknown[];
}

/** All records of the source, in order. */
export function recordsOf(source: unknown): unknown[] {
  if (source === null || source === undefined)
    throw new ApexException('NullPointerException', 'Start did not return a valid iterable object.');
  if (source instanceof ApexList) return [...source.items];
  if (source instanceof ApexSet) return source.values();
  if (isLocator(source)) return [...source.records];
  if (hasMethod(source, 'iterator', [])) return drain(invokeMethod(source, 'iterator', []));
  throw new ApexException('UnexpectedException', 'Start did not return a valid iterable object.');
}

function isLocator(source: unknown): source is LocatorLike {
  const records = (source as { records?: unknown }).records;
  return Array.isArray(records);
}

function drain(iterator: unknown): unknown[] {
  const records: unknown[] = [];
  if (isJsIterator(iterator)) {
    for (let step = iterator.next(); step.done !== true; step = iterator.next()) records.push(step.value);
    return records;
  }
  while (invokeMethod(iterator, 'hasNext', []) === true) records.push(invokeMethod(iterator, 'next', []));
  return records;
}

function isJsIterator(value: unknown): value is Iterator<unknown> {
  return typeof (value as { next?: unknown }).next === 'function' && !hasMethod(value, 'hasNext', []);
}
