/** System, Test, jobs, users, limits. */
import type { LibraryRow, Shown } from './rows.ts';
import { enumRow, reference, rowsOf } from './rows.ts';

const RAN = '[SELECT Name FROM Part__c ORDER BY Name][0].Name';
const run = (statement: string, expected: string): Shown => [
  `Test.startTest(); ${statement}; Test.stopTest(); return ${RAN};`,
  expected,
];
const SYSTEM_PAGE = reference('apex_methods_system_system');

const SYSTEM = rowsOf('System', SYSTEM_PAGE, {
  'static Datetime now()': ['System.now() == Datetime.now()', 'true'],
  'static Date today()': ['System.today() == Date.today()', 'true'],
  'static Long currentTimeMillis()': ['System.currentTimeMillis()', '1773583509007'],
  'static void debug(Object)': ["System.debug('x'); return 'ok';", 'ok'],
  'static void debug(LoggingLevel,Object)': ["System.debug(LoggingLevel.WARN, 'x'); return 'ok';", 'ok'],
  'static Boolean equals(Object,Object)': ["System.equals('a', 'a') + '' + System.equals('a', 'A')", 'truefalse'],
  'static Integer hashCode(Object)': ["System.hashCode('abc') == 'abc'.hashCode()", 'true'],
  'static Id enqueueJob(Object)': run('System.enqueueJob(new Job())', 'queued true'),
  'static Id enqueueJob(Object,Integer)': run('System.enqueueJob(new Job(), 5)', 'queued true'),
  'static Id enqueueJob(Object,AsyncOptions)': run(
    'AsyncOptions o = new AsyncOptions(); o.MaximumQueueableStackDepth = 3; System.enqueueJob(new ChainJob(), o)',
    '1 3 true true',
  ),
  'static String schedule(String,String,Object)': [
    run("System.schedule('nightly', '0 0 1 * * ?', new Job())", 'scheduled true'),
    [
      "Id job = System.schedule('nightly', '0 0 1 * * ?', new Job()); return [SELECT CronExpression FROM CronTrigger WHERE Id = :job].CronExpression;",
      '0 0 1 * * ?',
    ],
  ],
  'static String scheduleBatch(Object,String,Integer)': [
    "Id job = System.scheduleBatch(new Job(), 'once', 5); return [SELECT State FROM CronTrigger WHERE Id = :job].State;",
    'WAITING',
  ],
  'static String scheduleBatch(Object,String,Integer,Integer)': [
    "System.scheduleBatch(new Job(), 'once', 5, 10) != null",
    'true',
  ],
  'static void abortJob(String)': [
    "Id job = System.schedule('nightly', '0 0 1 * * ?', new Job()); System.abortJob(job); return [SELECT COUNT() FROM CronTrigger WHERE Id = :job];",
    '0',
  ],
  'static void attachFinalizer(Object)': [
    run('System.enqueueJob(new Ender(false))', 'SUCCESS none true true'),
    [
      'System.attachFinalizer(new Ender(false)); return 1;',
      '!System.AsyncException: System.attachFinalizer can only be called from a queueable job',
    ],
  ],
  'static Boolean isBatch()': run('Database.executeBatch(new Modes())', 'batch truefalsefalsefalse BATCH_APEX'),
  'static Boolean isFuture()': run('Modes.later()', 'future falsetruefalsefalse FUTURE'),
  'static Boolean isQueueable()': run('System.enqueueJob(new Modes())', 'queueable falsefalsetruefalse QUEUEABLE'),
  'static Boolean isScheduled()': run(
    "System.schedule('m', '0 0 1 * * ?', new Modes())",
    'scheduled falsefalsefalsetrue SCHEDULED',
  ),
  'static Boolean isFunctionCallback()': ['System.isFunctionCallback()', 'false'],
  'static Boolean isRunningElasticCompute()': ['System.isRunningElasticCompute()', 'false'],
  'static ApplicationReadWriteMode getApplicationReadWriteMode()': ['System.getApplicationReadWriteMode()', 'DEFAULT'],
  'static PageReference currentPageReference()': [
    "Test.setCurrentPage(new PageReference('/x')); return System.currentPageReference().getUrl();",
    '/x',
  ],
  'static String getQuiddityShortCode(Quiddity)': [
    'System.getQuiddityShortCode(Quiddity.BATCH_APEX) + System.getQuiddityShortCode(Quiddity.ANONYMOUS)',
    'BX',
  ],
});

