/** Network: the Experience Cloud site of the running user, of which the local org has none. */
import type { PlatformType } from '../contract.ts';

export const NETWORK: PlatformType = {
  name: 'Network',
  kind: 'class',
  members: { 'static Id getNetworkId()': () => null },
};
