/** `lma subscriber show`: what a simulated customer's org holds, fetched and verified now. */
import { Args, Command } from '@oclif/core';
import { listLicenses, type License } from '../../licenses/client.ts';
import { refreshLicense, SubscriberStore, type HeldLicense } from '../../simulator/subscriber.ts';
import { LicenseRejected } from '../../simulator/signed-license.ts';
import { orgIdOf } from '../../simulator/install.ts';
import { readClock } from '../../start/local-control.ts';
import { connectTo, isLocal, TARGET_FLAGS } from '../target.ts';

interface Row {
  readonly license: string;
  readonly package: string;
  readonly held: HeldLicense | null;
  readonly problem: string | null;
}

export default class SubscriberShow extends Command {
  static override summary =
    "Let a simulated customer's org fetch, verify and acknowledge its signed licenses, and show what is in force there.";
  static override enableJsonFlag = true;
  static override args = {
    org: Args.string({ description: 'Org id (00D…), or the name given to "simulate install".', required: true }),
  };
  static override flags = TARGET_FLAGS;

  async run(): Promise<{ status: number; result: readonly Row[]; warnings: string[] }> {
    const { args, flags } = await this.parse(SubscriberShow);
    const connection = await connectTo(flags);
    const now = isLocal(flags) ? Date.parse((await readClock(connection)).now) : Date.now();
    const orgId = /^00D[a-zA-Z0-9]{12}([A-Z0-5]{3})?$/.test(args.org) ? args.org : orgIdOf(args.org);
    const licenses = await listLicenses(connection, { org: orgId }, flags.namespace);
    if (licenses.length === 0)
      this.error(`No license of org ${orgId}. "lma license list" shows the orgs.`, { exit: 1 });
    const store = new SubscriberStore(flags.data);
    const rows: Row[] = [];
    for (const license of licenses)
      rows.push(await this.#row(connection, store, license, { orgId, now, namespace: flags.namespace }));
    const status = rows.some((row) => row.problem !== null && row.held === null) ? 1 : 0;
    if (status !== 0) process.exitCode = status;
    return { status, result: rows, warnings: [] };
  }

  async #row(
    connection: Awaited<ReturnType<typeof connectTo>>,
    store: SubscriberStore,
    license: License,
    place: { orgId: string; now: number; namespace: string | undefined },
  ): Promise<Row> {
    const row = { license: license.name, package: license.packageName ?? license.packageId ?? 'unknown' };
    if (license.packageId === null || license.channel !== 'Agent') {
      const problem = 'this package has no agent; nothing is enforced in the customer’s org';
      this.log(`${row.package}: ${problem}`);
      return { ...row, held: null, problem: license.channel === 'Agent' ? problem : null };
    }
    try {
      const { held, before } = await refreshLicense(connection, store, { ...place, packageId: license.packageId });
      const { claims } = held;
      const change = before !== null && before !== claims.status ? `, was ${before}` : '';
      const end = claims.licenseEnds ?? 'no end';
      this.log(
        `${row.package}: ${claims.status} since ${held.statusSince}${change} (revision ${claims.rev}, ${end}, ${claims.seats ?? '–'} seats); verified and acknowledged`,
      );
      return { ...row, held, problem: null };
    } catch (error) {
      if (!(error instanceof LicenseRejected)) throw error;
      const held = store.get(place.orgId, license.packageId) ?? null;
      this.log(`${row.package}: refused, ${error.code}: ${error.message}`);
      return { ...row, held, problem: error.message };
    }
  }
}
