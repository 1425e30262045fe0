/** `lma license fall-back`: the free edition instead of none. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseFallBack extends ChangeCommand {
  static override summary =
    'Let a license, or all that fit a filter, fall back to free: active without an end, basis Free.';
  static override args = CHANGE_ARGS;
  static override flags = { seats: VALUE_FLAGS.seats, ...CHANGE_FLAGS };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseFallBack);
    return this.change(args.license, flags, 'fall-back');
  }
}
