/** Fields and properties of user classes. */
import type { FieldModel, Visibility } from '../../declare/model.ts';
import { hasAnnotation } from '../../declare/modifiers.ts';
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import type { ClassModel } from '../../declare/model.ts';
import type { Emitter } from '../emitter.ts';
import { checked } from '../expression.ts';
import type { Expression, Place } from '../expression.ts';

/** Whether code of the emitter's class may use a member with this visibility. */
export function isVisible(emitter: Emitter, owner: ClassModel, visibility: Visibility, testVisible: boolean): boolean {
  if (visibility === 'public' || visibility === 'global') return true;
  if (emitter.world.sameFile(emitter.model, owner)) return true;
  if (testVisible && emitter.model.isTest) return true;
  if (visibility !== 'protected') return false;
  for (let each: ClassModel | null = emitter.model; each; each = each.outer)
    if (emitter.world.supertypes(each.name).has(owner.name)) return true;
  return false;
}

/** Read (and place) of a field; `receiver` is `null` for statics and the own instance. */
export function fieldExpression(
  emitter: Emitter,
  field: FieldModel,
  receiver: Expression | null,
  node: Located,
): Expression {
  if (!isVisible(emitter, field.owner, field.modifiers.visibility, hasAnnotation(field.modifiers, 'testvisible'))) {
    fail(`Variable is not visible: ${field.name}`, node);
  }
  if (!field.modifiers.isStatic && receiver === null && emitter.shape.isStatic) {
    fail(
      `Non static field cannot be referenced from a static context: ${field.name} from the type ${field.owner.name}`,
      node,
    );
  }
  const owner = field.modifiers.isStatic
    ? emitter.unit.classReference(field.owner)
    : receiver === null
      ? 'this'
      : checked(receiver);
  const guards = receiver?.guards === undefined ? {} : { guards: receiver.guards };
  const viaAccessor = field.property?.isCalled === true && emitter.shape.property !== field;
  const place = viaAccessor ? accessorPlace(emitter, field, owner, node) : storedPlace(emitter, field, owner, node);
  return { js: place.read(place.parts), type: field.type, place, ...guards };
}

function storedPlace(emitter: Emitter, field: FieldModel, owner: string, node: Located): Place {
  const holder = field.modifiers.isStatic ? `${owner}.$S()` : owner;
  return {
    parts: [holder],
    read: ([each]) => `${each}.${field.js}`,
    write: ([each], value) => {
      assertAssignable(emitter, field, node);
      return `(${each}.${field.js}=${value})`;
    },
  };
}

function accessorPlace(emitter: Emitter, field: FieldModel, owner: string, node: Located): Place {
  const property = field.property!;
  const name = field.name.toLowerCase();
  return {
    parts: [owner],
    read: ([each]) => {
      if (!property.getter) fail(`A value cannot be read from ${field.name} in type ${field.owner.name}`, node);
      return `${each}["get ${name}"]()`;
    },
    write: ([each], value) => {
      assertAssignable(emitter, field, node);
      return `${each}["set ${name}"](${value})`;
    },
  };
}

function assertAssignable(emitter: Emitter, field: FieldModel, node: Located): void {
  const setter = field.property?.setter;
  if (field.property && emitter.shape.property !== field) {
    if (!setter && !emitter.world.sameFile(emitter.model, field.owner))
      fail(`A value cannot be stored to ${field.name} in type ${field.owner.name}`, node);
    if (!setter && field.property.isCalled)
      fail(`A value cannot be stored to ${field.name} in type ${field.owner.name}`, node);
    if (setter && !isVisible(emitter, field.owner, setter.visibility, hasAnnotation(field.modifiers, 'testvisible'))) {
      fail(`A value cannot be stored to ${field.name} in type ${field.owner.name}`, node);
    }
  }
  if (!field.modifiers.isFinal) return;
  if (field.property && emitter.shape.property === field) return;
  const isOwn =
    emitter.model === field.owner ||
    (!field.modifiers.isStatic && emitter.world.supertypes(emitter.model.name).has(field.owner.name));
  const inside = isOwn && (emitter.shape.kind === 'constructor' || emitter.shape.kind === 'initializer');
  if (!inside)
    fail(`Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`, node);
}
