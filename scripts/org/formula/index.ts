/** Formulas of an org: fields for queries, and fields, rules and defaults for saves. */
import type { Clock, Id, Raw } from '../types.ts';
import { OrgError } from '../types.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { FormulaHook } from '../soql/contract.ts';
import { GlobalValues } from './global-values.ts';
import type { GlobalSources } from './global-values.ts';
import { RecordEnv, compileField } from './record-env.ts';

export { compileFormula } from './compile.ts';
export type { CompileOptions, CompiledFormula } from './compile.ts';
export type { FormulaEnv } from './environment.ts';
export { FORMULA_FUNCTIONS } from './functions/index.ts';

export interface FormulaSources extends GlobalSources {
  readonly clock: Clock;
}

/** The stored row before the save, and the running user. */
export interface SaveState {
  readonly userId: Id;
  readonly old: SObjectRecord | null;
  readonly isNew: boolean;
}

/** Formulas as the layers above use them. */
export interface Formulas {
  forQueries(userId: Id): FormulaHook;
  readonly forSaves: {
    references(object: ObjectSchema, field: FieldSchema, text: string): readonly string[];
    evaluate(record: SObjectRecord, field: FieldSchema, text: string, state: SaveState): Raw;
  };
}

const MAXIMUM_DEPTH = 10;

/** Formulas over one schema and its rows. Values behind `$` names are read once per hook, and once per evaluation of a save. */
export function makeFormulas(sources: FormulaSources): Formulas {
  const { schema, clock } = sources;
  const evaluate = (
    record: SObjectRecord,
    field: FieldSchema,
    text: string,
    state: SaveState,
    globals: GlobalValues,
  ): Raw => {
    const formula = compileField(field, text, record.object, schema);
    return formula.evaluate(
      new RecordEnv(record, state.old, state.isNew, {
        schema,
        clock,
        globals,
        get timeZone() {
          return globals.timeZone;
        },
      }),
    );
  };
  return {
    forQueries(userId) {
      const globals = new GlobalValues(sources, userId);
      const state: SaveState = { userId, old: null, isNew: false };
      return {
        references: (object, field) => storedReferences(object, field, field.formula ?? '', schema),
        evaluate: (record, field) => evaluate(record, field, field.formula ?? '', state, globals),
      };
    },
    forSaves: {
      references: (object, field, text) => storedReferences(object, field, text, schema),
      evaluate: (record, field, text, state) =>
        evaluate(record, field, text, state, new GlobalValues(sources, state.userId)),
    },
  };
}

const stored = new WeakMap<OrgSchema, Map<string, readonly string[]>>();

/** Stored fields a formula needs, through the formulas it reads. */
export function storedReferences(
  object: ObjectSchema,
  field: FieldSchema,
  text: string,
  schema: OrgSchema,
): readonly string[] {
  let known = stored.get(schema);
  if (known === undefined) stored.set(schema, (known = new Map<string, readonly string[]>()));
  const key = `${object.name}\u0000${field.name}\u0000${text}`;
  let paths = known.get(key);
  if (paths === undefined) known.set(key, (paths = [...new Set(follow(object, field, text, schema, 0))]));
  return paths;
}

function follow(object: ObjectSchema, field: FieldSchema, text: string, schema: OrgSchema, depth: number): string[] {
  if (depth > MAXIMUM_DEPTH)
    throw new OrgError('FORMULA_EXPRESSION_INVALID', `The formula of ${object.name}.${field.name} refers to itself`);
  const { references } = compileField(field, text, object, schema);
  return references.flatMap((path) => {
    const names = path.split('.');
    const prefix = names.slice(0, -1);
    const owner = prefix.reduce<ObjectSchema | undefined>(
      (at, name) => schema.object(at?.parentRelationship(name)?.referenceTo[0] ?? ''),
      object,
    );
    const target = owner?.field(names.at(-1) ?? '');
    if (owner === undefined || target?.formula === undefined) return [path];
    return follow(owner, target, target.formula, schema, depth + 1).map((inner) => [...prefix, inner].join('.'));
  });
}
