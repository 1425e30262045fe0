/** One Salesforce org: its rows, its metadata, its Apex, its queue. Everything that happens in an org goes through this object. */
import { OrgError } from './types.ts';
import type { Clock, ComponentProblem, Id, MetadataComponent } from './types.ts';
import { buildSchema, keyPrefixesOf } from './schema/index.ts';
import { buildLeniently } from './schema/lenient.ts';
import type { OrgSchema } from './schema/model.ts';
import type { SObjectRecord } from './store/record.ts';
import type { Store } from './store/contract.ts';
import type { AccessRules } from './access/contract.ts';
import { createAccessRules } from './access/index.ts';
import { syncSetup } from './access/sync.ts';
import type { BindValue, QueryResult } from './soql/contract.ts';
import { makeFormulas } from './formula/index.ts';
import { run as runQuery } from './soql/index.ts';
import type { DmlOperation, SaveResult } from './dml/contract.ts';
import type { ApexProgram } from './apex/contract.ts';
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
  OrgFormulas,
  OrgState,
  PublishedEvent,
  RunningTransaction,
  SentEmail,
  TestOutcome,
  TestRequest,
  TransactionOptions,
} from './apex/transaction/contract.ts';
import { nextDue, runDue } from './apex/transaction/async-queue.ts';
import { callAura } from './apex/transaction/call-aura.ts';
import { callRest } from './apex/transaction/call-rest.ts';
import { sentEmails } from './apex/transaction/email.ts';
import { invokeAction } from './apex/transaction/invoke-action.ts';
import { runTransaction } from './apex/transaction/run.ts';
import { createOrgTables } from './apex/transaction/tables.ts';
import { runTests } from './apex/transaction/test-runner.ts';
import { copySetup } from './apex/transaction/test-store.ts';
import { makeKeys, readKeys } from './certificates.ts';
import type { Code } from './code.ts';
import { compileCode, coverableLines, keepCode } from './code.ts';
import { runAnonymous } from './anonymous.ts';
import { syncCodeRows } from './code-rows.ts';
import type { DmlCall, Org, OrgOptions } from './org-contract.ts';
import type { ComponentMap } from './components.ts';
import { componentKey, mergeComponents, readComponents, writeComponents } from './components.ts';

export type { DmlCall, Org, OrgOptions } from './org-contract.ts';

/** Opens the org of a database: what was deployed to it is there again, without a deploy. */
export function createOrg(options: OrgOptions): Org {
  return new LocalOrg(options);
}

/** One consistent picture of the deployed metadata; a deploy makes a new one and swaps it in. */
interface Deployed {
  readonly components: ComponentMap;
  readonly schema: OrgSchema;
  readonly code: Code;
  readonly hash: string;
  readonly rules: AccessRules;
  readonly formulas: OrgFormulas;
}

const MOST_DRAINED = 10_000;

class LocalOrg implements Org {
  readonly orgId: Id;
  readonly store: Store;
  readonly clock: Clock;
  readonly namespace: string | undefined;
  readonly callouts: CalloutHandler | null;
  private readonly certificates: ReadonlyMap<string, CertificateKeys>;
  private readonly listeners = new Set<EventListener>();
  private deployed: Deployed;

  constructor(options: OrgOptions) {
    this.orgId = options.orgId;
    this.store = options.store;
    this.clock = options.clock;
    this.namespace = options.namespace;
    this.callouts = options.callouts ?? null;
    this.certificates = options.certificates ?? new Map();
    createOrgTables(this.store);
    const components = readComponents(this.store);
    const built = this.build(components, this.readPrefixes(), 1);
    if (built.deployed === null)
      throw new Error(`The deployed metadata does not load: ${built.problems[0]?.message ?? ''}`);
    this.deployed = built.deployed;
    this.install(built.deployed);
  }

  get schema(): OrgSchema {
    return this.deployed.schema;
  }
  get rules(): AccessRules {
    return this.deployed.rules;
  }
  get program(): ApexProgram {
    return this.deployed.code.program;
  }
  get formulas(): OrgFormulas {
    return this.deployed.formulas;
  }

