/** Insert: values nobody gave. Owner, checkboxes, picklist defaults and default formulas, as before triggers see them. */
import type { FieldSchema } from '../../schema/model.ts';
import type { Raw } from '../../types.ts';
import { defaultValueOf } from '../formulas.ts';
import type { SaveBatch, SaveStep } from '../batch.ts';

export const applyDefaults: SaveStep = {
  name: 'defaults',
  run(batch) {
    if (batch.operation !== 'insert') return;
    const { plan } = batch;
    for (const row of batch.rows) {
      const { values } = row.record;
      if (plan.hasOwner && (values['OwnerId'] ?? null) === null) values['OwnerId'] = batch.options.access.userId;
      for (const field of plan.defaults) {
        if (!(field.name in values)) values[field.name] = defaultOf(batch, field);
      }
      for (const field of plan.checkboxes) if ((values[field.name] ?? null) === null) values[field.name] = false;
    }
  },
};

function defaultOf(batch: SaveBatch, field: FieldSchema): Raw {
  const preset = field.picklistValues.find((one) => one.isDefault);
  if (preset !== undefined) return preset.value;
  return defaultValueOf(batch.context, field, batch.plan.object, batch.options.access.userId);
}
