/** Dynamic queries and query locators of Database. */
import { OrgError } from '../../types.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { BindValue, QueryResult } from '../../soql/contract.ts';
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { currentSharing, takeVariables } from '../ambient.ts';
import { host } from '../host.ts';
import { userClassOf } from '../invoke.ts';
import type { AccessLevel } from './access.ts';
import { getter } from './define.ts';
import { ApexIterator } from './iterator.ts';
import type { ApexMap } from './values/collections.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException, throwNull } from './values/exception.ts';
import { ApexObject } from './values/object.ts';
import { toBind } from './values/sobject.ts';

/** Bind names keep their written case and are found in any. */
function bindsOf(map: ApexMap | null, text: string): Record<string, BindValue> {
  const binds: Record<string, BindValue> = {};
  if (map === null) return variableBinds(text);
  const given = new Map(map.entries().map(([name, value]) => [String(name).toLowerCase(), toBind(value)]));
  if (given.size < map.size) refuseDuplicates(map);
  for (const match of text.matchAll(/:\s*([A-Za-z_]\w*(?:\.\w+)*)/g)) {
    const value = given.get(match[1]!.toLowerCase());
    if (value !== undefined) binds[match[1]!] = value;
  }
  return binds;
}

/** Throws QueryException for keys that differ in case alone. */
function refuseDuplicates(map: ApexMap): never {
  const names = map.keys().map(String);
  const twice = names.filter((name) => names.filter((other) => other.toLowerCase() === name.toLowerCase()).length > 1);
  return throwException('QueryException', `bindMap consists of duplicate case-insensitive keys: [${twice.join(', ')}]`);
}

/** Binds by the names of variables that the caller sees; a path leads on through fields. */
function variableBinds(text: string): Record<string, BindValue> {
  const binds: Record<string, BindValue> = {};
  const visible = takeVariables();
  if (visible === null) return binds;
  for (const [, name] of text.matchAll(/:\s*([A-Za-z_]\w*(?:\.\w+)*)/g)) {
    const [first, ...rest] = name!.split('.');
    const read = visible[first!.toLowerCase()];
    if (read !== undefined) binds[name!] = toBind(rest.reduce(memberOf, read()));
  }
  return binds;
}

function memberOf(value: unknown, name: string): unknown {
  if (value === null || value === undefined) return throwNull();
  if (value instanceof SObjectRecord) return value.get(name);
  const fields = userClassOf(value)?.fields ?? [];
  const field = fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return field ? field.get(value) : throwException('QueryException', `Variable does not exist: ${name}`);
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
  const element =
    result.kind !== 'rows' ? 'SObject' : (records[0]?.object.name ?? host().analyze(requireArgument(text)).object);
  return new ApexList(`List<${element}>`, records);
}

function count(text: string | null, map: ApexMap | null, level?: AccessLevel | null): number {
  const result = run(text, map, level);
  return result.kind === 'count' ? result.count : result.records.length;
}

/** Rows of a query that are fetched by their place. */
class Cursor extends ApexObject {
  static readonly apexName = 'Database.Cursor';
  readonly records: readonly SObjectRecord[];
  constructor(records: readonly SObjectRecord[]) {
    super();
    this.records = records;
  }
  fetch(position: number, amount: number): ApexList<SObjectRecord> {
    if (position < 0 || amount < 0 || position > this.records.length)
      throwException('InvalidParameterValueException', `Invalid position or count: ${position}, ${amount}`);
    return new ApexList('List<SObject>', this.records.slice(position, position + amount));
  }
}

const cursor = (text: string | null, map: ApexMap | null, level?: AccessLevel | null): Cursor =>
  new Cursor(rows(text, map, level).items);

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
  'static Database.Cursor getCursor(String)': (text: string | null) => cursor(text, null),
  'static Database.Cursor getCursor(String,AccessLevel)': (text: string | null, level: AccessLevel | null) =>
    cursor(text, null, level),
  'static Database.Cursor getCursorWithBinds(String,Map<String,Object>,AccessLevel)': cursor,
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
    name: 'Database.Cursor',
    kind: 'class',
    members: {
      'List<SObject> fetch(Integer,Integer)': (target: Cursor, position: number, amount: number) =>
        target.fetch(requireArgument(position), requireArgument(amount)),
      'Integer getNumRecords()': ({ records }: Cursor) => records.length,
    },
  },
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
