/** Legal code in which a checker that knows the platform in part would see errors: one small project each. */
export interface LegalCode {
  readonly name: string;
  /** Files by path below the package directory. */
  readonly files: Readonly<Record<string, string>>;
  readonly namespace?: string;
}

function legalClass(name: string, text: string, files: Readonly<Record<string, string>> = {}): LegalCode {
  return { name, files: { 'classes/Sample.cls': text, ...files } };
}

/** Statements in a method of a class. */
function statements(name: string, ...lines: readonly string[]): LegalCode {
  return legalClass(name, `public with sharing class Sample {\n  public void run() {\n${lines.join('\n')}\n  }\n}`);
}

export const LEGAL_CODE: readonly LegalCode[] = [
  statements(
    'every DML method with an access level',
    'Thing__c one = new Thing__c();',
    'Database.SaveResult saved = Database.insert(one, false, AccessLevel.USER_MODE);',
    'List<Database.SaveResult> all = Database.update(new List<Thing__c>{ one }, AccessLevel.SYSTEM_MODE);',
    'Database.UpsertResult merged = Database.upsert(one, Thing__c.Code__c, false, AccessLevel.USER_MODE);',
    'for (Database.DeleteResult gone : Database.delete(new List<SObject>{ one }, false)) {',
    'for (Database.Error error : gone.getErrors()) { System.debug(error.getStatusCode() + error.getMessage()); }',
    '}',
    'Database.undelete(new List<Id>{ one.Id });',
    'Database.DMLOptions options = new Database.DMLOptions();',
    'options.optAllOrNone = false;',
    'options.DuplicateRuleHeader.allowSave = true;',
    'Database.insert(one, options, AccessLevel.USER_MODE);',
    'Savepoint before = Database.setSavepoint();',
    'Database.rollback(before);',
    'Database.releaseSavepoint(before);',
  ),
  statements(
    'DML statements in a mode',
    'Thing__c one = new Thing__c(Due__c = Date.today());',
    'insert as user one;',
    'update as system one;',
    'upsert one Code__c;',
    'delete new List<Thing__c>{ one };',
    'undelete one;',
    'merge new Account() new Account();',
  ),
  statements(
    'queries of every shape',
    'Account one = [SELECT Id, (SELECT Due__c FROM Things__r) FROM Account WITH USER_MODE LIMIT 1];',
    'for (Thing__c two : one.Things__r) { System.debug(two.Due__c); }',
    'for (List<Account> page : [SELECT Id FROM Account]) { System.debug(page.size()); }',
    'for (AggregateResult sum : [SELECT COUNT(Id) total, Account__c FROM Thing__c GROUP BY Account__c]) {',
    "Integer total = (Integer) sum.get('total');",
    '}',
    'Integer number_x = [SELECT COUNT() FROM Account];',
    'Map<Id, Account> byId = new Map<Id, Account>([SELECT Id FROM Account WHERE Id IN :new Set<Id>()]);',
    "List<List<SObject>> found = [FIND 'a' IN ALL FIELDS RETURNING Account(Id)];",
    "Contact three = Database.query('SELECT Id FROM Contact');",
    "List<Contact> four = Database.queryWithBinds('SELECT Id FROM Contact WHERE Id = :id', new Map<String, Object>{ 'id' => null }, AccessLevel.USER_MODE);",
    "Integer five = Database.countQuery('SELECT COUNT() FROM Account');",
    'String six = [SELECT Name FROM Account LIMIT 1].Name;',
    'Id seven = [SELECT Owner.Name, Owner.Type, OwnerId FROM Thing__c LIMIT 1]?.OwnerId;',
  ),
  legalClass(
    'a queueable with a finalizer and callouts',
    `public class Sample implements Queueable, Database.AllowsCallouts, Finalizer {
  public void execute(QueueableContext context) {
    System.attachFinalizer(this);
    AsyncOptions options = new AsyncOptions();
    options.maximumQueueableStackDepth = 5;
    options.duplicateSignature = QueueableDuplicateSignature.Builder().addString('a').build();
    Id job = System.enqueueJob(this, options);
    System.enqueueJob(this, 2);
  }
  public void execute(FinalizerContext context) {
    if (context.getResult() == ParentJobResult.UNHANDLED_EXCEPTION) {
      System.debug(context.getException().getMessage() + context.getAsyncApexJobId() + context.getRequestId());
    }
  }
}`,
  ),
  legalClass(
    'batches over queries and lists, stateful, with events',
    `public class Sample implements Database.Batchable<SObject>, Database.Stateful, Database.RaisesPlatformEvents {
  public Database.QueryLocator start(Database.BatchableContext context) {
    return Database.getQueryLocator([SELECT Id FROM Thing__c]);
  }
  public void execute(Database.BatchableContext context, List<Thing__c> things) {
    Id job = context.getJobId();
  }
  public void finish(Database.BatchableContext context) {
    Database.executeBatch(new OverList(), 200);
  }
}`,
    {
      'classes/OverList.cls': `public class OverList implements Database.Batchable<String> {
  public Iterable<String> start(Database.BatchableContext context) {
    return new List<String>{ 'a' };
  }
  public void execute(Database.BatchableContext context, List<String> items) {
  }
  public void finish(Database.BatchableContext context) {
  }
}`,
    },
  ),
  legalClass(
    'comparators, comparables, iterators',
    `public class Sample implements Comparator<Thing__c>, Comparable, Iterable<Integer>, Iterator<Integer> {
  Integer at = 0;
  public Integer compare(Thing__c first, Thing__c second) {
    return first.Due__c < second.Due__c ? -1 : 1;
  }
  public Integer compareTo(Object other) {
    return ((Sample) other).at - at;
  }
  public Iterator<Integer> iterator() {
    return this;
  }
  public Boolean hasNext() {
    return at < 3;
  }
  public Integer next() {
    return at++;
  }
  public void run() {
    List<Thing__c> things = new List<Thing__c>();
    things.sort(new Sample());
    things.sort();
    for (Integer one : new Sample()) {
      System.debug(one);
    }
    Iterator<String> names = new Set<String>{ 'a' }.iterator();
    while (names.hasNext()) {
      System.debug(names.next());
    }
  }
}`,
  ),
  statements(
    'safe navigation and coalescing',
    'Thing__c one = null;',
    "String two = one?.Account__r?.Name?.toUpperCase() ?? 'none';",
    'Integer three = one?.Account__r.NumberOfEmployees ?? 0;',
    'Id four = [SELECT Id FROM Account LIMIT 1]?.Id;',
    "Object five = new Map<String, Object>().get('a') ?? new List<Object>() ?? null;",
    "String six = (String) (five ?? 'a');",
    'List<String> seven = new List<String>{ two }?.clone();',
  ),
  statements(
    'switches over records, enums, texts and numbers',
    'SObject one = new Account();',
    'switch on one {',
    'when Account two { System.debug(two.Name); }',
    'when Thing__c three { System.debug(three.Due__c); }',
    'when null { return; }',
    'when else { System.debug(one); }',
    '}',
    'switch on Trigger.operationType {',
    'when BEFORE_INSERT, AFTER_UPDATE { System.debug(1); }',
    '}',
    "switch on 'a' {",
    "when 'a', 'b' { System.debug(2); }",
    'when else { System.debug(3); }',
    '}',
    'Integer four = 1;',
    'switch on four {',
    'when -1, 1 { System.debug(4); }',
    'when null { System.debug(5); }',
    '}',
  ),
  legalClass(
    'a text block and string methods',
    "public class Sample {\n  String text = '''\n    Dear \"you\",\n    it's late\n  ''';\n  public void run() {\n    String one = text.trim();\n    String two = String.format('{0}', new List<Object>{ 1 }) + 'a'.left(1).leftPad(2, '0').abbreviate(4).capitalize() + String.join(new List<Integer>{ 1 }, ',');\n    List<String> three = one.split('\\\\s+', 2);\n    Boolean four = String.isBlank(one) || one.containsIgnoreCase('b') || one.equalsIgnoreCase('c');\n    Integer five = one.charAt(0) + one.indexOf('a', 1);\n  }\n}",
  ),
  legalClass(
    'exceptions of the project and of the platform',
    `public class Sample {
  public virtual class BrokenException extends Exception {
    public Integer code = 1;
  }
  public class TornException extends BrokenException {
    public TornException(String text, Integer code) {
      this(text);
      this.code = code;
    }
  }
  public void run() {
    try {
      throw new TornException('a', 2);
    } catch (TornException torn) {
      System.debug(torn.code + torn.getMessage() + torn.getStackTraceString() + torn.getTypeName());
    } catch (DmlException failed) {
      System.debug(failed.getDmlMessage(0) + failed.getDmlId(0) + failed.getDmlFieldNames(0) + failed.getDmlType(0) + failed.getNumDml());
    } catch (System.QueryException none) {
      throw new BrokenException('b', none);
    } catch (NullPointerException missing) {
      throw new BrokenException(missing);
    } catch (Exception other) {
      AuraHandledException aura = new AuraHandledException('c');
      aura.setMessage(other.getMessage());
      other.initCause(aura);
      throw aura;
    } finally {
      System.debug('d');
    }
  }
}`,
  ),
  legalClass(
    'inner interfaces, enums, virtual classes and properties',
    `public abstract class Sample {
  public interface Shape extends Sized { Decimal area(); }
  public interface Sized { Integer size(); }
  public enum Colour { RED, GREEN }
  public virtual class Square implements Shape {
    protected Decimal side { get; private set; }
    public Square(Decimal side) { this.side = side; }
    public virtual Decimal area() { return side * side; }
    public virtual Integer size() { return 1; }
    public override String toString() { return 'square'; }
    public Boolean equals(Object other) { return other instanceof Square && ((Square) other).side == side; }
    public override Integer hashCode() { return side.intValue(); }
  }
  public class Cube extends Square {
    public Cube(Decimal side) { super(side); }
    public override Decimal area() { return super.area() * 6; }
  }
  public static Integer total { get { return total == null ? 0 : total; } set; }
  static { total = 1; }
  protected abstract Colour colour();
  public static void run() {
    Shape one = new Cube(2);
    Colour two = Colour.valueOf('RED');
    for (Colour each : Colour.values()) { System.debug(each.name() + each.ordinal()); }
    Sample.total += (Integer) one.size();
    Map<Colour, List<Map<String, Set<Id>>>> deep = new Map<Colour, List<Map<String, Set<Id>>>>();
  }
}`,
  ),
  statements(
    'events on the bus',
    "Happened__e one = new Happened__e(What__c = 'a');",
    'Database.SaveResult sent = EventBus.publish(one);',
    'List<Database.SaveResult> all = EventBus.publish(new List<SObject>{ one });',
    'String id = EventBus.getOperationId(sent);',
    'System.debug(one.ReplayId + one.EventUuid + one.CreatedDate);',
    'Happened__e two = (Happened__e) Happened__e.SObjectType.newSObject(null, true);',
    'Test.getEventBus().deliver();',
  ),
  statements(
    'the describe calls',
    'Schema.SObjectType one = Thing__c.SObjectType;',
    'Schema.DescribeSObjectResult two = Schema.SObjectType.Thing__c;',
    'Schema.DescribeFieldResult three = Thing__c.Due__c.getDescribe(FieldDescribeOptions.DEFAULT);',
    'String four = Schema.SObjectType.Thing__c.fields.Due__c.getLabel() + Account.Name.getDescribe().getName();',
    'Map<String, Schema.SObjectField> five = one.getDescribe().fields.getMap();',
    'Boolean six = two.isAccessible() && three.isUpdateable() && Schema.SObjectType.Account.isQueryable();',
    "SObject seven = Schema.getGlobalDescribe().get('Account').newSObject();",
    "seven.put(Account.Name, seven.get('Name'));",
    'Thing__c eight = new Thing__c();',
    'eight.put(Thing__c.Due__c, Date.today());',
    "eight.Due__c.addError('late');",
    "eight.addError(Thing__c.Due__c, 'late');",
    'Schema.SObjectType nine = eight.getSObjectType();',
    'String ten = nine.toString();',
    'if (Schema.DisplayType.REFERENCE == three.getType() || three.getSoapType() == Schema.SoapType.ID) { return; }',
    'List<Schema.PicklistEntry> eleven = three.getPicklistValues();',
    "Id type = Schema.SObjectType.Account.getRecordTypeInfosByDeveloperName().get('a')?.getRecordTypeId();",
    "String fromId = ((Id) '001000000000001').getSObjectType().getDescribe().getName();",
    'String shareReason = Schema.Thing__Share.RowCause.Manual;',
  ),
  statements(
    'field sets',
    'for (Schema.FieldSetMember one : SObjectType.Thing__c.fieldSets.Summary.getFields()) { System.debug(one.getFieldPath()); }',
    "Schema.FieldSet two = Schema.SObjectType.Thing__c.fieldSets.getMap().get('Summary');",
  ),
  statements(
    'JSON both ways',
    "Map<String, Object> one = (Map<String, Object>) JSON.deserializeUntyped('{}');",
    'Sample two = (Sample) JSON.deserialize(JSON.serialize(one, true), Sample.class);',
    'List<Account> three = (List<Account>) JSON.deserializeStrict(JSON.serializePretty(one), List<Account>.class);',
    "JSONParser four = JSON.createParser('[]');",
    'while (four.nextToken() != null) { if (four.getCurrentToken() == JSONToken.FIELD_NAME) { System.debug(four.getText()); } }',
    'JSONGenerator five = JSON.createGenerator(true);',
    'five.writeStartObject();',
    "five.writeStringField('a', 'b');",
    'five.writeEndObject();',
    'System.debug(five.getAsString());',
  ),
  statements(
    'keys, digests and encodings',
    "Blob one = Crypto.generateDigest('SHA-256', Blob.valueOf('a'));",
    "Blob two = Crypto.sign('RSA-SHA256', one, EncodingUtil.base64Decode('a'));",
    "Boolean three = Crypto.verifyHMac('hmacSHA256', one, one, two);",
    "String four = EncodingUtil.convertToHex(Crypto.generateAesKey(256)) + EncodingUtil.urlEncode('a', 'UTF-8');",
    'Integer five = Crypto.getRandomInteger() + Math.abs(Math.mod(5, 3));',
    'String six = UUID.randomUUID().toString() + one.size() + one.toString();',
    "Pattern seven = Pattern.compile('(a)');",
    "Matcher eight = seven.matcher('a');",
    'if (eight.find() && eight.groupCount() > 0) { System.debug(eight.group(1)); }',
  ),
  legalClass(
    'a REST resource and callouts',
    `@RestResource(urlMapping='/things/*')
global with sharing class Sample {
  @HttpGet
  global static Map<String, String> read() {
    RestRequest request = RestContext.request;
    RestContext.response.statusCode = 201;
    RestContext.response.addHeader('a', request.headers.get('b'));
    RestContext.response.responseBody = Blob.valueOf(request.requestURI + request.params.get('c') + request.requestBody.toString());
    return new Map<String, String>{ 'd' => request.httpMethod };
  }
  @HttpPatch
  global static void write(String name, Integer size) {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('callout:Named/path');
    request.setMethod('POST');
    request.setTimeout(120000);
    request.setHeader('Accept', 'application/json');
    HttpResponse response = new Http().send(request);
    if (response.getStatusCode() >= 300) {
      throw new CalloutException(response.getStatus() + response.getBody() + response.getHeaderKeys());
    }
  }
  private class Mock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      return new HttpResponse();
    }
  }
}`,
  ),
  legalClass(
    'invocable and AuraEnabled methods',
    `public with sharing class Sample {
  public class Request {
    @InvocableVariable(label='Thing' required=true)
    public Id thingId;
    @AuraEnabled
    public String note { get; set; }
  }
  @InvocableMethod(label='Do it' description='Does it' category='Things' callout=false)
  public static List<List<Thing__c>> run(List<Request> requests) {
    return new List<List<Thing__c>>();
  }
  @AuraEnabled(cacheable=true scope='global')
  public static Map<String, Thing__c> things(Id accountId) {
    return null;
  }
  @AuraEnabled
  public static Request read() {
    return new Request();
  }
  @Future(callout=true)
  public static void later(Set<Id> ids) {
  }
  @RemoteAction
  public static String remote(Integer one) {
    return null;
  }
  @ReadOnly
  @RemoteAction
  public static String readOnlyRemote() {
    return null;
  }
  @SuppressWarnings('PMD')
  @JsonAccess(serializable='always' deserializable='always')
  public inherited sharing class Note {
  }
  public static void shared() {
  }
}`,
  ),
  legalClass(
    'tests',
    `@IsTest(SeeAllData=false IsParallel=true)
private class Sample {
  @TestSetup
  static void setUp() {
    insert new Account(Name = Label.Hello);
  }
  @IsTest
  static void run() {
    Test.startTest();
    System.runAs(new User(Id = UserInfo.getUserId())) {
      Assert.areEqual(1, [SELECT COUNT() FROM Account], 'one');
      System.assertEquals('a', 'a');
      Assert.isInstanceOfType(new Account(), Account.class);
    }
    Test.setMock(HttpCalloutMock.class, new Mock());
    Test.setCreatedDate('001000000000001', Datetime.now());
    Test.stopTest();
    Other one = (Other) Test.createStub(Other.class, new Stub());
    one.hidden = 2;
    Other.Hidden two = new Other.Hidden();
    System.Test.testInstall(null, null);
    SObject[] loaded = Test.loadData(Account.SObjectType, 'data');
  }
  static testMethod void old() {
    Assert.fail('never');
  }
  private class Stub implements System.StubProvider {
    public Object handleMethodCall(Object stubbed, String method, Type result, List<Type> types, List<String> names, List<Object> values) {
      return null;
    }
  }
  private class Mock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      return null;
    }
  }
}`,
    {
      'classes/Other.cls':
        'public class Other {\n  @TestVisible\n  private Integer hidden = 1;\n  @TestVisible\n  private class Hidden { }\n}',
    },
  ),
  statements(
    'settings and metadata records',
    'Defaults__c one = Defaults__c.getOrgDefaults();',
    'Defaults__c two = Defaults__c.getInstance(UserInfo.getUserId());',
    'Integer three = (Integer) two.Size__c + (Integer) Defaults__c.getInstance().Size__c;',
    "Limits__c four = Limits__c.getValues('a');",
    'Map<String, Limits__c> five = Limits__c.getAll();',
    'upsert one;',
    'Map<String, Rule__mdt> six = Rule__mdt.getAll();',
    "Rule__mdt seven = Rule__mdt.getInstance('a');",
    'System.debug(seven.DeveloperName + seven.MasterLabel + seven.Object__r.QualifiedApiName + seven.Object__c);',
  ),
  statements(
    'records of every derived kind',
    "Thing__Share one = new Thing__Share(ParentId = null, UserOrGroupId = UserInfo.getUserId(), AccessLevel = 'Edit', RowCause = Schema.Thing__Share.RowCause.Manual);",
    'for (Thing__History two : [SELECT Field, OldValue, NewValue, Parent.Name FROM Thing__History]) { Object old = two.OldValue; }',
    'Thing__ChangeEvent three = new Thing__ChangeEvent();',
    'EventBus.ChangeEventHeader four = three.ChangeEventHeader;',
    "if (four.changeType == 'CREATE' && four.changedFields.contains('Due__c')) { System.debug(four.recordIds); }",
    'AccountHistory five = null;',
    "AccountShare six = new AccountShare(AccountAccessLevel = 'Read');",
    'AccountFeed seven = null;',
    'Thing__c eight = new Thing__c(OwnerId = UserInfo.getUserId());',
    'System.debug(eight.CreatedBy.Name + eight.LastModifiedDate + eight.SystemModstamp + eight.IsDeleted + eight.Owner.Name + eight.RecordType.DeveloperName);',
    'Location place = eight.Place__c;',
    'Decimal north = eight.Place__Latitude__s;',
    "Task nine = new Task(WhatId = eight.Id, Subject = 'a', Effort__c = 1);",
    "ContentVersion ten = new ContentVersion(VersionData = Blob.valueOf('a'), PathOnClient = 'a.txt');",
    'List<ContentDocumentLink> eleven = eight.ContentDocumentLinks;',
  ),
  statements(
    'labels, pages, flows, permissions and limits',
    'String one = Label.Hello + System.Label.Hello;',
    'PageReference two = Page.Overview;',
    "two.getParameters().put('a', 'b');",
    'two.setRedirect(true);',
    "Flow.Interview.Welcome three = new Flow.Interview.Welcome(new Map<String, Object>{ 'thing' => null });",
    'three.start();',
    "Object four = three.getVariableValue('thing');",
    "Flow.Interview five = Flow.Interview.createInterview('Welcome', new Map<String, Object>());",
    "Boolean six = FeatureManagement.checkPermission('a') || Test.isRunningTest() || System.isBatch() || System.isFuture();",
    'Integer seven = Limits.getQueries() + Limits.getLimitQueries() + Limits.getCpuTime();',
    "String eight = URL.getOrgDomainUrl().toExternalForm() + UserInfo.getTimeZone().getID() + System.now().format('yyyy');",
    'SObjectAccessDecision nine = Security.stripInaccessible(AccessType.CREATABLE, new List<Account>());',
    'List<Account> ten = nine.getRecords();',
    "Type eleven = Type.forName('Sample');",
    'Object twelve = eleven.newInstance();',
    'Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();',
    "mail.setToAddresses(new List<String>{ 'a@example.com' });",
    'Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });',
    'Dom.Document document = new Dom.Document();',
    "document.createRootElement('a', null, null).addChildElement('b', null, null).addTextNode('c');",
    "String job = System.schedule('a', '0 0 * * * ?', null);",
    'Request request = Request.getCurrent();',
    'if (request.getQuiddity() == Quiddity.QUEUEABLE) { return; }',
    'Formula.recalculateFormulas(new List<Account>());',
    'Approval.ProcessSubmitRequest approval = new Approval.ProcessSubmitRequest();',
    "Cache.Org.put('local.a.b', 1, 300);",
  ),
  statements(
    'numbers, dates and conversions',
    'Integer one = 07;',
    'Long two = 2147483648L + one;',
    'Double three = 1.5d;',
    'Decimal four = three + two / 3;',
    'four = four.setScale(2, RoundingMode.HALF_UP).divide(3, 2);',
    'Date five = Date.newInstance(2020, 1, 31).addMonths(1).toStartOfMonth() + 1;',
    'Datetime six = Datetime.newInstanceGmt(five, Time.newInstance(1, 2, 3, 4)).addDays(1);',
    'Date seven = six.date();',
    "Id eight = '001000000000001';",
    'String nine = eight;',
    "Boolean ten = (one & 3) == 1 && (one << 2 >>> 1) > 0 && !(one != 1 || nine <> 'a');",
    'Object eleven = ten ? (Object) one : (Object) nine;',
    'Integer twelve = (Integer) eleven, thirteen = 1;',
    'twelve += thirteen++ - --thirteen;',
    'one |= 4; one ^= 2; one <<= 1;',
    'Integer[] list_x = new Integer[3];',
    'list_x[0] = 1;',
    'Decimal fourteen = one;',
    'do { one--; } while (one > 0);',
    "Boolean fifteen = new Set<String>{ 'a' }.iterator().hasNext() && new List<Integer>().iterator().next() > 1;",
    'Time sixteen = [SELECT MondayStartTime FROM BusinessHours LIMIT 1].MondayStartTime;',
    'SObjectField seventeen = BusinessHours.MondayStartTime;',
    'Id eighteen = BusinessHours.nextStartDate(eight, six) == null ? null : eight;',
    'for (Integer i = 0, j = 1; i < j; i++) { continue; }',
  ),
  {
    name: 'a trigger and its handler',
    files: {
      'triggers/ThingTrigger.trigger': `trigger ThingTrigger on Thing__c (before insert, before update, after insert, after update, before delete, after delete, after undelete) {
  if (Trigger.isBefore && Trigger.isInsert) {
    for (Thing__c thing : Trigger.new) {
      thing.Due__c = thing.Due__c ?? System.today();
      thing.addError('no');
    }
  }
  for (Thing__c thing : (List<Thing__c>) Trigger.old) {
    Thing__c before = Trigger.oldMap.get(thing.Id);
    Thing__c after = (Thing__c) Trigger.newMap.get(thing.Id);
  }
  new Handler(Trigger.newMap).run(Trigger.operationType, Trigger.size, Trigger.isExecuting);
}`,
      'triggers/HappenedTrigger.trigger': `trigger HappenedTrigger on Happened__e (after insert) {
  for (Happened__e happened : Trigger.new) {
    EventBus.TriggerContext.currentContext().setResumeCheckpoint(happened.ReplayId);
  }
  if (EventBus.TriggerContext.currentContext().retries < 4) {
    throw new EventBus.RetryableException('again');
  }
}`,
      'triggers/ThingChanged.trigger': `trigger ThingChanged on Thing__ChangeEvent (after insert) {
  for (Thing__ChangeEvent changed : Trigger.new) {
    System.debug(changed.ChangeEventHeader.getRecordIds());
  }
}`,
      'classes/Handler.cls': `public class Handler {
  public Handler(Map<Id, SObject> things) {
  }
  public void run(System.TriggerOperation operation, Integer size, Boolean isExecuting) {
  }
}`,
    },
  },
  legalClass(
    'platform interfaces of every kind',
    `global class Sample implements Schedulable, InstallHandler, UninstallHandler, Callable, Messaging.InboundEmailHandler {
  global void execute(SchedulableContext context) {
    CronTrigger trigger_x = [SELECT Id FROM CronTrigger WHERE Id = :context.getTriggerId()];
    System.abortJob(trigger_x.Id);
  }
  global void onInstall(InstallContext context) {
    if (context.previousVersion() == null || context.isUpgrade() || context.previousVersion().compareTo(new Version(1, 0)) > 0) {
      System.debug('' + context.organizationId() + context.installerId());
    }
  }
  global void onUninstall(UninstallContext context) {
  }
  global Object call(String action, Map<String, Object> arguments) {
    return null;
  }
  global Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope) {
    for (Messaging.InboundEmail.BinaryAttachment attachment : email.binaryAttachments) {
      System.debug(attachment.fileName);
    }
    Messaging.InboundEmailResult result = new Messaging.InboundEmailResult();
    result.success = true;
    return result;
  }
}`,
  ),
  {
    name: 'names with the namespace and without',
    namespace: 'acme',
    files: {
      'classes/Sample.cls': `public with sharing class Sample {
  public static void run() {
    acme__Thing__c one = new acme__Thing__c(Due__c = Date.today(), acme__Code__c = 'a');
    Thing__c two = one;
    acme.Sample three = new Sample();
    Sample.run();
    acme.Sample.run();
    String four = Label.Hello + Label.acme.Hello + System.Label.acme.Hello;
    Account five = new Account();
    List<Thing__c> six = five.Things__r;
    acme__Happened__e seven = new Happened__e();
  }
}`,
    },
  },
];
