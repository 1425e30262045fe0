/** Database: every overload of every method, results, options, lead conversion. */
import type { LibraryRow, Shown } from './rows.ts';
import { enumRow, reference, rowsOf } from './rows.ts';

const PAGE = reference('apex_methods_system_database');

/** What stands behind the records in each overload. */
const OPTIONS: Readonly<Record<string, string>> = {
  '': '',
  ',Boolean': ', false',
  ',AccessLevel': ', AccessLevel.USER_MODE',
  ',Boolean,AccessLevel': ', false, AccessLevel.SYSTEM_MODE',
};
const DML_OPTIONS: Readonly<Record<string, string>> = {
  ',Database.DMLOptions': ', o',
  ',Database.DMLOptions,AccessLevel': ', o, AccessLevel.USER_MODE',
};
const GIVEN = 'Database.DMLOptions o = new Database.DMLOptions(); o.optAllOrNone = false; ';

function overloads(
  method: string,
  result: string,
  parameters: string,
  options: Readonly<Record<string, string>>,
  shown: (options: string) => Shown,
): Record<string, Shown> {
  return Object.fromEntries(
    Object.entries(options).map(([types, values]) => {
      const [apex, expected] = shown(values);
      return [`static ${result} ${method}(${parameters}${types})`, [`${GIVEN}${apex}`, expected] as const];
    }),
  );
}

const WRITES = { ...OPTIONS, ...DML_OPTIONS };
const KEYED = Object.fromEntries(
  Object.entries(OPTIONS).map(([types, values]) => [`,Schema.SObjectField${types}`, `, Part__c.Code__c${values}`]),
);
const many = (result: string): string => `List<Database.${result}>`;
const A = "Part__c p = Parts.make('a'); ";

const DML: Readonly<Record<string, Shown>> = {
  ...overloads('insert', 'Database.SaveResult', 'SObject', WRITES, (options) => [
    `Database.SaveResult r = Database.insert(new Part__c(Name = 'a')${options}); return r.isSuccess() + Parts.names();`,
    'truea',
  ]),
  ...overloads('insert', many('SaveResult'), 'List<SObject>', WRITES, (options) => [
    `List<Database.SaveResult> r = Database.insert(new List<Part__c>{ new Part__c(Name = 'a'), new Part__c(Name = 'b') }${options}); return r.size() + Parts.names();`,
    '2a,b',
  ]),
  ...overloads('update', 'Database.SaveResult', 'SObject', WRITES, (options) => [
    `${A}p.Name = 'z'; return Database.update(p${options}).isSuccess() + Parts.names();`,
    'truez',
  ]),
  ...overloads('update', many('SaveResult'), 'List<SObject>', WRITES, (options) => [
    `${A}p.Name = 'z'; return Database.update(new List<Part__c>{ p }${options}).size() + Parts.names();`,
    '1z',
  ]),
  ...overloads('upsert', 'Database.UpsertResult', 'SObject', OPTIONS, (options) => [
    `${A}p.Name = 'z'; return Database.upsert(p${options}).isCreated() + '' + Database.upsert(new Part__c(Name = 'n')${options}).isCreated() + Parts.names();`,
    'falsetruen,z',
  ]),
  ...overloads('upsert', many('UpsertResult'), 'List<SObject>', OPTIONS, (options) => [
    `${A}p.Name = 'z'; return Database.upsert(new List<Part__c>{ p, new Part__c(Name = 'n') }${options}).size() + Parts.names();`,
    '2n,z',
  ]),
  ...overloads('upsert', 'Database.UpsertResult', 'SObject', KEYED, (options) => [
    `insert new Part__c(Name = 'a', Code__c = 'k'); return Database.upsert(new Part__c(Name = 'z', Code__c = 'K')${options}).isCreated() + Parts.names();`,
    'falsez',
  ]),
  ...overloads('upsert', many('UpsertResult'), 'List<SObject>', KEYED, (options) => [
    `insert new Part__c(Name = 'a', Code__c = 'k'); List<Part__c> l = new List<Part__c>{ new Part__c(Name = 'z', Code__c = 'k'), new Part__c(Name = 'n', Code__c = 'new') }; return Database.upsert(l${options})[1].isCreated() + Parts.names();`,
    'truen,z',
  ]),
  ...overloads('delete', 'Database.DeleteResult', 'SObject', OPTIONS, (options) => [
    `${A}return Database.delete(p${options}).isSuccess() + Parts.names();`,
    'true',
  ]),
  ...overloads('delete', many('DeleteResult'), 'List<SObject>', OPTIONS, (options) => [
    `${A}return Database.delete(new List<Part__c>{ p }${options}).size() + Parts.names();`,
    '1',
  ]),
  ...overloads('delete', 'Database.DeleteResult', 'Id', OPTIONS, (options) => [
    `${A}Id id = p.Id; return Database.delete(id${options}).getId() == id;`,
    'true',
  ]),
  ...overloads('delete', many('DeleteResult'), 'List<Id>', OPTIONS, (options) => [
    `${A}return Database.delete(new List<Id>{ p.Id }${options})[0].isSuccess();`,
    'true',
  ]),
  ...overloads('undelete', 'Database.UndeleteResult', 'SObject', OPTIONS, (options) => [
    `${A}delete p; return Database.undelete(p${options}).isSuccess() + Parts.names();`,
    'truea',
  ]),
  ...overloads('undelete', many('UndeleteResult'), 'List<SObject>', OPTIONS, (options) => [
    `${A}delete p; return Database.undelete(new List<Part__c>{ p }${options}).size() + Parts.names();`,
    '1a',
  ]),
  ...overloads('undelete', 'Database.UndeleteResult', 'Id', OPTIONS, (options) => [
    `${A}delete p; Id id = p.Id; return Database.undelete(id${options}).isSuccess() + Parts.names();`,
    'truea',
  ]),
  ...overloads('undelete', many('UndeleteResult'), 'List<Id>', OPTIONS, (options) => [
    `${A}delete p; return Database.undelete(new List<Id>{ p.Id }${options}).size() + Parts.names();`,
    '1a',
  ]),
};

