/** Integer, Long, Double, Decimal and the rounding modes. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { enumType } from './define.ts';
import { Decimal } from './values/decimal.ts';
import type { RoundingMode } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import type { ApexEnum } from './values/enum.ts';
import { hashOf } from './values/equality.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { toDecimal } from './values/operators.ts';
import type { NumberValue } from './values/operators.ts';

/** Number in the running user's locale, at most three decimals. */
function localeFormat(value: number | bigint): string {
  return new Intl.NumberFormat(host().locale.replaceAll('_', '-')).format(value);
}

function parseInteger(text: string): number {
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (Number.isNaN(value) || value > 2147483647 || value < -2147483648)
    throwException('TypeException', `Invalid integer: ${text}`);
  return value;
}

function parseLong(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text.trim())) throwException('TypeException', `Invalid long: ${text}`);
  const value = BigInt(text.trim().replace(/^\+/, ''));
  if (BigInt.asIntN(64, value) !== value) throwException('TypeException', `Invalid long: ${text}`);
  return value;
}

function parseDecimal(text: string): Decimal {
  return Decimal.parse(text) ?? throwException('TypeException', `Invalid decimal: ${text}`);
}

function parseDouble(text: string): ApexDouble {
  return new ApexDouble((Decimal.parse(text) ?? throwException('TypeException', `Invalid double: ${text}`)).toNumber());
}

const isNumber = (value: unknown): value is NumberValue =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;

function anyDecimal(value: unknown): Decimal {
  const given = requireArgument(value);
  if (typeof given === 'string') return parseDecimal(given);
  return isNumber(given) ? toDecimal(given)! : throwException('TypeException', 'Invalid decimal');
}

function guarded(divisor: Decimal): Decimal {
  if (requireArgument(divisor).sign === 0) throwException('MathException', 'Divide by 0');
  return divisor;
}

function rounded(value: Decimal, scale: number, mode: RoundingMode): Decimal {
  try {
    return value.setScale(scale, mode);
  } catch {
    return throwException('MathException', 'Rounding necessary');
  }
}

const modeOf = (mode: ApexEnum): RoundingMode => requireArgument(mode).name as RoundingMode;

export const ROUNDING_MODE = enumType('RoundingMode', [
  'CEILING',
  'DOWN',
  'FLOOR',
  'HALF_DOWN',
  'HALF_EVEN',
  'HALF_UP',
  'UNNECESSARY',
  'UP',
]);

export const INTEGER: PlatformType = {
  name: 'Integer',
  kind: 'class',
  properties: {
    'static Integer MAX_VALUE': { get: () => 2147483647 },
    'static Integer MIN_VALUE': { get: () => -2147483648 },
  },
  members: {
    'static Integer valueOf(String)': (text: string | null) => parseInteger(requireArgument(text)),
    'static Integer valueOf(Object)': (value: unknown) => {
      const given = requireArgument(value);
      return typeof given === 'string' ? parseInteger(given) : anyDecimal(given).toInteger();
    },
    'String format()': localeFormat,
    'Integer intValue()': (value: number) => value,
    'Long longValue()': (value: number) => BigInt(value),
    'Double doubleValue()': (value: number) => new ApexDouble(value),
  },
};

export const LONG: PlatformType = {
  name: 'Long',
  kind: 'class',
  properties: {
    'static Long MAX_VALUE': { get: () => 2n ** 63n - 1n },
    'static Long MIN_VALUE': { get: () => -(2n ** 63n) },
  },
  members: {
    'static Long valueOf(String)': (text: string | null) => parseLong(requireArgument(text)),
    'static Long valueOf(Object)': (value: unknown) => {
      const given = requireArgument(value);
      return typeof given === 'string' ? parseLong(given) : anyDecimal(given).toLong();
    },
    'String format()': localeFormat,
    'Integer intValue()': (value: bigint) => Number(BigInt.asIntN(32, value)),
    'Long longValue()': (value: bigint) => value,
    'Double doubleValue()': (value: bigint) => new ApexDouble(Number(value)),
  },
};

