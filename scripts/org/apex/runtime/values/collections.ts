/** List, Set and Map: insertion-ordered, value equality, and their type text for describe, JSON and `instanceof`. */
import { throwException } from './exception.ts';
import type { CustomKey, Key } from './equality.ts';
import { keyOf, valueEquals } from './equality.ts';

/** Splits `Map<Id,List<String>>` into its name and arguments. */
export function typeArguments(type: string): string[] {
  const open = type.indexOf('<');
  if (open < 0) return [];
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let index = open + 1; index < type.length; index += 1) {
    const sign = type[index];
    if (sign === '<') depth += 1;
    if (sign === '>' && depth > 0) depth -= 1;
    else if ((sign === ',' && depth === 0) || (sign === '>' && index === type.length - 1)) {
      parts.push(type.slice(start, index));
      start = index + 1;
    }
  }
  return parts;
}

/** Counts running iterations; changing the collection meanwhile is a FinalException. */
abstract class Guarded {
  #iterations = 0;

  protected assertChangeable(): void {
    if (this.#iterations > 0)
      throwException('FinalException', 'Cannot modify a collection while it is being iterated.');
  }

  /** Walks an array that belongs to the collection, which nobody can change until the walk has ended. */
  protected guard<T>(items: readonly T[]): Iterator<T, undefined> {
    this.#iterations += 1;
    let at = 0;
    let isOver = false;
    const end = (): { done: true; value: undefined } => {
      if (!isOver) this.#iterations -= 1;
      isOver = true;
      return { done: true, value: undefined };
    };
    return {
      next: () => (!isOver && at < items.length ? { done: false, value: items[at++] as T } : end()),
      return: end,
    };
  }
}

export class ApexList<T = unknown> extends Guarded {
  /** For example `List<License__c>`. */
  readonly type: string;
  /** Raw items; runtime code that knows the list is its own may use them directly. */
  items: T[];
  /** True for `Trigger.new` and other lists that refuse changes. */
  readOnly = false;
  constructor(type: string, items: T[] = []) {
    super();
    this.type = type;
    this.items = items;
  }

  get elementType(): string {
    return typeArguments(this.type)[0] ?? 'Object';
  }

  get size(): number {
    return this.items.length;
  }

  #check(index: number, end: number): void {
    if (index === null) throwException('NullPointerException', 'Argument cannot be null.');
    if (index < 0 || index >= end) throwException('ListException', `List index out of bounds: ${index}`);
  }

  changing(): void {
    if (this.readOnly) throwException('FinalException', 'Collection is read-only');
    this.assertChangeable();
  }

  get(index: number): T {
    this.#check(index, this.items.length);
    return this.items[index]!;
  }

  set(index: number, value: T): void {
    if (this.readOnly) throwException('FinalException', 'Collection is read-only');
    this.#check(index, this.items.length);
    this.items[index] = value;
  }

  add(value: T): void {
    this.changing();
    this.items.push(value);
  }

  insert(index: number, value: T): void {
    this.changing();
    this.#check(index, this.items.length + 1);
    this.items.splice(index, 0, value);
  }

  addAll(values: Iterable<T>): void {
    this.changing();
    for (const value of [...values]) this.items.push(value);
  }

  remove(index: number): T {
    this.changing();
    this.#check(index, this.items.length);
    return this.items.splice(index, 1)[0]!;
  }

  clear(): void {
    this.changing();
    this.items.length = 0;
  }

  indexOf(value: unknown): number {
    return this.items.findIndex((item) => valueEquals(item, value));
  }

  contains(value: unknown): boolean {
    return this.indexOf(value) >= 0;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.guard(this.items);
  }
}

interface Entry<K, V> {
  readonly key: K;
  value: V;
}

export class ApexMap<K = unknown, V = unknown> extends Guarded {
  /** For example `Map<Id,License__c>`. */
  readonly type: string;
  /** True for `Trigger.newMap` and other maps that refuse changes. */
  readOnly = false;
  #entries = new Map<Key, Entry<K, V>>();
  /** Entries of user objects with their own `equals`, by hash. */
  #custom: Map<string, CustomKey[]> | null = null;
  constructor(type: string, entries: Iterable<readonly [K, V]> = []) {
    super();
    this.type = type;
    for (const [key, value] of entries) this.put(key, value);
  }

