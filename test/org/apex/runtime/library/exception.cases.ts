/** Exceptions: every type with its four constructors, the members of all, those of DmlException; assertions. */
import type { LibraryRow } from './rows.ts';
import { reference, rowsOf } from './rows.ts';

const PAGE = reference('apex_classes_exception_methods');

/** Exceptions that Apex may make itself, as the reference lists them. */
const TYPES =
  `AssertException AsyncException BigObjectException CalloutException DmlException DuplicateMessageException EmailException
ExternalObjectException FatalCursorException FinalException FlowException HandledException IllegalArgumentException InvalidParameterValueException JSONException
LimitException ListException MathException NoAccessException NoDataFoundException NoSuchElementException NullPointerException
QueryException RequiredFeatureMissingException SearchException SecurityException SerializationException SObjectException StringException TransientCursorException
TypeException UnexpectedException VisualforceException XmlException EventBus.RetryableException EventBus.InvalidReplayIdException
Cache.InvalidParamException Cache.ItemSizeLimitExceededException Cache.Org.OrgCacheException Cache.Session.SessionCacheException FormulaEvaluationException FormulaValidationException`.split(
    /\s+/,
  );

const nameOf = (type: string): string => (type.includes('.') ? type : `System.${type}`);

function constructors(type: string): LibraryRow[] {
  return rowsOf(type, PAGE, {
    'new()': [`Exception e = new ${type}(); return e.getTypeName() + ' ' + e.getCause();`, `${nameOf(type)} null`],
    'new(String)': [`new ${type}('told').getMessage()`, 'told'],
    'new(Exception)': [
      `Exception e = new ${type}(new MathException('cause')); return e.getCause().getMessage();`,
      'cause',
    ],
    'new(String,Exception)': [
      `Exception e = new ${type}('told', new MathException('cause')); return e.getMessage() + e.getCause().getMessage();`,
      'toldcause',
    ],
  });
}

const REFUSED =
  "Part__c part = new Part__c(Name = 'bad field'); DmlException e; try { insert part; } catch (DmlException caught) { e = caught; } ";

