/** Object and org descriptions with their case-insensitive lookups. */
import { OrgError } from '../types.ts';
import type { OrgMetadata } from './metadata.ts';
import type { ChildRelationship, FieldSchema, ObjectSchema, OrgSchema } from './model.ts';

/** Data of an object before its lookups are built. */
export type ObjectData = Omit<
  ObjectSchema,
  'field' | 'parentRelationship' | 'childRelationship' | 'childRelationships' | 'fields'
> & { fields: readonly FieldSchema[] };

/** Builds one object description. `childRelationships` are the references that other objects hold to it. */
export function makeObject(
  data: ObjectData,
  childRelationships: readonly ChildRelationship[],
  namespace?: string,
): ObjectSchema {
  const fields = new Map(data.fields.map((field) => [field.name.toLowerCase(), field]));
  const parents = new Map<string, FieldSchema>();
  for (const field of data.fields) {
    if (field.relationshipName) parents.set(field.relationshipName.toLowerCase(), field);
  }
  const children = new Map(childRelationships.map((child) => [child.name.toLowerCase(), child]));
  const find = <T>(map: ReadonlyMap<string, T>, name: string): T | undefined => {
    const key = name.toLowerCase();
    return map.get(key) ?? (namespace ? map.get(`${namespace.toLowerCase()}__${key}`) : undefined);
  };
  return {
    ...data,
    childRelationships,
    field: (name) => find(fields, name),
    parentRelationship: (name) => find(parents, name),
    childRelationship: (name) => find(children, name),
  };
}

/** Builds the org description over finished objects. */
export function makeSchema(
  objects: readonly ObjectSchema[],
  labels: ReadonlyMap<string, string>,
  metadata: OrgMetadata,
  options: { namespace?: string; version: number },
): OrgSchema {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map<string, ObjectSchema>();
  for (const object of objects) {
    if (object.keyPrefix && !byPrefix.has(object.keyPrefix)) byPrefix.set(object.keyPrefix, object);
  }
  const labelKeys = new Map([...labels].map(([name, text]) => [name.toLowerCase(), text]));
  const prefix = options.namespace ? `${options.namespace.toLowerCase()}__` : undefined;
  const object = (name: string): ObjectSchema | undefined => {
    const key = name.toLowerCase();
    return byName.get(key) ?? (prefix ? byName.get(prefix + key) : undefined);
  };
  return {
    ...(options.namespace ? { namespace: options.namespace } : {}),
    version: options.version,
    objects,
    labels,
    metadata,
    object,
    requireObject(name) {
      const found = object(name);
      if (found) return found;
      throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
    },
    objectByKeyPrefix: (text) => byPrefix.get(text.slice(0, 3)),
    label: (name) => labelKeys.get(name.toLowerCase()),
  };
}
