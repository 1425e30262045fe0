/** Type: tokens of classes, collections, SObjects and platform types. */
import { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { platformType } from './registry.ts';
import { isAssignable } from './runtime-type.ts';
import { ApexList, ApexMap, ApexSet, typeArguments } from './values/collections.ts';
import { hashText } from './values/equality.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

export class TypeToken extends ApexObject {
  static readonly apexName = 'Type';
  readonly type: string;
  constructor(type: string) {
    super();
    this.type = type;
  }
  override apexKey(): string {
    return `\u0000y:${this.type}`;
  }
  override apexString(): string {
    return this.type;
  }
}

const COLLECTIONS: Readonly<Record<string, string>> = {
  list: 'List',
  set: 'Set',
  map: 'Map',
  iterator: 'Iterator',
  iterable: 'Iterable',
};
const LANGUAGE: Readonly<Record<string, string>> = { void: 'void', sobject: 'SObject', object: 'Object' };

/** Canonical text of a type name in any case, or `null` when nothing has it. */
export function canonicalType(text: string): string | null {
  const given = text.replace(/\s+/g, '');
  if (given.endsWith('[]')) {
    const element = canonicalType(given.slice(0, -2));
    return element === null ? null : `List<${element}>`;
  }
  const args = typeArguments(given);
  const base = args.length > 0 ? given.slice(0, given.indexOf('<')) : given;
  const collection = COLLECTIONS[base.toLowerCase()];
  if (collection !== undefined && args.length > 0) {
    const parts = args.map(canonicalType);
    return parts.includes(null) ? null : `${collection}<${parts.join(',')}>`;
  }
  const plain = simpleType(base);
  if (plain === null || args.length === 0) return plain;
  const parts = args.map(canonicalType);
  return parts.includes(null) ? null : `${plain}<${parts.join(',')}>`;
}

function simpleType(name: string): string | null {
  const { schema } = host();
  const local =
    schema.namespace !== undefined && name.toLowerCase().startsWith(`${schema.namespace.toLowerCase()}.`)
      ? name.slice(schema.namespace.length + 1)
      : name;
  const found = host().userClass(local)?.name ?? LANGUAGE[name.toLowerCase()] ?? platformType(name)?.name;
  if (found !== undefined) return found;
  const unqualified = name.replace(/^system\./i, '');
  return platformType(unqualified)?.name ?? schema.object(unqualified.replace(/^schema\./i, ''))?.name ?? null;
}

function forName(text: string | null): TypeToken | null {
  const type = canonicalType(requireArgument(text));
  return type === null ? null : new TypeToken(type);
}

function forNamespace(namespace: string | null, name: string | null): TypeToken | null {
  const given = requireArgument(name);
  if (namespace === null || namespace === '') return forName(given);
  if (namespace.toLowerCase() === host().schema.namespace?.toLowerCase()) return forName(given);
  const type = canonicalType(`${namespace}.${given}`);
  return type === null ? null : new TypeToken(type);
}

/** A new value by the constructor without arguments. Throws TypeException where there is none. */
export function newInstance(type: string): unknown {
  if (type.startsWith('List<')) return new ApexList(type);
  if (type.startsWith('Set<')) return new ApexSet(type);
  if (type.startsWith('Map<')) return new ApexMap(type);
  const user = host().userClass(type);
  if (user) {
    if (user.isAbstract || user.kind !== 'class')
      throwException('TypeException', `Type cannot be constructed: ${type}`);
    return user.construct([]);
  }
  const make = platformType(type)?.constructors?.['()'];
  if (make) return make() as unknown;
  const object = host().schema.object(type);
  return object ? new SObjectRecord(object) : throwException('TypeException', `Type cannot be constructed: ${type}`);
}

export const TYPE: PlatformType = {
  name: 'Type',
  kind: 'class',
  members: {
    'static Type forName(String)': forName,
    'static Type forName(String,String)': forNamespace,
    'Boolean equals(Object)': (token: TypeToken, other: unknown) =>
      other instanceof TypeToken && other.type === token.type,
    'String getName()': (token: TypeToken) => token.type,
    'Integer hashCode()': (token: TypeToken) => hashText(token.type),
    'Boolean isAssignableFrom(Type)': (token: TypeToken, source: TypeToken | null) =>
      isAssignable(requireArgument(source).type, token.type),
    'Object newInstance()': (token: TypeToken) => newInstance(token.type),
    'String toString()': (token: TypeToken) => token.type,
  },
};
