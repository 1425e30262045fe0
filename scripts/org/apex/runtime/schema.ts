/** Schema: describe of objects. Rights are those of the running user. */
import type { ChildRelationship, ObjectSchema, OrgSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { enumType, getter, propertiesOf } from './define.ts';
import { defaultValueOf } from './schema-field.ts';
import { sobjectFieldOf, sobjectTypeOf } from './schema-tokens.ts';
import type { SObjectTypeToken } from './schema-tokens.ts';
import { ApexList, ApexMap } from './values/collections.ts';
import { enumConstant } from './values/enum.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { toId } from './values/ids.ts';
import { ApexObject } from './values/object.ts';
import { setField } from './values/sobject.ts';

class DescribeSObjectResult extends ApexObject {
  static readonly apexName = 'Schema.DescribeSObjectResult';
  readonly token: SObjectTypeToken;
  constructor(token: SObjectTypeToken) {
    super();
    this.token = token;
  }
  get object(): ObjectSchema {
    return this.token.object;
  }
  override apexKey(): string {
    return `\u0000so:${this.token.objectName}`;
  }
  override apexString(): string {
    return `Schema.DescribeSObjectResult[${this.token.objectName}]`;
  }
}

/** `describe.fields`: the map of field tokens. */
class SObjectTypeFields extends ApexObject {
  static readonly apexName = 'Schema.SObjectTypeFields';
  readonly objectName: string;
  constructor(objectName: string) {
    super();
    this.objectName = objectName;
  }
}

class ChildRelationshipResult extends ApexObject {
  static readonly apexName = 'Schema.ChildRelationship';
  readonly relationship: ChildRelationship;
  constructor(relationship: ChildRelationship) {
    super();
    this.relationship = relationship;
  }
  override apexKey(): string {
    const { name, childObject, field } = this.relationship;
    return `\u0000c:${childObject}.${field}.${name}`;
  }
}

class RecordTypeInfo extends ApexObject {
  static readonly apexName = 'Schema.RecordTypeInfo';
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly active: boolean;
  readonly isMaster: boolean;
  constructor(id: string, name: string, developerName: string, active: boolean, isMaster = false) {
    super();
    this.id = id;
    this.name = name;
    this.developerName = developerName;
    this.active = active;
    this.isMaster = isMaster;
  }
}

/** Deployed record types in order, then the master record type that every object has. */
function recordTypes({ object }: DescribeSObjectResult): RecordTypeInfo[] {
  const ids = object.recordTypes?.length ? host().recordTypeIds?.(object.name) : undefined;
  const own = (object.recordTypes ?? []).map(
    ({ developerName, label, active }) =>
      new RecordTypeInfo(ids?.get(developerName) ?? '', label, developerName, active),
  );
  return [...own, new RecordTypeInfo('012000000000000AAA', 'Master', 'Master', true, true)];
}

const recordTypesBy = (type: string, key: (info: RecordTypeInfo) => string) => (describe: DescribeSObjectResult) =>
  new ApexMap(
    type,
    recordTypes(describe).map((info) => [key(info), info] as const),
  );

const localName = (name: string): string => name.replace(/^\w+?__(?=\w+__\w+$)/, '');

function fieldMap(fields: SObjectTypeFields): ApexMap {
  const object = host().schema.requireObject(fields.objectName);
  const entries = object.fields.map(
    (field) => [field.name.toLowerCase(), sobjectFieldOf(object.name, field.name)] as const,
  );
  return new CaseInsensitiveMap('Map<String,Schema.SObjectField>', entries);
}

/** Describe maps find their keys in any case. */
class CaseInsensitiveMap extends ApexMap<string, unknown> {
  override get(key: unknown): unknown {
    return super.get(typeof key === 'string' ? this.#known(key) : key);
  }
  override containsKey(key: unknown): boolean {
    return super.containsKey(typeof key === 'string' ? this.#known(key) : key);
  }
  #known(key: string): string {
    const lower = key.toLowerCase();
    const { namespace } = host().schema;
    return namespace !== undefined && !super.containsKey(lower) ? `${namespace.toLowerCase()}__${lower}` : lower;
  }
}

const globalDescribes = new WeakMap<OrgSchema, [string, unknown][]>();

/** A new map at each call: Apex may change it. */
function getGlobalDescribe(): ApexMap {
  const { schema } = host();
  let entries = globalDescribes.get(schema);
  if (!entries)
    globalDescribes.set(
      schema,
      (entries = schema.objects.map((object) => [object.name.toLowerCase(), sobjectTypeOf(object.name)])),
    );
  return new CaseInsensitiveMap('Map<String,Schema.SObjectType>', entries);
}

function describeNames(names: ApexList<string> | null): ApexList {
  const results = requireArgument(names).items.map((name) => {
    const object =
      host().schema.object(name) ?? throwException('InvalidParameterValueException', `Invalid sobject name: ${name}`);
    return new DescribeSObjectResult(sobjectTypeOf(object.name));
  });
  return new ApexList('List<Schema.DescribeSObjectResult>', results);
}

function newSObject(token: SObjectTypeToken, id?: string | null, loadDefaults = false): SObjectRecord {
  const record = new SObjectRecord(token.object);
  if (loadDefaults) {
    for (const field of token.object.fields) {
      const value = defaultValueOf(field);
      if (value !== null) setField(record, field.name, value);
    }
  } else if (id !== undefined && id !== null) record.set('Id', toId(id));
  return record;
}

const rights = (name: 'read' | 'create' | 'edit' | 'delete') => (describe: DescribeSObjectResult) =>
  host().rules.object(host().userId, describe.object)[name];

const able =
  (right: 'create' | 'edit' | 'delete', flag: 'createable' | 'updateable' | 'deletable') =>
  (describe: DescribeSObjectResult) =>
    describe.object[flag] && rights(right)(describe);

const isBusiness = (describe: DescribeSObjectResult): boolean =>
  describe.object.kind === 'standard' || describe.object.kind === 'custom';
const children = (describe: DescribeSObjectResult): ApexList =>
  new ApexList(
    'List<Schema.ChildRelationship>',
    describe.object.childRelationships.map((each) => new ChildRelationshipResult(each)),
  );
const fields = (describe: DescribeSObjectResult): SObjectTypeFields => new SObjectTypeFields(describe.object.name);

const ASSOCIATE_KINDS: Readonly<Record<string, string>> = { share: 'Share', history: 'History' };

const DESCRIBE_OBJECT_MEMBERS: NonNullable<PlatformType['members']> = {
  'List<Schema.ChildRelationship> getChildRelationships()': children,
  'String getKeyPrefix()': (describe: DescribeSObjectResult) => describe.object.keyPrefix || null,
  'String getLabel()': (describe: DescribeSObjectResult) => describe.object.label,
  'String getLabelPlural()': (describe: DescribeSObjectResult) => describe.object.pluralLabel,
  'String getLocalName()': (describe: DescribeSObjectResult) => localName(describe.object.name),
  'String getName()': (describe: DescribeSObjectResult) => describe.object.name,
  'Schema.SObjectType getSObjectType()': (describe: DescribeSObjectResult) => describe.token,
  'List<Schema.RecordTypeInfo> getRecordTypeInfos()': (describe: DescribeSObjectResult) =>
    new ApexList('List<Schema.RecordTypeInfo>', recordTypes(describe)),
  'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': recordTypesBy(
    'Map<String,Schema.RecordTypeInfo>',
    (info) => info.developerName,
  ),
  'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByName()': recordTypesBy(
    'Map<String,Schema.RecordTypeInfo>',
    (info) => info.name,
  ),
  'Map<Id,Schema.RecordTypeInfo> getRecordTypeInfosById()': recordTypesBy(
    'Map<Id,Schema.RecordTypeInfo>',
    (info) => info.id,
  ),
  'Boolean getHasSubtypes()': () => false,
  'Boolean getIsSubtype()': () => false,
  'Boolean getIsInterface()': () => false,
  'String getAssociateEntityType()': ({ object }: DescribeSObjectResult) => ASSOCIATE_KINDS[object.kind] ?? null,
  'String getAssociateParentEntity()': ({ object }: DescribeSObjectResult) => object.parentObject ?? null,
  'Schema.SObjectDescribeOptions getSObjectDescribeOption()': () =>
    enumConstant('Schema.SObjectDescribeOptions', 'DEFAULT'),
  'Boolean isAccessible()': rights('read'),
  'Boolean isCreateable()': able('create', 'createable'),
  'Boolean isUpdateable()': able('edit', 'updateable'),
  'Boolean isDeletable()': able('delete', 'deletable'),
  'Boolean isUndeletable()': able('delete', 'deletable'),
  'Boolean isMergeable()': (describe: DescribeSObjectResult) =>
    ['Account', 'Contact', 'Lead', 'Case'].includes(describe.object.name),
  'Boolean isQueryable()': (describe: DescribeSObjectResult) => describe.object.queryable,
  'Boolean isSearchable()': isBusiness,
  'Boolean isCustom()': (describe: DescribeSObjectResult) => describe.object.custom,
  'Boolean isCustomSetting()': (describe: DescribeSObjectResult) => describe.object.kind === 'setting',
  'Boolean isDeprecatedAndHidden()': () => false,
  'Boolean isFeedEnabled()': () => false,
  'Boolean isMruEnabled()': isBusiness,
};

const DESCRIBE_OBJECT: PlatformType = {
  name: 'Schema.DescribeSObjectResult',
  kind: 'class',
  properties: { ...propertiesOf(DESCRIBE_OBJECT_MEMBERS), 'Schema.SObjectTypeFields fields': { get: fields } },
  members: DESCRIBE_OBJECT_MEMBERS,
};

const CHILD_RELATIONSHIP: PlatformType = {
  name: 'Schema.ChildRelationship',
  kind: 'class',
  members: {
    'Schema.SObjectType getChildSObject()': ({ relationship }: ChildRelationshipResult) =>
      sobjectTypeOf(relationship.childObject),
    'Schema.SObjectField getField()': ({ relationship }: ChildRelationshipResult) =>
      sobjectFieldOf(relationship.childObject, relationship.field),
    'String getRelationshipName()': ({ relationship }: ChildRelationshipResult) => relationship.name,
    'Boolean isCascadeDelete()': ({ relationship }: ChildRelationshipResult) => constraint(relationship) === 'Cascade',
    'Boolean isRestrictedDelete()': ({ relationship }: ChildRelationshipResult) =>
      constraint(relationship) === 'Restrict',
    'Boolean isDeprecatedAndHidden()': () => false,
    'List<String> getJunctionIdListNames()': () => new ApexList('List<String>'),
    'List<Schema.SObjectType> getJunctionReferenceTo()': () => new ApexList('List<Schema.SObjectType>'),
  },
};

function constraint(relationship: ChildRelationship): string | undefined {
  return host().schema.object(relationship.childObject)?.field(relationship.field)?.deleteConstraint;
}

export const SCHEMA_TYPES: readonly PlatformType[] = [
  {
    name: 'Schema',
    kind: 'class',
    members: {
      'static Map<String,Schema.SObjectType> getGlobalDescribe()': getGlobalDescribe,
      'static List<Schema.DescribeSObjectResult> describeSObjects(List<String>)': describeNames,
      'static List<Schema.DescribeSObjectResult> describeSObjects(List<String>,Schema.SObjectDescribeOptions)':
        describeNames,
    },
  },
  {
    name: 'Schema.SObjectType',
    kind: 'class',
    members: {
      'Schema.DescribeSObjectResult getDescribe()': (token: SObjectTypeToken) => new DescribeSObjectResult(token),
      'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions)': (token: SObjectTypeToken) =>
        new DescribeSObjectResult(token),
      'SObject newSObject()': (token: SObjectTypeToken) => newSObject(token),
      'SObject newSObject(Id)': newSObject,
      'SObject newSObject(Id,Boolean)': newSObject,
    },
  },
  {
    name: 'Schema.SObjectTypeFields',
    kind: 'class',
    members: { 'Map<String,Schema.SObjectField> getMap()': fieldMap },
  },
  DESCRIBE_OBJECT,
  CHILD_RELATIONSHIP,
  {
    name: 'Schema.RecordTypeInfo',
    kind: 'class',
    members: {
      'String getDeveloperName()': getter('developerName'),
      'String getName()': getter('name'),
      'Id getRecordTypeId()': getter('id'),
      'Boolean isActive()': getter('active'),
      'Boolean isAvailable()': getter('active'),
      'Boolean isDefaultRecordTypeMapping()': getter('isMaster'),
      'Boolean isMaster()': getter('isMaster'),
    },
  },
  enumType('Schema.SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL']),
];
