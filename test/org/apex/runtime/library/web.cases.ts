/** Http, REST, events, addresses, pages, labels, cache and the rest of the platform's services. */
import type { LibraryRow, Shown } from './rows.ts';
import { enumRow, propertyRows as property, reference, rowsOf } from './rows.ts';

const REQUEST_PAGE = reference('apex_classes_restful_http_httprequest');
const RESPONSE_PAGE = reference('apex_classes_restful_http_httpresponse');

/** Members that requests and responses share; `m` is the message. */
const MESSAGE: Readonly<Record<string, Shown>> = {
  'String getBody()': ["m.setBody('é'); return m.getBody();", 'é'],
  'Blob getBodyAsBlob()': ["m.setBody('é'); return m.getBodyAsBlob().size();", '2'],
  'void setBody(String)': ["m.setBody('x'); m.setBody('y'); return m.getBody();", 'y'],
  'void setBodyAsBlob(Blob)': ["m.setBodyAsBlob(Blob.valueOf('b')); return m.getBody();", 'b'],
  'String getHeader(String)': ["m.setHeader('X-A', '1'); return m.getHeader('x-a') + m.getHeader('none');", '1null'],
  'void setHeader(String,String)': [
    "m.setHeader('X-A', '1'); m.setHeader('x-a', '2'); return m.getHeader('X-A');",
    '2',
  ],
  'Dom.Document getBodyDocument()': [
    "m.setBody('<a b=\"1\"/>'); return m.getBodyDocument().getRootElement().getAttribute('b', null);",
    '1',
  ],
};

const HTTP: readonly LibraryRow[] = [
  ...rowsOf('Http', reference('apex_classes_restful_http_http'), {
    'new()': ['new Http().toString()', 'System.Http[]'],
    'HttpResponse send(HttpRequest)': [
      [
        "Test.setMock(HttpCalloutMock.class, new Answer()); HttpRequest q = new HttpRequest(); q.setEndpoint('https://a.example/p'); q.setMethod('POST'); q.setBody('b'); HttpResponse r = new Http().send(q); return r.getBody() + r.getStatusCode() + r.getHeader('x-test');",
        'POST https://a.example/p b201yes',
      ],
      [
        "HttpRequest q = new HttpRequest(); q.setEndpoint('https://a.example/p'); q.setMethod('GET'); return new Http().send(q);",
        '!System.CalloutException: Methods defined as TestMethod do not support Web service callouts',
      ],
    ],
    'String toString()': ['new Http().toString()', 'System.Http[]'],
  }),
  ...rowsOf(
    'HttpRequest',
    REQUEST_PAGE,
    {
      'new()': ['m.getMethod()', 'null'],
      ...MESSAGE,
      'String toString()': [
        "m.setEndpoint('https://a.example'); m.setMethod('GET'); return m.toString();",
        'System.HttpRequest[Endpoint=https://a.example, Method=GET]',
      ],
      'String getEndpoint()': ["m.setEndpoint('callout:Named/x'); return m.getEndpoint();", 'callout:Named/x'],
      'void setEndpoint(String)': ["m.setEndpoint('https://a.example'); return m.getEndpoint();", 'https://a.example'],
      'String getMethod()': ["m.setMethod('PUT'); return m.getMethod();", 'PUT'],
      'void setMethod(String)': ["m.setMethod('PATCH'); return m.getMethod();", 'PATCH'],
      'void setBodyDocument(Dom.Document)': [
        "Dom.Document d = new Dom.Document(); d.createRootElement('a', null, null); m.setBodyDocument(d); return m.getBody();",
        '<?xml version="1.0" encoding="UTF-8"?><a/>',
      ],
      'void setClientCertificateName(String)': [
        "m.setClientCertificateName('None'); return 'set';",
        '!System.IllegalArgumentException: Could not find client cert: None',
      ],
      'Boolean getCompressed()': ['m.getCompressed()', 'false'],
      'void setCompressed(Boolean)': ['m.setCompressed(true); return m.getCompressed();', 'true'],
      'void setTimeout(Integer)': [
        "m.setTimeout(0); return 'set';",
        '!System.CalloutException: Timeout must be between 1 and 120000 milliseconds',
      ],
    },
    'HttpRequest m = new HttpRequest(); ',
  ),
  ...rowsOf(
    'HttpResponse',
    RESPONSE_PAGE,
    {
      'new()': ['m.getStatusCode()', '0'],
      ...MESSAGE,
      'String toString()': [
        "m.setStatus('OK'); m.setStatusCode(200); return m.toString();",
        'System.HttpResponse[Status=OK, StatusCode=200]',
      ],
      'List<String> getHeaderKeys()': [
        "m.setHeader('X-A', '1'); m.setHeader('Y', '2'); return m.getHeaderKeys();",
        '(X-A, Y)',
      ],
      'String getStatus()': ["m.setStatus('OK'); return m.getStatus();", 'OK'],
      'void setStatus(String)': ["m.setStatus('Not Found'); return m.getStatus();", 'Not Found'],
      'Integer getStatusCode()': ['m.setStatusCode(404); return m.getStatusCode();', '404'],
      'void setStatusCode(Integer)': ['m.setStatusCode(500); return m.getStatusCode();', '500'],
    },
    'HttpResponse m = new HttpResponse(); ',
  ),
  ...rowsOf('HttpCalloutMock', reference('apex_interface_httpcalloutmock'), {
    'abstract HttpResponse respond(HttpRequest)': [
      "HttpRequest q = new HttpRequest(); q.setMethod('GET'); HttpCalloutMock mock = new Answer(); return mock.respond(q).getStatus();",
      'Created',
    ],
  }),
];

