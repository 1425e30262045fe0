/** An emitted class as the rest of the layer sees it. */
import type { UserClass, UserField, UserMethod } from '../contract.ts';
import { METHODS, USER_CLASS } from '../invoke.ts';
import type { MethodEntry } from '../invoke.ts';
import { throwException, throwNull } from '../runtime/values/exception.ts';
import type { ClassDescription } from './description.ts';

type Callable = (...args: readonly unknown[]) => unknown;

/** The JavaScript side of a class: static helpers beside its methods. */
export interface EmittedClass {
  new (): object;
  /** Static state of the current transaction. */
  $S?(): Record<string, unknown>;
  /** Empty static state. */
  $N?(): Record<string, unknown>;
  /** Static initialisers. */
  $I?(): void;
}

export interface ClassHooks {
  /** Runs Apex from outside. */
  enter<T>(body: () => T): T;
  supertypes(): Set<string>;
  isInstance(value: unknown, type: string): boolean;
}

/** Makes the description of a class and hangs it and the method table on the JavaScript class. */
export function makeUserClass(js: EmittedClass, description: ClassDescription, hooks: ClassHooks): UserClass {
  let supertypes: Set<string> | null = null;
  const fits = (types: readonly string[], args: readonly unknown[]): boolean =>
    types.length === args.length && args.every((arg, at) => arg === null || hooks.isInstance(arg, types[at]!));
  const made: UserClass = {
    name: description.name,
    kind: description.kind,
    isAbstract: description.isAbstract,
    isTest: description.isTest,
    sharing: description.sharing,
    ...(description.superclass === null ? {} : { superclass: description.superclass }),
    get supertypes() {
      return (supertypes ??= hooks.supertypes());
    },
    annotations: description.annotations,
    methods: description.methods.map((each) => methodOf(js, each, hooks)),
    fields: description.fields.map((each) => fieldOf(js, each, hooks)),
    construct: (args) => hooks.enter(() => construct(js, description, args, fits)),
    js,
  };
  if (description.kind !== 'enum') hang(js, made, description, fits);
  return made;
}

function hang(
  js: EmittedClass,
  made: UserClass,
  description: ClassDescription,
  fits: (types: readonly string[], args: readonly unknown[]) => boolean,
): void {
  const table = new Map<string, MethodEntry[]>();
  for (const each of description.methods) {
    if (each.isAbstract) continue;
    const parameterTypes = each.parameters.map((parameter) => parameter.type);
    const entry: MethodEntry = {
      js: each.js,
      isStatic: each.isStatic,
      parameterTypes,
      fits: (args) => fits(parameterTypes, args),
    };
    const key = each.name.toLowerCase();
    table.set(key, [...(table.get(key) ?? []), entry]);
  }
  Object.defineProperty(js, METHODS, { value: table });
  Object.defineProperty(js, USER_CLASS, { value: made });
}

function methodOf(js: EmittedClass, method: ClassDescription['methods'][number], hooks: ClassHooks): UserMethod {
  const { js: key, name, isStatic, visibility, annotations, parameters, returnType, line } = method;
  const invoke = (receiver: unknown, args: readonly unknown[]): unknown => {
    const target = (method.isStatic ? js : (receiver ?? throwNull())) as Record<string, Callable>;
    return hooks.enter(() => target[key]!(...args));
  };
  return { name, isStatic, visibility, annotations, parameters, returnType, line, invoke };
}

function fieldOf(js: EmittedClass, field: ClassDescription['fields'][number], hooks: ClassHooks): UserField {
  const { js: key, getter, setter, ...facts } = field;
  const accessorHolder = (receiver: unknown): Record<string, Callable> =>
    (field.isStatic ? js : (receiver ?? throwNull())) as Record<string, Callable>;
  const holder = (receiver: unknown): Record<string, unknown> =>
    (field.isStatic ? js.$S!() : (receiver ?? throwNull())) as Record<string, unknown>;
  return {
    ...facts,
    get: (receiver) =>
      hooks.enter(() => (getter === null ? holder(receiver)[key] : accessorHolder(receiver)[getter]!())),
    set: (receiver, value) => {
      hooks.enter(() => {
        if (setter !== null) accessorHolder(receiver)[setter]!(value);
        else holder(receiver)[key] = value;
      });
    },
  };
}

function construct(
  js: EmittedClass,
  description: ClassDescription,
  args: readonly unknown[],
  fits: (types: readonly string[], args: readonly unknown[]) => boolean,
): unknown {
  const { constructors, name } = description;
  if (description.kind !== 'class' || description.isAbstract)
    return throwException('TypeException', `Type cannot be constructed: ${name}`);
  const key =
    constructors.length === 0 && args.length === 0
      ? `new ${name}()`.toLowerCase()
      : constructors.find((each) => fits(each.parameters, args))?.js;
  if (key === undefined)
    return throwException('TypeException', `Class ${name} has no constructor for ${args.length} argument(s)`);
  return (new js() as Record<string, Callable>)[key]!(...args);
}
