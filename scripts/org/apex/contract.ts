/**
 * How the parts of the Apex layer meet: compiler (parse, declare, type, emit), runtime library (one file per platform type)
 * and transaction (limits, statics, async, events, tests).
 *
 * VALUES. An Apex value in JavaScript is:
 *   null → `null` · Boolean → boolean · Integer → number (32-bit, wrapped by the emitter) · Long → bigint ·
 *   String and Id → string (an Id is its 18-character form) · Decimal → `Decimal` · Double → `ApexDouble` ·
 *   Date/Datetime/Time → `ApexDate`/`ApexDatetime`/`ApexTime` · Blob → `ApexBlob` ·
 *   List/Set/Map → `ApexList`/`ApexSet`/`ApexMap` (they carry their type text) · enum constant → `ApexEnum` ·
 *   SObject → `SObjectRecord` (store/record.ts) · everything else → an instance of a class that extends `ApexObject`.
 *   All of these classes live in `apex/runtime/values/`.
 *
 * TYPE TEXTS are canonical: `String`, `List<License__c>`, `Map<Id,List<String>>` (no spaces), `Database.SaveResult`, `LicenseService`,
 * `LicenseService.Change` (inner), `Schema.SObjectType`. Platform types of namespace System go without `System.`.
 */
import type { Clock, Id } from '../types.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Access, AccessRules } from '../access/contract.ts';
import type { BindValue, QueryResult, QueryShape } from '../soql/contract.ts';
import type { DmlOperation, SaveResult } from '../dml/contract.ts';
import type { LeadConversion, LeadConversionResult } from '../dml/convert-lead.ts';

/** Implementation of one platform member. Instance members get the (never null) receiver first. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds functions of every shape; signatures type them
export type PlatformFunction = (...args: any[]) => any;

/**
 * One platform type: data that the compiler types calls with and the runtime serves them from. A member that is not in the
 * table is a compile error by name, never a run-time surprise.
 *
 * Keys are Apex signatures with canonical types and no parameter names:
 *   members       `Integer length()` · `static Boolean isBlank(String)` · `T get(Integer)` (type parameters by name)
 *   constructors  `(Integer,String)`
 *   properties    `static Integer size` / `String message`, with `get` and optionally `set`; statics get no receiver
 */
export interface PlatformType {
  /** `String`, `Database.SaveResult`, `Schema.SObjectType`, `List`, `Test`, `EventBus`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'exception';
  readonly typeParameters?: readonly string[];
  /** Superclass (canonical text), for exceptions normally `Exception`. */
  readonly extends?: string;
  readonly implements?: readonly string[];
  readonly members?: Readonly<Record<string, PlatformFunction>>;
  readonly constructors?: Readonly<Record<string, PlatformFunction>>;
  readonly properties?: Readonly<Record<string, { readonly get: PlatformFunction; readonly set?: PlatformFunction }>>;
  /** Enum constants in order. */
  readonly values?: readonly string[];
  /** Abstract members of an interface that user classes implement, same key format, for example `void execute(QueueableContext)`. */
  readonly abstractMembers?: readonly string[];
}

/** Governor limits counted per transaction; names as methods of `System.Limits` without `get`. */
export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'dmlStatements'
  | 'dmlRows'
  | 'cpuTime'
  | 'heapSize'
  | 'callouts'
  | 'queueableJobs'
  | 'futureCalls'
  | 'emailInvocations'
  | 'soslQueries'
  | 'aggregateQueries'
  | 'publishImmediateDml'
  | 'queryLocatorRows'
  | 'findSimilarCalls'
  | 'mobilePushApexCalls'
  | 'fieldsDescribes';

/**
 * What running Apex sees of the org. Implemented by `apex/transaction`; the runtime library and emitted code reach it through `host()`
 * of `apex/host.ts`. Exactly one is current at any moment (the engine is one thread; nested transactions are a stack).
 */
export interface ApexHost {
  readonly schema: OrgSchema;
  readonly clock: Clock;
  readonly rules: AccessRules;
  /** Running user: changes inside `System.runAs`. */
  readonly userId: Id;
  readonly orgId: Id;
  /** IANA zone and locale of the running user. */
  readonly timeZone: string;
  readonly locale: string;
  /** Changes with every transaction; statics key on it. */
  readonly transactionId: number;
  /** Statics of the transaction by class; the emitted code's slow path. */
  readonly statics: Map<unknown, unknown>;
  readonly inTest: boolean;

