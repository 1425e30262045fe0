/** Sends events to an org, 200 at a time, through the same REST door that an ISV's own systems use. */
import type { OrgConnection } from '../salesforce/connect.ts';
import type { SubscriberEvent } from './event.ts';

/** What the org answered for one event. */
export interface EventOutcome {
  readonly eventId: string;
  readonly outcome: 'accepted' | 'duplicate' | 'rejected';
  readonly licenseKey?: string;
  readonly code?: string;
  readonly message?: string;
}

/** Most events of one call. */
export const MOST_EVENTS = 200;

export interface SendOptions {
  /** `openlma` where the package is installed with its namespace. */
  readonly namespace?: string;
  /** Called after each call with how many events were answered so far. */
  readonly onProgress?: (answered: number, total: number) => void;
}

/**
 * @param connection to the License Management Org
 * @param events any number, in order
 * @returns one outcome per event, in the same order
 * @throws Error when a call as a whole is refused; what was answered before stays in the org, and sending again is harmless
 */
export async function sendEvents(
  connection: OrgConnection,
  events: readonly SubscriberEvent[],
  options: SendOptions = {},
): Promise<EventOutcome[]> {
  const prefix = options.namespace === undefined ? '' : `${options.namespace}/`;
  const outcomes: EventOutcome[] = [];
  for (let start = 0; start < events.length; start += MOST_EVENTS) {
    const batch = events.slice(start, start + MOST_EVENTS);
    const answer = await connection.request<{ results: EventOutcome[] }>({
      method: 'POST',
      url: `${connection.instanceUrl}/services/apexrest/${prefix}v1/events`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events: batch }),
    });
    if (!Array.isArray(answer.results) || answer.results.length !== batch.length) {
      throw new Error(
        `The org answered ${answer.results?.length ?? 'no'} outcomes for ${batch.length} events. Is this Open LMA?`,
      );
    }
    outcomes.push(...answer.results);
    options.onProgress?.(outcomes.length, events.length);
  }
  return outcomes;
}

/** Counts outcomes, and refusals by code and text, most frequent first. */
export function summarise(outcomes: readonly EventOutcome[]): {
  readonly counts: Readonly<Record<EventOutcome['outcome'], number>>;
  readonly refusals: readonly { readonly reason: string; readonly count: number }[];
} {
  const counts = { accepted: 0, duplicate: 0, rejected: 0 };
  const reasons = new Map<string, number>();
  for (const outcome of outcomes) {
    counts[outcome.outcome]++;
    if (outcome.outcome !== 'rejected') continue;
    const reason = `${outcome.code ?? 'REJECTED'}: ${outcome.message ?? 'no reason given'}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const refusals = [...reasons]
    .map(([reason, count]) => ({ reason, count }))
    .sort((left, right) => right.count - left.count);
  return { counts, refusals };
}
