/** `lma license list`: licenses by effective status, package and org. */
import { Command, Flags } from '@oclif/core';
import { listLicenses, seatsText, type License } from '../../licenses/client.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

export const FILTER_FLAGS = {
  status: Flags.string({
    summary: 'Effective status.',
    options: ['Trial', 'Active', 'Suspended', 'Expired', 'Uninstalled'],
  }),
  package: Flags.string({ summary: 'Package id (033…).' }),
  org: Flags.string({ summary: 'Subscriber org id (00D…).' }),
};

export default class LicenseList extends Command {
  static override summary = 'List licenses.';
  static override enableJsonFlag = true;
  static override flags = { ...FILTER_FLAGS, ...TARGET_FLAGS };

  async run(): Promise<{ status: number; result: readonly License[]; warnings: string[] }> {
    const { flags } = await this.parse(LicenseList);
    const { status, org } = flags;
    const licenses = await listLicenses(
      await connectTo(flags),
      { status, package: flags.package, org },
      flags.namespace,
    );
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
