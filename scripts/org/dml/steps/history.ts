/** Field history: one row per tracked field that changed, one `created` row per insert, in the object's history table. */
import type { Raw } from '../../types.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SaveBatch, SaveRow, SaveStep } from '../batch.ts';

export const writeHistory: SaveStep = {
  name: 'history',
  run(batch) {
    const { plan, context } = batch;
    if (plan.tracked.length === 0 || batch.rows.length === 0) return;
    const table = historyObject(batch);
    if (table === undefined) return;
    const records: SObjectRecord[] = [];
    for (const row of batch.rows) {
      if (row.old === null) records.push(entry(batch, table, row, 'created', null, null));
      else records.push(...changes(batch, table, row));
    }
    if (records.length > 0) context.store.insert(table, records);
  },
};

function historyObject(batch: SaveBatch): ObjectSchema | undefined {
  const name = batch.plan.object.historyObject;
  return name === undefined ? undefined : batch.context.schema.object(name);
}

function changes(batch: SaveBatch, table: ObjectSchema, row: SaveRow): SObjectRecord[] {
  const records: SObjectRecord[] = [];
  for (const field of batch.plan.tracked) {
    const before = row.old?.get(field.name) ?? null;
    const after = row.record.get(field.name);
    // Long text and multi-select keep that they changed, not what they were.
    const silent = field.isLongText || field.type === 'multipicklist';
    if (before !== after)
      records.push(entry(batch, table, row, field.name, silent ? null : before, silent ? null : after));
  }
  return records;
}

function entry(
  batch: SaveBatch,
  table: ObjectSchema,
  row: SaveRow,
  field: string,
  before: Raw,
  after: Raw,
): SObjectRecord {
  const record = new SObjectRecord(table);
  const parent = table.field('ParentId') === undefined ? `${batch.plan.object.name}Id` : 'ParentId';
  record.set('Id', batch.context.store.nextId(table.keyPrefix));
  record.set(parent, row.record.id);
  record.set('Field', field);
  record.set('OldValue', before === null ? null : String(before));
  record.set('NewValue', after === null ? null : String(after));
  record.set('IsDeleted', false);
  record.set('CreatedById', batch.options.access.userId);
  record.set('CreatedDate', batch.now);
  return record;
}
