/** What the ISV's own people do during a scenario: trials that are bought, invoices that are not paid. */
import type { SubscriberEvent } from './event.ts';
import { Random } from './random.ts';
import type { Scenario } from './scenario.ts';

const DAY_MS = 86_400_000;
/** Of the trials of paid packages, how many are bought. */
const BOUGHT = 0.45;
/** Of the bought ones, how many are suspended for a while, and how many stay so. */
const UNPAID = 0.12;
const STAYS_UNPAID = 0.4;

export interface Operation {
  /** Day of the scenario, 0 is the first. */
  readonly day: number;
  readonly orgId: string;
  readonly packageId: string;
  readonly change:
    | {
        readonly action: 'activate';
        readonly seats: number;
        readonly days: number;
        readonly reason: string;
        readonly reference: string;
      }
    | {
        readonly action: 'suspend';
        readonly suspensionReason: string;
        readonly reason: string;
        readonly reference: string;
      }
    | { readonly action: 'reinstate'; readonly reason: string; readonly reference: string };
}

/**
 * @param events of the same scenario, sorted by moment
 * @param firstDay epoch milliseconds of its first midnight
 * @returns operations sorted by day; the same arguments give the same operations
 */
export function planOperations(
  scenario: Scenario,
  events: readonly SubscriberEvent[],
  firstDay: number,
  seed: number = scenario.seed,
): Operation[] {
  const random = new Random(seed + 1);
  const paid = new Set(scenario.packages.filter((entry) => entry.model === 'Paid').map((entry) => entry.id));
  const installs = firstInstalls(events, paid);
  const operations: Operation[] = [];
  for (const [index, { event, leftOn }] of [...installs.values()].entries()) {
    if (!random.chance(BOUGHT)) continue;
    const day = dayOf(event, firstDay) + random.between(8, 27);
    const order = `ORD-${1000 + index}`;
    const at = { orgId: event.org.id, packageId: event.pkg?.id ?? '' };
    const isThere = (on: number): boolean =>
      on < scenario.days && on < (leftOn === null ? Infinity : Math.floor((leftOn - firstDay) / DAY_MS));
    if (!isThere(day)) continue;
    const seats = random.between(2, 16) * 5;
    operations.push({
      ...at,
      day,
      change: { action: 'activate', seats, days: 365, reason: 'Order', reference: order },
    });
    if (!random.chance(UNPAID)) continue;
    const suspendedOn = day + random.between(40, 90);
    if (!isThere(suspendedOn)) continue;
    const reference = `INV-${1000 + index}`;
    operations.push({
      ...at,
      day: suspendedOn,
      change: { action: 'suspend', suspensionReason: 'Non-payment', reason: 'Unpaid invoice', reference },
    });
    const reinstatedOn = suspendedOn + random.between(5, 20);
    if (random.chance(STAYS_UNPAID) || !isThere(reinstatedOn)) continue;
    operations.push({ ...at, day: reinstatedOn, change: { action: 'reinstate', reason: 'Invoice paid', reference } });
  }
  return operations.sort((left, right) => left.day - right.day);
}

interface Stay {
  readonly event: SubscriberEvent;
  /** Epoch milliseconds of the first uninstall, or null. */
  leftOn: number | null;
}

function firstInstalls(events: readonly SubscriberEvent[], paid: ReadonlySet<string>): Map<string, Stay> {
  const stays = new Map<string, Stay>();
  for (const event of events) {
    const packageId = event.pkg?.id ?? '';
    if (event.org.isSandbox === true || !paid.has(packageId)) continue;
    const key = `${event.org.id}:${packageId}`;
    const stay = stays.get(key);
    if (event.type === 'install' && stay === undefined) stays.set(key, { event, leftOn: null });
    if (event.type === 'uninstall' && stay !== undefined) stay.leftOn ??= Date.parse(event.occurredAt);
  }
  return stays;
}

function dayOf(event: SubscriberEvent, firstDay: number): number {
  return Math.floor((Date.parse(event.occurredAt) - firstDay) / DAY_MS);
}