const VERSION = rowsOf('Version', reference('apex_class_System_Version'), {
  'new(Integer,Integer)': ['new Version(2, 1)', '2.1'],
  'new(Integer,Integer,Integer)': ['new Version(2, 1, 5)', '2.1.5'],
  'Integer compareTo(Version)': [
    "new Version(1, 0).compareTo(new Version(1, 1)) + ' ' + new Version(2, 0).compareTo(new Version(1, 9))",
    '-1 1',
  ],
  'Integer major()': ['new Version(2, 1).major()', '2'],
  'Integer minor()': ['new Version(2, 1).minor()', '1'],
  'Integer patch()': ["new Version(2, 1, 5).patch() + ' ' + new Version(2, 1).patch()", '5 null'],
  'String toString()': ['new Version(1, 2).toString()', '1.2'],
});

const TEST = rowsOf('Test', reference('apex_methods_system_test'), {
  'static void startTest()': [
    'List<Part__c> l = [SELECT Id FROM Part__c]; Test.startTest(); return Limits.getQueries();',
    '0',
  ],
  'static void stopTest()': [
    'List<Part__c> l = [SELECT Id FROM Part__c]; Test.startTest(); Test.stopTest(); return Limits.getQueries();',
    '1',
  ],
  'static Boolean isRunningTest()': ['Test.isRunningTest()', 'true'],
  'static void setMock(Type,Object)': [
    "Test.setMock(HttpCalloutMock.class, new Answer()); HttpRequest q = new HttpRequest(); q.setEndpoint('https://a.example'); q.setMethod('GET'); return new Http().send(q).getStatusCode();",
    '201',
  ],
  'static Object createStub(Type,StubProvider)': [
    "Recorder r = new Recorder(); Point p = (Point) Test.createStub(Point.class, r); return p.name('x') + ' ' + r.seen;",
    'stubbed name String (String) (before) (x)',
  ],
  'static void setCurrentPage(PageReference)': [
    "Test.setCurrentPage(new PageReference('/apex/p?id=5')); return ApexPages.currentPage().getParameters().get('id');",
    '5',
  ],
  'static void setCurrentPageReference(PageReference)': [
    "Test.setCurrentPageReference(new PageReference('/apex/p?id=5')); return ApexPages.currentPage().getParameters().get('id');",
    '5',
  ],
  'static void setFixedSearchResults(List<Id>)': [
    "Part__c p = Parts.make('needle'); Test.setFixedSearchResults(new List<Id>{ p.Id }); List<List<SObject>> found = [FIND 'other' IN ALL FIELDS RETURNING Part__c(Id, Name)]; return found[0].size();",
    '1',
  ],
  'static void testInstall(InstallHandler,Version)': [
    'Test.testInstall(new Script(), null); return Script.seen;',
    'null falsefalsetruetrue',
  ],
  'static void testInstall(InstallHandler,Version,Boolean)': [
    'Test.testInstall(new Script(), new Version(1, 0), true); return Script.seen;',
    '1.0 truetruetruetrue',
  ],
  'static void testUninstall(UninstallHandler)': [
    'Test.testUninstall(new Script()); return Script.seen;',
    'gone truetrue',
  ],
  'static Id getStandardPricebookId()': ['String.valueOf(Test.getStandardPricebookId()).left(3)', '01s'],
  'static void enableChangeDataCapture()': ["Test.enableChangeDataCapture(); return 'ok';", 'ok'],
  'static EventBus.TestBroker getEventBus()': [
    "EventBus.publish(new Signal__e(Text__c = 'x')); Test.getEventBus().deliver(); return Parts.names();",
    'signal x 0',
  ],
  'static void setCreatedDate(Id,Datetime)': [
    "Part__c p = Parts.make('a'); Test.setCreatedDate(p.Id, Datetime.newInstanceGmt(2020, 1, 2)); return [SELECT CreatedDate FROM Part__c].CreatedDate;",
    '2020-01-02 00:00:00',
  ],
});

const INSTALL_PAGE = reference('apex_interface_System_InstallHandler');
const INSTALLED: Shown = [
  'Test.testInstall(new Script(), new Version(1, 0), true); return Script.seen;',
  '1.0 truetruetruetrue',
];
const UNINSTALLED: Shown = ['Test.testUninstall(new Script()); return Script.seen;', 'gone truetrue'];

