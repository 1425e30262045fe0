/** What `System.enqueueJob`, `@future`, `Database.executeBatch` and `System.schedule` put into the queue. */
import type { Id } from '../../types.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { ApexObject } from '../runtime/values/object.ts';
import { nextFire, parseCron } from './cron.ts';
import { addJob, findJob, removeJob, hasSignature } from './job-queue.ts';
import { insertRow, newJobRow, updateRow } from './job-rows.ts';
import { encodeValue } from './serialise.ts';
import type { Transaction } from './transaction.ts';

const MINUTE_MS = 60_000;
const MOST_DELAY_MINUTES = 10;
const MOST_SCHEDULED = 100;
const DEFAULT_SCOPE = 200;
const MOST_SCOPE = 2000;

function nameOf(instance: unknown): string {
  return instance instanceof ApexObject ? instance.apexType : 'Object';
}

function encode(transaction: Transaction, value: unknown): string {
  try {
    return encodeValue(value, transaction);
  } catch (error) {
    throw new ApexException('AsyncException', `Failed to enqueue job: ${(error as Error).message}`);
  }
}

export function enqueueQueueable(
  transaction: Transaction,
  instance: unknown,
  options: { delayMinutes?: number; maximumDepth?: number; signature?: string },
): Id {
  if (instance === null) throw new ApexException('NullPointerException', 'Argument cannot be null.');
  const delay = options.delayMinutes ?? 0;
  if (delay < 0 || delay > MOST_DELAY_MINUTES) {
    throw new ApexException('AsyncException', `The delay must be between 0 and ${MOST_DELAY_MINUTES} minutes.`);
  }
  const depth = transaction.queueableDepth + 1;
  const maximumDepth = options.maximumDepth ?? transaction.maximumQueueableDepth;
  if (maximumDepth !== null && depth > maximumDepth) {
    throw new ApexException('AsyncException', 'Maximum stack depth has been reached.');
  }
  const { org, userId } = transaction;
  if (options.signature !== undefined && hasSignature(org, options.signature))
    throw new ApexException('DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  transaction.count('queueableJobs');
  const className = nameOf(instance);
  const id = newJobRow(org, 'Queueable', className, null, userId);
  const due = org.clock.now() + delay * MINUTE_MS;
  addJob(org, {
    id,
    kind: 'queueable',
    due,
    userId,
    payload: {
      className,
      instance: encode(transaction, instance),
      depth,
      maximumDepth,
      ...(options.signature === undefined ? {} : { signature: options.signature }),
    },
  });
  transaction.hasUncommittedWork = true;
  return id;
}

export function enqueueFuture(
  transaction: Transaction,
  className: string,
  method: string,
  args: readonly unknown[],
): Id {
  if (transaction.isFuture || transaction.isBatch) {
    throw new ApexException(
      'AsyncException',
      `Future method cannot be called from a future or batch method: ${className}.${method}`,
    );
  }
  transaction.count('futureCalls');
  const { org, userId } = transaction;
  const id = newJobRow(org, 'Future', className, method, userId);
  const payload = { className, method, args: JSON.stringify(args.map((value) => encode(transaction, value))) };
  addJob(org, { id, kind: 'future', due: org.clock.now(), userId, payload });
  transaction.hasUncommittedWork = true;
  return id;
}

export function enqueueBatch(transaction: Transaction, instance: unknown, scopeSize: number): Id {
  const { org, userId } = transaction;
  const className = nameOf(instance);
  const id = newJobRow(org, 'BatchApex', className, null, userId);
  const payload = { className, instance: encode(transaction, instance), scopeSize: checkScope(scopeSize) };
  addJob(org, { id, kind: 'batch-start', due: org.clock.now(), userId, payload });
  transaction.hasUncommittedWork = true;
  return id;
}

function checkScope(size: number): number {
  const scope = size === 0 ? DEFAULT_SCOPE : size;
  if (scope < 1) throw new ApexException('AsyncException', 'Invalid value for scope: it must be 1 or more.');
  return Math.min(scope, MOST_SCOPE);
}

export function schedule(transaction: Transaction, jobName: string, cron: string, instance: unknown): Id {
  const { org } = transaction;
  const next = firstFire(cron, org.clock.now(), transaction.timeZone);
  const className = nameOf(instance);
  return addTrigger(transaction, {
    jobName,
    cron,
    due: next,
    kind: 'cron',
    className,
    instance: encode(transaction, instance),
  });
}

export function firstFire(cron: string, after: number, timeZone: string): number {
  let next: number | null;
  try {
    next = nextFire(parseCron(cron), after, timeZone);
  } catch (error) {
    throw new ApexException('StringException', (error as Error).message);
  }
  if (next === null) {
    throw new ApexException(
      'AsyncException',
      `Based on configured schedule, the given trigger ${cron} will never fire.`,
    );
  }
  return next;
}

export function scheduleBatch(
  transaction: Transaction,
  instance: unknown,
  jobName: string,
  minutes: number,
  scopeSize: number,
): Id {
  const due = transaction.org.clock.now() + minutes * MINUTE_MS;
  const cron = new Date(due).toISOString();
  const scope = { scopeSize: checkScope(scopeSize) };
  const className = nameOf(instance);
  return addTrigger(transaction, {
    jobName,
    cron,
    due,
    kind: 'schedule-batch',
    className,
    instance: encode(transaction, instance),
    ...scope,
  });
}

interface TriggerPlan {
  readonly jobName: string;
  readonly cron: string;
  readonly due: number;
  readonly kind: 'cron' | 'schedule-batch';
  readonly className: string;
  readonly instance: string;
  readonly scopeSize?: number;
}

function addTrigger(transaction: Transaction, plan: TriggerPlan): Id {
  const { org, userId } = transaction;
  const named = org.store.all(`SELECT "Payload" FROM "OrgJob" WHERE "Kind" IN ('cron', 'schedule-batch')`);
  if (named.length >= MOST_SCHEDULED)
    throw new ApexException('AsyncException', 'You have exceeded the maximum number (100) of Apex scheduled jobs.');
  for (const row of named) {
    if ((JSON.parse(row['Payload'] as string) as { jobName?: string }).jobName !== plan.jobName) continue;
    throw new ApexException(
      'AsyncException',
      `The Apex job named "${plan.jobName}" is already scheduled for execution.`,
    );
  }
  const detail = insertRow(org, 'CronJobDetail', { Name: plan.jobName, JobType: '7' }, userId);
  const now = org.clock.now();
  const id = insertRow(
    org,
    'CronTrigger',
    {
      CronJobDetailId: detail,
      CronExpression: plan.cron,
      NextFireTime: plan.due,
      StartTime: now,
      State: 'WAITING',
      TimesTriggered: 0,
      TimeZoneSidKey: transaction.timeZone,
    },
    userId,
  );
  const asyncJobId = newJobRow(org, 'ScheduledApex', plan.className, null, userId);
  updateRow(org, 'AsyncApexJob', asyncJobId, { CronTriggerId: id });
  const { kind, due, ...payload } = plan;
  addJob(org, { id, kind, due, userId, payload: { ...payload, asyncJobId } });
  transaction.hasUncommittedWork = true;
  return id;
}

/** `System.abortJob`. */
export function abortJob(transaction: Transaction, id: Id): void {
  const { org } = transaction;
  const job = findJob(org, id);
  const now = org.clock.now();
  if (job !== null) {
    removeJob(org, id);
    const trigger = org.schema.object('CronTrigger');
    if (trigger !== undefined && (job.kind === 'cron' || job.kind === 'schedule-batch')) org.store.purge(trigger, [id]);
  }
  updateRow(org, 'AsyncApexJob', job?.payload.asyncJobId ?? id, { Status: 'Aborted', CompletedDate: now });
}
