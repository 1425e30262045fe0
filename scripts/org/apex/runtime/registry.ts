/** The platform types by lower-case name, for the members that look types up. `index.ts` fills it. */
import type { PlatformType } from '../contract.ts';

const types = new Map<string, PlatformType>();

export function registerTypes(all: readonly PlatformType[]): ReadonlyMap<string, PlatformType> {
  for (const type of all) types.set(type.name.toLowerCase(), type);
  return types;
}

export function platformType(name: string): PlatformType | undefined {
  return types.get((name.split('<')[0] ?? '').toLowerCase());
}
