/** `lma license extend`: a later last day. */
import { Flags } from '@oclif/core';
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, dateFlag, type ChangeAnswer } from './change.ts';

export default class LicenseExtend extends ChangeCommand {
  static override summary = 'Extend a license, or all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    days: Flags.integer({
      summary: 'Days from the later of today and the present last day.',
      min: 1,
      exclusive: ['until'],
    }),
    until: dateFlag({ summary: 'New last day.' }),
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseExtend);
    if (flags.days === undefined && flags.until === undefined)
      this.error('Say how far: --days or --until.', { exit: 2 });
    return this.change(
      { license: args.license, flags },
      { action: 'extend', days: flags.days, expiration: flags.until },
    );
  }
}
