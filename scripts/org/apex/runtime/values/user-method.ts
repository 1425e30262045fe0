/** Methods that Apex code defines and the platform calls: equals, hashCode, toString, compareTo, iterator, call, respond. */
import { hasMethod, invokeMethod } from '../../invoke.ts';
import { ApexObject } from './object.ts';

/** Bound user-defined method of this instance, or `null` when its class defines none with so many parameters. */
export function definedMethod(
  instance: unknown,
  name: string,
  arity: number,
): ((...args: unknown[]) => unknown) | null {
  if (!(instance instanceof ApexObject)) return null;
  if (!hasMethod(instance, name, new Array<null>(arity).fill(null))) return null;
  return (...args) => invokeMethod(instance, name, args);
}
