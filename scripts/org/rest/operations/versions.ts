/** What the API consists of: versions, resources, limits. Clients read these before anything else. */
import type { Operation } from '../call.ts';
import { json } from '../message.ts';

const VERSIONS = [
  { label: "Winter '26", version: '65.0' },
  { label: "Spring '26", version: '66.0' },
] as const;

export const LATEST_VERSION = '66.0';

export const versions: Operation = () =>
  json(VERSIONS.map(({ label, version }) => ({ label, url: `/services/data/v${version}`, version })));

const RESOURCES = [
  'sobjects',
  'query',
  'queryAll',
  'search',
  'limits',
  'composite',
  'tooling',
  'metadata',
  'jobs',
  'ui-api',
] as const;

export const resources: Operation = (call) =>
  json({
    ...Object.fromEntries(RESOURCES.map((name) => [name, `${call.dataPath}/${name}`])),
    identity: `${call.baseUrl}/id/${call.hosted.org.orgId}/${call.userId}`,
  });

/** The local org meters nothing over a day, so every allowance is as good as new. */
const DAILY_LIMITS: Readonly<Record<string, number>> = {
  DailyApiRequests: 100_000,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DataStorageMB: 5_000,
  FileStorageMB: 20_000,
  HourlyPublishedPlatformEvents: 50_000,
  SingleEmail: 5_000,
};

export const limits: Operation = () =>
  json(Object.fromEntries(Object.entries(DAILY_LIMITS).map(([name, most]) => [name, { Max: most, Remaining: most }])));
