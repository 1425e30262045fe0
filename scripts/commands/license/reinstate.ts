/** `lma license reinstate`: back to the status before the suspension. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';
import { VALUE_FLAGS } from './values.ts';

export default class LicenseReinstate extends ChangeCommand {
  static override summary =
    'Reinstate a suspended license, or all that fit a filter; a last day that is past needs a new one.';
  static override args = CHANGE_ARGS;
  static override flags = {
    until: VALUE_FLAGS.until,
    days: VALUE_FLAGS.days,
    'no-end': VALUE_FLAGS['no-end'],
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseReinstate);
    return this.change(args.license, flags, 'reinstate');
  }
}
