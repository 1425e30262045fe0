/** Small durable values of the org by key. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';

export class StateTable {
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #drop: StatementSync;
  constructor(database: DatabaseSync) {
    database.exec('CREATE TABLE IF NOT EXISTS "$state" (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
    this.#read = database.prepare('SELECT value FROM "$state" WHERE key = ?');
    this.#write = database.prepare(
      'INSERT INTO "$state" VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    this.#drop = database.prepare('DELETE FROM "$state" WHERE key = ?');
  }
  get(key: string): string | undefined {
    return this.#read.get(key)?.['value'] as string | undefined;
  }
  set(key: string, value: string | undefined): void {
    if (value === undefined) this.#drop.run(key);
    else this.#write.run(key, value);
  }
}
