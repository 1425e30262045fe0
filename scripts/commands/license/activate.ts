/** `lma license activate`: a trial becomes a license. */
import { Flags } from '@oclif/core';
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, dateFlag, type ChangeAnswer } from './change.ts';

export default class LicenseActivate extends ChangeCommand {
  static override summary = 'Activate a trial or expired license, or all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    seats: Flags.integer({ summary: 'Seats; -1 is a site license.', required: true }),
    until: dateFlag({ summary: 'Last day.', exclusive: ['no-end'] }),
    'no-end': Flags.boolean({ summary: 'The license does not expire.' }),
    basis: Flags.string({
      summary: 'Terms basis.',
      options: ['Customer', 'Courtesy', 'Partner', 'Internal', 'Demo', 'Free'],
    }),
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseActivate);
    if (flags.until === undefined && !flags['no-end']) this.error('Say until when: --until or --no-end.', { exit: 2 });
    const end = flags['no-end'] ? { neverExpires: true } : { expiration: flags.until };
    return this.change(
      { license: args.license, flags },
      { action: 'activate', seats: flags.seats, basis: flags.basis, ...end },
    );
  }
}
