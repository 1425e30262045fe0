/** Rates of the engine against SQLite alone: inserts with triggers, and queries by an indexed field. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { openLocalOrg } from '../org/index.ts';
import type { LocalOrg } from '../org/index.ts';
import { openStore } from '../org/store/index.ts';
import { SObjectRecord } from '../org/store/record.ts';
import type { Raw } from '../org/types.ts';
import { atLeast, atMost } from './figure.ts';
import type { Figure } from './figure.ts';
import { SAMPLE_COMPONENTS, SAMPLE_OBJECT } from './sample-object.ts';

const BATCH = 200;
const WARM_UP_ROWS = 4_000;
const ROWS = 20_000;
const QUERIES = 5_000;

function valuesOf(index: number): Record<string, Raw> {
  return {
    Name: `Row ${index}`,
    Key__c: `K-${index}`,
    City__c: `City ${index % 500}`,
    Seats__c: index % 40,
    Price__c: (index % 9_000) / 4,
    Starts_On__c: '2026-03-01',
    Seen_At__c: Date.UTC(2026, 2, 1) + index,
    Active__c: index % 2 === 0,
  };
}

/** Inserts rows `from` to `to` as the API would, a transaction for each 200, and returns rows a second. */
function insertByOrg(local: LocalOrg, from: number, to: number): number {
  const schema = local.org.schema.requireObject(SAMPLE_OBJECT);
  const start = performance.now();
  for (let next = from; next < to; next += BATCH) {
    const records = Array.from({ length: BATCH }, (_, index) => new SObjectRecord(schema, valuesOf(next + index)));
    const results = local.org.dml(local.adminId, 'insert', records, { allOrNone: true, mode: 'system' });
    const refused = results.find((result) => !result.success);
    if (refused) throw new Error(`The bench's own insert was refused: ${JSON.stringify(refused.errors)}`);
  }
  return ((to - from) * 1000) / (performance.now() - start);
}

/** The same rows into a table with the same columns and indexes, by node:sqlite alone; returns rows a second. */
function insertBySqlite(database: DatabaseSync, rows: readonly Record<string, SQLInputValue>[]): number {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `"${column}"`).join(', ');
  const insert = database.prepare(
    `INSERT INTO "${SAMPLE_OBJECT}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const start = performance.now();
  for (let next = 0; next < rows.length; next += BATCH) {
    database.exec('BEGIN');
    for (const row of rows.slice(next, next + BATCH)) insert.run(...columns.map((column) => row[column] ?? null));
    database.exec('COMMIT');
  }
  return (rows.length * 1000) / (performance.now() - start);
}

function queriesByOrg(local: LocalOrg): number {
  const start = performance.now();
  for (let index = 0; index < QUERIES; index++) {
    const answer = local.org.query(
      local.adminId,
      `SELECT Id, Name, City__c, Seats__c FROM ${SAMPLE_OBJECT} WHERE Key__c = :key`,
      { mode: 'system', binds: { key: `K-${(index * 7) % ROWS}` } },
    );
    if (answer.kind === 'count' || answer.records.length !== 1) throw new Error(`Row ${index} was not found.`);
  }
  return (performance.now() - start) / QUERIES;
}

function queriesBySqlite(database: DatabaseSync): number {
  const statement = database.prepare(
    `SELECT "Id", "Name", "City__c", "Seats__c" FROM "${SAMPLE_OBJECT}" WHERE "Key__c" = ? AND "IsDeleted" = 0`,
  );
  const start = performance.now();
  for (let index = 0; index < QUERIES; index++) {
    if (statement.all(`K-${(index * 7) % ROWS}`).length !== 1) throw new Error(`Row ${index} was not found.`);
  }
  return (performance.now() - start) / QUERIES;
}

/** Table and indexes of the sample object as the org made them. */
function tableSql(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare(`SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC`)
      .all(SAMPLE_OBJECT)
      .map((row) => String(row['sql']));
  } finally {
    database.close();
  }
}

function rowsOf(file: string): Record<string, SQLInputValue>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(`SELECT * FROM "${SAMPLE_OBJECT}" ORDER BY "Id"`).all() as Record<string, SQLInputValue>[];
  } finally {
    database.close();
  }
}

export function engineFigures(): Figure[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-bench-'));
  const file = path.join(folder, 'org.db');
  const local = openLocalOrg({ file });
  try {
    const { problems } = local.org.deployMetadata(SAMPLE_COMPONENTS);
    if (problems.length > 0) throw new Error(`The bench's object was refused: ${JSON.stringify(problems)}`);
    insertByOrg(local, ROWS, ROWS + WARM_UP_ROWS);
    const orgRate = insertByOrg(local, 0, ROWS);
    const rows = rowsOf(file);
    const bare = path.join(folder, 'bare.db');
    // Opened once by the store itself, so that the bare file has the same settings and collations.
    openStore(bare).close();
    const database = new DatabaseSync(bare);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768');
    for (const sql of tableSql(file)) database.exec(sql);
    insertBySqlite(database, rows.slice(ROWS));
    const bareRate = insertBySqlite(database, rows.slice(0, ROWS));
    queriesByOrg(local);
    const orgQuery = queriesByOrg(local);
    queriesBySqlite(database);
    const bareQuery = queriesBySqlite(database);
    database.close();
    return [
      atLeast(
        'Insert with triggers, share of SQLite alone',
        (orgRate * 100) / bareRate,
        '%',
        40,
        `${thousands(orgRate)} against ${thousands(bareRate)} rows a second`,
      ),
      atMost(
        'SOQL by indexed field, times the same SQL',
        orgQuery / bareQuery,
        'x',
        3,
        `${micro(orgQuery)} against ${micro(bareQuery)} µs`,
      ),
    ];
  } finally {
    local.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function thousands(rate: number): string {
  return `${(rate / 1000).toFixed(1)}k`;
}

function micro(ms: number): string {
  return (ms * 1000).toFixed(1);
}
