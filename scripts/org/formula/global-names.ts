/** `$` names as a table: what each may be followed by. */
import type { FieldType, ObjectSchema, OrgSchema } from '../schema/model.ts';

export type GlobalName = { readonly constant: string } | { readonly path: string; readonly type: FieldType };

type Resolver = (rest: readonly string[], schema: OrgSchema) => GlobalName | undefined;

function fieldOf(object: ObjectSchema | undefined, name: string | undefined, prefix: string): GlobalName | undefined {
  const field = name === undefined ? undefined : object?.field(name);
  return field === undefined ? undefined : { path: `${prefix}.${field.name}`, type: field.type };
}

function objectGlobal(object: string): Resolver {
  return ([name, ...more], schema) =>
    more.length > 0 ? undefined : fieldOf(schema.object(object), name, `$${object}`);
}

/** By lower-case name. */
export const GLOBALS: Readonly<Record<string, Resolver>> = {
  $user: objectGlobal('User'),
  $profile: objectGlobal('Profile'),
  $userrole: objectGlobal('UserRole'),
  $organization: objectGlobal('Organization'),
  $permission: ([name, ...more]) =>
    name === undefined || more.length > 0 ? undefined : { path: `$Permission.${name}`, type: 'boolean' },
  $label: (rest, schema) => {
    const text = schema.label(rest.at(-1) ?? '');
    return text === undefined ? undefined : { constant: text };
  },
  $setup: ([setting, name], schema) => {
    const object = schema.object(setting ?? '');
    return object?.kind === 'setting' ? fieldOf(object, name, `$Setup.${object.name}`) : undefined;
  },
  $custommetadata: ([type, record, name], schema) => {
    const object = schema.object(type ?? '');
    return object?.kind === 'metadata'
      ? fieldOf(object, name, `$CustomMetadata.${object.name}.${record ?? ''}`)
      : undefined;
  },
  $system: ([name]) =>
    name?.toLowerCase() === 'origindatetime' ? { path: '$System.OriginDateTime', type: 'datetime' } : undefined,
};

/** The record type of the record itself: the same as its relationship of that name. */
export const RECORD_TYPE = '$recordtype';

/** `$` names of the platform that stand for nothing here. */
export const UNSUPPORTED_GLOBALS: ReadonlySet<string> = new Set([
  '$action',
  '$api',
  '$objecttype',
  '$resource',
  '$site',
]);

/** What a `$` name stands for, or `undefined` where there is no such thing. */
export function resolveGlobal(written: string, schema: OrgSchema): GlobalName | undefined {
  const [head, ...rest] = written.split('.');
  return GLOBALS[(head ?? '').toLowerCase()]?.(rest, schema);
}
