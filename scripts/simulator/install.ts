/** One install as the ISV's back end would report it, and what became of it. */
import { createHash, randomUUID } from 'node:crypto';
import { callApexRest } from '../salesforce/apex-rest.ts';
import type { OrgConnection } from '../salesforce/connect.ts';
import type { SubscriberEvent } from './event.ts';

export interface InstallRequest {
  readonly packageId: string;
  readonly packageName: string;
  readonly orgName: string;
  readonly email: string;
  readonly versionId: string;
  readonly versionNumber: string;
  /** Epoch milliseconds, org time. */
  readonly now: number;
}

/** State of an event as `/v1/events/<id>` tells it. */
export interface EventState {
  readonly eventId: string;
  readonly state?: 'Waiting' | 'Done' | 'Failed' | 'Parked';
  readonly step?: string;
  readonly message?: string;
  readonly licenseKey?: string;
  readonly license?: { readonly id: string; readonly name: string };
  readonly lead?: { readonly id: string; readonly name: string; readonly status: string; readonly reason?: string };
}

/** The same org name gives the same org, so that a second install of another package lands in the same customer. */
export function orgIdOf(orgName: string): string {
  return `00DSim${createHash('sha256').update(orgName).digest('hex').slice(0, 9)}`;
}

export function installEvent(request: InstallRequest): SubscriberEvent {
  const [local = 'installer'] = request.email.split('@');
  const [first = local, last = 'Unknown'] = local.split(/[._]/);
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    eventId: `install-${randomUUID()}`,
    type: 'install',
    occurredAt: new Date(request.now).toISOString(),
    sequence: 1,
    sender: 'Simulator',
    pkg: { id: request.packageId, name: request.packageName },
    version: { id: request.versionId, versionNumber: request.versionNumber, beta: false },
    org: {
      id: orgIdOf(request.orgName),
      name: request.orgName,
      edition: 'Enterprise Edition',
      status: 'Active',
      instance: 'EU42',
      isSandbox: false,
    },
    installer: { firstName: capital(first), lastName: capital(last), email: request.email, company: request.orgName },
  };
}

const POLL_MS = 200;

/** Waits until the event is processed, or `timeoutMs` are over; answers the last state seen. */
export async function waitForEvent(
  connection: OrgConnection,
  eventId: string,
  timeoutMs: number,
  namespace?: string,
): Promise<EventState> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const state = await callApexRest<EventState>(
      connection,
      `v1/events/${encodeURIComponent(eventId)}`,
      undefined,
      namespace,
    );
    const isOver = state.state !== undefined && state.state !== 'Waiting';
    if (isOver || Date.now() >= end) return state;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
