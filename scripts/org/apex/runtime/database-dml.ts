/** DML methods of Database, in every overload. */
import { SObjectRecord } from '../../store/record.ts';
import type { DmlOperation, SaveResult } from '../../dml/contract.ts';
import type { PlatformFunction } from '../contract.ts';
import { currentSharing } from '../ambient.ts';
import { host } from '../host.ts';
import { modeOf } from './access.ts';
import { AccessLevel } from './access.ts';
import { RowResult } from './database-results.ts';
import { DmlOptions } from './dml-options.ts';
import { SObjectFieldToken } from './schema-tokens.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { toId } from './values/ids.ts';

interface Settings {
  readonly allOrNone: boolean;
  readonly level?: AccessLevel;
  readonly externalIdField?: string;
}

/** Reads the arguments behind the records: allOrNone or options, key field, access level. */
function settingsOf(args: readonly unknown[]): Settings {
  let allOrNone = true;
  let level: AccessLevel | undefined;
  let externalIdField: string | undefined;
  for (const arg of args) {
    if (typeof arg === 'boolean') allOrNone = arg;
    else if (arg instanceof DmlOptions) allOrNone = arg.optAllOrNone ?? true;
    else if (arg instanceof AccessLevel) level = arg;
    else if (arg instanceof SObjectFieldToken) externalIdField = arg.fieldName;
  }
  return { allOrNone, ...(level ? { level } : {}), ...(externalIdField === undefined ? {} : { externalIdField }) };
}

/** Records of ids, for the methods that take ids. */
function recordOfId(id: string): SObjectRecord {
  const known = toId(id)!;
  const object =
    host().schema.objectByKeyPrefix(known.slice(0, 3)) ?? throwException('StringException', `Invalid id: ${id}`);
  const record = new SObjectRecord(object);
  record.set('Id', known);
  return record;
}

const recordOf = (value: SObjectRecord | string | null): SObjectRecord => {
  const given = requireArgument(value);
  return typeof given === 'string' ? recordOfId(given) : given;
};

function run(
  operation: DmlOperation,
  records: readonly SObjectRecord[],
  settings: Settings,
  mergeIds?: readonly string[],
): SaveResult[] {
  if (records.length === 0) return [];
  const { allOrNone, level, externalIdField } = settings;
  return host().dml(operation, records, {
    allOrNone,
    mode: modeOf(level),
    sharing: currentSharing(),
    ...(externalIdField === undefined ? {} : { externalIdField }),
    ...(mergeIds ? { mergeIds } : {}),
  });
}

const RESULT: Readonly<Record<DmlOperation, string>> = {
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult',
  merge: 'Database.MergeResult',
};

function one(operation: DmlOperation): PlatformFunction {
  return (value: SObjectRecord | string | null, ...args: unknown[]) => {
    const [result] = run(operation, [recordOf(value)], settingsOf(args));
    return new RowResult(RESULT[operation], result!);
  };
}

function many(operation: DmlOperation): PlatformFunction {
  return (list: ApexList<SObjectRecord | string> | null, ...args: unknown[]) => {
    const results = run(operation, requireArgument(list).items.map(recordOf), settingsOf(args));
    return new ApexList(
      `List<${RESULT[operation]}>`,
      results.map((result) => new RowResult(RESULT[operation], result)),
    );
  };
}

function overloads(
  operation: DmlOperation,
  options: readonly string[],
  withIds: boolean,
): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const option of options) {
    const rest = option === '' ? '' : `,${option}`;
    members[`static ${RESULT[operation]} ${operation}(SObject${rest})`] = one(operation);
    members[`static List<${RESULT[operation]}> ${operation}(List<SObject>${rest})`] = many(operation);
    if (!withIds) continue;
    members[`static ${RESULT[operation]} ${operation}(Id${rest})`] = one(operation);
    members[`static List<${RESULT[operation]}> ${operation}(List<Id>${rest})`] = many(operation);
  }
  return members;
}

const PLAIN = ['', 'Boolean', 'AccessLevel', 'Boolean,AccessLevel'];
const WITH_OPTIONS = [...PLAIN, 'Database.DMLOptions', 'Database.DMLOptions,AccessLevel'];
const WITH_KEY = PLAIN.map((option) => `Schema.SObjectField${option === '' ? '' : `,${option}`}`);

/** `Database.merge(master, duplicate or duplicates)`. */
function merge(
  master: SObjectRecord | null,
  other: SObjectRecord | string | ApexList<SObjectRecord | string> | null,
  ...args: unknown[]
): RowResult[] {
  const given = requireArgument(other);
  const duplicates = given instanceof ApexList ? given.items : [given];
  const ids = duplicates.map((each) => (typeof each === 'string' ? toId(each)! : requireArgument(each.id)));
  const results = run('merge', [requireArgument(master)], settingsOf(args), ids);
  const extra = { merged: new ApexList('List<String>', ids), related: new ApexList('List<String>') };
  return results.map((result) => new RowResult(RESULT.merge, result, extra));
}

const mergeOne: PlatformFunction = (...args: Parameters<typeof merge>) => merge(...args)[0];
const mergeMany: PlatformFunction = (...args: Parameters<typeof merge>) =>
  new ApexList(`List<${RESULT.merge}>`, merge(...args));

function mergeMembers(): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const option of PLAIN) {
    const rest = option === '' ? '' : `,${option}`;
    members[`static Database.MergeResult merge(SObject,SObject${rest})`] = mergeOne;
    members[`static Database.MergeResult merge(SObject,Id${rest})`] = mergeOne;
    members[`static List<Database.MergeResult> merge(SObject,List<SObject>${rest})`] = mergeMany;
    members[`static List<Database.MergeResult> merge(SObject,List<Id>${rest})`] = mergeMany;
  }
  return members;
}

export const dmlMembers: Readonly<Record<string, PlatformFunction>> = {
  ...overloads('insert', WITH_OPTIONS, false),
  ...overloads('update', WITH_OPTIONS, false),
  ...overloads('upsert', [...PLAIN, ...WITH_KEY], false),
  ...overloads('delete', PLAIN, true),
  ...overloads('undelete', PLAIN, true),
  ...mergeMembers(),
};
