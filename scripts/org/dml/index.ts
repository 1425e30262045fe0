/** Data changes of the org: one entry for every operation, in the platform's order of execution. */
import type { ObjectSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { DmlContext, DmlOperation, DmlOptions, SaveResult } from './contract.ts';
import type { RowOutcome } from './outcome.ts';
import { runsOf, toResult } from './outcome.ts';
import { deleteRecords } from './delete.ts';
import { refuse } from './errors.ts';
import { publishRecords } from './events.ts';
import { mergeRecords } from './merge.ts';
import { saveRecords } from './save.ts';
import { undeleteRecords } from './undelete.ts';
import { upsertRecords } from './upsert.ts';

export type { DmlContext, DmlOptions, SaveResult } from './contract.ts';
export { ROLLED_BACK } from './errors.ts';
export { toLongId } from './id-form.ts';

type Operation = (
  context: DmlContext,
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  options: DmlOptions,
) => RowOutcome[];

/** By name of the statement. */
export const OPERATIONS: Readonly<Record<DmlOperation, Operation>> = {
  insert: (context, object, records, options) => saveRecords(context, 'insert', object, records, options),
  update: (context, object, records, options) => saveRecords(context, 'update', object, records, options),
  upsert: upsertRecords,
  delete: deleteRecords,
  undelete: undeleteRecords,
  merge: mergeRecords,
};

/**
 * Runs one DML statement. With `allOrNone` everything it did is rolled back when one record is refused; the other
 * records then carry `ALL_OR_NONE_OPERATION_ROLLED_BACK`. Inserted records get their `Id`. Throws only what is wrong with the
 * statement itself (`OrgError`) and what triggers throw.
 */
export function runDml(
  context: DmlContext,
  operation: DmlOperation,
  records: readonly SObjectRecord[],
  options: DmlOptions,
): SaveResult[] {
  if (records.length === 0) return [];
  const savepoint = context.store.savepoint();
  let outcomes: RowOutcome[];
  try {
    outcomes = runAll(context, operation, records, options);
  } catch (error) {
    context.store.rollbackTo(savepoint);
    context.store.release(savepoint);
    throw error;
  }
  const failed = outcomes.some((one) => one.errors.length > 0);
  if (failed && options.allOrNone) {
    context.store.rollbackTo(savepoint);
    outcomes = outcomes.map((one) =>
      one.errors.length > 0 ? one : { ...one, id: one.record.id, errors: [refuse.rolledBack()] },
    );
  } else if (operation === 'insert' || operation === 'upsert') {
    for (const one of outcomes) if (one.errors.length === 0 && one.id !== null) one.record.set('Id', one.id);
  }
  context.store.release(savepoint);
  return outcomes.map(toResult);
}

function runAll(
  context: DmlContext,
  operation: DmlOperation,
  records: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  const outcomes: RowOutcome[] = [];
  let stopped = false;
  for (const run of runsOf(records)) {
    // The schema may be newer than the record: a deploy between the two is legal.
    const object = context.schema.object(run.object.name) ?? run.object;
    const done: RowOutcome[] = stopped
      ? run.records.map((record) => ({ record, id: null, errors: [refuse.rolledBack()] }))
      : object.kind === 'event'
        ? publishRecords(context, operation, object, run.records, options)
        : OPERATIONS[operation](context, object, run.records, options);
    for (const one of done) outcomes.push(one);
    stopped ||= options.allOrNone && done.some((one) => one.errors.length > 0);
  }
  return outcomes;
}
