/** What every row of save semantics is: a play in a small org, and what it leaves. */
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { SaveResult } from '../../../scripts/org/dml/contract.ts';
import type { MetadataComponent, Raw } from '../../../scripts/org/types.ts';
import { LICENSE, makeHarness, PACKAGE, SEAT } from './harness.ts';
import type { Harness, TriggerBody } from './harness.ts';

export interface DmlRow {
  readonly name: string;
  readonly trap: string;
  /** Documentation that says so. */
  readonly source: string;
  readonly components?: readonly MetadataComponent[];
  readonly triggers?: (log: unknown[]) => Readonly<Record<string, TriggerBody>>;
  readonly play: (org: Play, log: unknown[]) => unknown;
  readonly expected: unknown;
}

/** The harness with what the plays need often. */
export interface Play extends Harness {
  /** Inserts, and answers the record with its id. */
  make(object: string, values?: Readonly<Record<string, Raw>>): SObjectRecord;
  /** Value of a stored row. */
  stored(record: SObjectRecord, field: string): Raw | undefined;
  count(object: string): number;
}

export const APEX = 'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/';
export const ORDER_OF_EXECUTION = `${APEX}apex_triggers_order_of_execution.htm`;

export const COMPONENTS = [PACKAGE, LICENSE, SEAT];

/** Orgs by their components: a play leaves nothing behind, so that the next one with the same components uses it again. */
const orgs = new Map<string, { readonly org: Harness; readonly triggers: Record<string, TriggerBody> }>();

/** Statements that plays ran so far, by `operation` and `operation Object`. */
export const STATEMENTS = new Set<string>();

export function withOrg<T>(
  components: readonly MetadataComponent[],
  given: Readonly<Record<string, TriggerBody>>,
  play: (org: Play) => T,
): T {
  const key = components.map(({ content }) => content).join();
  let known = orgs.get(key);
  if (known === undefined) {
    const triggers: Record<string, TriggerBody> = {};
    orgs.set(
      key,
      (known = { org: makeHarness([...COMPONENTS, ...components], { triggers, formulas: true }), triggers }),
    );
  }
  const { org, triggers } = known;
  const savepoint = org.store.savepoint();
  Object.assign(triggers, given);
  const run: Harness['run'] = (operation, records, options) => {
    STATEMENTS.add(operation).add(`${operation} ${records[0]?.object.name ?? ''}`);
    return org.run(operation, records, options);
  };
  try {
    return play({
      ...org,
      run,
      make: (object, values = {}) => {
        const record = org.record(object, values);
        const [result] = run('insert', [record]);
        if (result?.success !== true) throw new Error(JSON.stringify(result?.errors));
        return record;
      },
      stored: (record, field) => org.store.load(record.object, [record.id ?? ''])[0]?.get(field),
      count: (object) => org.store.all(`SELECT "Id" FROM "${object}" WHERE "IsDeleted" = 0`).length,
    });
  } finally {
    for (const name of Object.keys(given)) delete triggers[name];
    org.store.rollbackTo(savepoint);
    org.store.release(savepoint);
  }
}

export function closeOrgs(): void {
  for (const { org } of orgs.values()) org.close();
}

/** Status codes of results; `null` for those that held. */
export function codes(results: readonly SaveResult[]): (string | null)[] {
  return results.map((one) => one.errors[0]?.statusCode ?? null);
}
