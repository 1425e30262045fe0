/** One Apex transaction: counts its limits, runs its queries and DML, and collects what happens after its commit. */
import type { Id, Raw } from '../../types.ts';
import { OrgError } from '../../types.ts';
import type { SObjectRecord } from '../../store/record.ts';
import { SObjectRecord as Row } from '../../store/record.ts';
import type { Access } from '../../access/contract.ts';
import type { BindValue, QueryContext, QueryResult, QueryShape } from '../../soql/contract.ts';
import { soql, soslSearch } from '../../soql/index.ts';
import type { DmlContext, DmlOperation, DmlOptions, SaveResult } from '../../dml/contract.ts';
import { convertLeads } from '../../dml/convert-lead.ts';
import type { LeadConversion, LeadConversionResult } from '../../dml/convert-lead.ts';
import { runDml } from '../../dml/index.ts';
import { checkDeadline } from '../ambient.ts';
import type { ApexHost, ApexProgram, LimitName, TriggerContext, UserClass } from '../contract.ts';
import { fixedSearchResults } from '../runtime/search.ts';
import { ApexException } from '../runtime/values/exception.ts';
import type {
  CalloutRequest,
  CalloutResponse,
  LogLine,
  OrgState,
  TransactionKind,
  TransactionOptions,
} from './contract.ts';
import { throwWhenRefused } from './dml-failure.ts';
import * as enqueue from './enqueue.ts';
import { EventBuffer } from './event-buffer.ts';
import { deliverAll } from './event-delivery.ts';
import { runTestJobs } from './test-jobs.ts';
import { lastSeq } from './job-queue.ts';
import { LimitCounter, limitsOf } from './limits.ts';
import { MixedDmlGuard } from './mixed-dml.ts';
import { storeEmails } from './email.ts';
import { ApexTriggers } from './trigger-host.ts';
import { orgErrorToApex } from './uncaught.ts';

/** Where an asynchronous transaction stands in its chain. */
export interface JobPosition {
  readonly depth: number;
  readonly maximumDepth: number | null;
}

let lastTransactionId = 0;
const DEFAULT_ZONE = 'America/Los_Angeles';

export class Transaction implements ApexHost {
  readonly org: OrgState;
  readonly kind: TransactionKind;
  readonly inTest: boolean;
  readonly transactionId = ++lastTransactionId;
  readonly statics: Map<unknown, unknown>;
  readonly mocks: Map<string, unknown>;
  readonly logLines: LogLine[] = [];
  readonly events: EventBuffer;
  trigger: TriggerContext | null = null;
  rest: { request: unknown; response: unknown } | null = null;
  /** Rows changed or jobs queued: a callout is refused from then on. */
  hasUncommittedWork = false;
  finalizer: unknown = null;
  /** Event triggers: how often this batch was tried, and how far the trigger says it came. */
  eventRetries = 0;
  resumeCheckpoint: string | null = null;
  private currentUser: Id;
  private counter: LimitCounter;
  private outerCounter: LimitCounter | null = null;
  private testSeq: number | null = null;
  private mixed = new MixedDmlGuard();
  private readonly triggers: ApexTriggers;
  private readonly marks = new Map<number, { events: number; work: boolean }>();
  private readonly users = new Map<Id, { timeZone: string; locale: string }>();
  private readonly position: JobPosition;

  constructor(org: OrgState, options: TransactionOptions & { parent?: Transaction; position?: JobPosition }) {
    this.org = org;
    this.kind = options.kind ?? 'sync';
    this.inTest = options.inTest ?? false;
    this.currentUser = options.userId;
    this.counter = new LimitCounter(limitsOf(this.kind, options.limits));
    // A test and the jobs it starts share their static variables; event triggers have their own.
    this.statics = (this.kind === 'event' ? undefined : options.parent?.statics) ?? new Map<unknown, unknown>();
    this.mocks = options.parent?.mocks ?? new Map<string, unknown>();
    this.position = options.position ?? { depth: 0, maximumDepth: null };
    this.events = new EventBuffer(org);
    this.triggers = new ApexTriggers(this);
  }

  get schema(): OrgState['schema'] {
    return this.org.schema;
  }
  get clock(): OrgState['clock'] {
    return this.org.clock;
  }
  get rules(): OrgState['rules'] {
    return this.org.rules;
  }
  get program(): ApexProgram {
    return this.org.program;
  }
  get orgId(): Id {
    return this.org.orgId;
  }
  get userId(): Id {
    return this.currentUser;
  }
  get timeZone(): string {
    return this.userSettings().timeZone;
  }
  get locale(): string {
    return this.userSettings().locale;
  }
  get isQueueable(): boolean {
    return this.kind === 'queueable';
  }
  get isBatch(): boolean {
    return this.kind === 'batch';
  }
  get isFuture(): boolean {
    return this.kind === 'future';
  }
  get isScheduled(): boolean {
    return this.kind === 'scheduled';
  }
  get queueableDepth(): number {
    return this.position.depth;
  }
  get maximumQueueableDepth(): number | null {
    return this.position.maximumDepth;
  }

