/** `lma scratch delete`: deletes a scratch org at its Dev Hub. */
import { Command, Flags } from '@oclif/core';
import { deleteScratchOrg } from '../../salesforce/scratch-org.ts';

export default class ScratchDelete extends Command {
  static override summary = 'Delete a scratch org.';
  static override enableJsonFlag = true;
  static override flags = {
    'target-dev-hub': Flags.string({ summary: 'Alias or username of the Dev Hub.', required: true }),
    alias: Flags.string({ summary: 'Alias of the scratch org.', default: 'open-lma' }),
  };

  async run(): Promise<{ status: number; result: { username: string }; warnings: string[] }> {
    const { flags } = await this.parse(ScratchDelete);
    const username = await deleteScratchOrg(flags['target-dev-hub'], flags.alias);
    this.log(`Deleted ${username}`);
    return { status: 0, result: { username }, warnings: [] };
  }
}
