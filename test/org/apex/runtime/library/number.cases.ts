/** Integer, Long, Double, Decimal, rounding modes and Math. */
import type { LibraryRow } from './rows.ts';
import { enumRow, reference, rowsOf } from './rows.ts';

const DECIMAL_PAGE = reference('apex_methods_system_decimal');
const MATH_PAGE = reference('apex_methods_system_math');

const INTEGER = rowsOf('Integer', reference('apex_methods_system_integer'), {
  'static Integer MAX_VALUE': ['Integer.MAX_VALUE', '2147483647'],
  'static Integer MIN_VALUE': ['Integer.MIN_VALUE', '-2147483648'],
  'static Integer valueOf(String)': [
    ["Integer.valueOf('123') + Integer.valueOf('-3')", '120'],
    ["Integer.valueOf('abc')", '!System.TypeException: Invalid integer: abc'],
    ["Integer.valueOf('2147483648')", '!System.TypeException: Invalid integer: 2147483648'],
    ["Integer.valueOf('1.0')", '!System.TypeException: Invalid integer: 1.0'],
    ['String s; return Integer.valueOf(s);', '!System.NullPointerException: Argument cannot be null.'],
  ],
  'static Integer valueOf(Object)': [
    ['Object o = 12; return Integer.valueOf(o) + 1;', '13'],
    ['Object o = 12.9; return Integer.valueOf(o);', '12'],
  ],
  'String format()': ['Integer i = 22; Integer big = 1234567; return i.format() + big.format();', '221,234,567'],
  'Integer intValue()': ['Integer i = 7; return i.intValue();', '7'],
  'Long longValue()': ['Integer i = 7; return i.longValue() + 2147483647;', '2147483654'],
  'Double doubleValue()': ['Integer i = 7; return i.doubleValue();', '7.0'],
});

const LONG = rowsOf('Long', reference('apex_methods_system_long'), {
  'static Long MAX_VALUE': ['Long.MAX_VALUE', '9223372036854775807'],
  'static Long MIN_VALUE': ['Long.MIN_VALUE', '-9223372036854775808'],
  'static Long valueOf(String)': [
    ["Long.valueOf('123456789')", '123456789'],
    ["Long.valueOf('x')", '!System.TypeException: Invalid long: x'],
  ],
  'static Long valueOf(Object)': ['Object o = 12; return Long.valueOf(o);', '12'],
  'String format()': ['Long l = 4271990; return l.format();', '4,271,990'],
  'Integer intValue()': ['Long l = 7191991; return l.intValue();', '7191991'],
  'Long longValue()': ['Long l = 5; return l.longValue();', '5'],
  'Double doubleValue()': ['Long l = 5; return l.doubleValue();', '5.0'],
});

const DOUBLE = rowsOf('Double', reference('apex_methods_system_double'), {
  'static Double valueOf(String)': [
    ["Double.valueOf('3.14159')", '3.14159'],
    ["Double.valueOf('x')", '!System.TypeException: Invalid double: x'],
  ],
  'static Double valueOf(Object)': ['Object o = 2; return Double.valueOf(o);', '2.0'],
  'String format()': ['Double d = 1261992; return d.format();', '1,261,992'],
  'Integer intValue()': [
    ['Double d = 1.9; return d.intValue();', '1'],
    ['Double d = -1.9; return d.intValue();', '-1'],
  ],
  'Long longValue()': ['Double d = 421994.9; return d.longValue();', '421994'],
  'Double doubleValue()': ['Double d = 1.5; return d.doubleValue();', '1.5'],
  'Long round()': [
    ['Double d = 4.5; return d.round();', '5'],
    ['Double d = 4.2; return d.round();', '4'],
    ['Double d = -4.7; return d.round();', '-5'],
  ],
});

const rounds = (mode: string, results: string): [string, string] => [
  `List<Long> found = new List<Long>(); for (Decimal d : new List<Decimal>{ 5.5, 1.1, -1.1, -2.7 }) { found.add(d.round(RoundingMode.${mode})); } return found;`,
  results,
];

