/** Collator: text in the order of the running user's locale. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { ApexObject } from './values/object.ts';

export class Collator extends ApexObject {
  static readonly apexName = 'Collator';
  readonly #collator = new Intl.Collator(host().locale.replaceAll('_', '-'));

  /** Nulls come first. */
  compare(left: string | null, right: string | null): number {
    if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
    return Math.sign(this.#collator.compare(left, right));
  }
}

export const COLLATOR: PlatformType = {
  name: 'Collator',
  kind: 'class',
  implements: ['Comparator<String>'],
  members: {
    'static Collator getInstance()': () => new Collator(),
    'Integer compare(String,String)': (collator: Collator, left: string | null, right: string | null) =>
      collator.compare(left, right),
  },
};
