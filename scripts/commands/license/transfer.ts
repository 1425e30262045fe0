/** `lma license transfer`: the terms go to the license of a new org or of a successor package. */
import { Flags } from '@oclif/core';
import { ChangeCommand, ONE_LICENSE, SINGLE_FLAGS, type ChangeAnswer } from './change.ts';

export default class LicenseTransfer extends ChangeCommand {
  static override summary =
    'Transfer the terms of a license to another one of the same customer; the old one ends suspended.';
  static override args = ONE_LICENSE;
  static override flags = {
    to: Flags.string({ summary: 'The license that gets the terms: number, key or record id.', required: true }),
    ...SINGLE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseTransfer);
    return this.changeOne(args.license, flags, { action: 'transfer', transferTo: flags.to });
  }
}
