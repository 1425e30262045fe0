/** `lma license reinstate`: back to the status before the suspension. */
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, dateFlag, type ChangeAnswer } from './change.ts';

export default class LicenseReinstate extends ChangeCommand {
  static override summary = 'Reinstate a suspended license, or all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    until: dateFlag({ summary: 'New last day; needed where the old one is past.' }),
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseReinstate);
    return this.change({ license: args.license, flags }, { action: 'reinstate', expiration: flags.until });
  }
}