const DECIMAL = rowsOf('Decimal', DECIMAL_PAGE, {
  'static Decimal valueOf(Double)': ['Double d = 1.25; return Decimal.valueOf(d);', '1.25'],
  'static Decimal valueOf(Long)': ['Long l = 12345; return Decimal.valueOf(l);', '12345'],
  'static Decimal valueOf(String)': [
    ["Decimal.valueOf('12.4567')", '12.4567'],
    ["Decimal.valueOf('1.230').scale()", '3'],
    ["Decimal.valueOf('abc')", '!System.TypeException: Invalid decimal: abc'],
  ],
  'static Decimal valueOf(Object)': ['Object o = 5; return Decimal.valueOf(o) / 2;', '2.5'],
  'Decimal abs()': ['Decimal d = -6.02214129; return d.abs();', '6.02214129'],
  'Decimal divide(Decimal,Integer)': [
    ['Decimal d = 19; return d.divide(100, 3);', '0.190'],
    ['Decimal d = 1; return d.divide(0, 3);', '!System.MathException: Divide by 0'],
  ],
  'Decimal divide(Decimal,Integer,RoundingMode)': [
    ['Decimal d = 12.4567; return d.divide(7, 2, System.RoundingMode.UP);', '1.78'],
    ['Decimal d = 12.4567; return d.divide(7, 2, System.RoundingMode.DOWN);', '1.77'],
  ],
  'Double doubleValue()': ['Decimal d = 6.62606957; return d.doubleValue();', '6.62606957'],
  'Integer intValue()': ['Decimal d = 1.602176565; return d.intValue();', '1'],
  'Long longValue()': ['Decimal d = 376.730313461; return d.longValue();', '376'],
  'String format()': ['Decimal d = 12345.6789; return d.format();', '12,345.679'],
  'Decimal pow(Integer)': [
    ['Decimal d = 4.12; return d.pow(2);', '16.9744'],
    ['Decimal d = 4.12; return d.pow(0);', '1'],
  ],
  'Integer precision()': ['Decimal a = 123.45; Decimal b = 123.123; return a.precision() + b.precision();', '11'],
  'Integer scale()': ['Decimal d = 8.987600; return d.scale();', '6'],
  'Long round()': [
    ['Decimal d = 4.5; return d.round();', '4'],
    ['Decimal d = 5.5; return d.round();', '6'],
    ['Decimal d = 5.4; return d.round();', '5'],
  ],
  'Long round(RoundingMode)': [
    rounds('CEILING', '(6, 2, -1, -2)'),
    rounds('DOWN', '(5, 1, -1, -2)'),
    rounds('FLOOR', '(5, 1, -2, -3)'),
    rounds('HALF_DOWN', '(5, 1, -1, -3)'),
    rounds('HALF_EVEN', '(6, 1, -1, -3)'),
    rounds('HALF_UP', '(6, 1, -1, -3)'),
    rounds('UP', '(6, 2, -2, -3)'),
    ['Decimal d = 1.0; return d.round(RoundingMode.UNNECESSARY);', '1'],
    ['Decimal d = 5.5; return d.round(RoundingMode.UNNECESSARY);', '!System.MathException: Rounding necessary'],
  ],
  'Decimal setScale(Integer)': [
    ['Decimal d = 8.987654; return d.setScale(3);', '8.988'],
    ["Decimal a = 2.345; Decimal b = 2.355; return a.setScale(2) + ' ' + b.setScale(2);", '2.34 2.36'],
    ['Decimal d = 1; return d.setScale(2);', '1.00'],
  ],
  'Decimal setScale(Integer,RoundingMode)': ['Decimal d = 8.987654; return d.setScale(3, RoundingMode.DOWN);', '8.987'],
  'Decimal stripTrailingZeros()': ['Decimal d = 8.987600; return d.stripTrailingZeros();', '8.9876'],
  'String toPlainString()': ['Decimal d = 12345.6789; return d.toPlainString();', '12345.6789'],
  'Integer hashCode()': ['Decimal a = 1.1; Decimal b = 1.1; return a.hashCode() == b.hashCode();', 'true'],
});

/** Functions that exist for Decimal and for Double: a value whose result is exact in both. */
const REAL: Readonly<Record<string, readonly [argument: string, decimal: string, double: string]>> = {
  acos: ['1', '0', '0.0'],
  asin: ['0', '0', '0.0'],
  atan: ['0', '0', '0.0'],
  cbrt: ['27', '3', '3.0'],
  cos: ['0', '1', '1.0'],
  cosh: ['0', '1', '1.0'],
  exp: ['0', '1', '1.0'],
  log: ['1', '0', '0.0'],
  log10: ['1000', '3', '3.0'],
  sin: ['0', '0', '0.0'],
  sinh: ['0', '0', '0.0'],
  sqrt: ['6.25', '2.5', '2.5'],
  tan: ['0', '0', '0.0'],
  tanh: ['0', '0', '0.0'],
};
const REAL_ROWS: LibraryRow[] = Object.entries(REAL).flatMap(([name, [argument, decimal, double]]) =>
  rowsOf('Math', MATH_PAGE, {
    [`static Decimal ${name}(Decimal)`]: [`Decimal d = ${argument}; return Math.${name}(d);`, decimal],
    [`static Double ${name}(Double)`]: [`Double d = ${argument}; return Math.${name}(d);`, double],
  }),
);

