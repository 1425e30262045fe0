/** JSON trees as Apex values of a declared type. */
import { SObjectRecord } from '../../store/record.ts';
import type { UserClass, UserField } from '../contract.ts';
import { host } from '../host.ts';
import { JsonNumber, JsonObject, writeCompact } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import { jsonFields } from './json-write.ts';
import { canonicalType } from './type.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexList, ApexMap, ApexSet, typeArguments } from './values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/date.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { enumConstant, ApexEnum } from './values/enum.ts';
import { throwException } from './values/exception.ts';
import { toId } from './values/ids.ts';
import { platformType } from './registry.ts';
import { TYPE_NAMES } from './values/raw.ts';
import { setField } from './values/sobject.ts';

function fail(message: string): never {
  return throwException('JSONException', message);
}

function illegal(tree: JsonTree): never {
  return fail(`Illegal value for primitive: ${typeof tree === 'string' ? tree : writeCompact(tree)}`);
}

/** Integer, Long or Decimal by size, as deserializeUntyped reads numbers. */
function untypedNumber(source: string): unknown {
  if (!/^-?\d+$/.test(source)) return Decimal.of(source);
  const value = BigInt(source);
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? value : Decimal.of(source);
}

/** Maps, Lists and primitives. */
export function untyped(tree: JsonTree): unknown {
  if (tree instanceof JsonNumber) return untypedNumber(tree.source);
  if (tree instanceof JsonObject)
    return new ApexMap(
      'Map<String,Object>',
      tree.entries.map(([name, value]) => [name, untyped(value)] as const),
    );
  return Array.isArray(tree) ? new ApexList('List<Object>', (tree as JsonTree[]).map(untyped)) : tree;
}

function decimalOf(tree: JsonTree): Decimal {
  const text = tree instanceof JsonNumber ? tree.source : typeof tree === 'string' ? tree : illegal(tree);
  return Decimal.parse(text) ?? illegal(tree);
}

function whole(tree: JsonTree, bits: number): bigint {
  const value = decimalOf(tree);
  if (value.stripTrailingZeros().scale > 0) illegal(tree);
  const long = value.setScale(0).unscaled;
  return BigInt.asIntN(bits, long) === long ? long : illegal(tree);
}

function textOf(tree: JsonTree): string {
  if (typeof tree === 'string') return tree;
  if (tree instanceof JsonNumber) return tree.source;
  return typeof tree === 'boolean' ? String(tree) : illegal(tree);
}

/** ISO 8601 with `Z` or an offset; without one it is GMT. */
export function parseInstant(text: string): number | null {
  const iso = text
    .trim()
    .replace(' ', 'T')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const ms = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/i.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(ms) ? null : ms;
}

export function parseTime(text: string): ApexTime | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text.trim());
  if (!match) return null;
  return ApexTime.of(
    Number(match[1]),
    Number(match[2]),
    Number(match[3] ?? 0),
    Number((match[4] ?? '0').padEnd(3, '0')),
  );
}

const PRIMITIVES: Readonly<Record<string, (tree: JsonTree) => unknown>> = {
  Object: untyped,
  String: (tree) => textOf(tree),
  Id: (tree) => toId(textOf(tree)),
  Boolean: (tree) =>
    typeof tree === 'boolean' ? tree : tree === 'true' ? true : tree === 'false' ? false : illegal(tree),
  Integer: (tree) => Number(whole(tree, 32)),
  Long: (tree) => whole(tree, 64),
  Decimal: (tree) => decimalOf(tree),
  Double: (tree) => new ApexDouble(decimalOf(tree).toNumber()),
  Date: (tree) => ApexDate.parseIso(textOf(tree)) ?? illegal(tree),
  Datetime: (tree) => {
    if (tree instanceof JsonNumber) return new ApexDatetime(Number(tree.source));
    return new ApexDatetime(parseInstant(textOf(tree)) ?? illegal(tree));
  },
  Time: (tree) => parseTime(textOf(tree)) ?? illegal(tree),
  Blob: (tree) => ApexBlob.fromBase64(textOf(tree)),
};

/** Platform types that JSON can make, by name: each gets its members by name and type. */
export const JSON_READERS = new Map<string, (member: (name: string, type: string) => unknown) => unknown>();

class Reader {
  readonly #strict: boolean;
  constructor(strict: boolean) {
    this.#strict = strict;
  }

