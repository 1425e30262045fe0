/** Which licenses: the flags of every command that works on many. */
import { Flags } from '@oclif/core';
import type { LicenseFilter } from '../../licenses/client.ts';

export const BASES = ['Customer', 'Courtesy', 'Partner', 'Internal', 'Demo', 'Free'];

/** ISO date flag. */
export const dateFlag = Flags.custom<string>({
  parse: (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
      throw new Error(`"${text}" is no date like 2026-12-31`);
    return Promise.resolve(text);
  },
});

export const FILTER_FLAGS = {
  status: Flags.string({
    summary: 'Licenses of an effective status.',
    options: ['Trial', 'Active', 'Suspended', 'Expired', 'Uninstalled'],
    helpGroup: 'FILTER',
  }),
  package: Flags.string({ summary: 'Licenses of a package, by its id (033…).', helpGroup: 'FILTER' }),
  org: Flags.string({ summary: 'Licenses of a subscriber org, by its id (00D…).', helpGroup: 'FILTER' }),
  account: Flags.string({ summary: 'Licenses of an account, by its id (001…).', helpGroup: 'FILTER' }),
  'having-basis': Flags.string({ summary: 'Licenses of a terms basis.', options: BASES, helpGroup: 'FILTER' }),
  sandbox: Flags.boolean({ summary: 'Licenses in sandboxes, or in none.', allowNo: true, helpGroup: 'FILTER' }),
  'ends-from': dateFlag({ summary: 'Licenses whose last day is this day or later.', helpGroup: 'FILTER' }),
  'ends-until': dateFlag({ summary: 'Licenses whose last day is this day or earlier.', helpGroup: 'FILTER' }),
};

export interface FilterFlags {
  readonly status?: string | undefined;
  readonly package?: string | undefined;
  readonly org?: string | undefined;
  readonly account?: string | undefined;
  readonly 'having-basis'?: string | undefined;
  readonly sandbox?: boolean | undefined;
  readonly 'ends-from'?: string | undefined;
  readonly 'ends-until'?: string | undefined;
}

/** @returns the filter, undefined when no flag of it was given */
export function filterOf(flags: FilterFlags): LicenseFilter | undefined {
  const filter: LicenseFilter = {
    status: flags.status,
    package: flags.package,
    org: flags.org,
    account: flags.account,
    basis: flags['having-basis'],
    sandbox: flags.sandbox,
    endsFrom: flags['ends-from'],
    endsUntil: flags['ends-until'],
  };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}
