/** Which records a user reaches: as SQL condition for reading, as answer for one record when editing or deleting. */
import type { Id } from '../types.ts';
import type { FieldSchema, ObjectKind, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SqlValue, Store } from '../store/contract.ts';
import { quote } from '../store/codec.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { ObjectAccess } from './contract.ts';
import type { Principals } from './principals.ts';

export interface SqlCondition {
  readonly sql: string;
  readonly params: SqlValue[];
}

/** What sharing asks of the rest of the folder. */
export interface SharingSource {
  readonly schema: OrgSchema;
  readonly store: Store;
  principals(userId: Id): Principals;
  rights(userId: Id, object: ObjectSchema): ObjectAccess;
}

/** Kinds whose rows have owners and shares; all others are open to whoever has the object right. */
const SHARED_KINDS: ReadonlySet<ObjectKind> = new Set(['standard', 'custom']);

type Level = 'Read' | 'Edit' | 'All';
const LEVELS_FROM: Readonly<Record<Level, readonly Level[]>> = {
  Read: ['Read', 'Edit', 'All'],
  Edit: ['Edit', 'All'],
  All: ['All'],
};

/** Condition over `alias` (as it stands in the statement), or `null` when nothing is hidden. */
export function readCondition(
  source: SharingSource,
  userId: Id,
  object: ObjectSchema,
  alias: string,
): SqlCondition | null {
  const rights = source.rights(userId, object);
  if (rights.viewAll || rights.modifyAll) return null;
  if (object.kind === 'share' || object.kind === 'history' || object.sharingModel === 'ControlledByParent') {
    return parentCondition(source, userId, object, alias);
  }
  if (!SHARED_KINDS.has(object.kind) || object.setup || object.sharingModel !== 'Private') return null;
  const people = JSON.stringify(source.principals(userId).reach);
  const parts: string[] = [];
  const params: SqlValue[] = [];
  if (object.field('OwnerId')) {
    parts.push(`${alias}."OwnerId" IN (SELECT value FROM json_each(?))`);
    params.push(people);
  }
  const share = shareColumns(source.schema, object);
  if (share) {
    parts.push(
      `EXISTS (SELECT 1 FROM ${quote(share.object)} AS "$s" WHERE "$s".${quote(share.parent)} = ${alias}."Id" AND "$s"."IsDeleted" = 0 AND "$s"."UserOrGroupId" IN (SELECT value FROM json_each(?)))`,
    );
    params.push(people);
  }
  return { sql: parts.length === 0 ? '0' : `(${parts.join(' OR ')})`, params };
}

function parentCondition(source: SharingSource, userId: Id, object: ObjectSchema, alias: string): SqlCondition | null {
  const parts: string[] = [];
  const params: SqlValue[] = [];
  for (const [index, field] of parentFields(object).entries()) {
    const parent = source.schema.object(field.referenceTo[0] ?? '');
    const inner = `"$p${alias.replace(/\W/g, '')}${index}"`;
    const condition = parent && readCondition(source, userId, parent, inner);
    if (!parent || !condition) continue;
    const column = `${alias}.${quote(field.name)}`;
    const visible = `EXISTS (SELECT 1 FROM ${quote(parent.name)} AS ${inner} WHERE ${inner}."Id" = ${column} AND ${condition.sql})`;
    params.push(...condition.params);
    if (field.masterDetail || !object.field('OwnerId')) parts.push(visible);
    else {
      parts.push(`(${visible} OR (${column} IS NULL AND ${alias}."OwnerId" IN (SELECT value FROM json_each(?))))`);
      params.push(JSON.stringify(source.principals(userId).reach));
    }
  }
  return parts.length === 0 ? null : { sql: `(${parts.join(' AND ')})`, params };
}

/** Fields that lead to the records which decide about this one. */
function parentFields(object: ObjectSchema): readonly FieldSchema[] {
  if (object.parentObject !== undefined) {
    return object.fields.filter((field) => field.referenceTo.includes(object.parentObject ?? '')).slice(0, 1);
  }
  const masters = object.fields.filter((field) => field.masterDetail);
  if (masters.length > 0) return masters;
  return object.fields
    .filter((field) => field.type === 'reference' && field.deleteConstraint === 'Cascade')
    .slice(0, 1);
}

interface ShareColumns {
  readonly object: string;
  readonly parent: string;
  readonly level: string;
}

function shareColumns(schema: OrgSchema, object: ObjectSchema): ShareColumns | undefined {
  const share = schema.object(object.shareObject ?? '');
  if (!share) return undefined;
  return share.custom
    ? { object: share.name, parent: 'ParentId', level: 'AccessLevel' }
    : { object: share.name, parent: `${object.name}Id`, level: `${object.name}AccessLevel` };
}

/** Whether the user may change (`Edit`) or delete (`All`) the stored record. */
export function reaches(source: SharingSource, userId: Id, record: SObjectRecord, level: 'Edit' | 'All'): boolean {
  const { object } = record;
  if (source.rights(userId, object).modifyAll) return true;
  if (object.kind === 'share' || object.kind === 'history' || object.sharingModel === 'ControlledByParent') {
    return reachesParents(source, userId, record);
  }
  if (!SHARED_KINDS.has(object.kind) || object.setup) return true;
  if (level === 'Edit' && object.sharingModel === 'ReadWrite') return true;
  const people = source.principals(userId).reach;
  const owner = valueOf(source, record, 'OwnerId');
  if (typeof owner === 'string' && people.includes(owner)) return true;
  return hasShare(source, people, record, level);
}

/** A detail is changed and deleted by whoever may change all of its masters. */
function reachesParents(source: SharingSource, userId: Id, record: SObjectRecord): boolean {
  return parentFields(record.object).every((field) => {
    const parent = source.schema.object(field.referenceTo[0] ?? '');
    const parentId = valueOf(source, record, field.name);
    if (!parent || typeof parentId !== 'string') return ownsOrphan(source, userId, record);
    const [stored] = source.store.load(parent, [parentId], { includeDeleted: true });
    return stored === undefined || reaches(source, userId, stored, 'Edit');
  });
}

function ownsOrphan(source: SharingSource, userId: Id, record: SObjectRecord): boolean {
  if (!record.object.field('OwnerId')) return true;
  return source.principals(userId).reach.includes(String(valueOf(source, record, 'OwnerId')));
}

function hasShare(source: SharingSource, people: readonly Id[], record: SObjectRecord, level: Level): boolean {
  const share = shareColumns(source.schema, record.object);
  if (!share || record.id === null) return false;
  const row = source.store.get(
    `SELECT 1 FROM ${quote(share.object)} WHERE ${quote(share.parent)} = ? AND "IsDeleted" = 0 AND "UserOrGroupId" IN (SELECT value FROM json_each(?)) AND ${quote(share.level)} IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [record.id, JSON.stringify(people), JSON.stringify(LEVELS_FROM[level])],
  );
  return row !== undefined;
}

/** The stored value decides, not one that is about to be saved; a record need not carry it. */
function valueOf(source: SharingSource, record: SObjectRecord, name: string): unknown {
  const field = record.object.field(name);
  if (!field) return null;
  if (record.id !== null) {
    const row = source.store.get(
      `SELECT ${quote(field.name)} AS value FROM ${quote(record.object.name)} WHERE "Id" = ?`,
      [record.id],
    );
    if (row) return row['value'];
  }
  return record.get(field.name);
}
