/** Rows of record types, roles, groups, queues, certificates, notification types, profiles and the catalogue of objects. */
import { OrgError } from '../types.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { Id } from '../types.ts';
import type { RowValues, SetupRows } from './setup-rows.ts';

/** @throws OrgError when a queue names a member that does not exist */
export function syncDirectory(rows: SetupRows): void {
  syncProfiles(rows);
  syncRecordTypes(rows);
  syncRoles(rows);
  syncGroups(rows);
  syncQueues(rows);
  syncCatalogue(rows);
  const { metadata, namespace } = rows.schema;
  for (const certificate of metadata.certificates.values()) {
    rows.upsert('Certificate', ['DeveloperName'], {
      DeveloperName: certificate.name,
      MasterLabel: certificate.label,
      Language: 'en_US',
      KeySize: certificate.keySize,
      OptionsIsCaSigned: certificate.caSigned,
      OptionsIsPrivateKeyExportable: certificate.exportable,
      NamespacePrefix: namespace ?? null,
    });
  }
  for (const type of metadata.notificationTypes.values()) {
    rows.upsert('CustomNotificationType', ['DeveloperName'], {
      DeveloperName: type.name,
      CustomNotifTypeName: type.name,
      MasterLabel: type.label,
      Language: 'en_US',
      Description: type.description ?? null,
      Desktop: type.desktop,
      Mobile: type.mobile,
      NamespacePrefix: namespace ?? null,
    });
  }
}

function syncProfiles(rows: SetupRows): void {
  for (const profile of rows.schema.metadata.profiles.values()) {
    if (rows.find('Profile', { Name: profile.name }) === undefined) {
      rows.insert('Profile', { Name: profile.name, Description: profile.description ?? null, UserType: 'Standard' });
    }
  }
}

function syncRecordTypes(rows: SetupRows): void {
  for (const object of rows.schema.objects) {
    for (const type of object.recordTypes ?? []) {
      rows.upsert('RecordType', ['SobjectType', 'DeveloperName'], {
        SobjectType: object.name,
        DeveloperName: type.developerName,
        Name: type.label,
        IsActive: type.active,
        NamespacePrefix: rows.schema.namespace ?? null,
      });
    }
  }
}

/** Parents are known only when all roles have a row, so they are linked in a second pass. */
function syncRoles(rows: SetupRows): void {
  const roles = [...rows.schema.metadata.roles.values()];
  for (const role of roles) {
    const id = rows.upsert('UserRole', ['DeveloperName'], {
      DeveloperName: role.name,
      Name: role.label,
      PortalType: 'None',
    });
    for (const type of ['Role', 'RoleAndSubordinates']) {
      rows.upsert('Group', ['Type', 'RelatedId'], { Type: type, RelatedId: id, DeveloperName: role.name });
    }
  }
  for (const role of roles) {
    const parentId = role.parentRole ? (rows.find('UserRole', { DeveloperName: role.parentRole }) ?? null) : null;
    rows.upsert('UserRole', ['DeveloperName'], { DeveloperName: role.name, ParentRoleId: parentId });
  }
}

function syncGroups(rows: SetupRows): void {
  for (const group of rows.schema.metadata.groups.values()) {
    rows.upsert('Group', ['Type', 'DeveloperName'], {
      Type: 'Regular',
      DeveloperName: group.name,
      Name: group.label,
      DoesIncludeBosses: group.includesBosses,
    });
  }
}

function syncQueues(rows: SetupRows): void {
  for (const queue of rows.schema.metadata.queues.values()) {
    const queueId = rows.upsert('Group', ['Type', 'DeveloperName'], {
      Type: 'Queue',
      DeveloperName: queue.name,
      Name: queue.label,
      Email: queue.email ?? null,
      DoesIncludeBosses: queue.includesBosses,
    });
    for (const object of queue.objects) {
      rows.upsert('QueueSobject', ['QueueId', 'SobjectType'], { QueueId: queueId, SobjectType: object });
    }
    const members: Id[] = [
      ...queue.users.map((name) => member(rows, 'User', name, { Username: name })),
      ...queue.groups.map((name) => member(rows, 'Group', name, { Type: 'Regular', DeveloperName: name })),
      ...queue.roles.map((name) => member(rows, 'Group', name, { Type: 'Role', DeveloperName: name })),
      ...queue.rolesAndSubordinates.map((name) =>
        member(rows, 'Group', name, { Type: 'RoleAndSubordinates', DeveloperName: name }),
      ),
    ];
    for (const id of members)
      rows.upsert('GroupMember', ['GroupId', 'UserOrGroupId'], { GroupId: queueId, UserOrGroupId: id });
  }
}

function member(rows: SetupRows, object: string, name: string, keys: RowValues): Id {
  const id = rows.find(object, keys);
  if (id !== undefined) return id;
  throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `In field: queueMembers - no ${object} named ${name} found`);
}

function syncCatalogue(rows: SetupRows): void {
  const { schema } = rows;
  const listed = schema.objects.filter((object) => object.kind !== 'tooling');
  rows.store.run('DELETE FROM "EntityDefinition"');
  rows.insertAll(
    'EntityDefinition',
    listed.map((object) => ({
      Id: object.name,
      DurableId: object.name,
      QualifiedApiName: object.name,
      DeveloperName: object.name.replace(/__(c|e|mdt)$/, ''),
      Label: object.label,
      PluralLabel: object.pluralLabel,
      KeyPrefix: object.keyPrefix,
      NamespacePrefix: object.custom ? (schema.namespace ?? null) : null,
      IsCustomSetting: object.kind === 'setting',
      IsCustomizable: object.kind === 'custom' || object.kind === 'standard',
      IsQueryable: object.queryable,
    })),
  );
  rows.store.run('DELETE FROM "FieldDefinition"');
  rows.insertAll(
    'FieldDefinition',
    listed.flatMap((object) => object.fields.map((field) => fieldRow(object, field, schema.namespace))),
  );
}

function fieldRow(object: ObjectSchema, field: FieldSchema, namespace: string | undefined): RowValues {
  return {
    Id: `${object.name}.${field.name}`,
    DurableId: `${object.name}.${field.name}`,
    QualifiedApiName: field.name,
    DeveloperName: field.name.replace(/__c$/, ''),
    Label: field.label,
    NamespacePrefix: field.custom ? (namespace ?? null) : null,
    EntityDefinitionId: object.name,
    DataType: field.type,
    IsCalculated: field.formula !== undefined,
    IsNillable: !field.required,
  };
}