  get keyType(): string {
    return typeArguments(this.type)[0] ?? 'Object';
  }

  get valueType(): string {
    return typeArguments(this.type)[1] ?? 'Object';
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The stored key equal to this one, or the new key itself. */
  #key(value: unknown): Key {
    const key = keyOf(value);
    if (key === null || typeof key !== 'object') return key;
    const bucket = this.#custom?.get(key.hash);
    const same = bucket?.find((each) => key.equals(this.#entries.get(each)?.key));
    return same ?? key;
  }

  get(key: unknown): V | null {
    return this.#entries.get(this.#key(key))?.value ?? null;
  }

  containsKey(key: unknown): boolean {
    return this.#entries.has(this.#key(key));
  }

  /** Returns the value that was there before, or `null`. */
  put(key: K, value: V): V | null {
    if (this.readOnly) throwException('FinalException', 'Collection is read-only');
    const stored = this.#key(key);
    const entry = this.#entries.get(stored);
    if (entry) {
      const before = entry.value;
      entry.value = value;
      return before;
    }
    this.assertChangeable();
    this.#entries.set(stored, { key, value });
    if (stored !== null && typeof stored === 'object') {
      this.#custom ??= new Map();
      const bucket = this.#custom.get(stored.hash);
      if (bucket) bucket.push(stored);
      else this.#custom.set(stored.hash, [stored]);
    }
    return null;
  }

  remove(key: unknown): V | null {
    if (this.readOnly) throwException('FinalException', 'Collection is read-only');
    this.assertChangeable();
    const stored = this.#key(key);
    const entry = this.#entries.get(stored);
    if (!entry) return null;
    this.#entries.delete(stored);
    if (stored !== null && typeof stored === 'object') {
      const bucket = this.#custom?.get(stored.hash);
      bucket?.splice(bucket.indexOf(stored), 1);
    }
    return entry.value;
  }

  clear(): void {
    if (this.readOnly) throwException('FinalException', 'Collection is read-only');
    this.assertChangeable();
    this.#entries.clear();
    this.#custom = null;
  }

  /** Takes the keys of another map for an empty one, without asking for their hashes again. The values are the other's. */
  takeKeys(other: ApexMap<K>): void {
    this.#entries = new Map(other.#entries) as Map<Key, Entry<K, V>>;
    this.#custom = other.#custom && new Map([...other.#custom].map(([hash, bucket]) => [hash, [...bucket]]));
  }

  keys(): K[] {
    return Array.from(this.#entries.values(), (entry) => entry.key);
  }

  values(): V[] {
    return Array.from(this.#entries.values(), (entry) => entry.value);
  }

  entries(): [K, V][] {
    return Array.from(this.#entries.values(), (entry) => [entry.key, entry.value]);
  }
}

export class ApexSet<T = unknown> extends Guarded {
  /** For example `Set<Id>`. */
  readonly type: string;
  readonly #map: ApexMap<T, true>;
  constructor(type: string, values: Iterable<T> = []) {
    super();
    this.type = type;
    this.#map = new ApexMap(type);
    for (const value of values) this.#map.put(value, true);
  }

  /** The keys of a map as a set of their own. */
  static ofKeys<K>(map: ApexMap<K>): ApexSet<K> {
    const set = new ApexSet<K>(`Set<${map.keyType}>`);
    set.#map.takeKeys(map);
    return set;
  }

  get elementType(): string {
    return typeArguments(this.type)[0] ?? 'Object';
  }

  get size(): number {
    return this.#map.size;
  }

  /** True when the set did not have the value. */
  add(value: T): boolean {
    if (this.#map.containsKey(value)) return false;
    this.assertChangeable();
    this.#map.put(value, true);
    return true;
  }

  contains(value: unknown): boolean {
    return this.#map.containsKey(value);
  }

  /** True when the set had the value. */
  remove(value: unknown): boolean {
    this.assertChangeable();
    return this.#map.remove(value) !== null;
  }

  clear(): void {
    this.assertChangeable();
    this.#map.clear();
  }

  values(): T[] {
    return this.#map.keys();
  }

  [Symbol.iterator](): Iterator<T> {
    return this.guard(this.values());
  }
}
