/** instanceof and casts at run time. */
import { SObjectRecord } from '../../../store/record.ts';
import { userClassOf } from '../../invoke.ts';
import { typeParts } from '../../type/text.ts';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/values/date.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { ApexException, throwException } from '../../runtime/values/exception.ts';
import { isIdText, toId } from '../../runtime/values/ids.ts';
import { ApexObject } from '../../runtime/values/object.ts';
import type { NumberValue } from '../../runtime/values/operators.ts';
import { toDecimal, toDouble } from '../../runtime/values/operators.ts';
import type { PlatformType } from '../../contract.ts';

type Test = (value: unknown) => boolean;

const isWhole: Test = (value) => typeof value === 'number';
const PRIMITIVES: Readonly<Record<string, Test>> = {
  Object: () => true,
  String: (value) => typeof value === 'string',
  Id: (value) => typeof value === 'string' && isIdText(value),
  Boolean: (value) => typeof value === 'boolean',
  Integer: isWhole,
  Long: (value) => typeof value === 'bigint' || isWhole(value),
  Decimal: (value) =>
    value instanceof Decimal || value instanceof ApexDouble || typeof value === 'bigint' || isWhole(value),
  Double: (value) =>
    value instanceof ApexDouble || value instanceof Decimal || typeof value === 'bigint' || isWhole(value),
  Date: (value) => value instanceof ApexDate,
  Datetime: (value) => value instanceof ApexDatetime,
  Time: (value) => value instanceof ApexTime,
  Blob: (value) => value instanceof ApexBlob,
  SObject: (value) => value instanceof SObjectRecord,
  AggregateResult: (value) => value instanceof SObjectRecord && value.aggregateTypes !== null,
};

/** Supertypes of platform types by name; the loader gives the table. */
export function instanceSupport(platformTypes: ReadonlyMap<string, PlatformType>) {
  const platformLine = (type: string): string[] => {
    const found: string[] = [];
    const visit = (name: string): void => {
      if (found.includes(name)) return;
      found.push(name);
      const platform = platformTypes.get(typeParts(name).base.toLowerCase());
      for (const each of [platform?.extends, ...(platform?.implements ?? [])]) if (each !== undefined) visit(each);
    };
    visit(type);
    return found;
  };

  /** Whether the value is of the type; null never is. */
  function isInstance(value: unknown, type: string): boolean {
    if (value === null || value === undefined) return false;
    const primitive = PRIMITIVES[type];
    if (primitive) return primitive(value);
    if (value instanceof SObjectRecord) return value.object.name === type;
    if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap)
      return isCollection(value.type, type);
    const user = userClassOf(value);
    if (user) return user.name === type || user.supertypes.has(type) || sameBase(user.supertypes, type);
    if (value instanceof ApexException) return type === 'Exception' || platformLine(value.apexType).includes(type);
    if (value instanceof ApexObject)
      return platformLine(value.apexType).some(
        (each) => each === type || typeParts(each).base === typeParts(type).base,
      );
    return false;
  }

  function sameBase(supertypes: ReadonlySet<string>, type: string): boolean {
    const { base, args } = typeParts(type);
    if (args.length > 0 && !args.includes('Object') && !args.includes('SObject')) return false;
    for (const each of supertypes) if (typeParts(each).base === base) return true;
    return false;
  }

  function isCollection(actual: string, type: string): boolean {
    if (actual === type) return true;
    const [source, target] = [typeParts(actual), typeParts(type)];
    const isIterable = target.base === 'Iterable' && source.base !== 'Map';
    if (source.base !== target.base && !isIterable) return false;
    return target.args.every((arg, at) => isNear(source.args[at]!, arg));
  }

  function isNear(actual: string, type: string): boolean {
    if (actual === type || type === 'Object' || type === 'SObject' || actual === 'SObject') return true;
    if (actual === 'Id' && type === 'String') return true;
    return actual.includes('<') && isCollection(actual, type);
  }

  /** `(Type) value`; throws TypeException. */
  function cast(value: unknown, type: string): unknown {
    if (value === null || value === undefined) return null;
    if (type === 'Id' && typeof value === 'string') return toId(value);
    if (!isInstance(value, type))
      throwException('TypeException', `Invalid conversion from runtime type ${typeName(value)} to ${type}`);
    if (type === 'Decimal') return toDecimal(value as NumberValue);
    if (type === 'Double') return toDouble(value as NumberValue);
    return type === 'Long' ? BigInt(value as number) : value;
  }

  return { isInstance, cast, castNumber, copyInstance };
}

/** A new instance of the same class with the same field values. */
function copyInstance(value: object): object {
  return Object.assign(Object.create(Object.getPrototypeOf(value) as object) as object, value);
}

/** Name of a value's type for messages. */
export function typeName(value: unknown): string {
  if (value instanceof SObjectRecord) return value.object.name;
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return value.type;
  if (value instanceof ApexObject) return value.apexType;
  const named = ['String', 'Boolean', 'Integer', 'Long', 'Date', 'Datetime', 'Time', 'Blob'].find((name) =>
    PRIMITIVES[name]!(value),
  );
  return named ?? (value instanceof ApexDouble ? 'Double' : value instanceof Decimal ? 'Decimal' : 'Object');
}

/** Casts between number types: narrowing cuts off. */
function castNumber(value: NumberValue | null, type: string): NumberValue | null {
  if (value === null) return null;
  if (type === 'Decimal') return toDecimal(value);
  if (type === 'Double') return toDouble(value);
  const whole = wholePart(value);
  return type === 'Long' ? BigInt.asIntN(64, whole) : Number(BigInt.asIntN(32, whole));
}

function wholePart(value: NumberValue): bigint {
  if (value instanceof Decimal) return value.toLong();
  return value instanceof ApexDouble ? BigInt(Math.trunc(value.value)) : BigInt(value);
}
