/** The package's bulk operations as TypeScript: create, show, next step, wait. */
import { setTimeout as sleep } from 'node:timers/promises';
import { callApexRest } from '../salesforce/apex-rest.ts';
import type { OrgConnection } from '../salesforce/connect.ts';
import type { LicenseChange, LicenseFilter, Refusal, Terms } from './client.ts';

/** A bulk operation as `/v1/bulk-operations` shows it. */
export interface BulkOperation {
  readonly id: string;
  /** BO-00001 */
  readonly name: string;
  readonly state: 'Collecting' | 'Previewed' | 'Running' | 'Done' | 'Undoing' | 'Undone' | 'Cancelled';
  readonly change: LicenseChange;
  readonly startedBy: string | null;
  readonly total: number;
  readonly allowed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly changed: number;
  readonly undone: number;
  readonly notUndone: number;
}

/** One license of an operation. */
export interface BulkItem {
  readonly name: string | null;
  /** Allowed, Unchanged, Refused, Changed, Undone or Not Undone. */
  readonly state: string;
  readonly before: Terms | null;
  readonly after: Terms | null;
  readonly warning: string | null;
  readonly refusal: Refusal | null;
}

/** Licenses by a filter, with the sandboxes of its org if asked, or by name. */
export type BulkChoice =
  | { readonly filter: LicenseFilter & { readonly withSandboxes?: boolean | undefined } }
  | { readonly licenses: readonly string[] };

export type BulkStep = 'run' | 'undo' | 'cancel';

export interface BulkOptions {
  readonly namespace?: string | undefined;
}

const PAGE = 200;
const POLL_MS = 250;
const UNDERWAY: ReadonlySet<string> = new Set(['Collecting', 'Running', 'Undoing']);

/** Creates an operation; its preview is made in the background. */
export function createBulk(
  connection: OrgConnection,
  choice: BulkChoice,
  change: LicenseChange,
  options: BulkOptions = {},
): Promise<BulkOperation> {
  return callApexRest(connection, 'v1/bulk-operations', { ...bodyOf(choice), change }, options.namespace);
}

/** @param reference number (BO-00001) or record id */
export function showBulk(
  connection: OrgConnection,
  reference: string,
  options: BulkOptions = {},
): Promise<BulkOperation> {
  return callApexRest(connection, resourceOf(reference), undefined, options.namespace);
}

/** Starts the next step; it is done in the background. */
export function advanceBulk(
  connection: OrgConnection,
  reference: string,
  step: BulkStep,
  options: BulkOptions = {},
): Promise<BulkOperation> {
  return callApexRest(connection, `${resourceOf(reference)}/${step}`, {}, options.namespace);
}

/** @returns up to `most` items, of one state or of any */
export async function listBulkItems(
  connection: OrgConnection,
  reference: string,
  most: number,
  options: BulkOptions & { readonly state?: string | undefined } = {},
): Promise<readonly BulkItem[]> {
  const items: BulkItem[] = [];
  for (let after: string | null | undefined; after !== null && items.length < most;) {
    const query = new URLSearchParams({ limit: String(Math.min(PAGE, most - items.length)) });
    for (const [name, value] of Object.entries({ state: options.state, after })) {
      if (value !== undefined) query.set(name, value as string);
    }
    const page: { items: BulkItem[]; next: string | null } = await callApexRest(
      connection,
      `${resourceOf(reference)}/items?${query}`,
      undefined,
      options.namespace,
    );
    items.push(...page.items);
    after = page.next ?? null;
  }
  return items;
}

/**
 * Waits until the background work of the present step is done.
 * @returns the operation as it is then; still under way when the time is over
 */
export async function waitForBulk(
  connection: OrgConnection,
  reference: string,
  waitMs: number,
  options: BulkOptions = {},
): Promise<BulkOperation> {
  for (const end = Date.now() + waitMs; ;) {
    const operation = await showBulk(connection, reference, options);
    if (!isUnderway(operation) || Date.now() >= end) return operation;
    await sleep(POLL_MS);
  }
}

/** @returns whether a step of the operation is being worked on */
export function isUnderway(operation: BulkOperation): boolean {
  return UNDERWAY.has(operation.state);
}

function resourceOf(reference: string): string {
  return `v1/bulk-operations/${encodeURIComponent(reference)}`;
}

function bodyOf(choice: BulkChoice): object {
  if ('licenses' in choice) return { licenses: choice.licenses };
  const { status, org, account, basis, sandbox, endsFrom, endsUntil, withSandboxes } = choice.filter;
  return {
    filter: {
      ...{ status, basis, endsFrom, endsUntil, withSandboxes },
      ...{ packageId: choice.filter.package, orgId: org, accountId: account, isSandbox: sandbox },
    },
  };
}
