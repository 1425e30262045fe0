/** `lma license add-seats`: more seats, or fewer. */
import { Flags } from '@oclif/core';
import { CHANGE_ARGS, CHANGE_FLAGS, ChangeCommand, type ChangeAnswer } from './change.ts';

export default class LicenseAddSeats extends ChangeCommand {
  static override summary = 'Add seats to a license, or to all that fit a filter.';
  static override args = CHANGE_ARGS;
  static override flags = {
    seats: Flags.integer({ summary: 'How many more; fewer with a minus: --seats=-50.' }),
    ...CHANGE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseAddSeats);
    return this.change(args.license, flags, 'add-seats');
  }
}
