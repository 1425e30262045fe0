/** `lma license courtesy`: access until a day that nobody bought. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseCourtesy extends ChangeCommand {
  static override summary =
    'Give courtesy access until a day, on a license or on all that fit a filter; it counts as no conversion.';
  static override args = CHANGE_ARGS;
  static override flags = {
    until: VALUE_FLAGS.until,
    days: VALUE_FLAGS.days,
    seats: VALUE_FLAGS.seats,
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseCourtesy);
    return this.change(args.license, flags, 'courtesy');
  }
}
