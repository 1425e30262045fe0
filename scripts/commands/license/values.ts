/** What can be asked of a license: the values of each action, as flags, and the request they make. */
import { Flags } from '@oclif/core';
import type { LicenseChange } from '../../licenses/client.ts';
import { BASES, dateFlag } from './filter.ts';

export const VALUE_FLAGS = {
  seats: Flags.integer({ summary: 'Seats; -1 is a site license.' }),
  until: dateFlag({ summary: 'Last day.' }),
  'no-end': Flags.boolean({ summary: 'The license does not expire.' }),
  days: Flags.integer({ summary: 'Days from the later of today and the present last day.', min: 1 }),
  months: Flags.integer({ summary: 'Months from the later of today and the end of what is paid.', min: 1 }),
  'co-term': Flags.string({ summary: 'License whose end it takes: number, key or record id.' }),
  basis: Flags.string({ summary: 'Terms basis.', options: BASES }),
  'paid-through': dateFlag({ summary: 'End of what was bought; the last day follows after the grace.' }),
  'grace-days': Flags.integer({ summary: 'Days of access after what was bought.', min: 0 }),
  cause: Flags.string({
    summary: 'Kind of suspension.',
    options: ['Non-payment', 'Breach of terms', 'Customer request', 'Security', 'Other'],
  }),
};

export interface Values {
  readonly seats?: number | undefined;
  readonly until?: string | undefined;
  readonly 'no-end'?: boolean | undefined;
  readonly days?: number | undefined;
  readonly months?: number | undefined;
  readonly 'co-term'?: string | undefined;
  readonly basis?: string | undefined;
  readonly 'paid-through'?: string | undefined;
  readonly 'grace-days'?: number | undefined;
  readonly cause?: string | undefined;
}

type ValueName = keyof Values;

interface Action {
  readonly action: LicenseChange['action'];
  readonly takes: readonly ValueName[];
  /** What has to be said, each by one of its flags. */
  readonly needs: readonly { readonly text: string; readonly oneOf: readonly ValueName[] }[];
}

const END: readonly ValueName[] = ['until', 'days', 'no-end'];

/** Actions that one request can ask of many licenses. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  suspend: { action: 'suspend', takes: ['cause'], needs: [] },
  reinstate: { action: 'reinstate', takes: ['until', 'days', 'no-end'], needs: [] },
  extend: {
    action: 'extend',
    takes: ['days', 'until', 'paid-through'],
    needs: [{ text: 'Say how far', oneOf: ['days', 'until', 'paid-through'] }],
  },
  activate: {
    action: 'activate',
    takes: ['seats', ...END, 'basis'],
    needs: [
      { text: 'Say for how many', oneOf: ['seats'] },
      { text: 'Say until when', oneOf: END },
    ],
  },
  modify: {
    action: 'modify',
    takes: ['seats', 'until', 'no-end', 'basis', 'paid-through', 'grace-days'],
    needs: [{ text: 'Say what', oneOf: ['seats', 'until', 'no-end', 'basis', 'paid-through', 'grace-days'] }],
  },
  'add-seats': { action: 'addSeats', takes: ['seats'], needs: [{ text: 'Say how many', oneOf: ['seats'] }] },
  courtesy: {
    action: 'courtesy',
    takes: ['until', 'days', 'seats'],
    needs: [{ text: 'Say until when', oneOf: ['until', 'days'] }],
  },
  renew: {
    action: 'renew',
    takes: ['months', 'co-term', 'seats', 'basis', 'grace-days'],
    needs: [{ text: 'Say for how long', oneOf: ['months', 'co-term'] }],
  },
  'fall-back': { action: 'fallBackToFree', takes: ['seats'], needs: [] },
};

/** Flags of which one excludes the others. */
const ALTERNATIVES: readonly (readonly ValueName[])[] = [
  ['until', 'days', 'no-end', 'paid-through'],
  ['months', 'co-term'],
];

const given = (values: Values, names: readonly ValueName[]): ValueName[] =>
  names.filter((name) => values[name] !== undefined && values[name] !== false);

const flagList = (names: readonly string[]): string => names.map((name) => `--${name}`).join(', ');

/**
 * @param name key of ACTIONS
 * @returns why these values make no request of that action, or nothing
 */
export function problemOf(name: string, values: Values): string | undefined {
  const action = ACTIONS[name];
  if (action === undefined) return `There is no action "${name}". Take one of ${Object.keys(ACTIONS).join(', ')}.`;
  const strange = given(values, Object.keys(VALUE_FLAGS) as ValueName[]).filter((flag) => !action.takes.includes(flag));
  if (strange.length > 0) return `${name} does not take ${flagList(strange)}. It takes ${flagList(action.takes)}.`;
  for (const { text, oneOf } of action.needs) {
    if (given(values, oneOf).length === 0) return `${text}: ${flagList(oneOf)}.`;
  }
  const twice = ALTERNATIVES.map((names) => given(values, names)).find((names) => names.length > 1);
  return twice === undefined ? undefined : `Name one of ${flagList(twice)}, not both.`;
}

/**
 * @param name key of ACTIONS
 * @param values values without a problem
 * @returns the request they make
 */
export function requestOf(name: string, values: Values): LicenseChange {
  return {
    action: (ACTIONS[name] as Action).action,
    seats: values.seats,
    expiration: values.until,
    neverExpires: values['no-end'] === true ? true : undefined,
    days: values.days,
    months: values.months,
    coTermWith: values['co-term'],
    basis: values.basis,
    paidThrough: values['paid-through'],
    graceDays: values['grace-days'],
    suspensionReason: values.cause,
  };
}
