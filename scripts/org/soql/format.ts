/** `FORMAT(field)`: values as the user would see them, in the org's locale. */
import type { Raw } from '../types.ts';
import type { FieldType } from '../schema/model.ts';

const LOCALE = 'en-US';

/** Text of a value, or `null`. */
export function formatValue(value: Raw, type: FieldType, timeZone: string): Raw {
  if (value === null) return null;
  if (type === 'date') return new Date(`${String(value)}T00:00:00Z`).toLocaleDateString(LOCALE, { timeZone: 'UTC' });
  if (type === 'datetime') {
    return new Date(Number(value)).toLocaleString(LOCALE, { timeZone, dateStyle: 'short', timeStyle: 'short' });
  }
  if (type === 'time')
    return new Date(Number(value)).toLocaleTimeString(LOCALE, { timeZone: 'UTC', timeStyle: 'short' });
  if (type === 'currency') return Number(value).toLocaleString(LOCALE, { style: 'currency', currency: 'USD' });
  if (type === 'percent') return `${Number(value).toLocaleString(LOCALE)}%`;
  return typeof value === 'number' ? value.toLocaleString(LOCALE) : value;
}
