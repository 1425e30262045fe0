/** `lma bulk show`: figures of a bulk operation, and what came of each license. */
import { Flags } from '@oclif/core';
import { connectTo } from '../target.ts';
import { BULK_FLAGS, BulkCommand, OPERATION_ARGS, type BulkAnswer } from './operation.ts';

export default class BulkShow extends BulkCommand {
  static override summary = 'Show a bulk operation and what came of each license.';
  static override args = OPERATION_ARGS;
  static override flags = {
    state: Flags.string({
      summary: 'Only licenses in this state.',
      options: ['Allowed', 'Unchanged', 'Refused', 'Changed', 'Undone', 'Not Undone'],
    }),
    ...BULK_FLAGS,
    wait: Flags.integer({ summary: 'Most minutes to wait for the work in the background.', default: 0, min: 0 }),
  };

  async run(): Promise<BulkAnswer> {
    const { args, flags } = await this.parse(BulkShow);
    return this.report(await connectTo(flags), args.operation, flags);
  }
}
