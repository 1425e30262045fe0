/** Runs the triggers of an object: context variables, recursion depth, and what an uncaught exception does to the rows. */
import type { SObjectRecord } from '../../store/record.ts';
import type { TriggerEvent, TriggerHost } from '../../dml/contract.ts';
import type { ApexProgram, TriggerContext } from '../contract.ts';
import { fromOutside } from '../ambient.ts';
import { ApexList, ApexMap } from '../runtime/values/collections.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { orgErrorToApex } from './uncaught.ts';

const MAXIMUM_DEPTH = 16;

/** Context variables as Apex values; maps are made when they are asked for. */
export class TriggerVariables implements TriggerContext {
  readonly operation: TriggerEvent['operation'];
  readonly timing: TriggerEvent['timing'];
  readonly newList: unknown;
  readonly oldList: unknown;
  readonly size: number;
  private readonly event: TriggerEvent;
  private newMapMade: unknown;
  private oldMapMade: unknown;

  constructor(event: TriggerEvent) {
    this.event = event;
    this.operation = event.operation;
    this.timing = event.timing;
    this.newList = listOf(event.object, event.newRecords);
    this.oldList = listOf(event.object, event.oldRecords);
    this.size = (event.newRecords ?? event.oldRecords ?? []).length;
  }

  get newMap(): unknown {
    const beforeInsert = this.operation === 'insert' && this.timing === 'before';
    if (beforeInsert || this.event.newRecords === null) return null;
    return (this.newMapMade ??= mapOf(this.event.object, this.event.newRecords));
  }

  get oldMap(): unknown {
    if (this.event.oldRecords === null) return null;
    return (this.oldMapMade ??= mapOf(this.event.object, this.event.oldRecords));
  }
}

function listOf(object: string, records: readonly SObjectRecord[] | null): ApexList | null {
  if (records === null) return null;
  const list = new ApexList<unknown>(`List<${object}>`, [...records]);
  list.readOnly = true;
  return list;
}

function mapOf(object: string, records: readonly SObjectRecord[]): ApexMap {
  const map = new ApexMap<unknown, unknown>(`Map<Id,${object}>`);
  for (const record of records) map.put(record.id, record);
  map.readOnly = true;
  return map;
}

/** Where the current trigger context of a transaction lives. */
export interface TriggerSlot {
  trigger: TriggerContext | null;
  readonly program: ApexProgram;
}

export class ApexTriggers implements TriggerHost {
  private readonly slot: TriggerSlot;
  private readonly onError: 'refuse' | 'throw';
  private depth = 0;

  /** `refuse`: an uncaught exception refuses the rows of the save; `throw`: it ends the transaction (event triggers). */
  constructor(slot: TriggerSlot, onError: 'refuse' | 'throw' = 'refuse') {
    this.slot = slot;
    this.onError = onError;
  }

  hasTriggers(object: string, operation: TriggerEvent['operation'], timing: TriggerEvent['timing']): boolean {
    const name = `${timing} ${operation}`;
    return this.slot.program.triggersOf(object).some((trigger) => trigger.events.has(name));
  }

  fire(event: TriggerEvent): void {
    if (this.depth >= MAXIMUM_DEPTH) throw new ApexException('LimitException', 'Maximum trigger depth exceeded');
    const before = this.slot.trigger;
    const name = `${event.timing} ${event.operation}`;
    const locked = lock(event);
    this.depth++;
    this.slot.trigger = new TriggerVariables(event);
    try {
      for (const trigger of this.slot.program.triggersOf(event.object)) {
        if (!trigger.events.has(name)) continue;
        if (this.onError === 'throw') fromOutside(() => trigger.run(), false);
        else runTrigger(trigger, event);
      }
    } finally {
      this.depth--;
      this.slot.trigger = before;
      for (const record of locked) record.readOnly = false;
    }
  }
}

function lock(event: TriggerEvent): SObjectRecord[] {
  const locked: SObjectRecord[] = [...(event.oldRecords ?? [])];
  if (event.timing === 'after') locked.push(...(event.newRecords ?? []));
  for (const record of locked) record.readOnly = true;
  return locked;
}

function runTrigger(trigger: { readonly name: string; run(): void }, event: TriggerEvent): void {
  try {
    fromOutside(() => trigger.run(), false);
  } catch (thrown) {
    const error = orgErrorToApex(thrown);
    if (!(error instanceof ApexException) || error.uncatchable) throw error;
    const phase = `${capital(event.timing)}${capital(event.operation)}`;
    const stack = error.apexStack ?? `Trigger.${trigger.name}`;
    const message = `${trigger.name}: execution of ${phase}\n\ncaused by: ${error.apexString()}\n\n${stack}`;
    const statusCode = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY';
    for (const record of event.newRecords ?? event.oldRecords ?? [])
      record.addError({ statusCode, message, fields: [] });
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
