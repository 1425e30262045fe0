/** Brings values into the stored form: blank text becomes null, text loses outer blanks, numbers are rounded to their scale, ids get 18 characters. */
import type { Raw } from '../../types.ts';
import { toLongId } from '../id-form.ts';
import type { SaveBatch, SaveStep } from '../batch.ts';

export const normaliseValues: SaveStep = {
  name: 'normalise',
  run(batch) {
    for (const row of batch.rows) normalise(batch, row.record.values);
  },
};

function normalise(batch: SaveBatch, values: Record<string, Raw>): void {
  const { plan } = batch;
  for (const field of plan.text) {
    const value = values[field.name];
    if (typeof value !== 'string') continue;
    const text = field.isLongText || !hasOuterBlank(value) ? value : value.trim();
    if (text === '') values[field.name] = null;
    else if (text !== value) values[field.name] = text;
  }
  for (const field of plan.numbers) {
    const value = values[field.name];
    if (typeof value !== 'number' || Number.isInteger(value)) continue;
    values[field.name] = roundHalfUp(value, field.scale);
  }
  for (const field of plan.references) {
    const value = values[field.name];
    if (typeof value !== 'string' || value.length === 18) continue;
    values[field.name] = value === '' ? null : (toLongId(value) ?? value);
  }
}

function hasOuterBlank(text: string): boolean {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32;
}

/** Half away from zero, on the decimal text so that 1.005 at scale 2 is 1.01. */
export function roundHalfUp(value: number, scale: number): number {
  const shifted = Number(`${Math.abs(value)}e${scale}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${scale}`);
}
