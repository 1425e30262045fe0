/** `RestRequest` and `RestResponse` values for a call from outside, made through the runtime library's own table. */
import type { PlatformType } from '../contract.ts';
import type { ApexBlob } from '../runtime/values/blob.ts';
import type { ApexMap } from '../runtime/values/collections.ts';

/** Properties by their Apex names. */
export interface RestRequestShape {
  httpMethod: string;
  requestURI: string;
  resourcePath: string;
  remoteAddress: string;
  requestBody: ApexBlob;
  readonly headers: ApexMap<string, string>;
  readonly params: ApexMap<string, string>;
}

export interface RestResponseShape {
  statusCode: number | null;
  responseBody: ApexBlob | null;
  readonly headers: ApexMap<string, string>;
}

/** Finds a platform type by name. */
export type PlatformTypes = (name: string) => PlatformType | undefined;

/** A new value of a platform type that has a constructor without arguments. */
export function newPlatformValue(types: PlatformTypes, name: string): unknown {
  const make = types(name)?.constructors?.['()'];
  if (make === undefined) throw new Error(`The runtime library has no ${name}`);
  return make() as unknown;
}

/** Property of a platform value by its Apex name; throws for one that its type does not have. */
export function getProperty(types: PlatformTypes, typeName: string, value: unknown, name: string): unknown {
  return property(types, typeName, name).get(value);
}

export function setProperty(types: PlatformTypes, typeName: string, value: unknown, name: string, given: unknown): void {
  property(types, typeName, name).set?.(value, given);
}

function property(types: PlatformTypes, typeName: string, name: string) {
  const table = types(typeName)?.properties ?? {};
  const key = Object.keys(table).find((each) => each.split(' ').at(-1) === name);
  const found = key === undefined ? undefined : table[key];
  if (found === undefined) throw new Error(`The runtime library has no ${typeName}.${name}`);
  return found;
}
