/** Prepared statements by their text; the oldest is dropped when there are too many. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';

const MAXIMUM = 1_000;

export class Statements {
  readonly #database: DatabaseSync;
  readonly #byText = new Map<string, StatementSync>();
  constructor(database: DatabaseSync) {
    this.#database = database;
  }
  get(sql: string): StatementSync {
    const known = this.#byText.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    if (this.#byText.size >= MAXIMUM) {
      const oldest = this.#byText.keys().next().value;
      if (oldest !== undefined) this.#byText.delete(oldest);
    }
    this.#byText.set(sql, statement);
    return statement;
  }
  /** After tables changed: old statements would describe old columns. */
  clear(): void {
    this.#byText.clear();
  }
}