const TWO =
  "Account a = new Account(Name = 'a'); Account b = new Account(Name = 'b'); insert new List<Account>{ a, b }; ";
const LEFT = '[SELECT COUNT() FROM Account]';
const MERGES: Readonly<Record<string, Shown>> = {
  ...overloads('merge', 'Database.MergeResult', 'SObject,SObject', OPTIONS, (options) => [
    `${TWO}return Database.merge(a, b${options}).isSuccess() + '' + ${LEFT};`,
    'true1',
  ]),
  ...overloads('merge', 'Database.MergeResult', 'SObject,Id', OPTIONS, (options) => [
    `${TWO}Id id = b.Id; return Database.merge(a, id${options}).isSuccess() + '' + ${LEFT};`,
    'true1',
  ]),
  ...overloads('merge', many('MergeResult'), 'SObject,List<SObject>', OPTIONS, (options) => [
    `${TWO}return Database.merge(a, new List<Account>{ b }${options})[0].isSuccess() + '' + ${LEFT};`,
    'true1',
  ]),
  ...overloads('merge', many('MergeResult'), 'SObject,List<Id>', OPTIONS, (options) => [
    `${TWO}return Database.merge(a, new List<Id>{ b.Id }${options})[0].isSuccess() + '' + ${LEFT};`,
    'true1',
  ]),
};

const LEAD =
  "Lead l = new Lead(LastName = 'Doe', Company = 'Acme'); insert l; Database.LeadConvert c = new Database.LeadConvert(); c.setLeadId(l.Id); c.setConvertedStatus('Closed - Converted'); ";
const CONVERSIONS: Readonly<Record<string, Shown>> = {
  ...overloads('convertLead', 'Database.LeadConvertResult', 'Database.LeadConvert', WRITES, (options) => [
    `${LEAD}return Database.convertLead(c${options}).isSuccess();`,
    'true',
  ]),
  ...overloads('convertLead', many('LeadConvertResult'), 'List<Database.LeadConvert>', WRITES, (options) => [
    `${LEAD}return Database.convertLead(new List<Database.LeadConvert>{ c }${options})[0].isSuccess();`,
    'true',
  ]),
};

