/** `lma bulk undo`: takes back what was changed. */
import { Flags } from '@oclif/core';
import { connectTo } from '../target.ts';
import { BULK_FLAGS, BulkCommand, OPERATION_ARGS, type BulkAnswer } from './operation.ts';

export default class BulkUndo extends BulkCommand {
  static override summary = 'Undo a bulk operation, license by license, where nothing has changed since.';
  static override args = OPERATION_ARGS;
  static override flags = {
    yes: Flags.boolean({ char: 'y', summary: 'Confirms it; without it, it is only shown.' }),
    ...BULK_FLAGS,
  };

  async run(): Promise<BulkAnswer> {
    const { args, flags } = await this.parse(BulkUndo);
    const connection = await connectTo(flags);
    if (flags.yes) return this.step(connection, args.operation, 'undo', flags);
    const answer = await this.report(connection, args.operation, flags);
    this.error(`Nothing was changed. Confirm with: lma bulk undo ${answer.result.name} --yes`, { exit: 2 });
  }
}
