/** What the agent in a customer's org does with a signed license: verify it against the ISV's published keys, then obey it. */
import { createPublicKey, verify } from 'node:crypto';

/** Claims of a signed license, as the License Management Org signs them. */
export interface LicenseClaims {
  /** Id of the License Management Org. */
  readonly iss: string;
  /** Id of the subscriber org. */
  readonly sub: string;
  /** Id of the package. */
  readonly aud: string;
  readonly lic: string;
  readonly status: string;
  readonly seats: number | null;
  /** ISO date of the last day, `null` = does not expire. */
  readonly licenseEnds: string | null;
  readonly rev: number;
  /** Epoch seconds. */
  readonly iat: number;
  /** Epoch seconds: end of the lease, not of the license. */
  readonly exp: number;
  readonly jti: string;
}

export interface PublishedKey {
  readonly kid: string;
  /** SPKI, PEM. */
  readonly pem: string;
}

export interface Expectation {
  readonly orgId: string;
  readonly packageId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Highest revision this org has seen; an older license is a replay. */
  readonly knownRevision?: number;
}

/** Why a license is not obeyed. `code` is stable, the message is for people. */
export class LicenseRejected extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'LicenseRejected';
    this.code = code;
  }
}

const LONGEST = 16_384;
const ID_LENGTH = 15;

/**
 * @param token compact JWS
 * @param keys published keys of the ISV
 * @param expected for whom and when it must hold
 * @returns its claims
 * @throws LicenseRejected when it is oversized, malformed, not RS256, unknown, forged, foreign, expired or replayed
 */
export function verifyLicense(token: string, keys: readonly PublishedKey[], expected: Expectation): LicenseClaims {
  if (token.length > LONGEST)
    throw new LicenseRejected('OVERSIZED', `A signed license has at most ${LONGEST} characters.`);
  const parts = token.split('.');
  const [head, body, signature] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || signature === undefined) {
    throw new LicenseRejected('MALFORMED', 'A signed license has three parts divided by dots.');
  }
  const header = readPart(head) as { alg?: unknown; kid?: unknown };
  if (header.alg !== 'RS256') throw new LicenseRejected('WRONG_ALGORITHM', 'Only RS256 is accepted.');
  const key = keys.find((candidate) => candidate.kid === header.kid);
  if (key === undefined) throw new LicenseRejected('UNKNOWN_KEY', `No published key is named ${String(header.kid)}.`);
  const isGenuine = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    createPublicKey(key.pem),
    Buffer.from(signature, 'base64url'),
  );
  if (!isGenuine) throw new LicenseRejected('FORGED', 'The signature does not fit the content.');
  return checkClaims(readPart(body) as LicenseClaims, expected);
}

function checkClaims(claims: LicenseClaims, expected: Expectation): LicenseClaims {
  if (!sameId(claims.sub, expected.orgId))
    throw new LicenseRejected('FOREIGN_ORG', `This license is for org ${claims.sub}.`);
  if (!sameId(claims.aud, expected.packageId)) {
    throw new LicenseRejected('FOREIGN_PACKAGE', `This license is for package ${claims.aud}.`);
  }
  if (claims.exp * 1000 <= expected.now) throw new LicenseRejected('EXPIRED', 'The lease has ended; fetch a new one.');
  if (expected.knownRevision !== undefined && claims.rev < expected.knownRevision) {
    throw new LicenseRejected(
      'REPLAYED',
      `Revision ${claims.rev} is older than ${expected.knownRevision}, which is in force.`,
    );
  }
  return claims;
}

/** Ids are compared by their first 15 characters; upper and lower case differ. */
function sameId(left: unknown, right: string): boolean {
  return typeof left === 'string' && left.slice(0, ID_LENGTH) === right.slice(0, ID_LENGTH);
}

function readPart(part: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Falls through to the one refusal below: what it is instead of JSON does not matter.
  }
  throw new LicenseRejected('MALFORMED', 'Header and claims must be JSON objects.');
}