const REST: readonly LibraryRow[] = [
  ...rowsOf('RestContext', reference('apex_methods_system_restcontext'), {
    'static RestRequest request': [
      "RestContext.request = new RestRequest(); RestContext.request.requestURI = '/x'; return RestContext.request.requestURI;",
      '/x',
    ],
    'static RestResponse response': [
      'RestContext.response = new RestResponse(); RestContext.response.statusCode = 201; return RestContext.response.statusCode;',
      '201',
    ],
  }),
  ...rowsOf('RestRequest', reference('apex_methods_system_restrequest'), {
    'new()': ['new RestRequest().headers.size()', '0'],
    'void addHeader(String,String)': [
      "RestRequest r = new RestRequest(); r.addHeader('A', '1'); return r.headers;",
      '{A=1}',
    ],
    'void addParameter(String,String)': [
      "RestRequest r = new RestRequest(); r.addParameter('A', '1'); return r.params;",
      '{A=1}',
    ],
    ...property('RestRequest', {
      'Map<String,String> headers': ["new Map<String, String>{ 'a' => 'b' }", '{a=b}'],
      'String httpMethod': ["'GET'", 'GET'],
      'Map<String,String> params': ["new Map<String, String>{ 'a' => 'b' }", '{a=b}'],
      'String remoteAddress': ["'1.2.3.4'", '1.2.3.4'],
      'Blob requestBody': ["Blob.valueOf('ab')", 'Blob[2]'],
      'String requestURI': ["'/a'", '/a'],
      'String resourcePath': ["'/a/*'", '/a/*'],
    }),
  }),
  ...rowsOf('RestResponse', reference('apex_methods_system_restresponse'), {
    'new()': ['new RestResponse().statusCode', 'null'],
    'void addHeader(String,String)': [
      "RestResponse r = new RestResponse(); r.addHeader('A', '1'); return r.headers;",
      '{A=1}',
    ],
    ...property('RestResponse', {
      'Map<String,String> headers': ["new Map<String, String>{ 'a' => 'b' }", '{a=b}'],
      'Blob responseBody': ["Blob.valueOf('ab')", 'Blob[2]'],
      'Integer statusCode': ['204', '204'],
    }),
  }),
];

