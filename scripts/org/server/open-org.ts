/** Opens one org on its database and puts everything around it that its API needs. */
import { createOrg } from '../org.ts';
import type { CalloutHandler } from '../apex/transaction/contract.ts';
import type { Id } from '../types.ts';
import { OrgClock } from '../control/clock.ts';
import { HostedOrg } from '../rest/hosted-org.ts';
import type { OrgLifecycle } from '../rest/hosted-org.ts';
import type { OrgStore } from '../store/index.ts';

export interface OpenOrg {
  readonly id: Id;
  readonly alias: string;
  readonly store: OrgStore;
  readonly loginCode: string;
  readonly lifecycle: OrgLifecycle;
  readonly namespace?: string;
  readonly callouts?: CalloutHandler;
}

/** The user a new org begins with: the oldest active one. */
function administrator(store: OrgStore): Id {
  const row = store.get('SELECT "Id" FROM "User" WHERE "IsActive" = 1 ORDER BY "CreatedDate", "Id" LIMIT 1');
  if (typeof row?.['Id'] !== 'string') throw new Error('The org has no active user');
  return row['Id'];
}

export function openHostedOrg(options: OpenOrg): HostedOrg {
  const clock = new OrgClock(options.store);
  const org = createOrg({
    orgId: options.id,
    store: options.store,
    clock,
    ...(options.namespace === undefined ? {} : { namespace: options.namespace }),
    ...(options.callouts === undefined ? {} : { callouts: options.callouts }),
  });
  const identity = { alias: options.alias, adminId: administrator(options.store), loginCode: options.loginCode };
  return new HostedOrg(org, clock, identity, options.lifecycle);
}
