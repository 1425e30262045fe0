/** `lma org clock`: the local org's time. */
import { Command, Flags } from '@oclif/core';
import { advanceClock, readClock, setClock, type ClockState } from '../../start/local-control.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

export default class OrgClock extends Command {
  static override summary = "Show or move the local org's clock; what falls due on the way happens.";
  static override enableJsonFlag = true;
  static override flags = {
    advance: Flags.string({ summary: 'How far: 31d, 12h, 1d12h.', exclusive: ['set'] }),
    set: Flags.string({ summary: 'ISO date or moment.' }),
    data: TARGET_FLAGS.data,
  };

  async run(): Promise<{ status: number; result: ClockState; warnings: string[] }> {
    const { flags } = await this.parse(OrgClock);
    const connection = await connectTo(flags);
    const clock = await this.#move(connection, flags.advance, flags.set);
    const jobs = clock.ran === undefined ? '' : `, ${clock.ran} jobs ran`;
    this.log(`It is ${clock.now} in the local org${jobs}; next due ${clock.nextDue ?? 'never'}`);
    return { status: 0, result: clock, warnings: [] };
  }

  #move(
    connection: Awaited<ReturnType<typeof connectTo>>,
    advance: string | undefined,
    set: string | undefined,
  ): Promise<ClockState> {
    if (advance !== undefined) return advanceClock(connection, advance);
    if (set === undefined) return readClock(connection);
    const moment = Date.parse(set);
    if (Number.isNaN(moment)) this.error(`--set must be a date like 2026-01-31, not "${set}".`, { exit: 2 });
    return setClock(connection, moment);
  }
}
