/** Classes and triggers that the library's rows use. */
import { generateKeyPairSync } from 'node:crypto';

const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});

const CURVE_KEYS = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});

export const CLASSES: Readonly<Record<string, string>> = {
  Point: `public virtual class Point implements Comparable {
    public Integer x; public Integer y;
    transient Integer secret = 5;
    public Point() {}
    public Point(Integer x, Integer y) { this.x = x; this.y = y; }
    public Boolean equals(Object other) { return other instanceof Point && ((Point) other).x == x && ((Point) other).y == y; }
    public Integer hashCode() { return 31 * x + y; }
    public Integer compareTo(Object other) { return x - ((Point) other).x; }
    public virtual String name(String before) { return before + x + '/' + y; }
  }`,
  Box: `public class Box {
    public String name; public List<Point> points; public Map<String, Decimal> prices; public Color color;
    public Date due; public Datetime at; public Time open; public Part__c part; public Object anything;
  }`,
  Color: 'public enum Color { RED, GREEN }',
  BoxException: 'public class BoxException extends Exception {}',
  ByY: 'public class ByY implements Comparator<Point> { public Integer compare(Point a, Point b) { return a.y - b.y; } }',
  Countdown: `public class Countdown implements Iterator<Integer>, Iterable<Integer> {
    Integer n = 3;
    public Boolean hasNext() { return n > 0; }
    public Integer next() { return n--; }
    public Iterator<Integer> iterator() { return this; }
  }`,
  Caller: `public class Caller implements Callable {
    public Object call(String action, Map<String, Object> args) { return action + args; }
  }`,
  Answer: `public class Answer implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      HttpResponse r = new HttpResponse();
      r.setStatusCode(201);
      r.setStatus('Created');
      r.setBody(request.getMethod() + ' ' + request.getEndpoint() + ' ' + request.getBody());
      r.setHeader('X-Test', 'yes');
      return r;
    }
  }`,
  Parts: `public class Parts {
    public static Part__c make(String name) { Part__c part = new Part__c(Name = name, Count__c = 1); insert part; return part; }
    public static List<Part__c> make(Integer amount) {
      List<Part__c> parts = new List<Part__c>();
      for (Integer i = 0; i < amount; i++) parts.add(new Part__c(Name = 'p' + i, Count__c = i));
      insert parts;
      return parts;
    }
    public static User user(String name) { return [SELECT Id FROM User WHERE LastName = :name]; }
    public static String names() {
      List<String> names = new List<String>();
      for (Part__c part : [SELECT Name FROM Part__c ORDER BY Name]) names.add(part.Name);
      return String.join(names, ',');
    }
  }`,
  Job: `public class Job implements Queueable, Schedulable, Database.Batchable<SObject>, Database.Stateful, Database.AllowsCallouts, Database.RaisesPlatformEvents {
    public static String seen = '';
    Integer rows = 0;
    public void execute(QueueableContext context) { insert new Part__c(Name = 'queued ' + (context.getJobId() != null)); }
    public void execute(SchedulableContext context) { insert new Part__c(Name = 'scheduled ' + (context.getTriggerId() != null)); }
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Part__c'); }
    public void execute(Database.BatchableContext context, List<SObject> scope) { rows += scope.size(); }
    public void finish(Database.BatchableContext context) { insert new Part__c(Name = 'batched ' + rows + ' ' + (context.getJobId() != null) + ' ' + (context.getChildJobId() == null)); }
  }`,
  Ender: `public class Ender implements Queueable, Finalizer {
    Boolean fails;
    public Ender(Boolean fails) { this.fails = fails; }
    public void execute(QueueableContext context) { System.attachFinalizer(this); if (fails) { throw new BoxException('job failed'); } }
    public void execute(FinalizerContext context) {
      String told = context.getException() == null ? 'none' : context.getException().getMessage();
      insert new Part__c(Name = context.getResult().name() + ' ' + told + ' ' + (context.getAsyncApexJobId() != null) + ' ' + (context.getRequestId() != null));
    }
  }`,
  ChainJob: `public class ChainJob implements Queueable {
    public void execute(QueueableContext context) {
      insert new Part__c(Name = AsyncInfo.getCurrentQueueableStackDepth() + ' ' + AsyncInfo.getMaximumQueueableStackDepth() + ' ' + AsyncInfo.hasMaxStackDepth() + ' ' + System.isQueueable());
    }
  }`,
  Modes: `public with sharing class Modes implements Queueable, Schedulable, Database.Batchable<Integer> {
    public static void note(String kind) {
      insert new Part__c(Name = kind + ' ' + System.isBatch() + System.isFuture() + System.isQueueable() + System.isScheduled() + ' ' + Request.getCurrent().getQuiddity());
    }
    @future public static void later() { note('future'); }
    public void execute(QueueableContext context) { note('queueable'); }
    public void execute(SchedulableContext context) { note('scheduled'); }
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { note('batch'); }
    public void finish(Database.BatchableContext context) {}
  }`,
  Keys: `public class Keys {
    public static final String PRIVATE_KEY = '${KEYS.privateKey.toString('base64')}';
    public static final String PUBLIC_KEY = '${KEYS.publicKey.toString('base64')}';
    public static final String CURVE_PRIVATE_KEY = '${CURVE_KEYS.privateKey.toString('base64')}';
    public static final String CURVE_PUBLIC_KEY = '${CURVE_KEYS.publicKey.toString('base64')}';
  }`,
  FakeContext: `public class FakeContext implements QueueableContext, SchedulableContext, Database.BatchableContext, FinalizerContext {
    static final Id JOB = '707000000000001AAA';
    public Id getJobId() { return JOB; }
    public Id getChildJobId() { return JOB; }
    public Id getTriggerId() { return '08e000000000001AAA'; }
    public Id getAsyncApexJobId() { return JOB; }
    public Exception getException() { return new BoxException('told'); }
    public String getRequestId() { return 'request'; }
    public ParentJobResult getResult() { return ParentJobResult.UNHANDLED_EXCEPTION; }
  }`,
  Builder: `public class Builder implements Cache.CacheBuilder {
    public static Integer loads = 0;
    public Object doLoad(String key) { loads++; return 'loaded ' + key + loads; }
  }`,
  Script: `public class Script implements InstallHandler, UninstallHandler {
    public static String seen = '';
    public void onInstall(InstallContext context) {
      seen = context.previousVersion() + ' ' + context.isUpgrade() + context.isPush() + (context.organizationId() == UserInfo.getOrganizationId()) + (context.installerId() == UserInfo.getUserId());
    }
    public void onUninstall(UninstallContext context) { seen = 'gone ' + (context.organizationId() == UserInfo.getOrganizationId()) + (context.uninstallerId() == UserInfo.getUserId()); }
  }`,
  MailBox: `public class MailBox implements Messaging.InboundEmailHandler {
    public Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope) {
      Messaging.InboundEmailResult result = new Messaging.InboundEmailResult();
      result.success = true;
      result.message = email.subject + ' from ' + envelope.fromAddress;
      return result;
    }
  }`,
  Order: `public class Order {
    public static String log = 'first;';
    static { log += 'block;'; }
    public static Integer last = note('last;');
    static Integer note(String text) { log += text; return 1; }
  }`,
  Older: `public virtual class Older {
    public static String log = '';
    public String name = note('older field;');
    { note('older block;'); }
    public Older() { note('older constructor;'); hook(); }
    public virtual void hook() { note('older hook;'); }
    protected static String note(String text) { log += text; return text; }
  }`,
  Younger: `public class Younger extends Older {
    Integer value = count('younger field;');
    { note('younger block;'); }
    public Younger() { super(); note('younger constructor;'); }
    public override void hook() { note('hook sees ' + value + ';'); }
    static Integer count(String text) { note(text); return 7; }
  }`,
  Holder: `public class Holder {
    public Integer doubled { get { return doubled * 2; } set { doubled = value + 1; } }
    public Integer lazy { get { if (lazy == null) { lazy = 5; } return lazy; } private set; }
    public static Integer calls { get { if (calls == null) { calls = 0; } return calls++; } set; }
  }`,
  Counter: `public class Counter {
    public static Integer runs = 0;
    public static String seen = '';
    public static Boolean recurse = false;
  }`,
  Chain: `public class Chain implements Queueable {
    Integer level;
    public Chain(Integer level) { this.level = level; }
    public void execute(QueueableContext context) {
      insert new Part__c(Name = 'level ' + level + ' queries ' + Limits.getQueries() + ' of ' + Limits.getLimitQueries() + ' runs ' + Counter.runs++);
      if (level < 3) { System.enqueueJob(new Chain(level + 1)); }
    }
  }`,
  Twice: `public class Twice implements Queueable { public void execute(QueueableContext context) { System.enqueueJob(new Chain(9)); System.enqueueJob(new Chain(9)); } }`,
  Seen: `public with sharing class Seen {
    public static Integer withSharing() { return [SELECT COUNT() FROM Secret__c]; }
    public static Integer throughOther() { return Unseen.withoutSharing(); }
  }`,
  Unseen: `public without sharing class Unseen { public static Integer withoutSharing() { return [SELECT COUNT() FROM Secret__c]; } }`,
  Shown: 'global class Shown { global String text; }',
  Doubler: `global class Doubler {
    @InvocableMethod(label='Double') global static List<Integer> twice(List<Integer> values) {
      List<Integer> doubled = new List<Integer>();
      for (Integer value : values) doubled.add(value * 2);
      return doubled;
    }
  }`,
  Shape: `public abstract class Shape {
    public static final Integer MOST = 10;
    public enum Kind { FLAT, SOLID }
    public class BrokenException extends Exception {}
    public interface Named { String label(String before); }
    protected String name { get; set; }
    protected Shape(String name) { this.name = name; }
    public abstract Integer area();
    public virtual String describe() { return name + ' of ' + area(); }
    public static Integer twice(Integer value) { return value * 2; }
    public static String pick(Integer value) { return 'integer'; }
    public static String pick(Long value) { return 'long'; }
    public static String pick(String value) { return 'string'; }
    public static String pick(Object value) { return value instanceof List<Integer> ? 'list' : 'object'; }
    public virtual class Square extends Shape implements Named {
      private final Integer side;
      public Square() { this(1); }
      public Square(Integer side) { super('square'); this.side = side; }
      public override Integer area() { return side * side; }
      public override String describe() { return super.describe(); }
      public String label(String before) { return before + area(); }
    }
  }`,
  Recorder: `public class Recorder implements StubProvider {
    public String seen = '';
    public Object handleMethodCall(Object stubbed, String name, Type returned, List<Type> types, List<String> names, List<Object> args) {
      seen += name + ' ' + returned + ' ' + types + ' ' + names + ' ' + args;
      return 'stubbed';
    }
  }`,
};

