/** Tree → typed function. Names, types and counts are checked here; evaluation only computes. */
import type { Raw } from '../types.ts';
import type { FieldSchema, FieldType, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { Compiled } from './call.ts';
import type { FormulaEnv } from './environment.ts';
import { FormulaErrors } from './errors.ts';
import { FORMULA_FUNCTIONS } from './functions/index.ts';
import { UNSUPPORTED_FUNCTIONS } from './functions/unsupported.ts';
import { roundHalfUp } from './functions/numbers.ts';
import { RECORD_TYPE, resolveGlobal, UNSUPPORTED_GLOBALS } from './global-names.ts';
import { binary, unary } from './operators.ts';
import { parseFormula } from './parser.ts';
import type { Expression } from './parser.ts';
import { TYPE_OF_FIELD, fits } from './types.ts';
import type { FormulaType } from './types.ts';

export interface CompileOptions {
  /** Type of the field, or `boolean` for a condition. */
  readonly returnType: FieldType;
  /** Decimals that number results are rounded to; not rounded when absent. */
  readonly scale?: number;
  /** Blank numbers count as zero. */
  readonly treatBlanksAsZero?: boolean;
}

export interface CompiledFormula {
  /** Fields of the record it reads, as paths with exact names (`Package__r.Name`); formula fields are named, not followed. */
  readonly references: readonly string[];
  /** Paths behind `$` names. */
  readonly globals: readonly string[];
  evaluate(env: FormulaEnv): Raw;
}

const compiled = new WeakMap<OrgSchema, Map<string, CompiledFormula>>();

/**
 * Compiles a formula for the records of one object. Cached per schema.
 * @throws OrgError `FORMULA_EXPRESSION_INVALID` with line and column
 */
export function compileFormula(
  text: string,
  object: ObjectSchema,
  schema: OrgSchema,
  options: CompileOptions,
): CompiledFormula {
  let known = compiled.get(schema);
  if (known === undefined) compiled.set(schema, (known = new Map<string, CompiledFormula>()));
  const key = [object.name, options.returnType, options.scale ?? '', options.treatBlanksAsZero === true, text].join(
    '\u0000',
  );
  let formula = known.get(key);
  if (formula === undefined) known.set(key, (formula = new FormulaCompiler(text, object, schema, options).compile()));
  return formula;
}

const IDS: ReadonlySet<FieldType> = new Set(['id', 'reference']);

/** A stored value as formulas see it: ids have 15 characters, percents are fractions. */
export function fieldValue(value: Raw, type: FieldType): Raw {
  if (value === null) return type === 'boolean' ? false : null;
  if (IDS.has(type)) return String(value).slice(0, 15);
  return type === 'percent' ? Number(value) / 100 : value;
}

class FormulaCompiler {
  private readonly text: string;
  private readonly object: ObjectSchema;
  private readonly schema: OrgSchema;
  private readonly options: CompileOptions;
  private readonly errors: FormulaErrors;
  private readonly references = new Set<string>();
  private readonly globals = new Set<string>();

  constructor(text: string, object: ObjectSchema, schema: OrgSchema, options: CompileOptions) {
    this.text = text;
    this.object = object;
    this.schema = schema;
    this.options = options;
    this.errors = new FormulaErrors(text);
  }

  compile(): CompiledFormula {
    const root = this.expression(parseFormula(this.text, this.errors));
    if (root.type === 'picklist' || root.type === 'multipicklist')
      throw this.errors.picklist(root.field ?? '', root.offset);
    const expected = TYPE_OF_FIELD[this.options.returnType];
    const wanted: FormulaType = expected === 'picklist' || expected === 'multipicklist' ? 'text' : expected;
    if (!fits(root.type, wanted)) throw this.errors.wrongResult(root.type, wanted);
    const finish = this.finisher(wanted);
    return {
      references: [...this.references],
      globals: [...this.globals],
      evaluate: (env) => finish(root.run(env)),
    };
  }

  /** Formula values → stored form. */
  private finisher(type: FormulaType): (value: Raw) => Raw {
    const { returnType, scale } = this.options;
    if (type === 'boolean') return (value) => value === true;
    if (type === 'text') return (value) => (value === '' ? null : value);
    if (type !== 'number') return (value) => value;
    return (value) => {
      if (value === null) return null;
      const shown = returnType === 'percent' ? Number(value) * 100 : Number(value);
      return scale === undefined ? shown : roundHalfUp(shown, scale);
    };
  }

  private expression(node: Expression): Compiled {
    const { offset } = node;
    switch (node.kind) {
      case 'literal':
        return this.literal(node.value, offset);
      case 'unary':
        return unary(node.operator, this.expression(node.operand), offset, this.errors);
      case 'binary':
        return binary(node.operator, this.expression(node.left), this.expression(node.right), offset, this.errors);
      case 'name':
        return node.name.startsWith('$') ? this.global(node.name, offset) : this.field(node.name, offset);
      case 'call':
        return this.call(node);
    }
  }

  private literal(value: Raw, offset: number): Compiled {
    const types: Readonly<Record<string, FormulaType>> = { string: 'text', number: 'number', boolean: 'boolean' };
    return { type: types[typeof value] ?? 'null', run: () => value, offset };
  }

  private call(node: Expression & { kind: 'call' }): Compiled {
    const { name, offset } = node;
    const definition = FORMULA_FUNCTIONS.get(name);
    if (definition === undefined) {
      const reason = UNSUPPORTED_FUNCTIONS.get(name);
      if (reason !== undefined) throw this.errors.unsupportedFunction(name, reason, offset);
      throw this.errors.unknownFunction(name, offset);
    }
    const { minimum, maximum } = definition;
    if (node.args.length < minimum || node.args.length > maximum) {
      throw this.errors.wrongCount(
        name,
        minimum === maximum ? String(minimum) : `${minimum} or more`,
        node.args.length,
        offset,
      );
    }
    const args = node.args.map((arg) => this.expression(arg));
    return { ...definition.compile({ name, args, offset, errors: this.errors }), offset };
  }

  private field(written: string, offset: number): Compiled {
    const { path, field } = this.resolve(written, offset);
    this.references.add(path);
    const type = TYPE_OF_FIELD[field.type];
    const zero = this.options.treatBlanksAsZero === true && type === 'number';
    const kind = field.type;
    return {
      type,
      field: path,
      offset,
      ...(zero ? { neverBlank: true } : {}),
      run: (env) => fieldValue(env.value(path), kind) ?? (zero ? 0 : null),
    };
  }

  /** Follows `Package__r.Name` or `Owner:User.Name` to its field. */
  private resolve(written: string, offset: number): { path: string; field: FieldSchema } {
    const segments = written.split('.');
    const path: string[] = [];
    let object: ObjectSchema | undefined = this.object;
    for (const segment of segments.slice(0, -1)) {
      const [name, target] = segment.split(':');
      const reference: FieldSchema | undefined = object?.parentRelationship(name ?? '');
      const parent: string | undefined = target === 'Queue' ? 'Group' : (target ?? reference?.referenceTo[0]);
      object = parent === undefined ? undefined : this.schema.object(parent);
      if (reference?.relationshipName === undefined || object === undefined)
        throw this.errors.unknownField(written, offset);
      path.push(reference.relationshipName);
    }
    const field = object?.field(segments.at(-1) ?? '');
    if (field === undefined || field.type === 'base64') throw this.errors.unknownField(written, offset);
    return { path: [...path, field.name].join('.'), field };
  }

  private global(written: string, offset: number): Compiled {
    const [head = '', ...rest] = written.split('.');
    if (head.toLowerCase() === RECORD_TYPE) return this.field(['RecordType', ...rest].join('.'), offset);
    if (UNSUPPORTED_GLOBALS.has(head.toLowerCase())) throw this.errors.unsupportedName(head, offset);
    const found = resolveGlobal(written, this.schema);
    if (found === undefined) throw this.errors.unknownField(written, offset);
    if ('constant' in found) return { type: 'text', run: () => found.constant, offset };
    const { path, type } = found;
    this.globals.add(path);
    const zero = this.options.treatBlanksAsZero === true && TYPE_OF_FIELD[type] === 'number';
    return { type: TYPE_OF_FIELD[type], offset, run: (env) => fieldValue(env.global(path), type) ?? (zero ? 0 : null) };
  }
}
