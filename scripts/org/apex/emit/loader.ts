/** Compiled files → a running program: classes, triggers, anonymous blocks, coverage, stack lines. */
import { compileFunction } from 'node:vm';
import type { OrgSchema } from '../../schema/model.ts';
import { enter, fromOutside, leave, onStackOverflow, step, withVariables } from '../ambient.ts';
import type { ApexProgram, CompiledUnit, PlatformType, UserClass } from '../contract.ts';
import { host } from '../host.ts';
import { invokeMethod } from '../invoke.ts';
import { PLATFORM_TYPES } from '../runtime/index.ts';
import { ApexObject } from '../runtime/values/object.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { fileName } from './description.ts';
import type { ClassDescription } from './description.ts';
import { collectionSupport } from './support/collections.ts';
import { contextSupport } from './support/context.ts';
import { dmlSupport } from './support/dml.ts';
import { depthExceeded, exceptionSupport } from './support/exceptions.ts';
import { fieldSupport } from './support/fields.ts';
import { instanceSupport } from './support/instance.ts';
import { numberSupport } from './support/numbers.ts';
import { querySupport } from './support/query.ts';
import { makeUserClass } from './user-class.ts';
import type { EmittedClass } from './user-class.ts';

/** Frames an exception keeps; more than Apex prints of any real stack. */
const STACK_FRAMES = 120;

interface LoadedFile {
  readonly unit: CompiledUnit;
  /** First JavaScript line of each function and its Apex label, ascending. */
  frames: readonly (readonly [number, string])[];
  /** By line: 1 where it was executed. */
  counters: Uint8Array;
  classes: EmittedClass[];
  isLoaded: boolean;
}

type Statics = { tx: number; record: unknown };

/**
 * Loads compiled files over the runtime library's platform types. Every class is loaded at once, static state is made per
 * transaction. Throws an internal error when a unit names a platform member that the library does not have.
 */
export function loadProgram(
  units: readonly CompiledUnit[],
  schema: OrgSchema,
  platformTypes: ReadonlyMap<string, PlatformType> = PLATFORM_TYPES,
): ApexProgram {
  return new Program(units, schema, platformTypes);
}

class Program implements ApexProgram {
  readonly classes = new Map<string, UserClass>();
  readonly schema: OrgSchema;
  private readonly platformTypes: ReadonlyMap<string, PlatformType>;
  private readonly files = new Map<string, LoadedFile>();
  private readonly filesByStackName = new Map<string, LoadedFile>();
  private readonly emitted = new Map<string, EmittedClass>();
  private readonly descriptions = new Map<string, ClassDescription>();
  private readonly triggers = new Map<string, { name: string; events: ReadonlySet<string>; run(): void }[]>();
  private readonly errors: ReturnType<typeof exceptionSupport>;
  private readonly support: Record<string, unknown>;
  private loading: LoadedFile | null = null;

  constructor(units: readonly CompiledUnit[], schema: OrgSchema, platformTypes: ReadonlyMap<string, PlatformType>) {
    this.schema = schema;
    this.platformTypes = platformTypes;
    if (Error.stackTraceLimit < STACK_FRAMES) Error.stackTraceLimit = STACK_FRAMES;
    onStackOverflow(() => {
      throw depthExceeded();
    });
    this.errors = exceptionSupport({ frame: (file, line) => this.frame(file, line) });
    this.support = this.makeSupport();
    for (const unit of units) this.register(unit);
    for (const file of this.files.values()) this.loadFile(file);
    for (const file of this.files.values()) this.addTrigger(file);
  }

  class(name: string): UserClass | undefined {
    return this.classes.get(name.toLowerCase()) ?? this.classes.get(withoutNamespace(name, this.schema).toLowerCase());
  }

  triggersOf(object: string): readonly { readonly name: string; readonly events: ReadonlySet<string>; run(): void }[] {
    return this.triggers.get(object) ?? [];
  }

  runAnonymous(unit: CompiledUnit): void {
    const file = this.register(unit);
    this.loadFile(file);
    this.enterFrom(() => this.runOf(file), true);
  }

  coverage(name: string): ReadonlyMap<number, number> {
    const file = this.files.get(`class ${name}`.toLowerCase()) ?? this.files.get(`trigger ${name}`.toLowerCase());
    return new Map((file?.unit.coverable ?? []).map((line) => [line, file!.counters[line] ?? 0]));
  }

  resetCoverage(): void {
    for (const file of this.files.values()) file.counters.fill(0);
  }

  private register(unit: CompiledUnit): LoadedFile {
    const file: LoadedFile = { unit, frames: [], counters: new Uint8Array(0), classes: [], isLoaded: false };
    this.files.set(`${unit.kind} ${unit.name}`.toLowerCase(), file);
    this.filesByStackName.set(fileName(unit), file);
    return file;
  }

  private loadFile(file: LoadedFile): void {
    if (file.isLoaded) return;
    file.isLoaded = true;
    const before = this.loading;
    this.loading = file;
    try {
      const body = compileFunction(file.unit.js, ['$'], { filename: fileName(file.unit) });
      (body as ($: unknown) => void)(this.support);
    } finally {
      this.loading = before;
    }
  }