  count(limit: LimitName, amount = 1): void {
    checkDeadline();
    if (limit === 'callouts' && this.hasUncommittedWork) {
      throw new ApexException(
        'CalloutException',
        'You have uncommitted work pending. Please commit or rollback before calling out',
      );
    }
    this.counter.count(limit, amount);
  }
  used(limit: LimitName): number {
    return this.counter.usedOf(limit);
  }
  limit(limit: LimitName): number {
    return this.counter.values[limit];
  }
  tick(): void {
    this.counter.checkCpu();
  }

  query(
    text: string,
    binds: Readonly<Record<string, BindValue>>,
    options: { mode?: 'user' | 'system'; sharing: boolean; className?: string },
  ): QueryResult {
    return this.asApex(() => {
      const shape = soql.analyze(text, this.schema);
      if (this.schema.object(shape.object)?.kind !== 'metadata') this.count('queries');
      if (shape.kind === 'aggregate') this.count('aggregateQueries');
      const stated = shape.mode === undefined ? options.mode : shape.mode === 'system' ? 'system' : 'user';
      const mode = stated ?? 'system';
      const startedAt = performance.now();
      const result = soql.run(this.queryContext(), text, binds, this.access(mode, options.sharing));
      this.counter.excludeTime(performance.now() - startedAt);
      if (result.kind !== 'count') this.count('queryRows', rowsIn(result.records));
      else this.count('queryRows', 1);
      return result;
    });
  }

  analyze(text: string): QueryShape {
    return this.asApex(() => soql.analyze(text, this.schema));
  }

  sosl(
    text: string,
    binds: Readonly<Record<string, BindValue>>,
    options: { mode?: 'user' | 'system'; sharing: boolean },
  ): SObjectRecord[][] {
    this.count('soslQueries');
    const access = this.access(options.mode ?? 'system', options.sharing);
    return this.asApex(
      () => soslSearch(this.queryContext(), text, binds, access, fixedSearchResults()),
      'SearchException',
    );
  }

  dml(
    operation: DmlOperation,
    records: readonly SObjectRecord[],
    options: {
      allOrNone: boolean;
      mode: 'user' | 'system';
      sharing: boolean;
      externalIdField?: string;
      mergeIds?: readonly Id[];
    },
  ): SaveResult[] {
    const { mode, sharing, ...rest } = options;
    const results = this.asApex(
      () => this.statement(operation, records, { ...rest, access: this.access(mode, sharing) }),
      'DmlException',
    );
    if (options.allOrNone) throwWhenRefused(operation, records, results, mode);
    return results;
  }

  /** One counted DML statement; refusals stay in the results. */
  statement(operation: DmlOperation, records: readonly SObjectRecord[], options: DmlOptions): SaveResult[] {
    if (records.length === 0) return [];
    const immediate = records[0]?.object.publishBehavior === 'PublishImmediately';
    this.count(immediate ? 'publishImmediateDml' : 'dmlStatements');
    this.count('dmlRows', records.length);
    for (const [object, own] of Map.groupBy(records, (record) => record.object)) this.mixed.check(object, own);
    this.hasUncommittedWork = true;
    return runDml(this.dmlContext(), operation, records, options);
  }

  convertLeads(
    requests: readonly LeadConversion[],
    options: { allOrNone: boolean; mode: 'user' | 'system'; sharing: boolean },
  ): LeadConversionResult[] {
    this.count('dmlStatements');
    this.count('dmlRows', requests.length);
    this.hasUncommittedWork = true;
    const { allOrNone, mode, sharing } = options;
    const results = this.asApex(
      () => convertLeads(this.dmlContext(), requests, { allOrNone, access: this.access(mode, sharing) }),
      'DmlException',
    );
    if (allOrNone) {
      const saves = results.map((one) => ({ id: one.leadId, success: one.success, errors: one.errors }));
      throwWhenRefused('ConvertLead', [], saves, 'system');
    }
    return results;
  }

  access(mode: 'user' | 'system', sharing: boolean): Access {
    return { userId: this.currentUser, mode, sharing: sharing || mode === 'user' };
  }

