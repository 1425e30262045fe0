/** SObject, AggregateResult, describe of objects and fields, access. */
import type { LibraryRow, Shown } from './rows.ts';
import { enumRow, reference, rowsOf } from './rows.ts';

const PART = "Part__c p = new Part__c(Name = 'a', Count__c = 5); ";

const SOBJECT = rowsOf(
  'SObject',
  reference('apex_methods_system_sobject'),
  {
    'Object get(String)': [
      ["p.get('name')", 'a'],
      ["p.get('Nowhere__c')", '!System.SObjectException: Invalid field Nowhere__c for Part__c'],
    ],
    'Object get(Schema.SObjectField)': ['p.get(Part__c.Count__c)', '5'],
    'Object put(String,Object)': [
      ["p.put('Count__c', 9) + ' ' + p.Count__c", '5 9'],
      ["p.put('Count__c', 'text')", '!System.SObjectException: Illegal assignment from String to Decimal'],
    ],
    'Object put(Schema.SObjectField,Object)': ["p.put(Part__c.Name, 'b') + p.Name", 'ab'],
    'SObject getSObject(String)': [
      "Part__c parent = Parts.make('root'); insert new Part__c(Name = 'leaf', Parent__c = parent.Id); return [SELECT Parent__r.Name FROM Part__c WHERE Name = 'leaf'].getSObject('Parent__r').get('Name');",
      'root',
    ],
    'SObject getSObject(Schema.SObjectField)': [
      "p.putSObject('Parent__r', new Part__c(Name = 'root')); return p.getSObject(Part__c.Parent__c).get('Name');",
      'root',
    ],
    'List<SObject> getSObjects(String)': [
      "Part__c parent = Parts.make('root'); insert new Part__c(Name = 'leaf', Parent__c = parent.Id); return [SELECT (SELECT Name FROM Children__r) FROM Part__c WHERE Name = 'root'].getSObjects('Children__r').size();",
      '1',
    ],
    'SObject putSObject(String,SObject)': [
      "p.putSObject('Parent__r', new Part__c(Name = 'root')); return p.Parent__r.Name;",
      'root',
    ],
    'SObject putSObject(Schema.SObjectField,SObject)': [
      "p.putSObject(Part__c.Parent__c, new Part__c(Name = 'root')); return p.Parent__r.Name;",
      'root',
    ],
    'Boolean isSet(String)': ["p.isSet('Name') + '' + p.isSet('Due__c')", 'truefalse'],
    'Boolean isSet(Schema.SObjectField)': ['p.isSet(Part__c.Count__c)', 'true'],
    'Map<String,Object> getPopulatedFieldsAsMap()': ['p.getPopulatedFieldsAsMap()', '{Name=a, Count__c=5}'],
    'void clear()': ['p.clear(); return p.getPopulatedFieldsAsMap().size();', '0'],
    'SObject clone()': ["Part__c c = p.clone(); c.Name = 'b'; return p.Name + c.Count__c;", 'a5'],
    'SObject clone(Boolean)': ["insert p; return (p.clone(true).Id == p.Id) + '' + p.clone(false).Id;", 'truenull'],
    'SObject clone(Boolean,Boolean)': [
      "p.putSObject('Parent__r', new Part__c(Name = 'root')); Part__c c = p.clone(false, true); c.Parent__r.Name = 'other'; return p.Parent__r.Name;",
      'root',
    ],
    'SObject clone(Boolean,Boolean,Boolean)': [
      'insert p; Part__c q = [SELECT CreatedDate FROM Part__c]; return q.clone(false, false, true).CreatedDate == q.CreatedDate;',
      'true',
    ],
    'SObject clone(Boolean,Boolean,Boolean,Boolean)': [
      "insert p; insert new Line__c(Part__c = p.Id); Line__c l = [SELECT Name FROM Line__c]; return (l.clone(false, false, false, true).Name == l.Name) + '' + l.clone(false, false, false, false).isSet('Name');",
      'truefalse',
    ],
    'Boolean isClone()': ["p.isClone() + '' + p.clone().isClone()", 'falsetrue'],
    'Id getCloneSourceId()': ['insert p; return p.clone().getCloneSourceId() == p.Id;', 'true'],
    'Schema.SObjectType getSObjectType()': ['p.getSObjectType() == Part__c.SObjectType', 'true'],
    'void addError(String)': [
      "Database.insert(new Part__c(Name = 'bad'), false).getErrors()[0].getMessage()",
      'refused',
    ],
    'void addError(String,Boolean)': ["p.addError('x', false); return p.hasErrors();", 'true'],
    'void addError(Exception)': [
      "Database.insert(new Part__c(Name = 'thrown'), false).getErrors()[0].getMessage()",
      'from an exception',
    ],
    'void addError(Exception,Boolean)': [
      "p.addError(new BoxException('x'), true); return p.getErrors()[0].getMessage();",
      'x',
    ],
    'void addError(String,String)': [
      "Database.Error e = Database.insert(new Part__c(Name = 'bad name'), false).getErrors()[0]; return e.getFields() + e.getMessage();",
      '(Count__c)no name',
    ],
    'void addError(String,String,Boolean)': [
      "p.addError('Name', 'x', false); return p.getErrors()[0].getFields();",
      '(Name)',
    ],
    'void addError(Schema.SObjectField,String)': [
      "Database.Error e = Database.insert(new Part__c(Name = 'bad token'), false).getErrors()[0]; return e.getFields() + e.getMessage();",
      '(Count__c)no token',
    ],
    'void addError(Schema.SObjectField,String,Boolean)': [
      "p.addError(Part__c.Name, 'x', false); return p.getErrors()[0].getFields();",
      '(Name)',
    ],
    'Boolean hasErrors()': [
      "Boolean before = p.hasErrors(); p.addError('x'); return before + '' + p.hasErrors();",
      'falsetrue',
    ],
    'List<Database.Error> getErrors()': [
      "p.addError('x'); return p.getErrors().size() + p.getErrors()[0].getMessage();",
      '1x',
    ],
    'void setOptions(Database.DMLOptions)': [
      'Database.DMLOptions o = new Database.DMLOptions(); o.optAllOrNone = false; p.setOptions(o); return p.getOptions().optAllOrNone;',
      'false',
    ],
    'Database.DMLOptions getOptions()': ['p.getOptions()', 'null'],
    'Boolean equals(Object)': [
      "p.equals(new Part__c(Name = 'a', Count__c = 5)) + '' + p.equals(new Part__c(Name = 'b'))",
      'truefalse',
    ],
    'Integer hashCode()': ["p.hashCode() == new Part__c(Name = 'a', Count__c = 5).hashCode()", 'true'],
    'String toString()': ['p.toString()', 'Part__c:{Name=a, Count__c=5}'],
  },
  PART,
);

