/** Plays a scenario: who installs, uses, upgrades, uninstalls and comes back, day by day, as events in order of time. */
import type { OrgFacts, SubscriberEvent } from './event.ts';
import { Random } from './random.ts';
import type { Scenario, ScenarioPackage } from './scenario.ts';
import { customer, type Customer } from './subscriber-names.ts';

const DAY_MS = 86_400_000;
const BASE36 = 36;

interface SimulatedOrg {
  readonly facts: OrgFacts;
  readonly customer: Customer;
}

/**
 * @param scenario what to play
 * @param firstDay epoch milliseconds of its first midnight, UTC
 * @param seed replaces the scenario's own
 * @returns events sorted by moment; the same arguments give the same events
 */
export function playYear(scenario: Scenario, firstDay: number, seed: number = scenario.seed): SubscriberEvent[] {
  const random = new Random(seed);
  const events: SubscriberEvent[] = [];
  for (const org of makeOrgs(scenario, random)) {
    const chosen = scenario.packages.filter((entry) => random.chance(entry.share));
    // Every org of a scenario has something installed, else it would not be known to the ISV at all.
    const packages = chosen.length > 0 ? chosen : [random.pick(scenario.packages)];
    for (const entry of packages) events.push(...playInstall(scenario, org, entry, firstDay, random));
  }
  return events.sort(
    (left, right) => compareText(left.occurredAt, right.occurredAt) || compareText(left.eventId, right.eventId),
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function makeOrgs(scenario: Scenario, random: Random): SimulatedOrg[] {
  const sandboxes = Math.floor(scenario.orgs * scenario.sandboxShare);
  const production: SimulatedOrg[] = [];
  for (let index = 0; index < scenario.orgs - sandboxes; index++) {
    const who = customer(index, random);
    production.push({
      customer: who,
      facts: {
        id: orgId(index + 1),
        name: who.company,
        edition: who.edition,
        status: 'Active',
        instance: who.instance,
        isSandbox: false,
        country: who.country,
      },
    });
  }
  const all = [...production];
  for (let index = 0; index < sandboxes; index++) {
    const parent = random.pick(production);
    const sandboxName = random.pick(['dev', 'uat', 'full', 'training']);
    all.push({
      customer: parent.customer,
      facts: {
        ...parent.facts,
        id: orgId(scenario.orgs + index + 1),
        instance: `${parent.facts.instance ?? 'EU42'}S`,
        isSandbox: true,
        sandboxName,
        parentOrgId: parent.facts.id,
      },
    });
  }
  return all;
}

function orgId(number: number): string {
  return `00DHo${number.toString(BASE36).toUpperCase().padStart(10, '0')}`;
}

/** The life of one package in one org. */
function playInstall(
  scenario: Scenario,
  org: SimulatedOrg,
  entry: ScenarioPackage,
  firstDay: number,
  random: Random,
): SubscriberEvent[] {
  const events: SubscriberEvent[] = [];
  let sequence = 0;
  const seats = random.between(5, 120);
  const moment = (day: number): number => firstDay + day * DAY_MS + random.between(7 * 3600, 18 * 3600) * 1000;
  const add = (type: SubscriberEvent['type'], day: number, more: Partial<SubscriberEvent>): void => {
    sequence++;
    events.push({
      eventId: `${type}-${org.facts.id}-${entry.namespace}-${sequence}`,
      type,
      occurredAt: new Date(moment(day)).toISOString(),
      sequence,
      sender: 'Simulator',
      pkg: { id: entry.id, namespace: entry.namespace, name: entry.name },
      org: org.facts,
      ...more,
    });
  };
  const released = (day: number): number =>
    Math.min(entry.versions.length - 1, Math.floor((day * entry.versions.length) / scenario.days));
  const install = (day: number): number => {
    const index = released(day);
    add('install', day, { version: version(entry, index), installer: installer(org.customer) });
    return index;
  };

  let day = random.between(0, scenario.days - 1);
  let current = install(day);
  let isInstalled = true;
  // Whoever does not stay usually leaves around the end of the trial.
  const leavesOn = random.chance(0.25) ? day + random.between(20, 75) : Number.POSITIVE_INFINITY;
  const returnsAfter = random.chance(0.2) ? random.between(10, 60) : Number.POSITIVE_INFINITY;
  while ((day += random.between(25, 40)) < scenario.days) {
    if (isInstalled && day >= leavesOn) {
      add('uninstall', day, {});
      isInstalled = false;
      if (!Number.isFinite(returnsAfter)) break;
      continue;
    }
    if (!isInstalled) {
      if (day < leavesOn + returnsAfter) continue;
      current = install(day);
      isInstalled = true;
      continue;
    }
    if (released(day) > current && random.chance(0.5)) {
      current = released(day);
      add('upgrade', day, { version: version(entry, current) });
    }
    add('usage', day, { usage: { usedSeats: Math.max(0, Math.round(seats * (0.3 + random.next() * 0.8))) } });
  }
  return events;
}

function version(entry: ScenarioPackage, index: number): NonNullable<SubscriberEvent['version']> {
  const versionNumber = entry.versions[index];
  if (versionNumber === undefined) throw new RangeError(`${entry.name} has no version ${index}`);
  return { id: `04tHo${entry.id.slice(-4)}${String(index + 1).padStart(6, '0')}`, versionNumber, beta: false };
}

function installer(who: Customer): NonNullable<SubscriberEvent['installer']> {
  return {
    firstName: who.firstName,
    lastName: who.lastName,
    email: who.email,
    company: who.company,
    country: who.country,
  };
}