const CONTEXT = 'FakeContext c = new FakeContext(); ';
const QUEUEABLE_PAGE = reference('apex_class_System_Queueable');
const FINALIZER_PAGE = reference('apex_interface_System_Finalizer');
const BATCH_PAGE = reference('apex_interface_database_batchable');
const FAILED_JOB: Shown = [
  `Test.startTest(); System.enqueueJob(new Ender(true)); try { Test.stopTest(); } catch (Exception e) { return ${RAN} + ' ' + e.getMessage(); } return null;`,
  'UNHANDLED_EXCEPTION job failed true true job failed',
];

const JOBS: readonly LibraryRow[] = [
  ...rowsOf('Queueable', QUEUEABLE_PAGE, {
    'abstract void execute(QueueableContext)': run('System.enqueueJob(new Job())', 'queued true'),
  }),
  ...rowsOf('QueueableContext', QUEUEABLE_PAGE, {
    'Id getJobId()': run('System.enqueueJob(new Job())', 'queued true'),
    'abstract Id getJobId()': [`${CONTEXT}QueueableContext q = c; return q.getJobId();`, '707000000000001AAA'],
  }),
  ...rowsOf('Schedulable', reference('apex_interface_system_schedulable'), {
    'abstract void execute(SchedulableContext)': run(
      "System.schedule('n', '0 0 1 * * ?', new Job())",
      'scheduled true',
    ),
  }),
  ...rowsOf('SchedulableContext', reference('apex_interface_system_schedulable'), {
    'Id getTriggerId()': run("System.schedule('n', '0 0 1 * * ?', new Job())", 'scheduled true'),
    'abstract Id getTriggerId()': [
      `${CONTEXT}SchedulableContext s = c; return s.getTriggerId();`,
      '08e000000000001AAA',
    ],
  }),
  ...rowsOf('Finalizer', FINALIZER_PAGE, {
    'abstract void execute(FinalizerContext)': run('System.enqueueJob(new Ender(false))', 'SUCCESS none true true'),
  }),
  ...rowsOf('FinalizerContext', FINALIZER_PAGE, {
    'Id getAsyncApexJobId()': FAILED_JOB,
    'Exception getException()': FAILED_JOB,
    'String getRequestId()': FAILED_JOB,
    'ParentJobResult getResult()': FAILED_JOB,
    'abstract Id getAsyncApexJobId()': [
      `${CONTEXT}FinalizerContext f = c; return f.getAsyncApexJobId();`,
      '707000000000001AAA',
    ],
    'abstract Exception getException()': [
      `${CONTEXT}FinalizerContext f = c; return f.getException().getMessage();`,
      'told',
    ],
    'abstract String getRequestId()': [`${CONTEXT}FinalizerContext f = c; return f.getRequestId();`, 'request'],
    'abstract ParentJobResult getResult()': [
      `${CONTEXT}FinalizerContext f = c; return f.getResult();`,
      'UNHANDLED_EXCEPTION',
    ],
  }),
  ...enumRow('ParentJobResult', reference('apex_enum_System_ParentJobResult'), 'SUCCESS UNHANDLED_EXCEPTION'),
  ...rowsOf('Database.Batchable', BATCH_PAGE, {
    'abstract void execute(Database.BatchableContext,List<T>)': run(
      'Database.executeBatch(new Modes())',
      'batch truefalsefalsefalse BATCH_APEX',
    ),
    'abstract void finish(Database.BatchableContext)': run('Database.executeBatch(new Job())', 'batched 0 true true'),
  }),
  ...rowsOf('Database.BatchableContext', BATCH_PAGE, {
    'Id getJobId()': run('Database.executeBatch(new Job())', 'batched 0 true true'),
    'Id getChildJobId()': run('Database.executeBatch(new Job())', 'batched 0 true true'),
    'abstract Id getJobId()': [`${CONTEXT}Database.BatchableContext b = c; return b.getJobId();`, '707000000000001AAA'],
    'abstract Id getChildJobId()': [
      `${CONTEXT}Database.BatchableContext b = c; return b.getChildJobId();`,
      '707000000000001AAA',
    ],
  }),
  ...rowsOf('Database.Stateful', BATCH_PAGE, {
    marker: [
      "Parts.make(3); Test.startTest(); Database.executeBatch(new Job(), 200); Test.stopTest(); return [SELECT Name FROM Part__c WHERE Name LIKE 'batched%'].Name;",
      'batched 3 true true',
    ],
  }),
  ...rowsOf('Database.AllowsCallouts', BATCH_PAGE, {
    marker: ['((Object) new Job()) instanceof Database.AllowsCallouts', 'true'],
  }),
  ...rowsOf('Database.RaisesPlatformEvents', BATCH_PAGE, {
    marker: ['((Object) new Job()) instanceof Database.RaisesPlatformEvents', 'true'],
  }),
  ...rowsOf('AsyncOptions', reference('apex_class_System_AsyncOptions'), {
    'new()': ['new AsyncOptions().MaximumQueueableStackDepth', 'null'],
    'Integer MinimumQueueableDelayInMinutes': [
      'AsyncOptions o = new AsyncOptions(); o.MinimumQueueableDelayInMinutes = 2; return o.MinimumQueueableDelayInMinutes;',
      '2',
    ],
    'Integer MaximumQueueableStackDepth': [
      'AsyncOptions o = new AsyncOptions(); o.MaximumQueueableStackDepth = 2; return o.MaximumQueueableStackDepth;',
      '2',
    ],
    'QueueableDuplicateSignature DuplicateSignature': [
      "AsyncOptions o = new AsyncOptions(); o.DuplicateSignature = QueueableDuplicateSignature.builder().addString('a').build(); System.enqueueJob(new Job(), o); try { System.enqueueJob(new Job(), o); } catch (DuplicateMessageException e) { return e.getTypeName() + (o.DuplicateSignature != null); } return null;",
      'System.DuplicateMessageExceptiontrue',
    ],
  }),
  ...rowsOf('AsyncInfo', reference('apex_class_System_AsyncInfo'), {
    'static Integer getCurrentQueueableStackDepth()': run(
      'AsyncOptions o = new AsyncOptions(); o.MaximumQueueableStackDepth = 3; System.enqueueJob(new ChainJob(), o)',
      '1 3 true true',
    ),
    'static Integer getMaximumQueueableStackDepth()': run(
      'AsyncOptions o = new AsyncOptions(); o.MaximumQueueableStackDepth = 5; System.enqueueJob(new ChainJob(), o)',
      '1 5 true true',
    ),
    'static Boolean hasMaxStackDepth()': run('System.enqueueJob(new ChainJob())', '1 null false true'),
  }),
  ...rowsOf('QueueableDuplicateSignature', reference('apex_class_System_QueueableDuplicateSignature'), {
    'static QueueableDuplicateSignature.Builder builder()': [
      "QueueableDuplicateSignature.builder().addString('a').build() != null",
      'true',
    ],
    'String toString()': [
      "QueueableDuplicateSignature.builder().addString('a').addInteger(1).build().toString()",
      'a-1',
    ],
  }),
  ...rowsOf('QueueableDuplicateSignature.Builder', reference('apex_class_System_QueueableDuplicateSignature_Builder'), {
    'new()': ["new QueueableDuplicateSignature.Builder().addString('b').build().toString()", 'b'],
    'QueueableDuplicateSignature.Builder addId(Id)': [
      'QueueableDuplicateSignature.builder().addId(UserInfo.getUserId()).build().toString() == UserInfo.getUserId()',
      'true',
    ],
    'QueueableDuplicateSignature.Builder addInteger(Integer)': [
      'QueueableDuplicateSignature.builder().addInteger(7).build().toString()',
      '7',
    ],
    'QueueableDuplicateSignature.Builder addString(String)': [
      "QueueableDuplicateSignature.builder().addString('s').build().toString()",
      's',
    ],
    'QueueableDuplicateSignature build()': [
      "QueueableDuplicateSignature.builder().addString('s').addString('t').build().toString()",
      's-t',
    ],
  }),
  ...rowsOf('Request', reference('apex_class_System_Request'), {
    'static Request getCurrent()': [
      'Request.getCurrent().getRequestId() == Request.getCurrent().getRequestId()',
      'true',
    ],
    'Quiddity getQuiddity()': ['Request.getCurrent().getQuiddity()', 'RUNTEST_SYNC'],
    'String getRequestId()': ['Request.getCurrent().getRequestId().length()', '22'],
  }),
  ...enumRow(
    'Quiddity',
    reference('apex_enum_System_Quiddity'),
    'ANONYMOUS AURA BATCH_ACS BATCH_APEX BATCH_CHUNK_PARALLEL BATCH_CHUNK_SERIAL BULK_API COMMERCE_INTEGRATION DISCOVERABLE_LOGIN EXTERNAL_SERVICE_CALLBACK FUNCTION_CALLBACK FUTURE INBOUND_EMAIL_SERVICE INVOCABLE_ACTION IOT PLATFORM_EVENT_PUBLISH_CALLBACK POST_INSTALL_SCRIPT QUEUEABLE QUICK_ACTION REMOTE_ACTION REST RUNTEST_ASYNC RUNTEST_DEPLOY RUNTEST_SYNC RUN_INTEGRATION_TESTS SCHEDULED SOAP SYNCHRONOUS TRANSACTION_FINALIZER_QUEUEABLE UNDEFINED VF',
  ),
];

