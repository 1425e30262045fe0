/** The context objects that the platform hands to asynchronous Apex. Their members in the runtime library read these fields. */
import type { Id } from '../../types.ts';
import { ApexObject } from '../runtime/values/object.ts';

/** Argument of `Queueable.execute`. */
export class QueueableContext extends ApexObject {
  static readonly apexName = 'QueueableContext';
  readonly jobId: Id;
  constructor(jobId: Id) {
    super();
    this.jobId = jobId;
  }
}

/** Argument of `Schedulable.execute`. */
export class SchedulableContext extends ApexObject {
  static readonly apexName = 'SchedulableContext';
  readonly triggerId: Id;
  constructor(triggerId: Id) {
    super();
    this.triggerId = triggerId;
  }
}

/** First argument of the three methods of `Database.Batchable`. */
export class BatchableContext extends ApexObject {
  static readonly apexName = 'Database.BatchableContext';
  readonly jobId: Id;
  readonly childJobId: Id | null;
  constructor(jobId: Id, childJobId: Id | null) {
    super();
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
}

/** Argument of `Finalizer.execute`. */
export class FinalizerContext extends ApexObject {
  static readonly apexName = 'FinalizerContext';
  readonly jobId: Id;
  readonly requestId: string;
  /** `SUCCESS` or `UNHANDLED_EXCEPTION`, a constant of `ParentJobResult`. */
  readonly result: string;
  /** The exception as Apex value, or `null`. */
  readonly exception: unknown;
  constructor(jobId: Id, requestId: string, result: string, exception: unknown) {
    super();
    this.jobId = jobId;
    this.requestId = requestId;
    this.result = result;
    this.exception = exception;
  }
}
