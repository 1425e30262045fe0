/** Certificates: the org makes the key of a deployed one; what is retrieved is a self-signed certificate of that key, never the key. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { ComponentProblem, MetadataComponent } from '../../types.ts';
import type { Org } from '../../org.ts';
import { selfSign } from './x509.ts';

const KEY_SIZES: ReadonlySet<string> = new Set(['2048', '4096']);
const stateKey = (name: string): string => `certificatePem:${name}`;

function element(meta: string, name: string): string | undefined {
  return new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(meta)?.[1];
}

/** The certificate of a deployed component, PEM; made once and kept. Empty text while it has no key. */
export function certificatePem(org: Org, component: MetadataComponent): string {
  const known = org.store.getState(stateKey(component.fullName));
  if (known !== undefined) return known;
  const keys = org.certificate(component.fullName);
  if (keys === undefined) return '';
  const label = element(component.meta ?? '', 'masterLabel') ?? component.fullName;
  const pem = selfSign(
    createPrivateKey(keys.privateKeyPem),
    createPublicKey(keys.publicKeyPem),
    label,
    org.clock.now(),
  );
  org.store.setState(stateKey(component.fullName), pem);
  return pem;
}

/** Foreign certificates are refused, since their private key could not be known; so are key sizes the platform does not have. */
export function checkCertificates(org: Org, components: readonly MetadataComponent[]): ComponentProblem[] {
  return components.flatMap((component) => {
    if (component.type !== 'Certificate') return [];
    const meta = component.meta ?? '';
    const problem = (message: string): ComponentProblem[] => [
      { type: component.type, fullName: component.fullName, path: component.path, message },
    ];
    const isOwn =
      component.content.trim() === '' ||
      component.content.trim() === org.store.getState(stateKey(component.fullName))?.trim();
    if (!isOwn || element(meta, 'caSigned') === 'true') {
      return problem('Only self-signed certificates whose key this org makes are supported: leave out the .crt file');
    }
    const size = element(meta, 'keySize') ?? '2048';
    return KEY_SIZES.has(size) ? [] : problem(`keySize must be 2048 or 4096, not ${size}`);
  });
}
