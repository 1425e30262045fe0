/** Opens one org on its database and puts everything around it that its API needs. */
import { createOrg } from '../org.ts';
import { seedOrg } from '../access/seed.ts';
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

const ORG_NAME = 'Local Org';
const ADMIN = { adminUsername: 'admin@local.example', adminFirstName: 'Ada', adminLastName: 'Admin' } as const;

export function openHostedOrg(options: OpenOrg): HostedOrg {
  const clock = new OrgClock(options.store);
  const org = createOrg({
    orgId: options.id,
    store: options.store,
    clock,
    ...(options.namespace === undefined ? {} : { namespace: options.namespace }),
    ...(options.callouts === undefined ? {} : { callouts: options.callouts }),
  });
  const seeded = seedOrg(options.store, org.schema, {
    orgId: options.id,
    orgName: ORG_NAME,
    now: clock.now(),
    timeZone: 'UTC',
    ...ADMIN,
  });
  org.rules.invalidate();
  const identity = { alias: options.alias, adminId: seeded.adminId, loginCode: options.loginCode };
  return new HostedOrg(org, clock, identity, options.lifecycle);
}
