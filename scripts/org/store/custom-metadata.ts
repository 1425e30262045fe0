/** Custom metadata records are deployed, not saved: their rows follow the schema. */
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { Raw } from '../types.ts';
import type { CustomMetadataRecord } from '../schema/metadata.ts';
import { quote } from './codec.ts';
import type { Store } from './contract.ts';
import { SObjectRecord } from './record.ts';

/** Makes the rows of every `__mdt` table those of the schema. A record keeps its id as long as its name stays. */
export function syncCustomMetadata(store: Store, schema: OrgSchema): void {
  const types = schema.objects.filter((object) => object.kind === 'metadata');
  const ids = new Map(types.map((object) => [object.name, idsOf(store, schema, object)]));
  for (const object of types) {
    const records = schema.metadata.customMetadata.filter((one) => schema.object(one.object) === object);
    store.insert(
      object,
      records.map((one) => recordOf(object, one, ids, schema)),
    );
  }
}

/** Ids by object and lower-case developer name. */
type RecordIds = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Ids of the records to come, the known ones as they were; the old rows are gone then. */
function idsOf(store: Store, schema: OrgSchema, object: ObjectSchema): Map<string, string> {
  const rows = store.all(`SELECT "Id", "DeveloperName" FROM ${quote(object.name)}`);
  const known = new Map(rows.map((row) => [String(row['DeveloperName']).toLowerCase(), String(row['Id'])]));
  store.purge(object, [...known.values()]);
  const records = schema.metadata.customMetadata.filter((one) => schema.object(one.object) === object);
  const names = records.map((one) => one.developerName.toLowerCase());
  return new Map(names.map((name) => [name, known.get(name) ?? store.nextId(object.keyPrefix)]));
}

function recordOf(
  object: ObjectSchema,
  source: CustomMetadataRecord,
  ids: RecordIds,
  schema: OrgSchema,
): SObjectRecord {
  const { namespace } = schema;
  const record = new SObjectRecord(object);
  for (const field of object.fields)
    if (field.type === 'boolean') record.set(field.name, field.defaultValue === 'true');
  for (const [name, value] of Object.entries(source.values)) {
    const field = object.field(name);
    record.set(field?.name ?? name, field === undefined ? value : related(field, value, source, ids, schema));
  }
  const base = source.developerName;
  record.set('Id', ids.get(object.name)?.get(base.toLowerCase()) ?? null);
  record.set('DeveloperName', base);
  record.set('MasterLabel', source.label);
  record.set('Label', source.label);
  record.set('Language', 'en_US');
  record.set('NamespacePrefix', namespace ?? null);
  record.set('QualifiedApiName', namespace ? `${namespace}__${base}` : base);
  return record;
}

/** A relationship names its record; the row holds the id of that, or what the catalogue has in its place. */
function related(field: FieldSchema, value: Raw, source: CustomMetadataRecord, ids: RecordIds, schema: OrgSchema): Raw {
  const [target] = field.referenceTo;
  if (target === undefined || typeof value !== 'string') return value;
  if (target === 'FieldDefinition' && field.controllingField !== undefined) {
    const object = source.values[field.controllingField];
    return value.includes('.') || typeof object !== 'string' ? value : `${object}.${value}`;
  }
  const records = ids.get(schema.object(target)?.name ?? '');
  return records?.get(value.toLowerCase()) ?? value;
}