const USER_INFO = rowsOf('UserInfo', reference('apex_methods_system_userinfo'), {
  'static String getUserId()': [
    "UserInfo.getUserId() == [SELECT Id FROM User WHERE Username = 'admin@library.example'].Id",
    'true',
  ],
  'static String getUserName()': ['UserInfo.getUserName()', 'admin@library.example'],
  'static String getUserEmail()': ['UserInfo.getUserEmail()', 'admin@library.example'],
  'static String getFirstName()': ['UserInfo.getFirstName()', 'Ada'],
  'static String getLastName()': [
    "String n; System.runAs(Parts.user('Reader')) { n = UserInfo.getLastName(); } return n + UserInfo.getLastName();",
    'ReaderAdmin',
  ],
  'static String getName()': ['UserInfo.getName()', 'Ada Admin'],
  'static String getProfileId()': [
    "UserInfo.getProfileId() == [SELECT Id FROM Profile WHERE Name = 'System Administrator'].Id",
    'true',
  ],
  'static String getUserRoleId()': ['UserInfo.getUserRoleId()', 'null'],
  'static String getUserType()': ['UserInfo.getUserType()', 'Standard'],
  'static String getLanguage()': ['UserInfo.getLanguage()', 'en_US'],
  'static String getLocale()': ['UserInfo.getLocale()', 'en_US'],
  'static String getDefaultCurrency()': ['UserInfo.getDefaultCurrency()', 'USD'],
  'static String getOrganizationId()': ['UserInfo.getOrganizationId()', '00D000000000001EAA'],
  'static String getOrganizationName()': ['UserInfo.getOrganizationName()', 'Library'],
  'static TimeZone getTimeZone()': ['UserInfo.getTimeZone()', 'America/New_York'],
  'static String getUiTheme()': ['UserInfo.getUiTheme()', 'Theme4d'],
  'static String getUiThemeDisplayed()': ['UserInfo.getUiThemeDisplayed()', 'Theme4d'],
  'static Boolean isMultiCurrencyOrganization()': ['UserInfo.isMultiCurrencyOrganization()', 'false'],
  'static String getSessionId()': ['UserInfo.getSessionId()', 'null'],
  'static Boolean hasPackageLicense(Id)': ["UserInfo.hasPackageLicense('033000000000001AAA')", 'true'],
  'static Boolean isCurrentUserLicensed(String)': [
    "UserInfo.isCurrentUserLicensed('other')",
    '!System.TypeException: Invalid namespace prefix: other',
  ],
  'static Boolean isCurrentUserLicensedForPackage(Id)': [
    "UserInfo.isCurrentUserLicensedForPackage('033000000000001AAA')",
    'true',
  ],
});

