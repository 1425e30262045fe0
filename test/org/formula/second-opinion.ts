/** Rows as the independent library formulon evaluates them. */
import formulon from 'formulon';
import type { Literal } from 'formulon';
import { TYPE_OF_FIELD } from '../../../scripts/org/formula/types.ts';
import { fieldValue } from '../../../scripts/org/formula/compile.ts';
import { roundHalfUp } from '../../../scripts/org/formula/functions/numbers.ts';
import type { Raw } from '../../../scripts/org/types.ts';
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { FormulaCase } from './formula.cases.ts';

const DAY_MS = 86_400_000;

/** A value of the record in formulon's terms. */
function literalOf(record: SObjectRecord, path: string, blanksAreZero: boolean): Literal | undefined {
  const names = path.split('.');
  const holder = names.slice(0, -1).reduce<SObjectRecord | null | undefined>((at, name) => at?.parents?.[name], record);
  const field = holder?.object.field(names.at(-1) ?? '');
  if (holder === null || holder === undefined || field === undefined || field.formula !== undefined) return undefined;
  const value = fieldValue(holder.get(field.name), field.type);
  const type = TYPE_OF_FIELD[field.type];
  const literal = (dataType: string, given: unknown, options: Record<string, unknown> = {}): Literal => ({
    type: 'literal',
    dataType,
    value: given,
    options,
  });
  if (value === null && (type !== 'number' || !blanksAreZero)) return literal('null', null);
  switch (type) {
    case 'number':
      return literal('number', Number(value), { length: 18, scale: 15 });
    case 'boolean':
      return literal('checkbox', value);
    case 'date':
      return literal('date', new Date(`${String(value)}T00:00:00Z`));
    case 'datetime':
    case 'time':
      return literal(type, new Date(Number(value)));
    case 'picklist':
      return literal('picklist', value, { values: [] });
    case 'multipicklist':
      return literal('multipicklist', String(value).split(';'), { values: [] });
    default:
      return literal('text', String(value), { length: 255 });
  }
}

/** What formulon says, in stored form; an error as `!` and its message. */
export function secondOpinion({ text, type, scale, zero }: FormulaCase, record: SObjectRecord): Raw {
  const values: Record<string, Literal> = {};
  try {
    for (const path of formulon.extract(text)) {
      const literal = literalOf(record, path, zero === true);
      if (literal !== undefined) values[path] = literal;
    }
    const result = formulon.parse(text, values);
    if (result.type === 'error') return `!${result.errorType}: ${result.message}`;
    return stored(result, type, scale);
  } catch (error) {
    return `!${String(error)}`;
  }
}

function stored({ dataType, value }: Literal, type: FormulaCase['type'], scale: number | undefined): Raw {
  if (value === null || value === undefined || value === '') return type === 'boolean' ? false : null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    const shown = type === 'percent' ? value * 100 : value;
    return scale === undefined ? Number(shown.toPrecision(15)) : roundHalfUp(shown, scale);
  }
  if (!(value instanceof Date)) return value as Raw;
  if (dataType === 'date') return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return dataType === 'time' ? ((value.getTime() % DAY_MS) + DAY_MS) % DAY_MS : value.getTime();
}
