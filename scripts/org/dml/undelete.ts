/** Undelete: rows come back from the recycle bin, master-detail children that went with them too. */
import type { ObjectSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Id } from '../types.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import { CHUNK_SIZE } from './batch.ts';
import { childLinks } from './child-links.ts';
import { restoreLookups } from './cleared-lookups.ts';
import { refuse } from './errors.ts';
import { toLongId } from './id-form.ts';
import type { RowOutcome } from './outcome.ts';
import { chunksOf } from './outcome.ts';
import { planOf } from './plan.ts';
import type { SaveBatch } from './batch.ts';
import { checkUnique } from './steps/unique.ts';

export function undeleteRecords(
  context: DmlContext,
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  return chunksOf(records, CHUNK_SIZE).flatMap((chunk) => undeleteChunk(context, object, chunk, options));
}

function undeleteChunk(
  context: DmlContext,
  object: ObjectSchema,
  chunk: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  const outcomes: RowOutcome[] = [];
  const revived: SObjectRecord[] = [];
  for (const record of chunk) {
    const id = record.id === null ? null : toLongId(record.id);
    const stored = id === null ? undefined : context.store.load(object, [id], { includeDeleted: true })[0];
    const error =
      refusalOf(context, object, stored, options) ?? uniqueRefusal(context, object, stored as SObjectRecord, options);
    outcomes.push({ record, id, errors: error === null ? [] : [error] });
    if (error === null) revived.push(stored as SObjectRecord);
  }
  if (revived.length === 0 || (options.allOrNone && revived.length < chunk.length)) return outcomes;
  const ids = revived.map((row) => row.id as Id);
  context.store.markDeleted(object, ids, false);
  reviveChildren(context, object, ids);
  restoreLookups(context.store, context.schema, ids);
  const rows = context.store.load(object, ids);
  if (context.triggers.hasTriggers(object.name, 'undelete', 'after')) {
    context.triggers.fire({
      object: object.name,
      operation: 'undelete',
      timing: 'after',
      newRecords: rows,
      oldRecords: null,
    });
  }
  const refused = new Map(rows.filter((row) => row.errors !== null).map((row) => [row.id, row.errors ?? []]));
  if (refused.size > 0) context.store.markDeleted(object, [...refused.keys()] as Id[], true);
  return outcomes.map((one) => ({ ...one, errors: refused.get(one.id) ?? one.errors }));
}

function refusalOf(context: DmlContext, object: ObjectSchema, stored: SObjectRecord | undefined, options: DmlOptions) {
  if (stored === undefined) return refuse.notFound();
  if (stored.get('IsDeleted') !== true) return refuse.notDeleted();
  const { access } = options;
  if (access.mode === 'user' && !context.access.object(access.userId, object).delete)
    return refuse.objectDenied(object);
  return access.sharing && !context.access.canDelete(access.userId, stored) ? refuse.recordDenied() : null;
}

/** A value that was taken meanwhile keeps the row in the bin. */
function uniqueRefusal(context: DmlContext, object: ObjectSchema, stored: SObjectRecord, options: DmlOptions) {
  const record = stored.copy();
  const batch: SaveBatch = {
    context,
    options,
    plan: planOf(object),
    operation: 'update',
    rows: [{ index: 0, input: stored, record, old: null }],
    refused: [],
    now: context.clock.now(),
  };
  checkUnique.run(batch);
  return record.errors?.[0] ?? null;
}

function reviveChildren(context: DmlContext, object: ObjectSchema, ids: readonly Id[]): void {
  for (const link of childLinks(context.schema, object)) {
    if (!link.field.masterDetail) continue;
    const sql = `SELECT "Id" FROM "${link.object.name}" WHERE "${link.field.name}" IN (SELECT value FROM json_each(?)) AND "IsDeleted" = 1`;
    const children = context.store.all(sql, [JSON.stringify(ids)]).map((row) => row['Id'] as Id);
    if (children.length === 0) continue;
    context.store.markDeleted(link.object, children, false);
    reviveChildren(context, link.object, children);
  }
}
