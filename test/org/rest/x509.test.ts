import assert from 'node:assert/strict';
import { X509Certificate, generateKeyPairSync } from 'node:crypto';
import { it } from 'node:test';
import { selfSign } from '../../../scripts/org/rest/metadata/x509.ts';

it('writes certificates that OpenSSL reads and verifies', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = new X509Certificate(selfSign(privateKey, publicKey, 'Signing Key 1', Date.UTC(2026, 0, 31)));
  assert.equal(certificate.subject, 'CN=Signing Key 1');
  assert.ok(certificate.verify(publicKey));
  assert.equal(new Date(certificate.validFrom).toISOString(), '2026-01-31T00:00:00.000Z');
  assert.equal(new Date(certificate.validTo).toISOString(), '2027-01-31T00:00:00.000Z');
});
