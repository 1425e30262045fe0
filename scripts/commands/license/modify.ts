/** `lma license modify`: seats, last day, basis and what is paid in one step. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseModify extends ChangeCommand {
  static override summary = 'Modify the terms of a license, or of all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    seats: VALUE_FLAGS.seats,
    until: VALUE_FLAGS.until,
    'no-end': VALUE_FLAGS['no-end'],
    basis: VALUE_FLAGS.basis,
    'paid-through': VALUE_FLAGS['paid-through'],
    'grace-days': VALUE_FLAGS['grace-days'],
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseModify);
    return this.change(args.license, flags, 'modify');
  }
}
