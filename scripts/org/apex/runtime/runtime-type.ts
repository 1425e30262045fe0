/** Types of values at run time: their names, supertypes, and what may be assigned to what. */
import { SObjectRecord } from '../../store/record.ts';
import { host } from '../host.ts';
import { platformType } from './registry.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexList, ApexMap, ApexSet, typeArguments } from './values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/date.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { ApexObject } from './values/object.ts';

/** Canonical type of a value that is not null. */
export function typeOf(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'Integer';
  if (typeof value === 'bigint') return 'Long';
  if (typeof value === 'boolean') return 'Boolean';
  if (value instanceof Decimal) return 'Decimal';
  if (value instanceof ApexDouble) return 'Double';
  if (value instanceof ApexDate) return 'Date';
  if (value instanceof ApexDatetime) return 'Datetime';
  if (value instanceof ApexTime) return 'Time';
  if (value instanceof ApexBlob) return 'Blob';
  if (value instanceof SObjectRecord) return value.object.name;
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return value.type;
  return value instanceof ApexObject ? value.apexType : 'Object';
}

const WIDENING: Readonly<Record<string, readonly string[]>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Id: ['String'],
  String: ['Id'],
};

const baseOf = (type: string): string => type.split('<')[0] ?? type;
const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function supertypes(type: string): Set<string> {
  const user = host().userClass(type);
  if (user) return new Set(user.supertypes);
  const found = new Set<string>();
  const visit = (name: string): void => {
    const platform = platformType(name);
    for (const each of [platform?.extends, ...(platform?.implements ?? [])]) {
      if (each === undefined || found.has(each)) continue;
      found.add(each);
      visit(each);
    }
  };
  visit(type);
  return found;
}

/** Whether a value of type `from` may be assigned to a variable of type `to`. */
export function isAssignable(from: string, to: string): boolean {
  if (same(from, to) || to === 'Object') return true;
  if (WIDENING[from]?.includes(to)) return true;
  if (to === 'SObject') return host().schema.object(from) !== undefined;
  const [source, target] = [typeArguments(from), typeArguments(to)];
  if (source.length > 0 && same(baseOf(from), baseOf(to)))
    return source.every((each, index) => isElement(each, target[index] ?? 'Object'));
  if (source.length === 1 && baseOf(to) === 'Iterable') return isAssignable(source[0]!, target[0] ?? 'Object');
  return [...supertypes(from)].some((each) => same(each, to) || (target.length > 0 && same(baseOf(each), baseOf(to))));
}

/** A collection of generic records may be one of any object. */
function isElement(from: string, to: string): boolean {
  return isAssignable(from, to) || (from === 'SObject' && host().schema.object(to) !== undefined);
}

/** `instanceof`: false for null. */
export function isInstanceOf(value: unknown, type: string): boolean {
  return value !== null && value !== undefined && isAssignable(typeOf(value), type);
}
