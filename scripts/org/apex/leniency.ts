/** Lenient compile: what a program names and the local org does not have is left out by name, so that the rest can run. */
import type { ApexSource, CompileProblem } from './contract.ts';
import { isKnownMember, isKnownObject, isKnownObjectField, isKnownType } from '../schema/platform-library.ts';
import type { World } from './declare/world.ts';
import { fail } from './problems.ts';
import type { CompileError, Located } from './problems.ts';

export const NOT_SUPPORTED = 'is not supported by the local org';

type Question = (match: RegExpExecArray) => string | null;

/** A name in one of the platform's namespaces is the platform's, even where the library is older than it. */
const typeOf = (name: string): string | null =>
  isKnownType(name) || isKnownObject(name) || (name.includes('.') && isKnownType(name.split('.')[0]!))
    ? `${name} ${NOT_SUPPORTED}`
    : null;

const withoutArguments = (type: string): string => type.split('<')[0]!;

/** Compile errors that may only mean that the local org lacks something, and how to tell. */
const QUESTIONS: readonly (readonly [RegExp, Question])[] = [
  [/^Invalid (?:super )?type: ([\w.]+)/, ([, name]) => typeOf(name!)],
  [/^Variable does not exist: ([\w.]+)$/, ([, name]) => typeOf(name!)],
  [/^Trigger type isn't an SObject: (\w+)$/, ([, name]) => typeOf(name!)],
  [/sObject type '(\w+)' is not supported/, ([, name]) => typeOf(name!)],
  [/^Didn't understand relationship '(\w+)'/, ([, name]) => (/__r$/i.test(name!) ? null : `${name!} ${NOT_SUPPORTED}`)],
  [
    /^Method does not exist or incorrect signature: void (\w+)\(.*\) from the type (.+)$/,
    ([, name, type]) =>
      isKnownMember(withoutArguments(type!), name!) ? `${type!}.${name!} with these arguments ${NOT_SUPPORTED}` : null,
  ],
  [
    /^Constructor not defined: \[(.+)\]\.<Constructor>(.*)$/,
    ([, type, args]) => (isKnownType(withoutArguments(type!)) ? `new ${type!}${args!} ${NOT_SUPPORTED}` : null),
  ],
  [
    /^Type cannot be constructed: ([\w.]+)/,
    ([, type]) => (isKnownType(type!) ? `new ${type!}() ${NOT_SUPPORTED}` : null),
  ],
  [/^Field does not exist: (\w+) on (\w+)$/, ([, field, object]) => fieldOf(object!, field!)],
  [/No such column '(\w+)' on entity '(\w+)'/, ([, field, object]) => fieldOf(object!, field!)],
];

function fieldOf(object: string, field: string): string | null {
  return isKnownObjectField(object, field) ? `${object}.${field} ${NOT_SUPPORTED}` : null;
}

/** Fails as a member that the local org lacks where the platform has it, else in the given words. */
export function failMember(world: World, type: string, name: string, message: string, node: Located): never {
  const { leniency } = world;
  const isMissing =
    leniency !== null &&
    (leniency.isHollow(type) ||
      world.platform(type)?.type.kind === 'enum' ||
      (!world.userClass(type) && isKnownMember(withoutArguments(type), name)));
  return fail(isMissing ? `${type}.${name} ${NOT_SUPPORTED}` : message, node);
}

/** What the message means where the local org may be at fault, else `null`. */
export function unsupportedMeaning(message: string): string | null {
  if (message.includes(NOT_SUPPORTED)) return message;
  for (const [pattern, question] of QUESTIONS) {
    const match = pattern.exec(message);
    const meaning = match && question(match);
    if (meaning) return meaning;
  }
  return null;
}

const UNKNOWN_NAME =
  /^Invalid type|^Variable does not exist|^Field does not exist|No such column|Didn't understand relationship|is not supported|isn't an SObject|^External string|^Invalid field/;

/** The state of one lenient compile: which types are only names, and every problem with its file. */
export class Leniency {
  private readonly missing: ReadonlySet<string>;
  readonly problems: CompileProblem[] = [];
  /** True while declarations are read: a type that does not exist then stands for itself. */
  isDeclaring = true;
  /** Types that are only names, by lower-case text, with the problem that made them so. */
  private readonly hollow = new Map<string, { readonly text: string; readonly problem: CompileProblem }>();
  /** Top-level types that must not run, by lower-case name. */
  private readonly broken = new Map<string, CompileProblem>();

  constructor(missing: ReadonlySet<string> = new Set()) {
    this.missing = missing;
  }

  /** A type that stands for itself, or `null`. */
  hollowType(path: readonly string[]): string | null {
    return this.hollow.get(path.join('.').toLowerCase())?.text ?? this.hollow.get(path[0]!.toLowerCase())?.text ?? null;
  }

  isHollow(text: string): boolean {
    return this.hollow.has(text.toLowerCase());
  }

  /** From now on this name is a type without members. */
  addHollow(text: string, problem: CompileProblem): void {
    this.hollow.set(text.toLowerCase(), { text, problem });
  }

  breaks(name: string, problem: CompileProblem): void {
    if (!this.broken.has(name.toLowerCase())) this.broken.set(name.toLowerCase(), problem);
  }

  brokenBy(name: string): CompileProblem | undefined {
    return this.broken.get(name.toLowerCase());
  }

  /** Keeps an error as a problem of its file, told as what it means. One that only follows from another names that one. */
  report(source: ApexSource, error: CompileError): CompileProblem {
    const { name, kind } = source;
    const { line, column } = error.position;
    const root = this.rootOf(error.message);
    const meaning = root === undefined ? (this.lost(error.message) ?? unsupportedMeaning(error.message)) : root.message;
    const unsupported = root === undefined ? meaning !== null : root.unsupported === true;
    const message = meaning ?? error.message;
    const problem: CompileProblem = {
      name,
      kind,
      message,
      line,
      column,
      ...(unsupported ? { unsupported: true } : {}),
    };
    this.problems.push(problem);
    return problem;
  }

  /** Names in the message that the metadata would have had. */
  private lost(message: string): string | null {
    if (this.missing.size === 0 || !UNKNOWN_NAME.test(message)) return null;
    const last = message.split('\n').at(-1)!;
    const name = last.match(/\w+/g)?.find((word) => this.missing.has(word.toLowerCase()));
    return name === undefined ? null : `${name} ${NOT_SUPPORTED}: its metadata was left out`;
  }

  private rootOf(message: string): CompileProblem | undefined {
    if (this.hollow.size === 0) return undefined;
    for (const word of message.match(/[\w.]+/g) ?? []) {
      const found = this.hollow.get(word.toLowerCase()) ?? this.hollow.get(word.split('.')[0]!.toLowerCase());
      if (found) return found.problem;
    }
    return undefined;
  }
}

/** Emitted JavaScript that ends the test: what the code needs is not there. */
export function refusal(problem: CompileProblem): string {
  return `throw $.unsupported(${JSON.stringify(problem)});`;
}
