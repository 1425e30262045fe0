/** Math. Every function exists for the number types the platform has it for. */
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { requireArgument, throwException } from './values/exception.ts';

type Real = (value: number) => number;

const REAL: Readonly<Record<string, Real>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

function toDecimalResult(value: number): Decimal {
  return Number.isFinite(value)
    ? Decimal.fromNumber(value)
    : throwException('MathException', 'The result is no number');
}

function realMembers(): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const [name, compute] of Object.entries(REAL)) {
    members[`static Decimal ${name}(Decimal)`] = (value: Decimal | null) =>
      toDecimalResult(compute(requireArgument(value).toNumber()));
    members[`static Double ${name}(Double)`] = (value: ApexDouble | null) =>
      new ApexDouble(compute(requireArgument(value).value));
  }
  return members;
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

function compareDecimals(left: Decimal | null, right: Decimal | null): number {
  return requireArgument(left).compareTo(requireArgument(right));
}

function modulo<T extends number | bigint>(value: T, divisor: T, isZero: boolean): T {
  requireArgument(value);
  requireArgument(divisor);
  if (isZero) throwException('MathException', 'Divide by 0');
  return ((value as number) % (divisor as number)) as T;
}

const toInteger = (value: bigint): number => Number(BigInt.asIntN(32, value));
const roundHalfEven = (value: ApexDouble | null): bigint =>
  Decimal.fromNumber(requireArgument(value).value).setScale(0, 'HALF_EVEN').toLong();
const absoluteLong = (value: bigint): bigint => (value < 0n ? -value : value);

export const MATH: PlatformType = {
  name: 'Math',
  kind: 'class',
  properties: {
    'static Double PI': { get: () => new ApexDouble(Math.PI) },
    'static Double E': { get: () => new ApexDouble(Math.E) },
  },
  members: {
    ...realMembers(),
    'static Integer abs(Integer)': (value: number) => Math.abs(requireArgument(value)) | 0,
    'static Long abs(Long)': (value: bigint) => absoluteLong(requireArgument(value)),
    'static Double abs(Double)': (value: ApexDouble) => new ApexDouble(Math.abs(requireArgument(value).value)),
    'static Decimal abs(Decimal)': (value: Decimal) => requireArgument(value).abs(),
    'static Decimal atan2(Decimal,Decimal)': (y: Decimal, x: Decimal) =>
      toDecimalResult(Math.atan2(requireArgument(y).toNumber(), requireArgument(x).toNumber())),
    'static Double atan2(Double,Double)': (y: ApexDouble, x: ApexDouble) =>
      new ApexDouble(Math.atan2(requireArgument(y).value, requireArgument(x).value)),
    'static Decimal ceil(Decimal)': (value: Decimal) => requireArgument(value).setScale(0, 'CEILING'),
    'static Double ceil(Double)': (value: ApexDouble) => new ApexDouble(Math.ceil(requireArgument(value).value)),
    'static Decimal floor(Decimal)': (value: Decimal) => requireArgument(value).setScale(0, 'FLOOR'),
    'static Double floor(Double)': (value: ApexDouble) => new ApexDouble(Math.floor(requireArgument(value).value)),
    'static Integer max(Integer,Integer)': (left: number, right: number) =>
      Math.max(requireArgument(left), requireArgument(right)),
    'static Long max(Long,Long)': (left: bigint, right: bigint) =>
      requireArgument(left) > requireArgument(right) ? left : right,
    'static Double max(Double,Double)': (left: ApexDouble, right: ApexDouble) =>
      new ApexDouble(Math.max(requireArgument(left).value, requireArgument(right).value)),
    'static Decimal max(Decimal,Decimal)': (left: Decimal, right: Decimal) =>
      compareDecimals(left, right) >= 0 ? left : right,
    'static Integer min(Integer,Integer)': (left: number, right: number) =>
      Math.min(requireArgument(left), requireArgument(right)),
    'static Long min(Long,Long)': (left: bigint, right: bigint) =>
      requireArgument(left) < requireArgument(right) ? left : right,
    'static Double min(Double,Double)': (left: ApexDouble, right: ApexDouble) =>
      new ApexDouble(Math.min(requireArgument(left).value, requireArgument(right).value)),
    'static Decimal min(Decimal,Decimal)': (left: Decimal, right: Decimal) =>
      compareDecimals(left, right) <= 0 ? left : right,
    'static Integer mod(Integer,Integer)': (value: number, divisor: number) =>
      modulo(value, divisor, divisor === 0) | 0,
    'static Long mod(Long,Long)': (value: bigint, divisor: bigint) => modulo(value, divisor, divisor === 0n),
    'static Double pow(Double,Double)': (value: ApexDouble, exponent: ApexDouble) =>
      new ApexDouble(requireArgument(value).value ** requireArgument(exponent).value),
    'static Double random()': () => new ApexDouble(Math.random()),
    'static Decimal rint(Decimal)': (value: Decimal) => requireArgument(value).setScale(0, 'HALF_EVEN'),
    'static Double rint(Double)': (value: ApexDouble) => new ApexDouble(halfEven(requireArgument(value).value)),
    'static Integer round(Double)': (value: ApexDouble) => toInteger(roundHalfEven(value)),
    'static Integer round(Decimal)': (value: Decimal) =>
      toInteger(requireArgument(value).setScale(0, 'HALF_EVEN').toLong()),
    'static Long roundToLong(Double)': roundHalfEven,
    'static Long roundToLong(Decimal)': (value: Decimal) => requireArgument(value).setScale(0, 'HALF_EVEN').toLong(),
    'static Decimal signum(Decimal)': (value: Decimal) => Decimal.fromNumber(requireArgument(value).sign),
    'static Double signum(Double)': (value: ApexDouble) => new ApexDouble(Math.sign(requireArgument(value).value)),
  },
};
