/** Formulas of fields, defaults and validation rules. */
import type { FieldType, OrgSchema } from '../../../org/schema/model.ts';
import { FIELD_TYPES } from '../../../org/schema/read/field-types.ts';
import { isCustomName } from '../project/names.ts';
import type { ObjectPart, ProjectObject } from '../project/objects.ts';
import { childOf, valueOf } from '../xml/element.ts';
import type { RuleContext } from './context.ts';
import { formulaSchema } from './formula-schema.ts';

import { FormulaCheck } from './formula-check.ts';

export function checkFormulas(context: RuleContext): void {
  let schema: OrgSchema | undefined;
  const lazySchema = (): OrgSchema => (schema ??= formulaSchema(context.project));
  for (const object of context.project.objects.objects.values()) {
    for (const part of object.parts.get('fields')?.values() ?? []) checkField(context, object, part, lazySchema);
    for (const { element, file } of object.parts.get('validationRules')?.values() ?? []) {
      const formula = childOf(element, 'errorConditionFormula');
      if (formula) new FormulaCheck(context, file, object, formula, lazySchema).run('boolean');
    }
  }
}

/** Types whose default is a formula. */
const DEFAULTS: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'string',
  Number: 'double',
  Currency: 'double',
  Percent: 'double',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'string',
  Phone: 'string',
  Url: 'string',
};

function checkField(
  context: RuleContext,
  object: ProjectObject,
  { element, file, name }: ObjectPart,
  schema: () => OrgSchema,
): void {
  const type = valueOf(element, 'type') ?? '';
  const formula = childOf(element, 'formula');
  if (!isCustomName(name)) return;
  if (formula) {
    const result = FIELD_TYPES[type]?.type;
    new FormulaCheck(context, file, object, formula, schema, name).run(
      result,
      valueOf(element, 'formulaTreatBlanksAs') === 'BlankAsZero',
    );
    return;
  }
  const value = childOf(element, 'defaultValue');
  const result = DEFAULTS[type];
  if (value && value.text !== '' && result !== undefined) {
    new FormulaCheck(context, file, object, value, schema).run(result);
  }
}
