/** `lma license extend`: a later last day. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseExtend extends ChangeCommand {
  static override summary = 'Extend a license, or all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    days: VALUE_FLAGS.days,
    until: VALUE_FLAGS.until,
    'paid-through': VALUE_FLAGS['paid-through'],
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseExtend);
    return this.change(args.license, flags, 'extend');
  }
}
