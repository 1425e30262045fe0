/** `lma license modify`: seats, last day and basis in one step. */
import { Flags } from '@oclif/core';
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, dateFlag, type ChangeAnswer } from './change.ts';

export default class LicenseModify extends ChangeCommand {
  static override summary = 'Modify the terms of a license, or of all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    seats: Flags.integer({ summary: 'Seats; -1 is a site license.' }),
    until: dateFlag({ summary: 'Last day.', exclusive: ['no-end'] }),
    'no-end': Flags.boolean({ summary: 'The license does not expire.' }),
    basis: Flags.string({
      summary: 'Terms basis.',
      options: ['Customer', 'Courtesy', 'Partner', 'Internal', 'Demo', 'Free'],
    }),
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseModify);
    const { seats, until, basis } = flags;
    if (seats === undefined && until === undefined && basis === undefined && !flags['no-end']) {
      this.error('Say what: --seats, --until, --no-end or --basis.', { exit: 2 });
    }
    const end = flags['no-end'] ? { neverExpires: true } : { expiration: until };
    return this.change({ license: args.license, flags }, { action: 'modify', seats, basis, ...end });
  }
}