const EVENT = "new Signal__e(Text__c = 'x')";
const DELIVERED = 'Test.getEventBus().deliver(); return Parts.names();';
const EVENT_PAGE = reference('apex_class_eventbus_EventBus');
const EVENTS: readonly LibraryRow[] = [
  ...rowsOf('EventBus', EVENT_PAGE, {
    'static Database.SaveResult publish(SObject)': [
      `Boolean done = EventBus.publish(${EVENT}).isSuccess(); String before = Parts.names(); Test.getEventBus().deliver(); return done + before + Parts.names();`,
      'truesignal x 0',
    ],
    'static List<Database.SaveResult> publish(List<SObject>)': [
      `EventBus.publish(new List<Signal__e>{ ${EVENT}, new Signal__e(Text__c = 'y') }); ${DELIVERED}`,
      'signal x 0,signal y 0',
    ],
    'static Database.SaveResult publishWithAccessLevel(SObject,AccessLevel)': [
      `EventBus.publishWithAccessLevel(${EVENT}, AccessLevel.SYSTEM_MODE); ${DELIVERED}`,
      'signal x 0',
    ],
    'static List<Database.SaveResult> publishWithAccessLevel(List<SObject>,AccessLevel)': [
      `EventBus.publishWithAccessLevel(new List<Signal__e>{ ${EVENT} }, AccessLevel.USER_MODE); ${DELIVERED}`,
      'signal x 0',
    ],
  }),
  ...rowsOf('EventBus.TestBroker', reference('apex_class_eventbus_TestBroker'), {
    'void deliver()': [`EventBus.publish(${EVENT}); ${DELIVERED}`, 'signal x 0'],
  }),
  ...rowsOf('EventBus.TriggerContext', reference('apex_class_eventbus_TriggerContext'), {
    'static EventBus.TriggerContext currentContext()': [`EventBus.publish(${EVENT}); ${DELIVERED}`, 'signal x 0'],
    'Integer retries': [
      "EventBus.publish(new Signal__e(Text__c = 'retry')); Test.getEventBus().deliver(); Test.getEventBus().deliver(); Test.getEventBus().deliver(); return Parts.names();",
      'signal retry 2',
    ],
    'String getResumeCheckpoint()': [
      "EventBus.publish(new Signal__e(Text__c = 'stop')); Test.getEventBus().deliver(); return Parts.names();",
      'signal stop 0 true',
    ],
    'void setResumeCheckpoint(String)': [
      "EventBus.publish(new Signal__e(Text__c = 'stop')); Test.getEventBus().deliver(); return Parts.names();",
      'signal stop 0 true',
    ],
  }),
];

