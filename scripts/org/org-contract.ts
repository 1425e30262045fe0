/** What an org offers to everything above it: server, REST, simulator, tests. */
import type { Clock, Id, MetadataComponent } from './types.ts';
import type { SObjectRecord } from './store/record.ts';
import type { Store } from './store/contract.ts';
import type { BindValue, QueryResult } from './soql/contract.ts';
import type { DmlOperation, SaveResult } from './dml/contract.ts';
import type {
  AnonymousOutcome,
  ApexRestRequest,
  ApexRestResponse,
  AuraOutcome,
  CalloutHandler,
  CertificateKeys,
  DeployOptions,
  DeployOutcome,
  EventListener,
  InvocableOutcome,
  OrgState,
  RunningTransaction,
  SentEmail,
  TestOutcome,
  TestRequest,
  TransactionOptions,
} from './apex/transaction/contract.ts';

export interface OrgOptions {
  readonly orgId: Id;
  readonly store: Store;
  readonly clock: Clock;
  /** Namespace of package code, when the org is a packaging org. */
  readonly namespace?: string;
  readonly callouts?: CalloutHandler;
  readonly certificates?: ReadonlyMap<string, CertificateKeys>;
}

export interface DmlCall {
  readonly allOrNone: boolean;
  /** `user` when absent: the API's mode. */
  readonly mode?: 'user' | 'system';
  readonly externalIdField?: string;
  readonly mergeIds?: readonly Id[];
}

export interface Org extends OrgState {
  readonly namespace: string | undefined;
  /** Everything deployed, in deploy order. */
  components(): readonly MetadataComponent[];
  component(type: string, fullName: string): MetadataComponent | undefined;
  /** All or nothing: with one problem, nothing of it is kept. */
  deployMetadata(components: readonly MetadataComponent[], options?: DeployOptions): DeployOutcome;
  /** Runs a body as one transaction: committed when it returns, rolled back when it throws. */
  execute<T>(userId: Id, body: (transaction: RunningTransaction) => T, options?: Omit<TransactionOptions, 'userId'>): T;
  /** SOQL in user mode unless told otherwise, as the API does. */
  query(
    userId: Id,
    text: string,
    options?: { mode?: 'user' | 'system'; binds?: Readonly<Record<string, BindValue>> },
  ): QueryResult;
  /** One DML statement as its own transaction, with triggers. Refusals are in the results, never thrown. */
  dml(userId: Id, operation: DmlOperation, records: readonly SObjectRecord[], call: DmlCall): SaveResult[];
  runAnonymous(text: string, userId: Id): AnonymousOutcome;
  callRest(request: ApexRestRequest, userId: Id): ApexRestResponse;
  callAura(className: string, method: string, params: Readonly<Record<string, unknown>>, userId: Id): AuraOutcome;
  /** Invocable action by class name, one outcome per input. */
  invokeAction(name: string, inputs: readonly Readonly<Record<string, unknown>>[], userId: Id): InvocableOutcome[];
  runTests(request?: TestRequest): TestOutcome;
  /** Runs the one job or event batch that is due first; false when nothing is due. */
  runDue(): boolean;
  /** Runs until nothing is due; returns how many ran. */
  drain(limit?: number): number;
  /** Epoch milliseconds (org time) at which the next job is due, or `null`. */
  nextDue(): number | null;
  /** Committed platform events from now on; returns the way to stop. */
  onEvent(listener: EventListener): () => void;
  sentEmails(): readonly SentEmail[];
  close(): void;
}