  savepoint(): number {
    this.count('dmlStatements');
    const savepoint = this.org.store.savepoint();
    this.marks.set(savepoint, { events: this.events.mark(), work: this.hasUncommittedWork });
    return savepoint;
  }

  rollback(savepoint: number): void {
    if (!this.marks.has(savepoint))
      throw new ApexException('TypeException', 'Cannot roll back to a savepoint that was released');
    this.count('dmlStatements');
    this.org.store.rollbackTo(savepoint);
    for (const later of this.marks.keys()) if (later > savepoint) this.marks.delete(later);
    const mark = this.marks.get(savepoint);
    if (mark !== undefined) {
      this.events.rollbackTo(mark.events);
      this.hasUncommittedWork = mark.work;
    }
    this.rules.invalidate();
  }

  releaseSavepoint(savepoint: number): void {
    if (!this.marks.has(savepoint)) throw new ApexException('TypeException', 'The savepoint was released before');
    this.org.store.release(savepoint);
    for (const later of this.marks.keys()) if (later >= savepoint) this.marks.delete(later);
  }

  enqueueQueueable(
    instance: unknown,
    options: { delayMinutes?: number; maximumDepth?: number; signature?: string },
  ): Id {
    return enqueue.enqueueQueueable(this, instance, options);
  }
  enqueueFuture(className: string, method: string, args: readonly unknown[]): Id {
    return enqueue.enqueueFuture(this, className, method, args);
  }
  enqueueBatch(instance: unknown, scopeSize: number): Id {
    return enqueue.enqueueBatch(this, instance, scopeSize);
  }
  schedule(jobName: string, cron: string, instance: unknown): Id {
    return enqueue.schedule(this, jobName, cron, instance);
  }
  scheduleBatch(instance: unknown, jobName: string, minutes: number, scopeSize: number): Id {
    return enqueue.scheduleBatch(this, instance, jobName, minutes, scopeSize);
  }
  abortJob(id: Id): void {
    enqueue.abortJob(this, id);
  }

  attachFinalizer(instance: unknown): void {
    if (this.kind !== 'queueable') {
      throw new ApexException('AsyncException', 'System.attachFinalizer can only be called from a queueable job');
    }
    if (this.finalizer !== null)
      throw new ApexException('AsyncException', 'More than one Finalizer cannot be attached to same Async Apex Job');
    this.finalizer = instance;
  }

  publishEvents(records: readonly SObjectRecord[]): SaveResult[] {
    return this.asApex(
      () => this.statement('insert', records, { allOrNone: false, access: this.access('system', false) }),
      'DmlException',
    );
  }

  callout(request: CalloutRequest): CalloutResponse {
    if (this.inTest) {
      throw new ApexException('CalloutException', 'Methods defined as TestMethod do not support Web service callouts');
    }
    this.count('callouts');
    const startedAt = performance.now();
    let response: CalloutResponse | null;
    try {
      response = this.org.callouts?.(request) ?? null;
    } catch (error) {
      throw new ApexException('CalloutException', error instanceof Error ? error.message : String(error));
    } finally {
      this.counter.excludeTime(performance.now() - startedAt);
    }
    if (response !== null) return response;
    throw new ApexException(
      'CalloutException',
      `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${request.url}`,
    );
  }

  runAs(userId: Id, body: () => void): void {
    if (!this.inTest) throw new ApexException('UnexpectedException', 'System.runAs can only be used in tests');
    const saved = { user: this.currentUser, mixed: this.mixed };
    this.currentUser = userId;
    this.mixed = new MixedDmlGuard();
    try {
      body();
    } finally {
      this.currentUser = saved.user;
      this.mixed = saved.mixed;
    }
  }

  startTest(): void {
    if (this.outerCounter !== null)
      throw new ApexException('UnexpectedException', 'Test.startTest() can only be called once per test');
    this.outerCounter = this.counter;
    this.counter = new LimitCounter(limitsOf(this.kind));
    this.hasUncommittedWork = false;
    this.testSeq = lastSeq(this.org);
  }

  /** Runs what was queued and published since `startTest`, each in a transaction of its own; their exceptions come out here. */
  stopTest(): void {
    if (this.testSeq === null)
      throw new ApexException('UnexpectedException', 'Test.stopTest() needs Test.startTest() before it');
    const since = this.testSeq;
    this.testSeq = null;
    this.deliverEvents();
    runTestJobs(this, since);
    this.deliverEvents();
    if (this.outerCounter !== null) this.counter = this.outerCounter;
  }

