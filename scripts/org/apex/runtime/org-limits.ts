/** OrgLimits: allocations of the whole org; the local org uses none of them up. */
import type { PlatformType } from '../contract.ts';
import { getter } from './define.ts';
import { ApexList, ApexMap } from './values/collections.ts';
import { ApexObject } from './values/object.ts';

class OrgLimit extends ApexObject {
  static readonly apexName = 'OrgLimit';
  readonly name: string;
  readonly most: number;
  readonly used = 0;
  constructor(name: string, most: number) {
    super();
    this.name = name;
    this.most = most;
  }
  override apexString(): string {
    return `OrgLimit[Name: ${this.name}, Limit: ${this.most}, Value: ${this.used}]`;
  }
}

/** Allocations of a Developer Edition org. */
const ALLOCATIONS: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkApiBatches: 15_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 1000,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyPublishedPlatformEvents: 50_000,
  MassEmail: 10,
  SingleEmail: 15,
};

const all = (): OrgLimit[] => Object.entries(ALLOCATIONS).map(([name, most]) => new OrgLimit(name, most));

export const ORG_LIMIT_TYPES: readonly PlatformType[] = [
  {
    name: 'OrgLimits',
    kind: 'class',
    members: {
      'static List<OrgLimit> getAll()': () => new ApexList('List<OrgLimit>', all()),
      'static Map<String,OrgLimit> getMap()': () =>
        new ApexMap(
          'Map<String,OrgLimit>',
          all().map((each) => [each.name, each] as const),
        ),
    },
  },
  {
    name: 'OrgLimit',
    kind: 'class',
    members: {
      'Integer getLimit()': getter('most'),
      'String getName()': getter('name'),
      'Integer getValue()': getter('used'),
      'String toString()': (limit: OrgLimit) => limit.apexString(),
    },
  },
];
