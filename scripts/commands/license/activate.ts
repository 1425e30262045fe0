/** `lma license activate`: a trial becomes a license. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseActivate extends ChangeCommand {
  static override summary = 'Activate a trial or expired license, or all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    seats: VALUE_FLAGS.seats,
    until: VALUE_FLAGS.until,
    days: VALUE_FLAGS.days,
    'no-end': VALUE_FLAGS['no-end'],
    basis: VALUE_FLAGS.basis,
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseActivate);
    return this.change(args.license, flags, 'activate');
  }
}
