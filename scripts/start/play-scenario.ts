/** Plays a year on the local org: time passes day by day, each day's events arrive on their day, and the ISV's people do their work. */
import { changeLicense } from '../licenses/client.ts';
import type { OrgConnection } from '../salesforce/connect.ts';
import type { SubscriberEvent } from '../simulator/event.ts';
import type { Operation } from '../simulator/operations.ts';
import { sendEvents, type EventOutcome } from '../simulator/send.ts';
import { drain, setClock } from './local-control.ts';

const DAY_MS = 86_400_000;
const ID_LENGTH = 15;

export interface Playing {
  readonly firstDay: number;
  readonly days: number;
  readonly operations: readonly Operation[];
  /** Called after each day. */
  readonly onDay?: (day: number, answered: number) => void;
}

export interface Played {
  /** One per event, in order. */
  readonly outcomes: readonly EventOutcome[];
  readonly operationsDone: number;
  /** Operations that a rule refused, with its text. */
  readonly operationsRefused: readonly string[];
}

export async function playDays(
  connection: OrgConnection,
  events: readonly SubscriberEvent[],
  options: Playing,
): Promise<Played> {
  const eventsOf = Map.groupBy(events, (event) =>
    Math.floor((Date.parse(event.occurredAt) - options.firstDay) / DAY_MS),
  );
  const operationsOf = Map.groupBy(options.operations, (operation) => operation.day);
  const outcomes: EventOutcome[] = [];
  const refused: string[] = [];
  let done = 0;
  for (let day = 0; day < options.days; day++) {
    const today = eventsOf.get(day) ?? [];
    const end = options.firstDay + (day + 1) * DAY_MS - 1;
    await setClock(connection, end);
    if (today.length > 0) {
      outcomes.push(...(await sendEvents(connection, today)));
      await drain(connection);
    }
    for (const operation of operationsOf.get(day) ?? []) {
      const refusal = await carryOut(connection, operation, end);
      if (refusal === null) done++;
      else refused.push(refusal);
    }
    options.onDay?.(day + 1, outcomes.length);
  }
  return { outcomes, operationsDone: done, operationsRefused: refused };
}

/** @returns null when it was done, else why not */
async function carryOut(connection: OrgConnection, operation: Operation, now: number): Promise<string | null> {
  const key = `${operation.orgId.slice(0, ID_LENGTH)}:${operation.packageId.slice(0, ID_LENGTH)}`;
  const { change } = operation;
  const terms =
    change.action === 'activate'
      ? {
          action: change.action,
          seats: change.seats,
          reason: change.reason,
          reference: change.reference,
          expiration: isoDay(now + change.days * DAY_MS),
        }
      : change;
  try {
    await changeLicense(connection, key, terms);
    return null;
  } catch (error) {
    return `${change.action} ${key}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
