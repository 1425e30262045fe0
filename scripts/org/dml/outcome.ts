/** What became of one record, before it is told as a `SaveResult`; and the grouping of records every operation shares. */
import type { ObjectSchema } from '../schema/model.ts';
import type { RecordError, SObjectRecord } from '../store/record.ts';
import type { Id } from '../types.ts';
import type { DmlContext, SaveResult } from './contract.ts';

export interface RowOutcome {
  readonly record: SObjectRecord;
  readonly id: Id | null;
  readonly errors: readonly RecordError[];
  readonly created?: boolean;
}

export function toResult(outcome: RowOutcome): SaveResult {
  const success = outcome.errors.length === 0;
  const result = { id: outcome.id, success, errors: outcome.errors };
  return outcome.created === undefined ? result : { ...result, created: outcome.created };
}

export function chunksOf<T>(list: readonly T[], size: number): (readonly T[])[] {
  if (list.length <= size) return [list];
  const chunks: T[][] = [];
  for (let start = 0; start < list.length; start += size) chunks.push(list.slice(start, start + size));
  return chunks;
}

/** Runs of neighbouring records of the same object: the platform saves a mixed list in such runs. */
export function runsOf(records: readonly SObjectRecord[]): { object: ObjectSchema; records: SObjectRecord[] }[] {
  const runs: { object: ObjectSchema; records: SObjectRecord[] }[] = [];
  for (const record of records) {
    const last = runs.at(-1);
    if (last !== undefined && last.object.name === record.object.name) last.records.push(record);
    else runs.push({ object: record.object, records: [record] });
  }
  return runs;
}

/** Objects whose rows decide what users may do. */
const ACCESS_OBJECTS: ReadonlySet<string> = new Set([
  'User',
  'UserRole',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'CustomPermission',
  'Group',
  'GroupMember',
]);

export function noteAccessChange(context: DmlContext, object: ObjectSchema): void {
  if (object.kind === 'share' || ACCESS_OBJECTS.has(object.name)) context.accessChanged();
}