  components(): readonly MetadataComponent[] {
    return [...this.deployed.components.values()];
  }

  component(type: string, fullName: string): MetadataComponent | undefined {
    return this.deployed.components.get(componentKey(type, fullName));
  }

  deployMetadata(components: readonly MetadataComponent[], options: DeployOptions = {}): DeployOutcome {
    const { merged, changes } = mergeComponents(this.deployed.components, components, options);
    const { lenient = false } = options;
    const built = this.build(merged, keyPrefixesOf(this.schema), this.schema.version + 1, lenient);
    const { deployed, problems } = built;
    if (deployed === null) return { success: false, problems, changes: [] };
    if (options.checkOnly === true) return { success: true, problems, changes };
    this.swap(deployed, () => {
      const kept = changes.filter(
        (one) => one.change === 'deleted' || deployed.components.has(componentKey(one.type, one.fullName)),
      );
      writeComponents(this.store, deployed.components, kept);
      return options.keep?.() ?? true;
    });
    return { success: true, problems, changes };
  }

  execute<T>(
    userId: Id,
    body: (transaction: RunningTransaction) => T,
    options: Omit<TransactionOptions, 'userId'> = {},
  ): T {
    return runTransaction(this, { ...options, userId }, body);
  }

  query(
    userId: Id,
    text: string,
    options: { mode?: 'user' | 'system'; binds?: Readonly<Record<string, BindValue>> } = {},
  ): QueryResult {
    const mode = options.mode ?? 'user';
    const zone = (): string => this.timeZoneOf(userId);
    const context = {
      schema: this.schema,
      store: this.store,
      access: this.rules,
      clock: this.clock,
      // Read only by queries with dates: each reading is a query of its own.
      get timeZone() {
        return zone();
      },
      formulas: this.formulas.forQueries(userId),
    };
    return runQuery(context, text, options.binds ?? {}, { userId, mode, sharing: mode === 'user' });
  }

  dml(userId: Id, operation: DmlOperation, records: readonly SObjectRecord[], call: DmlCall): SaveResult[] {
    const { mode = 'user', ...rest } = call;
    return runTransaction(this, { userId, label: `API ${operation}` }, (transaction) =>
      transaction.statement(operation, records, { ...rest, access: transaction.access(mode, mode === 'user') }),
    );
  }

  runAnonymous(text: string, userId: Id): AnonymousOutcome {
    return runAnonymous(this, this.deployed.code, text, userId);
  }

  callRest(request: ApexRestRequest, userId: Id): ApexRestResponse {
    return callRest(this, request, userId);
  }

  callAura(className: string, method: string, params: Readonly<Record<string, unknown>>, userId: Id): AuraOutcome {
    return callAura(this, className, method, params, userId);
  }

  invokeAction(name: string, inputs: readonly Readonly<Record<string, unknown>>[], userId: Id): InvocableOutcome[] {
    return invokeAction(this, name, inputs, userId);
  }

  runTests(request: TestRequest = {}): TestOutcome {
    const store = copySetup(this.store, this.schema);
    const rules = createAccessRules(this.schema, store);
    const org: OrgState = {
      orgId: this.orgId,
      store,
      clock: this.clock,
      schema: this.schema,
      rules,
      program: this.program,
      callouts: null,
      formulas: makeFormulas({ orgId: this.orgId, store, clock: this.clock, schema: this.schema, rules }),
      certificate: (name) => this.certificate(name),
      eventsCommitted: () => undefined,
    };
    try {
      return runTests({ org, userId: this.testUser(), coverable: coverableLines(this.deployed.code) }, request);
    } finally {
      store.close();
    }
  }

  runDue(): boolean {
    return runDue(this, this.clock.now());
  }

  drain(limit = MOST_DRAINED): number {
    let count = 0;
    while (count < limit && this.runDue()) count++;
    return count;
  }

