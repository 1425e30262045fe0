/** An org for tests of transactions: real schema, store and DML, classes and triggers written in TypeScript. */
import { buildSchema } from '../../../../scripts/org/schema/index.ts';
import { openStore } from '../../../../scripts/org/store/index.ts';
import type { ApexProgram, UserClass, UserField, UserMethod } from '../../../../scripts/org/apex/contract.ts';
import { METHODS, USER_CLASS } from '../../../../scripts/org/apex/invoke.ts';
import type { MethodEntry } from '../../../../scripts/org/apex/invoke.ts';
import type { ApexObject } from '../../../../scripts/org/apex/runtime/values/object.ts';
import type { OrgState, PublishedEvent } from '../../../../scripts/org/apex/transaction/contract.ts';
import { runTransaction } from '../../../../scripts/org/apex/transaction/run.ts';
import { createOrgTables } from '../../../../scripts/org/apex/transaction/tables.ts';
import type { Transaction } from '../../../../scripts/org/apex/transaction/transaction.ts';
import type { MetadataComponent } from '../../../../scripts/org/types.ts';
import { SObjectRecord } from '../../../../scripts/org/store/record.ts';
import { LICENSE, objectFile, openRules, PACKAGE, USER_ID } from '../../dml/harness.ts';

export { objectFile, USER_ID };

export const SIGNAL = objectFile(
  'Signal__e',
  '<eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior><fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>50</length></fields>',
);

type JsClass = new (...args: never[]) => ApexObject;

/** Describes a JavaScript class as a compiled Apex class: its own instance methods, the given fields and statics. */
export function apexClass(
  name: string,
  js: JsClass,
  parts: {
    readonly fields?: readonly string[];
    readonly interfaces?: readonly string[];
    readonly statics?: Readonly<Record<string, { readonly annotation: string; run(...args: unknown[]): unknown }>>;
    readonly isTest?: boolean;
  } = {},
): UserClass {
  const facts = { visibility: 'public', annotations: [], line: 1, returnType: 'void' } as const;
  const methods: UserMethod[] = Object.entries(parts.statics ?? {}).map(([method, { annotation, run }]) => ({
    ...facts,
    name: method,
    isStatic: true,
    annotations: [{ name: annotation, arguments: {} }],
    parameters: Array.from({ length: run.length }, (_, at) => ({ name: `p${at}`, type: 'Object' })),
    invoke: (_receiver, args) => run(...args),
  }));
  const fields: UserField[] = (parts.fields ?? []).map((field) => ({
    name: field,
    type: 'Object',
    isStatic: false,
    isTransient: false,
    visibility: 'public',
    annotations: [],
    get: (receiver) => (receiver as Record<string, unknown>)[field],
    set: (receiver, value) => {
      (receiver as Record<string, unknown>)[field] = value;
    },
  }));
  const made: UserClass = {
    name,
    kind: 'class',
    isAbstract: false,
    isTest: parts.isTest ?? false,
    sharing: 'with',
    supertypes: new Set(parts.interfaces ?? []),
    annotations: [],
    methods,
    fields,
    construct: (args) => new js(...(args as never[])),
    js,
  };
  const table = new Map<string, MethodEntry[]>();
  const prototype = js.prototype as unknown as Record<string, unknown>;
  for (const key of Object.getOwnPropertyNames(prototype)) {
    if (key === 'constructor') continue;
    const { length } = prototype[key] as (...args: unknown[]) => unknown;
    table.set(key.toLowerCase(), [
      { js: key, isStatic: false, parameterTypes: Array.from({ length }, () => 'Object'), fits: () => true },
    ]);
  }
  Object.defineProperty(js, 'apexName', { value: name, configurable: true });
  Object.defineProperty(js, METHODS, { value: table, configurable: true });
  Object.defineProperty(js, USER_CLASS, { value: made, configurable: true });
  return made;
}

export interface TestOrg extends OrgState {
  now: number;
  readonly committed: PublishedEvent[];
  record(object: string, values: Readonly<Record<string, string | number | boolean | null>>): SObjectRecord;
  run<T>(body: (transaction: Transaction) => T, options?: Partial<Parameters<typeof runTransaction>[1]>): T;
  rows(sql: string): Record<string, unknown>[];
}

export function makeOrg(
  options: {
    readonly classes?: readonly UserClass[];
    readonly triggers?: Readonly<Record<string, () => void>>;
    readonly components?: readonly MetadataComponent[];
  } = {},
): TestOrg {
  const { schema, problems } = buildSchema([PACKAGE, LICENSE, SIGNAL, ...(options.components ?? [])], { version: 1 });
  if (problems.length > 0) throw new Error(problems.map((one) => one.message).join('\n'));
  const store = openStore(':memory:');
  store.applySchema(schema);
  createOrgTables(store);
  const classes = new Map((options.classes ?? []).map((type) => [type.name.toLowerCase(), type]));
  const program: ApexProgram = {
    classes,
    class: (name) => classes.get(name.toLowerCase()),
    triggersOf: (object) =>
      Object.entries(options.triggers ?? {})
        .filter(([key]) => key.split(' ')[0] === object)
        .map(([key, run]) => ({ name: 'Trg', events: new Set([key.slice(object.length + 1)]), run })),
    runAnonymous: () => undefined,
    coverage: () => new Map(),
    resetCoverage: () => undefined,
  };
  const committed: PublishedEvent[] = [];
  const org: TestOrg = {
    orgId: '00D000000000001EAA',
    store,
    now: Date.UTC(2026, 0, 15, 12),
    clock: { now: () => org.now },
    schema,
    rules: openRules(),
    program,
    callouts: null,
    formulas: null,
    committed,
    certificate: () => undefined,
    eventsCommitted: (events) => void committed.push(...events),
    record: (object, values) => {
      const record = new SObjectRecord(schema.requireObject(object));
      for (const [name, value] of Object.entries(values)) record.set(name, value);
      return record;
    },
    run: (body, given = {}) => runTransaction(org, { userId: USER_ID, ...given }, body),
    rows: (sql) => store.all(sql).map((row) => ({ ...row })),
  };
  store.insert(schema.requireObject('User'), [
    org.record('User', {
      Id: USER_ID,
      LastName: 'Admin',
      IsActive: true,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
    }),
  ]);
  return org;
}

export const SYSTEM = { allOrNone: true, mode: 'system', sharing: false } as const;
