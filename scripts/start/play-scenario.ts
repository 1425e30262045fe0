/** Plays a year on the local org: time passes day by day, and each day's events arrive on their day. */
import type { OrgConnection } from '../salesforce/connect.ts';
import type { SubscriberEvent } from '../simulator/event.ts';
import { sendEvents, type EventOutcome } from '../simulator/send.ts';
import { drain, setClock } from './local-control.ts';

const DAY_MS = 86_400_000;

export interface Playing {
  readonly firstDay: number;
  readonly days: number;
  /** Called after each day. */
  readonly onDay?: (day: number, answered: number) => void;
}

/** @returns an outcome per event, in order */
export async function playDays(
  connection: OrgConnection,
  events: readonly SubscriberEvent[],
  options: Playing,
): Promise<EventOutcome[]> {
  const byDay = Map.groupBy(events, (event) => Math.floor((Date.parse(event.occurredAt) - options.firstDay) / DAY_MS));
  const outcomes: EventOutcome[] = [];
  for (let day = 0; day < options.days; day++) {
    const today = byDay.get(day) ?? [];
    const end = options.firstDay + (day + 1) * DAY_MS - 1;
    await setClock(connection, end);
    if (today.length > 0) {
      outcomes.push(...(await sendEvents(connection, today)));
      await drain(connection);
    }
    options.onDay?.(day + 1, outcomes.length);
  }
  return outcomes;
}