/** `[statements that use it up, how much is used, the limit of a synchronous transaction]`. */
const LIMITS: Readonly<Record<string, readonly [use: string, used: string, limit: string]>> = {
  ApexCursorRows: ['', '0', '50000000'],
  AsyncCalls: ['', '0', '200'],
  ChildRelationshipsDescribes: ['', '0', '100'],
  FetchCallsOnApexCursor: ['', '0', '10'],
  PicklistDescribes: ['', '0', '100'],
  RecordTypesDescribes: ['', '0', '100'],
  RunAs: ['', '0', '20'],
  ScriptStatements: ['', '0', '200000'],
  AggregateQueries: ['List<AggregateResult> l = [SELECT COUNT(Id) FROM Part__c];', '1', '300'],
  Callouts: ['', '0', '100'],
  CpuTime: ['', 'some', '10000'],
  DMLRows: ['Parts.make(3);', '3', '10000'],
  DMLStatements: ["Parts.make('a'); Parts.make('b');", '2', '150'],
  EmailInvocations: [
    "Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); m.setToAddresses(new List<String>{ 'a@b.example' }); Messaging.sendEmail(new List<Messaging.Email>{ m });",
    '1',
    '10',
  ],
  FieldsDescribes: ['', '0', '100'],
  FindSimilarCalls: ['', '0', '10'],
  FutureCalls: ['Modes.later();', '1', '50'],
  HeapSize: ['', 'some', '6000000'],
  MobilePushApexCalls: ['', '0', '10'],
  PublishImmediateDML: ['', '0', '150'],
  Queries: ['List<Part__c> l = [SELECT Id FROM Part__c];', '1', '100'],
  QueryLocatorRows: [
    "Parts.make(2); Database.QueryLocator q = Database.getQueryLocator('SELECT Id FROM Part__c');",
    '2',
    '10000',
  ],
  QueryRows: ['Parts.make(4); List<Part__c> l = [SELECT Id FROM Part__c];', '4', '50000'],
  QueueableJobs: ['System.enqueueJob(new Job());', '1', '50'],
  SoslQueries: ["List<List<SObject>> l = [FIND 'xyz' RETURNING Part__c];", '1', '20'],
};