const ADDRESS = "URL u = new URL('https://a.example:8443/p/q.html?x=1&y=2#part'); ";
const PAGE_PAGE = reference('apex_system_pagereference');
const SITES: readonly LibraryRow[] = [
  ...rowsOf(
    'URL',
    reference('apex_methods_system_url'),
    {
      'new(String)': [
        ["new URL('https://a.example/p').toExternalForm()", 'https://a.example/p'],
        ["new URL('nonsense')", '!System.StringException: no protocol: nonsense'],
      ],
      'new(URL,String)': ["new URL(u, '/other').toExternalForm()", 'https://a.example:8443/other'],
      'new(String,String,String)': ["new URL('https', 'a.example', '/f').toExternalForm()", 'https://a.example/f'],
      'new(String,String,Integer,String)': [
        "new URL('https', 'a.example', 8443, '/f').toExternalForm()",
        'https://a.example:8443/f',
      ],
      'static URL getOrgDomainUrl()': ['URL.getOrgDomainUrl().getProtocol()', 'https'],
      'static URL getSalesforceBaseUrl()': [
        'URL.getSalesforceBaseUrl().getHost() == URL.getOrgDomainUrl().getHost()',
        'true',
      ],
      'static URL getCurrentRequestUrl()': ['URL.getCurrentRequestUrl() != null', 'true'],
      'String getAuthority()': ['u.getAuthority()', 'a.example:8443'],
      'Integer getDefaultPort()': ['u.getDefaultPort()', '443'],
      'String getFile()': ['u.getFile()', '/p/q.html?x=1&y=2'],
      'String getHost()': ['u.getHost()', 'a.example'],
      'String getPath()': ['u.getPath()', '/p/q.html'],
      'Integer getPort()': ["u.getPort() + ' ' + new URL('https://a.example').getPort()", '8443 -1'],
      'String getProtocol()': ['u.getProtocol()', 'https'],
      'String getQuery()': ['u.getQuery()', 'x=1&y=2'],
      'String getRef()': ['u.getRef()', 'part'],
      'String getUserInfo()': ["new URL('https://me:pw@a.example/').getUserInfo() + u.getUserInfo()", 'me:pwnull'],
      'Boolean sameFile(URL)': ["u.sameFile(new URL('https://a.example:8443/p/q.html?x=1&y=2#other'))", 'true'],
      'String toExternalForm()': ['u.toExternalForm()', 'https://a.example:8443/p/q.html?x=1&y=2#part'],
      'String toString()': ['u.toString()', 'https://a.example:8443/p/q.html?x=1&y=2#part'],
    },
    ADDRESS,
  ),
  ...rowsOf('PageReference', PAGE_PAGE, {
    'new(String)': ["new PageReference('/apex/p?a=1').getUrl()", '/apex/p?a=1'],
    'new(SObject)': ["Part__c p = Parts.make('a'); return new PageReference(p).getUrl() == '/' + p.Id;", 'true'],
    'String getUrl()': [
      "PageReference p = new PageReference('/x'); p.getParameters().put('a', 'b c'); return p.getUrl();",
      '/x?a=b+c',
    ],
    'Map<String,String> getParameters()': ["new PageReference('/x?a=1').getParameters().get('a')", '1'],
    'Map<String,String> getHeaders()': ["new PageReference('/x').getHeaders().size()", '0'],
    'String getAnchor()': ["new PageReference('/x').setAnchor('top').getAnchor()", 'top'],
    'PageReference setAnchor(String)': ["new PageReference('/x').setAnchor('top').getUrl()", '/x#top'],
    'Boolean getRedirect()': ["new PageReference('/x').getRedirect()", 'false'],
    'PageReference setRedirect(Boolean)': ["new PageReference('/x').setRedirect(true).getRedirect()", 'true'],
    'Integer getRedirectCode()': ["new PageReference('/x').getRedirectCode()", '0'],
    'PageReference setRedirectCode(Integer)': ["new PageReference('/x').setRedirectCode(301).getRedirectCode()", '301'],
  }),
  ...rowsOf('Label', reference('apex_class_System_Label'), {
    'static String get(String,String)': [
      ["Label.get('', 'Greeting')", 'Hello {0}'],
      ["Label.get('', 'Nothing')", '!System.IllegalArgumentException: Label Nothing does not exist'],
    ],
    'static String get(String,String,String)': ["Label.get('', 'Greeting', 'de')", 'Hello {0}'],
    'static Boolean translationExists(String,String,String)': [
      "Label.translationExists('', 'Greeting', 'de')",
      'false',
    ],
  }),
  ...rowsOf('ApexPages', reference('apex_methods_system_apexpages'), {
    'static PageReference currentPage()': [
      "Test.setCurrentPage(new PageReference('/apex/p')); return ApexPages.currentPage().getUrl();",
      '/apex/p',
    ],
    'static void addMessage(ApexPages.Message)': [
      "ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.ERROR, 's')); return ApexPages.getMessages()[0].getSummary();",
      's',
    ],
    'static void addMessages(Exception)': [
      "ApexPages.addMessages(new BoxException('told')); return ApexPages.getMessages()[0].getSummary();",
      'told',
    ],
    'static List<ApexPages.Message> getMessages()': ['ApexPages.getMessages().size()', '0'],
    'static Boolean hasMessages()': ['ApexPages.hasMessages()', 'false'],
    'static Boolean hasMessages(ApexPages.Severity)': [
      "ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.INFO, 's')); return ApexPages.hasMessages(ApexPages.Severity.INFO) + '' + ApexPages.hasMessages(ApexPages.Severity.FATAL);",
      'truefalse',
    ],
  }),
  ...enumRow('ApexPages.Severity', reference('apex_enum_ApexPages_Severity'), 'CONFIRM ERROR FATAL INFO WARNING'),
  ...rowsOf('ApexPages.Message', reference('apex_pages_message'), {
    'new(ApexPages.Severity,String)': ["new ApexPages.Message(ApexPages.Severity.INFO, 's').getDetail()", 's'],
    'new(ApexPages.Severity,String,String)': [
      "new ApexPages.Message(ApexPages.Severity.INFO, 's', 'd').getDetail()",
      'd',
    ],
    'new(ApexPages.Severity,String,String,String)': [
      "new ApexPages.Message(ApexPages.Severity.INFO, 's', 'd', 'id').getComponentLabel()",
      'id',
    ],
    'String getComponentLabel()': ["new ApexPages.Message(ApexPages.Severity.INFO, 's').getComponentLabel()", 'null'],
    'String getDetail()': ["new ApexPages.Message(ApexPages.Severity.INFO, 's', 'd').getDetail()", 'd'],
    'ApexPages.Severity getSeverity()': [
      "new ApexPages.Message(ApexPages.Severity.WARNING, 's').getSeverity()",
      'WARNING',
    ],
    'String getSummary()': ["new ApexPages.Message(ApexPages.Severity.INFO, 's').getSummary()", 's'],
  }),
  ...rowsOf(
    'ApexPages.StandardController',
    reference('apex_ApexPages_StandardController'),
    {
      'new(SObject)': ["c.getRecord().get('Name')", 'a'],
      'SObject getRecord()': ['c.getRecord() === p', 'true'],
      'String getId()': ['c.getId() == p.Id', 'true'],
      'PageReference view()': ["c.view().getUrl() == '/' + p.Id", 'true'],
      'PageReference edit()': ["c.edit().getUrl() == '/' + p.Id + '/e'", 'true'],
      'PageReference cancel()': ['c.cancel() != null', 'true'],
      'PageReference save()': ["p.Name = 'z'; c.save(); return Parts.names();", 'z'],
      'PageReference delete()': ["c.delete(); return Parts.names() == '';", 'true'],
    },
    "Part__c p = Parts.make('a'); ApexPages.StandardController c = new ApexPages.StandardController(p); ",
  ),
];

