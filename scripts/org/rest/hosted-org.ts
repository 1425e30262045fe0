/** One org as the server holds it: the org itself plus what only its API knows (sessions, deploys, cursors, bulk jobs, log). */
import type { Id } from '../types.ts';
import type { Org } from '../org.ts';
import type { OrgClock } from '../control/clock.ts';
import { Cursors } from './cursors.ts';
import { Deployments } from './metadata/deployments.ts';
import { Retrieves } from './metadata/retrieve.ts';
import { BulkJobs } from './bulk/jobs.ts';
import { RequestLog } from './request-log.ts';
import { Sessions } from './sessions.ts';
import { Tasks } from './tasks.ts';

export interface OrgIdentity {
  readonly alias: string;
  /** User that owns the data folder's access token. */
  readonly adminId: Id;
  /** Code that opens the login page's personas; printed in the start-up URL. */
  readonly loginCode: string;
}

/** What only the owner of the data folder can do; in-process orgs refuse it by name. */
export interface OrgLifecycle {
  /** Empties the org, or puts it back to a snapshot; runs behind the answer. */
  reset(snapshot: string | undefined): void;
  /** Writes a copy of the org's rows; returns the file. */
  snapshot(name: string): string;
  shutdown(): void;
}

export class HostedOrg {
  readonly org: Org;
  readonly clock: OrgClock;
  readonly lifecycle: OrgLifecycle;
  readonly identity: OrgIdentity;
  readonly sessions: Sessions;
  readonly tasks = new Tasks();
  readonly cursors = new Cursors();
  readonly log = new RequestLog();
  readonly deployments: Deployments;
  readonly bulk = new BulkJobs();
  readonly retrieves = new Retrieves();

  constructor(org: Org, clock: OrgClock, identity: OrgIdentity, lifecycle: OrgLifecycle) {
    this.org = org;
    this.clock = clock;
    this.lifecycle = lifecycle;
    this.identity = identity;
    this.sessions = new Sessions(org.store, org.orgId);
    this.deployments = new Deployments(org);
  }

  get adminId(): Id {
    return this.identity.adminId;
  }
}
