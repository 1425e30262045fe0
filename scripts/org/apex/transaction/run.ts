/** Opens, commits and rolls back: the frame of every transaction. */
import { withHost } from '../host.ts';
import { fromOutside } from '../ambient.ts';
import type { OrgState, TransactionOptions } from './contract.ts';
import type { JobPosition } from './transaction.ts';
import { Transaction } from './transaction.ts';

export type RunOptions = TransactionOptions & { readonly parent?: Transaction; readonly position?: JobPosition };

/**
 * Runs a body as one transaction. Inside an open database transaction (tests, calls nested into the same org) a savepoint
 * takes the place of begin and commit. Rethrows what the body throws, after the rollback.
 */
export function runTransaction<T>(org: OrgState, options: RunOptions, body: (transaction: Transaction) => T): T {
  const { store } = org;
  const savepoint = store.inTransaction ? store.savepoint() : null;
  if (savepoint === null) store.begin();
  const transaction = new Transaction(org, options);
  let result: T;
  try {
    result = withHost(transaction, () => fromOutside(() => body(transaction)));
  } catch (error) {
    if (savepoint === null) store.rollback();
    else {
      store.rollbackTo(savepoint);
      store.release(savepoint);
    }
    org.rules.invalidate();
    transaction.events.rolledBack();
    throw error;
  }
  if (savepoint === null) store.commit();
  else store.release(savepoint);
  transaction.events.committed();
  return result;
}