/** `[name, expected on Part__c]` of describe methods without arguments. */
const flags = (describe: string, given: string, entries: Readonly<Record<string, string>>): Record<string, Shown> =>
  Object.fromEntries(
    Object.entries(entries).map(([key, expected]) => [
      key,
      [`${given}return ${describe}.${key.split(' ').at(-1)};`, expected],
    ]),
  );

/** The same by property: what a getter answers is there under its name too. */
const properties = (
  describe: string,
  given: string,
  entries: Readonly<Record<string, string>>,
): Record<string, Shown> =>
  Object.fromEntries(
    Object.entries(entries).map(([property, getter]) => [
      property,
      [`${given}return ${describe}.${property.split(' ').at(-1)} == ${describe}.${getter}();`, 'true'],
    ]),
  );

const OBJECT_GIVEN = 'Schema.DescribeSObjectResult d = Part__c.SObjectType.getDescribe(); ';
const FIELD_GIVEN = 'Schema.DescribeFieldResult d = Part__c.Count__c.getDescribe(); ';
const OBJECT_PAGE = reference('apex_methods_system_sobject_describe');
const FIELD_PAGE = reference('apex_methods_system_fields_describe');

const SCHEMA: readonly LibraryRow[] = [
  ...rowsOf('Schema', reference('apex_methods_system_schema'), {
    'static Map<String,Schema.SObjectType> getGlobalDescribe()': [
      ["Schema.getGlobalDescribe().get('PART__C')", 'Part__c'],
      [
        "Schema.getGlobalDescribe().containsKey('part__c') + '' + Schema.getGlobalDescribe().get('Nowhere__c')",
        'truenull',
      ],
    ],
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String>)': [
      ["Schema.describeSObjects(new List<String>{ 'Part__c', 'Account' })[1].getName()", 'Account'],
      [
        "Schema.describeSObjects(new List<String>{ 'Nowhere__c' })",
        '!System.InvalidParameterValueException: Invalid sobject name: Nowhere__c',
      ],
    ],
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String>,Schema.SObjectDescribeOptions)': [
      "Schema.describeSObjects(new List<String>{ 'Part__c' }, SObjectDescribeOptions.DEFERRED)[0].getLabel()",
      'Part__c',
    ],
  }),
  ...rowsOf('Schema.SObjectType', reference('apex_class_Schema_SObjectType'), {
    'Schema.DescribeSObjectResult getDescribe()': ['Part__c.SObjectType.getDescribe().getName()', 'Part__c'],
    'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions)': [
      'Part__c.SObjectType.getDescribe(SObjectDescribeOptions.FULL).getName()',
      'Part__c',
    ],
    'SObject newSObject()': ['Part__c.SObjectType.newSObject().getSObjectType()', 'Part__c'],
    'SObject newSObject(Id)': [
      "Part__c p = Parts.make('a'); return Part__c.SObjectType.newSObject(p.Id).Id == p.Id;",
      'true',
    ],
    'SObject newSObject(Id,Boolean)': ['((Part__c) Part__c.SObjectType.newSObject(null, true)).Kind__c', 'Small'],
  }),
  ...rowsOf('Schema.SObjectTypeFields', OBJECT_PAGE, {
    'Map<String,Schema.SObjectField> getMap()': [
      "Part__c.SObjectType.getDescribe().fields.getMap().get('count__C').getDescribe().getName()",
      'Count__c',
    ],
  }),
  ...rowsOf('Schema.DescribeSObjectResult', OBJECT_PAGE, {
    'Schema.SObjectTypeFields fields': [`${OBJECT_GIVEN}return d.fields.getMap().containsKey('name');`, 'true'],
    ...properties('d', OBJECT_GIVEN, {
      'String keyPrefix': 'getKeyPrefix',
      'String label': 'getLabel',
      'String labelPlural': 'getLabelPlural',
      'String localName': 'getLocalName',
      'String name': 'getName',
      'Schema.SObjectType sobjectType': 'getSObjectType',
      'Boolean hasSubtypes': 'getHasSubtypes',
      'Boolean isSubtype': 'getIsSubtype',
      'Boolean isInterface': 'getIsInterface',
      'String associateEntityType': 'getAssociateEntityType',
      'String associateParentEntity': 'getAssociateParentEntity',
      'Schema.SObjectDescribeOptions sobjectDescribeOption': 'getSObjectDescribeOption',
      'Boolean accessible': 'isAccessible',
      'Boolean createable': 'isCreateable',
      'Boolean updateable': 'isUpdateable',
      'Boolean deletable': 'isDeletable',
      'Boolean undeletable': 'isUndeletable',
      'Boolean mergeable': 'isMergeable',
      'Boolean queryable': 'isQueryable',
      'Boolean searchable': 'isSearchable',
      'Boolean custom': 'isCustom',
      'Boolean customSetting': 'isCustomSetting',
      'Boolean deprecatedAndHidden': 'isDeprecatedAndHidden',
      'Boolean feedEnabled': 'isFeedEnabled',
      'Boolean mruEnabled': 'isMruEnabled',
    }),
    'List<Schema.ChildRelationship> childRelationships': [
      `${OBJECT_GIVEN}return d.childRelationships.size() > 1;`,
      'true',
    ],
    'List<Schema.RecordTypeInfo> recordTypeInfos': [`${OBJECT_GIVEN}return d.recordTypeInfos.size();`, '1'],
    'Map<String,Schema.RecordTypeInfo> recordTypeInfosByDeveloperName': [
      `${OBJECT_GIVEN}return d.recordTypeInfosByDeveloperName.keySet();`,
      '{Master}',
    ],
    'Map<String,Schema.RecordTypeInfo> recordTypeInfosByName': [
      `${OBJECT_GIVEN}return d.recordTypeInfosByName.keySet();`,
      '{Master}',
    ],
    'Map<Id,Schema.RecordTypeInfo> recordTypeInfosById': [
      `${OBJECT_GIVEN}return d.recordTypeInfosById.keySet();`,
      '{012000000000000AAA}',
    ],
    'List<Schema.ChildRelationship> getChildRelationships()': [
      `${OBJECT_GIVEN}return d.getChildRelationships().size() > 1;`,
      'true',
    ],
    ...flags('d', OBJECT_GIVEN, {
      'Schema.SObjectType getSObjectType()': 'Part__c',
      'String getLabel()': 'Part__c',
      'String getLabelPlural()': 'Part__cs',
      'String getLocalName()': 'Part__c',
      'String getName()': 'Part__c',
      'Boolean isAccessible()': 'true',
      'Boolean isCreateable()': 'true',
      'Boolean isUpdateable()': 'true',
      'Boolean isDeletable()': 'true',
      'Boolean isUndeletable()': 'true',
      'Boolean isMergeable()': 'false',
      'Boolean isQueryable()': 'true',
      'Boolean isSearchable()': 'true',
      'Boolean isCustom()': 'true',
      'Boolean isCustomSetting()': 'false',
      'Boolean isDeprecatedAndHidden()': 'false',
      'Boolean isFeedEnabled()': 'false',
      'Boolean isMruEnabled()': 'true',
      'Boolean getHasSubtypes()': 'false',
      'Boolean getIsSubtype()': 'false',
      'Boolean getIsInterface()': 'false',
      'String getAssociateEntityType()': 'null',
      'String getAssociateParentEntity()': 'null',
      'Schema.SObjectDescribeOptions getSObjectDescribeOption()': 'DEFAULT',
    }),
    'String getKeyPrefix()': [
      `${OBJECT_GIVEN}return d.getKeyPrefix() == String.valueOf(Parts.make('a').Id).left(3);`,
      'true',
    ],
    'List<Schema.RecordTypeInfo> getRecordTypeInfos()': [
      `${OBJECT_GIVEN}return d.getRecordTypeInfos()[0].getName();`,
      'Master',
    ],
    'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': [
      [`${OBJECT_GIVEN}return d.getRecordTypeInfosByDeveloperName().get('Master').isMaster();`, 'true'],
      ["Secret__c.SObjectType.getDescribe().getRecordTypeInfosByDeveloperName().get('Hidden').getName()", 'Hidden one'],
    ],
    'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByName()': [
      "Secret__c.SObjectType.getDescribe().getRecordTypeInfosByName().get('Hidden one').getDeveloperName()",
      'Hidden',
    ],
    'Map<Id,Schema.RecordTypeInfo> getRecordTypeInfosById()': [
      "Id known = [SELECT Id FROM RecordType WHERE DeveloperName = 'Hidden'].Id; return Secret__c.SObjectType.getDescribe().getRecordTypeInfosById().get(known).getName();",
      'Hidden one',
    ],
  }),
  ...rowsOf(
    'Schema.ChildRelationship',
    reference('apex_methods_system_childrelationship'),
    {
      'Schema.SObjectType getChildSObject()': ['c.getChildSObject()', 'Line__c'],
      'Schema.SObjectField getField()': ['c.getField()', 'Part__c'],
      'String getRelationshipName()': ['c.getRelationshipName()', 'Lines__r'],
      'Boolean isCascadeDelete()': ['c.isCascadeDelete()', 'true'],
      'Boolean isRestrictedDelete()': ['c.isRestrictedDelete()', 'false'],
      'Boolean isDeprecatedAndHidden()': ['c.isDeprecatedAndHidden()', 'false'],
      'List<String> getJunctionIdListNames()': ['c.getJunctionIdListNames().size()', '0'],
      'List<Schema.SObjectType> getJunctionReferenceTo()': ['c.getJunctionReferenceTo().size()', '0'],
    },
    "Schema.ChildRelationship c; for (Schema.ChildRelationship each : Part__c.SObjectType.getDescribe().getChildRelationships()) { if (each.getRelationshipName() == 'Lines__r') { c = each; } } ",
  ),
  ...rowsOf(
    'Schema.RecordTypeInfo',
    reference('apex_class_Schema_RecordTypeInfo'),
    {
      'String getDeveloperName()': ['r.getDeveloperName()', 'Master'],
      'String getName()': ['r.getName()', 'Master'],
      'Id getRecordTypeId()': ['r.getRecordTypeId()', '012000000000000AAA'],
      'Boolean isActive()': ['r.isActive()', 'true'],
      'Boolean isAvailable()': ['r.isAvailable()', 'true'],
      'Boolean isDefaultRecordTypeMapping()': ['r.isDefaultRecordTypeMapping()', 'true'],
      'Boolean isMaster()': [
        "r.isMaster() + '' + Secret__c.SObjectType.getDescribe().getRecordTypeInfosByDeveloperName().get('Hidden').isMaster()",
        'truefalse',
      ],
    },
    'Schema.RecordTypeInfo r = Part__c.SObjectType.getDescribe().getRecordTypeInfos()[0]; ',
  ),
  ...enumRow('Schema.SObjectDescribeOptions', OBJECT_PAGE, 'DEFAULT DEFERRED FULL'),
  ...rowsOf('Schema.SObjectField', reference('apex_class_Schema_SObjectField'), {
    'Schema.DescribeFieldResult getDescribe()': ['Part__c.Count__c.getDescribe().getLabel()', 'Count'],
    'Schema.DescribeFieldResult getDescribe(Schema.FieldDescribeOptions)': [
      'Part__c.Count__c.getDescribe(FieldDescribeOptions.FULL_DESCRIBE).getName()',
      'Count__c',
    ],
    'String toString()': ['Part__c.Count__c.toString()', 'Count__c'],
  }),
  ...rowsOf('Schema.DescribeFieldResult', FIELD_PAGE, {
    ...flags('d', FIELD_GIVEN, {
      'Integer getByteLength()': '0',
      'String getCalculatedFormula()': 'null',
      'Object getDefaultValue()': 'null',
      'String getDefaultValueFormula()': 'null',
      'Integer getDigits()': '0',
      'String getInlineHelpText()': 'How many',
      'String getLabel()': 'Count',
      'Integer getLength()': '0',
      'String getLocalName()': 'Count__c',
      'String getName()': 'Count__c',
      'Integer getPrecision()': '9',
      'String getRelationshipName()': 'null',
      'Integer getScale()': '0',
      'Schema.SOAPType getSOAPType()': 'DOUBLE',
      'Schema.SObjectField getSObjectField()': 'Count__c',
      'Schema.SObjectType getSObjectType()': 'Part__c',
      'Schema.DisplayType getType()': 'DOUBLE',
      'Boolean isAccessible()': 'true',
      'Boolean isCreateable()': 'true',
      'Boolean isUpdateable()': 'true',
      'Boolean isAutoNumber()': 'false',
      'Boolean isCalculated()': 'false',
      'Boolean isCascadeDelete()': 'false',
      'Boolean isCaseSensitive()': 'false',
      'Boolean isCustom()': 'true',
      'Boolean isDefaultedOnCreate()': 'false',
      'Boolean isDependentPicklist()': 'false',
      'Boolean isDeprecatedAndHidden()': 'false',
      'Boolean isEncrypted()': 'false',
      'Boolean isFilterable()': 'true',
      'Boolean isFormulaTreatNullNumberAsZero()': 'false',
      'Boolean isGroupable()': 'false',
      'Boolean isHtmlFormatted()': 'false',
      'Boolean isIdLookup()': 'false',
      'Boolean isNameField()': 'false',
      'Boolean isNamePointing()': 'false',
      'Boolean isNillable()': 'true',
      'Boolean isPermissionable()': 'true',
      'Boolean isRestrictedDelete()': 'false',
      'Boolean isRestrictedPicklist()': 'false',
      'Boolean isSortable()': 'true',
      'Boolean isUnique()': 'false',
      'Boolean isWriteRequiresMasterRead()': 'false',
      'Boolean isAggregatable()': 'true',
      'Boolean isAiPredictionField()': 'false',
      'Boolean isSearchPrefilterable()': 'false',
      'Boolean isDisplayLocationInDecimal()': 'false',
      'Boolean isHighScaleNumber()': 'false',
      'Boolean isQueryByDistance()': 'false',
      'String getCompoundFieldName()': 'null',
      'String getMask()': 'null',
      'String getMaskType()': 'null',
      'String getReferenceTargetField()': 'null',
    }),
    'List<Schema.PicklistEntry> getPicklistValues()': ['Part__c.Kind__c.getDescribe().getPicklistValues().size()', '2'],
    'List<Schema.SObjectType> getReferenceTo()': ['Part__c.Parent__c.getDescribe().getReferenceTo()', '(Part__c)'],
    'Boolean isExternalID()': [
      "Part__c.Code__c.getDescribe().isExternalID() + '' + Part__c.Name.getDescribe().isExternalID()",
      'truefalse',
    ],
    'Schema.SObjectField getController()': [`${FIELD_GIVEN}return d.getController();`, 'null'],
    'Integer getRelationshipOrder()': [
      "Line__c.Part__c.getDescribe().getRelationshipOrder() + ' ' + Part__c.Parent__c.getDescribe().getRelationshipOrder()",
      '0 null',
    ],
  }),
  ...rowsOf(
    'Schema.PicklistEntry',
    reference('apex_class_Schema_PicklistEntry'),
    {
      'String getLabel()': ['e.getLabel()', 'Small one'],
      'String getValue()': ['e.getValue()', 'Small'],
      'Boolean isActive()': ['e.isActive()', 'true'],
      'Boolean isDefaultValue()': [
        "e.isDefaultValue() + '' + Part__c.Kind__c.getDescribe().getPicklistValues()[1].isDefaultValue()",
        'truefalse',
      ],
    },
    'Schema.PicklistEntry e = Part__c.Kind__c.getDescribe().getPicklistValues()[0]; ',
  ),
  ...enumRow('Schema.FieldDescribeOptions', FIELD_PAGE, 'DEFAULT FULL_DESCRIBE'),
  ...enumRow(
    'Schema.DisplayType',
    reference('apex_enum_Schema_DisplayType'),
    'ADDRESS ANYTYPE BASE64 BOOLEAN COMBOBOX COMPLEXVALUE CURRENCY DATACATEGORYGROUPREFERENCE DATE DATETIME DOUBLE EMAIL ENCRYPTEDSTRING ID INTEGER JSON LOCATION LONG MULTIPICKLIST PERCENT PHONE PICKLIST REFERENCE SOBJECT STRING TEXTAREA TIME URL',
  ),
  ...enumRow(
    'Schema.SOAPType',
    reference('apex_enum_Schema_SOAPType'),
    'ANYTYPE BASE64BINARY BOOLEAN DATE DATETIME DOUBLE ID INTEGER STRING TIME',
  ),
];

