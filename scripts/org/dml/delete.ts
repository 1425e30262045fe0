/** Delete: triggers, then what hangs on the rows (restrict, clear, cascade), then the rows themselves into the recycle bin. */
import type { ObjectSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Id } from '../types.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import { CHUNK_SIZE } from './batch.ts';
import { childLinks } from './child-links.ts';
import { refuse } from './errors.ts';
import { fillFormulas } from './formulas.ts';
import { toLongId } from './id-form.ts';
import type { RowOutcome } from './outcome.ts';
import { chunksOf, noteAccessChange } from './outcome.ts';
import { planOf } from './plan.ts';

/**
 * Deletes records of one object by id. Only `Id` of the given records is used. Rows that lost a merge to `masterId` name it in
 * `MasterRecordId`, which after triggers see and before triggers do not.
 */
export function deleteRecords(
  context: DmlContext,
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  options: DmlOptions,
  masterId: Id | null = null,
): RowOutcome[] {
  const outcomes: RowOutcome[] = [];
  let stopped = false;
  for (const chunk of chunksOf(records, CHUNK_SIZE)) {
    const done: RowOutcome[] = stopped
      ? chunk.map((record) => ({ record, id: null, errors: [refuse.rolledBack()] }))
      : deleteChunk(context, object, chunk, options, masterId);
    outcomes.push(...done);
    stopped ||= options.allOrNone && done.some((one) => one.errors.length > 0);
  }
  noteAccessChange(context, object);
  return outcomes;
}

function deleteChunk(
  context: DmlContext,
  object: ObjectSchema,
  chunk: readonly SObjectRecord[],
  options: DmlOptions,
  masterId: Id | null,
): RowOutcome[] {
  const ids = chunk.map((record) => (record.id === null ? null : toLongId(record.id)));
  const stored = new Map<Id, SObjectRecord>();
  const wanted = ids.filter((id) => id !== null);
  for (const row of context.store.load(object, wanted)) stored.set(row.id as Id, row);
  const known = new Set(context.store.load(object, wanted, { includeDeleted: true }).map((row) => row.id));
  const rows: { record: SObjectRecord; old: SObjectRecord | null }[] = chunk.map((record, place) => {
    const id = ids[place] ?? null;
    const old = id === null ? undefined : stored.get(id);
    if (old !== undefined) return { record, old };
    const holder = record.copy();
    holder.errors = null;
    holder.addError(id === null ? refuse.idMissingFor('delete') : known.has(id) ? refuse.deleted() : refuse.notFound());
    return { record: holder, old: null };
  });
  const live = (): SObjectRecord[] => {
    const open: SObjectRecord[] = [];
    for (const row of rows) if (row.old !== null && row.old.errors === null) open.push(row.old);
    return open;
  };
  checkRights(context, object, live(), options);
  fire(context, object, 'before', live(), options);
  restrictChildren(context, object, live());
  const doomed = live();
  const failed = rows.some((row) => row.old === null || row.old.errors !== null);
  if (doomed.length > 0 && !(failed && options.allOrNone)) {
    releaseChildren(context, object, doomed, options);
    const gone = live();
    context.store.markDeleted(
      object,
      gone.map((row) => row.id as Id),
      true,
    );
    if (masterId !== null && object.field('MasterRecordId') !== undefined) {
      for (const row of gone) row.set('MasterRecordId', masterId);
    }
    fire(context, object, 'after', gone, options);
  }
  return rows.map(({ record, old }, place) => {
    const errors = (old ?? record).errors ?? [];
    const given = chunk[place] as SObjectRecord;
    return { record: given, id: errors.length === 0 ? (old as SObjectRecord).id : given.id, errors };
  });
}

function checkRights(
  context: DmlContext,
  object: ObjectSchema,
  rows: readonly SObjectRecord[],
  options: DmlOptions,
): void {
  const { access } = options;
  for (const row of rows) {
    if (!object.deletable) row.addError(refuse.operationNotAllowed(object, 'deleted'));
    else if (access.mode === 'user' && !context.access.object(access.userId, object).delete) {
      row.addError(refuse.objectDenied(object));
    } else if (access.sharing && !context.access.canDelete(access.userId, row)) row.addError(refuse.recordDenied());
  }
}

function fire(
  context: DmlContext,
  object: ObjectSchema,
  timing: 'before' | 'after',
  rows: readonly SObjectRecord[],
  options: DmlOptions,
): void {
  if (rows.length === 0 || !context.triggers.hasTriggers(object.name, 'delete', timing)) return;
  fillFormulas(context, planOf(object), rows, options.access.userId);
  context.triggers.fire({ object: object.name, operation: 'delete', timing, newRecords: null, oldRecords: rows });
}

function restrictChildren(context: DmlContext, object: ObjectSchema, rows: readonly SObjectRecord[]): void {
  if (rows.length === 0) return;
  for (const link of childLinks(context.schema, object)) {
    if (link.field.deleteConstraint !== 'Restrict') continue;
    const held = new Set(link.parentsInUse(context, rows));
    for (const row of rows) {
      if (held.has(row.id as Id)) row.addError(refuse.deleteRestricted(object, link.object.pluralLabel));
    }
  }
}

function releaseChildren(
  context: DmlContext,
  object: ObjectSchema,
  rows: readonly SObjectRecord[],
  options: DmlOptions,
): void {
  const system: DmlOptions = { allOrNone: true, access: { ...options.access, mode: 'system', sharing: false } };
  for (const link of childLinks(context.schema, object)) {
    if (link.field.deleteConstraint === 'Restrict') continue;
    if (link.field.deleteConstraint === 'SetNull' && !link.field.masterDetail) {
      link.clear(context, rows);
      continue;
    }
    const children = link.children(context, rows);
    if (children.length === 0) continue;
    if (link.object.parentObject === object.name) {
      // Shares and history are nobody's to delete; they go with their row.
      const ids = children.map((child) => child.id as Id);
      if (link.object.field('IsDeleted') === undefined) context.store.purge(link.object, ids);
      else context.store.markDeleted(link.object, ids, true);
      continue;
    }
    const refused = deleteRecords(context, link.object, children, system).filter((one) => one.errors.length > 0);
    for (const one of refused) {
      const parent = rows.find((row) => row.id === one.record.get(link.field.name));
      for (const error of one.errors) parent?.addError(error);
    }
  }
}
