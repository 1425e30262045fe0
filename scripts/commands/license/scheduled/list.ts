/** `lma license scheduled list`: what is planned for a license, and what became of it. */
import { listScheduled, type ScheduledChange } from '../../../licenses/scheduled.ts';
import { LicenseCommand } from '../../license-command.ts';
import { connectTo, TARGET_FLAGS } from '../../target.ts';
import { ONE_LICENSE } from '../change.ts';

/** Keys of a request that say who asks and why, not what. */
const NOT_VALUES: ReadonlySet<string> = new Set([
  'action',
  'reason',
  'reasonCategory',
  'reference',
  'effectiveOn',
  'noticeDays',
]);

export default class LicenseScheduledList extends LicenseCommand {
  static override summary = 'List the scheduled changes of a license, the latest day first.';
  static override args = ONE_LICENSE;
  static override flags = TARGET_FLAGS;

  async run(): Promise<{ status: number; result: readonly ScheduledChange[]; warnings: string[] }> {
    const { args, flags } = await this.parse(LicenseScheduledList);
    const changes = await listScheduled(await connectTo(flags), args.license, flags.namespace);
    for (const change of changes) {
      const refusal = change.refusal === null ? '' : `  ${change.refusal.rule}: ${change.refusal.text}`;
      const by = change.plannedBy === null ? '' : `  by ${change.plannedBy}`;
      this.log(`${change.name}  ${change.effectiveOn}  ${change.state.padEnd(9)}  ${what(change)}${by}${refusal}`);
    }
    this.log(`${changes.length} scheduled changes`);
    return { status: 0, result: changes, warnings: [] };
  }
}

function what(change: ScheduledChange): string {
  const values = Object.entries(change.request).filter(
    ([name, value]) => value !== null && value !== false && !NOT_VALUES.has(name),
  );
  return [change.request.action, ...values.map(([name, value]) => `${name} ${String(value)}`)].join(', ');
}