  private addTrigger(file: LoadedFile): void {
    const { trigger, name } = file.unit;
    if (!trigger) return;
    const entry = { name, events: new Set(trigger.events), run: () => this.enterFrom(() => this.runOf(file), false) };
    const all = [...(this.triggers.get(trigger.object) ?? []), entry];
    this.triggers.set(
      trigger.object,
      all.sort((left, right) => left.name.localeCompare(right.name)),
    );
  }

  private runOf(file: LoadedFile): void {
    (file.classes[0] as unknown as Record<string, () => void>)['run()']!();
  }

  /** Runs Apex from outside; what it throws has its Apex lines. */
  private enterFrom<T>(body: () => T, sharing?: boolean): T {
    try {
      return fromOutside(body, sharing);
    } catch (error) {
      throw this.errors.translate(error);
    }
  }

  private frame(name: string, line: number): { text: string; line: number } | null {
    const file = this.filesByStackName.get(`apex/${name}`);
    const source = file?.unit.lines[line - 1] ?? 0;
    if (!file || source === 0) return null;
    let label = file.unit.name;
    for (const [start, each] of file.frames) {
      if (start > line) break;
      label = each;
    }
    if (file.unit.kind !== 'class') label = label.replace(/\.run$/, '');
    return { text: `${label}: line ${source}, column 1`, line: source };
  }

  private load(name: string): EmittedClass {
    const known = this.emitted.get(name);
    if (known) return known;
    const file = this.files.get(`class ${name.split('.')[0]}`);
    if (file) this.loadFile(file);
    const found = this.emitted.get(name);
    if (!found) throw new Error(`Class ${name} is not loaded`);
    return found;
  }

  private define(js: EmittedClass, description: ClassDescription): void {
    const key = description.name.toLowerCase();
    this.loading!.classes.push(js);
    this.emitted.set(key, js);
    this.descriptions.set(key, description);
    const isPseudo = this.loading!.unit.kind !== 'class' && this.loading!.classes.length === 1;
    const made = makeUserClass(js, description, {
      enter: (body) => this.enterFrom(body),
      supertypes: () => this.supertypes(description.name),
      isInstance: this.support['isInstance'] as (value: unknown, type: string) => boolean,
    });
    if (!isPseudo) this.classes.set(key, made);
  }

  private supertypes(name: string): Set<string> {
    const found = new Set<string>();
    const visit = (text: string): void => {
      const user = this.descriptions.get(text.toLowerCase());
      const platform = this.platformTypes.get(text.split('<')[0]!.toLowerCase());
      const parent = user ? user.superclass : platform?.extends;
      for (const each of [parent, ...((user ? user.interfaces : platform?.implements) ?? [])]) {
        if (each === null || each === undefined || found.has(each)) continue;
        found.add(each);
        visit(each);
      }
    };
    visit(name);
    return found;
  }

  /** Static state of a class in the current transaction; made, then initialised in declaration order, at the first use. */
  private statics(js: EmittedClass, cache: Statics): unknown {
    const { transactionId, statics } = host();
    let record = statics.get(js);
    const isNew = record === undefined;
    if (isNew) statics.set(js, (record = js.$N!()));
    cache.tx = transactionId;
    cache.record = record;
    if (!isNew) return record;
    (Object.getPrototypeOf(js) as EmittedClass).$S?.();
    try {
      js.$I!();
    } catch (error) {
      statics.delete(js);
      cache.tx = -1;
      throw error;
    }
    return record;
  }

  private makeSupport(): Record<string, unknown> {
    const member = (type: string, key: string, table: 'members' | 'constructors'): unknown =>
      this.platformTypes.get(type.toLowerCase())?.[table]?.[key] ?? missing(`${type}.${key}`);
    return {
      ...collectionSupport,
      ...dmlSupport,
      ...fieldSupport,
      ...numberSupport,
      ...querySupport,
      ...contextSupport(this.platformTypes),
      ...instanceSupport(this.platformTypes),
      ...this.errors,
      ApexObject,
      ApexException,
      host,
      enter,
      leave,
      step,
      withVariables,
      invoke: invokeMethod,
      set: (write: (receiver: unknown, value: unknown) => void, receiver: unknown, value: unknown) => {
        write(receiver, value);
        return value;
      },
      member: (type: string, key: string) => member(type, key, 'members'),
      platformConstructor: (type: string, key: string) => member(type, key, 'constructors'),
      property: (type: string, key: string, side: 'get' | 'set') =>
        this.platformTypes.get(type.toLowerCase())?.properties?.[key]?.[side] ?? missing(`${type}.${key}`),
      load: (name: string) => this.load(name),
      define: (js: EmittedClass, description: ClassDescription) => this.define(js, description),
      statics: (js: EmittedClass, cache: Statics) => this.statics(js, cache),
      frames: (frames: LoadedFile['frames']) => {
        this.loading!.frames = frames;
      },
      coverage: (_: string, lines: readonly number[]) =>
        (this.loading!.counters = new Uint8Array((lines.at(-1) ?? 0) + 1)),
    };
  }
}

function missing(name: string): never {
  throw new Error(`${name} is not in the runtime library`);
}

function withoutNamespace(name: string, schema: OrgSchema): string {
  const prefix = `${schema.namespace ?? ''}.`;
  return schema.namespace !== undefined && name.toLowerCase().startsWith(prefix.toLowerCase())
    ? name.slice(prefix.length)
    : name;
}
