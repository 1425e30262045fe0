/** Trigger context variables. */
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';

const BOOLEANS = new Set(['isexecuting', 'isinsert', 'isupdate', 'isdelete', 'isundelete', 'isbefore', 'isafter']);

/** `Trigger.name`, typed with the trigger's own object where it is in one. */
export function readTrigger(emitter: Emitter, name: string, node: Located): Expression {
  const lower = name.toLowerCase();
  const js = `$.trigger(${JSON.stringify(lower)})`;
  const object = emitter.unit.triggerObject ?? 'SObject';
  if (BOOLEANS.has(lower)) return { js, type: 'Boolean', nonNull: true };
  if (lower === 'new' || lower === 'old') return { js, type: `List<${object}>` };
  if (lower === 'newmap' || lower === 'oldmap') return { js, type: `Map<Id,${object}>` };
  if (lower === 'size') return { js, type: 'Integer', nonNull: true };
  if (lower === 'operationtype') return { js, type: 'TriggerOperation' };
  return fail(`Variable does not exist: ${name}`, node);
}
