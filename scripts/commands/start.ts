/** `lma start`: the local org with the package and a year of licenses in it. */
import path from 'node:path';
import { Command, Flags } from '@oclif/core';
import { DEFAULT_DATA, DEFAULT_PORT, runUntilStopped, StartError } from '../org/index.ts';
import { readScenario } from '../simulator/scenario.ts';
import { buildPages } from '../start/build-pages.ts';
import { startLocalOrg } from '../start/start-local-org.ts';
import { summaryLines } from '../start/summary.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** A new license and lead; the licenses of one status; a month later. */
const NEXT_COMMANDS = [
  'simulate install --package "Acme Forms" --org-name Globex --email jane.doe@globex.example --wait',
  'license list --status Trial',
  'org clock --advance 31d',
];

export default class Start extends Command {
  static override summary = 'Start the local org: deploy the package, play a scenario, stay up until Ctrl-C.';
  static override flags = {
    port: Flags.integer({
      summary: 'Port on 127.0.0.1; 0 takes a free one.',
      default: DEFAULT_PORT,
      min: 0,
      max: 65_535,
    }),
    data: Flags.string({ summary: 'Folder of the org.', default: DEFAULT_DATA }),
    scenario: Flags.string({ summary: 'Scenario of config/scenarios.', default: 'first-year' }),
    seed: Flags.integer({ summary: "Seed instead of the scenario's own." }),
    reset: Flags.boolean({ summary: 'Begin with an empty org.' }),
    exit: Flags.boolean({ summary: 'Stop after the summary.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Start);
    try {
      if (!flags.exit) buildPages(ROOT, (line) => this.log(line));
      const { orgs, summary } = await startLocalOrg({
        root: ROOT,
        dataDir: path.resolve(flags.data),
        port: flags.port,
        reset: flags.reset,
        scenario: readScenario(path.join(ROOT, 'config', 'scenarios', `${flags.scenario}.json`)),
        ...(flags.seed === undefined ? {} : { seed: flags.seed }),
        log: (line) => this.log(line),
      });
      this.log('');
      for (const line of summaryLines(summary)) this.log(line);
      if (flags.exit) {
        await orgs.stop();
        // The Salesforce libraries keep timers that would hold the process.
        process.exit(0);
      }
      this.log(`\nOpen ${orgs.url}/?code=${orgs.orgs[0]?.loginCode ?? ''} and choose who you are.`);
      this.log(`Token and org id for the Salesforce CLI: ${path.join(flags.data, 'run.json')}`);
      this.log('\nNext, in another window:');
      for (const command of NEXT_COMMANDS) this.log(`  npm run lma -- ${command}`);
      this.log('\nCtrl-C stops it.');
      await runUntilStopped(orgs);
      process.exit(0);
    } catch (error) {
      if (error instanceof StartError) this.error(error.message, { exit: 1 });
      throw error;
    }
  }
}
