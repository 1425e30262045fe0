/** Validation rules of the object: the first active rule that holds refuses the row at its field. All failing rules are told. */
import { refuse } from '../errors.ts';
import { ruleFailures } from '../formulas.ts';
import type { SaveStep } from '../batch.ts';
import { refuseRow } from '../batch.ts';

export const checkValidationRules: SaveStep = {
  name: 'validation-rules',
  run(batch) {
    if (!batch.plan.object.validationRules.some((rule) => rule.active)) return;
    for (const row of batch.rows) {
      for (const rule of ruleFailures(batch, row))
        refuseRow(row, refuse.validationRule(rule.errorMessage, rule.errorField));
    }
  },
};
