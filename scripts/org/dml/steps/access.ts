/** User mode: object and field permissions. The platform checks them before anything else happens. */
import { refuse } from '../errors.ts';
import { SYSTEM_FIELDS } from '../plan.ts';
import type { SaveBatch, SaveStep } from '../batch.ts';
import { refuseRow } from '../batch.ts';

export const checkAccess: SaveStep = {
  name: 'access',
  run(batch) {
    const { object } = batch.plan;
    const allowed = batch.operation === 'insert' ? object.createable : object.updateable;
    if (!allowed) {
      const verb = batch.operation === 'insert' ? 'inserted' : 'updated';
      for (const row of batch.rows) refuseRow(row, refuse.operationNotAllowed(object, verb));
      return;
    }
    if (batch.options.access.mode !== 'user') return;
    const { context } = batch;
    const userId = batch.options.access.userId;
    const rights = context.access.object(userId, object);
    if (!(batch.operation === 'insert' ? rights.create : rights.edit)) {
      for (const row of batch.rows) refuseRow(row, refuse.objectDenied(object));
      return;
    }
    checkFields(batch);
  },
};

function checkFields(batch: SaveBatch): void {
  const { context, plan } = batch;
  const userId = batch.options.access.userId;
  const editable = new Map<string, boolean>();
  for (const row of batch.rows) {
    const denied: string[] = [];
    for (const name of Object.keys(row.input.values)) {
      if (SYSTEM_FIELDS.has(name)) continue;
      let may = editable.get(name);
      if (may === undefined) {
        const field = plan.object.field(name);
        // Read-only fields have their own step, which lets unchanged queried values pass.
        may = field === undefined || field.formula !== undefined || field.autoNumberFormat !== undefined;
        may ||= context.access.field(userId, plan.object, name).edit;
        editable.set(name, may);
      }
      if (!may) denied.push(name);
    }
    if (denied.length > 0) refuseRow(row, refuse.readOnlyFields(denied));
  }
}
