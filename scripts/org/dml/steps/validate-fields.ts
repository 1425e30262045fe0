/** System validation: required, type, length, range, picklist, e-mail. One refusal per row and kind, as the platform gives. */
import type { FieldSchema } from '../../schema/model.ts';
import type { Raw } from '../../types.ts';
import { refuse } from '../errors.ts';
import type { SaveBatch, SaveRow, SaveStep } from '../batch.ts';
import { refuseRow } from '../batch.ts';

const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/;

/** What a raw value of a type must be; types that are not listed are text. */
const RAW_KIND: Readonly<Record<string, 'number' | 'boolean'>> = {
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  datetime: 'number',
  time: 'number',
  boolean: 'boolean',
};

export const validateFields: SaveStep = {
  name: 'validate-fields',
  run(batch) {
    for (const row of batch.rows) validateRow(batch, row);
  },
};

/** A new record of a custom object without a name takes its id for it. */
function isNamedByItself(batch: SaveBatch, field: FieldSchema): boolean {
  return field.isNameField && batch.operation === 'insert' && batch.plan.object.kind === 'custom';
}

function validateRow(batch: SaveBatch, row: SaveRow): void {
  const { plan } = batch;
  const { values } = row.record;
  let missing: string[] | null = null;
  for (const field of plan.required) {
    if ((values[field.name] ?? null) !== null || isNamedByItself(batch, field)) continue;
    (missing ??= []).push(field.name);
  }
  if (missing !== null) {
    refuseRow(row, refuse.requiredMissing(missing));
    return;
  }
  for (const field of plan.stored) {
    const value = values[field.name];
    if (value === null || value === undefined) continue;
    if (typeof value !== (RAW_KIND[field.type] ?? 'string') && field.type !== 'anyType') {
      refuseRow(row, refuse.invalidType(field, value));
      return;
    }
  }
  for (const field of plan.text) checkLength(batch, row, field, values[field.name]);
  for (const field of plan.numbers) checkRange(row, field, values[field.name]);
  for (const field of plan.emails) {
    const value = values[field.name];
    if (typeof value === 'string' && !EMAIL.test(value)) refuseRow(row, refuse.invalidEmail(field, value));
  }
  for (const field of plan.picklists) checkPicklist(row, field, values[field.name]);
}

function checkLength(batch: SaveBatch, row: SaveRow, field: FieldSchema, value: Raw | undefined): void {
  if (typeof value !== 'string' || field.length === 0 || value.length <= field.length) return;
  if (batch.options.allowFieldTruncation) row.record.values[field.name] = value.slice(0, field.length);
  else refuseRow(row, refuse.tooLong(field, value));
}

function checkRange(row: SaveRow, field: FieldSchema, value: Raw | undefined): void {
  if (typeof value !== 'number' || field.precision === 0) return;
  if (!Number.isFinite(value) || Math.abs(value) >= 10 ** (field.precision - field.scale)) {
    refuseRow(row, refuse.numberRange(field, value));
  }
}

function checkPicklist(row: SaveRow, field: FieldSchema, value: Raw | undefined): void {
  if (typeof value !== 'string') return;
  // A value that is stored already stays legal, even when it was deactivated since.
  if (row.old !== null && row.old.get(field.name) === value) return;
  const given = field.type === 'multipicklist' ? value.split(';') : [value];
  for (const one of given) {
    if (field.picklistValues.some((known) => known.active && known.value === one)) continue;
    refuseRow(row, refuse.restrictedPicklist(field, one));
    return;
  }
}