export const EXCEPTIONS: readonly LibraryRow[] = [
  ...TYPES.flatMap(constructors),
  ...rowsOf('AuraHandledException', PAGE, {
    'new()': ['new AuraHandledException().getTypeName()', 'System.AuraHandledException'],
    'new(String)': [
      ["new AuraHandledException('hidden').getMessage()", 'Script-thrown exception'],
      [
        "AuraHandledException e = new AuraHandledException('hidden'); e.setMessage('shown'); return e.getMessage();",
        'shown',
      ],
    ],
    'new(Exception)': ["new AuraHandledException(new MathException('cause')).getCause().getMessage()", 'cause'],
    'new(String,Exception)': [
      "new AuraHandledException('a', new MathException('cause')).getCause().getMessage()",
      'cause',
    ],
  }),
  ...rowsOf('Exception', PAGE, {
    'String getMessage()': [
      ["try { Integer i = 1 / 0; } catch (Exception e) { return e.getMessage(); } return 'none';", 'Divide by 0'],
      ['try { throw new BoxException(); } catch (Exception e) { return e.getMessage(); }', 'Script-thrown exception'],
    ],
    'void setMessage(String)': [
      "BoxException e = new BoxException('a'); e.setMessage('b'); return e.getMessage();",
      'b',
    ],
    'Exception getCause()': [
      "new BoxException('a', new BoxException('root')).getCause().getMessage() + new BoxException('x').getCause()",
      'rootnull',
    ],
    'void initCause(Exception)': [
      "BoxException e = new BoxException('a'); e.initCause(new MathException('b')); return e.getCause().getMessage();",
      'b',
    ],
    'String getTypeName()': [
      ['new BoxException().getTypeName()', 'BoxException'],
      [
        'try { String s; s.length(); } catch (Exception e) { return e.getTypeName() + e.getMessage(); } return null;',
        'System.NullPointerExceptionAttempt to de-reference a null object',
      ],
    ],
    'Integer getLineNumber()': [
      "try { throw new BoxException('a'); } catch (Exception e) { return e.getLineNumber() > 0; }",
      'true',
    ],
    'String getStackTraceString()': [
      "try { throw new BoxException('a'); } catch (Exception e) { return e.getStackTraceString().contains(': line '); }",
      'true',
    ],
    'String toString()': [
      "new BoxException('a').toString() + '|' + new MathException('b').toString()",
      'BoxException: a|System.MathException: b',
    ],
  }),
  ...rowsOf(
    'DmlException',
    PAGE,
    {
      'Integer getNumDml()': ['e.getNumDml()', '1'],
      'String getDmlId(Integer)': [
        ['e.getDmlId(0)', 'null'],
        [
          "part.Name = 'good'; insert part; part.Name = 'bad'; try { update part; } catch (DmlException other) { return other.getDmlId(0) == part.Id; } return null;",
          'true',
        ],
      ],
      'Integer getDmlIndex(Integer)': [
        "try { insert new List<Part__c>{ new Part__c(Name = 'a'), new Part__c(Name = 'bad') }; } catch (DmlException other) { return other.getDmlIndex(0); } return null;",
        '1',
      ],
      'String getDmlMessage(Integer)': [
        ['e.getDmlMessage(0)', 'no count'],
        [
          'e.getMessage()',
          'Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, no count: [Count__c]',
        ],
      ],
      'String getDmlStatusCode(Integer)': ['e.getDmlStatusCode(0)', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
      'StatusCode getDmlType(Integer)': ['e.getDmlType(0) == StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION', 'true'],
      'List<String> getDmlFieldNames(Integer)': ['e.getDmlFieldNames(0)', '(Count__c)'],
      'List<Schema.SObjectField> getDmlFields(Integer)': ['e.getDmlFields(0).size()', '1'],
    },
    REFUSED,
  ),
  ...rowsOf('EmailException', PAGE, {
    'Integer getNumDml()': [
      'try { Messaging.sendEmail(new List<Messaging.Email>{ new Messaging.SingleEmailMessage() }); } catch (EmailException e) { return e.getNumDml(); } return null;',
      '1',
    ],
    'String getDmlMessage(Integer)': [
      'try { Messaging.sendEmail(new List<Messaging.Email>{ new Messaging.SingleEmailMessage() }); } catch (EmailException e) { return e.getDmlMessage(0); } return null;',
      'Add a recipient to send an email.',
    ],
    'String getDmlStatusCode(Integer)': [
      'try { Messaging.sendEmail(new List<Messaging.Email>{ new Messaging.SingleEmailMessage() }); } catch (EmailException e) { return e.getDmlStatusCode(0); } return null;',
      'REQUIRED_FIELD_MISSING',
    ],
    'StatusCode getDmlType(Integer)': [
      'try { Messaging.sendEmail(new List<Messaging.Email>{ new Messaging.SingleEmailMessage() }); } catch (EmailException e) { return e.getDmlType(0); } return null;',
      'REQUIRED_FIELD_MISSING',
    ],
  }),
  ...rowsOf('QueryException', PAGE, {
    'Map<String,Set<String>> getInaccessibleFields()': [
      "try { List<Part__c> l = [SELECT Id FROM Part__c WHERE Id = null]; Part__c p = [SELECT Id FROM Part__c WHERE Name = 'none']; } catch (QueryException e) { return e.getInaccessibleFields().size() + e.getMessage(); } return null;",
      '0List has no rows for assignment to SObject',
    ],
  }),
];

const FAILED = '!System.AssertException: Assertion Failed';

function assertions(
  type: string,
  source: string,
  rows: Readonly<Record<string, readonly [string, string]>>,
): LibraryRow[] {
  return rowsOf(
    type,
    source,
    Object.fromEntries(
      Object.entries(rows).map(([key, [call, expected]]) => [key, [`${call}; return 'held';`, expected] as const]),
    ),
  );
}

const ASSERT_PAGE = reference('apex_class_System_Assert');
export const ASSERTIONS: readonly LibraryRow[] = [
  ...assertions('System', reference('apex_methods_system_system'), {
    'static void assert(Boolean)': ['System.assert(1 == 2)', FAILED],
    'static void assert(Boolean,Object)': ["System.assert(false, 'why')", `${FAILED}: why`],
    'static void assertEquals(Object,Object)': ['System.assertEquals(1, 2)', `${FAILED}: Expected: 1, Actual: 2`],
    'static void assertEquals(Object,Object,Object)': [
      "System.assertEquals('a', 'A', 'case')",
      `${FAILED}: case: Expected: a, Actual: A`,
    ],
    'static void assertNotEquals(Object,Object)': ['System.assertNotEquals(1, 1)', `${FAILED}: Same value: 1`],
    'static void assertNotEquals(Object,Object,Object)': [
      "System.assertNotEquals(null, null, 'why')",
      `${FAILED}: why: Same value: null`,
    ],
  }),
  ...assertions('Assert', ASSERT_PAGE, {
    'static void areEqual(Object,Object)': ['Assert.areEqual(1, 1L)', 'held'],
    'static void areEqual(Object,Object,String)': [
      "Assert.areEqual(1, 2, 'why')",
      `${FAILED}: why: Expected: 1, Actual: 2`,
    ],
    'static void areNotEqual(Object,Object)': ['Assert.areNotEqual(1, 2)', 'held'],
    'static void areNotEqual(Object,Object,String)': [
      "Assert.areNotEqual(1, 1, 'why')",
      `${FAILED}: why: Same value: 1`,
    ],
    'static void fail()': ['Assert.fail()', FAILED],
    'static void fail(String)': ["Assert.fail('why')", `${FAILED}: why`],
    'static void isFalse(Boolean)': ['Assert.isFalse(true)', FAILED],
    'static void isFalse(Boolean,String)': ["Assert.isFalse(false, 'why')", 'held'],
    'static void isTrue(Boolean)': ['Boolean b; Assert.isTrue(b)', FAILED],
    'static void isTrue(Boolean,String)': ["Assert.isTrue(false, 'why')", `${FAILED}: why`],
    'static void isNull(Object)': ['Assert.isNull(null)', 'held'],
    'static void isNull(Object,String)': ["Assert.isNull(1, 'why')", `${FAILED}: why: Expected: null, Actual: 1`],
    'static void isNotNull(Object)': ['Assert.isNotNull(1)', 'held'],
    'static void isNotNull(Object,String)': ["Assert.isNotNull(null, 'why')", `${FAILED}: why: Same value: null`],
    'static void isInstanceOfType(Object,Type)': ['Assert.isInstanceOfType(new Point(), Comparable.class)', 'held'],
    'static void isInstanceOfType(Object,Type,String)': [
      "Assert.isInstanceOfType(1, String.class, 'why')",
      `${FAILED}: why: Instance is not of type String`,
    ],
    'static void isNotInstanceOfType(Object,Type)': ['Assert.isNotInstanceOfType(1, String.class)', 'held'],
    'static void isNotInstanceOfType(Object,Type,String)': [
      "Assert.isNotInstanceOfType(1, Integer.class, 'why')",
      `${FAILED}: why: Instance is of type Integer`,
    ],
  }),
];
