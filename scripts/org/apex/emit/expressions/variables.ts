/** What a dynamic query may bind: the variables that are visible where it is made. */
import type { ClassModel, FieldModel } from '../../declare/model.ts';
import { CompileError } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';
import { fieldExpression } from './field.ts';
import type { FoundMethod } from './platform.ts';

const DYNAMIC = new Set(['query', 'countquery', 'getquerylocator']);

/** Whether the text of this method's query binds variables of its caller. */
export function bindsVariables({ owner, method, parameters }: FoundMethod): boolean {
  return owner === 'Database' && DYNAMIC.has(method.name.toLowerCase()) && parameters[0] === 'String';
}

/** JavaScript table of readers by lower-case name: locals first, then fields of the class, its superclasses and outer classes. */
export function variables(emitter: Emitter, node: Located): string {
  const readers = new Map<string, string>();
  for (const local of emitter.locals()) readers.set(local.name.toLowerCase(), local.js);
  for (const field of visibleFields(emitter)) {
    const key = field.name.toLowerCase();
    if (readers.has(key)) continue;
    const js = readable(emitter, field, node);
    if (js !== null) readers.set(key, js);
  }
  return `{${[...readers].map(([name, js]) => `${JSON.stringify(name)}:()=>${js}`).join(',')}}`;
}

function visibleFields(emitter: Emitter): FieldModel[] {
  const found: FieldModel[] = [];
  for (let outer: ClassModel | null = emitter.model; outer; outer = outer.outer) {
    for (let each: ClassModel | undefined = outer; each; each = emitter.world.superModel(each)) {
      for (const field of each.fields.values())
        if (field.modifiers.isStatic || outer === emitter.model) found.push(field);
    }
  }
  return found;
}

/** JavaScript that reads the field here, or `null` where it cannot be read. */
function readable(emitter: Emitter, field: FieldModel, node: Located): string | null {
  try {
    return fieldExpression(emitter, field, null, node).js;
  } catch (error) {
    if (error instanceof CompileError) return null;
    throw error;
  }
}
