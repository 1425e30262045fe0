/** The rows of one org in one SQLite database. */
import { DatabaseSync } from 'node:sqlite';
import type { Id } from '../types.ts';
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import { codec, quote } from './codec.ts';
import type { SqlValue, Store } from './contract.ts';
import { Counters } from './counters.ts';
import { syncCustomMetadata } from './custom-metadata.ts';
import { rethrowDuplicate } from './duplicates.ts';
import type { SObjectRecord } from './record.ts';
import { idList, RowPlan } from './rows.ts';
import { StateTable } from './state.ts';
import { Statements } from './statements.ts';
import { applyTables } from './tables.ts';

export { codec, isStored, isWritten, quote } from './codec.ts';
export { isId, toId15, toId18 } from './ids.ts';
export { hasTable } from './tables.ts';

/** A store with what its owner alone needs. */
export interface OrgStore extends Store {
  /** Path of the database, or `:memory:`. */
  readonly file: string;
  /** Writes a complete copy to a new file; `openStore` on that file restores it. Not inside a transaction. */
  snapshotTo(file: string): void;
}

/** Opens or creates the database of one org. A second writer waits five seconds and is then refused by SQLite. */
export function openStore(file: string): OrgStore {
  return new SqliteStore(file);
}

class SqliteStore implements OrgStore {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #state: StateTable;
  readonly #counters: Counters;
  readonly #plans = new WeakMap<ObjectSchema, RowPlan>();
  /** Open savepoints, outermost first. */
  #savepoints: number[] = [];
  #lastSavepoint = 0;
  #inTransaction = false;
  /** Tables changed in the open transaction: its rollback makes statements stale as well. */
  #schemaChanged = false;

