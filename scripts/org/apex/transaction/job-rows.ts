/** AsyncApexJob, CronTrigger and CronJobDetail: the rows by which users see what is queued. */
import type { SObjectRecord } from '../../store/record.ts';
import { SObjectRecord as Row } from '../../store/record.ts';
import type { Id, Raw } from '../../types.ts';
import type { OrgState } from './contract.ts';

/** Key prefixes of the platform, for orgs whose schema leaves one of the objects out. */
const PREFIXES: Readonly<Record<string, string>> = { AsyncApexJob: '707', CronTrigger: '08e', CronJobDetail: '08a' };

export function insertRow(org: OrgState, objectName: string, values: Readonly<Record<string, Raw>>, userId: Id): Id {
  const object = org.schema.object(objectName);
  const id = org.store.nextId(object?.keyPrefix ?? PREFIXES[objectName] ?? '000');
  if (object === undefined) return id;
  const now = org.clock.now();
  const record: SObjectRecord = new Row(object);
  const all: Record<string, Raw> = {
    IsDeleted: false,
    OwnerId: userId,
    CreatedDate: now,
    CreatedById: userId,
    LastModifiedDate: now,
    LastModifiedById: userId,
    SystemModstamp: now,
    ...values,
    Id: id,
  };
  for (const [name, value] of Object.entries(all)) if (object.field(name) !== undefined) record.set(name, value);
  org.store.insert(object, [record]);
  return id;
}

export function updateRow(org: OrgState, objectName: string, id: Id, values: Readonly<Record<string, Raw>>): void {
  const object = org.schema.object(objectName);
  if (object === undefined) return;
  const names = Object.keys(values).filter((name) => object.field(name) !== undefined);
  if (names.length === 0) return;
  const record = new Row(object);
  record.set('Id', id);
  for (const name of names) record.set(name, values[name] ?? null);
  org.store.update(object, [record], names);
}

/** One more of a counter column of AsyncApexJob. */
export function bumpJob(org: OrgState, id: Id, column: 'JobItemsProcessed' | 'NumberOfErrors'): void {
  if (org.schema.object('AsyncApexJob')?.field(column) === undefined) return;
  org.store.run(`UPDATE "AsyncApexJob" SET "${column}" = COALESCE("${column}", 0) + 1 WHERE "Id" = ?`, [id]);
}

export function newJobRow(org: OrgState, jobType: string, className: string, method: string | null, userId: Id): Id {
  const classId =
    org.schema.object('ApexClass') === undefined
      ? undefined
      : org.store.get('SELECT "Id" FROM "ApexClass" WHERE "Name" = ?', [className]);
  return insertRow(
    org,
    'AsyncApexJob',
    {
      JobType: jobType,
      Status: 'Queued',
      ApexClassId: (classId?.['Id'] as string | undefined) ?? null,
      MethodName: method,
      JobItemsProcessed: 0,
      TotalJobItems: 0,
      NumberOfErrors: 0,
    },
    userId,
  );
}
