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

export interface LicenseFilter {
  readonly status?: string | undefined;
  /** 033 id. */
  readonly package?: string | undefined;
  /** 00D id. */
  readonly org?: string | undefined;
}

export interface LicenseChange {
  readonly action: 'suspend' | 'reinstate' | 'extend' | 'activate' | 'modify' | 'addSeats';
  readonly reason?: string | undefined;
  readonly reference?: string | undefined;
  readonly suspensionReason?: string | undefined;
  readonly expiration?: string | undefined;
  readonly neverExpires?: boolean | undefined;
  readonly days?: number | undefined;
  readonly seats?: number | undefined;
  readonly basis?: string | undefined;
}

export interface Terms {
  readonly status: string;
  readonly expiration: string | null;
  readonly seats: number | null;
}

export interface ChangeOutcome {
  readonly name: string;
  readonly isChanged: boolean;
  readonly warning: string | null;
  readonly revision: number | null;
  readonly before: Terms | null;
  readonly after: Terms | null;
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
    for (const [name, value] of Object.entries({ ...filter, after }))
      if (value !== undefined) query.set(name, value as string);
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
  options: { readonly preview?: boolean; readonly namespace?: string | undefined } = {},
): Promise<ChangeOutcome> {
  const query = options.preview === true ? '?preview=true' : '';
  return callApexRest(
    connection,
    `v1/licenses/${encodeURIComponent(reference)}/changes${query}`,
    change,
    options.namespace,
  );
}

/** `50`, `site`, or `–` where nothing is stated. */
export function seatsText(seats: number | null): string {
  if (seats === null) return '–';
  return seats < 0 ? 'site' : String(seats);
}
