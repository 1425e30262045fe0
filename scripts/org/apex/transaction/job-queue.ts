/** The durable queue: jobs are rows of the same database as the data, so a commit answers for both. */
import type { Id } from '../../types.ts';
import type { OrgState } from './contract.ts';

export type JobKind =
  'queueable' | 'future' | 'batch-start' | 'batch-execute' | 'batch-finish' | 'cron' | 'schedule-batch' | 'finalizer';

/** Stored with a job. Instances and arguments are texts of `serialise.ts`. */
export interface JobPayload {
  readonly className: string;
  readonly instance?: string;
  readonly method?: string;
  readonly args?: string;
  /** Queueable: how many jobs were chained before this one, and how many may be. */
  readonly depth?: number;
  readonly maximumDepth?: number | null;
  /** Batch: records per execute. */
  readonly scopeSize?: number;
  readonly place?: number;
  readonly cron?: string;
  readonly jobName?: string;
  /** AsyncApexJob that shows the job to users, where it is not the job's own id. */
  readonly asyncJobId?: Id;
  /** Finalizer: what it stands behind. */
  readonly parentJobId?: Id;
  readonly result?: 'SUCCESS' | 'UNHANDLED_EXCEPTION';
  readonly exception?: string | null;
  /** Queueable: no second job with the same text waits at the same time. */
  readonly signature?: string;
}

export interface Job {
  readonly seq: number;
  readonly id: Id;
  readonly kind: JobKind;
  /** Epoch milliseconds, org time. */
  readonly due: number;
  readonly userId: Id;
  readonly payload: JobPayload;
}

export function addJob(org: OrgState, job: Omit<Job, 'seq'>): void {
  org.store.run('INSERT INTO "OrgJob" ("Id", "Kind", "Due", "UserId", "Payload") VALUES (?, ?, ?, ?, ?)', [
    job.id,
    job.kind,
    job.due,
    job.userId,
    JSON.stringify(job.payload),
  ]);
}

/** Whether a queueable job with this signature waits. */
export function hasSignature(org: OrgState, signature: string): boolean {
  const rows = org.store.all('SELECT "Payload" FROM "OrgJob" WHERE "Kind" = \'queueable\'');
  return rows.some((row) => (JSON.parse(String(row['Payload'])) as JobPayload).signature === signature);
}

export function changeJob(org: OrgState, id: Id, kind: JobKind, due: number, payload: JobPayload): void {
  const values = [kind, due, JSON.stringify(payload), id];
  org.store.run('UPDATE "OrgJob" SET "Kind" = ?, "Due" = ?, "Payload" = ? WHERE "Id" = ?', values);
}

export function removeJob(org: OrgState, id: Id): void {
  org.store.run('DELETE FROM "OrgJob" WHERE "Id" = ?', [id]);
  org.store.run('DELETE FROM "OrgJobScope" WHERE "JobId" = ?', [id]);
}

/** The job that is due first at `now`, finalizers before others. */
export function nextJob(org: OrgState, now: number): Job | null {
  const row = org.store.get(
    `SELECT * FROM "OrgJob" WHERE "Due" <= ? ORDER BY CASE "Kind" WHEN 'finalizer' THEN 0 ELSE 1 END, "Due", "Seq" LIMIT 1`,
    [now],
  );
  return row === undefined ? null : toJob(row);
}

export function jobsAfter(org: OrgState, seq: number): Job[] {
  return org.store.all('SELECT * FROM "OrgJob" WHERE "Seq" > ? ORDER BY "Seq"', [seq]).map(toJob);
}

export function findJob(org: OrgState, id: Id): Job | null {
  const row = org.store.get('SELECT * FROM "OrgJob" WHERE "Id" = ?', [id]);
  return row === undefined ? null : toJob(row);
}

export function lastSeq(org: OrgState): number {
  return Number(org.store.get('SELECT MAX("Seq") AS "Last" FROM "OrgJob"')?.['Last'] ?? 0);
}

export function nextJobDue(org: OrgState): number | null {
  const due = org.store.get('SELECT MIN("Due") AS "Due" FROM "OrgJob"')?.['Due'];
  return due === null || due === undefined ? null : Number(due);
}

function toJob(row: Record<string, unknown>): Job {
  return {
    seq: Number(row['Seq']),
    id: row['Id'] as Id,
    kind: row['Kind'] as JobKind,
    due: Number(row['Due']),
    userId: row['UserId'] as Id,
    payload: JSON.parse(row['Payload'] as string) as JobPayload,
  };
}
