/** Who may do what: the answers that SOQL, DML, REST and pages ask for. */
import type { Id } from '../types.ts';
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { Store } from '../store/contract.ts';
import type { AccessRules, ObjectAccess } from './contract.ts';
import { readGrants } from './grants.ts';
import type { Grants } from './grants.ts';
import { readPrincipals } from './principals.ts';
import type { Principals } from './principals.ts';
import { fieldRights, objectRights } from './rights.ts';
import { readCondition, reaches } from './sharing.ts';
import type { SharingSource } from './sharing.ts';

const NO_FIELD = { read: false, edit: false };

/** Rules over one schema; a deploy makes new ones. Answers are kept until `invalidate`. */
export function createAccessRules(schema: OrgSchema, store: Store): AccessRules {
  const grantsByUser = new Map<Id, Grants>();
  const principalsByUser = new Map<Id, Principals>();
  const objectsByUser = new Map<Id, Map<ObjectSchema, ObjectAccess>>();

  const grantsOf = (userId: Id): Grants => remember(grantsByUser, userId, () => readGrants(store, schema, userId));
  const rights = (userId: Id, object: ObjectSchema): ObjectAccess => {
    const known = remember(objectsByUser, userId, () => new Map<ObjectSchema, ObjectAccess>());
    return remember(known, object, () => objectRights(grantsOf(userId), object, schema));
  };
  const source: SharingSource = {
    schema,
    store,
    rights,
    principals: (userId) => remember(principalsByUser, userId, () => readPrincipals(store, userId)),
  };
  return {
    object: rights,
    field(userId, object, name) {
      const field = object.field(name);
      return field ? fieldRights(grantsOf(userId), object, field, rights(userId, object)) : NO_FIELD;
    },
    hasCustomPermission: (userId, name) => grantsOf(userId).customPermissions.has(bare(schema, name)),
    hasUserPermission: (userId, name) => grantsOf(userId).userPermissions.has(name.toLowerCase()),
    canAccessClass(userId, className) {
      const grants = grantsOf(userId);
      return (
        grants.everything || grants.userPermissions.has('authorapex') || grants.classes.has(bare(schema, className))
      );
    },
    readFilter: (access, object, alias) =>
      access.sharing ? readCondition(source, access.userId, object, alias) : null,
    canEdit: (userId, record) => reaches(source, userId, record, 'Edit'),
    canDelete: (userId, record) => reaches(source, userId, record, 'All'),
    invalidate() {
      grantsByUser.clear();
      principalsByUser.clear();
      objectsByUser.clear();
    },
  };
}

/** Lower-case name without the org's own namespace. */
function bare(schema: OrgSchema, name: string): string {
  const key = name.toLowerCase();
  const prefix = schema.namespace ? `${schema.namespace.toLowerCase()}__` : undefined;
  return prefix && key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
