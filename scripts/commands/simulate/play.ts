/** `lma simulate play`: a scenario or a file of events, played to an org or printed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Args, Command, Flags } from '@oclif/core';
import { parseEventFile } from '../../simulator/event-file.ts';
import type { SubscriberEvent } from '../../simulator/event.ts';
import { readScenario } from '../../simulator/scenario.ts';
import { sendEvents, summarise, type EventOutcome } from '../../simulator/send.ts';
import { playYear } from '../../simulator/year.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';

const SCENARIOS = path.resolve(import.meta.dirname, '..', '..', '..', 'config', 'scenarios');
const DAY_MS = 86_400_000;

export default class SimulatePlay extends Command {
  static override summary =
    'Play events to an org: a scenario of config/scenarios by name, or a file with one event a line.';
  static override description =
    'The events go to the local org, or with --target-org to any org the Salesforce CLI knows, 200 at a time, as your own systems would send them. With --dry-run they are printed instead.';
  static override enableJsonFlag = true;
  static override args = {
    source: Args.string({ description: 'Scenario name (first-year) or path of a .jsonl file.', required: true }),
  };
  static override flags = {
    ...TARGET_FLAGS,
    'dry-run': Flags.boolean({ summary: 'Print the events, one a line, and send nothing.' }),
    'first-day': Flags.string({ summary: 'First day of a scenario, YYYY-MM-DD; a year ago when absent.' }),
    seed: Flags.integer({ summary: 'Seed of a scenario; the same seed gives the same year.' }),
  };

  async run(): Promise<{ status: number; result: unknown; warnings: string[] }> {
    const { args, flags } = await this.parse(SimulatePlay);
    const events = this.#read(args.source, flags['first-day'], flags.seed);
    if (flags['dry-run']) {
      for (const event of events) this.log(JSON.stringify(event));
      return { status: 0, result: events, warnings: [] };
    }
    const outcomes = await sendEvents(await connectTo(flags), events, {
      ...(flags.namespace === undefined ? {} : { namespace: flags.namespace }),
      onProgress: (answered, total) => this.log(`${answered} of ${total} events answered`),
    });
    return this.#report(outcomes);
  }

  #read(source: string, firstDay: string | undefined, seed: number | undefined): SubscriberEvent[] {
    const scenario = path.join(SCENARIOS, `${source}.json`);
    if (existsSync(scenario)) {
      const chosen = readScenario(scenario);
      return playYear(chosen, this.#firstDay(firstDay, chosen.days), seed);
    }
    if (!existsSync(source)) this.error(`There is neither a scenario nor a file named "${source}".`, { exit: 2 });
    const { events, problems } = parseEventFile(readFileSync(source, 'utf8'));
    const first = problems[0];
    if (first !== undefined) {
      this.error(
        `${source}:${first.line}: ${first.message} (${problems.length} of the lines are wrong; nothing was sent)`,
        { exit: 1 },
      );
    }
    return events;
  }

  #firstDay(text: string | undefined, days: number): number {
    if (text === undefined) return Math.floor(Date.now() / DAY_MS) * DAY_MS - days * DAY_MS;
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(day)) this.error(`--first-day must be a date like 2026-01-31, not "${text}".`, { exit: 2 });
    return day;
  }

  #report(outcomes: readonly EventOutcome[]): { status: number; result: unknown; warnings: string[] } {
    const { counts, refusals } = summarise(outcomes);
    this.log(`${counts.accepted} accepted, ${counts.duplicate} duplicates, ${counts.rejected} rejected`);
    for (const refusal of refusals)
      this.log(`${refusal.count} of ${outcomes.length} events refused: ${refusal.reason}`);
    if (counts.rejected > 0) process.exitCode = 1;
    return { status: counts.rejected > 0 ? 1 : 0, result: { counts, refusals, outcomes }, warnings: [] };
  }
}
