/**
 * Durable counters. Id counters reserve numbers in blocks, so that neither a rollback nor a killed process hands a number out
 * twice; auto-numbers are written with the transaction that used them and keep counting through rollbacks.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Id } from '../types.ts';
import { IdSequence } from './ids.ts';

const BLOCK = 100_000;
/** Below this many reserved numbers a new transaction reserves the next block before it starts. */
const LOW_WATER = 20_000;

interface IdCounter {
  readonly name: string;
  readonly sequence: IdSequence;
  next: number;
  reserved: number;
}

interface NumberCounter {
  readonly name: string;
  next: number;
}

export class Counters {
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #giveBack: StatementSync;
  readonly #ids = new Map<string, IdCounter>();
  readonly #numbers = new Map<string, NumberCounter>();
  /** Counters whose written value lags behind what was handed out. */
  readonly #unwritten = new Set<NumberCounter>();
  /** Blocks that were reserved inside the open transaction; a rollback takes them back and they are written again. */
  readonly #reservedInside = new Set<IdCounter>();
  readonly #isInTransaction: () => boolean;

  constructor(database: DatabaseSync, isInTransaction: () => boolean) {
    database.exec('CREATE TABLE IF NOT EXISTS "$counter" (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID');
    this.#read = database.prepare('SELECT next FROM "$counter" WHERE name = ?');
    this.#write = database.prepare(
      'INSERT INTO "$counter" VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)',
    );
    this.#giveBack = database.prepare('UPDATE "$counter" SET next = ? WHERE name = ?');
    this.#isInTransaction = isInTransaction;
  }

  nextId(prefix: string): Id {
    const counter = this.#ids.get(prefix) ?? this.#openId(prefix);
    if (counter.next >= counter.reserved) this.#reserve(counter);
    return counter.sequence.id(counter.next++);
  }

  nextNumber(name: string, first: number): number {
    let counter = this.#numbers.get(name);
    if (!counter) {
      counter = { name, next: this.#stored(name) ?? first };
      this.#numbers.set(name, counter);
    }
    const number = counter.next++;
    if (this.#isInTransaction()) this.#unwritten.add(counter);
    else this.#write.run(counter.name, counter.next);
    return number;
  }

  /** Before a transaction starts: everything that must outlive its rollback. */
  beforeBegin(): void {
    for (const counter of this.#ids.values()) if (counter.reserved - counter.next < LOW_WATER) this.#reserve(counter);
  }

  beforeCommit(): void {
    for (const counter of this.#unwritten) this.#write.run(counter.name, counter.next);
    this.#unwritten.clear();
  }

  afterCommit(): void {
    this.#reservedInside.clear();
  }

  /** After a rollback, outside of any transaction. */
  afterRollback(): void {
    for (const counter of this.#reservedInside) this.#write.run(counter.name, counter.reserved);
    this.#reservedInside.clear();
    this.beforeCommit();
  }

  /** On a clean close the rest of the blocks is given back. */
  close(): void {
    this.beforeCommit();
    for (const counter of this.#ids.values()) this.#giveBack.run(counter.next, counter.name);
  }

  #openId(prefix: string): IdCounter {
    const name = `id:${prefix}`;
    const next = this.#stored(name) ?? 1;
    const counter = { name, sequence: new IdSequence(prefix), next, reserved: next };
    this.#ids.set(prefix, counter);
    return counter;
  }

  #reserve(counter: IdCounter): void {
    counter.reserved = counter.next + BLOCK;
    this.#write.run(counter.name, counter.reserved);
    if (this.#isInTransaction()) this.#reservedInside.add(counter);
  }

  #stored(name: string): number | undefined {
    return this.#read.get(name)?.['next'] as number | undefined;
  }
}
