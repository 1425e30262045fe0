/** SObjects, describe, exceptions, assertions, HTTP, REST and URL. */
import type { Case } from './evaluate.ts';

export const record: readonly Case[] = [
  ["Part__c p = new Part__c(Name = 'a'); return p.get('name');", 'a'],
  ["Part__c p = new Part__c(); p.put('Count__c', 3); return p.Count__c;", '3'],
  ["Part__c p = new Part__c(); p.put('Nope__c', 3); return p;", '!SObjectException: Invalid field Nope__c for Part__c'],
  [
    "Part__c p = new Part__c(); p.put('Due__c', 'x'); return p;",
    '!SObjectException: Illegal assignment from String to Date',
  ],
  ["new Part__c().get('Active__c')", 'false'],
  [
    "Part__c p = new Part__c(Name = 'a'); Part__c q = p.clone(); q.Name = 'b'; return p.Name + q.Name + q.isClone();",
    'abtrue',
  ],
  [
    "Part__c p = new Part__c(Id = 'a00000000000001AAA', Name = 'a'); return p.clone().Id + '' + p.clone(true).Id;",
    'nulla00000000000001AAA',
  ],
  [
    "Part__c p = new Part__c(Name = 'a', Count__c = null); return p.getPopulatedFieldsAsMap().keySet();",
    '{Name, Count__c}',
  ],
  ["Part__c p = new Part__c(Name = 'a'); return p.isSet('Name') + '' + p.isSet(Part__c.Due__c);", 'truefalse'],
  [
    "Part__c p = new Part__c(); p.addError('no'); p.Name.addError('bad'); return p.hasErrors() + p.getErrors()[1].getMessage() + p.getErrors()[1].getFields();",
    'truebad(Name)',
  ],
  [
    "Part__c p = new Part__c(License__r = new License__c(Name = 'L')); return p.getSObject('License__r').get('Name');",
    'L',
  ],
  ["new Part__c(Name = 'a') == new Part__c(Name = 'a')", 'true'],
  ["Schema.getGlobalDescribe().get('PART__C').getDescribe().getLabel()", 'Part__c'],
  ['Part__c.SObjectType.newSObject().getSObjectType() == Part__c.SObjectType', 'true'],
  ["Schema.SObjectType.Part__c.fields.getMap().get('due__c')", 'Due__c'],
  ['Part__c.Due__c.getDescribe().getType()', 'DATE'],
  ['Part__c.License__c.getDescribe().getReferenceTo()', '(License__c)'],
  ['Part__c.Count__c.getDescribe().getPrecision()', '9'],
  [
    "Schema.describeSObjects(new List<String>{ 'Nope' })",
    '!InvalidParameterValueException: Invalid sobject name: Nope',
  ],
  [
    "try { throw new BoxException('a'); } catch (Exception e) { return e.getMessage() + e.getTypeName(); }",
    'aBoxException',
  ],
  [
    "try { throw new BoxException('a', new MathException('b')); } catch (BoxException e) { return e.getCause().getMessage() + e.getCause().getTypeName(); }",
    'bSystem.MathException',
  ],
  ['try { throw new BoxException(); } catch (BoxException e) { return e.getMessage(); }', 'Script-thrown exception'],
  ["AuraHandledException e = new AuraHandledException('x'); return e.getMessage();", 'Script-thrown exception'],
  ["AuraHandledException e = new AuraHandledException('x'); e.setMessage('x'); return e.getMessage();", 'x'],
  ['DmlException e = new DmlException(); return e.getNumDml();', '0'],
  [
    "try { Assert.areEqual(1, 2, 'm'); } catch (Exception e) { return 'caught'; } return 'passed';",
    '!AssertException: Assertion Failed: m: Expected: 1, Actual: 2',
  ],
  ["Assert.areEqual('a', 'A'); return 'same';", '!AssertException: Assertion Failed: Expected: a, Actual: A'],
  ['System.assertEquals(1, 1.0); return true;', 'true'],
  ['Assert.isInstanceOfType(new Point(), Comparable.class); return true;', 'true'],
  ["Assert.fail('f'); return true;", '!AssertException: Assertion Failed: f'],
  ["Assert.isTrue(false, 'why'); return true;", '!AssertException: Assertion Failed: why'],
  [
    "Test.setMock(HttpCalloutMock.class, new Answer()); HttpRequest q = new HttpRequest(); q.setEndpoint('https://a.example'); q.setMethod('POST'); q.setBody('b'); HttpResponse r = new Http().send(q); return r.getStatusCode() + r.getBody() + r.getHeader('x-test');",
    '201POST https://a.example byes',
  ],
  [
    "RestRequest q = new RestRequest(); q.addHeader('a', 'b'); RestContext.request = q; RestContext.response = new RestResponse(); return RestContext.request.headers.get('a') + RestContext.response.statusCode;",
    'bnull',
  ],
  [
    "URL u = new URL('https://a.example:8443/b/c?d=e#f'); return u.getHost() + u.getPort() + u.getPath() + u.getQuery() + u.getRef();",
    'a.example8443/b/cd=ef',
  ],
  [
    "PageReference p = new PageReference('/apex/x?a=b'); p.getParameters().put('c', 'd e'); return p.getUrl();",
    '/apex/x?a=b&c=d+e',
  ],
  ['UserInfo.getOrganizationId()', '00D000000000001AAA'],
  ['AccessLevel.USER_MODE == AccessLevel.SYSTEM_MODE', 'false'],
  ['StatusCode.DUPLICATE_VALUE.name()', 'DUPLICATE_VALUE'],
  ['new Version(1, 2).compareTo(new Version(1, 3))', '-1'],
  [
    'AsyncOptions o = new AsyncOptions(); o.MinimumQueueableDelayInMinutes = 3; return o.MinimumQueueableDelayInMinutes;',
    '3',
  ],
  ["new List<Object>{ 1, 'a' }.hashCode() == new List<Object>{ 1, 'a' }.hashCode()", 'true'],
];
