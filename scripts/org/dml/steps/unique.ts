/** Unique fields: no two live rows share a value, neither in the table nor in this chunk. */
import { liveCondition } from '../plan.ts';
import type { FieldSchema } from '../../schema/model.ts';
import type { Id, Raw } from '../../types.ts';
import { refuse } from '../errors.ts';
import type { SaveBatch, SaveRow, SaveStep } from '../batch.ts';
import { refuseRow } from '../batch.ts';

export const checkUnique: SaveStep = {
  name: 'unique',
  run(batch) {
    for (const field of batch.plan.unique) checkField(batch, field);
  },
};

function checkField(batch: SaveBatch, field: FieldSchema): void {
  const claims = new Map<Raw, SaveRow>();
  for (const row of batch.rows) {
    const value = row.record.values[field.name] ?? null;
    if (value === null || (row.old !== null && row.old.get(field.name) === value)) continue;
    const key = keyOf(field, value);
    const other = claims.get(key);
    if (other === undefined) claims.set(key, row);
    else refuseRow(row, refuse.duplicateValue(field, other.record.id));
  }
  if (claims.size === 0) return;
  const sql =
    `SELECT "Id", "${field.name}" AS "taken" FROM "${batch.plan.object.name}" ` +
    `WHERE "${field.name}" IN (SELECT value FROM json_each(?))${liveCondition(batch.plan.object)}`;
  const values = [...claims.values()].map((row) => row.record.values[field.name] ?? null);
  const moving = movedIds(batch, field);
  for (const found of batch.context.store.all(sql, [JSON.stringify(values)])) {
    const id = found['Id'] as Id;
    const row = claims.get(keyOf(field, found['taken'] as Raw));
    if (row !== undefined && row.record.id !== id && !moving.has(id)) refuseRow(row, refuse.duplicateValue(field, id));
  }
}

/** Rows of this chunk that give their old value up: the chunk is checked as it will be. */
function movedIds(batch: SaveBatch, field: FieldSchema): Set<Id> {
  const moved = new Set<Id>();
  for (const row of batch.rows) {
    if (row.old !== null && row.old.get(field.name) !== row.record.get(field.name)) moved.add(row.old.id as Id);
  }
  return moved;
}

function keyOf(field: FieldSchema, value: Raw): Raw {
  return typeof value === 'string' && !field.caseSensitive ? value.toLowerCase() : value;
}
