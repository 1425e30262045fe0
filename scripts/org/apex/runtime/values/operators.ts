/** Operators whose meaning depends on the operands' types: `==`, `===`, `<`, `+` on text, and the checked number operations. */
import { SObjectRecord } from '../../../store/record.ts';
import { ApexDate, ApexDatetime, ApexTime } from './date.ts';
import { Decimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { throwException, throwNull } from './exception.ts';
import { valueEquals } from './equality.ts';
import { to18 } from './ids.ts';
import { concatText } from './text.ts';

export type NumberValue = number | bigint | Decimal | ApexDouble;

function isNumber(value: unknown): value is NumberValue {
  return (
    typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble
  );
}

function textEquals(left: string, right: string): boolean {
  if (left === right) return true;
  if (left.length === 15 && right.length === 18) return to18(left) === right;
  if (left.length === 18 && right.length === 15) return to18(right) === left;
  return left.length === right.length && left.toLowerCase() === right.toLowerCase();
}

function compareNumbers(left: NumberValue, right: NumberValue): number {
  if (left instanceof ApexDouble || right instanceof ApexDouble) {
    const [a, b] = [asNumber(left), asNumber(right)];
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN;
  }
  if (left instanceof Decimal || right instanceof Decimal) return toDecimal(left)!.compareTo(toDecimal(right)!);
  return left < right ? -1 : left > right ? 1 : 0;
}

function asNumber(value: NumberValue): number {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof Decimal ? value.toNumber() : Number(value);
}

/** Widening of any number to Decimal; null stays null. */
export function toDecimal(value: NumberValue | null): Decimal | null {
  if (value === null || value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return Decimal.fromNumber(value.value);
  return typeof value === 'bigint' ? Decimal.fromLong(value) : Decimal.fromNumber(value);
}

/** Widening of any number to Double; null stays null. */
export function toDouble(value: NumberValue | null): ApexDouble | null {
  return value === null || value instanceof ApexDouble ? value : new ApexDouble(asNumber(value));
}

/** Widening of Integer to Long; null stays null. */
export function toLong(value: number | bigint | null): bigint | null {
  return value === null ? null : BigInt(value);
}

/** `==`: text without case, numbers by value across types, SObjects and collections by value. */
export function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined)
    return (left ?? null) === (right ?? null);
  if (typeof left === 'string' && typeof right === 'string') return textEquals(left, right);
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (left instanceof ApexDate && right instanceof ApexDatetime) return left.days * 86_400_000 === right.ms;
  if (left instanceof ApexDatetime && right instanceof ApexDate) return equal(right, left);
  return valueEquals(left, right);
}

/** `===`: the same object; primitives by value (text with case). */
export function identical(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined)
    return (left ?? null) === (right ?? null);
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  const isPrimitive = left instanceof ApexDate || left instanceof ApexDatetime || left instanceof ApexTime;
  return isPrimitive && valueEquals(left, right);
}

/** Order of two non-null values of comparable types: negative, 0 or positive. Text compares with case, by code unit. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.ms - right.ms;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.ms - right.ms;
  if (left instanceof ApexDate && right instanceof ApexDatetime) return left.days * 86_400_000 - right.ms;
  if (left instanceof ApexDatetime && right instanceof ApexDate) return left.ms - right.days * 86_400_000;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return throwException('TypeException', 'Values of these types cannot be compared');
}

/** `<`, `<=`, `>`, `>=`. With null every comparison is false, save that text compares without case. */
export function compare(operator: '<' | '<=' | '>' | '>=', left: unknown, right: unknown): boolean {
  if (left === null || right === null || left === undefined || right === undefined) return false;
  const isText = typeof left === 'string' && typeof right === 'string';
  const order = isText ? compareValues(left.toLowerCase(), right.toLowerCase()) : compareValues(left, right);
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

/** `+` where one operand is text. */
export function concat(left: unknown, right: unknown): string {
  return concatText(left) + concatText(right);
}

type Arithmetic = '+' | '-' | '*' | '/';

const DECIMAL: Record<Arithmetic, (left: Decimal, right: Decimal) => Decimal> = {
  '+': (left, right) => left.add(right),
  '-': (left, right) => left.subtract(right),
  '*': (left, right) => left.multiply(right),
  '/': (left, right) => (right.sign === 0 ? divideByZero() : left.quotient(right)),
};

function divideByZero(): never {
  return throwException('MathException', 'Divide by 0');
}

/** Integer `/`: cut towards zero, 32 bits. */
export function divideIntegers(left: number | null, right: number | null): number {
  if (left === null || right === null) return throwNull();
  if (right === 0) divideByZero();
  return (left / right) | 0;
}

/** Long arithmetic in 64 bits; null operands throw. */
export function longArithmetic(
  operator: Arithmetic,
  left: number | bigint | null,
  right: number | bigint | null,
): bigint {
  if (left === null || right === null) return throwNull();
  const [a, b] = [BigInt(left), BigInt(right)];
  if (operator === '/') {
    if (b === 0n) divideByZero();
    return BigInt.asIntN(64, a / b);
  }
  return BigInt.asIntN(64, operator === '+' ? a + b : operator === '-' ? a - b : a * b);
}

/** Decimal arithmetic; other number types widen, null operands throw. */
export function decimalArithmetic(operator: Arithmetic, left: NumberValue | null, right: NumberValue | null): Decimal {
  if (left === null || right === null) return throwNull();
  return DECIMAL[operator](toDecimal(left)!, toDecimal(right)!);
}

/** Double arithmetic; other number types widen, null operands throw. */
export function doubleArithmetic(
  operator: Arithmetic,
  left: NumberValue | null,
  right: NumberValue | null,
): ApexDouble {
  if (left === null || right === null) return throwNull();
  const [a, b] = [asNumber(left), asNumber(right)];
  if (operator === '/' && b === 0) divideByZero();
  return new ApexDouble(operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : a / b);
}

/** `date + days` and `datetime + days` (also fractions of a day). */
export function addDays<T extends ApexDate | ApexDatetime>(value: T | null, days: NumberValue | null): T {
  if (value === null || days === null) return throwNull();
  const amount = asNumber(days);
  if (value instanceof ApexDate) return new ApexDate(value.days + Math.trunc(amount)) as T;
  return new ApexDatetime(value.ms + Math.round(amount * 86_400_000)) as T;
}

/** The receiver of a member access; throws the NullPointerException of the platform for null. */
export function nonNull<T>(value: T | null | undefined): T {
  return value === null || value === undefined ? throwNull() : value;
}

export function isRecord(value: unknown): value is SObjectRecord {
  return value instanceof SObjectRecord;
}
