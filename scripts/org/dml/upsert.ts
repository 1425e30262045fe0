/** Upsert: by id or by an external id, split into inserts and updates that keep their places. */
import { liveCondition } from './plan.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { RecordError, SObjectRecord } from '../store/record.ts';
import { OrgError } from '../types.ts';
import type { Id, Raw } from '../types.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import type { RowOutcome } from './outcome.ts';
import { refuse } from './errors.ts';
import { saveRecords } from './save.ts';

export function upsertRecords(
  context: DmlContext,
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  options: DmlOptions,
): RowOutcome[] {
  const key = keyField(object, options.externalIdField);
  const errors = new Map<SObjectRecord, RecordError>();
  const inserts: SObjectRecord[] = [];
  const updates: SObjectRecord[] = [];
  const twins = new Map<SObjectRecord, SObjectRecord>();
  if (key === null) {
    for (const record of records) (record.id === null ? inserts : updates).push(record);
  } else {
    const known = findKnown(context, object, key, records);
    const seen = new Set<Raw>();
    for (const record of records) {
      const value = record.get(key.name);
      const folded = fold(key, value);
      const found = known.get(folded) ?? [];
      if (value === null) errors.set(record, refuse.externalIdMissing(key));
      else if (seen.has(folded)) errors.set(record, refuse.duplicateExternalId(key, value));
      else if (found.length > 1) errors.set(record, refuse.ambiguousExternalId(key, found));
      else if (found.length === 0) inserts.push(record);
      else {
        const twin = record.copy();
        twin.set('Id', found[0] as Id);
        twins.set(record, twin);
        updates.push(record);
      }
      seen.add(folded);
    }
  }
  const stop = options.allOrNone && errors.size > 0;
  const outcomes = new Map<SObjectRecord, RowOutcome>();
  for (const [record, error] of errors) outcomes.set(record, { record, id: null, errors: [error], created: false });
  if (!stop) {
    const done = saveRecords(context, 'insert', object, inserts, options);
    done.forEach((one, place) =>
      outcomes.set(inserts[place] as SObjectRecord, { ...one, created: one.errors.length === 0 }),
    );
    const failed = options.allOrNone && done.some((one) => one.errors.length > 0);
    if (!failed) {
      const given = updates.map((record) => twins.get(record) ?? record);
      saveRecords(context, 'update', object, given, options).forEach((one, place) => {
        const record = updates[place] as SObjectRecord;
        outcomes.set(record, { ...one, record, created: false });
      });
    }
  }
  return records.map(
    (record) => outcomes.get(record) ?? { record, id: null, errors: [refuse.rolledBack()], created: false },
  );
}

function keyField(object: ObjectSchema, name: string | undefined): FieldSchema | null {
  if (name === undefined || name.toLowerCase() === 'id') return null;
  const field = object.field(name);
  if (field === undefined || !(field.externalId || field.isNameField || field.unique)) {
    throw new OrgError(
      'INVALID_FIELD',
      `Field name provided, ${name} is not an External ID or indexed field for ${object.name}`,
    );
  }
  return field;
}

function findKnown(
  context: DmlContext,
  object: ObjectSchema,
  key: FieldSchema,
  records: readonly SObjectRecord[],
): Map<Raw, Id[]> {
  const values = records.map((record) => record.get(key.name)).filter((value) => value !== null);
  const sql =
    `SELECT "Id", "${key.name}" AS "found" FROM "${object.name}" ` +
    `WHERE "${key.name}" IN (SELECT value FROM json_each(?))${liveCondition(object)}`;
  const known = new Map<Raw, Id[]>();
  for (const row of context.store.all(sql, [JSON.stringify(values)])) {
    const folded = fold(key, row['found'] as Raw);
    known.set(folded, [...(known.get(folded) ?? []), row['Id'] as Id]);
  }
  return known;
}

function fold(key: FieldSchema, value: Raw): Raw {
  return typeof value === 'string' && !key.caseSensitive ? value.toLowerCase() : value;
}
