/** Platform events: a save of an event is a publication. Required fields and lengths are checked, nothing is stored. */
import type { ObjectSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import { OrgError } from '../types.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import type { SaveBatch, SaveRow } from './batch.ts';
import { dropRefused } from './batch.ts';
import type { RowOutcome } from './outcome.ts';
import { planOf } from './plan.ts';
import { applyDefaults } from './steps/defaults.ts';
import { checkAccess } from './steps/access.ts';
import { normaliseValues } from './steps/normalise.ts';
import { validateFields } from './steps/validate-fields.ts';

/** Publishes event records; the outcome's id is the event's uuid-like `EventUuid` place holder id. */
export function publishRecords(
  context: DmlContext,
  operation: string,
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  if (operation !== 'insert')
    throw new OrgError('INVALID_TYPE', `DML operation ${operation} is not allowed on ${object.name}`);
  const rows: SaveRow[] = records.map((input, index) => ({ index, input, record: input.copy(), old: null }));
  const batch: SaveBatch = {
    context,
    options,
    plan: planOf(object),
    operation,
    rows,
    refused: [],
    now: context.clock.now(),
  };
  for (const step of [checkAccess, applyDefaults, normaliseValues, validateFields]) {
    step.run(batch);
    dropRefused(batch);
  }
  const publishable = !(options.allOrNone && batch.refused.length > 0);
  if (publishable && batch.rows.length > 0) {
    for (const row of batch.rows) {
      row.record.set('Id', context.store.nextId(object.keyPrefix));
      row.record.set('CreatedDate', batch.now);
      row.record.set('CreatedById', options.access.userId);
    }
    context.publish(batch.rows.map((row) => row.record));
  }
  return rows.map((row) => ({ record: row.input, id: row.record.id, errors: row.record.errors ?? [] }));
}
