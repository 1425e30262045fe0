/** `lma simulate install`: one customer installs one package. */
import { Command, Flags } from '@oclif/core';
import type { Connection } from '@salesforce/core';
import { installEvent, waitForEvent, type EventState } from '../../simulator/install.ts';
import { sendEvents, type EventOutcome } from '../../simulator/send.ts';
import { readClock } from '../../start/local-control.ts';
import { connectTo, isLocal, TARGET_FLAGS } from '../target.ts';

const WAIT_MS = 30_000;

interface Answer {
  readonly status: number;
  readonly result: { readonly outcome: EventOutcome; readonly event?: EventState };
  readonly warnings: readonly string[];
}

export default class SimulateInstall extends Command {
  static override summary = 'Simulate an install: the event arrives as your own systems would send it.';
  static override enableJsonFlag = true;
  static override flags = {
    package: Flags.string({ summary: 'Name of a registered package, or its id (033…).', required: true }),
    'org-name': Flags.string({ summary: "Name of the customer's org.", required: true }),
    email: Flags.string({ summary: 'Email of the installer.', required: true }),
    wait: Flags.boolean({ summary: 'Wait for license and lead.' }),
    ...TARGET_FLAGS,
  };

  async run(): Promise<Answer> {
    const { flags } = await this.parse(SimulateInstall);
    const connection = await connectTo(flags);
    const prefix = flags.namespace === undefined ? '' : `${flags.namespace}__`;
    const sold = await this.#package(connection, flags.package, prefix);
    const now = isLocal(flags) ? Date.parse((await readClock(connection)).now) : Date.now();
    const event = installEvent({ ...sold, orgName: flags['org-name'], email: flags.email, now });
    const options = flags.namespace === undefined ? {} : { namespace: flags.namespace };
    const [outcome] = await sendEvents(connection, [event], options);
    if (outcome === undefined) throw new Error('The org gave no outcome.');
    if (outcome.outcome === 'rejected')
      this.error(`${outcome.code ?? 'REJECTED'}: ${outcome.message ?? ''}`, { exit: 1 });
    this.log(`Event ${event.eventId} ${outcome.outcome}`);
    if (!flags.wait) return { status: 0, result: { outcome }, warnings: [] };
    return this.#report(outcome, await waitForEvent(connection, event.eventId, WAIT_MS, flags.namespace));
  }

  #report(outcome: EventOutcome, event: EventState): Answer {
    this.log(`License ${event.license?.name ?? 'none yet'}  (${event.licenseKey ?? outcome.licenseKey ?? ''})`);
    this.log(`Lead ${event.lead === undefined ? 'none' : `${event.lead.name} ${event.lead.status.toLowerCase()}`}`);
    const isDone = event.state === 'Done';
    if (!isDone) {
      this.log(`Not finished: ${event.state ?? 'Waiting'} at step ${event.step ?? ''}: ${event.message ?? ''}`);
      process.exitCode = 1;
    }
    return { status: isDone ? 0 : 1, result: { outcome, event }, warnings: [] };
  }

  async #package(connection: Connection, name: string, prefix: string): Promise<PackageChoice> {
    const fields = ['Name', 'Package_ID__c'].map((field) => (field === 'Name' ? field : prefix + field)).join(', ');
    const rows = await connection.query<Record<string, string>>(
      `SELECT Id, ${fields} FROM ${prefix}Package__c ORDER BY Name`,
    );
    const found = rows.records.find((row) => row['Name'] === name || row[`${prefix}Package_ID__c`]?.startsWith(name));
    if (found === undefined) {
      this.error(
        `No package "${name}" is registered. Known: ${rows.records.map((row) => row['Name']).join(', ') || 'none'}.`,
        { exit: 1 },
      );
    }
    const versions = await connection.query<Record<string, string>>(
      `SELECT ${prefix}Version_ID__c, ${prefix}Version_Number__c FROM ${prefix}Package_Version__c ` +
        `WHERE ${prefix}Package__c = '${found['Id']}' ORDER BY ${prefix}Sort_Key__c DESC NULLS LAST LIMIT 1`,
    );
    const latest = versions.records[0];
    return {
      packageId: found[`${prefix}Package_ID__c`] ?? '',
      packageName: found['Name'] ?? name,
      versionId: latest?.[`${prefix}Version_ID__c`] ?? '04tSim000000001',
      versionNumber: latest?.[`${prefix}Version_Number__c`] ?? '1.0.0.1',
    };
  }
}

interface PackageChoice {
  readonly packageId: string;
  readonly packageName: string;
  readonly versionId: string;
  readonly versionNumber: string;
}
