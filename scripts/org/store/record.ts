import type { Raw } from '../types.ts';
import type { ObjectSchema } from '../schema/model.ts';

/** One refusal of a record, in the shape of `Database.Error`. */
export interface RecordError {
  /** For example `FIELD_CUSTOM_VALIDATION_EXCEPTION`. */
  readonly statusCode: string;
  readonly message: string;
  /** API names of the fields the error stands at. */
  readonly fields: readonly string[];
}

/** Value bags inherit nothing; made by a constructor, they keep the engine's fast property layout. */
const Bag = function () {} as unknown as new () => Record<string, Raw>;
Bag.prototype = Object.create(null) as object;

/** A new empty bag of values. */
export function newValues(): Record<string, Raw> {
  return new Bag();
}

/**
 * One record as it travels between SOQL, DML, Apex and REST.
 *
 * `values` holds raw values by exact API name. A field is *populated* when its name is in `values`: it was queried or
 * set. Apex decides from `queried` whether reading an unpopulated field is an error.
 */
export class SObjectRecord {
  readonly object: ObjectSchema;
  /** Null-prototype bag; keys are exact API names from the schema. */
  values: Record<string, Raw>;
  /** Parent records by relationship name with its exact case; `null` when queried and empty. Created on demand. */
  parents: Record<string, SObjectRecord | null> | null = null;
  /** Child records by child relationship name with its exact case. Created on demand. */
  children: Record<string, SObjectRecord[]> | null = null;
  /** True for rows that a query returned: only populated fields may be read. */
  queried: boolean;
  /** Errors added by `addError` or by the save; `null` when there are none. */
  errors: RecordError[] | null = null;
  /** True while an after trigger or a delete trigger holds the row: Apex refuses to change its fields. */
  readOnly = false;
  /** Aggregate rows have values of no field; their kinds by alias, so that Apex can convert them. */
  aggregateTypes: Record<string, string> | null = null;
  constructor(object: ObjectSchema, values: Record<string, Raw> = new Bag(), queried = false) {
    this.object = object;
    this.values = values;
    this.queried = queried;
  }
  get id(): string | null {
    return (this.values['Id'] as string | null | undefined) ?? null;
  }
  /** Raw value by exact API name; `null` when not populated. */
  get(name: string): Raw {
    return this.values[name] ?? null;
  }
  set(name: string, value: Raw): void {
    this.values[name] = value;
  }
  has(name: string): boolean {
    return name in this.values;
  }
  addError(error: RecordError): void {
    (this.errors ??= []).push(error);
  }
  /** A record with its own value bag; parents and children are shared. */
  copy(): SObjectRecord {
    const twin = new SObjectRecord(this.object, Object.assign(new Bag(), this.values), this.queried);
    twin.parents = this.parents;
    twin.children = this.children;
    return twin;
  }
}
