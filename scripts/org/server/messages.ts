/** What the HTTP thread and the engine thread say to each other. */
import type { OrgRequest, OrgResponse } from '../rest/message.ts';

export interface EngineStart {
  readonly orgs: readonly EngineOrg[];
  readonly snapshotsPath: string;
  /** Ports at which our orgs answer. */
  readonly ports: readonly number[];
}

export interface EngineOrg {
  readonly id: string;
  readonly alias: string;
  readonly file: string;
  readonly accessToken: string;
  readonly loginCode: string;
}

export type ToEngine =
  { readonly kind: 'request'; readonly id: number; readonly request: OrgRequest } | { readonly kind: 'stop' };

export type FromEngine =
  | {
      readonly kind: 'ready';
      readonly users: readonly { readonly orgId: string; readonly userId: string; readonly username: string }[];
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'response'; readonly id: number; readonly response: OrgResponse }
  | { readonly kind: 'shutdown' }
  | { readonly kind: 'stopped' };
