/** Makes the certificate that signs licenses, through the Metadata API, and reads its public key back. */
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Connection } from '@salesforce/core';
import { deploySource } from './deploy.ts';

export interface SigningKey {
  readonly kid: string;
  readonly certificate: string;
  /** SPKI, PEM. */
  readonly publicKey: string;
}

/**
 * @param connection to the org; the private key is made there and never leaves it
 * @param name developer name of the certificate
 */
export async function createSigningKey(connection: Connection, name: string): Promise<SigningKey> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lma-key-'));
  try {
    const source = path.join(folder, 'source');
    mkdirSync(path.join(source, 'certs'), { recursive: true });
    writeFileSync(path.join(source, 'certs', `${name}.crt`), '');
    writeFileSync(path.join(source, 'certs', `${name}.crt-meta.xml`), certificateXml(name));
    await deploySource(connection, [source]);
    const text = await retrieveCertificate(connection, name, path.join(folder, 'back'));
    const publicKey = new X509Certificate(text).publicKey.export({ type: 'spki', format: 'pem' }).toString();
    return { kid: name, certificate: name, publicKey };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function retrieveCertificate(connection: Connection, name: string, output: string): Promise<string> {
  const { ComponentSet } = await import('@salesforce/source-deploy-retrieve');
  const set = new ComponentSet([{ type: 'Certificate', fullName: name }]);
  const retrieve = await set.retrieve({ usernameOrConnection: connection, output, merge: false });
  await retrieve.pollStatus();
  const file = globSync(`**/${name}.crt`, { cwd: output })[0];
  if (file === undefined) throw new Error(`The org did not return the certificate ${name}.`);
  return readFileSync(path.join(output, file), 'utf8');
}

function certificateXml(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Certificate xmlns="http://soap.sforce.com/2006/04/metadata">
    <caSigned>false</caSigned>
    <encryptedWithPlatformEncryption>false</encryptedWithPlatformEncryption>
    <keySize>2048</keySize>
    <masterLabel>${name}</masterLabel>
    <privateKeyExportable>false</privateKeyExportable>
</Certificate>
`;
}
