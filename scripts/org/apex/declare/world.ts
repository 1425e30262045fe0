/** Every type that code of one compile can name, and how names find them. */
import type { ObjectSchema, OrgSchema } from '../../schema/model.ts';
import type { PlatformType } from '../contract.ts';
import type { Leniency } from '../leniency.ts';
import { typeParts } from '../type/text.ts';
import type { ClassModel, FieldModel, MethodModel } from './model.ts';
import type { PlatformModel } from './platform.ts';
import { platformModel } from './platform.ts';
import type { TypeReference } from './type-reference.ts';

/** Types the language itself has; the runtime's tables add their members. */
const BUILT_IN = [
  'Object',
  'SObject',
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
  'List',
  'Set',
  'Map',
  'Iterable',
  'Iterator',
  'AggregateResult',
  'Exception',
  'Type',
];
const builtIn = new Map(BUILT_IN.map((name) => [name.toLowerCase(), name]));
const ARITY: Readonly<Record<string, number>> = { List: 1, Set: 1, Map: 2, Iterable: 1, Iterator: 1 };
/** Namespaces whose types go without prefix. */
const OPEN_NAMESPACES = new Set(['system', 'schema']);

export class World {
  readonly schema: OrgSchema;
  readonly platformTypes: ReadonlyMap<string, PlatformType>;
  /** By lower-case name, inner ones as `outer.inner`. */
  readonly classes = new Map<string, ClassModel>();

  /** Set where a compile goes on without what it cannot compile. */
  readonly leniency: Leniency | null;

  private readonly namespaces: ReadonlySet<string>;

  constructor(schema: OrgSchema, platformTypes: ReadonlyMap<string, PlatformType>, leniency: Leniency | null = null) {
    this.leniency = leniency;
    this.schema = schema;
    this.platformTypes = platformTypes;
    const prefixes = [...platformTypes.keys()].filter((key) => key.includes('.')).map((key) => key.split('.')[0]!);
    this.namespaces = new Set([...OPEN_NAMESPACES, ...prefixes]);
  }

  add(model: ClassModel): void {
    this.classes.set(model.name.toLowerCase(), model);
    for (const inner of model.inner.values()) this.add(inner);
  }

  userClass(text: string): ClassModel | undefined {
    return this.classes.get(text.toLowerCase());
  }

  platform(text: string): PlatformModel | undefined {
    const type = this.platformTypes.get(typeParts(text).base.toLowerCase());
    return type && platformModel(type);
  }

  object(text: string): ObjectSchema | undefined {
    if (text === 'SObject' || this.userClass(text)) return undefined;
    return this.schema.object(text);
  }

  /** Concrete SObject, generic SObject or aggregate row. */
  isRecordType(text: string): boolean {
    return (
      text === 'SObject' ||
      text === 'AggregateResult' ||
      (!text.includes('<') &&
        this.object(text)?.name === text &&
        !builtIn.has(text.toLowerCase()) &&
        this.platformName(text) === undefined)
    );
  }

  private platformName(lowerOrText: string): string | undefined {
    const lower = lowerOrText.toLowerCase();
    return this.platformTypes.get(lower)?.name ?? builtIn.get(lower);
  }

  isNamespace(name: string): boolean {
    const lower = name.toLowerCase();
    return this.namespaces.has(lower) || lower === this.schema.namespace?.toLowerCase();
  }

  /** Canonical text of a reference, or `null`. */
  resolve(reference: TypeReference, from: ClassModel | null): string | null {
    const base = this.resolvePath(reference.path, from);
    if (base === null) return null;
    const args: string[] = [];
    for (const arg of reference.args) {
      const text = this.resolve(arg, from);
      if (text === null) return null;
      args.push(text);
    }
    const expected = this.typeParameterCount(base);
    if (args.length !== expected && !(args.length === 0 && expected > 0 && !(base in ARITY))) return null;
    let text = args.length > 0 ? `${base}<${args.join(',')}>` : base;
    for (let level = 0; level < reference.arrays; level++) text = `List<${text}>`;
    return text;
  }

  private typeParameterCount(base: string): number {
    if (this.userClass(base)) return 0;
    return ARITY[base] ?? this.platformTypes.get(base.toLowerCase())?.typeParameters?.length ?? 0;
  }

  /** Canonical name of a dotted path, or `null` when no type has it. */
  resolvePath(path: readonly string[], from: ClassModel | null): string | null {
    return this.findPath(path, from) ?? this.leniency?.hollowType(path) ?? null;
  }

