/** Which type may stand where another is expected, how near the two are, and the JavaScript that converts the value. */
import type { World } from '../declare/world.ts';
import { elementOf, numericRank, typeParts } from './text.ts';

/** Distance of an implicit conversion for overload ranking: 0 is the same type, `null` is not allowed. */
export function distance(world: World, from: string, to: string): number | null {
  if (from === to) return 0;
  if (from === 'void') return null;
  if (from === 'null') return to === 'Object' ? 40 : to === 'SObject' ? 6 : 3;
  if (to === 'Object') return 50;
  const numeric = numericDistance(from, to);
  if (numeric !== undefined) return numeric;
  const fixed = FIXED[`${from}>${to}`];
  if (fixed !== undefined) return fixed;
  if (to === 'SObject') return world.isRecordType(from) ? 5 : null;
  return collectionDistance(world, from, to) ?? hierarchyDistance(world, from, to);
}

/** Conversions between single types besides numbers. */
const FIXED: Readonly<Record<string, number>> = { 'Id>String': 2, 'String>Id': 20, 'Date>Datetime': 10 };

function numericDistance(from: string, to: string): number | null | undefined {
  const [left, right] = [numericRank(from), numericRank(to)];
  if (left < 0 || right < 0) return left < 0 && right < 0 ? undefined : null;
  if (right > left) return right - left;
  return from === 'Decimal' && to === 'Double' ? 1 : null;
}

function collectionDistance(world: World, from: string, to: string): number | null {
  const source = typeParts(from);
  const target = typeParts(to);
  if (target.base === 'Iterable' && (source.base === 'List' || source.base === 'Set'))
    return near(world, source.args[0]!, target.args[0] ?? 'Object');
  if (source.args.length === 0 || source.base !== target.base) return null;
  if (target.args.length === 0) return 1;
  let total = 1;
  for (const [at, arg] of source.args.entries()) {
    const step = near(world, arg, target.args[at]!);
    if (step === null) return null;
    total += step;
  }
  return total;
}

/** Distance between type arguments: records both ways, text and ids both ways, else as usual. */
function near(world: World, from: string, to: string): number | null {
  if (from === to) return 0;
  if (from === 'SObject' && world.isRecordType(to)) return 3;
  if (numericRank(from) >= 0 && to !== 'Object') return null;
  return distance(world, from, to);
}

function hierarchyDistance(world: World, from: string, to: string): number | null {
  const supertypes = world.supertypes(from);
  if (supertypes.has(to)) return 5 + [...supertypes].indexOf(to);
  const base = typeParts(to).base;
  for (const each of supertypes) if (typeParts(each).base === base) return 8;
  return null;
}

/** Whether an instance of one type can be one of the other: what `cast` and `instanceof` allow. */
export function castable(world: World, from: string, to: string): boolean {
  if (from === 'Object' || from === 'null') return true;
  if (distance(world, from, to) !== null || distance(world, to, from) !== null) return true;
  if (numericRank(from) >= 0 && numericRank(to) >= 0) return true;
  if (world.isRecordType(from) && world.isRecordType(to)) return from === 'SObject';
  const [source, target] = [typeParts(from), typeParts(to)];
  if (source.base === target.base && source.args.length > 0) return castable(world, elementOf(from), elementOf(to));
  return isInterface(world, from) || isInterface(world, to);
}

function isInterface(world: World, type: string): boolean {
  return world.userClass(type)?.kind === 'interface' || world.platform(type)?.type.kind === 'interface';
}

/** JavaScript that turns a value of one type into the other; null stays null. Only where `distance` allows it. */
export function conversion(js: string, from: string, to: string): string {
  if (from === to || from === 'null') return js;
  if (to === 'Long' && from === 'Integer') return /^\d+$/.test(js) ? `${js}n` : `$.toLong(${js})`;
  if (to === 'Double' && numericRank(from) >= 0) return `$.toDouble(${js})`;
  if (to === 'Decimal' && numericRank(from) >= 0) return `$.toDecimal(${js})`;
  if (to === 'Id' && from === 'String') return `$.toId(${js})`;
  if (to === 'Datetime' && from === 'Date') return `$.toDatetime(${js})`;
  return js;
}