/** Codes of the SOAP API's error object that Apex knows. */
const STATUS_CODES = `ALL_OR_NONE_OPERATION_ROLLED_BACK ALREADY_IN_PROCESS APEX_DATA_ACCESS_RESTRICTION ASSIGNEE_TYPE_REQUIRED BAD_CUSTOM_ENTITY_PARENT_DOMAIN
BCC_NOT_ALLOWED_IF_BCC_COMPLIANCE_ENABLED CANNOT_CASCADE_PRODUCT_ACTIVE CANNOT_CHANGE_FIELD_TYPE_OF_APEX_REFERENCED_FIELD
CANNOT_CREATE_ANOTHER_MANAGED_PACKAGE CANNOT_DEACTIVATE_DIVISION CANNOT_DELETE_LAST_DATED_CONVERSION_RATE CANNOT_DELETE_MANAGED_OBJECT
CANNOT_DISABLE_LAST_ADMIN CANNOT_EXECUTE_FLOW_TRIGGER CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY CANNOT_MODIFY_MANAGED_OBJECT CANNOT_RENAME_APEX_REFERENCED_FIELD
CANNOT_REPARENT_RECORD CANNOT_UPDATE_CONVERTED_LEAD CANT_DISABLE_CORP_CURRENCY CANT_UNSET_CORP_CURRENCY CHILD_SHARE_FAILS_PARENT CIRCULAR_DEPENDENCY
COMMUNITY_NOT_ACCESSIBLE CUSTOM_CLOB_FIELD_LIMIT_EXCEEDED CUSTOM_ENTITY_OR_FIELD_LIMIT CUSTOM_FIELD_INDEX_LIMIT_EXCEEDED CUSTOM_INDEX_EXISTS
CUSTOM_LINK_LIMIT_EXCEEDED CUSTOM_TAB_LIMIT_EXCEEDED DELETE_FAILED DELETE_REQUIRED_ON_CASCADE DEPENDENCY_EXISTS DUPLICATE_CASE_SOLUTION
DUPLICATE_COMM_NICKNAME DUPLICATE_CUSTOM_ENTITY_DEFINITION DUPLICATE_CUSTOM_TAB_MOTIF DUPLICATE_DEVELOPER_NAME DUPLICATE_EXTERNAL_ID
DUPLICATE_MASTER_LABEL DUPLICATE_SENDER_DISPLAY_NAME DUPLICATE_USERNAME DUPLICATE_VALUE DUPLICATES_DETECTED EMAIL_NOT_PROCESSED_DUE_TO_PRIOR_ERROR
EMPTY_SCONTROL_FILE_NAME ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE ENTITY_IS_ARCHIVED ENTITY_IS_DELETED ENTITY_IS_LOCKED ERROR_IN_MAILER FAILED_ACTIVATION
FIELD_CUSTOM_VALIDATION_EXCEPTION FIELD_FILTER_VALIDATION_EXCEPTION FIELD_INTEGRITY_EXCEPTION FILTERED_LOOKUP_LIMIT_EXCEEDED HTML_FILE_UPLOAD_NOT_ALLOWED
IMAGE_TOO_LARGE INACTIVE_OWNER_OR_USER INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY INSUFFICIENT_ACCESS_OR_READONLY INVALID_ACCESS_LEVEL
INVALID_ARGUMENT_TYPE INVALID_ASSIGNEE_TYPE INVALID_ASSIGNMENT_RULE INVALID_BATCH_OPERATION INVALID_CONTENT_TYPE INVALID_CREDIT_CARD_INFO
INVALID_CROSS_REFERENCE_KEY INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD INVALID_CURRENCY_CONV_RATE INVALID_CURRENCY_CORP_RATE INVALID_CURRENCY_ISO
INVALID_EMAIL_ADDRESS INVALID_EMPTY_KEY_OWNER INVALID_EVENT_SUBSCRIPTION INVALID_FIELD INVALID_FIELD_FOR_INSERT_UPDATE INVALID_FIELD_WHEN_USING_TEMPLATE
INVALID_FILTER_ACTION INVALID_ID_FIELD INVALID_INET_ADDRESS INVALID_LINEITEM_CLONE_STATE INVALID_MASTER_OR_TRANSLATED_SOLUTION INVALID_MESSAGE_ID_REFERENCE
INVALID_OPERATION INVALID_OPERATOR INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST INVALID_PARTNER_NETWORK_STATUS INVALID_PERSON_ACCOUNT_OPERATION
INVALID_READ_ONLY_USER_DML INVALID_SAVE_AS_ACTIVITY_FLAG INVALID_SESSION_ID INVALID_STATUS INVALID_TYPE INVALID_TYPE_FOR_OPERATION INVALID_TYPE_ON_FIELD_IN_RECORD
IP_RANGE_LIMIT_EXCEEDED LICENSE_LIMIT_EXCEEDED LIGHT_PORTAL_USER_EXCEPTION LIMIT_EXCEEDED LOCATION_EXCEEDS_LIMIT MALFORMED_ID MANAGER_NOT_DEFINED
MASSMAIL_RETRY_LIMIT_EXCEEDED MASS_MAIL_LIMIT_EXCEEDED MAXIMUM_CCEMAILS_EXCEEDED MAXIMUM_DASHBOARD_COMPONENTS_EXCEEDED MAXIMUM_HIERARCHY_LEVELS_REACHED
MAXIMUM_SIZE_OF_ATTACHMENT MAXIMUM_SIZE_OF_DOCUMENT MAX_ACTIONS_PER_RULE_EXCEEDED MAX_ACTIVE_RULES_EXCEEDED MAX_APPROVAL_STEPS_EXCEEDED
MAX_FORMULAS_PER_RULE_EXCEEDED MAX_RULES_EXCEEDED MAX_RULE_ENTRIES_EXCEEDED MAX_TASK_DESCRIPTION_EXCEEEDED MAX_TM_RULES_EXCEEDED
MAX_TM_RULE_ITEMS_EXCEEDED MERGE_FAILED MISSING_ARGUMENT MIXED_DML_OPERATION NONUNIQUE_SHIPPING_ADDRESS NO_APPLICABLE_PROCESS NO_ATTACHMENT_PERMISSION
NO_INACTIVE_DIVISION_MEMBERS NO_MASS_MAIL_PERMISSION NUMBER_OUTSIDE_VALID_RANGE NUM_HISTORY_FIELDS_BY_SOBJECT_EXCEEDED OPTED_OUT_OF_MASS_MAIL
PACKAGE_LICENSE_REQUIRED PLATFORM_EVENT_ENCRYPTION_ERROR PLATFORM_EVENT_PUBLISHING_UNAVAILABLE PLATFORM_EVENT_PUBLISH_FAILED PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT
PRIVATE_CONTACT_ON_ASSET RECORD_IN_USE_BY_WORKFLOW REQUEST_RUNNING_TOO_LONG REQUIRED_FIELD_MISSING SELF_REFERENCE_FROM_TRIGGER
SHARE_NEEDED_FOR_CHILD_OWNER SINGLE_EMAIL_LIMIT_EXCEEDED STANDARD_PRICE_NOT_DEFINED STORAGE_LIMIT_EXCEEDED STRING_TOO_LONG TABSET_LIMIT_EXCEEDED
TEMPLATE_NOT_ACTIVE TERRITORY_REALIGN_IN_PROGRESS TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET TOO_MANY_APEX_REQUESTS TOO_MANY_ENUM_VALUE TRANSFER_REQUIRES_READ
UNABLE_TO_LOCK_ROW UNAVAILABLE_RECORDTYPE_EXCEPTION UNDELETE_FAILED UNKNOWN_EXCEPTION UNSPECIFIED_EMAIL_ADDRESS UNSUPPORTED_APEX_TRIGGER_OPERATON
UNVERIFIED_SENDER_ADDRESS WEBLINK_SIZE_LIMIT_EXCEEDED WEBLINK_URL_INVALID WRONG_CONTROLLER_TYPE`;