/** Entries of a cache, reached by `target`; statics of `Cache.Org` and `Cache.Session`, members of a partition. */
const cached = (target: string, prefix: string): Record<string, Shown> => ({
  [`${prefix}Boolean contains(String)`]: [
    `${target}.put('a', 1); return ${target}.contains('a') + '' + ${target}.contains('b');`,
    'truefalse',
  ],
  [`${prefix}Map<String,Boolean> contains(Set<String>)`]: [
    `${target}.put('a', 1); return ${target}.contains(new Set<String>{ 'a', 'b' });`,
    '{a=true, b=false}',
  ],
  [`${prefix}Object get(String)`]: [
    `${target}.put('a', 'v'); return ${target}.get('a') + '' + ${target}.get('b');`,
    'vnull',
  ],
  [`${prefix}Object get(Type,String)`]: [
    `${target}.get(Builder.class, 'k') + ',' + ${target}.get(Builder.class, 'k')`,
    'loaded k1,loaded k1',
  ],
  [`${prefix}Map<String,Object> get(Set<String>)`]: [
    `${target}.put('a', 1); return ${target}.get(new Set<String>{ 'a' });`,
    '{a=1}',
  ],
  [`${prefix}Set<String> getKeys()`]: [`${target}.put('a', 1); return ${target}.getKeys();`, '{a}'],
  [`${prefix}Long getNumKeys()`]: [`${target}.put('a', 1); ${target}.put('b', 1); return ${target}.getNumKeys();`, '2'],
  [`${prefix}String getName()`]: [`${target}.getName() != null`, 'true'],
  [`${prefix}Boolean isAvailable()`]: [`${target}.isAvailable()`, 'true'],
  [`${prefix}Double getCapacity()`]: [`${target}.getCapacity()`, '0.0'],
  [`${prefix}void put(String,Object)`]: [
    `${target}.put('not valid', 1); return 1;`,
    '!Cache.InvalidParamException: Invalid cache key: not valid. It must be alphanumeric.',
  ],
  [`${prefix}void put(String,Object,Integer)`]: [`${target}.put('a', 1, 300); return ${target}.get('a');`, '1'],
  [`${prefix}void put(String,Object,Cache.Visibility)`]: [
    `${target}.put('a', 2, Cache.Visibility.ALL); return ${target}.get('a');`,
    '2',
  ],
  [`${prefix}void put(String,Object,Integer,Cache.Visibility,Boolean)`]: [
    `${target}.put('a', 3, 300, Cache.Visibility.NAMESPACE, true); return ${target}.get('a');`,
    '3',
  ],
  [`${prefix}Boolean remove(String)`]: [
    `${target}.put('a', 1); return ${target}.remove('a') + '' + ${target}.remove('a') + ${target}.get('a');`,
    'truefalsenull',
  ],
  [`${prefix}Boolean remove(Type,String)`]: [
    `${target}.get(Builder.class, 'k'); return ${target}.remove(Builder.class, 'k') + '' + ${target}.get(Builder.class, 'k');`,
    'trueloaded k2',
  ],
});

