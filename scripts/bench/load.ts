/** A process of its own that serves the org in the folder it is given, and measures intake and memory over HTTP. */
import { startOrgs } from '../org/index.ts';
import type { RunOrg } from '../org/index.ts';
import type { SubscriberEvent } from '../simulator/event.ts';
import { installEvent } from '../simulator/install.ts';
import { atMost } from './figure.ts';
import type { Figure } from './figure.ts';

const EVENTS = 200;
const LICENSES = 10_000;
const POLL_MS = 25;
const LONGEST_WAIT_MS = 120_000;
const MEGABYTE = 1024 * 1024;
const API = '/services/data/v66.0';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('Name the data folder of an org that is set up.');
const orgs = await startOrgs({ dataDir, port: 0 });

/** Calls the org as any client would; throws what it answers when that is a refusal. */
async function call<T>(org: RunOrg, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(orgs.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function count(org: RunOrg, object: string): Promise<number> {
  const soql = `SELECT COUNT() FROM ${object}`;
  return (await call<{ totalSize: number }>(org, `${API}/query?q=${encodeURIComponent(soql)}`)).totalSize;
}

/** Installs in orgs that nobody has seen before. */
function installs(batch: number, packageId: string, now: number): SubscriberEvent[] {
  return Array.from({ length: EVENTS }, (_, index) =>
    installEvent({
      packageId,
      packageName: 'Acme Forms',
      orgName: `Bench Customer ${batch}-${index}`,
      email: `jane.doe@bench-${batch}-${index}.example`,
      versionId: '04t000000000001',
      versionNumber: '3.0.0',
      now,
    }),
  );
}

async function send(org: RunOrg, events: readonly SubscriberEvent[]): Promise<number> {
  const start = performance.now();
  const { results } = await call<{ results: { outcome: string; message?: string }[] }>(
    org,
    '/services/apexrest/v1/events',
    { events },
  );
  const refused = results.find((result) => result.outcome !== 'accepted');
  if (refused) throw new Error(`An event was refused: ${JSON.stringify(refused)}`);
  return performance.now() - start;
}

/** Waits until the org holds so many licenses and links to leads; returns the wait in ms. */
async function waitFor(org: RunOrg, licenses: number, links: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    if ((await count(org, 'License__c')) >= licenses && (await count(org, 'Lead_Link__c')) >= links)
      return performance.now() - start;
    if (performance.now() - start > LONGEST_WAIT_MS) throw new Error('The licenses did not come.');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function measure(org: RunOrg): Promise<Figure[]> {
  const query = `SELECT Package_ID__c FROM Package__c ORDER BY Name LIMIT 1`;
  const { records } = await call<{ records: { Package_ID__c: string }[] }>(
    org,
    `${API}/query?q=${encodeURIComponent(query)}`,
  );
  const packageId = records[0]?.Package_ID__c;
  if (packageId === undefined) throw new Error('The org has no package: it is not set up.');
  const now = Date.now();
  let licenses = await count(org, 'License__c');
  let links = await count(org, 'Lead_Link__c');
  const round = async (batch: number): Promise<{ accepted: number; all: number }> => {
    const accepted = await send(org, installs(batch, packageId, now));
    licenses += EVENTS;
    links += EVENTS;
    return { accepted, all: accepted + (await waitFor(org, licenses, links)) };
  };
  const first = await round(0);
  const warm = await round(1);
  for (let batch = 2; licenses < LICENSES; batch++) await round(batch);
  const last = await round(LICENSES);
  const memory = process.memoryUsage().rss / MEGABYTE;
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    atMost(
      '200 events accepted',
      warm.accepted,
      'ms',
      300,
      `first after start ${ms(first.accepted)}, beside ${licenses} licenses ${ms(last.accepted)}`,
    ),
    atMost(
      'Their licenses and leads there after',
      warm.all,
      'ms',
      1500,
      `first after start ${ms(first.all)}, beside ${licenses} licenses ${ms(last.all)}`,
    ),
    atMost('Memory of the server', memory, 'MB', 400, `with ${licenses} licenses`),
  ];
}

try {
  const org = orgs.orgs[0];
  if (org === undefined) throw new Error('The data folder names no org.');
  console.log(JSON.stringify(await measure(org)));
} finally {
  await orgs.stop();
}
