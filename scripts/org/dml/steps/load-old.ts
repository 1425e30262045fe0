/** Update: the stored row under the caller's changes. Rows that are gone or not editable for this user are refused here. */
import type { SObjectRecord } from '../../store/record.ts';
import type { Id } from '../../types.ts';
import { newValues, SObjectRecord as Row } from '../../store/record.ts';
import { toLongId } from '../id-form.ts';
import { refuse } from '../errors.ts';
import { SYSTEM_FIELDS } from '../plan.ts';
import type { SaveBatch, SaveRow, SaveStep } from '../batch.ts';
import { refuseRow } from '../batch.ts';

export const loadOld: SaveStep = {
  name: 'load-old',
  run(batch) {
    if (batch.operation === 'insert') {
      for (const row of batch.rows) startInsert(batch, row);
      return;
    }
    const seen = new Set<Id>();
    const ids: Id[] = [];
    for (const row of batch.rows) {
      const given = row.input.id;
      const id = given === null ? null : toLongId(given);
      if (id === null) refuseRow(row, refuse.idMissing());
      else if (seen.has(id)) refuseRow(row, refuse.duplicateId(id));
      else {
        seen.add(id);
        ids.push(id);
      }
    }
    const stored = new Map<Id, SObjectRecord>();
    for (const old of batch.context.store.load(batch.plan.object, ids)) stored.set(old.id as Id, old);
    for (const row of batch.rows) if (row.record.errors === null) startUpdate(batch, row, stored);
  },
};

function startInsert(batch: SaveBatch, row: SaveRow): void {
  if (row.input.id !== null) {
    refuseRow(row, refuse.idNotAllowed());
    return;
  }
  const record = row.input.copy();
  record.queried = false;
  row.record = record;
  dropReadOnly(batch, row);
}

/** What nobody may set is refused; what a copied query row brings along of it is left out. */
function dropReadOnly(batch: SaveBatch, row: SaveRow): void {
  if (batch.options.writesReadOnlyFields === true) return;
  const { values } = row.record;
  let denied: string[] | null = null;
  for (const name of Object.keys(values)) {
    const field = batch.plan.object.field(name);
    if (field === undefined || field.createable) continue;
    const value = values[name] ?? null;
    const isSilent = row.input.queried || field.formula !== undefined || value === null || value === false;
    if (!isSilent) (denied ??= []).push(name);
    delete values[name];
  }
  if (denied !== null) refuseRow(row, refuse.readOnlyFields(denied));
}

function startUpdate(batch: SaveBatch, row: SaveRow, stored: ReadonlyMap<Id, SObjectRecord>): void {
  const id = toLongId(row.input.id as string);
  const old = id === null ? undefined : stored.get(id);
  if (old === undefined) {
    const gone = id !== null && batch.context.store.load(batch.plan.object, [id], { includeDeleted: true }).length > 0;
    refuseRow(row, gone ? refuse.deleted() : refuse.notFound());
    return;
  }
  const { access } = batch.options;
  if (access.sharing && !batch.context.access.canEdit(access.userId, old)) {
    refuseRow(row, refuse.recordDenied());
    return;
  }
  const values = Object.assign(newValues(), old.values);
  const denied: string[] = [];
  for (const name of Object.keys(row.input.values)) {
    if (name === 'Id') continue;
    const field = batch.plan.object.field(name);
    if (field === undefined || field.formula !== undefined || SYSTEM_FIELDS.has(field.name)) continue;
    const value = row.input.values[name] ?? null;
    if (!field.updateable && batch.options.writesReadOnlyFields !== true && value !== (old.values[name] ?? null))
      denied.push(name);
    else values[name] = value;
  }
  row.old = old;
  const record = new Row(batch.plan.object, values);
  record.parents = row.input.parents;
  row.record = record;
  if (denied.length > 0) refuseRow(row, refuse.readOnlyFields(denied));
}