const FIND = "'SELECT Name FROM Part__c WHERE Name = \\'a\\''";
const BOUND =
  "'SELECT Name FROM Part__c WHERE Name = :wanted', new Map<String, Object>{ 'wanted' => 'a' }, AccessLevel.USER_MODE";
const QUERIES: Readonly<Record<string, Shown | readonly Shown[]>> = {
  'static List<SObject> query(String)': [
    [`${A}return Database.query(${FIND}).size();`, '1'],
    [
      "String wanted = 'a'; Parts.make('a'); return Database.query('SELECT Name FROM Part__c WHERE Name = :wanted').size();",
      '1',
    ],
    [
      "return Database.query('SELECT Nowhere__c FROM Part__c');",
      "!System.QueryException: \nSELECT Nowhere__c FROM Part__c\n       ^\nERROR at Row:1:Column:8\nNo such column 'Nowhere__c' on entity 'Part__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    ],
  ],
  'static List<SObject> query(String,AccessLevel)': [
    `${A}return Database.query(${FIND}, AccessLevel.USER_MODE)[0].get('Name');`,
    'a',
  ],
  'static List<SObject> queryWithBinds(String,Map<String,Object>,AccessLevel)': [
    [`${A}return Database.queryWithBinds(${BOUND}).size();`, '1'],
    [
      "Parts.make(3); return Database.queryWithBinds('SELECT Id FROM Part__c WHERE Count__c IN :counts', new Map<String, Object>{ 'COUNTS' => new List<Integer>{ 0, 2 } }, AccessLevel.SYSTEM_MODE).size();",
      '2',
    ],
  ],
  'static Integer countQuery(String)': [
    `Parts.make(3); return Database.countQuery('SELECT COUNT() FROM Part__c');`,
    '3',
  ],
  'static Integer countQuery(String,AccessLevel)': [
    "Parts.make(3); return Database.countQuery('SELECT COUNT() FROM Part__c WHERE Count__c > 0', AccessLevel.USER_MODE);",
    '2',
  ],
  'static Integer countQueryWithBinds(String,Map<String,Object>,AccessLevel)': [
    "Parts.make(3); return Database.countQueryWithBinds('SELECT COUNT() FROM Part__c WHERE Count__c = :n', new Map<String, Object>{ 'n' => 1 }, AccessLevel.USER_MODE);",
    '1',
  ],
  'static Database.Cursor getCursor(String)': [
    "Parts.make(4); return Database.getCursor('SELECT Name FROM Part__c ORDER BY Name').fetch(1, 2).size();",
    '2',
  ],
  'static Database.Cursor getCursor(String,AccessLevel)': [
    "Parts.make(4); return Database.getCursor('SELECT Name FROM Part__c', AccessLevel.USER_MODE).getNumRecords();",
    '4',
  ],
  'static Database.Cursor getCursorWithBinds(String,Map<String,Object>,AccessLevel)': [
    `${A}return Database.getCursorWithBinds(${BOUND}).getNumRecords();`,
    '1',
  ],
  'static Database.QueryLocator getQueryLocator(String)': [
    `${A}return Database.getQueryLocator(${FIND}).iterator().next().get('Name');`,
    'a',
  ],
  'static Database.QueryLocator getQueryLocator(String,AccessLevel)': [
    `${A}return Database.getQueryLocator(${FIND}, AccessLevel.USER_MODE).iterator().hasNext();`,
    'true',
  ],
  'static Database.QueryLocator getQueryLocator(List<SObject>)': [
    `${A}return Database.getQueryLocator([SELECT Id, Name FROM Part__c]).iterator().next().get('Name');`,
    'a',
  ],
  'static Database.QueryLocator getQueryLocator(List<SObject>,AccessLevel)': [
    `${A}return Database.getQueryLocator([SELECT Id FROM Part__c], AccessLevel.SYSTEM_MODE).iterator().hasNext();`,
    'true',
  ],
  'static Database.QueryLocator getQueryLocatorWithBinds(String,Map<String,Object>,AccessLevel)': [
    `${A}return Database.getQueryLocatorWithBinds(${BOUND}).iterator().hasNext();`,
    'true',
  ],
  'static Savepoint setSavepoint()': [
    "Parts.make('a'); Savepoint s = Database.setSavepoint(); Parts.make('b'); Database.rollback(s); return Parts.names();",
    'a',
  ],
  'static void rollback(Savepoint)': [
    "Savepoint s = Database.setSavepoint(); Part__c p = Parts.make('b'); Database.rollback(s); return Parts.names() + (p.Id != null);",
    'true',
  ],
  'static void releaseSavepoint(Savepoint)': [
    "Savepoint s = Database.setSavepoint(); Database.releaseSavepoint(s); Database.rollback(s); return 'rolled back';",
    '!System.TypeException: Cannot roll back to a savepoint that was released',
  ],
  'static Id executeBatch(Object)': [
    "Parts.make(3); Test.startTest(); Id job = Database.executeBatch(new Job()); Test.stopTest(); return [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status + [SELECT Name FROM Part__c WHERE Name LIKE 'batched%'].Name;",
    'Completedbatched 3 true true',
  ],
  'static Id executeBatch(Object,Integer)': [
    'Parts.make(3); Test.startTest(); Id job = Database.executeBatch(new Job(), 5); Test.stopTest(); return [SELECT TotalJobItems FROM AsyncApexJob WHERE Id = :job].TotalJobItems;',
    '1',
  ],
};

function results(type: string, page: string, given: string, extra: Readonly<Record<string, Shown>> = {}): LibraryRow[] {
  return rowsOf(
    `Database.${type}`,
    page,
    {
      'List<Database.Error> getErrors()': ['r.getErrors().size()', '0'],
      'Id getId()': ['r.getId() != null', 'true'],
      'Boolean isSuccess()': ['r.isSuccess()', 'true'],
      ...extra,
    },
    given,
  );
}

const header = (name: string, properties: Readonly<Record<string, Shown>>): LibraryRow[] => {
  const type = `Database.DMLOptions.${name}`;
  return rowsOf(type, reference('apex_methods_system_database_dmloptions'), {
    'new()': [`new ${type}() != null`, 'true'],
    ...Object.fromEntries(
      Object.entries(properties).map(([key, [value, expected]]) => {
        const property = key.split(' ').at(-1)!;
        return [key, [`${type} h = new ${type}(); h.${property} = ${value}; return h.${property};`, expected] as const];
      }),
    ),
  });
};

const CONVERT_PAGE = reference('apex_dml_convertLead');
const accessor = (
  type: string,
  getter: string,
  setter: string,
  value: string,
  expected: string,
): Record<string, Shown> => {
  const apex = `Database.LeadConvert c = new Database.LeadConvert(); c.${setter}(${value}); return c.${getter}();`;
  return { [`${type} ${getter}()`]: [apex, expected], [`void ${setter}(${type})`]: [apex, expected] };
};
const ACCOUNT = "'001xa000003DIloAAG'";
const CONVERTED = `${LEAD}Database.LeadConvertResult r = Database.convertLead(c); `;

export const DATABASE: readonly LibraryRow[] = [
  ...rowsOf('Database', PAGE, { ...QUERIES, ...DML, ...MERGES, ...CONVERSIONS }),
  ...rowsOf('Savepoint', PAGE, { marker: ['Savepoint s = Database.setSavepoint(); return s != null;', 'true'] }),
  ...rowsOf('Database.Cursor', reference('apex_class_Database_Cursor'), {
    'List<SObject> fetch(Integer,Integer)': [
      "Parts.make(4); List<SObject> l = Database.getCursor('SELECT Name FROM Part__c ORDER BY Name').fetch(3, 5); return l.size() + (String) l[0].get('Name');",
      '1p3',
    ],
    'Integer getNumRecords()': ["Database.getCursor('SELECT Id FROM Part__c').getNumRecords()", '0'],
  }),
  ...rowsOf('Database.QueryLocator', reference('apex_methods_system_database_batch'), {
    'String getQuery()': ["Database.getQueryLocator('SELECT Id FROM Part__c').getQuery()", 'SELECT Id FROM Part__c'],
    'Database.QueryLocatorIterator iterator()': [
      "Parts.make(2); Integer n = 0; Database.QueryLocatorIterator i = Database.getQueryLocator('SELECT Id FROM Part__c').iterator(); while (i.hasNext()) { i.next(); n++; } return n;",
      '2',
    ],
  }),
  ...rowsOf('Database.QueryLocatorIterator', reference('apex_methods_system_database_batch'), {
    'Boolean hasNext()': ["Database.getQueryLocator('SELECT Id FROM Part__c').iterator().hasNext()", 'false'],
    'SObject next()': [
      "Parts.make('a'); return Database.getQueryLocator('SELECT Name FROM Part__c').iterator().next().get('Name');",
      'a',
    ],
  }),
  ...results(
    'SaveResult',
    reference('apex_methods_system_database_saveresult'),
    "Database.SaveResult r = Database.insert(new Part__c(Name = 'a')); ",
  ),
  ...results(
    'DeleteResult',
    reference('apex_methods_system_database_deleteresult'),
    "Database.DeleteResult r = Database.delete(Parts.make('a')); ",
  ),
  ...results(
    'UndeleteResult',
    reference('apex_methods_system_database_undeleteresult'),
    "Part__c p = Parts.make('a'); delete p; Database.UndeleteResult r = Database.undelete(p); ",
  ),
  ...results(
    'UpsertResult',
    reference('apex_methods_system_database_upsertresult'),
    "Database.UpsertResult r = Database.upsert(new Part__c(Name = 'a')); ",
    {
      'Boolean isCreated()': ['r.isCreated()', 'true'],
    },
  ),
  ...results(
    'MergeResult',
    reference('apex_class_Database_MergeResult'),
    `${TWO}Database.MergeResult r = Database.merge(a, b); `,
    {
      'List<String> getMergedRecordIds()': ['r.getMergedRecordIds()[0] == b.Id', 'true'],
      'List<String> getUpdatedRelatedIds()': ['r.getUpdatedRelatedIds().size()', '0'],
    },
  ),
  ...rowsOf(
    'Database.LeadConvertResult',
    reference('apex_methods_system_database_leadconvertresult'),
    {
      'List<Database.Error> getErrors()': ['r.getErrors().size()', '0'],
      'Boolean isSuccess()': ['r.isSuccess()', 'true'],
      'Id getLeadId()': ['r.getLeadId() == l.Id', 'true'],
      'Id getAccountId()': ['[SELECT Name FROM Account WHERE Id = :r.getAccountId()].Name', 'Acme'],
      'Id getContactId()': ['[SELECT LastName FROM Contact WHERE Id = :r.getContactId()].LastName', 'Doe'],
      'Id getOpportunityId()': ['r.getOpportunityId() != null', 'true'],
    },
    CONVERTED,
  ),
  ...rowsOf(
    'Database.Error',
    reference('apex_methods_system_database_error'),
    {
      'List<String> getFields()': ['e.getFields()', '(Count__c)'],
      'String getMessage()': ['e.getMessage()', 'no count'],
      'StatusCode getStatusCode()': ['e.getStatusCode()', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
    },
    "Database.Error e = Database.insert(new Part__c(Name = 'bad field'), false).getErrors()[0]; ",
  ),
  ...rowsOf('Database.DMLOptions', reference('apex_methods_system_database_dmloptions'), {
    'new()': ['new Database.DMLOptions().optAllOrNone', 'null'],
    'Boolean allowFieldTruncation': [
      'Database.DMLOptions o = new Database.DMLOptions(); o.allowFieldTruncation = true; return o.allowFieldTruncation;',
      'true',
    ],
    'Boolean optAllOrNone': [
      "Database.DMLOptions o = new Database.DMLOptions(); o.optAllOrNone = false; return o.optAllOrNone + '' + Database.insert(new Part__c(Name = 'bad'), o).isSuccess();",
      'falsefalse',
    ],
    'String localeOptions': [
      "Database.DMLOptions o = new Database.DMLOptions(); o.localeOptions = 'de_DE'; return o.localeOptions;",
      'de_DE',
    ],
    'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader': [
      'Database.DMLOptions o = new Database.DMLOptions(); o.assignmentRuleHeader = new Database.DMLOptions.AssignmentRuleHeader(); o.assignmentRuleHeader.useDefaultRule = true; return o.assignmentRuleHeader.useDefaultRule;',
      'true',
    ],
    'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader': [
      'Database.DMLOptions o = new Database.DMLOptions(); o.duplicateRuleHeader = new Database.DMLOptions.DuplicateRuleHeader(); o.duplicateRuleHeader.allowSave = true; return o.duplicateRuleHeader.allowSave;',
      'true',
    ],
    'Database.DMLOptions.EmailHeader emailHeader': [
      'Database.DMLOptions o = new Database.DMLOptions(); o.emailHeader = new Database.DMLOptions.EmailHeader(); o.emailHeader.triggerUserEmail = true; return o.emailHeader.triggerUserEmail;',
      'true',
    ],
  }),
  ...header('AssignmentRuleHeader', {
    'Id assignmentRuleId': ["'01Q000000000001EAA'", '01Q000000000001EAA'],
    'Boolean useDefaultRule': ['true', 'true'],
  }),
  ...header('DuplicateRuleHeader', {
    'Boolean allowSave': ['true', 'true'],
    'Boolean runAsCurrentUser': ['true', 'true'],
  }),
  ...header('EmailHeader', {
    'Boolean triggerAutoResponseEmail': ['true', 'true'],
    'Boolean triggerOtherEmail': ['true', 'true'],
    'Boolean triggerUserEmail': ['true', 'true'],
  }),
  ...rowsOf('Database.LeadConvert', CONVERT_PAGE, {
    'new()': ['new Database.LeadConvert().isDoNotCreateOpportunity()', 'false'],
    ...accessor('Id', 'getLeadId', 'setLeadId', "'00Qxa000003DIloEAG'", '00Qxa000003DIloEAG'),
    ...accessor('Id', 'getAccountId', 'setAccountId', ACCOUNT, '001xa000003DIloAAG'),
    ...accessor('Id', 'getContactId', 'setContactId', "'003xa000003DIloAAG'", '003xa000003DIloAAG'),
    ...accessor('Id', 'getOpportunityId', 'setOpportunityId', "'006xa000003DIloAAG'", '006xa000003DIloAAG'),
    ...accessor('String', 'getOpportunityName', 'setOpportunityName', "'deal'", 'deal'),
    ...accessor('Id', 'getOwnerId', 'setOwnerId', "'005xa000003DIloAAG'", '005xa000003DIloAAG'),
    ...accessor('String', 'getConvertedStatus', 'setConvertedStatus', "'done'", 'done'),
    ...accessor('Boolean', 'isDoNotCreateOpportunity', 'setDoNotCreateOpportunity', 'true', 'true'),
    ...accessor('Boolean', 'isOverWriteLeadSource', 'setOverwriteLeadSource', 'true', 'true'),
    ...accessor('Boolean', 'isSendNotificationEmail', 'setSendNotificationEmail', 'true', 'true'),
  }),
  ...rowsOf('Search', reference('apex_methods_system_search'), {
    'static List<List<SObject>> query(String)': [
      [
        "Part__c p = Parts.make('needle'); Test.setFixedSearchResults(new List<Id>{ p.Id }); return Search.query('FIND \\'anything\\' RETURNING Part__c(Name)')[0][0].get('Name');",
        'needle',
      ],
      ["Parts.make('needle'); return Search.query('FIND {needle} RETURNING Part__c(Name)')[0].size();", '0'],
    ],
    'static List<List<SObject>> query(String,AccessLevel)': [
      "Part__c p = Parts.make('needle'); Test.setFixedSearchResults(new List<Id>{ p.Id }); return Search.query('FIND \\'any\\' RETURNING Part__c(Name WHERE Count__c = 2), Account', AccessLevel.USER_MODE);",
      '((), ())',
    ],
  }),
  ...enumRow(
    'StatusCode',
    'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm',
    STATUS_CODES,
  ),
];
