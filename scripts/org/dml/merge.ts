/** Merge: children move to the master, the losing rows go to the recycle bin and name their master. */
import type { SObjectRecord } from '../store/record.ts';
import { SObjectRecord as Row } from '../store/record.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { OrgError } from '../types.ts';
import type { Id } from '../types.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import { childLinks } from './child-links.ts';
import { deleteRecords } from './delete.ts';
import { toLongId } from './id-form.ts';
import type { RowOutcome } from './outcome.ts';
import { saveRecords } from './save.ts';

/** Objects whose records can be merged. */
export const MERGEABLE: ReadonlySet<string> = new Set(['Account', 'Contact', 'Lead', 'Case']);
const MOST_LOSERS = 2;

/** Merges `options.mergeIds` (at most two) into the one given master record. */
export function mergeRecords(
  context: DmlContext,
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  const master = records[0];
  const losers = (options.mergeIds ?? []).map((id) => toLongId(id) ?? id);
  if (!MERGEABLE.has(object.name)) throw new OrgError('INVALID_OPERATION', `Merge is not allowed for ${object.name}`);
  if (master === undefined || master.id === null)
    throw new OrgError('MISSING_ARGUMENT', 'Merge needs a master record with an id');
  if (losers.length === 0 || losers.length > MOST_LOSERS) {
    throw new OrgError('INVALID_ARGUMENT', `Merge takes one to ${MOST_LOSERS} records besides the master`);
  }
  const masterId = (toLongId(master.id) ?? master.id) as Id;
  if (losers.includes(masterId)) throw new OrgError('INVALID_ARGUMENT', 'A record cannot be merged with itself');
  moveChildren(context, object, losers, masterId);
  const gone = deleteRecords(
    context,
    object,
    losers.map((id) => bare(object, id)),
    options,
    masterId,
  );
  const lost = gone.find((one) => one.errors.length > 0);
  if (lost !== undefined) return [{ record: master, id: master.id, errors: lost.errors }];
  if (object.field('MasterRecordId') !== undefined) {
    const sql = `UPDATE "${object.name}" SET "MasterRecordId" = ? WHERE "Id" IN (SELECT value FROM json_each(?))`;
    context.store.run(sql, [masterId, JSON.stringify(losers)]);
  }
  return saveRecords(context, 'update', object, [master], options);
}

function bare(object: ObjectSchema, id: Id): SObjectRecord {
  const record = new Row(object);
  record.set('Id', id);
  return record;
}

function moveChildren(context: DmlContext, object: ObjectSchema, losers: readonly Id[], masterId: Id): void {
  for (const link of childLinks(context.schema, object)) {
    if (link.object.kind === 'share' || link.object.kind === 'history') continue;
    const sql = `UPDATE "${link.object.name}" SET "${link.field.name}" = ? WHERE "${link.field.name}" IN (SELECT value FROM json_each(?))`;
    context.store.run(sql, [masterId, JSON.stringify(losers)]);
  }
}
