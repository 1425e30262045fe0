/** Insert and update: chunks of 200 through the save order, all or nothing, or good rows with up to three attempts. */
import type { ObjectSchema } from '../schema/model.ts';
import type { RecordError, SObjectRecord } from '../store/record.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import type { SaveBatch, SaveRow } from './batch.ts';
import { CHUNK_SIZE, dropRefused } from './batch.ts';
import type { RowOutcome } from './outcome.ts';
import { chunksOf, noteAccessChange } from './outcome.ts';
import { planOf } from './plan.ts';
import { refuse } from './errors.ts';
import { SAVE_ORDER } from './save-order.ts';
import { SObjectRecord as Row } from '../store/record.ts';

const ATTEMPTS = 3;

/** Saves records of one object. Outcomes are in the order of the records; with `allOrNone` the caller rolls back. */
export function saveRecords(
  context: DmlContext,
  operation: 'insert' | 'update',
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  const outcomes: RowOutcome[] = [];
  let stopped = false;
  for (const chunk of chunksOf(records, CHUNK_SIZE)) {
    if (stopped) {
      for (const record of chunk) outcomes.push({ record, id: null, errors: [refuse.rolledBack()] });
      continue;
    }
    const done = options.allOrNone
      ? attempt(context, operation, object, chunk, options)
      : saveGoodRows(context, operation, object, chunk, options);
    outcomes.push(...done);
    stopped = options.allOrNone && done.some((one) => one.errors.length > 0);
  }
  noteAccessChange(context, object);
  return outcomes;
}

function saveGoodRows(
  context: DmlContext,
  operation: 'insert' | 'update',
  object: ObjectSchema,
  chunk: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  const final: RowOutcome[] = new Array<RowOutcome>(chunk.length);
  let open = chunk.map((_, index) => index);
  for (let round = 1; open.length > 0; round++) {
    const savepoint = context.store.savepoint();
    const outcomes = attempt(
      context,
      operation,
      object,
      open.map((index) => chunk[index] as SObjectRecord),
      options,
    );
    const bad = outcomes.filter((one) => one.errors.length > 0).length;
    if (bad === 0 || bad === open.length) {
      if (bad === 0) context.store.release(savepoint);
      else context.store.rollbackTo(savepoint);
      open.forEach((index, place) => (final[index] = outcomes[place] as RowOutcome));
      return final;
    }
    context.store.rollbackTo(savepoint);
    open = open.filter((index, place) => {
      const outcome = outcomes[place] as RowOutcome;
      if (outcome.errors.length > 0) final[index] = outcome;
      return outcome.errors.length === 0;
    });
    if (round === ATTEMPTS) {
      for (const index of open)
        final[index] = { record: chunk[index] as SObjectRecord, id: null, errors: [refuse.tooManyRetries()] };
      return final;
    }
  }
  return final;
}

function attempt(
  context: DmlContext,
  operation: 'insert' | 'update',
  object: ObjectSchema,
  chunk: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  const rows: SaveRow[] = chunk.map((input, index) => ({ index, input, record: new Row(object), old: null }));
  const batch: SaveBatch = {
    context,
    options,
    plan: planOf(object),
    operation,
    rows,
    refused: [],
    now: context.clock.now(),
  };
  for (const step of SAVE_ORDER) {
    step.run(batch);
    dropRefused(batch);
    if (batch.rows.length === 0) break;
    // The platform tells every row's first trouble, but writes nothing once one row of an all-or-nothing save is lost.
    if (options.allOrNone && batch.refused.length > 0 && step.name === 'unique') break;
  }
  return rows.map((row) => outcomeOf(row, batch));
}

function outcomeOf(row: SaveRow, batch: SaveBatch): RowOutcome {
  const errors: readonly RecordError[] = row.record.errors ?? NO_ERRORS;
  if (errors.length > 0) return { record: row.input, id: batch.operation === 'update' ? row.input.id : null, errors };
  if (batch.options.allOrNone && batch.refused.length > 0) {
    return { record: row.input, id: null, errors: [refuse.rolledBack()] };
  }
  return { record: row.input, id: row.record.id, errors };
}

const NO_ERRORS: readonly RecordError[] = [];
