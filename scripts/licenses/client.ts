/** The package's license resource as TypeScript: list, show, change. */
import { callApexRest } from '../salesforce/apex-rest.ts';
import type { OrgConnection } from '../salesforce/connect.ts';

/** A license as `/v1/licenses` shows it. Dates are ISO text. */
export interface License {
  readonly id: string;
  /** L-00001 */
  readonly name: string;
  readonly key: string;
  /** Effective status today. */
  readonly status: string;
  readonly expiration: string | null;
  readonly daysLeft: number | null;
  /** -1 = site license. */
  readonly seats: number | null;
  readonly used: number | null;
  readonly basis: string | null;
  readonly packageName: string | null;
  readonly packageId: string | null;
  readonly versionNumber: string | null;
  readonly orgName: string | null;
  readonly orgId: string | null;
  readonly revision: number | null;
  readonly channel: string | null;
  readonly isPropagated: boolean | null;
  readonly inForceSince: string | null;
  readonly suspensionReason: string | null;
}

/** Which licenses; what is left out is not asked for. */
export interface LicenseFilter {
  /** Effective status today. */
  readonly status?: string | undefined;
  /** 033 id. */
  readonly package?: string | undefined;
  /** 00D id. */
  readonly org?: string | undefined;
  /** Record id of the account. */
  readonly account?: string | undefined;
  /** Terms basis. */
  readonly basis?: string | undefined;
  /** Sandboxes only, or none. */
  readonly sandbox?: boolean | undefined;
  /** First last day, ISO. */
  readonly endsFrom?: string | undefined;
  /** Last last day, ISO. */
  readonly endsUntil?: string | undefined;
}

/** What is asked of a license, as the resource takes it. Dates are ISO text. */
export interface LicenseChange {
  readonly action:
    | 'suspend'
    | 'reinstate'
    | 'extend'
    | 'activate'
    | 'modify'
    | 'addSeats'
    | 'courtesy'
    | 'renew'
    | 'fallBackToFree'
    | 'transfer'
    | 'undo';
  readonly reason?: string | undefined;
  readonly reasonCategory?: string | undefined;
  readonly reference?: string | undefined;
  readonly suspensionReason?: string | undefined;
  readonly expiration?: string | undefined;
  readonly neverExpires?: boolean | undefined;
  readonly days?: number | undefined;
  readonly months?: number | undefined;
  readonly coTermWith?: string | undefined;
  readonly transferTo?: string | undefined;
  readonly undoRevision?: number | undefined;
  readonly seats?: number | undefined;
  readonly basis?: string | undefined;
  readonly paidThrough?: string | undefined;
  readonly graceDays?: number | undefined;
  /** Day on which it shall be done; at once when absent. */
  readonly effectiveOn?: string | undefined;
  readonly noticeDays?: number | undefined;
  readonly expectedRevision?: number | undefined;
}

export interface Terms {
  readonly status: string;
  readonly expiration: string | null;
  readonly seats: number | null;
  readonly basis: string | null;
}

/** Why a rule refused: stable code and a sentence. */
export interface Refusal {
  readonly rule: string;
  readonly text: string;
}

export interface ChangeOutcome {
  readonly name: string;
  readonly isChanged: boolean;
  readonly refusal: Refusal | null;
  readonly warning: string | null;
  readonly revision: number | null;
  /** Record id of the scheduled change, when it was planned instead of done. */
  readonly scheduledChangeId: string | null;
  readonly before: Terms | null;
  readonly after: Terms | null;
}

/** To how many licenses a change is applied. */
export type Scope = 'org' | 'orgAndSandboxes' | 'account';

export interface ChangeOptions {
  readonly preview?: boolean;
  readonly namespace?: string | undefined;
}

const PAGE = 200;

/** Every license that fits, page by page. */
export async function listLicenses(
  connection: OrgConnection,
  filter: LicenseFilter,
  namespace?: string,
): Promise<License[]> {
  const found: License[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const query = new URLSearchParams({ limit: String(PAGE) });
    for (const [name, value] of Object.entries({ ...filter, after })) {
      if (value !== undefined) query.set(name, String(value));
    }
    const page: { licenses: License[]; next: string | null } = await callApexRest(
      connection,
      `v1/licenses?${query}`,
      undefined,
      namespace,
    );
    found.push(...page.licenses);
    after = page.next ?? null;
  }
  return found;
}

/** @param reference number (L-00001), key or record id */
export function showLicense(connection: OrgConnection, reference: string, namespace?: string): Promise<License> {
  return callApexRest(connection, `v1/licenses/${encodeURIComponent(reference)}`, undefined, namespace);
}

/** A refusal by a rule arrives as an error whose message is the rule's text. */
export function changeLicense(
  connection: OrgConnection,
  reference: string,
  change: LicenseChange,
  options: ChangeOptions = {},
): Promise<ChangeOutcome> {
  return postChange(connection, reference, change, options, {});
}

/**
 * Changes all licenses of a scope, at most 200.
 * @returns one outcome per license; a refusal is in its outcome and does not stop the others
 */
export async function changeLicenses(
  connection: OrgConnection,
  reference: string,
  scope: Scope,
  change: LicenseChange,
  options: ChangeOptions = {},
): Promise<readonly ChangeOutcome[]> {
  const answer = await postChange<{ outcomes: ChangeOutcome[] }>(connection, reference, change, options, { scope });
  return answer.outcomes;
}

function postChange<T>(
  connection: OrgConnection,
  reference: string,
  change: LicenseChange,
  options: ChangeOptions,
  params: Readonly<Record<string, string>>,
): Promise<T> {
  const query = new URLSearchParams(options.preview === true ? { ...params, preview: 'true' } : params);
  const resource = `v1/licenses/${encodeURIComponent(reference)}/changes`;
  return callApexRest(connection, query.size === 0 ? resource : `${resource}?${query}`, change, options.namespace);
}

/** `50`, `site`, or `–` where nothing is stated. */
export function seatsText(seats: number | null): string {
  if (seats === null) return '–';
  return seats < 0 ? 'site' : String(seats);
}

/** `Active, 2026-12-31, 25 seats → Suspended, 2026-12-31, 25 seats`; the basis where it changes. */
export function movementText(before: Terms, after: Terms): string {
  const isSameBasis = before.basis === after.basis;
  return [before, after]
    .map((terms) => termsText(terms) + (isSameBasis ? '' : `, ${terms.basis ?? 'no basis'}`))
    .join(' → ');
}

function termsText(terms: Terms): string {
  return `${terms.status}, ${terms.expiration ?? 'no end'}, ${seatsText(terms.seats)} seats`;
}
