/** Decimal: an unscaled integer and a scale, with the arithmetic of the platform (arbitrary precision, explicit scale). */

export type RoundingMode = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

/** Significant digits of a quotient that does not end. */
const DIVISION_DIGITS = 34;

const POWERS: bigint[] = [1n];

function powerOfTen(exponent: number): bigint {
  const known = POWERS[exponent];
  if (known !== undefined) return known;
  const power = 10n ** BigInt(exponent);
  if (exponent < 64) POWERS[exponent] = power;
  return power;
}

function digits(value: bigint): number {
  const text = value.toString();
  return value < 0n ? text.length - 1 : text.length;
}

/** Divides and rounds; the sign of the quotient decides the directed modes. */
function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const negative = dividend < 0n !== divisor < 0n;
  const away = negative ? quotient - 1n : quotient + 1n;
  const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
  const twice = absolute(remainder) * 2n;
  const size = absolute(divisor);
  switch (mode) {
    case 'UP':
      return away;
    case 'DOWN':
      return quotient;
    case 'CEILING':
      return negative ? quotient : away;
    case 'FLOOR':
      return negative ? away : quotient;
    case 'HALF_UP':
      return twice >= size ? away : quotient;
    case 'HALF_DOWN':
      return twice > size ? away : quotient;
    case 'HALF_EVEN':
      if (twice !== size) return twice > size ? away : quotient;
      return quotient % 2n === 0n ? quotient : away;
    case 'UNNECESSARY':
      throw new RangeError('Rounding necessary');
  }
}

export class Decimal {
  readonly unscaled: bigint;
  /** Digits after the point; never negative. */
  readonly scale: number;
  constructor(unscaled: bigint, scale = 0) {
    this.unscaled = scale < 0 ? unscaled * powerOfTen(-scale) : unscaled;
    this.scale = scale < 0 ? 0 : scale;
  }

  static readonly ZERO = new Decimal(0n);
  static readonly ONE = new Decimal(1n);

  /** Reads `-12.340`, `1E3`, `.5`; `null` when the text is no number. */
  static parse(text: string): Decimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text.trim());
    if (!match) return null;
    const whole = match[2] ?? '';
    const fraction = match[3] ?? '';
    if (whole === '' && fraction === '') return null;
    const unscaled = BigInt(`${whole}${fraction}`) * (match[1] === '-' ? -1n : 1n);
    return new Decimal(unscaled, fraction.length - Number(match[4] ?? 0));
  }

  /** Same as `parse` for text known to be a number (literals). */
  static of(text: string): Decimal {
    const value = Decimal.parse(text);
    if (!value) throw new RangeError(`Invalid decimal: ${text}`);
    return value;
  }

  /** The shortest decimal that names this double. Throws `RangeError` for NaN and the infinities. */
  static fromNumber(value: number): Decimal {
    if (Number.isSafeInteger(value)) return new Decimal(BigInt(value));
    if (!Number.isFinite(value)) throw new RangeError(`${value} is no decimal`);
    return Decimal.of(String(value));
  }

  static fromLong(value: bigint): Decimal {
    return new Decimal(value);
  }

  private at(scale: number): bigint {
    return this.unscaled * powerOfTen(scale - this.scale);
  }

  add(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale);
  }

  subtract(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) - other.at(scale), scale);
  }

  multiply(other: Decimal): Decimal {
    return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /** The operator `/`: exact where the quotient ends, else 34 significant digits, half-even. Throws `RangeError` by zero. */
  quotient(divisor: Decimal): Decimal {
    if (divisor.unscaled === 0n) throw new RangeError('Divide by 0');
    const preferred = Math.max(0, this.scale - divisor.scale);
    if (this.unscaled === 0n) return new Decimal(0n, preferred);
    const lead = DIVISION_DIGITS - digits(this.unscaled) + digits(divisor.unscaled);
    const shift = Math.max(0, lead + 1);
    const numerator = this.unscaled * powerOfTen(shift);
    let scale = this.scale - divisor.scale + shift;
    let value: bigint;
    if (numerator % divisor.unscaled === 0n) {
      value = numerator / divisor.unscaled;
    } else {
      const rough = numerator / divisor.unscaled;
      const surplus = Math.max(0, digits(rough) - DIVISION_DIGITS);
      value = divideRounded(numerator, divisor.unscaled * powerOfTen(surplus), 'HALF_EVEN');
      scale -= surplus;
    }
    while (scale > preferred && value % 10n === 0n) {
      value /= 10n;
      scale -= 1;
    }
    return new Decimal(value, scale);
  }

  /** `divide(divisor, scale, mode)`. Throws `RangeError` by zero. */
  divide(divisor: Decimal, scale: number, mode: RoundingMode = 'HALF_EVEN'): Decimal {
    if (divisor.unscaled === 0n) throw new RangeError('Divide by 0');
    const shift = scale - this.scale + divisor.scale;
    const numerator = shift >= 0 ? this.unscaled * powerOfTen(shift) : this.unscaled;
    const denominator = shift >= 0 ? divisor.unscaled : divisor.unscaled * powerOfTen(-shift);
    return new Decimal(divideRounded(numerator, denominator, mode), scale);
  }

  remainder(divisor: Decimal): Decimal {
    if (divisor.unscaled === 0n) throw new RangeError('Divide by 0');
    const scale = Math.max(this.scale, divisor.scale);
    return new Decimal(this.at(scale) % divisor.at(scale), scale);
  }

  setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): Decimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new Decimal(this.at(scale), scale);
    const divided = divideRounded(this.unscaled, powerOfTen(this.scale - scale), mode);
    return new Decimal(divided, scale);
  }

  negate(): Decimal {
    return new Decimal(-this.unscaled, this.scale);
  }

  abs(): Decimal {
    return this.unscaled < 0n ? this.negate() : this;
  }

  pow(exponent: number): Decimal {
    return new Decimal(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  /** -1, 0 or 1. */
  get sign(): number {
    return this.unscaled === 0n ? 0 : this.unscaled < 0n ? -1 : 1;
  }

  get precision(): number {
    return digits(this.unscaled);
  }

  compareTo(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const left = this.at(scale);
    const right = other.at(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** By value: `1.0` equals `1.00`. */
  equals(other: unknown): boolean {
    return other instanceof Decimal && this.compareTo(other) === 0;
  }

  stripTrailingZeros(): Decimal {
    let { unscaled, scale } = this;
    while (scale > 0 && unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale -= 1;
    }
    return new Decimal(unscaled, scale);
  }

  toPlainString(): string {
    const negative = this.unscaled < 0n;
    const text = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
    const sign = negative ? '-' : '';
    if (this.scale === 0) return sign + text;
    return `${sign}${text.slice(0, -this.scale)}.${text.slice(-this.scale)}`;
  }

  toString(): string {
    return this.toPlainString();
  }

  toJSON(): string {
    return this.toPlainString();
  }

  toNumber(): number {
    return Number(this.toPlainString());
  }

  /** Whole part, 64 bits. */
  toLong(): bigint {
    return BigInt.asIntN(64, this.unscaled / powerOfTen(this.scale));
  }

  /** Whole part, 32 bits. */
  toInteger(): number {
    return Number(BigInt.asIntN(32, this.unscaled / powerOfTen(this.scale)));
  }
}
