/** `lma scratch create`: one command from nothing to a usable scratch org. */
import path from 'node:path';
import { Command, Flags } from '@oclif/core';
import { readScenario } from '../../simulator/scenario.ts';
import { makeUsableScratchOrg, type UsableScratchOrg } from '../../start/scratch.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');

export default class ScratchCreate extends Command {
  static override summary =
    'Create a scratch org, deploy the package, assign permission sets, set it up and send a scenario.';
  static override description =
    'Each step can be repeated: after a failure run the same command again, and it goes on with the same org.';
  static override enableJsonFlag = true;
  static override flags = {
    'target-dev-hub': Flags.string({ summary: 'Alias or username of the Dev Hub.', required: true }),
    alias: Flags.string({ summary: 'Alias of the scratch org.', default: 'open-lma' }),
    definition: Flags.file({
      summary: 'Scratch definition file.',
      default: 'config/dev-scratch-def.json',
      exists: true,
    }),
    days: Flags.integer({ summary: 'Days until it is deleted.', default: 7, min: 1, max: 30 }),
    namespaced: Flags.boolean({ summary: "With the project's namespace; the Dev Hub must be linked to it." }),
    scenario: Flags.string({ summary: 'Scenario to send, of config/scenarios.' }),
    wait: Flags.integer({ summary: 'Minutes to wait for the org.', default: 10, min: 1 }),
  };

  async run(): Promise<{ status: number; result: UsableScratchOrg; warnings: string[] }> {
    const { flags } = await this.parse(ScratchCreate);
    const scenario =
      flags.scenario === undefined
        ? {}
        : { scenario: readScenario(path.join(ROOT, 'config', 'scenarios', `${flags.scenario}.json`)) };
    const result = await makeUsableScratchOrg({
      hub: flags['target-dev-hub'],
      alias: flags.alias,
      definition: flags.definition,
      days: flags.days,
      namespaced: flags.namespaced,
      waitMinutes: flags.wait,
      root: ROOT,
      log: (line) => this.log(line),
      ...scenario,
    });
    this.log(`Open ${result.url}`);
    return { status: 0, result, warnings: [] };
  }
}
