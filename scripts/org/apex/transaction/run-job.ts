/** Runs one queued job as its own transaction, by a table of kinds. Its end (good or bad) is committed with its rows. */
import type { Id } from '../../types.ts';
import { OrgError } from '../../types.ts';
import type { UserClass } from '../contract.ts';
import { invokeMethod } from '../invoke.ts';
import { ApexList } from '../runtime/values/collections.ts';
import { ApexException } from '../runtime/values/exception.ts';
import type { OrgState, TransactionKind } from './contract.ts';
import { recordsOf } from './batch-source.ts';
import { BatchableContext, FinalizerContext, QueueableContext, SchedulableContext } from './contexts.ts';
import { firstFire } from './enqueue.ts';
import type { Job, JobKind, JobPayload } from './job-queue.ts';
import { addJob, changeJob, removeJob } from './job-queue.ts';
import { bumpJob, newJobRow, updateRow } from './job-rows.ts';
import { runTransaction } from './run.ts';
import { decodeValue, encodeValue } from './serialise.ts';
import type { Transaction } from './transaction.ts';
import { errorText } from './uncaught.ts';

interface JobRunner {
  readonly kind: TransactionKind;
  run(transaction: Transaction, job: Job): void;
  /** After a failure, in a transaction of its own; most jobs are simply over. */
  failed?(org: OrgState, job: Job): void;
}

const RUNNERS: Readonly<Record<JobKind, JobRunner>> = {
  queueable: { kind: 'queueable', run: runQueueable },
  future: { kind: 'future', run: runFuture },
  'batch-start': { kind: 'batch', run: startBatch },
  'batch-execute': { kind: 'batch', run: executeBatch, failed: skipScope },
  'batch-finish': { kind: 'batch', run: finishBatch },
  cron: { kind: 'scheduled', run: runScheduled, failed: (org, job) => fireAgain(org, job, zoneOf(org, job.userId)) },
  'schedule-batch': { kind: 'scheduled', run: startScheduledBatch },
  finalizer: { kind: 'finalizer', run: runFinalizer },
};

/**
 * Runs one job. Outside of tests a failure is written down (status Failed, ExtendedStatus) and not thrown; in a test it is
 * thrown to the `stopTest` that runs it, after the same bookkeeping.
 */
export function runJob(org: OrgState, job: Job, parent?: Transaction): void {
  const runner = RUNNERS[job.kind];
  const position = { depth: job.payload.depth ?? 0, maximumDepth: job.payload.maximumDepth ?? null };
  const test = parent === undefined ? {} : { inTest: true, parent };
  const options = {
    userId: job.userId,
    kind: runner.kind,
    label: `${job.kind} ${job.payload.className}`,
    position,
    ...test,
  };
  let attached: string | null = null;
  try {
    runTransaction(org, options, (transaction) => {
      try {
        runner.run(transaction, job);
      } finally {
        attached = transaction.finalizer === null ? null : encodeValue(transaction.finalizer, transaction);
      }
      if (attached !== null) queueFinalizer(org, job, attached, null);
    });
  } catch (error) {
    runTransaction(org, { userId: job.userId, ...test }, () => {
      noteFailure(org, job, runner, error);
      if (attached !== null) queueFinalizer(org, job, attached, error);
    });
    if (parent !== undefined) throw error;
  }
}

function noteFailure(org: OrgState, job: Job, runner: JobRunner, error: unknown): void {
  const id = job.payload.asyncJobId ?? job.id;
  bumpJob(org, id, 'NumberOfErrors');
  updateRow(org, 'AsyncApexJob', id, { ExtendedStatus: `First error: ${errorText(error)}`.slice(0, 255) });
  if (runner.failed !== undefined) {
    runner.failed(org, job);
    return;
  }
  updateRow(org, 'AsyncApexJob', id, { Status: 'Failed', CompletedDate: org.clock.now() });
  removeJob(org, job.id);
}

