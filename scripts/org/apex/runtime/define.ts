/** Small constructors for the tables of platform types. */
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { hasMethod, invokeMethod } from '../invoke.ts';
import { defineEnum } from './values/enum.ts';
import { ApexObject } from './values/object.ts';

/** An enum type; its constants are made at once. */
export function enumType(name: string, values: readonly string[], extra: Partial<PlatformType> = {}): PlatformType {
  defineEnum(name, values);
  return { name, kind: 'enum', extends: 'Enum', values, ...extra };
}

/** An exception type with the four constructors that platform exceptions have. */
export function exceptionType(name: string, make: PlatformFunction): PlatformType {
  return {
    name,
    kind: 'exception',
    extends: 'Exception',
    constructors: {
      '()': () => make(name),
      '(String)': (message: string | null) => make(name, message),
      '(Exception)': (cause: { message: string | null } | null) => make(name, cause?.message ?? null, cause),
      '(String,Exception)': (message: string | null, cause: unknown) => make(name, message, cause),
    },
  };
}

/** A method of a platform interface: user code where the receiver has it, else the platform's own implementation. */
export function dispatch(name: string, own: PlatformFunction): PlatformFunction {
  return (receiver: unknown, ...args: unknown[]) => {
    if (receiver instanceof ApexObject && hasMethod(receiver, name, args)) return invokeMethod(receiver, name, args);
    return own(receiver, ...args) as unknown;
  };
}

/** A property that is a plain JavaScript property of the receiver. */
export function field(name: string): { get: PlatformFunction; set: PlatformFunction } {
  return {
    get: (receiver: Record<string, unknown>) => receiver[name] ?? null,
    set: (receiver: Record<string, unknown>, value: unknown) => {
      receiver[name] = value;
    },
  };
}

/** Getter of a plain JavaScript property. */
export function getter(name: string): PlatformFunction {
  return (receiver: Record<string, unknown>) => receiver[name] ?? null;
}

/** Setter of a plain JavaScript property. */
export function setter(name: string): PlatformFunction {
  return (receiver: Record<string, unknown>, value: unknown) => {
    receiver[name] = value;
  };
}

/** Read-only properties of getters without arguments: `String getLabel()` is `label` too, `Boolean isCustom()` is `custom`. */
export function propertiesOf(members: NonNullable<PlatformType['members']>): NonNullable<PlatformType['properties']> {
  const properties: Record<string, { readonly get: PlatformFunction }> = {};
  for (const [key, get] of Object.entries(members)) {
    const [, type, name] = /^([\w.<>,]+) (?:get|is)(\w+)\(\)$/.exec(key) ?? [];
    if (type !== undefined && name !== undefined) properties[`${type} ${lowerFirst(name)}`] = { get };
  }
  return properties;
}

/** `SObjectType` begins with its capitals lowered together. */
function lowerFirst(name: string): string {
  return name.replace(/^(SObject|SOAP|[A-Z])/, (start) => start.toLowerCase());
}
