/** A record with its parents as the place a formula reads from; formula fields it meets are evaluated on the way. */
import type { Clock, Raw } from '../types.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import { compileFormula } from './compile.ts';
import type { CompiledFormula } from './compile.ts';
import type { FormulaEnv } from './environment.ts';
import type { GlobalValues } from './global-values.ts';

export interface EvaluationContext {
  readonly schema: OrgSchema;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly globals: GlobalValues;
}

/** A formula field, compiled with what its metadata says. */
export function compileField(
  field: FieldSchema,
  text: string,
  object: ObjectSchema,
  schema: OrgSchema,
): CompiledFormula {
  const isNumber = ['int', 'double', 'currency', 'percent'].includes(field.type);
  return compileFormula(text, object, schema, {
    returnType: field.type,
    treatBlanksAsZero: field.formulaTreatBlanksAsZero === true,
    ...(isNumber && field.formula !== undefined ? { scale: field.scale } : {}),
  });
}

export class RecordEnv implements FormulaEnv {
  readonly isNew: boolean;
  private readonly record: SObjectRecord;
  private readonly old: SObjectRecord | null;
  private readonly context: EvaluationContext;

  constructor(record: SObjectRecord, old: SObjectRecord | null, isNew: boolean, context: EvaluationContext) {
    this.record = record;
    this.old = old;
    this.isNew = isNew;
    this.context = context;
  }

  get timeZone(): string {
    return this.context.timeZone;
  }

  now(): number {
    return this.context.clock.now();
  }

  value(path: string): Raw {
    return this.read(this.record, path);
  }

  prior(path: string): Raw {
    return this.read(this.old ?? this.record, path);
  }

  global(path: string): Raw {
    return this.context.globals.value(path);
  }

  private read(from: SObjectRecord, path: string): Raw {
    let record: SObjectRecord | null = from;
    let start = 0;
    for (let dot = path.indexOf('.'); dot >= 0 && record !== null; dot = path.indexOf('.', start)) {
      record = record.parents?.[path.slice(start, dot)] ?? null;
      start = dot + 1;
    }
    if (record === null) return null;
    const name = path.slice(start);
    const field = record.object.field(name);
    if (field?.formula === undefined) return record.get(name);
    const nested = new RecordEnv(record, record === from ? this.old : null, this.isNew, this.context);
    return compileField(field, field.formula, record.object, this.context.schema).evaluate(nested);
  }
}
