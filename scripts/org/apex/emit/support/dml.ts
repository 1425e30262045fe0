/** DML statements, runAs, future calls. */
import { SObjectRecord } from '../../../store/record.ts';
import type { DmlOperation } from '../../../dml/contract.ts';
import { currentSharing } from '../../ambient.ts';
import { host } from '../../host.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { throwNull } from '../../runtime/values/exception.ts';

type Mode = 'user' | 'system';

function recordsOf(value: unknown): SObjectRecord[] {
  const items = value instanceof ApexList ? (value.items as (SObjectRecord | null)[]) : [value as SObjectRecord | null];
  return items.map((each) => each ?? throwNull());
}

function dml(operation: DmlOperation, value: unknown, mode: Mode, externalIdField?: string): void {
  const records = recordsOf(value);
  if (records.length === 0) return;
  host().dml(operation, records, {
    allOrNone: true,
    mode,
    sharing: currentSharing(),
    ...(externalIdField === undefined ? {} : { externalIdField }),
  });
}

function merge(master: SObjectRecord | null, other: unknown, mode: Mode): void {
  const items = other instanceof ApexList ? other.items : [other];
  const mergeIds = items.map(
    (each) => (each instanceof SObjectRecord ? each.id : (each as string | null)) ?? throwNull(),
  );
  host().dml('merge', [master ?? throwNull()], { allOrNone: true, mode, sharing: currentSharing(), mergeIds });
}

/** The block's result: `undefined`, or a list with the value it returns from the method around it. */
function runAs(user: SObjectRecord | null, block: () => unknown): unknown {
  const record = user ?? throwNull();
  if (record.id === null) host().dml('insert', [record], { allOrNone: true, mode: 'system', sharing: false });
  let result: unknown;
  host().runAs(record.id!, () => {
    result = block();
  });
  return result;
}

function future(className: string, method: string, args: readonly unknown[]): void {
  host().enqueueFuture(className, method, args);
}

export const dmlSupport = { dml, merge, runAs, future };