const DECISION =
  "Parts.make('a'); SObjectAccessDecision d; System.runAs(Parts.user('Reader')) { d = Security.stripInaccessible(AccessType.READABLE, [SELECT Name, Count__c, Price__c FROM Part__c]); } ";

const ACCESS: readonly LibraryRow[] = [
  ...rowsOf('AccessLevel', reference('apex_class_System_AccessLevel'), {
    'static AccessLevel USER_MODE': [
      "insert new Secret__c(Name = 's'); Integer n; System.runAs(Parts.user('Writer')) { n = Database.query('SELECT Id FROM Secret__c', AccessLevel.USER_MODE).size(); } return n;",
      '0',
    ],
    'static AccessLevel SYSTEM_MODE': [
      "insert new Secret__c(Name = 's'); Integer n; System.runAs(Parts.user('Writer')) { n = Database.query('SELECT Id FROM Secret__c', AccessLevel.SYSTEM_MODE).size(); } return n;",
      '1',
    ],
  }),
  ...enumRow('AccessType', reference('apex_enum_System_AccessType'), 'CREATABLE READABLE UPDATABLE UPSERTABLE'),
  ...rowsOf('Security', reference('apex_class_System_Security'), {
    'static SObjectAccessDecision stripInaccessible(AccessType,List<SObject>)': [
      [`${DECISION}return d.getRecords()[0].getPopulatedFieldsAsMap().containsKey('Price__c');`, 'false'],
      [
        "System.runAs(Parts.user('Reader')) { Security.stripInaccessible(AccessType.CREATABLE, new List<Part__c>{ new Part__c() }); } return null;",
        '!System.NoAccessException: No access to entity: Part__c',
      ],
    ],
    'static SObjectAccessDecision stripInaccessible(AccessType,List<SObject>,Boolean)': [
      "Integer n; System.runAs(Parts.user('Reader')) { n = Security.stripInaccessible(AccessType.CREATABLE, new List<Part__c>{ new Part__c(Count__c = 1) }, false).getRecords()[0].getPopulatedFieldsAsMap().size(); } return n;",
      '0',
    ],
  }),
  ...rowsOf('SObjectAccessDecision', reference('apex_class_System_SObjectAccessDecision'), {
    'List<SObject> getRecords()': [`${DECISION}return ((Part__c) d.getRecords()[0]).Count__c;`, '1'],
    'Map<String,Set<String>> getRemovedFields()': [`${DECISION}return d.getRemovedFields();`, '{Part__c={Price__c}}'],
    'Set<Integer> getModifiedIndexes()': [`${DECISION}return d.getModifiedIndexes();`, '{0}'],
  }),
];

export const RECORDS: readonly LibraryRow[] = [
  ...SOBJECT,
  ...rowsOf(
    'AggregateResult',
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm',
    {
      'Object get(String)': [
        [
          "Parts.make(3); AggregateResult r = [SELECT COUNT(Id) total, MAX(Count__c) FROM Part__c][0]; return r.get('total') + ' ' + r.get('expr0');",
          '3 2',
        ],
        [
          "Parts.make(1); return [SELECT COUNT(Id) FROM Part__c][0].get('nothing');",
          '!System.SObjectException: Invalid field nothing for AggregateResult',
        ],
      ],
    },
  ),
  ...SCHEMA,
  ...ACCESS,
];
