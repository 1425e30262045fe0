/** `lma bulk create`: one change of many licenses, previewed license by license. */
import { readFileSync } from 'node:fs';
import { Args, Flags } from '@oclif/core';
import { createBulk, type BulkChoice } from '../../licenses/bulk.ts';
import { FILTER_FLAGS, filterOf, type FilterFlags } from '../license/filter.ts';
import { REASON_FLAGS } from '../license/change.ts';
import { ACTIONS, problemOf, requestOf, VALUE_FLAGS } from '../license/values.ts';
import { connectTo } from '../target.ts';
import { BULK_FLAGS, BulkCommand, type BulkAnswer } from './operation.ts';

export default class BulkCreate extends BulkCommand {
  static override summary =
    'Create a bulk operation and show its preview: before → after, or why not, license by license.';
  static override args = {
    action: Args.string({ description: 'What shall be done.', options: Object.keys(ACTIONS), required: true }),
  };
  static override flags = {
    ...VALUE_FLAGS,
    ...REASON_FLAGS,
    license: Flags.string({
      summary: 'Licenses by number, key or record id, instead of a filter; several with commas.',
      multiple: true,
      delimiter: ',',
    }),
    file: Flags.file({ summary: 'File with one license a line, instead of a filter.', exists: true }),
    ...FILTER_FLAGS,
    'with-sandboxes': Flags.boolean({
      summary: 'Licenses in the sandboxes of --org, too.',
      dependsOn: ['org'],
      helpGroup: 'FILTER',
    }),
    yes: Flags.boolean({ char: 'y', summary: 'Run it after the preview.' }),
    ...BULK_FLAGS,
  };

  async run(): Promise<BulkAnswer> {
    const { args, flags } = await this.parse(BulkCreate);
    const problem = problemOf(args.action, flags);
    if (problem !== undefined) this.error(problem, { exit: 2 });
    const change = {
      ...requestOf(args.action, flags),
      reason: flags.reason,
      reasonCategory: flags['reason-category'],
      reference: flags.reference,
    };
    const choice = this.#choice(flags);
    const connection = await connectTo(flags);
    const { name } = await createBulk(connection, choice, change, flags);
    const preview = await this.report(connection, name, flags);
    if (preview.result.state !== 'Previewed') return preview;
    if (!flags.yes) {
      this.log(`Run it with: lma bulk run ${name} --yes`);
      return preview;
    }
    return this.step(connection, name, 'run', flags);
  }

  #choice(
    flags: FilterFlags & {
      readonly license?: readonly string[] | undefined;
      readonly file?: string | undefined;
      readonly 'with-sandboxes'?: boolean;
    },
  ): BulkChoice {
    const filter = filterOf(flags);
    const named = [...(flags.license ?? []), ...(flags.file === undefined ? [] : linesOf(flags.file))];
    if ((filter === undefined) !== named.length > 0) {
      this.error(
        'Name licenses with --license or --file, or a filter such as --status, --package: not both, not neither.',
        {
          exit: 2,
        },
      );
    }
    return filter === undefined
      ? { licenses: named }
      : { filter: { ...filter, withSandboxes: flags['with-sandboxes'] === true ? true : undefined } };
  }
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