function queueFinalizer(org: OrgState, job: Job, instance: string, error: unknown): void {
  const payload: JobPayload = {
    className: 'Finalizer',
    instance,
    parentJobId: job.id,
    depth: job.payload.depth ?? 0,
    maximumDepth: job.payload.maximumDepth ?? null,
    result: error === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION',
    exception: error === null ? null : JSON.stringify(exceptionParts(error)),
  };
  addJob(org, { id: org.store.nextId('707'), kind: 'finalizer', due: org.clock.now(), userId: job.userId, payload });
}

function exceptionParts(error: unknown): { type: string; message: string | null } {
  if (error instanceof ApexException) return { type: error.apexType, message: error.message };
  return { type: 'UnexpectedException', message: errorText(error) };
}

function complete(org: OrgState, job: Job): void {
  updateRow(org, 'AsyncApexJob', job.payload.asyncJobId ?? job.id, {
    Status: 'Completed',
    CompletedDate: org.clock.now(),
  });
  removeJob(org, job.id);
}

function instanceOf(transaction: Transaction, job: Job): unknown {
  return decodeValue(job.payload.instance ?? 'null', transaction);
}

function runQueueable(transaction: Transaction, job: Job): void {
  updateRow(transaction.org, 'AsyncApexJob', job.id, { Status: 'Processing' });
  invokeMethod(instanceOf(transaction, job), 'execute', [new QueueableContext(job.id)]);
  complete(transaction.org, job);
}

function runFuture(transaction: Transaction, job: Job): void {
  const { className, method = '', args = '[]' } = job.payload;
  const values = (JSON.parse(args) as string[]).map((text) => decodeValue(text, transaction));
  const type = requireClass(transaction, className);
  const found = type.methods.find(
    (one) => one.isStatic && one.name.toLowerCase() === method.toLowerCase() && one.parameters.length === values.length,
  );
  if (found === undefined) throw new OrgError('INVALID_OPERATION', `${className} has no method ${method}`);
  found.invoke(null, values);
  complete(transaction.org, job);
}

function requireClass(transaction: Transaction, name: string): UserClass {
  const type = transaction.userClass(name);
  if (type === undefined) throw new OrgError('INVALID_TYPE', `Class ${name} is gone`);
  return type;
}

function startBatch(transaction: Transaction, job: Job): void {
  const { org } = transaction;
  const instance = instanceOf(transaction, job);
  const records = recordsOf(invokeMethod(instance, 'start', [new BatchableContext(job.id, null)]));
  const size = job.payload.scopeSize ?? 200;
  const type = records.length > 0 ? elementType(records[0]) : 'Object';
  let place = 0;
  for (let start = 0; start < records.length; start += size) {
    const scope = new ApexList(`List<${type}>`, records.slice(start, start + size));
    org.store.run('INSERT INTO "OrgJobScope" ("JobId", "Place", "Payload") VALUES (?, ?, ?)', [
      job.id,
      place++,
      encodeValue(scope, transaction),
    ]);
  }
  if (transaction.inTest && place > 1) {
    throw new ApexException(
      'UnexpectedException',
      'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
    );
  }
  updateRow(org, 'AsyncApexJob', job.id, { Status: 'Processing', TotalJobItems: place });
  const payload = { ...job.payload, place: 0, instance: encodeValue(instance, transaction) };
  changeJob(org, job.id, place === 0 ? 'batch-finish' : 'batch-execute', org.clock.now(), payload);
}

function elementType(record: unknown): string {
  const object = (record as { object?: { name?: string } } | null)?.object;
  return object?.name ?? 'Object';
}

function executeBatch(transaction: Transaction, job: Job): void {
  const { org } = transaction;
  const place = job.payload.place ?? 0;
  const row = org.store.get('SELECT "Payload" FROM "OrgJobScope" WHERE "JobId" = ? AND "Place" = ?', [job.id, place]);
  const instance = instanceOf(transaction, job);
  const scope = decodeValue(row?.['Payload'] as string, transaction);
  invokeMethod(instance, 'execute', [new BatchableContext(job.id, job.id), scope]);
  bumpJob(org, job.id, 'JobItemsProcessed');
  const keeps = requireClass(transaction, job.payload.className).supertypes.has('Database.Stateful');
  nextScope(org, job, keeps ? encodeValue(instance, transaction) : undefined);
}

