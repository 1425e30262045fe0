/** Formula.builder() and FormulaEval: formulas over a record, or over an instance of a global class and its records. */
import { compileFormula } from '../../formula/index.ts';
import type { CompiledFormula, FormulaEnv } from '../../formula/index.ts';
import { makeField } from '../../schema/field.ts';
import type { FieldSchema, FieldType, ObjectSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import { OrgError } from '../../types.ts';
import type { Raw } from '../../types.ts';
import type { PlatformType, UserClass } from '../contract.ts';
import { host } from '../host.ts';
import { enumType } from './define.ts';
import type { SObjectTypeToken } from './schema-tokens.ts';
import type { TypeToken } from './type.ts';
import { ApexSet } from './values/collections.ts';
import type { ApexEnum } from './values/enum.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';
import { fromRaw, plainRaw } from './values/raw.ts';

/** Field type whose formulas answer each return type. */
const RETURNS: Readonly<Record<string, FieldType>> = {
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'datetime',
  DECIMAL: 'double',
  DOUBLE: 'double',
  ID: 'string',
  INTEGER: 'int',
  LONG: 'int',
  STRING: 'string',
  TIME: 'time',
};

const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  Boolean: 'boolean',
  Date: 'date',
  Datetime: 'datetime',
  Decimal: 'double',
  Double: 'double',
  Id: 'string',
  Integer: 'int',
  Long: 'double',
  String: 'string',
  Time: 'time',
};

/** A global class as formulas see an object: its global values are fields, its global records parents. */
function objectOfClass(type: UserClass): ObjectSchema {
  const fields: FieldSchema[] = [];
  for (const { name, type: text, visibility, isStatic } of type.fields) {
    if (visibility !== 'global' || isStatic) continue;
    const fieldType = FIELD_TYPES[text];
    if (fieldType !== undefined) fields.push(makeField({ name, type: fieldType, length: 255 }));
    else if (host().schema.object(text))
      fields.push(makeField({ name, type: 'reference', length: 18, referenceTo: [text], relationshipName: name }));
  }
  const find = (name: string): FieldSchema | undefined =>
    fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
  const parent = (name: string): FieldSchema | undefined => {
    const found = find(name);
    return found?.relationshipName === undefined ? undefined : found;
  };
  return {
    name: type.name,
    label: type.name,
    pluralLabel: type.name,
    kind: 'standard',
    custom: false,
    keyPrefix: '',
    sharingModel: 'ReadWrite',
    fields,
    nameField: '',
    validationRules: [],
    historyTracked: false,
    createable: false,
    updateable: false,
    deletable: false,
    queryable: false,
    triggerable: false,
    childRelationships: [],
    field: find,
    parentRelationship: parent,
    childRelationship: () => undefined,
  };
}

class Builder extends ApexObject {
  static readonly apexName = 'FormulaEval.FormulaBuilder';
  formula: string | null = null;
  returns = 'STRING';
  type: UserClass | ObjectSchema | null = null;
  blanksAsZero = false;
  isTemplate = false;

  build(): Instance {
    const { formula, type } = this;
    if (formula === null || type === null)
      return throwException('FormulaValidationException', 'A formula and its type are required');
    if (this.isTemplate) {
      throw new OrgError('FORMULA_EXPRESSION_INVALID', 'parseAsTemplate is not supported by the local org');
    }
    const object = 'js' in type ? objectOfClass(type) : type;
    try {
      const options = { returnType: RETURNS[this.returns] ?? 'string', treatBlanksAsZero: this.blanksAsZero };
      return new Instance(compileFormula(formula, object, host().schema, options), type, this.returns);
    } catch (error) {
      if (error instanceof OrgError && !error.message.includes('not supported by the local org'))
        return throwException('FormulaValidationException', error.message);
      throw error;
    }
  }
}

class Instance extends ApexObject {
  static readonly apexName = 'FormulaEval.FormulaInstance';
  readonly formula: CompiledFormula;
  readonly type: UserClass | ObjectSchema;
  readonly returns: string;
  constructor(formula: CompiledFormula, type: UserClass | ObjectSchema, returns: string) {
    super();
    this.formula = formula;
    this.type = type;
    this.returns = returns;
  }