  /** Counts one use and throws the uncatchable LimitException when over. */
  count(limit: LimitName, amount?: number): void;
  used(limit: LimitName): number;
  limit(limit: LimitName): number;
  /** Called on loop edges and calls every so often: CPU limit, deadline. */
  tick(): void;

  /** Counts, runs, and applies mode (`WITH` clause, or the AccessLevel argument, else system) and the caller's sharing. */
  query(
    text: string,
    binds: Readonly<Record<string, BindValue>>,
    options: { mode?: 'user' | 'system'; sharing: boolean; className?: string },
  ): QueryResult;
  analyze(text: string): QueryShape;
  sosl(
    text: string,
    binds: Readonly<Record<string, BindValue>>,
    options: { mode?: 'user' | 'system'; sharing: boolean },
  ): SObjectRecord[][];
  /** Counts and runs; throws DmlException itself when `allOrNone` and something failed. */
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
  ): SaveResult[];
  /** One stored row, or `null`; counts nothing. What the platform itself knows (`UserInfo`) is read with it. */
  loadRow(object: string, id: Id): SObjectRecord | null;
  /** `Test.setCreatedDate`; tests only. */
  setCreatedDate(id: Id, ms: number): void;
  access(mode: 'user' | 'system', sharing: boolean): Access;
  /** `Database.convertLead`; counts as one DML statement. Throws DmlException itself when `allOrNone` and something failed. */
  convertLeads(
    requests: readonly LeadConversion[],
    options: { allOrNone: boolean; mode: 'user' | 'system'; sharing: boolean },
  ): LeadConversionResult[];

  savepoint(): number;
  rollback(savepoint: number): void;
  releaseSavepoint(savepoint: number): void;

  /** Queueable, future, batch, schedule: stored as AsyncApexJob / CronTrigger rows, run after commit (tests: at stopTest). Return the job's id. */
  enqueueQueueable(
    instance: unknown,
    options: { delayMinutes?: number; maximumDepth?: number; signature?: string },
  ): Id;
  enqueueFuture(className: string, method: string, args: readonly unknown[]): Id;
  enqueueBatch(instance: unknown, scopeSize: number): Id;
  schedule(jobName: string, cron: string, instance: unknown): Id;
  scheduleBatch(instance: unknown, jobName: string, minutes: number, scopeSize: number): Id;
  abortJob(id: Id): void;
  attachFinalizer(instance: unknown): void;
  publishEvents(records: readonly SObjectRecord[]): SaveResult[];
  callout(request: {
    method: string;
    url: string;
    headers: ReadonlyMap<string, string>;
    body: Uint8Array | string | null;
    timeoutMs: number;
  }): { status: number; statusText: string; headers: ReadonlyMap<string, string>; body: Uint8Array };

  runAs(userId: Id, body: () => void): void;
  startTest(): void;
  stopTest(): void;
  /** `Test.setMock` registrations by interface name. */
  readonly mocks: Map<string, unknown>;
  /** Trigger context variables of the innermost running trigger, or `null`. */
  readonly trigger: TriggerContext | null;
  /** Rest context of an Apex REST call. */
  rest: { request: unknown; response: unknown } | null;
  readonly isQueueable: boolean;
  readonly isBatch: boolean;
  readonly isFuture: boolean;
  readonly isScheduled: boolean;
  log(level: string, message: string): void;
  /** Private key of a deployed certificate by developer name (PEM), or `undefined`. */
  certificate(name: string): { privateKeyPem: string; publicKeyPem: string } | undefined;
  /** Compiled user class by name (case-insensitive, inner ones as `Outer.Inner`). */
  userClass(name: string): UserClass | undefined;
  sendEmail(messages: readonly unknown[]): void;
  setting(object: string, ownerId: Id | null): SObjectRecord | null;
  /** Ids of an object's record types by developer name. */
  recordTypeIds?(object: string): ReadonlyMap<string, Id>;
  /** `Test.getEventBus().deliver()`: runs the triggers of the events published so far. Tests only. */
  deliverEvents(): void;
  /** `EventBus.TriggerContext.setResumeCheckpoint`; only inside an event trigger. */
  setResumeCheckpoint(replayId: string): void;
  /** `EventBus.TriggerContext.retries`: how often this batch of events was tried before. */
  readonly eventRetries: number;
}