const MATH = rowsOf('Math', MATH_PAGE, {
  'static Double PI': ['Math.PI', '3.141592653589793'],
  'static Double E': ['Math.E', '2.718281828459045'],
  'static Integer abs(Integer)': [
    ['Math.abs(-42)', '42'],
    ['Math.abs(Integer.MIN_VALUE)', '-2147483648'],
  ],
  'static Long abs(Long)': ['Math.abs(-343L)', '343'],
  'static Double abs(Double)': ['Double d = -42.5; return Math.abs(d);', '42.5'],
  'static Decimal abs(Decimal)': ['Decimal d = -42.50; return Math.abs(d);', '42.50'],
  'static Decimal atan2(Decimal,Decimal)': ['Decimal y = 0; Decimal x = 1; return Math.atan2(y, x);', '0'],
  'static Double atan2(Double,Double)': ['Double y = 1; Double x = 1; return Math.atan2(y, x);', '0.7853981633974483'],
  'static Decimal ceil(Decimal)': ['Decimal a = 5.2; Decimal b = -5.2; return Math.ceil(a) + Math.ceil(b);', '1'],
  'static Double ceil(Double)': ['Double d = -5.2; return Math.ceil(d);', '-5.0'],
  'static Decimal floor(Decimal)': ['Decimal a = 5.7; Decimal b = -5.2; return Math.floor(a) + Math.floor(b);', '-1'],
  'static Double floor(Double)': ['Double d = -5.2; return Math.floor(d);', '-6.0'],
  'static Integer max(Integer,Integer)': ['Math.max(3, 7)', '7'],
  'static Long max(Long,Long)': ['Math.max(3L, 7L)', '7'],
  'static Double max(Double,Double)': ['Double a = 1.5; Double b = 1.25; return Math.max(a, b);', '1.5'],
  'static Decimal max(Decimal,Decimal)': ['Math.max(12.3, 156.60)', '156.60'],
  'static Integer min(Integer,Integer)': ['Math.min(3, 7)', '3'],
  'static Long min(Long,Long)': ['Math.min(3L, 7L)', '3'],
  'static Double min(Double,Double)': ['Double a = 1.5; Double b = 1.25; return Math.min(a, b);', '1.25'],
  'static Decimal min(Decimal,Decimal)': ['Math.min(12.3, 156.6)', '12.3'],
  'static Integer mod(Integer,Integer)': [
    ["Math.mod(12, 5) + ' ' + Math.mod(-7, 3)", '2 -1'],
    ['Math.mod(5, 0)', '!System.MathException: Divide by 0'],
  ],
  'static Long mod(Long,Long)': ['Math.mod(12L, 5L)', '2'],
  'static Double pow(Double,Double)': [
    ['Math.pow(2, 10)', '1024.0'],
    ['Math.pow(4, -0.5)', '0.5'],
  ],
  'static Double random()': ['Double d = Math.random(); return d >= 0 && d < 1;', 'true'],
  'static Decimal rint(Decimal)': ['Decimal a = 2.5; Decimal b = 3.5; return Math.rint(a) + Math.rint(b);', '6'],
  'static Double rint(Double)': ['Double d = 2.5; return Math.rint(d);', '2.0'],
  'static Integer round(Double)': ['Double d = 4.2; return Math.round(d);', '4'],
  'static Integer round(Decimal)': [
    ['Decimal d = 4.5; return Math.round(d);', '4'],
    ['Decimal d = 5.5; return Math.round(d);', '6'],
  ],
  'static Long roundToLong(Double)': ['Double d = 4.7; return Math.roundToLong(d);', '5'],
  'static Long roundToLong(Decimal)': ['Decimal d = 5.5; return Math.roundToLong(d);', '6'],
  'static Decimal signum(Decimal)': ['Decimal d = -0.5; return Math.signum(d);', '-1'],
  'static Double signum(Double)': ['Double d = 0; return Math.signum(d);', '0.0'],
});

export const NUMBERS: readonly LibraryRow[] = [
  ...INTEGER,
  ...LONG,
  ...DOUBLE,
  ...DECIMAL,
  ...enumRow('RoundingMode', DECIMAL_PAGE, 'CEILING DOWN FLOOR HALF_DOWN HALF_EVEN HALF_UP UNNECESSARY UP'),
  ...REAL_ROWS,
  ...MATH,
];