  constructor(file: string) {
    this.file = file;
    this.#database = new DatabaseSync(file);
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA busy_timeout = 5000',
    );
    this.#statements = new Statements(this.#database);
    this.#state = new StateTable(this.#database);
    this.#counters = new Counters(this.#database, () => this.#inTransaction);
  }

  get inTransaction(): boolean {
    return this.#inTransaction;
  }

  applySchema(schema: OrgSchema): void {
    this.#whole(() => {
      applyTables(this.#database, this.#state, schema);
      this.#statements.clear();
      this.#schemaChanged = true;
      syncCustomMetadata(this, schema);
    });
  }

  all(sql: string, params: readonly SqlValue[] = []): Record<string, SqlValue>[] {
    return this.#statements.get(sql).all(...params) as Record<string, SqlValue>[];
  }

  get(sql: string, params: readonly SqlValue[] = []): Record<string, SqlValue> | undefined {
    return this.#statements.get(sql).get(...params) as Record<string, SqlValue> | undefined;
  }

  run(sql: string, params: readonly SqlValue[] = []): { changes: number } {
    return { changes: Number(this.#statements.get(sql).run(...params).changes) };
  }

  begin(): void {
    if (this.#inTransaction) return;
    this.#counters.beforeBegin();
    this.run('BEGIN IMMEDIATE');
    this.#inTransaction = true;
  }

  commit(): void {
    if (!this.#inTransaction) return;
    this.#counters.beforeCommit();
    this.run('COMMIT');
    this.#endTransaction();
    this.#counters.afterCommit();
  }

  rollback(): void {
    if (!this.#inTransaction) return;
    if (this.#database.isTransaction) this.run('ROLLBACK');
    if (this.#schemaChanged) this.#statements.clear();
    this.#endTransaction();
    this.#counters.afterRollback();
  }

  #endTransaction(): void {
    this.#inTransaction = false;
    this.#schemaChanged = false;
    this.#savepoints = [];
  }

  savepoint(): number {
    if (!this.#inTransaction) throw new Error('A savepoint needs an open transaction');
    this.run(`SAVEPOINT s${this.#savepoints.length}`);
    this.#lastSavepoint += 1;
    this.#savepoints.push(this.#lastSavepoint);
    return this.#lastSavepoint;
  }

  rollbackTo(savepoint: number): void {
    const depth = this.#depthOf(savepoint);
    this.run(`ROLLBACK TO s${depth}`);
    this.#savepoints.length = depth + 1;
  }

  release(savepoint: number): void {
    const depth = this.#depthOf(savepoint);
    this.run(`RELEASE s${depth}`);
    this.#savepoints.length = depth;
  }

  #depthOf(savepoint: number): number {
    const depth = this.#savepoints.indexOf(savepoint);
    if (depth < 0) throw new Error(`Savepoint ${savepoint} is not open`);
    return depth;
  }

  nextId(keyPrefix: string): Id {
    return this.#counters.nextId(keyPrefix);
  }

  nextAutoNumber(object: string, field: string, first = 1): number {
    return this.#counters.nextNumber(`number:${object}.${field}`, first);
  }

  insert(object: ObjectSchema, records: readonly SObjectRecord[]): void {
    if (records.length === 0) return;
    const plan = this.#planOf(object);
    const width = plan.written.length;
    const values: SqlValue[] = [];
    this.#guarded(object, records, () => {
      for (let from = 0; from < records.length; from += plan.rowsPerInsert) {
        const rows = Math.min(plan.rowsPerInsert, records.length - from);
        values.length = rows * width;
        for (let row = 0; row < rows; row++) plan.encode(records[from + row] as SObjectRecord, values, row * width);
        this.#statements.get(plan.insertStatement(rows)).run(...values);
      }
    });
  }

  update(object: ObjectSchema, records: readonly SObjectRecord[], columns: readonly string[]): void {
    if (columns.length === 0 || records.length === 0) return;
    const codecs = columns.map((column) => {
      const field = object.field(column);
      if (!field) throw new Error(`${object.name} has no column ${column}`);
      return codec(field.type);
    });
    const changes = columns.map((column) => `${quote(column)} = ?`).join(', ');
    const statement = this.#statements.get(`UPDATE ${quote(object.name)} SET ${changes} WHERE "Id" = ?`);
    const values: SqlValue[] = new Array<SqlValue>(columns.length + 1);
    this.#guarded(object, records, () => {
      for (const record of records) {
        for (let at = 0; at < columns.length; at++) values[at] = codecs[at]!.toSql(record.values[columns[at]!] ?? null);
        values[columns.length] = record.id;
        statement.run(...values);
      }
    });
  }

  load(object: ObjectSchema, ids: readonly Id[], options: { includeDeleted?: boolean } = {}): SObjectRecord[] {
    if (ids.length === 0) return [];
    const plan = this.#planOf(object);
    const living = options.includeDeleted || !object.field('IsDeleted') ? '' : ' AND "IsDeleted" = 0';
    const statement = this.#statements.get(plan.selectByIds + living);
    statement.setReturnArrays(true);
    const rows = statement.all(idList(ids)) as unknown as SqlValue[][];
    const byId = new Map<string, SObjectRecord>();
    for (const row of rows) {
      const record = plan.decode(row);
      byId.set(record.id as string, record);
    }
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  markDeleted(object: ObjectSchema, ids: readonly Id[], deleted: boolean): void {
    if (!object.field('IsDeleted')) {
      if (deleted) this.purge(object, ids);
      return;
    }
    this.#guarded(object, [], () => {
      this.run(`UPDATE ${quote(object.name)} SET "IsDeleted" = ? WHERE "Id" IN (SELECT value FROM json_each(?))`, [
        deleted ? 1 : 0,
        idList(ids),
      ]);
    });
  }

  purge(object: ObjectSchema, ids: readonly Id[]): void {
    this.run(`DELETE FROM ${quote(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`, [idList(ids)]);
  }

  getState(key: string): string | undefined {
    return this.#state.get(`org:${key}`);
  }

  setState(key: string, value: string | undefined): void {
    this.#state.set(`org:${key}`, value);
  }

  snapshotTo(file: string): void {
    this.#database.prepare('VACUUM INTO ?').run(file);
  }

  close(): void {
    this.rollback();
    this.#counters.close();
    this.#database.close();
  }

  #planOf(object: ObjectSchema): RowPlan {
    let plan = this.#plans.get(object);
    if (!plan) {
      plan = new RowPlan(object);
      this.#plans.set(object, plan);
    }
    return plan;
  }

  /** Several statements as one: inside a transaction they are part of it. */
  #whole(work: () => void): void {
    if (this.#inTransaction) {
      work();
      return;
    }
    this.begin();
    try {
      work();
      this.commit();
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** A refused row leaves nothing of its statement behind. */
  #guarded(object: ObjectSchema, records: readonly SObjectRecord[], work: () => void): void {
    const find = (sql: string, params: readonly SqlValue[]): Record<string, SqlValue> | undefined =>
      this.get(sql, params);
    const wasInTransaction = this.#inTransaction;
    const mark = wasInTransaction && records.length > 1 ? this.savepoint() : undefined;
    try {
      if (wasInTransaction) work();
      else this.#whole(work);
      if (mark !== undefined) this.release(mark);
    } catch (error) {
      if (mark !== undefined && this.#database.isTransaction) {
        this.rollbackTo(mark);
        this.release(mark);
      }
      rethrowDuplicate(error, object, records, find);
    }
  }
}