export const TRIGGERS: Readonly<Record<string, string>> = {
  SecretTrigger: `trigger SecretTrigger on Secret__c (before insert, after insert, before update, after update, before delete, after delete) {
    Counter.runs++;
    Counter.seen += Trigger.operationType.name() + (Trigger.new == null ? '' : ' ' + Trigger.new.size() + (Trigger.new[0].Id == null ? 'no id' : 'id')) + ';';
    if (Trigger.isBefore && Trigger.isInsert) {
      for (Secret__c each : Trigger.new) {
        if (each.Code__c == 'refuse') { try { each.addError('refused'); } catch (Exception e) { Counter.seen += 'caught;'; } Counter.seen += 'went on;'; }
        if (each.Code__c == 'change') { each.Name = 'changed'; }
      }
    }
    if (Trigger.isAfter && Trigger.isInsert) {
      for (Secret__c each : Trigger.new) {
        if (each.Code__c == 'write') { each.Name = 'x'; }
        if (each.Code__c == 'add') { Trigger.new.add(each); }
        if (each.Code__c == 'put') { Trigger.newMap.put(each.Id, each); }
        if (each.Code__c == 'again' && Counter.runs < 6) { insert new Secret__c(Name = 'nested', Code__c = 'again'); }
      }
    }
  }`,
  PartTrigger: `trigger PartTrigger on Part__c (before insert, before update) {
    for (Part__c part : Trigger.new) {
      if (part.Name == null) { continue; }
      if (part.Name == 'bad') { part.addError('refused'); }
      if (part.Name == 'bad field') { part.Count__c.addError('no count'); }
      if (part.Name == 'bad token') { part.addError(Part__c.Count__c, 'no token'); }
      if (part.Name == 'bad name') { part.addError('Count__c', 'no name'); }
      if (part.Name == 'bad id' && part.Id != null) { Id key = part.Id; key.addError('no id'); }
      if (part.Name == 'bad escaped id' && part.Id != null) { Id key = part.Id; key.addError('no <id>', false); }
      if (part.Name == 'thrown') { part.addError(new BoxException('from an exception')); }
    }
  }`,
  SignalTrigger: `trigger SignalTrigger on Signal__e (after insert) {
    List<Part__c> parts = new List<Part__c>();
    for (Signal__e signal : Trigger.new) {
      if (signal.Text__c == 'retry' && EventBus.TriggerContext.currentContext().retries < 2) { throw new EventBus.RetryableException('again'); }
      parts.add(new Part__c(Name = 'signal ' + signal.Text__c + ' ' + EventBus.TriggerContext.currentContext().retries));
      if (signal.Text__c == 'stop') {
        EventBus.TriggerContext.currentContext().setResumeCheckpoint(signal.ReplayId);
        parts[0].Name += ' ' + (EventBus.TriggerContext.currentContext().getResumeCheckpoint() == signal.ReplayId);
      }
    }
    insert parts;
  }`,
};
