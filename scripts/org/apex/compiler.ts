/** The Apex compiler: declare every class, then type and emit every body. All or nothing. */
import { analyze } from '../soql/index.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { QueryShape } from '../soql/contract.ts';
import type {
  ApexCompiler,
  ApexSource,
  CompiledUnit,
  CompileOptions,
  CompileProblem,
  PlatformType,
} from './contract.ts';
import { checkHierarchy } from './declare/checks.ts';
import { declareHeaders, declareMembers } from './declare/members.ts';
import type { ClassModel } from './declare/model.ts';
import { declareShell } from './declare/shell.ts';
import { World } from './declare/world.ts';
import { emitFile } from './emit/file.ts';
import { triggerHeader } from './emit/trigger-header.ts';
import { Unit } from './emit/unit.ts';
import { Leniency } from './leniency.ts';
import { parseApex } from './parse/parser.ts';
import { CompileError } from './problems.ts';
import { PLATFORM_TYPES } from './runtime/index.ts';

export type QueryAnalyzer = (text: string, schema: OrgSchema) => QueryShape;

export interface CompilerParts {
  /** `PLATFORM_TYPES` of the runtime library. */
  readonly platformTypes: ReadonlyMap<string, PlatformType>;
  /** `analyze` of `soql/index.ts`. */
  readonly analyze: QueryAnalyzer;
}

/** The compiler of the local org. */
export const apexCompiler: ApexCompiler = createCompiler({ platformTypes: PLATFORM_TYPES, analyze });

interface Declared {
  readonly source: ApexSource;
  readonly model: ClassModel;
}

/** A compiler over these platform types and this query analyser. Problems come sorted by file and place. */
export function createCompiler(parts: CompilerParts): ApexCompiler {
  return {
    compile: (sources, schema, options: CompileOptions = {}) =>
      options.lenient === true
        ? compileLeniently(sources, schema, parts, options.missing)
        : compile(sources, schema, parts),
  };
}

function compile(
  sources: readonly ApexSource[],
  schema: OrgSchema,
  parts: CompilerParts,
): { units: CompiledUnit[]; problems: CompileProblem[] } {
  const problems: CompileProblem[] = [];
  const world = new World(schema, parts.platformTypes);
  const declared = declareAll(sources, world, problems);
  if (problems.length > 0) return { units: [], problems: sorted(problems) };
  const units = declared.map(({ source, model }) => emit(source, model, world, parts, problems));
  return problems.length > 0 ? { units: [], problems: sorted(problems) } : { units, problems: [] };
}

function declareAll(sources: readonly ApexSource[], world: World, problems: CompileProblem[]): Declared[] {
  const declared: Declared[] = [];
  for (const source of sources) {
    const { tree, problems: found } = parseApex(source);
    problems.push(...found);
    if (tree === null) continue;
    attempt(source, problems, () => {
      const model = declareShell(source, tree);
      world.add(model);
      declared.push({ source, model });
    });
  }
  if (problems.length > 0) return declared;
  for (const { source, model } of declared) declareHeaders(model, world, (body) => attempt(source, problems, body));
  for (const { source, model } of declared) declareMembers(model, world, (body) => attempt(source, problems, body));
  if (problems.length > 0) return declared;
  for (const { source, model } of declared) checkHierarchy(model, world, (body) => attempt(source, problems, body));
  return declared;
}

function emit(
  source: ApexSource,
  model: ClassModel,
  world: World,
  parts: CompilerParts,
  problems: CompileProblem[],
): CompiledUnit {
  const found: CompileError[] = [];
  const unit = new Unit(source, world, model, parts.analyze);
  let trigger: CompiledUnit['trigger'];
  attempt(source, problems, () => {
    trigger = triggerHeader(unit);
  });
  const compiled = emitFile(unit, found);
  for (const error of found) problems.push(problemOf(source, error));
  return trigger ? { ...compiled, trigger } : compiled;
}

/** Every file that can be declared; what does not compile in it throws when it is reached. */
function compileLeniently(
  sources: readonly ApexSource[],
  schema: OrgSchema,
  parts: CompilerParts,
  missing?: ReadonlySet<string>,
): { units: CompiledUnit[]; problems: CompileProblem[] } {
  const leniency = new Leniency(missing);
  const world = new World(schema, parts.platformTypes, leniency);
  const declared = declareShells(sources, world, leniency);
  for (const { source, model } of declared) declareHeaders(model, world, breaking(source, leniency));
  for (const { source, model } of declared) declareMembers(model, world, breaking(source, leniency));
  leniency.isDeclaring = false;
  for (const { source, model } of declared) checkHierarchy(model, world, breaking(source, leniency));
  const units = declared.flatMap(({ source, model }) => emitLeniently(source, model, world, parts, leniency));
  return { units, problems: sorted(leniency.problems) };
}

/** A file that does not parse leaves its name as a type without members. */
function declareShells(sources: readonly ApexSource[], world: World, leniency: Leniency): Declared[] {
  const declared: Declared[] = [];
  for (const source of sources) {
    const { tree, problems } = parseApex(source);
    const [syntax] = problems;
    if (tree === null) {
      leniency.problems.push(...problems);
      if (syntax && source.kind === 'class') leniency.addHollow(source.name, syntax);
      continue;
    }
    try {
      const model = declareShell(source, tree);
      world.add(model);
      declared.push({ source, model });
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      const problem = leniency.report(source, error);
      if (source.kind === 'class') leniency.addHollow(source.name, problem);
    }
  }
  return declared;
}

/** An error in a declaration keeps the whole file from running. */
function breaking(source: ApexSource, leniency: Leniency): (body: () => void) => void {
  return (body) => {
    try {
      body();
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      leniency.breaks(source.name, leniency.report(source, error));
    }
  };
}

function emitLeniently(
  source: ApexSource,
  model: ClassModel,
  world: World,
  parts: CompilerParts,
  leniency: Leniency,
): CompiledUnit[] {
  const found: CompileError[] = [];
  const unit = new Unit(source, world, model, parts.analyze);
  let trigger: CompiledUnit['trigger'];
  try {
    trigger = triggerHeader(unit);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    leniency.report(source, error);
    return [];
  }
  const compiled = emitFile(unit, found);
  for (const error of found) leniency.report(source, error);
  return [trigger ? { ...compiled, trigger } : compiled];
}

function attempt(source: ApexSource, problems: CompileProblem[], body: () => void): void {
  try {
    body();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    problems.push(problemOf(source, error));
  }
}

function problemOf(source: ApexSource, error: CompileError): CompileProblem {
  return {
    name: source.name,
    kind: source.kind,
    message: error.message,
    line: error.position.line,
    column: error.position.column,
  };
}

function sorted(problems: readonly CompileProblem[]): CompileProblem[] {
  return [...problems].sort(
    (left, right) => left.name.localeCompare(right.name) || left.line - right.line || left.column - right.column,
  );
}
