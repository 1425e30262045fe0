/** What the commands that change licenses share: one license, its scope or a filter, one outcome a line. */
import { Args, Flags } from '@oclif/core';
import {
  changeLicense,
  changeLicenses,
  listLicenses,
  movementText,
  type ChangeOutcome,
  type LicenseChange,
  type Scope,
} from '../../licenses/client.ts';
import { adviceFor, LicenseCommand } from '../license-command.ts';
import { connectTo, TARGET_FLAGS, type Target } from '../target.ts';
import { dateFlag, FILTER_FLAGS, filterOf, type FilterFlags } from './filter.ts';
import { problemOf, requestOf, type Values } from './values.ts';

export const ONE_LICENSE = {
  license: Args.string({ description: 'Number (L-00001), key or record id.', required: true }),
};

export const CHANGE_ARGS = {
  license: Args.string({
    description: 'Number (L-00001), key or record id; leave out to take all that fit a filter.',
  }),
};

/** Why, for the history. */
export const REASON_FLAGS = {
  reason: Flags.string({ summary: 'Why, for the history.' }),
  'reason-category': Flags.string({
    summary: 'Kind of reason: a value of the picklist Reason Category, such as Purchase or Support.',
  }),
  reference: Flags.string({ summary: 'Order or case, for the history.' }),
};

export const SINGLE_FLAGS = {
  ...REASON_FLAGS,
  preview: Flags.boolean({ summary: 'Show what would change, and change nothing.' }),
  ...TARGET_FLAGS,
};

export const CHANGE_FLAGS = {
  on: dateFlag({ summary: 'Day on which it shall be done; at once when absent.', exclusive: ['notice-days'] }),
  'notice-days': Flags.integer({ summary: 'Days of notice before it is done.', min: 1 }),
  scope: Flags.option({
    summary: 'Take all licenses of the org, of the org and its sandboxes, or of the account, too (at most 200).',
    options: ['org', 'orgAndSandboxes', 'account'] as const,
  })(),
  ...SINGLE_FLAGS,
  ...FILTER_FLAGS,
};

export interface SingleFlags extends Target {
  readonly reason?: string | undefined;
  readonly 'reason-category'?: string | undefined;
  readonly reference?: string | undefined;
  readonly preview: boolean;
  readonly namespace?: string | undefined;
}

export interface ChangeFlags extends SingleFlags, FilterFlags, Values {
  readonly on?: string | undefined;
  readonly 'notice-days'?: number | undefined;
  readonly scope?: Scope | undefined;
}

interface RefusedLicense {
  readonly license: string;
  readonly code: string;
  readonly message: string;
}

export interface ChangeAnswer {
  readonly status: number;
  readonly result: readonly (ChangeOutcome | RefusedLicense)[];
  readonly warnings: readonly string[];
}

export abstract class ChangeCommand extends LicenseCommand {
  /**
   * Carries an action out on one license, on its scope, or on all that fit; refusals do not stop the others, and give exit code 1.
   * @param name key of ACTIONS
   */
  protected async change(license: string | undefined, flags: ChangeFlags, name: string): Promise<ChangeAnswer> {
    const problem = problemOf(name, flags);
    if (problem !== undefined) this.error(problem, { exit: 2 });
    const filter = filterOf(flags);
    if ((license === undefined) !== (filter !== undefined)) {
      this.error('Name one license, or a filter such as --status, --package, --org: not both, not neither.', {
        exit: 2,
      });
    }
    if (license === undefined && flags.scope !== undefined) {
      this.error('--scope starts from one license: name it, or leave --scope out.', { exit: 2 });
    }
    const connection = await connectTo(flags);
    const change = { ...requestOf(name, flags), effectiveOn: flags.on, noticeDays: flags['notice-days'] };
    const asked = { ...change, ...reasonOf(flags) };
    const options = { preview: flags.preview, namespace: flags.namespace };
    const { scope } = flags;
    if (license !== undefined && scope !== undefined) {
      return this.tell(await changeLicenses(connection, license, scope, asked, options), flags.preview, whenOf(flags));
    }
    const references =
      license === undefined
        ? (await listLicenses(connection, filter ?? {}, flags.namespace)).map((each) => each.name)
        : [license];
    const outcomes: (ChangeOutcome | RefusedLicense)[] = [];
    for (const reference of references) {
      outcomes.push(
        await changeLicense(connection, reference, asked, options).catch((error: unknown) =>
          refusedBy(reference, error),
        ),
      );
    }
    return this.tell(outcomes, flags.preview, whenOf(flags));
  }

  /** Carries out a request that makes sense for one license alone. */
  protected async changeOne(license: string, flags: SingleFlags, change: LicenseChange): Promise<ChangeAnswer> {
    const options = { preview: flags.preview, namespace: flags.namespace };
    const outcome = await changeLicense(
      await connectTo(flags),
      license,
      { ...change, ...reasonOf(flags) },
      options,
    ).catch((error: unknown) => refusedBy(license, error));
    return this.tell([outcome], flags.preview, '');
  }

  /** Prints one line per license. */
  private tell(outcomes: readonly (ChangeOutcome | RefusedLicense)[], isPreview: boolean, when: string): ChangeAnswer {
    const result = outcomes.map((outcome) => ('code' in outcome ? outcome : withoutRefusal(outcome)));
    const codes = new Set<string>();
    for (const each of result) {
      if ('code' in each) codes.add(each.code);
      this.log(
        'code' in each
          ? `${each.license}  refused, ${each.code}: ${each.message}`
          : `${each.name}  ${describe(each, isPreview, when)}`,
      );
    }
    for (const code of codes) {
      const advice = adviceFor(code);
      if (advice !== undefined) this.log(advice);
    }
    const refused = result.filter((each) => 'code' in each).length;
    if (result.length !== 1) this.log(`${result.length - refused} done, ${refused} refused`);
    if (refused > 0) process.exitCode = 1;
    return { status: refused > 0 ? 1 : 0, result, warnings: [] };
  }
}

function reasonOf(flags: SingleFlags): Pick<LicenseChange, 'reason' | 'reasonCategory' | 'reference'> {
  return { reason: flags.reason, reasonCategory: flags['reason-category'], reference: flags.reference };
}

function refusedBy(license: string, error: unknown): RefusedLicense {
  const { errorCode = 'ERROR', message } = error as { errorCode?: string; message: string };
  return { license, code: errorCode, message };
}

/** A refusal within a scope, in the form of a refusal of one license. */
function withoutRefusal(outcome: ChangeOutcome): ChangeOutcome | RefusedLicense {
  if (outcome.refusal === null) return outcome;
  return { license: outcome.name, code: outcome.refusal.rule, message: outcome.refusal.text };
}

/** `for 2027-07-01`, `in 30 days`, or nothing for a change at once. */
function whenOf(flags: ChangeFlags): string {
  if (flags.on !== undefined) return `for ${flags.on}`;
  return flags['notice-days'] === undefined ? '' : `in ${flags['notice-days']} days`;
}

function describe(outcome: ChangeOutcome, isPreview: boolean, when: string): string {
  const isPlanned = outcome.scheduledChangeId !== null;
  if (!outcome.isChanged && !isPreview && !isPlanned) return 'nothing to change';
  if (outcome.before === null || outcome.after === null) return 'nothing to change';
  const text = movementText(outcome.before, outcome.after);
  const warning = outcome.warning === null ? '' : `  (${outcome.warning})`;
  const start = isPlanned ? `planned ${when}: ` : isPreview ? 'would be ' : '';
  return `${start}${text}${warning}`;
}
