/** Records ↔ rows of one object: column order, statements and decoding, worked out once per object description. */
import type { Id, Raw } from '../types.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import { codec, isStored, isWritten, quote } from './codec.ts';
import type { SqlValue } from './contract.ts';
import { SObjectRecord } from './record.ts';

/** SQLite's own limit is 32766; more rows a statement than this gain nothing. */
const MAXIMUM_PARAMETERS = 2_000;
const MAXIMUM_ROWS = 50;

export class RowPlan {
  readonly object: ObjectSchema;
  readonly written: readonly FieldSchema[];
  readonly rowsPerInsert: number;
  readonly selectByIds: string;
  readonly #stored: readonly FieldSchema[];
  readonly #names: readonly string[];
  readonly #empty: readonly SqlValue[];
  readonly #inserts = new Map<number, string>();
  readonly #decoders: readonly ((value: SqlValue) => Raw)[];

  constructor(object: ObjectSchema) {
    this.object = object;
    this.#stored = object.fields.filter(isStored);
    this.written = this.#stored.filter(isWritten);
    this.#names = this.written.map((field) => field.name);
    this.#empty = this.written.map((field) => (field.type === 'boolean' ? 0 : null));
    this.#decoders = this.#stored.map((field) => codec(field.type).fromSql);
    this.rowsPerInsert = Math.max(1, Math.min(MAXIMUM_ROWS, Math.floor(MAXIMUM_PARAMETERS / this.written.length)));
    const columns = this.#stored.map((field) => quote(field.name)).join(', ');
    this.selectByIds = `SELECT ${columns} FROM ${quote(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`;
  }

  insertStatement(rows: number): string {
    let statement = this.#inserts.get(rows);
    if (statement === undefined) {
      const row = `(${this.#names.map(() => '?').join(',')})`;
      const columns = this.#names.map(quote).join(',');
      statement = `INSERT INTO ${quote(this.object.name)} (${columns}) VALUES ${Array.from({ length: rows }, () => row).join(',')}`;
      this.#inserts.set(rows, statement);
    }
    return statement;
  }

  /** Writes the row of `record` into `target` from `offset` on. */
  encode(record: SObjectRecord, target: SqlValue[], offset: number): void {
    const { values } = record;
    const names = this.#names;
    for (let at = 0; at < names.length; at++) {
      const value = values[names[at] as string];
      if (value === undefined || value === null) target[offset + at] = this.#empty[at] as SqlValue;
      else if (typeof value === 'boolean') target[offset + at] = this.#encodeBoolean(value, at);
      else target[offset + at] = value;
    }
  }

  #encodeBoolean(value: boolean, at: number): SqlValue {
    const field = this.written[at] as FieldSchema;
    return codec(field.type).toSql(value);
  }

  /** A record of a complete row, in the column order of `selectByIds`. */
  decode(row: readonly SqlValue[]): SObjectRecord {
    const values = Object.create(null) as Record<string, Raw>;
    for (let at = 0; at < row.length; at++) {
      const field = this.#stored[at] as FieldSchema;
      const value = row[at] as SqlValue;
      const decode = this.#decoders[at] as (value: SqlValue) => Raw;
      values[field.name] = decode(value);
    }
    return new SObjectRecord(this.object, values);
  }
}

/** Ids as the one parameter of a `json_each`. */
export function idList(ids: readonly Id[]): string {
  return JSON.stringify(ids);
}
