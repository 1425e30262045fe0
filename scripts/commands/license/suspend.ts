/** `lma license suspend`: ends access, now or after a notice. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseSuspend extends ChangeCommand {
  static override summary = 'Suspend a license, or all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = { cause: VALUE_FLAGS.cause, ...CHANGE_FLAGS };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseSuspend);
    return this.change(args.license, flags, 'suspend');
  }
}
