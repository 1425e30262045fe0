/** Custom metadata records are deployed, not saved: their rows follow the schema. */
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { CustomMetadataRecord } from '../schema/metadata.ts';
import { quote } from './codec.ts';
import type { Store } from './contract.ts';
import { SObjectRecord } from './record.ts';

/** Makes the rows of every `__mdt` table those of the schema. A record keeps its id as long as its name stays. */
export function syncCustomMetadata(store: Store, schema: OrgSchema): void {
  for (const object of schema.objects) {
    if (object.kind !== 'metadata') continue;
    const rows = store.all(`SELECT "Id", "DeveloperName" FROM ${quote(object.name)}`);
    const ids = new Map(rows.map((row) => [String(row['DeveloperName']).toLowerCase(), String(row['Id'])]));
    store.purge(object, [...ids.values()]);
    const records = schema.metadata.customMetadata.filter((one) => schema.object(one.object) === object);
    store.insert(
      object,
      records.map((one) =>
        recordOf(
          object,
          one,
          ids.get(one.developerName.toLowerCase()) ?? store.nextId(object.keyPrefix),
          schema.namespace,
        ),
      ),
    );
  }
}

function recordOf(
  object: ObjectSchema,
  source: CustomMetadataRecord,
  id: string,
  namespace: string | undefined,
): SObjectRecord {
  const record = new SObjectRecord(object);
  for (const field of object.fields)
    if (field.type === 'boolean') record.set(field.name, field.defaultValue === 'true');
  for (const [name, value] of Object.entries(source.values)) record.set(object.field(name)?.name ?? name, value);
  const base = source.developerName;
  record.set('Id', id);
  record.set('DeveloperName', base);
  record.set('MasterLabel', source.label);
  record.set('Label', source.label);
  record.set('Language', 'en_US');
  record.set('NamespacePrefix', namespace ?? null);
  record.set('QualifiedApiName', namespace ? `${namespace}__${base}` : base);
  return record;
}
