/** `RestRequest` and `RestResponse` values for a call from outside, made and read through the runtime library's own table. */
import { platformType } from '../runtime/registry.ts';

/** Access to one platform value by the Apex names of its properties. */
export interface PlatformValue {
  readonly value: unknown;
  get(name: string): unknown;
  set(name: string, given: unknown): void;
}

/** A new value of a platform type that has a constructor without arguments. */
export function newPlatformValue(typeName: string): PlatformValue {
  const make = platformType(typeName)?.constructors?.['()'];
  if (make === undefined) throw new Error(`The runtime library has no constructor of ${typeName}`);
  const value: unknown = make();
  return {
    value,
    get: (name) => property(typeName, name).get(value) as unknown,
    set: (name, given) => void property(typeName, name).set?.(value, given),
  };
}

function property(typeName: string, name: string) {
  const table = platformType(typeName)?.properties ?? {};
  const key = Object.keys(table).find((each) => each.split(' ').at(-1) === name);
  const found = key === undefined ? undefined : table[key];
  if (found === undefined) throw new Error(`The runtime library has no ${typeName}.${name}`);
  return found;
}
