/** Key pairs of deployed certificates. The org makes and keeps the private key, as the platform does. */
import { generateKeyPairSync } from 'node:crypto';
import type { OrgSchema } from './schema/model.ts';
import type { Store } from './store/contract.ts';
import type { CertificateKeys } from './apex/transaction/contract.ts';

const DEFAULT_BITS = 2048;
const stateKey = (name: string): string => `certificate:${name.toLowerCase()}`;

/** Makes keys for certificates that have none yet; part of the deploy that brings them. */
export function makeKeys(store: Store, schema: OrgSchema): void {
  for (const certificate of schema.metadata.certificates.values()) {
    if (store.getState(stateKey(certificate.name)) !== undefined) continue;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: certificate.keySize || DEFAULT_BITS,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const keys: CertificateKeys = { privateKeyPem: privateKey, publicKeyPem: publicKey };
    store.setState(stateKey(certificate.name), JSON.stringify(keys));
  }
}

export function readKeys(store: Store, name: string): CertificateKeys | undefined {
  const text = store.getState(stateKey(name));
  return text === undefined ? undefined : (JSON.parse(text) as CertificateKeys);
}
