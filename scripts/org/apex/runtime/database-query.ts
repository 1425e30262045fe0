/** Dynamic queries and query locators of Database. */
import { OrgError } from '../../types.ts';
import type { SObjectRecord } from '../../store/record.ts';
import type { BindValue, QueryResult } from '../../soql/contract.ts';
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { currentSharing } from '../ambient.ts';
import { host } from '../host.ts';
import type { AccessLevel } from './access.ts';
import { getter } from './define.ts';
import { ApexIterator } from './iterator.ts';
import type { ApexMap } from './values/collections.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';
import { toBind } from './values/sobject.ts';

/** Bind names keep their written case and are found in any. */
function bindsOf(map: ApexMap | null, text: string): Record<string, BindValue> {
  const binds: Record<string, BindValue> = {};
  if (map === null) return binds;
  const given = new Map(map.entries().map(([name, value]) => [String(name).toLowerCase(), toBind(value)]));
  for (const match of text.matchAll(/:\s*([A-Za-z_]\w*(?:\.\w+)*)/g)) {
    const value = given.get(match[1]!.toLowerCase());
    if (value !== undefined) binds[match[1]!] = value;
  }
  return binds;
}

function run(text: string | null, map: ApexMap | null, level: AccessLevel | null | undefined): QueryResult {
  const query = requireArgument(text);
  try {
    return host().query(query, bindsOf(map, query), {
      sharing: currentSharing(),
      ...(level ? { mode: level.mode } : {}),
    });
  } catch (error) {
    if (error instanceof OrgError) throwException('QueryException', error.message);
    throw error;
  }
}

function rows(text: string | null, map: ApexMap | null, level?: AccessLevel | null): ApexList<SObjectRecord> {
  const result = run(text, map, level);
  const records = result.kind === 'count' ? [] : result.records;
  return new ApexList('List<SObject>', records);
}

function count(text: string | null, map: ApexMap | null, level?: AccessLevel | null): number {
  const result = run(text, map, level);
  return result.kind === 'count' ? result.count : result.records.length;
}

/** The rows of a batch job's query, all of them at once. */
class QueryLocator extends ApexObject {
  static readonly apexName = 'Database.QueryLocator';
  readonly records: readonly SObjectRecord[];
  readonly query: string;
  constructor(records: readonly SObjectRecord[], query: string) {
    super();
    this.records = records;
    this.query = query;
  }
}

class QueryLocatorIterator extends ApexIterator {
  static override readonly apexName: string = 'Database.QueryLocatorIterator';
}

function locator(text: string | null, map: ApexMap | null, level?: AccessLevel | null): QueryLocator {
  const { items } = rows(text, map, level);
  host().count('queryLocatorRows', items.length);
  return new QueryLocator(items, requireArgument(text));
}

export const queryMembers: Readonly<Record<string, PlatformFunction>> = {
  'static List<SObject> query(String)': (text: string | null) => rows(text, null),
  'static List<SObject> query(String,AccessLevel)': (text: string | null, level: AccessLevel | null) =>
    rows(text, null, level),
  'static List<SObject> queryWithBinds(String,Map<String,Object>,AccessLevel)': rows,
  'static Integer countQuery(String)': (text: string | null) => count(text, null),
  'static Integer countQuery(String,AccessLevel)': (text: string | null, level: AccessLevel | null) =>
    count(text, null, level),
  'static Integer countQueryWithBinds(String,Map<String,Object>,AccessLevel)': count,
  'static Database.QueryLocator getQueryLocator(String)': (text: string | null) => locator(text, null),
  'static Database.QueryLocator getQueryLocator(String,AccessLevel)': (
    text: string | null,
    level: AccessLevel | null,
  ) => locator(text, null, level),
  'static Database.QueryLocator getQueryLocator(List<SObject>)': (list: ApexList<SObjectRecord> | null) =>
    new QueryLocator(requireArgument(list).items, ''),
  'static Database.QueryLocator getQueryLocator(List<SObject>,AccessLevel)': (list: ApexList<SObjectRecord> | null) =>
    new QueryLocator(requireArgument(list).items, ''),
  'static Database.QueryLocator getQueryLocatorWithBinds(String,Map<String,Object>,AccessLevel)': locator,
};

export const QUERY_TYPES: readonly PlatformType[] = [
  {
    name: 'Database.QueryLocator',
    kind: 'class',
    members: {
      'String getQuery()': getter('query'),
      'Database.QueryLocatorIterator iterator()': (source: QueryLocator) =>
        new QueryLocatorIterator('SObject', source.records),
    },
  },
  {
    name: 'Database.QueryLocatorIterator',
    kind: 'class',
    implements: ['Iterator<SObject>'],
    members: {
      'Boolean hasNext()': (iterator: QueryLocatorIterator) => iterator.hasNext,
      'SObject next()': (iterator: QueryLocatorIterator) => iterator.take(),
    },
  },
];
