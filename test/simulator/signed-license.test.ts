import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { LicenseRejected, verifyLicense, type Expectation } from '../../scripts/simulator/signed-license.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEYS = [{ kid: 'k1', pem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString() }];
const NOW = Date.UTC(2026, 5, 1);
const CLAIMS = {
  iss: '00DLmo000000001',
  sub: '00DCus000000001',
  aud: '033Pkg000000001',
  lic: 'L-00001',
  status: 'Suspended',
  seats: 10,
  licenseEnds: null,
  rev: 4,
  iat: NOW / 1000,
  exp: NOW / 1000 + 3600,
  jti: 'one',
};
const EXPECTED: Expectation = { orgId: '00DCus000000001AAA', packageId: '033Pkg000000001', now: NOW, knownRevision: 4 };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(claims: object = CLAIMS, header: object = { alg: 'RS256', kid: 'k1' }, key = pair.privateKey): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key).toString('base64url')}`;
}

function swapClaims(token: string, claims: object): string {
  const [head, , signature] = token.split('.');
  return [head, encode(claims), signature].join('.');
}

test('a genuine license is accepted with its claims', () => {
  assert.deepEqual(verifyLicense(sign(), KEYS, EXPECTED), CLAIMS);
});

const REFUSALS = [
  { code: 'FORGED', name: 'signed by a stranger', token: sign(CLAIMS, undefined, stranger.privateKey) },
  { code: 'FORGED', name: 'claims changed', token: swapClaims(sign(), { ...CLAIMS, status: 'Active' }) },
  { code: 'FOREIGN_ORG', name: 'of another org', token: sign({ ...CLAIMS, sub: '00DOther0000001' }) },
  { code: 'FOREIGN_ORG', name: 'of an org that differs by case', token: sign({ ...CLAIMS, sub: '00DCUS000000001' }) },
  { code: 'FOREIGN_PACKAGE', name: 'of another package', token: sign({ ...CLAIMS, aud: '033Other0000001' }) },
  { code: 'REPLAYED', name: 'of an older revision', token: sign({ ...CLAIMS, rev: 3 }) },
  { code: 'EXPIRED', name: 'at the end of its lease', token: sign({ ...CLAIMS, exp: NOW / 1000 }) },
  { code: 'OVERSIZED', name: 'with 20,000 characters', token: sign({ ...CLAIMS, jti: 'x'.repeat(20_000) }) },
  { code: 'WRONG_ALGORITHM', name: 'without an algorithm', token: sign(CLAIMS, { alg: 'none', kid: 'k1' }) },
  { code: 'WRONG_ALGORITHM', name: 'with a shared-secret algorithm', token: sign(CLAIMS, { alg: 'HS256', kid: 'k1' }) },
  { code: 'UNKNOWN_KEY', name: 'of an unknown key', token: sign(CLAIMS, { alg: 'RS256', kid: 'k2' }) },
  { code: 'MALFORMED', name: 'in two parts', token: 'a.b' },
  { code: 'MALFORMED', name: 'that is no JSON', token: 'a.b.c' },
];

for (const row of REFUSALS) {
  test(`refused: ${row.name}`, () => {
    assert.throws(
      () => verifyLicense(row.token, KEYS, EXPECTED),
      (error) => error instanceof LicenseRejected && error.code === row.code,
    );
  });
}
