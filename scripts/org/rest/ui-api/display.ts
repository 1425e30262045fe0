/** Values as a person reads them: the `displayValue` of the UI API. */
import type { Raw } from '../../types.ts';
import type { FieldSchema } from '../../schema/model.ts';

const CURRENCY = 'USD';

type Formatter = (value: Raw, field: FieldSchema, locale: string, timeZone: string) => string | null;

const number: Formatter = (value, field, locale) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale }).format(
    Number(value),
  );

const label: Formatter = (value, field) =>
  String(value)
    .split(';')
    .map((part) => field.picklistValues.find((entry) => entry.value === part)?.label ?? part)
    .join(';');

/** Types without an entry have no display value of their own. */
const FORMATTERS: Readonly<Partial<Record<FieldSchema['type'], Formatter>>> = {
  int: number,
  double: number,
  percent: (value, field, locale, timeZone) => `${number(value, field, locale, timeZone) ?? ''}%`,
  currency: (value, _, locale) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: CURRENCY }).format(Number(value)),
  date: (value, _, locale) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(new Date(`${String(value)}T00:00:00Z`)),
  datetime: (value, _, locale, timeZone) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(Number(value)),
  picklist: label,
  multipicklist: label,
};

/** `locale` as in the user's setting, for example `en_US`. */
export function displayValue(
  value: Raw,
  field: FieldSchema | undefined,
  locale: string,
  timeZone: string,
): string | null {
  if (value === null || field === undefined) return null;
  return FORMATTERS[field.type]?.(value, field, locale.replaceAll('_', '-'), timeZone) ?? null;
}