export interface TriggerContext {
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly timing: 'before' | 'after';
  /** ApexList / ApexMap values, or null, as `Trigger.new` etc. report them. */
  readonly newList: unknown;
  readonly oldList: unknown;
  readonly newMap: unknown;
  readonly oldMap: unknown;
  readonly size: number;
}

/** What the rest of the layer may know of a compiled user class. The class object itself is JavaScript the emitter made. */
export interface UserClass {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly superclass?: string;
  /** All interfaces and superclasses, canonical texts, transitive. */
  readonly supertypes: ReadonlySet<string>;
  readonly annotations: readonly ApexAnnotation[];
  readonly methods: readonly UserMethod[];
  readonly fields: readonly UserField[];
  /** Makes an instance by constructor with these arguments; throws by name when there is none. */
  construct(args: readonly unknown[]): unknown;
  /** The JavaScript class (or enum table). */
  readonly js: unknown;
}

export interface ApexAnnotation {
  /** Lower case: `istest`, `testsetup`, `auraenabled`, `restresource`, `httpget`, `invocablemethod`, `future`, `testvisible`. */
  readonly name: string;
  readonly arguments: Readonly<Record<string, string>>;
}

export interface UserMethod {
  readonly name: string;
  readonly isStatic: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly ApexAnnotation[];
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returnType: string;
  readonly line: number;
  /** Receiver is `null` for statics. */
  invoke(receiver: unknown, args: readonly unknown[]): unknown;
}

export interface UserField {
  readonly name: string;
  readonly type: string;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly ApexAnnotation[];
  get(receiver: unknown): unknown;
  set(receiver: unknown, value: unknown): void;
}

/** One Apex file to compile. */
export interface ApexSource {
  readonly kind: 'class' | 'trigger' | 'anonymous';
  /** Class or trigger name; `AnonymousBlock` for anonymous. */
  readonly name: string;
  readonly text: string;
  /** From the `-meta.xml`. */
  readonly apiVersion: number;
  readonly namespace?: string;
}

export interface CompileProblem {
  readonly name: string;
  readonly kind: ApexSource['kind'];
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The code may be right: it needs what the local org does not have. Lenient compiles tell. */
  readonly unsupported?: true;
}

/** Emitted code of one file: JSON-serialisable, stored by content hash so that a warm start neither parses nor compiles. */
export interface CompiledUnit {
  readonly name: string;
  readonly kind: ApexSource['kind'];
  /** Source of a JavaScript function body; see `emit/loader.ts`. */
  readonly js: string;
  /** Source line of each emitted JavaScript line (index 0 = first line). */
  readonly lines: readonly number[];
  /** Lines that coverage counts. Empty for test classes. */
  readonly coverable: readonly number[];
  /** Names of other classes this one refers to; a change of theirs recompiles it. */
  readonly dependencies: readonly string[];
  /** Trigger: object and events (`before insert`, ...). */
  readonly trigger?: { readonly object: string; readonly events: readonly string[] };
}

export interface CompileOptions {
  /** Leave out, statement by statement, what does not compile; running into it throws `UnsupportedError`. */
  readonly lenient?: boolean;
  /** Lower-case names of metadata that was left out: code that names them may be right. */
  readonly missing?: ReadonlySet<string>;
}

/** Implemented by `apex/compiler.ts`. All or nothing (problems of every file, or units of every file), unless lenient: then both. */
export interface ApexCompiler {
  compile(
    sources: readonly ApexSource[],
    schema: OrgSchema,
    options?: CompileOptions,
  ): { units: CompiledUnit[]; problems: CompileProblem[] };
}

/** Loaded code of one org. Implemented by `apex/emit/loader.ts`. */
export interface ApexProgram {
  readonly classes: ReadonlyMap<string, UserClass>;
  class(name: string): UserClass | undefined;
  /** Triggers of an object in name order; `run` executes the body with `host().trigger` set. */
  triggersOf(object: string): readonly { readonly name: string; readonly events: ReadonlySet<string>; run(): void }[];
  /** Runs a compiled anonymous block. */
  runAnonymous(unit: CompiledUnit): void;
  /** Coverage of a class or trigger: by line, 1 where it was executed, else 0. */
  coverage(name: string): ReadonlyMap<number, number>;
  resetCoverage(): void;
}