function skipScope(org: OrgState, job: Job): void {
  bumpJob(org, job.id, 'JobItemsProcessed');
  nextScope(org, job, undefined);
}

function nextScope(org: OrgState, job: Job, instance: string | undefined): void {
  const place = job.payload.place ?? 0;
  org.store.run('DELETE FROM "OrgJobScope" WHERE "JobId" = ? AND "Place" = ?', [job.id, place]);
  const more = org.store.get('SELECT 1 AS "more" FROM "OrgJobScope" WHERE "JobId" = ? LIMIT 1', [job.id]) !== undefined;
  const payload = { ...job.payload, place: place + 1, ...(instance === undefined ? {} : { instance }) };
  changeJob(org, job.id, more ? 'batch-execute' : 'batch-finish', org.clock.now(), payload);
}

function finishBatch(transaction: Transaction, job: Job): void {
  updateRow(transaction.org, 'AsyncApexJob', job.id, { Status: 'Completed', CompletedDate: transaction.clock.now() });
  invokeMethod(instanceOf(transaction, job), 'finish', [new BatchableContext(job.id, null)]);
  removeJob(transaction.org, job.id);
}

function runScheduled(transaction: Transaction, job: Job): void {
  invokeMethod(instanceOf(transaction, job), 'execute', [new SchedulableContext(job.id)]);
  fireAgain(transaction.org, job, transaction.timeZone);
}

/** Plans the next firing; a plan without one is over. */
function fireAgain(org: OrgState, job: Job, timeZone: string): void {
  const now = Math.max(org.clock.now(), job.due);
  const times = org.schema.object('CronTrigger')?.field('TimesTriggered');
  if (times !== undefined)
    org.store.run('UPDATE "CronTrigger" SET "TimesTriggered" = COALESCE("TimesTriggered", 0) + 1 WHERE "Id" = ?', [
      job.id,
    ]);
  try {
    const next = firstFire(job.payload.cron ?? '', now, timeZone);
    updateRow(org, 'CronTrigger', job.id, { PreviousFireTime: job.due, NextFireTime: next, State: 'WAITING' });
    changeJob(org, job.id, 'cron', next, job.payload);
  } catch {
    updateRow(org, 'CronTrigger', job.id, { PreviousFireTime: job.due, NextFireTime: null, State: 'DELETED' });
    complete(org, job);
  }
}

function zoneOf(org: OrgState, userId: Id): string {
  const row =
    org.schema.object('User') === undefined
      ? undefined
      : org.store.get('SELECT "TimeZoneSidKey" FROM "User" WHERE "Id" = ?', [userId]);
  return (row?.['TimeZoneSidKey'] as string | null | undefined) ?? 'GMT';
}

function startScheduledBatch(transaction: Transaction, job: Job): void {
  const { org } = transaction;
  const id = newJobRow(org, 'BatchApex', job.payload.className, null, job.userId);
  const { className, instance, scopeSize } = job.payload;
  const payload: JobPayload = {
    className,
    ...(instance === undefined ? {} : { instance }),
    ...(scopeSize === undefined ? {} : { scopeSize }),
  };
  addJob(org, { id, kind: 'batch-start', due: org.clock.now(), userId: job.userId, payload });
  updateRow(org, 'CronTrigger', job.id, { PreviousFireTime: job.due, NextFireTime: null, State: 'DELETED' });
  complete(org, job);
}

function runFinalizer(transaction: Transaction, job: Job): void {
  const { parentJobId = job.id, result = 'SUCCESS', exception = null } = job.payload;
  const parts = exception === null ? null : (JSON.parse(exception) as { type: string; message: string | null });
  const thrown = parts === null ? null : new ApexException(parts.type, parts.message);
  const context = new FinalizerContext(parentJobId, `req-${job.id}`, result, thrown);
  invokeMethod(instanceOf(transaction, job), 'execute', [context]);
  removeJob(transaction.org, job.id);
}
