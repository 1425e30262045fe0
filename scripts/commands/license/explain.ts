/** `lma license explain`: why users of a customer's org have or lack access. */
import { checkAccess, type AccessCheck } from '../../licenses/access.ts';
import { LicenseCommand } from '../license-command.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';
import { ONE_LICENSE } from './change.ts';

/** What stands before a sentence, by its effect. */
const MARKS = { Allows: ' ', Limits: '~', Blocks: '!', Unknown: '?' } as const;

export default class LicenseExplain extends LicenseCommand {
  static override summary = "Explain why users of the customer's org have or lack access.";
  static override args = ONE_LICENSE;
  static override flags = TARGET_FLAGS;

  async run(): Promise<{ status: number; result: AccessCheck; warnings: string[] }> {
    const { args, flags } = await this.parse(LicenseExplain);
    const check = await checkAccess(await connectTo(flags), args.license, flags.namespace);
    this.log(check.summary);
    this.log('');
    for (const finding of check.findings) this.log(`${MARKS[finding.effect]} ${finding.text}`);
    this.log('');
    this.log('What cannot be seen from here:');
    for (const text of check.notVisible) this.log(`- ${text}`);
    return { status: 0, result: check, warnings: [] };
  }
}
