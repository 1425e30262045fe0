/** Records in the UI API's representation. */
import { OrgError } from '../../types.ts';
import type { Id, Raw } from '../../types.ts';
import type { ObjectSchema, OrgSchema } from '../../schema/model.ts';
import type { SObjectRecord } from '../../store/record.ts';
import type { HostedOrg } from '../hosted-org.ts';
import { isoDateTime, apiTime } from '../instants.ts';
import { userById } from '../users.ts';
import { displayValue } from './display.ts';

export interface Viewer {
  readonly userId: Id;
  readonly locale: string;
  readonly timeZone: string;
}

export function viewerOf(hosted: HostedOrg, userId: Id): Viewer {
  const user = userById(hosted.org, userId);
  return { userId, locale: user?.locale ?? 'en_US', timeZone: user?.timeZone ?? 'UTC' };
}

function uiValue(type: string | undefined, value: Raw): unknown {
  if (type === 'datetime' && typeof value === 'number') return isoDateTime(value);
  if (type === 'time' && typeof value === 'number') return apiTime(value);
  return value;
}

/** Column names of a query, from qualified field names; unreadable ones are refused, or left out when optional. */
export function resolveFields(
  hosted: HostedOrg,
  object: ObjectSchema,
  names: readonly string[],
  isOptional: boolean,
  userId: Id,
): string[] {
  return names.flatMap((qualified) => {
    const [root, ...path] = qualified.trim().split('.');
    const local = root === object.name ? path : [root ?? '', ...path];
    const column = resolvePath(hosted, object, local, userId);
    if (column !== undefined) return [column];
    if (isOptional) return [];
    throw new OrgError(
      'INVALID_FIELD',
      `We couldn't find the field ${qualified.trim()}: it does not exist or you do not have access to it`,
    );
  });
}

function resolvePath(hosted: HostedOrg, object: ObjectSchema, path: readonly string[], userId: Id): string | undefined {
  const { rules, schema } = hosted.org;
  const [head = '', ...tail] = path;
  if (tail.length === 0) {
    const field = object.field(head);
    return field !== undefined && rules.field(userId, object, field.name).read ? field.name : undefined;
  }
  const relation = object.parentRelationship(head);
  const parent = relation === undefined ? undefined : parentObject(schema, relation.referenceTo);
  if (relation === undefined || parent === undefined || !rules.field(userId, object, relation.name).read)
    return undefined;
  const rest = resolvePath(hosted, parent, tail, userId);
  return rest === undefined ? undefined : `${relation.relationshipName ?? head}.${rest}`;
}

function parentObject(schema: OrgSchema, names: readonly string[]): ObjectSchema | undefined {
  const name = names.length > 1 && names.includes('User') ? 'User' : names[0];
  return name === undefined ? undefined : schema.object(name);
}

/** Name of the record's parent where the query brought it: the display value of its lookup. */
function parentName(record: SObjectRecord, relationship: string | undefined): string | null {
  const parent = relationship === undefined ? undefined : record.parents?.[relationship];
  if (parent === null || parent === undefined) return null;
  return (parent.get(parent.object.nameField) as string | null) ?? null;
}

export function recordView(record: SObjectRecord, viewer: Viewer): Record<string, unknown> {
  const fields: Record<string, { value: unknown; displayValue: string | null }> = {};
  for (const [name, value] of Object.entries(record.values)) {
    const field = record.object.field(name);
    const shown =
      field?.type === 'reference'
        ? parentName(record, field.relationshipName)
        : displayValue(value, field, viewer.locale, viewer.timeZone);
    fields[name] = { value: uiValue(field?.type, value), displayValue: shown };
  }
  for (const [name, parent] of Object.entries(record.parents ?? {})) {
    const shown = parent === null ? null : ((parent.get(parent.object.nameField) as string | null) ?? null);
    fields[name] = { value: parent === null ? null : recordView(parent, viewer), displayValue: shown };
  }
  const at = record.get('LastModifiedDate');
  const stamp = record.get('SystemModstamp');
  return {
    apiName: record.object.name,
    childRelationships: {},
    eTag: `${record.id ?? ''}-${String(stamp ?? '')}`,
    fields,
    id: record.id,
    lastModifiedById: record.get('LastModifiedById'),
    lastModifiedDate: typeof at === 'number' ? isoDateTime(at) : null,
    recordTypeId: record.get('RecordTypeId') ?? '012000000000000AAA',
    recordTypeInfo: null,
    systemModstamp: typeof stamp === 'number' ? isoDateTime(stamp) : null,
    weakEtag: typeof stamp === 'number' ? stamp : 0,
  };
}