  evaluate(context: unknown): unknown {
    const result = this.formula.evaluate(envOf(this.type, requireArgument(context)));
    return fromRaw(result, RETURNS[this.returns] ?? 'string');
  }
}

function envOf(type: UserClass | ObjectSchema, context: unknown): FormulaEnv {
  const value = (path: string): Raw => read(type, context, path.split('.'));
  const { clock, timeZone } = host();
  return {
    value,
    prior: value,
    isNew: false,
    now: () => clock.now(),
    timeZone,
    global: (path) => {
      throw new OrgError('FORMULA_EXPRESSION_INVALID', `${path} in FormulaEval is not supported by the local org`);
    },
  };
}

function read(type: UserClass | ObjectSchema, context: unknown, path: readonly string[]): Raw {
  if (context instanceof SObjectRecord) return readRecord(context, path);
  const [first, ...rest] = path;
  const field = 'js' in type ? type.fields.find((each) => each.name === first) : undefined;
  const found = field?.get(context) ?? null;
  return found instanceof SObjectRecord ? readRecord(found, rest) : plainRaw(found);
}

function readRecord(record: SObjectRecord, path: readonly string[]): Raw {
  let at: SObjectRecord | null = record;
  for (const name of path.slice(0, -1)) at = at?.parents?.[name] ?? null;
  return at?.get(path.at(-1)!) ?? null;
}

type Change = (builder: Builder) => void;
const changed = (builder: Builder, change: Change): Builder => {
  change(builder);
  return builder;
};

export const FORMULA_TYPES: readonly PlatformType[] = [
  {
    name: 'Formula',
    kind: 'class',
    members: { 'static FormulaEval.FormulaBuilder builder()': () => new Builder() },
  },
  {
    name: 'FormulaEval.FormulaBuilder',
    kind: 'class',
    members: {
      'FormulaEval.FormulaInstance build()': (builder: Builder) => builder.build(),
      'FormulaEval.FormulaBuilder withFormula(String)': (builder: Builder, text: string | null) =>
        changed(builder, (one) => (one.formula = text)),
      'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType)': (builder: Builder, type: ApexEnum) =>
        changed(builder, (one) => (one.returns = requireArgument(type).name)),
      'FormulaEval.FormulaBuilder withType(Type)': (builder: Builder, type: TypeToken | null) =>
        changed(builder, (one) => {
          const name = requireArgument(type).type;
          one.type = host().userClass(name) ?? host().schema.object(name) ?? null;
        }),
      'FormulaEval.FormulaBuilder withType(Schema.SObjectType)': (builder: Builder, token: SObjectTypeToken | null) =>
        changed(builder, (one) => (one.type = requireArgument(token).object)),
      'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal>)': (builder: Builder) => builder,
      'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean)': (builder: Builder, flag: boolean | null) =>
        changed(builder, (one) => (one.blanksAsZero = flag === true)),
      'FormulaEval.FormulaBuilder parseAsTemplate(Boolean)': (builder: Builder, flag: boolean | null) =>
        changed(builder, (one) => (one.isTemplate = flag === true)),
    },
  },
  {
    name: 'FormulaEval.FormulaInstance',
    kind: 'class',
    members: {
      'Object evaluate(Object)': (instance: Instance, context: unknown) => instance.evaluate(context),
      'Set<String> getReferencedFields()': (instance: Instance) =>
        new ApexSet('Set<String>', [...instance.formula.references]),
    },
  },
  enumType('FormulaEval.FormulaReturnType', Object.keys(RETURNS)),
  enumType('FormulaEval.FormulaGlobal', [
    'CUSTOMMETADATA',
    'LABEL',
    'ORGANIZATION',
    'PERMISSION',
    'PROFILE',
    'SETUP',
    'SYSTEM',
    'USER',
    'USERROLE',
  ]),
];
