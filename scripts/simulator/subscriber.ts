/** A simulated customer's org: its agent fetches the signed license, verifies it, obeys it and acknowledges it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { callApexRest } from '../salesforce/apex-rest.ts';
import type { OrgConnection } from '../salesforce/connect.ts';
import { verifyLicense, type LicenseClaims, type PublishedKey } from './signed-license.ts';

/** What the org holds for one package. */
export interface HeldLicense {
  readonly claims: LicenseClaims;
  /** ISO moment at which the present status took hold here. */
  readonly statusSince: string;
  /** ISO moment of the last verified license. */
  readonly verifiedAt: string;
}

/** Held licenses by `org:package`, ids of 15 characters. */
type Books = Record<string, HeldLicense>;

const ID_LENGTH = 15;

/** What simulated orgs hold, in one file of the data folder. */
export class SubscriberStore {
  readonly #file: string;
  readonly #books: Books;

  constructor(folder: string) {
    this.#file = path.join(folder, 'subscribers.json');
    this.#books = existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Books) : {};
  }

  get(orgId: string, packageId: string): HeldLicense | undefined {
    return this.#books[keyOf(orgId, packageId)];
  }

  put(orgId: string, packageId: string, held: HeldLicense): void {
    this.#books[keyOf(orgId, packageId)] = held;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(this.#books, null, 2)}\n`);
  }
}

function keyOf(orgId: string, packageId: string): string {
  return `${orgId.slice(0, ID_LENGTH)}:${packageId.slice(0, ID_LENGTH)}`;
}

export interface Refresh {
  readonly orgId: string;
  readonly packageId: string;
  /** Epoch milliseconds, org time. */
  readonly now: number;
  readonly namespace?: string | undefined;
}

/**
 * Fetches, verifies, keeps and acknowledges the license of one package in one org.
 * @returns what is in force there now, and the status that was in force before
 * @throws LicenseRejected when the license is not genuine; what was held stays in force
 */
export async function refreshLicense(
  connection: OrgConnection,
  store: SubscriberStore,
  refresh: Refresh,
): Promise<{ held: HeldLicense; before: string | null }> {
  const { orgId, packageId, now, namespace } = refresh;
  const known = store.get(orgId, packageId);
  const { lease } = await callApexRest<{ lease: string }>(
    connection,
    `v1/leases/${orgId}/${packageId}`,
    undefined,
    namespace,
  );
  const { keys } = await callApexRest<{ keys: PublishedKey[] }>(connection, 'v1/keys', undefined, namespace);
  const knownRevision = known === undefined ? {} : { knownRevision: known.claims.rev };
  const claims = verifyLicense(lease, keys, { orgId, packageId, now, ...knownRevision });
  const at = new Date(now).toISOString();
  const isSame = known !== undefined && known.claims.status === claims.status;
  const held = { claims, statusSince: isSame ? known.statusSince : at, verifiedAt: at };
  store.put(orgId, packageId, held);
  await callApexRest(
    connection,
    'v1/leases/acknowledgements',
    { org: orgId, pkg: packageId, revision: claims.rev, at },
    namespace,
  );
  return { held, before: known?.claims.status ?? null };
}
