/** Double: a 64-bit float in its own class, so that it prints and compares as a Double and never as an Integer. */

export class ApexDouble {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexDouble && other.value === this.value;
  }

  /** `12.0`, `1.0E7`, `1.5E-5`: scientific below 0.001 and from ten million. */
  toString(): string {
    const { value } = this;
    if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
      const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
      return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
    }
    const text = Object.is(value, -0) ? '-0' : String(value);
    return text.includes('.') ? text : `${text}.0`;
  }

  toJSON(): string {
    return this.toString();
  }
}