const LIMIT_ROWS = Object.entries(LIMITS).flatMap(([name, [use, used, limit]]) =>
  rowsOf('Limits', reference('apex_methods_system_limits'), {
    [`static Integer get${name}()`]:
      used === 'some' ? [`Limits.get${name}() >= 0`, 'true'] : [`${use} return Limits.get${name}();`, used],
    [`static Integer getLimit${name}()`]: [`Limits.getLimit${name}()`, limit],
  }),
);

export const PLATFORM: readonly LibraryRow[] = [
  ...SYSTEM,
  ...VERSION,
  ...enumRow('ApplicationReadWriteMode', SYSTEM_PAGE, 'DEFAULT READ_ONLY'),
  ...enumRow(
    'LoggingLevel',
    reference('apex_enum_System_LoggingLevel'),
    'NONE ERROR WARN INFO DEBUG FINE FINER FINEST INTERNAL',
  ),
  ...enumRow(
    'TriggerOperation',
    reference('apex_enum_System_TriggerOperation'),
    'BEFORE_INSERT BEFORE_UPDATE BEFORE_DELETE AFTER_INSERT AFTER_UPDATE AFTER_DELETE AFTER_UNDELETE',
  ),
  ...TEST,
  ...rowsOf('StubProvider', reference('apex_interface_System_StubProvider'), {
    'abstract Object handleMethodCall(Object,String,Type,List<Type>,List<String>,List<Object>)': [
      "Recorder r = new Recorder(); Point p = (Point) Test.createStub(Point.class, r); p.name('y'); return r.seen;",
      'name String (String) (before) (y)',
    ],
  }),
  ...rowsOf('InstallHandler', INSTALL_PAGE, {
    'abstract void onInstall(InstallContext)': [
      'Test.testInstall(new Script(), null); return Script.seen;',
      'null falsefalsetruetrue',
    ],
  }),
  ...rowsOf('UninstallHandler', INSTALL_PAGE, {
    'abstract void onUninstall(UninstallContext)': [
      'Test.testUninstall(new Script()); return Script.seen;',
      'gone truetrue',
    ],
  }),
  ...rowsOf('InstallContext', INSTALL_PAGE, {
    'String organizationId()': INSTALLED,
    'String installerId()': INSTALLED,
    'Version previousVersion()': INSTALLED,
    'Boolean isUpgrade()': INSTALLED,
    'Boolean isPush()': INSTALLED,
  }),
  ...rowsOf('UninstallContext', INSTALL_PAGE, {
    'String organizationId()': UNINSTALLED,
    'String uninstallerId()': UNINSTALLED,
  }),
  ...JOBS,
  ...USER_INFO,
  ...rowsOf('FeatureManagement', reference('apex_class_System_FeatureManagement'), {
    'static Boolean checkPermission(String)': [
      "Boolean may; System.runAs(Parts.user('Writer')) { may = FeatureManagement.checkPermission('May_Do'); } Boolean other; System.runAs(Parts.user('Reader')) { other = FeatureManagement.checkPermission('May_Do'); } return may + '' + other;",
      'truefalse',
    ],
  }),
  ...LIMIT_ROWS,
];
