/** `lma subscriber list`: the customers' orgs that hold a license of an agent package. */
import { Command } from '@oclif/core';
import { listLicenses } from '../../licenses/client.ts';
import { SubscriberStore } from '../../simulator/subscriber.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

interface Row {
  readonly orgId: string;
  readonly orgName: string;
  readonly package: string;
  readonly license: string;
  /** Effective status in the License Management Org. */
  readonly status: string;
  /** Status the org holds since its last fetch; null before the first. */
  readonly held: string | null;
}

export default class SubscriberList extends Command {
  static override summary = 'List simulated subscriber orgs, and what each held when it last fetched its license.';
  static override enableJsonFlag = true;
  static override flags = TARGET_FLAGS;

  async run(): Promise<{ status: number; result: readonly Row[]; warnings: string[] }> {
    const { flags } = await this.parse(SubscriberList);
    const store = new SubscriberStore(flags.data);
    const licenses = await listLicenses(await connectTo(flags), {}, flags.namespace);
    const rows = licenses
      .filter((license) => license.channel === 'Agent' && license.orgId !== null)
      .map((license) => ({
        orgId: license.orgId ?? '',
        orgName: license.orgName ?? '',
        package: license.packageName ?? '',
        license: license.name,
        status: license.status,
        held: store.get(license.orgId ?? '', license.packageId ?? '')?.claims.status ?? null,
      }));
    for (const row of rows) {
      const held = row.held === null ? 'not fetched yet' : `holds ${row.held}`;
      this.log(
        `${row.orgId}  ${row.orgName.padEnd(20)}  ${row.package.padEnd(12)}  ${row.license}  ${row.status.padEnd(11)}  ${held}`,
      );
    }
    this.log(`${rows.length} licenses`);
    return { status: 0, result: rows, warnings: [] };
  }
}
