/** `lma license show`: one license with everything that is known of it. */
import { seatsText, showLicense, type License } from '../../licenses/client.ts';
import { LicenseCommand } from '../license-command.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';
import { ONE_LICENSE } from './change.ts';

export default class LicenseShow extends LicenseCommand {
  static override summary = 'Show one license.';
  static override args = ONE_LICENSE;
  static override flags = TARGET_FLAGS;

  async run(): Promise<{ status: number; result: License; warnings: string[] }> {
    const { args, flags } = await this.parse(LicenseShow);
    const license = await showLicense(await connectTo(flags), args.license, flags.namespace);
    const lines: [string, string][] = [
      ['License', `${license.name}  (${license.key})`],
      ['Package', `${license.packageName ?? 'unknown'} ${license.versionNumber ?? ''}`.trim()],
      ['Customer', `${license.orgName ?? 'unknown'}  (${license.orgId ?? ''})`],
      ['Status', license.suspensionReason === null ? license.status : `${license.status}: ${license.suspensionReason}`],
      [
        'Last day',
        license.expiration === null ? 'does not expire' : `${license.expiration}, ${license.daysLeft} days left`,
      ],
      ['Seats', `${license.used ?? 0} of ${seatsText(license.seats)} in use`],
      ['Basis', license.basis ?? 'none'],
      ['At the customer', atTheCustomer(license)],
    ];
    for (const [name, value] of lines) this.log(`${name.padEnd(16)}${value}`);
    return { status: 0, result: license, warnings: [] };
  }
}

function atTheCustomer(license: License): string {
  if (license.isPropagated === null) return 'this package has no channel; changes are not enforced';
  if (!license.isPropagated) return `revision ${license.revision ?? 0} is not confirmed yet`;
  return license.inForceSince === null ? 'nothing to confirm' : `in force since ${license.inForceSince}`;
}
