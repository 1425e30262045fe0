/** Operators of emitted code that the runtime's value modules do not have. */
import type { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime, ApexTime } from '../../runtime/values/date.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { throwNull } from '../../runtime/values/exception.ts';
import { toId } from '../../runtime/values/ids.ts';
import type { NumberValue } from '../../runtime/values/operators.ts';
import {
  addDays,
  compare,
  decimalArithmetic,
  divideIntegers,
  doubleArithmetic,
  equal,
  identical,
  longArithmetic,
  toDecimal,
  toDouble,
  toLong,
} from '../../runtime/values/operators.ts';
import { concatText } from '../../runtime/values/text.ts';

type MaybeNumber = number | null;

const DAY_MS = 86_400_000;

/** Comparison with null is false. */
const less = (left: MaybeNumber, right: MaybeNumber): boolean => left !== null && right !== null && left < right;
const lessOrSame = (left: MaybeNumber, right: MaybeNumber): boolean => left !== null && right !== null && left <= right;
const more = (left: MaybeNumber, right: MaybeNumber): boolean => left !== null && right !== null && left > right;
const moreOrSame = (left: MaybeNumber, right: MaybeNumber): boolean => left !== null && right !== null && left >= right;

function negate(value: NumberValue | null): NumberValue {
  if (value === null) return throwNull();
  if (value instanceof Decimal) return value.negate();
  if (value instanceof ApexDouble) return new ApexDouble(-value.value);
  return typeof value === 'bigint' ? BigInt.asIntN(64, -value) : -value | 0;
}

function shiftLong(operator: string, value: bigint, count: number | bigint): bigint {
  const places = BigInt(count) & 63n;
  if (operator === '<<') return BigInt.asIntN(64, value << places);
  return operator === '>>' ? value >> places : BigInt.asIntN(64, BigInt.asUintN(64, value) >> places);
}

/** Date and datetime by days, time by milliseconds. */
function shiftMoment(
  value: ApexDate | ApexDatetime | ApexTime | null,
  amount: NumberValue | null,
  sign: 1 | -1,
): unknown {
  if (value === null || amount === null) return throwNull();
  const signed = sign === 1 ? amount : negate(amount);
  if (!(value instanceof ApexTime)) return addDays(value, signed);
  return new ApexTime((((value.ms + Number(signed)) % DAY_MS) + DAY_MS) % DAY_MS);
}

const toDatetime = (value: ApexDate | null): ApexDatetime | null =>
  value === null ? null : new ApexDatetime(value.days * DAY_MS);

export const numberSupport = {
  less,
  lessOrSame,
  more,
  moreOrSame,
  negate,
  shiftLong,
  shiftMoment,
  toDatetime,
  toId,
  toLong,
  toDouble,
  toDecimal,
  decimal: (text: string) => Decimal.of(text),
  divideIntegers,
  longArithmetic,
  decimalArithmetic,
  doubleArithmetic,
  equal,
  identical,
  compare,
  text: concatText,
};
