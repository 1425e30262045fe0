/** The order of execution of a save, as a table. */
import type { SaveStep } from './batch.ts';
import { checkAccess } from './steps/access.ts';
import { loadOld } from './steps/load-old.ts';
import { resolveParents } from './steps/parents.ts';
import { applyDefaults } from './steps/defaults.ts';
import { normaliseValues } from './steps/normalise.ts';
import { afterTriggers, beforeTriggers } from './steps/triggers.ts';
import { validateFields } from './steps/validate-fields.ts';
import { validateReferences } from './steps/validate-references.ts';
import { checkValidationRules } from './steps/validation-rules.ts';
import { checkUnique } from './steps/unique.ts';
import { writeRows } from './steps/write.ts';
import { writeHistory } from './steps/history.ts';

export const SAVE_ORDER: readonly SaveStep[] = [
  checkAccess,
  loadOld,
  resolveParents,
  applyDefaults,
  { ...normaliseValues, name: 'normalise-input' },
  beforeTriggers,
  { ...normaliseValues, name: 'normalise-saved' },
  validateFields,
  validateReferences,
  checkValidationRules,
  checkUnique,
  writeRows,
  writeHistory,
  afterTriggers,
];
