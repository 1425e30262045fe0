/** SQLite's refusal of a unique value → the platform's. */
import { OrgError } from '../types.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { quote } from './codec.ts';
import type { SqlValue } from './contract.ts';
import type { SObjectRecord } from './record.ts';

const PATTERN = /UNIQUE constraint failed: (?:[^.]+)\.([^,\s]+)/;

/** Rethrows `error`; a broken unique index becomes `DUPLICATE_VALUE` with the field and, where it is stored, the other record. */
export function rethrowDuplicate(
  error: unknown,
  object: ObjectSchema,
  records: readonly SObjectRecord[],
  find: (sql: string, params: readonly SqlValue[]) => Record<string, SqlValue> | undefined,
): never {
  const field = error instanceof Error ? PATTERN.exec(error.message)?.[1] : undefined;
  if (field === undefined) throw error;
  throw new OrgError(
    'DUPLICATE_VALUE',
    `duplicate value found: ${field} duplicates value on record with id: ${otherId(object, field, records, find) ?? '<unknown>'}`,
    { fields: [field] },
  );
}

function otherId(
  object: ObjectSchema,
  field: string,
  records: readonly SObjectRecord[],
  find: (sql: string, params: readonly SqlValue[]) => Record<string, SqlValue> | undefined,
): string | undefined {
  const living = object.field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const sql = `SELECT "Id" FROM ${quote(object.name)} WHERE ${quote(field)} = ? AND "Id" <> ?${living}`;
  for (const record of records) {
    const value = record.get(field);
    if (value === null || typeof value === 'boolean') continue;
    const row = find(sql, [value, record.id ?? '']);
    if (row) return row['Id'] as string;
  }
  return undefined;
}
