/** Exception, its members, and every exception type of the platform. */
import type { PlatformType } from '../contract.ts';
import { exceptionType } from './define.ts';
import { sobjectFieldOf } from './schema-tokens.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import { enumConstant } from './values/enum.ts';
import { ApexException, DmlException, exception, throwException } from './values/exception.ts';
import type { DmlRow } from './values/exception.ts';
import { hasStatusCode } from './status-code.ts';
import { host } from '../host.ts';

const NO_MESSAGE = 'Script-thrown exception';

export const EXCEPTION: PlatformType = {
  name: 'Exception',
  kind: 'exception',
  members: {
    'String getMessage()': (error: ApexException) => error.message ?? (error.isPlatform ? null : NO_MESSAGE),
    'void setMessage(String)': (error: ApexException, message: string | null) => {
      error.message = message;
    },
    'Exception getCause()': (error: ApexException) => error.cause,
    'void initCause(Exception)': (error: ApexException, cause: ApexException | null) => {
      error.cause = cause;
    },
    'String getTypeName()': (error: ApexException) =>
      error.isPlatform && !error.apexType.includes('.') ? `System.${error.apexType}` : error.apexType,
    'Integer getLineNumber()': (error: ApexException) => error.line ?? 0,
    'String getStackTraceString()': (error: ApexException) => error.apexStack ?? '',
    'String toString()': (error: ApexException) => error.apexString(),
  },
};

/** Types without members of their own. */
const PLAIN = [
  'AssertException',
  'AsyncException',
  'BigObjectException',
  'CalloutException',
  'DuplicateMessageException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'FormulaEvaluationException',
  'FormulaValidationException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidParameterValueException',
  'JSONException',
  'LimitException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'RequiredFeatureMissingException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'SObjectException',
  'StringException',
  'TransientCursorException',
  'TypeException',
  'UnexpectedException',
  'VisualforceException',
  'XmlException',
  'EventBus.RetryableException',
  'EventBus.InvalidReplayIdException',
  'Cache.InvalidParamException',
  'Cache.ItemSizeLimitExceededException',
  'Cache.Org.OrgCacheException',
  'Cache.Session.SessionCacheException',
];

function row(error: ApexException, index: number): DmlRow {
  const rows = error instanceof DmlException ? error.rows : [];
  return rows[index] ?? throwException('ListException', `List index out of bounds: ${index}`);
}

function fieldNames(error: ApexException, index: number): ApexList<string> {
  return new ApexList('List<String>', [...row(error, index).error.fields]);
}

function fieldTokens(error: ApexException, index: number): ApexList {
  const found = row(error, index);
  const { schema } = host();
  const object =
    (found.object === undefined ? undefined : schema.object(found.object)) ??
    (found.id === null ? undefined : schema.objectByKeyPrefix(found.id.slice(0, 3)));
  const tokens = object
    ? found.error.fields.map((name) => sobjectFieldOf(object.name, object.field(name)?.name ?? name))
    : [];
  return new ApexList('List<Schema.SObjectField>', tokens);
}

const dmlMembers: PlatformType['members'] = {
  'Integer getNumDml()': (error: ApexException) => (error instanceof DmlException ? error.rows.length : 0),
  'String getDmlId(Integer)': (error: ApexException, index: number) => row(error, index).id,
  'Integer getDmlIndex(Integer)': (error: ApexException, index: number) => row(error, index).index,
  'String getDmlMessage(Integer)': (error: ApexException, index: number) => row(error, index).error.message,
  'String getDmlStatusCode(Integer)': (error: ApexException, index: number) => row(error, index).error.statusCode,
  'StatusCode getDmlType(Integer)': (error: ApexException, index: number) => {
    const code = row(error, index).error.statusCode;
    return hasStatusCode(code) ? enumConstant('StatusCode', code) : null;
  },
  'List<String> getDmlFieldNames(Integer)': fieldNames,
  'List<Schema.SObjectField> getDmlFields(Integer)': fieldTokens,
};

/** What the message of a refused mail tells: its status code and sentence. */
function emailError(error: ApexException): { code: string; message: string } {
  const told = /first error: (\w+), ([\s\S]*): \[/.exec(error.message ?? '');
  return { code: told?.[1] ?? 'UNKNOWN_EXCEPTION', message: told?.[2] ?? error.message ?? '' };
}

const emailMembers: PlatformType['members'] = {
  'Integer getNumDml()': () => 1,
  'String getDmlMessage(Integer)': (error: ApexException) => emailError(error).message,
  'String getDmlStatusCode(Integer)': (error: ApexException) => emailError(error).code,
  'StatusCode getDmlType(Integer)': (error: ApexException) => enumConstant('StatusCode', emailError(error).code),
};

/** Object and field that a query in user mode was refused for. */
function inaccessible(message: string): ApexMap<string, ApexSet<string>> {
  const map = new ApexMap<string, ApexSet<string>>('Map<String,Set<String>>');
  const told = /No such column '(\w+)' on entity '(\w+)'/.exec(message);
  if (told) map.put(told[2]!, new ApexSet('Set<String>', [told[1]!]));
  return map;
}

function makeDml(_: string, message: string | null = null, cause: ApexException | null = null): DmlException {
  const made = new DmlException(message ?? '', []);
  made.message = message;
  made.cause = cause;
  return made;
}

/** `new AuraHandledException(text)`: Apex reads a fixed message until `setMessage`, the component is told the text. */
class AuraHandledException extends ApexException {
  readonly #given: string | null;
  constructor(message: string | null = null, cause: ApexException | null = null) {
    super('AuraHandledException', NO_MESSAGE, cause);
    this.#given = message;
  }
  override get componentMessage(): string | null {
    return this.message === NO_MESSAGE ? (this.#given ?? NO_MESSAGE) : this.message;
  }
}

export const EXCEPTIONS: readonly PlatformType[] = [
  EXCEPTION,
  ...PLAIN.map((name) => exceptionType(name, exception)),
  exceptionType(
    'AuraHandledException',
    (_: string, message: string | null = null, cause: ApexException | null = null) =>
      new AuraHandledException(message, cause),
  ),
  { ...exceptionType('DmlException', makeDml), members: dmlMembers },
  { ...exceptionType('EmailException', exception), members: emailMembers },
  {
    ...exceptionType('QueryException', exception),
    members: {
      'Map<String,Set<String>> getInaccessibleFields()': (error: ApexException) => inaccessible(error.message ?? ''),
    },
  },
];
