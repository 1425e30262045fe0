/** `lma license renew`: by months, or up to the end of another license. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseRenew extends ChangeCommand {
  static override summary = 'Renew a license, or all that fit a filter, by months or up to the end of another license.';
  static override args = CHANGE_ARGS;
  static override flags = {
    months: VALUE_FLAGS.months,
    'co-term': VALUE_FLAGS['co-term'],
    seats: VALUE_FLAGS.seats,
    basis: VALUE_FLAGS.basis,
    'grace-days': VALUE_FLAGS['grace-days'],
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseRenew);
    return this.change(args.license, flags, 'renew');
  }
}
