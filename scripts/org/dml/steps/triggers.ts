/** Before and after triggers of a save. After triggers see the very rows that were written, and may not change them. */
import type { SObjectRecord } from '../../store/record.ts';
import { fillFormulas } from '../formulas.ts';
import type { SaveBatch, SaveStep } from '../batch.ts';

function fire(batch: SaveBatch, timing: 'before' | 'after'): void {
  const { context, plan, operation } = batch;
  if (batch.rows.length === 0 || !context.triggers.hasTriggers(plan.object.name, operation, timing)) return;
  const newRecords = batch.rows.map((row) => row.record);
  const oldRecords = operation === 'insert' ? null : batch.rows.map((row) => row.old as SObjectRecord);
  fillFormulas(context, plan, newRecords, batch.options.access.userId);
  if (oldRecords !== null) fillFormulas(context, plan, oldRecords, batch.options.access.userId);
  context.triggers.fire({ object: plan.object.name, operation, timing, newRecords, oldRecords });
}

export const beforeTriggers: SaveStep = { name: 'before-triggers', run: (batch) => fire(batch, 'before') };
export const afterTriggers: SaveStep = { name: 'after-triggers', run: (batch) => fire(batch, 'after') };