/** Whole part as the platform converts a Double: held inside the range of the target. */
function truncate(value: ApexDouble, bits: 32 | 64): bigint {
  if (Number.isNaN(value.value)) return 0n;
  const most = 2n ** BigInt(bits - 1) - 1n;
  const whole = Number.isFinite(value.value) ? BigInt(Math.trunc(value.value)) : value.value > 0 ? most : -most - 1n;
  return whole > most ? most : whole < -most - 1n ? -most - 1n : whole;
}

export const DOUBLE: PlatformType = {
  name: 'Double',
  kind: 'class',
  members: {
    'static Double valueOf(String)': (text: string | null) => parseDouble(requireArgument(text)),
    'static Double valueOf(Object)': (value: unknown) => {
      const given = requireArgument(value);
      return typeof given === 'string' ? parseDouble(given) : new ApexDouble(anyDecimal(given).toNumber());
    },
    'String format()': (value: ApexDouble) => localeFormat(value.value),
    'Integer intValue()': (value: ApexDouble) => Number(truncate(value, 32)),
    'Long longValue()': (value: ApexDouble) => truncate(value, 64),
    'Double doubleValue()': (value: ApexDouble) => value,
    'Long round()': (value: ApexDouble) => Decimal.fromNumber(value.value).setScale(0, 'HALF_UP').toLong(),
  },
};

export const DECIMAL: PlatformType = {
  name: 'Decimal',
  kind: 'class',
  members: {
    'static Decimal valueOf(Double)': (value: ApexDouble | null) => Decimal.fromNumber(requireArgument(value).value),
    'static Decimal valueOf(Long)': (value: bigint | null) => Decimal.fromLong(requireArgument(value)),
    'static Decimal valueOf(String)': (text: string | null) => parseDecimal(requireArgument(text)),
    'static Decimal valueOf(Object)': anyDecimal,
    'Decimal abs()': (value: Decimal) => value.abs(),
    'Decimal divide(Decimal,Integer)': (value: Decimal, divisor: Decimal, scale: number) =>
      value.divide(guarded(divisor), requireArgument(scale)),
    'Decimal divide(Decimal,Integer,RoundingMode)': (value: Decimal, divisor: Decimal, scale: number, mode: ApexEnum) =>
      value.divide(guarded(divisor), requireArgument(scale), modeOf(mode)),
    'Double doubleValue()': (value: Decimal) => new ApexDouble(value.toNumber()),
    'Integer intValue()': (value: Decimal) => value.toInteger(),
    'Long longValue()': (value: Decimal) => value.toLong(),
    'String format()': (value: Decimal) => localeFormat(value.toNumber()),
    'Decimal pow(Integer)': (value: Decimal, exponent: number) => {
      if (exponent < 0 || exponent > 32767) throwException('MathException', 'Exponent must be between 0 and 32,767');
      return value.pow(exponent);
    },
    'Integer precision()': (value: Decimal) => value.precision,
    'Integer scale()': (value: Decimal) => value.scale,
    'Long round()': (value: Decimal) => value.setScale(0).toLong(),
    'Long round(RoundingMode)': (value: Decimal, mode: ApexEnum) => rounded(value, 0, modeOf(mode)).toLong(),
    'Decimal setScale(Integer)': (value: Decimal, scale: number) => value.setScale(requireArgument(scale)),
    'Decimal setScale(Integer,RoundingMode)': (value: Decimal, scale: number, mode: ApexEnum) =>
      rounded(value, requireArgument(scale), modeOf(mode)),
    'Decimal stripTrailingZeros()': (value: Decimal) => value.stripTrailingZeros(),
    'String toPlainString()': (value: Decimal) => value.toPlainString(),
    'Integer hashCode()': hashOf,
  },
};
