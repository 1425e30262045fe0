/** Every reference must point to a stored row of a fitting object, and to one this user sees where sharing is enforced. */
import { liveCondition } from '../plan.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { Id } from '../../types.ts';
import { toLongId } from '../id-form.ts';
import { refuse } from '../errors.ts';
import type { SaveBatch, SaveRow, SaveStep } from '../batch.ts';
import { refuseRow } from '../batch.ts';

export const validateReferences: SaveStep = {
  name: 'validate-references',
  run(batch) {
    for (const field of batch.plan.references) checkField(batch, field);
  },
};

function checkField(batch: SaveBatch, field: FieldSchema): void {
  const wanted = new Map<Id, SaveRow[]>();
  for (const row of batch.rows) {
    const value = row.record.values[field.name] ?? null;
    if (value === null || (row.old !== null && row.old.get(field.name) === value)) continue;
    if (row.old !== null && field.masterDetail && !field.updateable) {
      refuseRow(row, refuse.notReparentable(field));
      continue;
    }
    const id = typeof value === 'string' ? toLongId(value) : null;
    if (id === null) {
      refuseRow(row, refuse.malformedId(field, value));
      continue;
    }
    const rows = wanted.get(id);
    if (rows === undefined) wanted.set(id, [row]);
    else rows.push(row);
  }
  if (wanted.size === 0) return;
  for (const [object, ids] of byObject(batch, field, wanted)) checkRows(batch, field, object, ids, wanted);
}

function byObject(batch: SaveBatch, field: FieldSchema, wanted: Map<Id, SaveRow[]>): Map<ObjectSchema, Id[]> {
  const groups = new Map<ObjectSchema, Id[]>();
  for (const [id, rows] of wanted) {
    const target = batch.context.schema.objectByKeyPrefix(id.slice(0, 3));
    if (target === undefined || !field.referenceTo.includes(target.name)) {
      for (const row of rows) refuseRow(row, refuse.wrongReferenceType(field, id));
      continue;
    }
    const ids = groups.get(target);
    if (ids === undefined) groups.set(target, [id]);
    else ids.push(id);
  }
  return groups;
}

function checkRows(
  batch: SaveBatch,
  field: FieldSchema,
  target: ObjectSchema,
  ids: Id[],
  wanted: Map<Id, SaveRow[]>,
): void {
  const { context, options } = batch;
  const live = liveCondition(target);
  const base = `SELECT "Id" FROM "${target.name}" AS parent WHERE "Id" IN (SELECT value FROM json_each(?))${live}`;
  const list = JSON.stringify(ids);
  const there = new Set(context.store.all(base, [list]).map((one) => one['Id']));
  const filter =
    options.access.sharing && field.name !== 'OwnerId'
      ? context.access.readFilter(options.access, target, 'parent')
      : null;
  const seen =
    filter === null
      ? there
      : new Set(context.store.all(`${base} AND (${filter.sql})`, [list, ...filter.params]).map((one) => one['Id']));
  for (const id of ids) {
    if (seen.has(id)) continue;
    for (const row of wanted.get(id) as SaveRow[]) {
      refuseRow(row, there.has(id) ? refuse.noAccessToCrossReference(id, field) : refuse.invalidCrossReference(field));
    }
  }
}
