/** `lma license suspend`: ends access now. */
import { Flags } from '@oclif/core';
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';

export default class LicenseSuspend extends ChangeCommand {
  static override summary = 'Suspend a license, or all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    cause: Flags.string({
      summary: 'Kind of suspension.',
      options: ['Non-payment', 'Breach of terms', 'Customer request', 'Security', 'Other'],
    }),
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseSuspend);
    return this.change({ license: args.license, flags }, { action: 'suspend', suspensionReason: flags.cause });
  }
}
