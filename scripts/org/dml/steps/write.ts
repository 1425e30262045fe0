/** Writes the rows: ids, auto-numbers and system fields are set here, at one time for the whole chunk. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import type { SObjectRecord } from '../../store/record.ts';
import { formatAutoNumber } from '../auto-number.ts';
import type { SaveBatch, SaveStep } from '../batch.ts';

export const writeRows: SaveStep = {
  name: 'write',
  run(batch) {
    if (batch.rows.length === 0) return;
    if (batch.operation === 'insert') insertRows(batch);
    else updateRows(batch);
  },
};

function insertRows(batch: SaveBatch): void {
  const { plan, context } = batch;
  const { store } = context;
  const userId = batch.options.access.userId;
  for (const row of batch.rows) {
    const { values } = row.record;
    values['Id'] = store.nextId(plan.object.keyPrefix);
    for (const field of plan.autoNumbers) {
      const number = store.nextAutoNumber(plan.object.name, field.name, field.startingNumber);
      values[field.name] = formatAutoNumber(field.autoNumberFormat as string, number, batch.now);
    }
    if (plan.object.kind === 'custom' && plan.names.has('Name')) values['Name'] ??= values['Id'];
    values['IsDeleted'] = false;
    values['CreatedDate'] = batch.now;
    values['CreatedById'] = userId;
    values['LastModifiedDate'] = batch.now;
    values['LastModifiedById'] = userId;
    values['SystemModstamp'] = batch.now;
  }
  guarded(batch, (records) => store.insert(plan.object, records));
}

/** A unique index that no step knows of (user names) refuses a whole statement: then row by row, to find the one. */
function guarded(batch: SaveBatch, write: (records: readonly SObjectRecord[]) => void): void {
  const records = batch.rows.map((row) => row.record);
  try {
    write(records);
    return;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  for (const record of records) {
    try {
      write([record]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      record.addError({ statusCode: error.code, message: error.message, fields: error.fields });
    }
  }
}

function isDuplicate(error: unknown): error is OrgError {
  return error instanceof OrgError && error.code === 'DUPLICATE_VALUE';
}

function updateRows(batch: SaveBatch): void {
  const { plan, context } = batch;
  const userId = batch.options.access.userId;
  const changed = new Set<string>();
  for (const row of batch.rows) {
    const { values } = row.record;
    const old = (row.old as NonNullable<typeof row.old>).values;
    for (const name of plan.names) if ((values[name] ?? null) !== (old[name] ?? null)) changed.add(name);
    values['Id'] = (row.old as NonNullable<typeof row.old>).id as Id;
    values['LastModifiedDate'] = batch.now;
    values['LastModifiedById'] = userId;
    values['SystemModstamp'] = batch.now;
  }
  changed.delete('Id');
  for (const name of ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp'])
    if (plan.names.has(name)) changed.add(name);
  guarded(batch, (records) => context.store.update(plan.object, records, [...changed]));
}
