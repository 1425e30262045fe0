/** The rows of one chunk on their way through the save, and how a step takes a row out of it. */
import type { RecordError, SObjectRecord } from '../store/record.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import type { ObjectPlan } from './plan.ts';

export interface SaveRow {
  /** Place in the caller's list. */
  readonly index: number;
  /** The caller's record; gets its id when the save holds. */
  readonly input: SObjectRecord;
  /** What is saved: complete, seen and changed by before triggers. */
  record: SObjectRecord;
  old: SObjectRecord | null;
}

export interface SaveBatch {
  readonly context: DmlContext;
  readonly options: DmlOptions;
  readonly plan: ObjectPlan;
  readonly operation: 'insert' | 'update';
  /** Rows that no step has refused. */
  rows: SaveRow[];
  readonly refused: SaveRow[];
  /** One time for the whole chunk, epoch milliseconds. */
  readonly now: number;
}

/** One step of the order of execution. It refuses rows by adding errors to `row.record`. */
export interface SaveStep {
  readonly name: string;
  run(batch: SaveBatch): void;
}

/** Most records that one firing of triggers sees. */
export const CHUNK_SIZE = 200;

export function refuseRow(row: SaveRow, error: RecordError): void {
  row.record.addError(error);
}

/** Takes the refused rows out of the batch. */
export function dropRefused(batch: SaveBatch): void {
  let clean = true;
  for (const row of batch.rows) if (row.record.errors !== null) clean = false;
  if (clean) return;
  batch.refused.push(...batch.rows.filter((row) => row.record.errors !== null));
  batch.rows = batch.rows.filter((row) => row.record.errors === null);
}
