/** The package's access check as TypeScript: why users of an org have or lack access. */
import { callApexRest } from '../salesforce/apex-rest.ts';
import type { OrgConnection } from '../salesforce/connect.ts';

/** One thing that was looked at. */
export interface AccessFinding {
  /** Stable name: status, lastDay, seats, confirmation, org, lastHeard, version. */
  readonly topic: string;
  /** What it does to users: no harm, in the way of some, in the way of all, or not to be judged from here. */
  readonly effect: 'Allows' | 'Limits' | 'Blocks' | 'Unknown';
  readonly text: string;
}

/** The answer of `/v1/licenses/<license>/access`. */
export interface AccessCheck {
  /** L-00001 */
  readonly name: string;
  /** Effective status today. */
  readonly status: string;
  /** By the terms and by what the customer's org confirmed; null where that cannot be told. */
  readonly hasAccess: boolean | null;
  /** The answer in one sentence. */
  readonly summary: string;
  readonly findings: readonly AccessFinding[];
  /** What only the customer can see. */
  readonly notVisible: readonly string[];
}

/** @param reference number (L-00001), key or record id of the license */
export function checkAccess(connection: OrgConnection, reference: string, namespace?: string): Promise<AccessCheck> {
  return callApexRest(connection, `v1/licenses/${encodeURIComponent(reference)}/access`, undefined, namespace);
}
