/** Platform Cache: values by key in partitions of the org and of the session. */
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { invokeMethod } from '../invoke.ts';
import { enumType } from './define.ts';
import type { TypeToken } from './type.ts';
import { newInstance } from './type.ts';
import { ApexMap, ApexSet } from './values/collections.ts';
import { ApexDouble } from './values/double.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

interface Item {
  readonly value: unknown;
  /** Epoch milliseconds of org time. */
  readonly until: number;
}

type Scope = 'Org' | 'Session';

/** Seconds a value lives when the caller states none, and at most. */
const LIFETIME: Readonly<Record<Scope, { readonly usual: number; readonly most: number }>> = {
  Org: { usual: 86_400, most: 172_800 },
  Session: { usual: 28_800, most: 28_800 },
};
const LONGEST_KEY = 50;

/** Values live with the org's rules, which change with a deploy, and in tests with the test. */
const stores = new WeakMap<object, Map<string, Map<string, Item>>>();

function itemsOf(scope: Scope, partition: string): Map<string, Item> {
  const owner: object = host().inTest ? host().mocks : host().rules;
  let store = stores.get(owner);
  if (!store) stores.set(owner, (store = new Map()));
  const name = scope === 'Session' ? `Session ${host().userId} ${partition}` : `Org ${partition}`;
  let items = store.get(name);
  if (!items) store.set(name, (items = new Map()));
  return items;
}

class CachePartition extends ApexObject {
  readonly scope: Scope;
  readonly name: string;
  constructor(scope: Scope, name: string) {
    super();
    this.scope = scope;
    this.name = name;
  }
  override get apexType(): string {
    return `Cache.${this.scope}Partition`;
  }

  /** Live values only. */
  get items(): Map<string, Item> {
    const items = itemsOf(this.scope, this.name);
    for (const [key, item] of items) if (item.until <= host().clock.now()) items.delete(key);
    return items;
  }

  get(key: string | null): unknown {
    return this.items.get(checkedKey(key))?.value ?? null;
  }

  put(key: string | null, value: unknown, seconds?: unknown): void {
    const { usual, most } = LIFETIME[this.scope];
    const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds : usual;
    if (lifetime > most) throwException('Cache.InvalidParamException', `Time to live must not exceed ${most} seconds`);
    this.items.set(checkedKey(key), { value: requireArgument(value), until: host().clock.now() + lifetime * 1000 });
  }

  /** The stored value, else the one that the builder loads and the cache then keeps. */
  load(builder: TypeToken | null, key: string | null): unknown {
    const { type } = requireArgument(builder);
    const name = `${type.replaceAll('.', '')}${checkedKey(key)}`;
    const known = this.items.get(name);
    if (known) return known.value;
    const value = invokeMethod(newInstance(type), 'doLoad', [key]);
    if (value !== null) this.items.set(name, { value, until: host().clock.now() + LIFETIME[this.scope].usual * 1000 });
    return value;
  }

  unload(builder: TypeToken | null, key: string | null): boolean {
    return this.items.delete(`${requireArgument(builder).type.replaceAll('.', '')}${checkedKey(key)}`);
  }
}

/** Keys may carry their partition in front: `local.Name.key`. */
function checkedKey(key: string | null): string {
  const given = requireArgument(key).split('.').at(-1)!;
  if (!/^[A-Za-z0-9]+$/.test(given) || given.length > LONGEST_KEY)
    throwException('Cache.InvalidParamException', `Invalid cache key: ${key}. It must be alphanumeric.`);
  return given;
}

/** Members of a partition; for the statics of `Cache.Org` and `Cache.Session` the default partition takes their place. */
function members(partition?: CachePartition): Record<string, PlatformFunction> {
  const prefix = partition ? 'static ' : '';
  const table: Record<string, (target: CachePartition, ...args: never[]) => unknown> = {
    'Boolean contains(String)': (target, key: string | null) => target.items.has(checkedKey(key)),
    'Map<String,Boolean> contains(Set<String>)': (target, keys: ApexSet<string> | null) =>
      new ApexMap(
        'Map<String,Boolean>',
        requireArgument(keys)
          .values()
          .map((key) => [key, target.items.has(checkedKey(key))] as const),
      ),
    'Object get(String)': (target, key: string | null) => target.get(key),
    'Object get(Type,String)': (target, builder: TypeToken | null, key: string | null) => target.load(builder, key),
    'Map<String,Object> get(Set<String>)': (target, keys: ApexSet<string> | null) =>
      new ApexMap(
        'Map<String,Object>',
        requireArgument(keys)
          .values()
          .map((key) => [key, target.get(key)] as const),
      ),
    'Set<String> getKeys()': (target) => new ApexSet('Set<String>', target.items.keys()),
    'Boolean isAvailable()': () => true,
    'Long getNumKeys()': (target) => BigInt(target.items.size),
    'String getName()': (target) => target.name,
    'Double getCapacity()': () => new ApexDouble(0),
    'void put(String,Object)': (target, key: string | null, value: unknown) => target.put(key, value),
    'void put(String,Object,Integer)': (target, key: string | null, value: unknown, seconds: number) =>
      target.put(key, value, seconds),
    'void put(String,Object,Cache.Visibility)': (target, key: string | null, value: unknown) => target.put(key, value),
    'void put(String,Object,Integer,Cache.Visibility,Boolean)': (
      target,
      key: string | null,
      value: unknown,
      seconds: number,
    ) => target.put(key, value, seconds),
    'Boolean remove(String)': (target, key: string | null) => target.items.delete(checkedKey(key)),
    'Boolean remove(Type,String)': (target, builder: TypeToken | null, key: string | null) =>
      target.unload(builder, key),
  };
  const entries = Object.entries(table).map(([key, run]): [string, PlatformFunction] => [
    `${prefix}${key}`,
    partition ? (...args: never[]) => run(partition, ...args) : (run as PlatformFunction),
  ]);
  return Object.fromEntries(entries);
}

function scopeType(scope: Scope): PlatformType {
  return {
    name: `Cache.${scope}`,
    kind: 'class',
    members: {
      ...members(new CachePartition(scope, 'default')),
      [`static Cache.${scope}Partition getPartition(String)`]: (name: string | null) =>
        new CachePartition(scope, requireArgument(name)),
    },
  };
}

export const CACHE_TYPES: readonly PlatformType[] = [
  scopeType('Org'),
  scopeType('Session'),
  { name: 'Cache.Partition', kind: 'class', members: members() },
  { name: 'Cache.OrgPartition', kind: 'class', extends: 'Cache.Partition' },
  { name: 'Cache.SessionPartition', kind: 'class', extends: 'Cache.Partition' },
  { name: 'Cache.CacheBuilder', kind: 'interface', abstractMembers: ['Object doLoad(String)'] },
  enumType('Cache.Visibility', ['ALL', 'NAMESPACE']),
];
