/** `lma org reset`: the running local org begins anew, empty or from a snapshot. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Command, Flags } from '@oclif/core';
import { resetOrg } from '../../start/local-control.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

export default class OrgReset extends Command {
  static override summary = 'Empty the running local org; the next start deploys and plays again.';
  static override enableJsonFlag = true;
  static override flags = {
    snapshot: Flags.string({ summary: 'Snapshot to go back to instead.' }),
    'no-prompt': Flags.boolean({ summary: 'Confirms that everything in the org is lost.', required: true }),
    data: TARGET_FLAGS.data,
  };

  async run(): Promise<{ status: number; result: { reset: boolean }; warnings: string[] }> {
    const { flags } = await this.parse(OrgReset);
    const result = await resetOrg(await connectTo(flags), flags.snapshot);
    if (flags.snapshot === undefined) rmSync(path.join(flags.data, 'scenario.json'), { force: true });
    rmSync(path.join(flags.data, 'subscribers.json'), { force: true });
    this.log(flags.snapshot === undefined ? 'The local org is empty' : `The local org is back at ${flags.snapshot}`);
    return { status: 0, result, warnings: [] };
  }
}
