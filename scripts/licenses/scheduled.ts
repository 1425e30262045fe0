/** Scheduled changes of a license as TypeScript: list, cancel. */
import { callApexRest } from '../salesforce/apex-rest.ts';
import type { OrgConnection } from '../salesforce/connect.ts';
import type { ChangeOutcome, LicenseChange, Refusal } from './client.ts';

/** A scheduled change as `/v1/licenses/<license>/scheduled` shows it. */
export interface ScheduledChange {
  readonly id: string;
  /** SC-000001 */
  readonly name: string;
  /** ISO date. */
  readonly effectiveOn: string;
  /** Planned, Applied, Refused or Cancelled. */
  readonly state: string;
  readonly plannedBy: string | null;
  readonly request: LicenseChange;
  readonly refusal: Refusal | null;
  readonly appliedRevision: number | null;
}

/** @returns the changes of a license, the latest day first */
export function listScheduled(
  connection: OrgConnection,
  license: string,
  namespace?: string,
): Promise<ScheduledChange[]> {
  return callApexRest(connection, `v1/licenses/${encodeURIComponent(license)}/scheduled`, undefined, namespace);
}

/** @param changeId record id of the scheduled change */
export function cancelScheduled(
  connection: OrgConnection,
  license: string,
  changeId: string,
  namespace?: string,
): Promise<ChangeOutcome> {
  const resource = `v1/licenses/${encodeURIComponent(license)}/scheduled/${changeId}/cancel`;
  return callApexRest(connection, resource, {}, namespace);
}
