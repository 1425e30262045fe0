/** What a save needs to know of one object, sorted out once per deployed schema: which fields each step looks at. */
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';

export interface ObjectPlan {
  readonly object: ObjectSchema;
  /** Fields with a column: everything but formulas. */
  readonly stored: readonly FieldSchema[];
  readonly formulas: readonly FieldSchema[];
  readonly text: readonly FieldSchema[];
  readonly numbers: readonly FieldSchema[];
  readonly emails: readonly FieldSchema[];
  readonly picklists: readonly FieldSchema[];
  readonly references: readonly FieldSchema[];
  readonly checkboxes: readonly FieldSchema[];
  readonly required: readonly FieldSchema[];
  readonly unique: readonly FieldSchema[];
  readonly autoNumbers: readonly FieldSchema[];
  readonly defaults: readonly FieldSchema[];
  readonly tracked: readonly FieldSchema[];
  readonly hasOwner: boolean;
  readonly names: ReadonlySet<string>;
}

const TEXT_TYPES: ReadonlySet<string> = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'combobox',
  'picklist',
  'multipicklist',
]);
const NUMBER_TYPES: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

/** Fields that the save itself writes; a caller's value is never taken. */
export const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);

const plans = new WeakMap<ObjectSchema, ObjectPlan>();

/** The plan of an object, made on first use. */
export function planOf(object: ObjectSchema): ObjectPlan {
  let plan = plans.get(object);
  if (plan === undefined) {
    plan = makePlan(object);
    plans.set(object, plan);
  }
  return plan;
}

function makePlan(object: ObjectSchema): ObjectPlan {
  const stored = object.fields.filter((field) => field.formula === undefined && field.compoundOf === undefined);
  const own = stored.filter((field) => !SYSTEM_FIELDS.has(field.name));
  return {
    object,
    stored,
    formulas: object.fields.filter((field) => field.formula !== undefined),
    text: own.filter((field) => TEXT_TYPES.has(field.type)),
    numbers: own.filter((field) => NUMBER_TYPES.has(field.type)),
    emails: own.filter((field) => field.type === 'email'),
    picklists: own.filter(
      (field) => field.restrictedPicklist && (field.type === 'picklist' || field.type === 'multipicklist'),
    ),
    references: own.filter((field) => field.type === 'reference'),
    checkboxes: own.filter((field) => field.type === 'boolean'),
    required: own.filter(
      (field) =>
        field.required && field.autoNumberFormat === undefined && field.type !== 'boolean' && field.name !== 'OwnerId',
    ),
    unique: own.filter((field) => field.unique),
    autoNumbers: own.filter((field) => field.autoNumberFormat !== undefined),
    defaults: own.filter(
      (field) => field.defaultValue !== undefined || field.picklistValues.some((one) => one.isDefault),
    ),
    tracked: own.filter((field) => field.trackHistory),
    hasOwner: object.field('OwnerId') !== undefined,
    names: new Set(stored.map((field) => field.name)),
  };
}

/** SQL condition, with its AND, that leaves deleted rows out; empty for objects without a recycle bin. */
export function liveCondition(object: ObjectSchema): string {
  return object.field('IsDeleted') === undefined ? '' : ' AND "IsDeleted" = 0';
}
