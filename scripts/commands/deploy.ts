/** `lma deploy`: the package, or another project, to an org. */
import path from 'node:path';
import { Command, Flags } from '@oclif/core';
import { buildLwc } from '../salesforce/build-lwc.ts';
import { deploySource, type DeploySummary } from '../salesforce/deploy.ts';
import { packageDirectories } from '../salesforce/project.ts';
import { connectTo, TARGET_FLAGS } from './target.ts';

export default class Deploy extends Command {
  static override summary = "Deploy a project's source to an org through Salesforce's own library.";
  static override enableJsonFlag = true;
  static override flags = {
    project: Flags.directory({ summary: 'Folder of the project.', exists: true, default: '.' }),
    tests: Flags.boolean({
      summary: 'Deploy every package directory; without it the default one alone.',
      default: false,
    }),
    'target-org': TARGET_FLAGS['target-org'],
    data: TARGET_FLAGS.data,
  };

  async run(): Promise<{ status: number; result: DeploySummary; warnings: string[] }> {
    const { flags } = await this.parse(Deploy);
    const root = path.resolve(flags.project);
    const directories = packageDirectories(root);
    await buildLwc(root);
    const summary = await deploySource(await connectTo(flags), flags.tests ? directories : directories.slice(0, 1));
    this.log(`Deployed ${summary.components} components in ${(summary.ms / 1000).toFixed(1)} s`);
    return { status: 0, result: summary, warnings: [] };
  }
}
