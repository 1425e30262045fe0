/** Iterator, Iterable, Comparable, Comparator and Callable: interfaces that user code and collections implement. */
import type { PlatformType } from '../contract.ts';
import { invokeMethod } from '../invoke.ts';
import { dispatch } from './define.ts';
import { ApexList, ApexSet } from './values/collections.ts';
import { throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

/** Iterator of a platform collection; also a JavaScript one. */
export class ApexIterator extends ApexObject implements IterableIterator<unknown> {
  static readonly apexName: string = 'Iterator';
  readonly elementType: string;
  readonly #items: readonly unknown[];
  #at = 0;
  constructor(elementType: string, items: readonly unknown[]) {
    super();
    this.elementType = elementType;
    this.#items = items;
  }

  get hasNext(): boolean {
    return this.#at < this.#items.length;
  }

  /** Next item; throws NoSuchElementException behind the last one. */
  take(): unknown {
    if (!this.hasNext) throwException('NoSuchElementException', 'No more items');
    return this.#items[this.#at++];
  }

  next(): IteratorResult<unknown> {
    return this.hasNext ? { done: false, value: this.#items[this.#at++] } : { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

function iteratorOf(source: unknown): unknown {
  if (source instanceof ApexList) return new ApexIterator(source.elementType, [...source.items]);
  if (source instanceof ApexSet) return new ApexIterator(source.elementType, source.values());
  return invokeMethod(source, 'iterator', []);
}

export const ITERATOR: PlatformType = {
  name: 'Iterator',
  kind: 'interface',
  typeParameters: ['T'],
  members: {
    'Boolean hasNext()': dispatch('hasNext', (iterator: ApexIterator) => iterator.hasNext),
    'T next()': dispatch('next', (iterator: ApexIterator) => iterator.take()),
  },
  abstractMembers: ['Boolean hasNext()', 'T next()'],
};

export const ITERABLE: PlatformType = {
  name: 'Iterable',
  kind: 'interface',
  typeParameters: ['T'],
  members: { 'Iterator<T> iterator()': dispatch('iterator', iteratorOf) },
  abstractMembers: ['Iterator<T> iterator()'],
};

export const COMPARABLE: PlatformType = {
  name: 'Comparable',
  kind: 'interface',
  abstractMembers: ['Integer compareTo(Object)'],
};

export const COMPARATOR: PlatformType = {
  name: 'Comparator',
  kind: 'interface',
  typeParameters: ['T'],
  abstractMembers: ['Integer compare(T,T)'],
};

export const CALLABLE: PlatformType = {
  name: 'Callable',
  kind: 'interface',
  abstractMembers: ['Object call(String,Map<String,Object>)'],
};
