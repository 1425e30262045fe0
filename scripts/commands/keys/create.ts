/** `lma keys create`: a certificate that signs licenses, and its registration. */
import { Command, Flags } from '@oclif/core';
import { callApexRest } from '../../salesforce/apex-rest.ts';
import { createSigningKey, type SigningKey } from '../../salesforce/signing-key.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

/** Developer names of certificates. */
const NAME = /^[A-Za-z](?:_?[A-Za-z0-9]){0,39}$/;

export default class KeysCreate extends Command {
  static override summary =
    'Make a signing certificate in an org and register its key; the private key never leaves the org.';
  static override enableJsonFlag = true;
  static override flags = {
    name: Flags.string({ summary: 'Developer name of the certificate, also the key id.', required: true }),
    ...TARGET_FLAGS,
  };

  async run(): Promise<{ status: number; result: SigningKey; warnings: string[] }> {
    const { flags } = await this.parse(KeysCreate);
    if (!NAME.test(flags.name)) {
      this.error(
        `"${flags.name}" is no developer name: letters, digits and single underscores, a letter first, at most 40.`,
        { exit: 2 },
      );
    }
    const connection = await connectTo(flags);
    const key = await createSigningKey(connection, flags.name);
    await callApexRest(connection, 'v1/setup/key', key, flags.namespace);
    this.log(`Key ${key.kid} is registered; licenses are signed with certificate ${key.certificate}`);
    return { status: 0, result: key, warnings: [] };
  }
}
