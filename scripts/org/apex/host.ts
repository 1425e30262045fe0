import type { ApexHost } from './contract.ts';

let current: ApexHost | null = null;

/** The running transaction as Apex sees it. Throws outside of one: no Apex runs without a transaction. */
export function host(): ApexHost {
  if (current === null) throw new Error('Apex ran outside of a transaction');
  return current;
}

/** Makes a transaction current for the time of `body`; transactions nest (a callout to an org of ours runs inside the caller). */
export function withHost<T>(next: ApexHost, body: () => T): T {
  const previous = current;
  current = next;
  try {
    return body();
  } finally {
    current = previous;
  }
}
