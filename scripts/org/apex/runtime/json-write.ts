/** Apex values as JSON trees. */
import type { UserClass, UserField } from '../contract.ts';
import { SObjectRecord } from '../../store/record.ts';
import { host } from '../host.ts';
import { userClassOf } from '../invoke.ts';
import { JsonNumber, JsonObject } from './json-tree.ts';
import type { JsonTree } from './json-tree.ts';
import { typeOf } from './runtime-type.ts';
import { TypeToken } from './type.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/date.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { ApexEnum } from './values/enum.ts';
import { ApexException, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';
import { getField } from './values/sobject.ts';
import { concatText } from './values/text.ts';

/** Instance fields that JSON carries, superclasses first. */
export function jsonFields(type: UserClass): UserField[] {
  const own = type.fields.filter((field) => !field.isStatic && !field.isTransient);
  const parent = type.superclass === undefined ? undefined : host().userClass(type.superclass);
  return parent ? [...jsonFields(parent), ...own] : own;
}

class Writer {
  readonly #suppressNulls: boolean;
  readonly #open = new Set<object>();
  constructor(suppressNulls: boolean) {
    this.#suppressNulls = suppressNulls;
  }

  write(value: unknown): JsonTree {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' || typeof value === 'bigint') return new JsonNumber(String(value));
    return this.#scalar(value as object) ?? this.#nested(value as object);
  }

  #scalar(value: object): JsonTree | undefined {
    if (value instanceof Decimal) return new JsonNumber(value.toPlainString());
    if (value instanceof ApexDouble) return new JsonNumber(value.toString());
    if (
      value instanceof ApexDate ||
      value instanceof ApexDatetime ||
      value instanceof ApexTime ||
      value instanceof ApexBlob
    )
      return value.toJSON();
    if (value instanceof ApexEnum) return value.name;
    if (value instanceof TypeToken) return value.type;
    return undefined;
  }

  #nested(value: object): JsonTree {
    if (this.#open.has(value))
      throwException('JSONException', `Direct self-reference leading to cycle: ${typeOf(value)}`);
    this.#open.add(value);
    try {
      return this.#composite(value);
    } finally {
      this.#open.delete(value);
    }
  }

  #composite(value: object): JsonTree {
    if (value instanceof ApexList) return value.items.map((item) => this.write(item));
    if (value instanceof ApexSet) return value.values().map((item) => this.write(item));
    if (value instanceof ApexMap)
      return new JsonObject(value.entries().map(([key, item]) => [this.#key(key), this.write(item)] as const));
    if (value instanceof SObjectRecord) return this.#record(value);
    if (value instanceof ApexException && !userClassOf(value))
      return throwException('JSONException', `Type unsupported in JSON: ${typeOf(value)}`);
    return value instanceof ApexObject
      ? this.#object(value)
      : throwException('JSONException', `Type unsupported in JSON: ${typeOf(value)}`);
  }

  #key(key: unknown): string {
    if (key === null) throwException('JSONException', 'Null key for a Map not allowed in JSON');
    if (key instanceof ApexDate || key instanceof ApexDatetime) return key.toJSON();
    if (
      typeof key === 'object' &&
      !(key instanceof ApexEnum) &&
      !(key instanceof Decimal) &&
      !(key instanceof ApexDouble)
    ) {
      throwException('JSONException', 'Map keys of this type are not supported in JSON');
    }
    return concatText(key);
  }

  #object(value: ApexObject): JsonTree {
    const type = userClassOf(value);
    if (!type && (value.apexType === 'Schema.SObjectType' || value.apexType === 'UUID')) return concatText(value);
    const plain = type ? null : value.apexJson();
    if (plain !== null) return new JsonObject(plain.map(([name, each]) => [name, this.write(each)] as const));
    if (!type) return throwException('JSONException', `Type unsupported in JSON: ${typeOf(value)}`);
    const entries = jsonFields(type).map((field) => [field.name, this.write(field.get(value))] as const);
    return new JsonObject(this.#suppressNulls ? entries.filter(([, item]) => item !== null) : entries);
  }

  #record(record: SObjectRecord): JsonTree {
    const attributes: [string, JsonTree][] = [['type', record.aggregateTypes ? 'AggregateResult' : record.object.name]];
    if (record.id !== null)
      attributes.push(['url', `/services/data/v66.0/sobjects/${record.object.name}/${record.id}`]);
    const entries: [string, JsonTree][] = [['attributes', new JsonObject(attributes)]];
    for (const name of Object.keys(record.values)) entries.push([name, this.#fieldValue(getField(record, name))]);
    for (const [name, parent] of Object.entries(record.parents ?? {})) entries.push([name, this.write(parent)]);
    for (const [name, rows] of Object.entries(record.children ?? {})) {
      const list = rows.map((row) => this.write(row));
      entries.push([
        name,
        new JsonObject([
          ['totalSize', new JsonNumber(String(list.length))],
          ['done', true],
          ['records', list],
        ]),
      ]);
    }
    return new JsonObject(entries);
  }

  /** Datetimes inside of records have an offset where those of classes have `Z`. */
  #fieldValue(value: unknown): JsonTree {
    return value instanceof ApexDatetime ? value.toJSON().replace('Z', '+0000') : this.write(value);
  }
}

/** Throws JSONException for types that JSON cannot carry. */
export function toTree(value: unknown, suppressNulls = false): JsonTree {
  return new Writer(suppressNulls).write(value);
}
