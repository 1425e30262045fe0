/** Governor limits: their values by kind of transaction, their counters, and the sentence of the exception that nobody can catch. */
import type { LimitName } from '../contract.ts';
import { ApexException } from '../runtime/values/exception.ts';
import type { TransactionKind } from './contract.ts';

export type LimitValues = Readonly<Record<LimitName, number>>;

const SYNC: LimitValues = {
  queries: 100,
  queryRows: 50_000,
  dmlStatements: 150,
  dmlRows: 10_000,
  cpuTime: 10_000,
  heapSize: 6_000_000,
  callouts: 100,
  queueableJobs: 50,
  futureCalls: 50,
  emailInvocations: 10,
  soslQueries: 20,
  aggregateQueries: 300,
  publishImmediateDml: 150,
  queryLocatorRows: 10_000,
  findSimilarCalls: 10,
  mobilePushApexCalls: 10,
  fieldsDescribes: 100,
};

const ASYNC: LimitValues = {
  ...SYNC,
  queries: 200,
  cpuTime: 60_000,
  heapSize: 12_000_000,
  queueableJobs: 1,
  futureCalls: 0,
};

/** Scheduled Apex and event triggers run under the synchronous values. */
const BY_KIND: Readonly<Record<TransactionKind, LimitValues>> = {
  sync: SYNC,
  queueable: { ...ASYNC, futureCalls: 50 },
  future: ASYNC,
  batch: { ...ASYNC, queryLocatorRows: 50_000_000 },
  scheduled: SYNC,
  event: SYNC,
  finalizer: ASYNC,
};

export function limitsOf(kind: TransactionKind, overrides: Partial<LimitValues> = {}): LimitValues {
  return { ...BY_KIND[kind], ...overrides };
}

const EXCEEDED: Readonly<Record<LimitName, (used: number) => string>> = {
  queries: (used) => `Too many SOQL queries: ${used}`,
  queryRows: (used) => `Too many query rows: ${used}`,
  dmlStatements: (used) => `Too many DML statements: ${used}`,
  dmlRows: (used) => `Too many DML rows: ${used}`,
  cpuTime: () => 'Apex CPU time limit exceeded',
  heapSize: (used) => `Apex heap size too large: ${used}`,
  callouts: (used) => `Too many callouts: ${used}`,
  queueableJobs: (used) => `Too many queueable jobs added to the queue: ${used}`,
  futureCalls: (used) => `Too many future calls: ${used}`,
  emailInvocations: (used) => `Too many Email Invocations: ${used}`,
  soslQueries: (used) => `Too many SOSL queries: ${used}`,
  aggregateQueries: (used) => `Too many Aggregate queries: ${used}`,
  publishImmediateDml: (used) => `Too many publish immediate DML statements: ${used}`,
  queryLocatorRows: (used) => `Too many query locator rows: ${used}`,
  findSimilarCalls: (used) => `Too many find similar calls: ${used}`,
  mobilePushApexCalls: (used) => `Too many mobile push Apex calls: ${used}`,
  fieldsDescribes: (used) => `Too many fields describes: ${used}`,
};

/** Row limits tell the first count over the limit, whatever the statement's size: that is what the platform prints. */
const TELLS_LIMIT_PLUS_ONE: ReadonlySet<LimitName> = new Set<LimitName>(['queryRows', 'dmlRows']);

export class LimitCounter {
  readonly values: LimitValues;
  private readonly used = new Map<LimitName, number>();
  private readonly startedAt = performance.now();
  private outsideMs = 0;

  constructor(values: LimitValues) {
    this.values = values;
  }

  /** Counts and throws the LimitException when over. */
  count(limit: LimitName, amount = 1): void {
    const used = (this.used.get(limit) ?? 0) + amount;
    this.used.set(limit, used);
    if (used > this.values[limit])
      throw limitException(limit, TELLS_LIMIT_PLUS_ONE.has(limit) ? this.values[limit] + 1 : used);
  }

  usedOf(limit: LimitName): number {
    return limit === 'cpuTime' ? this.cpuMs() : (this.used.get(limit) ?? 0);
  }

  /** Counters as they are, to restore them (attempts of a partial save do not add up). */
  snapshot(): ReadonlyMap<LimitName, number> {
    return new Map(this.used);
  }

  restore(snapshot: ReadonlyMap<LimitName, number>): void {
    this.used.clear();
    for (const [limit, amount] of snapshot) this.used.set(limit, amount);
  }

  /** Time in the database is not Apex CPU time. */
  excludeTime(ms: number): void {
    this.outsideMs += ms;
  }

  checkCpu(): void {
    const used = this.cpuMs();
    if (used > this.values.cpuTime) throw limitException('cpuTime', used);
  }

  private cpuMs(): number {
    return Math.max(0, Math.round(performance.now() - this.startedAt - this.outsideMs));
  }
}

export function limitException(limit: LimitName, used: number): ApexException {
  return new ApexException('LimitException', EXCEEDED[limit](used));
}
