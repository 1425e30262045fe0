/** `lma bulk run`: carries out what the preview allowed. */
import { Flags } from '@oclif/core';
import { connectTo } from '../target.ts';
import { BULK_FLAGS, BulkCommand, OPERATION_ARGS, type BulkAnswer } from './operation.ts';

export default class BulkRun extends BulkCommand {
  static override summary = 'Run a bulk operation that was previewed; a run that stopped on its way goes on.';
  static override args = OPERATION_ARGS;
  static override flags = {
    yes: Flags.boolean({ char: 'y', summary: 'Confirms it; without it, it is only shown.' }),
    ...BULK_FLAGS,
  };

  async run(): Promise<BulkAnswer> {
    const { args, flags } = await this.parse(BulkRun);
    const connection = await connectTo(flags);
    if (flags.yes) return this.step(connection, args.operation, 'run', flags);
    const answer = await this.report(connection, args.operation, flags);
    this.error(`Nothing was changed. Confirm with: lma bulk run ${answer.result.name} --yes`, { exit: 2 });
  }
}
