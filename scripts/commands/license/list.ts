/** `lma license list`: licenses by effective status, package, org, account, basis and last day. */
import { listLicenses, seatsText, type License } from '../../licenses/client.ts';
import { LicenseCommand } from '../license-command.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';
import { FILTER_FLAGS, filterOf } from './filter.ts';

export default class LicenseList extends LicenseCommand {
  static override summary = 'List licenses.';
  static override flags = { ...FILTER_FLAGS, ...TARGET_FLAGS };

  async run(): Promise<{ status: number; result: readonly License[]; warnings: string[] }> {
    const { flags } = await this.parse(LicenseList);
    const licenses = await listLicenses(await connectTo(flags), filterOf(flags) ?? {}, flags.namespace);
    for (const license of licenses) {
      const seats = `${license.used ?? 0} of ${seatsText(license.seats)}`;
      this.log(
        `${license.name}  ${license.status.padEnd(11)}  ${(license.expiration ?? 'no end').padEnd(10)}  ${seats.padEnd(12)}  ${(license.packageName ?? '').padEnd(12)}  ${license.orgName ?? ''}`,
      );
    }
    this.log(`${licenses.length} licenses`);
    return { status: 0, result: licenses, warnings: [] };
  }
}
