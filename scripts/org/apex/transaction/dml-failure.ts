/** How refused rows of an all-or-none statement become the exception Apex sees. */
import type { SObjectRecord } from '../../store/record.ts';
import type { DmlOperation, SaveResult } from '../../dml/contract.ts';
import { ROLLED_BACK } from '../../dml/index.ts';
import type { DmlRow } from '../runtime/values/exception.ts';
import { ApexException, DmlException } from '../runtime/values/exception.ts';

/** Throws when a row was refused; `user` mode has its own sentences for missing rights. */
export function throwWhenRefused(
  operation: DmlOperation | 'ConvertLead',
  records: readonly SObjectRecord[],
  results: readonly SaveResult[],
  mode: 'user' | 'system',
): void {
  const rows: DmlRow[] = [];
  results.forEach((result, index) => {
    for (const error of result.errors) {
      if (error.statusCode === ROLLED_BACK) continue;
      const object = records[index]?.object.name;
      const id = operation === 'insert' ? null : result.id;
      rows.push({ index, id, error, ...(object === undefined ? {} : { object }) });
    }
  });
  const first = rows[0];
  if (first === undefined) return;
  if (mode === 'user') throwMissingRight(first, records, rows);
  throw DmlException.ofRows(operation, rows);
}

function throwMissingRight(first: DmlRow, records: readonly SObjectRecord[], rows: readonly DmlRow[]): void {
  const object = records[first.index]?.object.name ?? '';
  if (/^Access to entity '.*' denied$/.test(first.error.message)) {
    throw new ApexException('SecurityException', first.error.message);
  }
  if (first.error.statusCode !== 'INVALID_FIELD_FOR_INSERT_UPDATE' || first.error.fields.includes('Id')) return;
  throw new DmlException(
    `Operation failed due to fields being inaccessible on Sobject ${object}, check errors on Exception or Result!`,
    rows,
  );
}
