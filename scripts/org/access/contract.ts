import type { Id } from '../types.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { SqlValue } from '../store/contract.ts';

/** How a statement runs. Always an argument, never global. */
export interface Access {
  readonly userId: Id;
  /** `user`: object, field permissions are enforced; `system`: they are not. */
  readonly mode: 'user' | 'system';
  /** Whether record sharing is enforced (always in user mode; in system mode by the class's sharing keyword). */
  readonly sharing: boolean;
}

export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** Answers from users, profiles, permission sets and share rows. Cached per org; `invalidate` after writes to those tables. */
export interface AccessRules {
  object(userId: Id, object: ObjectSchema): ObjectAccess;
  /** Read and edit right on one field (system fields: readable, never editable). */
  field(userId: Id, object: ObjectSchema, field: string): { read: boolean; edit: boolean };
  /** Custom permission by API name. */
  hasCustomPermission(userId: Id, name: string): boolean;
  /** User permission as named in permission sets: `ModifyAllData`, `ViewAllData`, `ViewSetup`, `CustomizeApplication`, `ApiEnabled`, ... */
  hasUserPermission(userId: Id, name: string): boolean;
  canAccessClass(userId: Id, className: string): boolean;
  /** A SQL condition over `alias` that keeps the rows this user may see, or `null` when all of them. */
  readFilter(access: Access, object: ObjectSchema, alias: string): { sql: string; params: SqlValue[] } | null;
  /** Whether the user may edit / delete this stored record by owner, role, shares, OWD and Modify All. */
  canEdit(userId: Id, record: SObjectRecord): boolean;
  canDelete(userId: Id, record: SObjectRecord): boolean;
  invalidate(): void;
}
