/** `lma license undo`: takes the newest change back. */
import { Flags } from '@oclif/core';
import { showLicense } from '../../licenses/client.ts';
import { connectTo } from '../target.ts';
import { ChangeCommand, ONE_LICENSE, SINGLE_FLAGS, type ChangeAnswer } from './change.ts';

export default class LicenseUndo extends ChangeCommand {
  static override summary = 'Undo the newest change of a license, where the rules allow the way back.';
  static override args = ONE_LICENSE;
  static override flags = {
    revision: Flags.integer({ summary: 'The revision to take back, when it must be that one and no other.', min: 1 }),
    ...SINGLE_FLAGS,
  };

  async run(): Promise<ChangeAnswer> {
    const { args, flags } = await this.parse(LicenseUndo);
    const newest = async (): Promise<number | undefined> =>
      (await showLicense(await connectTo(flags), args.license, flags.namespace)).revision ?? undefined;
    const undoRevision = flags.revision ?? (await newest());
    return this.changeOne(args.license, flags, { action: 'undo', undoRevision });
  }
}
