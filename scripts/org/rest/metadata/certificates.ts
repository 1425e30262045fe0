/** Certificates: a deployed one without a key makes the org create its own, as Setup's self-signed certificates do. */
import { generateKeyPairSync } from 'node:crypto';
import type { ComponentProblem, MetadataComponent } from '../../types.ts';
import type { CertificateKeys } from '../../apex/transaction/contract.ts';
import { selfSign } from './x509.ts';

export const CERTIFICATE_STATE = 'certificateKeys';
const KEY_SIZES: ReadonlySet<number> = new Set([2048, 4096]);

export interface StoredCertificate extends CertificateKeys {
  readonly certificatePem: string;
}

function element(meta: string, name: string): string | undefined {
  return new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(meta)?.[1];
}

function problem(component: MetadataComponent, message: string): ComponentProblem {
  return { type: component.type, fullName: component.fullName, path: component.path, message };
}

/**
 * Keys for every certificate of a deploy that has none yet; keys that exist are never replaced.
 * Foreign certificates are refused: their private key could not be known.
 */
export function makeCertificates(
  components: readonly MetadataComponent[],
  known: ReadonlyMap<string, StoredCertificate>,
  nowMs: number,
): { keys: Map<string, StoredCertificate>; components: MetadataComponent[]; problems: ComponentProblem[] } {
  const keys = new Map<string, StoredCertificate>();
  const problems: ComponentProblem[] = [];
  const completed = components.map((component) => {
    if (component.type !== 'Certificate') return component;
    const present = known.get(component.fullName);
    if (present !== undefined) return { ...component, content: present.certificatePem };
    const meta = component.meta ?? '';
    if (component.content.trim() !== '' || element(meta, 'caSigned') === 'true') {
      problems.push(problem(component, 'Only self-signed certificates whose key this org makes are supported: leave out the .crt file'));
      return component;
    }
    const size = Number(element(meta, 'keySize') ?? '2048');
    if (!KEY_SIZES.has(size)) {
      problems.push(problem(component, `keySize must be 2048 or 4096, not ${element(meta, 'keySize') ?? ''}`));
      return component;
    }
    const pair = generateKeyPairSync('rsa', { modulusLength: size });
    const certificatePem = selfSign(pair.privateKey, pair.publicKey, element(meta, 'masterLabel') ?? component.fullName, nowMs);
    keys.set(component.fullName, {
      privateKeyPem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKeyPem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      certificatePem,
    });
    return { ...component, content: certificatePem };
  });
  return { keys, components: completed, problems };
}