  deliverEvents(): void {
    if (!this.inTest) throw new ApexException('UnexpectedException', 'Events are delivered by call only in tests');
    deliverAll(this.org, this);
  }

  setResumeCheckpoint(replayId: string): void {
    if (this.kind !== 'event')
      throw new ApexException('UnexpectedException', 'setResumeCheckpoint is for event triggers');
    this.resumeCheckpoint = replayId;
  }

  log(level: string, message: string): void {
    this.logLines.push({ at: this.clock.now(), level, message });
  }

  certificate(name: string): { privateKeyPem: string; publicKeyPem: string } | undefined {
    return this.org.certificate(name);
  }

  userClass(name: string): UserClass | undefined {
    return this.program.class(name);
  }

  sendEmail(messages: readonly unknown[]): void {
    this.count('emailInvocations');
    storeEmails(this.org, messages);
  }

  recordTypeIds(object: string): ReadonlyMap<string, Id> {
    const rows = this.org.store.all('SELECT "Id", "DeveloperName" FROM "RecordType" WHERE "SobjectType" = ?', [object]);
    return new Map(rows.map((row) => [String(row['DeveloperName']), row['Id'] as Id]));
  }

  /** Custom setting row of an owner; `null` stands for the organisation. */
  setting(objectName: string, ownerId: Id | null): SObjectRecord | null {
    const object = this.schema.requireObject(objectName);
    const sql = `SELECT "Id" FROM "${object.name}" WHERE "SetupOwnerId" = ?`;
    const found = this.org.store.get(sql, [ownerId ?? this.orgId]);
    if (found === undefined) return null;
    return this.org.store.load(object, [found['Id'] as Id])[0] ?? null;
  }

  loadRow(objectName: string, id: Id): SObjectRecord | null {
    return this.org.store.load(this.schema.requireObject(objectName), [id])[0] ?? null;
  }

  setCreatedDate(id: Id, ms: number): void {
    if (!this.inTest) throw new ApexException('UnexpectedException', 'Test.setCreatedDate can be called only in tests');
    const object = this.schema.objectByKeyPrefix(id.slice(0, 3));
    const row = object === undefined ? undefined : this.org.store.load(object, [id])[0];
    if (object === undefined || row === undefined)
      throw new ApexException('UnexpectedException', `No record with id ${id}`);
    row.set('CreatedDate', ms);
    this.org.store.update(object, [row], ['CreatedDate']);
  }

  /** An empty record of an object, for callers that build rows. */
  record(objectName: string, values: Readonly<Record<string, Raw>> = {}): SObjectRecord {
    const record = new Row(this.schema.requireObject(objectName));
    for (const [name, value] of Object.entries(values)) record.set(record.object.field(name)?.name ?? name, value);
    return record;
  }

  queryContext(): QueryContext {
    const { formulas } = this.org;
    return {
      schema: this.schema,
      store: this.org.store,
      access: this.rules,
      clock: this.clock,
      timeZone: this.timeZone,
      ...(formulas === null ? {} : { formulas: formulas.forQueries(this.currentUser) }),
    };
  }

  private dmlContext(): DmlContext {
    const { formulas } = this.org;
    return {
      schema: this.schema,
      store: this.org.store,
      access: this.rules,
      clock: this.clock,
      timeZone: this.timeZone,
      ...(formulas === null ? {} : { formulas: formulas.forSaves }),
      triggers: this.triggers,
      publish: (records) => this.events.publish(records, this.currentUser),
      accessChanged: () => this.rules.invalidate(),
    };
  }

  private asApex<T>(body: () => T, typeName = 'QueryException'): T {
    try {
      return body();
    } catch (error) {
      throw error instanceof OrgError ? orgErrorToApex(error, typeName) : error;
    }
  }

  private userSettings(): { timeZone: string; locale: string } {
    let known = this.users.get(this.currentUser);
    if (known !== undefined) return known;
    const row =
      this.schema.object('User') === undefined
        ? undefined
        : this.org.store.get('SELECT "TimeZoneSidKey", "LocaleSidKey" FROM "User" WHERE "Id" = ?', [this.currentUser]);
    known = {
      timeZone: (row?.['TimeZoneSidKey'] as string | null | undefined) ?? DEFAULT_ZONE,
      locale: (row?.['LocaleSidKey'] as string | null | undefined) ?? 'en_US',
    };
    this.users.set(this.currentUser, known);
    return known;
  }
}

function rowsIn(records: readonly SObjectRecord[]): number {
  let rows = records.length;
  for (const record of records) {
    if (record.children === null) continue;
    for (const children of Object.values(record.children)) rows += children.length;
  }
  return rows;
}
