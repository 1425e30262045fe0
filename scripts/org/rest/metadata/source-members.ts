/** SourceMember rows, by which official clients track what changed in the org. */
import type { OrgSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { Org } from '../../org.ts';
import type { RegisteredComponent } from './registry.ts';

function objectOf(schema: OrgSchema): ReturnType<OrgSchema['object']> {
  return schema.object('SourceMember');
}

/** Writes one row per changed component; rows of known members are replaced in place. */
export function recordSourceMembers(org: Org, changed: readonly RegisteredComponent[]): void {
  const object = objectOf(org.schema);
  if (object === undefined) return;
  for (const entry of changed) {
    const values: SObjectRecord['values'] = Object.assign(Object.create(null) as SObjectRecord['values'], {
      MemberIdOrName: entry.id,
      MemberType: entry.type,
      MemberName: entry.fullName,
      IsNameObsolete: entry.isDeleted,
      RevisionCounter: entry.revision,
      IsNewMember: entry.createdAt === entry.modifiedAt,
      ChangedBy: entry.modifiedBy,
      CreatedDate: entry.createdAt,
      LastModifiedDate: entry.modifiedAt,
      SystemModstamp: entry.modifiedAt,
    });
    for (const name of Object.keys(values)) if (object.field(name) === undefined) delete values[name];
    const known = org.store.get('SELECT "Id" FROM "SourceMember" WHERE "MemberType" = ? AND "MemberName" = ?', [
      entry.type,
      entry.fullName,
    ]);
    if (typeof known?.['Id'] === 'string') {
      const columns = Object.keys(values);
      values['Id'] = known['Id'];
      org.store.update(object, [new SObjectRecord(object, values)], columns);
      continue;
    }
    values['Id'] = org.store.nextId(object.keyPrefix);
    org.store.insert(object, [new SObjectRecord(object, values)]);
  }
}
