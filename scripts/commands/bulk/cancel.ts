/** `lma bulk cancel`: gives up an operation that has not run. */
import { connectTo } from '../target.ts';
import { BULK_FLAGS, BulkCommand, OPERATION_ARGS, type BulkAnswer } from './operation.ts';

export default class BulkCancel extends BulkCommand {
  static override summary = 'Cancel a bulk operation that has not run.';
  static override args = OPERATION_ARGS;
  static override flags = BULK_FLAGS;

  async run(): Promise<BulkAnswer> {
    const { args, flags } = await this.parse(BulkCancel);
    return this.step(await connectTo(flags), args.operation, 'cancel', flags);
  }
}
