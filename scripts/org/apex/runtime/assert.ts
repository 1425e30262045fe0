/** Assert, and the assertions of System. A failed one ends the transaction: it cannot be caught. */
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { isInstanceOf } from './runtime-type.ts';
import type { TypeToken } from './type.ts';
import { throwException } from './values/exception.ts';
import { equal } from './values/operators.ts';
import { concatText } from './values/text.ts';

function fail(text: string, message?: unknown): never {
  const lead =
    message === undefined || message === null ? 'Assertion Failed' : `Assertion Failed: ${concatText(message)}`;
  return throwException('AssertException', text === '' ? lead : `${lead}: ${text}`);
}

/** Texts compare with their case here, unlike `==`. */
function same(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string' && typeof actual === 'string')
    return expected === actual || (expected.length !== actual.length && isIdPair(expected, actual));
  return equal(expected, actual);
}

function isIdPair(left: string, right: string): boolean {
  return left.length + right.length === 33 && equal(left, right);
}

const show = concatText;

const areEqual: PlatformFunction = (expected: unknown, actual: unknown, message?: unknown) => {
  if (!same(expected, actual)) fail(`Expected: ${show(expected)}, Actual: ${show(actual)}`, message);
};

const areNotEqual: PlatformFunction = (expected: unknown, actual: unknown, message?: unknown) => {
  if (same(expected, actual)) fail(`Same value: ${show(actual)}`, message);
};

const isTrue: PlatformFunction = (condition: boolean | null, message?: unknown) => {
  if (condition !== true) fail('', message);
};

const isFalse: PlatformFunction = (condition: boolean | null, message?: unknown) => {
  if (condition !== false) fail('', message);
};

const isNull: PlatformFunction = (value: unknown, message?: unknown) => {
  if (value !== null) fail(`Expected: null, Actual: ${show(value)}`, message);
};

const isNotNull: PlatformFunction = (value: unknown, message?: unknown) => {
  if (value === null) fail('Same value: null', message);
};

const isInstanceOfType: PlatformFunction = (value: unknown, type: TypeToken, message?: unknown) => {
  if (!isInstanceOf(value, type.type)) fail(`Instance is not of type ${type.type}`, message);
};

const isNotInstanceOfType: PlatformFunction = (value: unknown, type: TypeToken, message?: unknown) => {
  if (isInstanceOf(value, type.type)) fail(`Instance is of type ${type.type}`, message);
};

export const ASSERT_MEMBERS: Readonly<Record<string, PlatformFunction>> = {
  'static void assert(Boolean)': isTrue,
  'static void assert(Boolean,Object)': isTrue,
  'static void assertEquals(Object,Object)': areEqual,
  'static void assertEquals(Object,Object,Object)': areEqual,
  'static void assertNotEquals(Object,Object)': areNotEqual,
  'static void assertNotEquals(Object,Object,Object)': areNotEqual,
};

export const ASSERT: PlatformType = {
  name: 'Assert',
  kind: 'class',
  members: {
    'static void areEqual(Object,Object)': areEqual,
    'static void areEqual(Object,Object,String)': areEqual,
    'static void areNotEqual(Object,Object)': areNotEqual,
    'static void areNotEqual(Object,Object,String)': areNotEqual,
    'static void fail()': () => fail(''),
    'static void fail(String)': (message: string | null) => fail('', message),
    'static void isFalse(Boolean)': isFalse,
    'static void isFalse(Boolean,String)': isFalse,
    'static void isTrue(Boolean)': isTrue,
    'static void isTrue(Boolean,String)': isTrue,
    'static void isNull(Object)': isNull,
    'static void isNull(Object,String)': isNull,
    'static void isNotNull(Object)': isNotNull,
    'static void isNotNull(Object,String)': isNotNull,
    'static void isInstanceOfType(Object,Type)': isInstanceOfType,
    'static void isInstanceOfType(Object,Type,String)': isInstanceOfType,
    'static void isNotInstanceOfType(Object,Type)': isNotInstanceOfType,
    'static void isNotInstanceOfType(Object,Type,String)': isNotInstanceOfType,
  },
};
