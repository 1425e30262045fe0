/** How a transaction meets its org, and what the org's entry points take and give. `org.ts` implements it; REST and tests call it. */
import type { Clock, ComponentProblem, Id, MetadataComponent, Raw } from '../../types.ts';
import type { OrgSchema } from '../../schema/model.ts';
import type { Store } from '../../store/contract.ts';
import type { AccessRules } from '../../access/contract.ts';
import type { FormulaHook } from '../../soql/contract.ts';
import type { DmlFormulas } from '../../dml/contract.ts';
import type { ApexHost, ApexProgram, CompileProblem, LimitName } from '../contract.ts';

/** Which governor limits and `System.is…` answers a transaction has. */
export type TransactionKind = 'sync' | 'queueable' | 'future' | 'batch' | 'scheduled' | 'event' | 'finalizer';

export interface TransactionOptions {
  readonly userId: Id;
  /** `sync` when absent. */
  readonly kind?: TransactionKind;
  /** Overrides single limits; tests of the limits use it. */
  readonly limits?: Partial<Readonly<Record<LimitName, number>>>;
  readonly inTest?: boolean;
  /** Shown in the debug log, for example `AnonymousBlock` or `REST /services/apexrest/…`. */
  readonly label?: string;
}

export interface CalloutRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array | string | null;
  readonly timeoutMs: number;
}

export interface CalloutResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/**
 * Answers a callout at once, or `null` when the address is none of its own (the org then refuses it by name). What it throws because
 * the remote cannot be reached, Apex can catch as a `CalloutException` with that message.
 */
export type CalloutHandler = (request: CalloutRequest) => CalloutResponse | null;

/** Keys of a deployed certificate, PEM. */
export interface CertificateKeys {
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
}

/** Formulas as queries and saves use them. */
export interface OrgFormulas {
  forQueries(userId: Id): FormulaHook;
  readonly forSaves: DmlFormulas;
}

/** The part of an org that running Apex needs. */
export interface OrgState {
  readonly orgId: Id;
  readonly store: Store;
  readonly clock: Clock;
  readonly schema: OrgSchema;
  readonly rules: AccessRules;
  readonly program: ApexProgram;
  readonly callouts: CalloutHandler | null;
  /** Formula engine of the org's schema; `null` leaves formulas out by name. */
  readonly formulas: OrgFormulas | null;
  certificate(name: string): CertificateKeys | undefined;
  /** Told after the commit of the transaction that published them. */
  eventsCommitted(events: readonly PublishedEvent[]): void;
}

/** One committed platform event, as its subscribers get it. */
export interface PublishedEvent {
  /** API name, for example `License_Changed__e`. */
  readonly object: string;
  readonly replayId: number;
  readonly createdDate: number;
  readonly createdById: Id;
  readonly values: Readonly<Record<string, Raw>>;
}

/** One line of a debug log. */
export interface LogLine {
  readonly at: number;
  readonly level: string;
  readonly message: string;
}

export interface DeployOptions {
  /** Validate only: nothing is kept. */
  readonly checkOnly?: boolean;
  /**
   * Called when everything is in place and before it is kept, inside the deploy's database transaction: the org shows what it would
   * be. `false` undoes the deploy, and so does the end of the process.
   */
  readonly keep?: () => boolean;
  /** Keeps what can be kept: parts that cannot be read or compiled are left out and told among the problems of a success. */
  readonly lenient?: boolean;
  /** Components to delete with this deploy. */
  readonly remove?: readonly { readonly type: string; readonly fullName: string }[];
}

export interface DeployOutcome {
  readonly success: boolean;
  readonly problems: readonly ComponentProblem[];
  /** `type/fullName` of every component with what happened to it. */
  readonly changes: readonly {
    readonly type: string;
    readonly fullName: string;
    readonly path: string;
    readonly change: 'created' | 'changed' | 'unchanged' | 'deleted';
  }[];
}

export interface AnonymousOutcome {
  readonly compiled: boolean;
  readonly compileProblem: string | null;
  readonly success: boolean;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  /** 1-based; -1 when there is none. */
  readonly line: number;
  readonly column: number;
  readonly log: string;
}

/** A call of `/services/apexrest/…`; `path` starts behind `apexrest`, with its slash. */
export interface ApexRestRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  readonly remoteAddress?: string;
}

export interface ApexRestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** JSON in, JSON out, in the shape that `@salesforce/apex` modules and their wire adapters expect. */
export type AuraOutcome =
  | { readonly ok: true; readonly value: unknown; readonly cacheable: boolean }
  | {
      readonly ok: false;
      readonly error: {
        readonly exceptionType: string;
        readonly isUserDefinedException: boolean;
        readonly message: string;
        readonly stackTrace: string;
      };
    };

export interface InvocableOutcome {
  readonly actionName: string;
  readonly isSuccess: boolean;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[] | null;
}

export interface TestRequest {
  /** Class names; every test class when absent. */
  readonly classes?: readonly string[];
  /** `Class.method` names; narrows further. */
  readonly methods?: readonly string[];
  readonly coverage?: boolean;
  /** Wall-clock time one test method may take, in milliseconds; 60,000 when absent. */
  readonly methodLimitMs?: number;
  /** `Class.method` names that do not run. */
  readonly except?: readonly string[];
  /** Called before each method and before the setup of a class. */
  readonly starting?: (place: TestPlace) => void;
  /** Called after each method. */
  readonly progress?: (result: TestResult) => void;
}

/** What is about to run: a method, or with `null` the setup of a class. */
export interface TestPlace {
  readonly className: string;
  readonly methodName: string | null;
  /** Methods of the class that run. */
  readonly methods: readonly string[];
}

export interface TestResult {
  readonly className: string;
  readonly methodName: string;
  /** `NotSupported` and `CompileFail` only after a lenient deploy: the test ran into code that was left out. */
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip' | 'NotSupported';
  readonly message: string | null;
  readonly stackTrace: string | null;
  readonly ms: number;
  /** What was left out, where the test ran into such code. */
  readonly problem?: CompileProblem;
}

export interface CoverageResult {
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

/** Lines of one class or trigger that one test method ran. */
export interface MethodCoverage {
  readonly className: string;
  readonly methodName: string;
  /** Class or trigger. */
  readonly name: string;
  readonly covered: readonly number[];
}

export interface TestOutcome {
  readonly results: readonly TestResult[];
  /** By all methods and their setups together. */
  readonly coverage: readonly CoverageResult[];
  /** By each method alone; without rows where it ran no line. */
  readonly methodCoverage: readonly MethodCoverage[];
  readonly ms: number;
}

export interface SentEmail {
  readonly id: Id;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** What a body run by `org.execute` gets: the running transaction. */
export type RunningTransaction = ApexHost;

/** Callers of the platform event stream: every event that was committed, in order. */
export type EventListener = (event: PublishedEvent) => void;

export type { MetadataComponent };
