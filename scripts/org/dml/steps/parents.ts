/** Parents given by external id (`Package__r: {Package_ID__c: '033…'}`) become the parent's id. */
import { liveCondition } from '../plan.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { SObjectRecord } from '../../store/record.ts';
import { refuse } from '../errors.ts';
import type { SaveBatch, SaveRow, SaveStep } from '../batch.ts';
import { refuseRow } from '../batch.ts';

export const resolveParents: SaveStep = {
  name: 'parents',
  run(batch) {
    for (const row of batch.rows) {
      const parents = row.input.parents;
      if (parents === null) continue;
      for (const [relationship, parent] of Object.entries(parents)) {
        if (parent !== null) resolve(batch, row, relationship, parent);
      }
    }
  },
};

function resolve(batch: SaveBatch, row: SaveRow, relationship: string, parent: SObjectRecord): void {
  const reference = batch.plan.object.parentRelationship(relationship);
  if (reference === undefined || parent.id !== null || parent.queried) return;
  const key = keyField(parent);
  if (key === undefined) return;
  const value = parent.get(key.name);
  if (value === null) return;
  const ids = findByKey(batch, parent.object, key, value as string | number);
  if (ids.length === 1) row.record.values[reference.name] = ids[0] as string;
  else if (ids.length === 0) refuseRow(row, refuse.parentNotFound(parent.object, key, value, reference));
  else refuseRow(row, refuse.ambiguousExternalId(key, ids));
}

function keyField(parent: SObjectRecord): FieldSchema | undefined {
  for (const name of Object.keys(parent.values)) {
    const field = parent.object.field(name);
    if (field !== undefined && (field.externalId || field.isNameField || field.unique)) return field;
  }
  return undefined;
}

function findByKey(batch: SaveBatch, object: ObjectSchema, key: FieldSchema, value: string | number): string[] {
  const sql = `SELECT "Id" FROM "${object.name}" WHERE "${key.name}" = ?${liveCondition(object)} LIMIT 2`;
  return batch.context.store.all(sql, [value]).map((one) => one['Id'] as string);
}
