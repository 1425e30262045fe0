/** Apex values as JSON and back: how a queued instance outlives the process. Shared and cyclic references keep their identity. */
import type { OrgSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { Raw } from '../../types.ts';
import type { UserClass, UserField } from '../contract.ts';
import { SObjectFieldToken, sobjectFieldOf, SObjectTypeToken, sobjectTypeOf } from '../runtime/schema-tokens.ts';
import { TypeToken } from '../runtime/type.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../runtime/values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/date.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import { ApexEnum } from '../runtime/values/enum.ts';
import { enumConstant } from '../runtime/values/enum.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { ApexObject } from '../runtime/values/object.ts';

type Stored = null | boolean | string | number | Tagged;
interface Tagged {
  readonly t: string;
  readonly [key: string]: unknown;
}

/** What reading stored values needs of the org. */
export interface ValueWorld {
  readonly schema: OrgSchema;
  userClass(name: string): UserClass | undefined;
}

/** JSON text of a value. Throws a plain `Error` that names the type which cannot be stored. */
export function encodeValue(value: unknown, world: ValueWorld): string {
  return JSON.stringify(new Writer(world).write(value));
}

export function decodeValue(text: string, world: ValueWorld): unknown {
  return new Reader(world).read(JSON.parse(text) as Stored);
}

/** Instance fields of a class and its superclasses. */
function instanceFields(type: UserClass, world: ValueWorld): UserField[] {
  const fields = type.fields.filter((field) => !field.isStatic);
  const parent = type.superclass === undefined ? undefined : world.userClass(type.superclass);
  if (parent === undefined) return fields;
  const own = new Set(fields.map((field) => field.name));
  return [...fields, ...instanceFields(parent, world).filter((field) => !own.has(field.name))];
}

class Writer {
  private readonly world: ValueWorld;
  private readonly seen = new Map<object, number>();

  constructor(world: ValueWorld) {
    this.world = world;
  }

  write(value: unknown): Stored {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') return value;
    if (typeof value === 'bigint') return { t: 'long', v: String(value) };
    if (typeof value !== 'object') throw new Error(`A ${typeof value} cannot be stored with a job`);
    const known = this.seen.get(value);
    if (known !== undefined) return { t: 'ref', n: known };
    return this.writePlain(value) ?? this.writeShared(value);
  }

  private writePlain(value: object): Stored | undefined {
    if (value instanceof Decimal) return { t: 'decimal', v: value.toPlainString() };
    if (value instanceof ApexDouble) return { t: 'double', v: value.value };
    if (value instanceof ApexDate) return { t: 'date', v: value.days };
    if (value instanceof ApexDatetime) return { t: 'datetime', v: value.ms };
    if (value instanceof ApexTime) return { t: 'time', v: value.ms };
    if (value instanceof ApexBlob) return { t: 'blob', v: value.toBase64() };
    if (value instanceof ApexEnum) return { t: 'enum', type: value.type, v: value.name };
    return undefined;
  }

  private writeShared(value: object): Stored {
    const n = this.seen.size;
    this.seen.set(value, n);
    if (value instanceof ApexList)
      return { t: 'list', n, type: value.type, v: value.items.map((item) => this.write(item)) };
    if (value instanceof ApexSet)
      return { t: 'set', n, type: value.type, v: value.values().map((item) => this.write(item)) };
    if (value instanceof ApexMap) {
      return {
        t: 'map',
        n,
        type: value.type,
        v: value.entries().map(([key, item]) => [this.write(key), this.write(item)]),
      };
    }
    if (value instanceof SObjectRecord) return this.writeRecord(value, n);
    const type = value instanceof ApexObject ? this.world.userClass(value.apexType) : undefined;
    if (type !== undefined) {
      const fields: Record<string, Stored> = {};
      for (const field of instanceFields(type, this.world)) {
        if (!field.isTransient) fields[field.name] = this.write(field.get(value));
      }
      return { t: 'object', n, type: type.name, v: fields };
    }
    if (value instanceof ApexException) return { t: 'exception', n, type: value.typeName, v: value.message };
    if (value instanceof TypeToken) return { t: 'type', v: value.type };
    if (value instanceof SObjectTypeToken) return { t: 'token', v: value.objectName };
    if (value instanceof SObjectFieldToken) return { t: 'fieldToken', v: value.objectName, field: value.fieldName };
    const name = value instanceof ApexObject ? value.apexType : value.constructor.name;
    throw new Error(`A value of type ${name} cannot be stored with a job`);
  }

  private writeRecord(record: SObjectRecord, n: number): Stored {
    const parents: Record<string, Stored> = {};
    for (const [name, parent] of Object.entries(record.parents ?? {})) parents[name] = this.write(parent);
    const children: Record<string, Stored[]> = {};
    for (const [name, rows] of Object.entries(record.children ?? {}))
      children[name] = rows.map((row) => this.write(row));
    return {
      t: 'sobject',
      n,
      type: record.object.name,
      v: { ...record.values },
      parents,
      children,
      queried: record.queried,
    };
  }
}

class Reader {
  private readonly world: ValueWorld;
  private readonly made = new Map<number, unknown>();

  constructor(world: ValueWorld) {
    this.world = world;
  }

  read(stored: Stored): unknown {
    if (stored === null || typeof stored !== 'object') return stored;
    const reader = READERS[stored.t];
    if (reader === undefined) throw new Error(`Stored value of unknown kind ${stored.t}`);
    return reader(stored, this);
  }

  keep<T>(stored: Tagged, value: T): T {
    this.made.set(stored['n'] as number, value);
    return value;
  }

  reference(stored: Tagged): unknown {
    return this.made.get(stored['n'] as number);
  }

  object(stored: Tagged): unknown {
    const type = this.world.userClass(stored['type'] as string);
    if (type === undefined) throw new Error(`Class ${String(stored['type'])} is gone`);
    const instance: unknown = Object.create((type.js as { prototype: object }).prototype);
    this.keep(stored, instance);
    const values = stored['v'] as Record<string, Stored>;
    for (const field of instanceFields(type, this.world)) field.set(instance, this.read(values[field.name] ?? null));
    return instance;
  }

  record(stored: Tagged): SObjectRecord {
    const object = this.world.schema.requireObject(stored['type'] as string);
    const values = Object.assign(Object.create(null) as Record<string, Raw>, stored['v']);
    const record = this.keep(stored, new SObjectRecord(object, values, stored['queried'] === true));
    const parents = Object.entries(stored['parents'] as Record<string, Stored>);
    if (parents.length > 0) {
      record.parents = Object.fromEntries(parents.map(([name, one]) => [name, this.read(one) as SObjectRecord | null]));
    }
    const children = Object.entries(stored['children'] as Record<string, Stored[]>);
    if (children.length > 0) {
      record.children = Object.fromEntries(
        children.map(([name, rows]) => [name, rows.map((row) => this.read(row) as SObjectRecord)]),
      );
    }
    return record;
  }

  enumValue(stored: Tagged): unknown {
    const type = stored['type'] as string;
    const name = stored['v'] as string;
    const owner = this.world.userClass(type);
    if (owner === undefined) return enumConstant(type, name);
    const table = owner.js;
    const constants: Iterable<unknown> =
      table instanceof Map ? table.values() : Object.values(table as Record<string, unknown>);
    for (const one of constants) if (one instanceof ApexEnum && one.name === name) return one;
    throw new Error(`Enum ${type} has no constant ${name}`);
  }
}

const READERS: Readonly<Record<string, (stored: Tagged, reader: Reader) => unknown>> = {
  ref: (stored, reader) => reader.reference(stored),
  long: (stored) => BigInt(stored['v'] as string),
  decimal: (stored) => Decimal.of(stored['v'] as string),
  double: (stored) => new ApexDouble(stored['v'] as number),
  date: (stored) => new ApexDate(stored['v'] as number),
  datetime: (stored) => new ApexDatetime(stored['v'] as number),
  time: (stored) => new ApexTime(stored['v'] as number),
  blob: (stored) => ApexBlob.fromBase64(stored['v'] as string),
  enum: (stored, reader) => reader.enumValue(stored),
  list: (stored, reader) => {
    const list = reader.keep(stored, new ApexList(stored['type'] as string));
    list.items = (stored['v'] as Stored[]).map((item) => reader.read(item));
    return list;
  },
  set: (stored, reader) => {
    const set = reader.keep(stored, new ApexSet(stored['type'] as string));
    for (const item of stored['v'] as Stored[]) set.add(reader.read(item));
    return set;
  },
  map: (stored, reader) => {
    const map = reader.keep(stored, new ApexMap(stored['type'] as string));
    for (const [key, item] of stored['v'] as [Stored, Stored][]) map.put(reader.read(key), reader.read(item));
    return map;
  },
  type: (stored) => new TypeToken(stored['v'] as string),
  token: (stored) => sobjectTypeOf(stored['v'] as string),
  fieldToken: (stored) => sobjectFieldOf(stored['v'] as string, stored['field'] as string),
  sobject: (stored, reader) => reader.record(stored),
  object: (stored, reader) => reader.object(stored),
  exception: (stored, reader) =>
    reader.keep(stored, new ApexException(stored['type'] as string, stored['v'] as string | null)),
};