  read(tree: JsonTree, type: string): unknown {
    if (tree === null) return null;
    const primitive = PRIMITIVES[type];
    if (primitive) return primitive(tree);
    const [first = 'Object', second = 'Object'] = typeArguments(type);
    if (type.startsWith('List<')) return new ApexList(type, this.#items(tree, first));
    if (type.startsWith('Set<')) return new ApexSet(type, this.#items(tree, first));
    if (type.startsWith('Iterable<')) return new ApexList(`List<${first}>`, this.#items(tree, first));
    if (type.startsWith('Map<')) {
      return new ApexMap(
        type,
        this.#members(tree).map(([name, value]) => [this.read(name, first), this.read(value, second)] as const),
      );
    }
    const user = host().userClass(type);
    if (user) return this.#user(tree, user);
    const reader = JSON_READERS.get(type);
    if (reader) {
      const members = this.#members(tree);
      return reader((name, memberType) => this.read(members.find(([key]) => key === name)?.[1] ?? null, memberType));
    }
    if (platformType(type)?.kind === 'enum') return enumConstant(type, textOf(tree));
    if (type === 'SObject' || host().schema.object(type)) return this.#record(tree, type);
    return fail(`Type unsupported in JSON: ${type}`);
  }

  #items(tree: JsonTree, element: string): unknown[] {
    if (!Array.isArray(tree)) return fail(`Malformed JSON: Expected '[' at the beginning of List/Set`);
    return (tree as JsonTree[]).map((item) => this.read(item, element));
  }

  #members(tree: JsonTree): JsonObject['entries'] {
    return tree instanceof JsonObject ? tree.entries : fail(`Malformed JSON: Expected '{' at the beginning of object`);
  }

  /** No constructor of the class runs; members that are not there are null. */
  #user(tree: JsonTree, type: UserClass): unknown {
    if (type.kind === 'enum') return enumOf(tree, type);
    if (type.isAbstract || type.kind === 'interface') return fail(`Type cannot be constructed: ${type.name}`);
    const members = this.#members(tree);
    const instance: unknown = new (type.js as new () => unknown)();
    const fields = new Map<string, UserField>();
    for (const field of jsonFields(type)) fields.set(field.name.toLowerCase(), field);
    for (const [name, value] of members) {
      const field = fields.get(name.toLowerCase());
      if (field) field.set(instance, this.read(value, canonicalType(field.type) ?? field.type));
      else if (this.#strict) fail(`No such field exists in ${type.name}: ${name}`);
    }
    return instance;
  }

  #record(tree: JsonTree, type: string): SObjectRecord {
    const members = this.#members(tree);
    const object =
      host().schema.object(type === 'SObject' ? statedType(members) : type) ??
      fail('Cannot deserialize SObject without its type in attributes');
    const record = new SObjectRecord(object);
    for (const [name, value] of members) {
      if (name === 'attributes') continue;
      const field = object.field(name);
      if (field) {
        const isBlank = value === '' && TYPE_NAMES[field.type] !== 'String';
        setField(record, field.name, isBlank ? null : this.read(value, TYPE_NAMES[field.type]));
      } else if (!this.#relationship(record, name, value))
        fail(`No such column '${name}' on sobject of type ${object.name}`);
    }
    return record;
  }

  #relationship(record: SObjectRecord, name: string, value: JsonTree): boolean {
    const { object } = record;
    const reference = object.parentRelationship(name);
    if (reference?.relationshipName !== undefined) {
      const target = reference.referenceTo.length === 1 ? reference.referenceTo[0]! : 'SObject';
      (record.parents ??= {})[reference.relationshipName] = value === null ? null : this.#record(value, target);
      return true;
    }
    const child = object.childRelationship(name);
    if (!child) return false;
    const list = value instanceof JsonObject ? value.entries.find(([key]) => key === 'records')?.[1] : value;
    (record.children ??= {})[child.name] = Array.isArray(list)
      ? (list as JsonTree[]).map((row) => this.#record(row, child.childObject))
      : [];
    return true;
  }
}

function statedType(members: JsonObject['entries']): string {
  const attributes = members.find(([name]) => name === 'attributes')?.[1];
  const type = attributes instanceof JsonObject ? attributes.entries.find(([name]) => name === 'type')?.[1] : undefined;
  return typeof type === 'string' ? type : '';
}

/** Constants of a user enum stand in the class's own table. */
export function enumConstants(type: UserClass): ApexEnum[] {
  const values = type.js instanceof Map ? [...type.js.values()] : Object.values(type.js as object);
  return values.filter((each) => each instanceof ApexEnum);
}

function enumOf(tree: JsonTree, type: UserClass): ApexEnum {
  const name = textOf(tree);
  return (
    enumConstants(type).find((each) => each.name.toLowerCase() === name.toLowerCase()) ??
    fail(`Illegal value for enum ${type.name}: ${name}`)
  );
}

/** Throws JSONException where the tree does not fit the type; `strict` also for members the class does not have. */
export function fromTree(tree: JsonTree, type: string, strict = false): unknown {
  return new Reader(strict).read(tree, type);
}
