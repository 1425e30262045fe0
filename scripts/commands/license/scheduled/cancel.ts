/** `lma license scheduled cancel`: takes a planned change back. */
import { Args } from '@oclif/core';
import type { ChangeOutcome } from '../../../licenses/client.ts';
import { cancelScheduled, listScheduled } from '../../../licenses/scheduled.ts';
import { LicenseCommand } from '../../license-command.ts';
import { connectTo, TARGET_FLAGS } from '../../target.ts';
import { ONE_LICENSE } from '../change.ts';

export default class LicenseScheduledCancel extends LicenseCommand {
  static override summary = 'Cancel a scheduled change of a license.';
  static override args = {
    ...ONE_LICENSE,
    change: Args.string({ description: 'Number (SC-000001) or record id.', required: true }),
  };
  static override flags = TARGET_FLAGS;

  async run(): Promise<{ status: number; result: ChangeOutcome; warnings: string[] }> {
    const { args, flags } = await this.parse(LicenseScheduledCancel);
    const connection = await connectTo(flags);
    const changes = await listScheduled(connection, args.license, flags.namespace);
    const change = changes.find((each) => each.name === args.change || each.id.startsWith(args.change));
    if (change === undefined) {
      const known = changes.filter((each) => each.state === 'Planned').map((each) => each.name);
      this.error(`${args.license} has no scheduled change ${args.change}. Planned: ${known.join(', ') || 'none'}.`, {
        exit: 1,
      });
    }
    const result = await cancelScheduled(connection, args.license, change.id, flags.namespace);
    this.log(`${change.name} of ${result.name} is cancelled; it was planned for ${change.effectiveOn}`);
    return { status: 0, result, warnings: [] };
  }
}