  nextDue(): number | null {
    return nextDue(this);
  }

  onEvent(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  eventsCommitted(events: readonly PublishedEvent[]): void {
    for (const event of events) for (const listener of this.listeners) listener(event);
  }

  sentEmails(): readonly SentEmail[] {
    return sentEmails(this);
  }

  certificate(name: string): CertificateKeys | undefined {
    return this.certificates.get(name) ?? readKeys(this.store, name);
  }

  close(): void {
    this.store.close();
  }

  private build(
    components: ComponentMap,
    keyPrefixes: Readonly<Record<string, string>>,
    version: number,
    lenient = false,
  ): { deployed: Deployed | null; problems: readonly ComponentProblem[] } {
    const all = [...components.values()];
    const namespace = this.namespace === undefined ? {} : { namespace: this.namespace };
    const options = { ...namespace, version, keyPrefixes };
    const built = lenient ? buildLeniently(all, options) : { ...buildSchema(all, options), kept: all };
    const { schema, problems, kept } = built;
    if (problems.length > 0 && !lenient) return { deployed: null, problems };
    const compiled = compileCode(this.store, kept, schema, this.namespace, 'missing' in built ? built : null);
    if (compiled.code === null) return { deployed: null, problems: compiled.problems };
    const rules = createAccessRules(schema, this.store);
    const formulas = makeFormulas({ orgId: this.orgId, store: this.store, clock: this.clock, schema, rules });
    const left = lenient ? new Map(kept.map((one) => [componentKey(one.type, one.fullName), one])) : components;
    return {
      deployed: { components: left, schema, code: compiled.code, hash: compiled.hash, rules, formulas },
      problems: [...problems, ...compiled.problems],
    };
  }

  /** Shows the new picture from inside its database transaction on, and the old one again when it is not kept. */
  private swap(next: Deployed, keep: () => boolean): void {
    const before = this.deployed;
    let isKept = false;
    try {
      isKept = this.install(next, () => {
        this.deployed = next;
        return keep();
      });
    } finally {
      if (!isKept) {
        this.deployed = before;
        before.rules.invalidate();
      }
    }
  }

  /** Brings the database to a new picture: tables, rows that follow metadata, code. All or nothing. */
  private install(next: Deployed, keep: () => boolean = () => true): boolean {
    const { store } = this;
    store.begin();
    try {
      store.applySchema(next.schema);
      syncCodeRows(store, next.schema, next.code, this.clock.now());
      syncSetup(store, next.schema, this.clock.now());
      makeKeys(store, next.schema);
      keepCode(store, next.hash, next.code.units);
      store.setState('keyPrefixes', JSON.stringify(keyPrefixesOf(next.schema)));
      if (!keep()) {
        store.rollback();
        return false;
      }
      store.commit();
    } catch (error) {
      store.rollback();
      throw error;
    }
    next.rules.invalidate();
    return true;
  }

  private readPrefixes(): Readonly<Record<string, string>> {
    return JSON.parse(this.store.getState('keyPrefixes') ?? '{}') as Readonly<Record<string, string>>;
  }

  private timeZoneOf(userId: Id): string {
    const row = this.store.get('SELECT "TimeZoneSidKey" FROM "User" WHERE "Id" = ?', [userId]);
    return (row?.['TimeZoneSidKey'] as string | null | undefined) ?? 'GMT';
  }

  /** Tests run as the first active administrator. */
  private testUser(): Id {
    const row = this.store.get(
      `SELECT "User"."Id" AS "Id" FROM "User" LEFT JOIN "Profile" ON "Profile"."Id" = "User"."ProfileId"
       WHERE "User"."IsActive" = 1 ORDER BY "Profile"."Name" = 'System Administrator' DESC, "User"."Id" LIMIT 1`,
    );
    if (row === undefined) throw new OrgError('INVALID_USER', 'The org has no active user to run tests as');
    return row['Id'] as Id;
  }
}
