/** Rules between a class and its supertypes: overriding, abstract methods, interfaces. */
import { typeParts } from '../type/text.ts';
import { fail } from '../problems.ts';
import type { ClassModel, MethodModel } from './model.ts';
import type { World } from './world.ts';

export function checkHierarchy(model: ClassModel, world: World, attempt: (body: () => void) => void): void {
  attempt(() => checkCircular(model, world));
  if (model.kind === 'class') {
    for (const method of [...model.methods.values()].flat()) attempt(() => checkOverride(model, method, world));
    if (!model.modifiers.isAbstract) attempt(() => checkComplete(model, world));
    attempt(() => checkExceptionName(model, world));
  }
  for (const inner of model.inner.values()) checkHierarchy(inner, world, attempt);
}

function checkCircular(model: ClassModel, world: World): void {
  if (world.supertypes(model.name).has(model.name)) fail(`Circular definition: ${model.name}`, model.position);
}

function checkExceptionName(model: ClassModel, world: World): void {
  const isException = world.isException(model.name);
  const isNamed = model.simpleName.toLowerCase().endsWith('exception');
  if (isException && !isNamed)
    fail(`Classes extending Exception must have a name ending in 'Exception': ${model.name}`, model.position);
  if (!isException && isNamed && !hasHollowSuper(model, world))
    fail(`Exception class must extend another Exception class: ${model.name}`, model.position);
}

const signatureOf = (method: MethodModel): string =>
  `${method.returnType} ${method.owner.name}.${method.name}(${method.parameters.map((each) => each.type).join(', ')})`;

function checkOverride(model: ClassModel, method: MethodModel, world: World): void {
  const parent = world.superModel(model);
  const overridden =
    parent &&
    world.findMethods(parent, method.name).find((each) => each.js === method.js && each.owner.kind === 'class');
  const isReal =
    overridden !== undefined &&
    (overridden.modifiers.visibility !== 'private' || world.sameFile(model, overridden.owner));
  if (!isReal) {
    if (method.modifiers.isOverride && !overridesPlatform(model, method, world))
      fail(`@Override specified for non-overriding method: ${signatureOf(method)}`, method.position);
    return;
  }
  if (overridden.modifiers.isStatic !== method.modifiers.isStatic) return;
  if (method.modifiers.isStatic) return;
  if (!overridden.modifiers.isVirtual && !overridden.modifiers.isAbstract && !overridden.modifiers.isOverride) {
    fail(`Non-virtual, non-abstract methods cannot be overridden: ${signatureOf(method)}`, method.position);
  }
  if (!method.modifiers.isOverride)
    fail(`Method must use the override keyword: ${signatureOf(method)}`, method.position);
  if (!returnsFit(overridden, method, world)) {
    fail(
      `Method return types clash: ${signatureOf(overridden)} vs ${signatureOf(method)} from the type ${model.name}`,
      method.position,
    );
  }
}

/** The same return type, or a subclass of it. */
function returnsFit(promised: MethodModel, made: MethodModel, world: World): boolean {
  return (
    promised.returnType === made.returnType ||
    (world.userClass(made.returnType) !== undefined && world.supertypes(made.returnType).has(promised.returnType))
  );
}

/** Whether a supertype is only a name, in a lenient compile. */
function hasHollowSuper(model: ClassModel, world: World): boolean {
  const { leniency } = world;
  return leniency !== null && [...world.supertypes(model.name)].some((each) => leniency.isHollow(each));
}

/** `toString`, `equals`, `hashCode` and the members of platform supertypes. */
function overridesPlatform(model: ClassModel, method: MethodModel, world: World): boolean {
  const lower = method.name.toLowerCase();
  if (lower === 'tostring' || lower === 'equals' || lower === 'hashcode') return true;
  if (hasHollowSuper(model, world)) return true;
  return [...world.supertypes(model.name)].some((each) => {
    const platform = world.platform(each);
    return (
      platform?.methods.has(lower) ||
      platform?.abstractMethods.some((abstract) => abstract.name.toLowerCase() === lower)
    );
  });
}

function checkComplete(model: ClassModel, world: World): void {
  for (const method of abstractMethods(model, world)) {
    const made = world
      .findMethods(model, method.name)
      .find((each) => each.js === method.js && each.owner.kind === 'class' && !each.modifiers.isAbstract);
    if (made) {
      if (
        method.owner.kind === 'interface' &&
        (made.modifiers.visibility === 'private' || made.modifiers.visibility === 'protected')
      ) {
        fail(
          `${model.name}: Overriding implementations of global or public interface methods must be global or public: ${signatureOf(made)}`,
          made.position,
        );
      }
      if (!returnsFit(method, made, world))
        fail(
          `Method return types clash: ${signatureOf(method)} vs ${signatureOf(made)} from the type ${model.name}`,
          made.position,
        );
      continue;
    }
    const word = method.owner.kind === 'interface' ? 'the method' : 'the abstract method';
    fail(`Class ${model.name} must implement ${word}: ${signatureOf(method)}`, model.position);
  }
  for (const text of world.supertypes(model.name)) checkPlatformInterface(model, text, world);
}

function abstractMethods(model: ClassModel, world: World): MethodModel[] {
  const found: MethodModel[] = [];
  for (const text of world.supertypes(model.name)) {
    const supertype = world.userClass(text);
    if (!supertype) continue;
    for (const method of [...supertype.methods.values()].flat()) if (method.modifiers.isAbstract) found.push(method);
  }
  return found;
}

function checkPlatformInterface(model: ClassModel, text: string, world: World): void {
  const platform = world.platform(text);
  if (platform?.type.kind !== 'interface') return;
  for (const abstract of platform.abstractMethods) {
    const made = world
      .findMethods(model, abstract.name)
      .some((each) => each.parameters.length === abstract.parameters.length);
    if (made) continue;
    fail(
      `Class ${model.name} must implement the method: ${abstract.returnType} ${typeParts(text).base}.${abstract.name}(${abstract.parameters.join(', ')})`,
      model.position,
    );
  }
}
