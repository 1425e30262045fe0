import type { Id, Raw } from '../types.ts';
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SObjectRecord } from './record.ts';

/**
 * The rows of one org in one SQLite database. One table per object, one column per stored field, both named by API name.
 * Text columns are `COLLATE NOCASE` unless the field is case-sensitive, an id or a reference. Booleans are 0/1 in SQL and
 * converted at the edges; datetimes are INTEGER milliseconds, dates TEXT. Deleted rows keep `IsDeleted` = 1.
 */
export interface Store {
  /** Creates and widens tables and indexes. Never drops a column with data. */
  applySchema(schema: OrgSchema): void;
  /** Runs a cached prepared statement. */
  all(sql: string, params?: readonly SqlValue[]): Record<string, SqlValue>[];
  get(sql: string, params?: readonly SqlValue[]): Record<string, SqlValue> | undefined;
  run(sql: string, params?: readonly SqlValue[]): { changes: number };
  /** Opens the outer database transaction when none is open; every engine transaction is wrapped in one. */
  begin(): void;
  commit(): void;
  rollback(): void;
  readonly inTransaction: boolean;
  /** Nested savepoints; ids are never handed out again after a rollback. */
  savepoint(): number;
  rollbackTo(savepoint: number): void;
  release(savepoint: number): void;
  /** Next 18-character id with this key prefix. */
  nextId(keyPrefix: string): Id;
  /** Next number of an auto-number field, starting with `first` (1 when absent). */
  nextAutoNumber(object: string, field: string, first?: number): number;
  /** Writes complete rows: every column not in `values` becomes NULL (0 for checkboxes). Values must be converted already. */
  insert(object: ObjectSchema, records: readonly SObjectRecord[]): void;
  /** Writes only the given columns of each record (by `Id`). */
  update(object: ObjectSchema, records: readonly SObjectRecord[], columns: readonly string[]): void;
  /** Complete rows by id in the order asked for; ids that are not there (or deleted, unless asked) are left out. */
  load(object: ObjectSchema, ids: readonly Id[], options?: { includeDeleted?: boolean }): SObjectRecord[];
  /** Objects without `IsDeleted` have no recycle bin: their rows are gone at once. */
  markDeleted(object: ObjectSchema, ids: readonly Id[], deleted: boolean): void;
  purge(object: ObjectSchema, ids: readonly Id[]): void;
  /** Small durable values of the org itself (clock offset, compiled code by hash, counters). */
  getState(key: string): string | undefined;
  setState(key: string, value: string | undefined): void;
  close(): void;
}

export type SqlValue = string | number | bigint | null | Uint8Array;

/** Raw → SQL and back for one field type; shared by store, SOQL and DML. */
export interface ValueCodec {
  toSql(value: Raw): SqlValue;
  fromSql(value: SqlValue): Raw;
}
