/** Platform types as the compiler sees them: the runtime's tables with their signatures read. */
import type { PlatformType } from '../contract.ts';
import { splitArguments } from '../type/text.ts';

export interface PlatformMethod {
  readonly name: string;
  readonly isStatic: boolean;
  readonly returnType: string;
  readonly parameters: readonly string[];
  /** Key in the runtime table. */
  readonly key: string;
}

export interface PlatformProperty {
  readonly name: string;
  readonly isStatic: boolean;
  readonly type: string;
  readonly key: string;
  readonly writable: boolean;
}

export interface PlatformModel {
  readonly type: PlatformType;
  readonly name: string;
  readonly methods: ReadonlyMap<string, readonly PlatformMethod[]>;
  readonly constructors: readonly { readonly parameters: readonly string[]; readonly key: string }[];
  readonly properties: ReadonlyMap<string, PlatformProperty>;
  readonly abstractMethods: readonly PlatformMethod[];
}

/** Reads one signature such as `static Boolean isBlank(String)`. */
export function readSignature(key: string): PlatformMethod {
  const open = key.indexOf('(');
  const head = key.slice(0, open).trim().split(/\s+/);
  const isStatic = head[0] === 'static';
  const name = head.at(-1)!;
  const returnType = head.slice(isStatic ? 1 : 0, -1).join(' ') || 'void';
  return { name, isStatic, returnType, parameters: splitArguments(key.slice(open + 1, key.lastIndexOf(')'))), key };
}

function grouped(keys: readonly string[]): Map<string, PlatformMethod[]> {
  const byName = new Map<string, PlatformMethod[]>();
  for (const key of keys) {
    const method = readSignature(key);
    const lower = method.name.toLowerCase();
    byName.set(lower, [...(byName.get(lower) ?? []), method]);
  }
  return byName;
}

function properties(type: PlatformType): Map<string, PlatformProperty> {
  const found = new Map<string, PlatformProperty>();
  for (const [key, { set }] of Object.entries(type.properties ?? {})) {
    const words = key.split(/\s+/);
    const isStatic = words[0] === 'static';
    const name = words.at(-1)!;
    found.set(name.toLowerCase(), {
      name,
      isStatic,
      type: words.slice(isStatic ? 1 : 0, -1).join(' '),
      key,
      writable: set !== undefined,
    });
  }
  return found;
}

const models = new WeakMap<PlatformType, PlatformModel>();

/** The model of one platform type; read once per process. */
export function platformModel(type: PlatformType): PlatformModel {
  const known = models.get(type);
  if (known) return known;
  const model: PlatformModel = {
    type,
    name: type.name,
    methods: grouped(Object.keys(type.members ?? {})),
    constructors: Object.keys(type.constructors ?? {}).map((key) => ({
      key,
      parameters: splitArguments(key.trim().slice(1, -1)),
    })),
    properties: properties(type),
    abstractMethods: (type.abstractMembers ?? []).map(readSignature),
  };
  models.set(type, model);
  return model;
}
