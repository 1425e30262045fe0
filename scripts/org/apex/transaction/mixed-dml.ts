/** Setup objects and data may not be changed in the same transaction. */
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObjectRecord } from '../../store/record.ts';
import { DmlException } from '../runtime/values/exception.ts';

const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  'Group',
  'GroupMember',
  'QueueSobject',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'User',
  'UserRole',
  'Profile',
]);

/** Users may change beside data as long as no role, activity or login data of theirs does; a new one only without a role. */
function isPlainUser(record: SObjectRecord): boolean {
  const isNew = record.get('Id') === null || record.get('Id') === undefined;
  const names = isNew ? ['UserRoleId'] : ['UserRoleId', 'IsActive', 'Username', 'ProfileId'];
  return names.every((name) => (record.values[name] ?? null) === null);
}

/** What a transaction has changed so far; `runAs` starts a fresh one. */
export class MixedDmlGuard {
  private first: { readonly object: string; readonly setup: boolean } | null = null;

  /** Throws `DmlException` with `MIXED_DML_OPERATION` when this object may not follow the earlier ones. */
  check(object: ObjectSchema, records: readonly SObjectRecord[] = []): void {
    if (object.kind === 'event') return;
    if (object.name === 'User' && records.every(isPlainUser)) return;
    const setup = SETUP_OBJECTS.has(object.name);
    if (this.first === null) {
      this.first = { object: object.name, setup };
      return;
    }
    if (this.first.setup === setup) return;
    const earlier = this.first.setup ? 'a setup object' : 'a non-setup object';
    const kind = setup ? 'setup' : 'non-setup';
    const message =
      `DML operation on ${kind} object is not permitted after you have updated ${earlier} (or vice versa): ` +
      `${object.name}, original object: ${this.first.object}`;
    throw DmlException.ofRows('insert', [
      { index: 0, id: null, error: { statusCode: 'MIXED_DML_OPERATION', message, fields: [] } },
    ]);
  }
}
