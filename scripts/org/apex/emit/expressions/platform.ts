/** Members of platform types along their supertypes, with type parameters filled in. */
import type { PlatformMethod } from '../../declare/platform.ts';
import type { World } from '../../declare/world.ts';
import { substitute, typeParts } from '../../type/text.ts';
import type { Emitter } from '../emitter.ts';

export interface FoundMethod {
  /** Platform type whose table holds it. */
  readonly owner: string;
  readonly method: PlatformMethod;
  readonly parameters: readonly string[];
  readonly returnType: string;
  /** True where only implementations have a body. */
  readonly isAbstract: boolean;
}

/** Type arguments of a platform type by parameter name. */
function bindingsOf(type: string, parameters: readonly string[] | undefined): Record<string, string> {
  const { args } = typeParts(type);
  return Object.fromEntries((parameters ?? []).map((name, at) => [name, args[at] ?? 'Object']));
}

const DEFAULT_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  List: ['T'],
  Set: ['T'],
  Map: ['K', 'V'],
  Iterable: ['T'],
  Iterator: ['T'],
};

/** The type itself, its platform supertypes, and Object. */
function platformLine(world: World, type: string): string[] {
  if (world.isRecordType(type)) return [type === 'AggregateResult' ? type : 'SObject', 'SObject', 'Object'];
  const user = world.userClass(type);
  const isEnum = user ? user.kind === 'enum' : world.platform(type)?.type.kind === 'enum';
  const extra = isEnum ? ['Enum'] : [];
  return [type, ...world.supertypes(type), ...extra, 'Object'];
}

/** Methods of that name, nearest type first. */
export function platformMethods(world: World, type: string, name: string): FoundMethod[] {
  const found: FoundMethod[] = [];
  for (const each of platformLine(world, type)) {
    if (world.userClass(each)) continue;
    const model = world.platform(each);
    if (!model) continue;
    const bindings = bindingsOf(each, model.type.typeParameters ?? DEFAULT_PARAMETERS[model.name]);
    const add = (method: PlatformMethod, isAbstract: boolean): void => {
      found.push({
        owner: model.name,
        method,
        parameters: method.parameters.map((parameter) => substitute(parameter, bindings)),
        returnType: substitute(method.returnType, bindings),
        isAbstract,
      });
    };
    for (const method of model.methods.get(name.toLowerCase()) ?? []) add(method, false);
    for (const method of model.abstractMethods) if (method.name.toLowerCase() === name.toLowerCase()) add(method, true);
  }
  return found;
}

export function platformProperty(
  emitter: Emitter,
  type: string,
  name: string,
  isStatic: boolean,
): { owner: string; key: string; type: string; writable: boolean } | null {
  for (const each of platformLine(emitter.world, type)) {
    const model = emitter.world.platform(each);
    const property = model?.properties.get(name.toLowerCase());
    if (!model || !property || property.isStatic !== isStatic) continue;
    const bindings = bindingsOf(each, model.type.typeParameters ?? DEFAULT_PARAMETERS[model.name]);
    return {
      owner: model.name,
      key: property.key,
      type: substitute(property.type, bindings),
      writable: property.writable,
    };
  }
  return null;
}
