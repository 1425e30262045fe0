/** The runtime library: every platform type that Apex code may name. What is not here does not compile, by name. */
import type { PlatformType } from '../contract.ts';
import { ACCESS_TYPES } from './access.ts';
import { ASSERT } from './assert.ts';
import { ASYNC_TYPES } from './async.ts';
import { BUSINESS_HOURS } from './business-hours.ts';
import { CACHE_TYPES } from './cache.ts';
import { COLLATOR } from './collator.ts';
import { CRYPTO, ENCODING_UTIL } from './crypto.ts';
import { DATABASE_TYPES } from './database.ts';
import { DATE, TIME } from './date.ts';
import { DATETIME, TIME_ZONE } from './datetime.ts';
import { enumType } from './define.ts';
import { DOM_TYPES } from './dom.ts';
import { EVENT_TYPES } from './event-bus.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { HTTP_TYPES } from './http.ts';
import { INSTALL_TYPES } from './install.ts';
import { CHANGE_EVENT_TYPES } from './change-event.ts';
import { FORMULA_TYPES } from './formula-eval.ts';
import { INVOCABLE_TYPES } from './invocable.ts';
import { CALLABLE, COMPARABLE, COMPARATOR, ITERABLE, ITERATOR } from './iterator.ts';
import { JSON_TYPES } from './json.ts';
import { LIST } from './list.ts';
import { MATH } from './math.ts';
import { DECIMAL, DOUBLE, INTEGER, LONG, ROUNDING_MODE } from './numbers.ts';
import { MESSAGING_TYPES } from './messaging.ts';
import { NETWORK } from './network.ts';
import { ORG_LIMIT_TYPES } from './org-limits.ts';
import { PAGE_TYPES } from './pages.ts';
import { MATCHER, PATTERN } from './pattern.ts';
import { BLOB, BOOLEAN, ENUM, ID, OBJECT, UUID } from './primitives.ts';
import { registerTypes } from './registry.ts';
import { REST_TYPES } from './rest.ts';
import { SEARCH } from './search.ts';
import { FIELD_TYPES } from './schema-field.ts';
import { SCHEMA_TYPES } from './schema.ts';
import { MAP, SET } from './set-map.ts';
import { AGGREGATE_RESULT, SOBJECT } from './sobject.ts';
import { STATUS_CODE } from './status-code.ts';
import { STRING } from './string.ts';
import { STUB_PROVIDER } from './stub.ts';
import { SYSTEM_TYPES } from './system.ts';
import { TEST_TYPES } from './test-type.ts';
import { TYPE } from './type.ts';
import { FEATURE_MANAGEMENT, LIMITS, USER_INFO } from './user-info.ts';
import { WEB_TYPES } from './web.ts';

const TRIGGER_OPERATION = enumType('TriggerOperation', [
  'BEFORE_INSERT',
  'BEFORE_UPDATE',
  'BEFORE_DELETE',
  'AFTER_INSERT',
  'AFTER_UPDATE',
  'AFTER_DELETE',
  'AFTER_UNDELETE',
]);

/** Platform types by lower-case name. */
export const PLATFORM_TYPES: ReadonlyMap<string, PlatformType> = registerTypes([
  OBJECT,
  BOOLEAN,
  INTEGER,
  LONG,
  DOUBLE,
  DECIMAL,
  STRING,
  ID,
  BLOB,
  DATE,
  DATETIME,
  TIME,
  TIME_ZONE,
  ENUM,
  UUID,
  MATH,
  ROUNDING_MODE,
  LIST,
  SET,
  MAP,
  ITERATOR,
  ITERABLE,
  COMPARABLE,
  COMPARATOR,
  CALLABLE,
  SOBJECT,
  AGGREGATE_RESULT,
  TYPE,
  ...EXCEPTIONS,
  ...JSON_TYPES,
  PATTERN,
  MATCHER,
  CRYPTO,
  ENCODING_UTIL,
  ...SCHEMA_TYPES,
  ...FIELD_TYPES,
  ...DATABASE_TYPES,
  STATUS_CODE,
  ...ACCESS_TYPES,
  USER_INFO,
  FEATURE_MANAGEMENT,
  LIMITS,
  ...SYSTEM_TYPES,
  ASSERT,
  ...TEST_TYPES,
  ...ASYNC_TYPES,
  ...HTTP_TYPES,
  ...REST_TYPES,
  ...EVENT_TYPES,
  ...MESSAGING_TYPES,
  ...WEB_TYPES,
  ...CHANGE_EVENT_TYPES,
  ...FORMULA_TYPES,
  ...INVOCABLE_TYPES,
  NETWORK,
  ...PAGE_TYPES,
  ...CACHE_TYPES,
  BUSINESS_HOURS,
  COLLATOR,
  ...ORG_LIMIT_TYPES,
  ...INSTALL_TYPES,
  STUB_PROVIDER,
  SEARCH,
  ...DOM_TYPES,
  TRIGGER_OPERATION,
]);
