/** What the commands that change licenses share: one license or a filter, one outcome a line. */
import { Args, Command, Flags } from '@oclif/core';
import {
  changeLicense,
  listLicenses,
  seatsText,
  type ChangeOutcome,
  type LicenseChange,
  type Terms,
} from '../../licenses/client.ts';
import { connectTo, TARGET_FLAGS } from '../target.ts';
import { FILTER_FLAGS } from './list.ts';

export const CHANGE_ARGS = {
  license: Args.string({
    description: 'Number (L-00001), key or record id; leave out to take all that fit --status, --package, --org.',
  }),
};

export const CHANGE_FLAGS = {
  reason: Flags.string({ summary: 'Why, for the history.' }),
  reference: Flags.string({ summary: 'Order or case, for the history.' }),
  preview: Flags.boolean({ summary: 'Show what would change, and change nothing.' }),
  ...FILTER_FLAGS,
  ...TARGET_FLAGS,
};

/** ISO date flag. */
export const dateFlag = Flags.custom<string>({
  parse: (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
      throw new Error(`"${text}" is no date like 2026-12-31`);
    return Promise.resolve(text);
  },
});

export interface ChangeInput {
  readonly license: string | undefined;
  readonly flags: {
    readonly status?: string | undefined;
    readonly package?: string | undefined;
    readonly org?: string | undefined;
    readonly reason?: string | undefined;
    readonly reference?: string | undefined;
    readonly preview: boolean;
    readonly namespace?: string | undefined;
    readonly 'target-org'?: string | undefined;
    readonly data: string;
  };
}

export interface ChangeAnswer {
  readonly status: number;
  readonly result: readonly (
    ChangeOutcome | { readonly license: string; readonly code: string; readonly message: string }
  )[];
  readonly warnings: readonly string[];
}

export abstract class ChangeCommand extends Command {
  static override enableJsonFlag = true;

  /** Carries the change out on one license or on all that fit; refusals do not stop the others, and give exit code 1. */
  protected async change(input: ChangeInput, change: LicenseChange): Promise<ChangeAnswer> {
    const { flags } = input;
    const isFiltered = flags.status !== undefined || flags.package !== undefined || flags.org !== undefined;
    if ((input.license === undefined) !== isFiltered) {
      this.error('Name one license, or a filter of --status, --package, --org: not both, not neither.', { exit: 2 });
    }
    const connection = await connectTo(flags);
    const { status, org, namespace } = flags;
    const references =
      input.license === undefined
        ? (await listLicenses(connection, { status, package: flags.package, org }, namespace)).map(
            (license) => license.name,
          )
        : [input.license];
    const asked = { ...change, reason: flags.reason, reference: flags.reference };
    const result: ChangeAnswer['result'][number][] = [];
    let refused = 0;
    for (const reference of references) {
      try {
        const outcome = await changeLicense(connection, reference, asked, { preview: flags.preview, namespace });
        result.push(outcome);
        this.log(`${outcome.name}  ${describe(outcome, flags.preview)}`);
      } catch (error) {
        const { errorCode = 'ERROR', message } = error as { errorCode?: string; message: string };
        refused++;
        result.push({ license: reference, code: errorCode, message });
        this.log(`${reference}  refused, ${errorCode}: ${message}`);
      }
    }
    if (references.length !== 1) this.log(`${references.length - refused} done, ${refused} refused`);
    if (refused > 0) process.exitCode = 1;
    return { status: refused > 0 ? 1 : 0, result, warnings: [] };
  }
}

function describe(outcome: ChangeOutcome, isPreview: boolean): string {
  if (!outcome.isChanged && !isPreview) return 'nothing to change';
  if (outcome.before === null || outcome.after === null) return 'nothing to change';
  const text = `${termsText(outcome.before)} → ${termsText(outcome.after)}`;
  const warning = outcome.warning === null ? '' : `  (${outcome.warning})`;
  return `${isPreview ? 'would be ' : ''}${text}${warning}`;
}

function termsText(terms: Terms): string {
  return `${terms.status}, ${terms.expiration ?? 'no end'}, ${seatsText(terms.seats)} seats`;
}
