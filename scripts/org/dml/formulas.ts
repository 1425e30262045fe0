/** Where a save needs formulas: default values, validation rules, and the formula fields that triggers read. */
import type { FieldSchema, ObjectSchema, ValidationRuleSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import { SObjectRecord as Row } from '../store/record.ts';
import { OrgError } from '../types.ts';
import type { Id, Raw } from '../types.ts';
import type { DmlContext, DmlFormulas } from './contract.ts';
import type { SaveBatch, SaveRow } from './batch.ts';
import type { ObjectPlan } from './plan.ts';

const LITERALS: Readonly<Record<string, Raw>> = { true: true, false: false, null: null };

/** Value of a field's default formula for a new record. Literals need no formula engine. */
export function defaultValueOf(context: DmlContext, field: FieldSchema, object: ObjectSchema, userId: Id): Raw {
  const text = (field.defaultValue ?? '').trim();
  if (text === '') return null;
  const word = LITERALS[text.toLowerCase()];
  if (word !== undefined) return word;
  if (/^-?\d+(\.\d+)?$/.test(text)) return field.type === 'string' ? text : Number(text);
  const quoted = /^"([^"\\]*)"$|^'([^'\\]*)'$/.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  return engine(context, object, text).evaluate(new Row(object), field, text, { userId, old: null, isNew: true });
}

/** Fills the formula fields of rows that triggers will see; the values are not stored. */
export function fillFormulas(
  context: DmlContext,
  plan: ObjectPlan,
  records: readonly SObjectRecord[],
  userId: Id,
): void {
  if (plan.formulas.length === 0 || records.length === 0) return;
  const parents = new ParentLoader(context);
  for (const field of plan.formulas) {
    const text = field.formula as string;
    const formulas = engine(context, plan.object, text);
    const paths = formulas.references(plan.object, field, text);
    for (const record of records) {
      const view = parents.view(record, paths);
      record.values[field.name] = formulas.evaluate(view, field, text, {
        userId,
        old: null,
        isNew: record.id === null,
      });
    }
  }
}

/** Active rules whose condition holds for the row as it will be saved. */
export function ruleFailures(batch: SaveBatch, row: SaveRow): ValidationRuleSchema[] {
  const { context, plan } = batch;
  const parents = new ParentLoader(context);
  return plan.object.validationRules.filter((rule) => {
    if (!rule.active) return false;
    const formulas = engine(context, plan.object, rule.formula);
    const field = conditionField(rule);
    const view = parents.view(row.record, formulas.references(plan.object, field, rule.formula));
    const state = { userId: batch.options.access.userId, old: row.old, isNew: row.old === null };
    return formulas.evaluate(view, field, rule.formula, state) === true;
  });
}

function engine(context: DmlContext, object: ObjectSchema, text: string): DmlFormulas {
  if (context.formulas !== undefined) return context.formulas;
  throw new OrgError('FORMULA_EXPRESSION_INVALID', `No formula engine for ${object.name}: ${text}`);
}

const conditions = new WeakMap<ValidationRuleSchema, FieldSchema>();

/** A rule's condition as if it were a checkbox formula field. */
function conditionField(rule: ValidationRuleSchema): FieldSchema {
  let field = conditions.get(rule);
  if (field === undefined) {
    field = {
      name: rule.name,
      label: rule.name,
      type: 'boolean',
      custom: true,
      length: 0,
      precision: 0,
      scale: 0,
      required: false,
      createable: false,
      updateable: false,
      unique: false,
      caseSensitive: false,
      externalId: false,
      formula: rule.formula,
      referenceTo: [],
      masterDetail: false,
      deleteConstraint: 'SetNull',
      picklistValues: [],
      restrictedPicklist: false,
      isNameField: false,
      trackHistory: false,
      isLongText: false,
      permissionable: false,
      filterable: false,
    };
    conditions.set(rule, field);
  }
  return field;
}

/** Loads the parents that formulas name, each once per chunk, without touching what the triggers see. */
class ParentLoader {
  private readonly context: DmlContext;
  private readonly loaded = new Map<Id, SObjectRecord | null>();

  constructor(context: DmlContext) {
    this.context = context;
  }

  view(record: SObjectRecord, paths: readonly string[]): SObjectRecord {
    const crossing = paths.filter((path) => path.includes('.'));
    if (crossing.length === 0) return record;
    const view = new Row(record.object, record.values);
    view.parents = {};
    for (const path of crossing) this.attach(view, path.split('.'));
    return view;
  }

  private attach(record: SObjectRecord, path: readonly string[]): void {
    const [relationship, ...rest] = path;
    if (relationship === undefined || rest.length === 0) return;
    const reference = record.object.parentRelationship(relationship);
    if (reference?.relationshipName === undefined) return;
    const id = record.get(reference.name) as Id | null;
    const parent = id === null ? null : this.load(id);
    record.parents ??= {};
    const known = record.parents[reference.relationshipName];
    const own = known ?? (parent === null ? null : parent.copy());
    record.parents[reference.relationshipName] = own;
    if (own !== null) this.attach(own, rest);
  }

  private load(id: Id): SObjectRecord | null {
    const known = this.loaded.get(id);
    if (known !== undefined) return known;
    const object = this.context.schema.objectByKeyPrefix(id.slice(0, 3));
    const parent = object === undefined ? null : (this.context.store.load(object, [id])[0] ?? null);
    if (parent !== null) parent.parents = null;
    this.loaded.set(id, parent);
    return parent;
  }
}