  private findPath(path: readonly string[], from: ClassModel | null): string | null {
    const first = path[0]!;
    const namespace = this.schema.namespace?.toLowerCase();
    if (path.length > 1 && first.toLowerCase() === namespace && !this.innerOf(from, first)) {
      return this.findPath(path.slice(1), from);
    }
    if (path.length === 1) return this.resolveName(first, from);
    const user = this.innerOf(from, first) ?? this.classes.get(first.toLowerCase());
    if (user) {
      const inner = this.innerThroughSupers(user, path[1]!);
      if (inner && path.length === 2) return inner.name;
    }
    const lower = first.toLowerCase();
    if (OPEN_NAMESPACES.has(lower)) {
      const rest = path.slice(1).join('.');
      const qualified = this.platformName(`${lower}.${rest}`) ?? this.platformName(rest);
      if (qualified !== undefined) return qualified;
      return lower === 'schema' && path.length === 2 ? (this.schema.object(rest)?.name ?? null) : null;
    }
    return this.platformName(path.join('.')) ?? null;
  }

  private resolveName(name: string, from: ClassModel | null): string | null {
    const user = this.innerOf(from, name) ?? this.classes.get(name.toLowerCase());
    if (user) return user.name;
    return this.platformName(name) ?? this.platformName(`schema.${name}`) ?? this.schema.object(name)?.name ?? null;
  }

  /** Inner class visible by its simple name from inside a class. */
  private innerOf(from: ClassModel | null, name: string): ClassModel | undefined {
    for (let model = from; model; model = model.outer) {
      if (model.simpleName.toLowerCase() === name.toLowerCase() && model.outer) return model;
      const inner = this.innerThroughSupers(model, name);
      if (inner) return inner;
    }
    return undefined;
  }

  private innerThroughSupers(model: ClassModel, name: string): ClassModel | undefined {
    for (let each: ClassModel | undefined = model; each; each = this.superModel(each)) {
      const inner = each.inner.get(name.toLowerCase());
      if (inner) return inner;
    }
    return undefined;
  }

  superModel(model: ClassModel): ClassModel | undefined {
    return model.superclass === null ? undefined : this.userClass(model.superclass);
  }

  /** Field or property of a class or its superclasses. */
  findField(model: ClassModel, name: string): FieldModel | undefined {
    const lower = name.toLowerCase();
    for (let each: ClassModel | undefined = model; each; each = this.superModel(each)) {
      const field = each.fields.get(lower);
      if (field) return field;
    }
    return undefined;
  }

  /** Methods of a class, its superclasses and interfaces by name, most derived first; overridden ones are left out. */
  findMethods(model: ClassModel, name: string): MethodModel[] {
    const found = new Map<string, MethodModel>();
    const visit = (each: ClassModel): void => {
      for (const method of each.methods.get(name.toLowerCase()) ?? [])
        if (!found.has(method.js)) found.set(method.js, method);
      const parent = this.superModel(each);
      if (parent) visit(parent);
      for (const text of each.interfaces) {
        const contract = this.userClass(text);
        if (contract) visit(contract);
      }
    };
    visit(model);
    return [...found.values()];
  }

  /** All superclasses and interfaces, transitive, canonical. */
  supertypes(text: string): Set<string> {
    const found = new Set<string>();
    const visit = (type: string): void => {
      const user = this.userClass(type);
      const platform = user ? undefined : this.platform(type);
      const direct = user
        ? [...(user.superclass === null ? [] : [user.superclass]), ...user.interfaces]
        : [...(platform?.type.extends ? [platform.type.extends] : []), ...(platform?.type.implements ?? [])];
      for (const each of direct) {
        if (found.has(each)) continue;
        found.add(each);
        visit(each);
      }
    };
    visit(text);
    return found;
  }

  isException(text: string): boolean {
    return (
      text === 'Exception' || this.supertypes(text).has('Exception') || this.platform(text)?.type.kind === 'exception'
    );
  }

  /** Whether `inner` may see private members of `owner`: both live in the same top-level class. */
  sameFile(left: ClassModel | null, right: ClassModel): boolean {
    return left !== null && topLevel(left) === topLevel(right);
  }
}

export function topLevel(model: ClassModel): ClassModel {
  return model.outer ? topLevel(model.outer) : model;
}
