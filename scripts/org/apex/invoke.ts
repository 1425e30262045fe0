/** How the runtime library calls into user code: by method name, through a table that every emitted class carries. */
import type { UserClass } from './contract.ts';

/** Key of the method table on an emitted class (the JavaScript constructor). */
export const METHODS: unique symbol = Symbol('apex.methods');
/** Key of the class's own description (`UserClass`) on an emitted class. */
export const USER_CLASS: unique symbol = Symbol('apex.class');

/** One method that a class itself declares. */
export interface MethodEntry {
  /** JavaScript property that holds it, for example `execute(queueablecontext)`. */
  readonly js: string;
  readonly isStatic: boolean;
  readonly parameterTypes: readonly string[];
  /** Whether these arguments may be passed; asked only when several methods share name and arity. */
  fits(args: readonly unknown[]): boolean;
}

/** Methods by lower-case name. */
export type MethodTable = ReadonlyMap<string, readonly MethodEntry[]>;

type Callable = (...args: readonly unknown[]) => unknown;
interface EmittedClass {
  readonly [METHODS]?: MethodTable;
  readonly [USER_CLASS]?: UserClass;
}

/** The instance method that `name` with these arguments reaches, most derived class first, or `undefined`. */
export function findMethod(instance: unknown, name: string, args: readonly unknown[]): MethodEntry | undefined {
  const key = name.toLowerCase();
  let type: unknown = (instance as { constructor?: unknown } | null)?.constructor;
  while (typeof type === 'function') {
    const table = Object.hasOwn(type, METHODS) ? (type as EmittedClass)[METHODS] : undefined;
    const found = choose(table?.get(key), args);
    if (found !== undefined) return found;
    type = Object.getPrototypeOf(type);
  }
  return undefined;
}

function choose(entries: readonly MethodEntry[] | undefined, args: readonly unknown[]): MethodEntry | undefined {
  const fitting = entries?.filter((entry) => entry.parameterTypes.length === args.length) ?? [];
  const own = fitting.filter((entry) => !entry.isStatic);
  // The platform also takes a static method for what an interface of its own asks for.
  const candidates = own.length > 0 ? own : fitting;
  if (candidates.length < 2) return candidates[0];
  return candidates.find((entry) => entry.fits(args)) ?? candidates[0];
}

/** Whether the instance is of a user class that has such a method. */
export function hasMethod(instance: unknown, name: string, args: readonly unknown[]): boolean {
  return findMethod(instance, name, args) !== undefined;
}

/**
 * Calls an instance method of a user class by name and arguments, as the platform calls `execute`, `compareTo`, `equals`.
 * Throws an internal error when the class has no such method.
 */
export function invokeMethod(instance: unknown, name: string, args: readonly unknown[]): unknown {
  const entry = findMethod(instance, name, args);
  if (entry === undefined) {
    const owner = userClassOf(instance)?.name ?? typeof instance;
    throw new Error(`${owner} has no method ${name} with ${args.length} argument(s)`);
  }
  const holder = entry.isStatic ? (instance as { constructor: unknown }).constructor : instance;
  return (holder as Record<string, Callable>)[entry.js]!(...args);
}

/** Description of the user class an instance belongs to, or `undefined` for platform values. */
export function userClassOf(instance: unknown): UserClass | undefined {
  if (typeof instance !== 'object' || instance === null) return undefined;
  return (instance.constructor as EmittedClass | undefined)?.[USER_CLASS];
}
