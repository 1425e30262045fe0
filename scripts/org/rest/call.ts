/** What one operation gets to work with, and the table entry it stands in. */
import type { Id } from '../types.ts';
import type { Access } from '../access/contract.ts';
import type { OrgRequest, OrgResponse } from './message.ts';
import type { HostedOrg } from './hosted-org.ts';

export interface Call {
  readonly request: OrgRequest;
  /** Values of the path's `:names`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly hosted: HostedOrg;
  readonly userId: Id;
  /** The token the request came with. */
  readonly token: string;
  /** `/services/data/v66.0` with the version the caller used. */
  readonly dataPath: string;
  /** `http://127.0.0.1:7070`, as the caller addressed the server. */
  readonly baseUrl: string;
}

export type Operation = (call: Call) => OrgResponse;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD';
  /** Literal segments, `:name` for one segment, `*` at the end for the rest (as parameter `rest`). */
  readonly path: string;
  readonly run: Operation;
  /** `soap` operations find the session in the envelope. Default: a session is required. */
  readonly session?: 'none' | 'soap' | 'page';
}

/** The rights every data operation of an API call runs with: those of the user, with sharing. */
export function userAccess(call: Call): Access {
  return { userId: call.userId, mode: 'user', sharing: true };
}

export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}`);
  return value;
}
