/** The local org's own endpoints, which a real org does not have: its clock and its queue. */
import type { OrgConnection } from '../salesforce/connect.ts';

export interface ClockState {
  /** ISO moment, org time. */
  readonly now: string;
  readonly nextDue: string | null;
  /** Jobs and event batches that ran on the way. */
  readonly ran?: number;
}

function control<T>(connection: OrgConnection, name: string, body?: unknown): Promise<T> {
  const url = `${connection.instanceUrl}/__org__/${name}`;
  if (body === undefined) return connection.request<T>({ method: 'GET', url });
  return connection.request<T>({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export function readClock(connection: OrgConnection): Promise<ClockState> {
  return control(connection, 'clock');
}

/** Lets time pass until `moment` (epoch milliseconds): what falls due on the way happens in order. A past moment only sets the clock. */
export function setClock(connection: OrgConnection, moment: number): Promise<ClockState> {
  return control(connection, 'clock', { set: new Date(moment).toISOString() });
}

/** @param duration `31d`, `12h` or `1d12h` */
export function advanceClock(connection: OrgConnection, duration: string): Promise<ClockState> {
  return control(connection, 'clock', { advance: duration });
}

/** Runs everything that is due now. */
export function drain(connection: OrgConnection): Promise<{ ran: number }> {
  return control(connection, 'drain', {});
}

/** Empties the org, or goes back to a snapshot. */
export function resetOrg(connection: OrgConnection, snapshot?: string): Promise<{ reset: boolean }> {
  return control(connection, 'reset', snapshot === undefined ? {} : { snapshot });
}

export interface OrgLog {
  readonly requests: readonly {
    /** Epoch milliseconds, org time. */
    readonly at: number;
    readonly method: string;
    readonly path: string;
    readonly status: number;
    readonly ms: number;
    readonly error?: string;
  }[];
  readonly emails: readonly { readonly to: readonly string[]; readonly subject: string }[];
}

/** The latest requests and mails. */
export function readLog(connection: OrgConnection): Promise<OrgLog> {
  return control(connection, 'log');
}
