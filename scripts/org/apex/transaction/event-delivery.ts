/** Delivers committed platform events to their triggers: up to 2,000 at a time, in order, as a transaction of their own. */
import type { SObjectRecord } from '../../store/record.ts';
import { SObjectRecord as Row } from '../../store/record.ts';
import type { Id, Raw } from '../../types.ts';
import { ApexException } from '../runtime/values/exception.ts';
import type { OrgState } from './contract.ts';
import { runTransaction } from './run.ts';
import type { Transaction } from './transaction.ts';
import { ApexTriggers } from './trigger-host.ts';

const BATCH_SIZE = 2000;
/** First try and nine more. */
const MOST_ATTEMPTS = 10;
/** Waiting time before a retry grows with each one. */
const RETRY_MS = 5000;

interface Batch {
  readonly object: string;
  readonly userId: Id;
  readonly attempts: number;
  readonly rows: readonly { readonly seq: number; readonly values: Record<string, Raw> }[];
}

/** Epoch milliseconds at which the first waiting event may be delivered, or `null`. */
export function nextEventDue(org: OrgState): number | null {
  const due = org.store.get('SELECT MIN("Due") AS "Due" FROM "OrgEvent"')?.['Due'];
  return due === null || due === undefined ? null : Number(due);
}

/** Delivers the batch that waits longest; false when none is due. */
export function deliverNext(org: OrgState, now: number, parent?: Transaction): boolean {
  const batch = takeBatch(org, now);
  if (batch === null) return false;
  try {
    const resumeAfter = runTransaction(
      org,
      {
        userId: parent?.userId ?? automatedProcess(org) ?? batch.userId,
        kind: 'event',
        label: batch.object,
        ...(parent === undefined ? {} : { inTest: true, parent }),
      },
      (transaction) => {
        deliver(transaction, batch);
        return settle(org, batch, transaction.resumeCheckpoint);
      },
    );
    return resumeAfter;
  } catch (error) {
    giveUp(org, batch, error, now);
    if (parent !== undefined && !isRetryable(error)) throw error;
    return true;
  }
}

/** Tests: everything that waits, whatever its retry time. */
export function deliverAll(org: OrgState, parent: Transaction): void {
  while (deliverNext(org, Number.MAX_SAFE_INTEGER, parent));
}

function takeBatch(org: OrgState, now: number): Batch | null {
  const first = org.store.get('SELECT * FROM "OrgEvent" WHERE "Due" <= ? ORDER BY "Seq" LIMIT 1', [now]);
  if (first === undefined) return null;
  const object = first['Object'] as string;
  const attempts = Number(first['Attempts']);
  const rows = org.store
    .all(
      'SELECT "Seq", "Payload" FROM "OrgEvent" WHERE "Object" = ? AND "Attempts" = ? AND "Due" <= ? ORDER BY "Seq" LIMIT ?',
      [object, attempts, now, BATCH_SIZE],
    )
    .map((row) => ({ seq: Number(row['Seq']), values: JSON.parse(row['Payload'] as string) as Record<string, Raw> }));
  return { object, userId: first['UserId'] as Id, attempts, rows };
}

function deliver(transaction: Transaction, batch: Batch): void {
  const object = transaction.schema.object(batch.object);
  if (object === undefined) return;
  const records: SObjectRecord[] = batch.rows.map((row) => {
    return new Row(object, Object.assign(Object.create(null) as Record<string, Raw>, row.values));
  });
  transaction.eventRetries = batch.attempts;
  const triggers = new ApexTriggers(transaction, 'throw');
  triggers.fire({ object: batch.object, operation: 'insert', timing: 'after', newRecords: records, oldRecords: null });
}

/** Takes the delivered rows out; with a checkpoint only those up to it, unless all are behind it. Returns true: work was done. */
function settle(org: OrgState, batch: Batch, checkpoint: string | null): true {
  const place = batch.rows.findIndex((row) => row.values['ReplayId'] === checkpoint);
  const done = checkpoint === null || place < 0 ? batch.rows : batch.rows.slice(0, place + 1);
  remove(org, done);
  return true;
}

function remove(org: OrgState, rows: Batch['rows']): void {
  org.store.run('DELETE FROM "OrgEvent" WHERE "Seq" IN (SELECT value FROM json_each(?))', [
    JSON.stringify(rows.map((row) => row.seq)),
  ]);
}

function isRetryable(error: unknown): boolean {
  return error instanceof ApexException && error.apexType === 'EventBus.RetryableException';
}

/** A failed batch comes back when the trigger asked for it, else it is lost, as on the platform. */
function giveUp(org: OrgState, batch: Batch, error: unknown, now: number): void {
  if (!isRetryable(error) || batch.attempts + 1 >= MOST_ATTEMPTS) {
    remove(org, batch.rows);
    return;
  }
  const wait = now >= Number.MAX_SAFE_INTEGER ? 0 : now + RETRY_MS * (batch.attempts + 1);
  org.store.run(
    'UPDATE "OrgEvent" SET "Attempts" = "Attempts" + 1, "Due" = ? WHERE "Seq" IN (SELECT value FROM json_each(?))',
    [wait, JSON.stringify(batch.rows.map((row) => row.seq))],
  );
}

function automatedProcess(org: OrgState): Id | null {
  if (org.schema.object('User') === undefined) return null;
  const row = org.store.get(`SELECT "Id" FROM "User" WHERE "Name" = 'Automated Process'`);
  return (row?.['Id'] as Id | undefined) ?? null;
}
