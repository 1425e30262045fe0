/** Values behind `$` names for one user, read from the store when a formula asks. */
import type { Id, Raw } from '../types.ts';
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Store } from '../store/contract.ts';
import type { AccessRules } from '../access/contract.ts';

export interface GlobalSources {
  readonly orgId: Id;
  readonly store: Store;
  readonly schema: OrgSchema;
  readonly rules: AccessRules;
}

const ORIGIN = Date.UTC(1900, 0, 1);

export class GlobalValues {
  private readonly sources: GlobalSources;
  private readonly userId: Id;
  private readonly rows = new Map<string, SObjectRecord | null>();

  constructor(sources: GlobalSources, userId: Id) {
    this.sources = sources;
    this.userId = userId;
  }

  /** IANA zone of the user; UTC where none is set. */
  get timeZone(): string {
    const zone = this.row('User', this.userId)?.get('TimeZoneSidKey');
    return typeof zone === 'string' ? zone : 'UTC';
  }

  value(path: string): Raw {
    const [head, first = '', second = '', third = ''] = path.split('.');
    switch (head) {
      case '$User':
        return this.row('User', this.userId)?.get(first) ?? null;
      case '$Profile':
        return this.row('Profile', this.userField('ProfileId'))?.get(first) ?? null;
      case '$UserRole':
        return this.row('UserRole', this.userField('UserRoleId'))?.get(first) ?? null;
      case '$Organization':
        return this.row('Organization', this.sources.orgId)?.get(first) ?? null;
      case '$Permission':
        return this.sources.rules.hasCustomPermission(this.userId, first);
      case '$Setup':
        return this.setting(first, second);
      case '$CustomMetadata':
        return this.metadata(first, second, third);
      default:
        return ORIGIN;
    }
  }

  private userField(name: string): Id | null {
    return (this.row('User', this.userId)?.get(name) ?? null) as Id | null;
  }

  private row(objectName: string, id: Id | null): SObjectRecord | null {
    const object = this.sources.schema.object(objectName);
    if (object === undefined || id === null) return null;
    return this.once(`${objectName}:${id}`, () => this.sources.store.load(object, [id])[0] ?? null);
  }

  private once(key: string, load: () => SObjectRecord | null): SObjectRecord | null {
    let row = this.rows.get(key);
    if (row === undefined) this.rows.set(key, (row = load()));
    return row;
  }

  /** A hierarchy setting: the user's value, else the profile's, else the organisation's. */
  private setting(objectName: string, field: string): Raw {
    const object = this.sources.schema.requireObject(objectName);
    for (const owner of [this.userId, this.userField('ProfileId'), this.sources.orgId]) {
      const row =
        owner === null ? null : this.once(`${object.name}:${owner}`, () => this.find(object, 'SetupOwnerId', owner));
      const value = row?.get(field) ?? null;
      if (value !== null) return value;
    }
    return null;
  }

  private metadata(objectName: string, record: string, field: string): Raw {
    const object = this.sources.schema.requireObject(objectName);
    const row = this.once(`${object.name}:${record}`, () => this.find(object, 'DeveloperName', record));
    return row?.get(field) ?? null;
  }

  private find(object: ObjectSchema, column: string, value: string): SObjectRecord | null {
    const living = object.field('IsDeleted') === undefined ? '' : ' AND "IsDeleted" = 0';
    const found = this.sources.store.get(`SELECT "Id" FROM "${object.name}" WHERE "${column}" = ?${living}`, [value]);
    return found === undefined ? null : (this.sources.store.load(object, [String(found['Id'])])[0] ?? null);
  }
}
