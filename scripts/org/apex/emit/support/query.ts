/** Inline SOQL and SOSL. */
import { OrgError } from '../../../types.ts';
import type { SObjectRecord } from '../../../store/record.ts';
import type { BindValue, QueryResult } from '../../../soql/contract.ts';
import { currentSharing } from '../../ambient.ts';
import { host } from '../../host.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { throwException } from '../../runtime/values/exception.ts';
import { toBind } from '../../runtime/values/sobject.ts';

function bindAll(values: Record<string, unknown>): Record<string, BindValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toBind(value)]));
}

function run(text: string, values: Record<string, unknown>, className: string): QueryResult {
  try {
    return host().query(text, bindAll(values), { sharing: currentSharing(), className });
  } catch (error) {
    if (error instanceof OrgError) throwException('QueryException', error.message);
    throw error;
  }
}

function rows(
  text: string,
  values: Record<string, unknown>,
  className: string,
  element: string,
): ApexList<SObjectRecord> {
  const result = run(text, values, className);
  return new ApexList(`List<${element}>`, result.kind === 'count' ? [] : result.records);
}

function count(text: string, values: Record<string, unknown>, className: string): number {
  const result = run(text, values, className);
  return result.kind === 'count' ? result.count : result.records.length;
}

function search(text: string, values: Record<string, unknown>): ApexList {
  const found = host().sosl(text, bindAll(values), { sharing: currentSharing() });
  return new ApexList(
    'List<List<SObject>>',
    found.map((records) => new ApexList('List<SObject>', records)),
  );
}

function onlyRow(list: ApexList<SObjectRecord>): SObjectRecord {
  return onlyRowOrNull(list) ?? throwException('QueryException', 'List has no rows for assignment to SObject');
}

function onlyRowOrNull(list: ApexList<SObjectRecord>): SObjectRecord | null {
  if (list.items.length > 1) throwException('QueryException', 'List has more than 1 row for assignment to SObject');
  return list.items[0] ?? null;
}

export const querySupport = { rows, count, search, onlyRow, onlyRowOrNull };
