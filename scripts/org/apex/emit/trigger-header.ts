/** `trigger X on Object (events)`. */
import type { CompiledUnit } from '../contract.ts';
import { fail } from '../problems.ts';
import type { Unit } from './unit.ts';

/** Object and events of a trigger file, checked; `undefined` for other files. */
export function triggerHeader(unit: Unit): CompiledUnit['trigger'] {
  const { context } = unit.model;
  if (!('triggerBlock' in context)) return undefined;
  const [, objectId] = context.id_list();
  const object = unit.world.schema.object(objectId!.getText());
  if (!object) fail(`Trigger type isn't an SObject: ${objectId!.getText()}`, objectId!);
  if (!object.triggerable) fail(`SObject type does not allow triggers: ${object.name}`, objectId!);
  const events: string[] = [];
  for (const each of context.triggerCase_list()) {
    const timing = each.BEFORE() ? 'before' : 'after';
    const operation = each.INSERT() ? 'insert' : each.UPDATE() ? 'update' : each.DELETE() ? 'delete' : 'undelete';
    const event = `${timing} ${operation}`;
    if (event === 'before undelete') fail('Trigger Usage Before Undelete is not supported', each);
    if (object.kind === 'event' && event !== 'after insert')
      fail(`Platform Event SObjects only supports after insert: ${object.name}`, each);
    if (events.includes(event)) fail(`Duplicate Trigger Usage: ${event}`, each);
    events.push(event);
  }
  unit.triggerObject = object.name;
  return { object: object.name, events };
}