const NOON = "Id id = '01mxa000003DIlo'; Datetime d = Datetime.newInstanceGmt(2026, 1, 1); ";
const SERVICES: readonly LibraryRow[] = [
  ...rowsOf('Cache.Org', reference('apex_class_cache_Org'), {
    ...cached('Cache.Org', 'static '),
    'static Cache.OrgPartition getPartition(String)': [
      "Cache.Org.getPartition('local.One').put('a', 1); return Cache.Org.getPartition('local.One').get('a') + ' ' + Cache.Org.getPartition('local.Two').get('a');",
      '1 null',
    ],
  }),
  ...rowsOf('Cache.Session', reference('apex_class_cache_Session'), {
    ...cached('Cache.Session', 'static '),
    'static Cache.SessionPartition getPartition(String)': [
      "Cache.Session.getPartition('local.One').put('a', 1); return Cache.Session.getPartition('local.One').get('a');",
      '1',
    ],
    'static Boolean isAvailable()': ['Cache.Session.isAvailable()', 'true'],
  }),
  ...rowsOf(
    'Cache.Partition',
    reference('apex_class_cache_Partition'),
    cached("Cache.Org.getPartition('local.One')", ''),
  ),
  ...rowsOf('Cache.OrgPartition', reference('apex_class_cache_OrgPartition'), {
    marker: ["Cache.OrgPartition p = Cache.Org.getPartition('local.One'); return p.getName();", 'local.One'],
  }),
  ...rowsOf('Cache.SessionPartition', reference('apex_class_cache_SessionPartition'), {
    marker: ["Cache.SessionPartition p = Cache.Session.getPartition('local.One'); return p.getName();", 'local.One'],
  }),
  ...rowsOf('Cache.CacheBuilder', reference('apex_interface_cache_CacheBuilder'), {
    'abstract Object doLoad(String)': ["Cache.CacheBuilder b = new Builder(); return b.doLoad('x');", 'loaded x1'],
  }),
  ...enumRow('Cache.Visibility', reference('apex_enum_cache_Visibility'), 'ALL NAMESPACE'),
  ...rowsOf(
    'BusinessHours',
    reference('apex_classes_businesshours'),
    {
      'static Datetime add(String,Datetime,Long)': ['BusinessHours.add(id, d, 3600000L)', '2026-01-01 01:00:00'],
      'static Datetime addGmt(String,Datetime,Long)': ['BusinessHours.addGmt(id, d, 60000L)', '2026-01-01 00:01:00'],
      'static Long diff(String,Datetime,Datetime)': ['BusinessHours.diff(id, d, d.addHours(2))', '7200000'],
      'static Boolean isWithin(String,Datetime)': ['BusinessHours.isWithin(id, d)', 'true'],
      'static Datetime nextStartDate(String,Datetime)': ['BusinessHours.nextStartDate(id, d) == d', 'true'],
    },
    NOON,
  ),
  ...rowsOf('OrgLimits', reference('apex_class_System_OrgLimits'), {
    'static List<OrgLimit> getAll()': ['OrgLimits.getAll().size() > 5', 'true'],
    'static Map<String,OrgLimit> getMap()': ["OrgLimits.getMap().containsKey('DailyApiRequests')", 'true'],
  }),
  ...rowsOf(
    'OrgLimit',
    reference('apex_class_System_OrgLimit'),
    {
      'Integer getLimit()': ['l.getLimit()', '15000'],
      'String getName()': ['l.getName()', 'DailyApiRequests'],
      'Integer getValue()': ['l.getValue()', '0'],
      'String toString()': ['l.toString()', 'OrgLimit[Name: DailyApiRequests, Limit: 15000, Value: 0]'],
    },
    "OrgLimit l = OrgLimits.getMap().get('DailyApiRequests'); ",
  ),
];

export const SERVICES_AND_WEB: readonly LibraryRow[] = [...HTTP, ...REST, ...EVENTS, ...SITES, ...SERVICES];
