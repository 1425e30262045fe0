/** The static methods that custom settings and custom metadata types have on their own name. */
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';

/** `LMA_Settings__c.getOrgDefaults()` and its kin, or `null` when the type is no setting or the method none of these. */
export function settingCall(
  emitter: Emitter,
  type: string,
  name: string,
  args: readonly Expression[],
): Expression | null {
  const object = emitter.world.object(type);
  if (object?.kind !== 'setting' && object?.kind !== 'metadata') return null;
  const helper = HELPERS[name.toLowerCase()];
  if (!helper || args.length > 1) return null;
  const given = args.length === 1 ? `,${args[0]!.js}` : '';
  const result = name.toLowerCase() === 'getall' ? `Map<String,${object.name}>` : object.name;
  return { js: `$.${helper}(${JSON.stringify(object.name)}${given})`, type: result };
}

const HELPERS: Readonly<Record<string, string>> = {
  getorgdefaults: 'settingOrgDefaults',
  getinstance: 'settingInstance',
  getvalues: 'settingValues',
  getall: 'settingAll',
};
