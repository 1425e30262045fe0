/** Runs Apex tests: every class on an empty copy of the org, its setup once, every method rolled back. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import { setDeadline } from '../ambient.ts';
import type { CompileProblem, UserClass, UserMethod } from '../contract.ts';
import { NOT_SUPPORTED } from '../leniency.ts';
import { takeUnsupported } from '../unsupported.ts';
import type { UnsupportedError } from '../unsupported.ts';
import type { CoverageResult, MethodCoverage, OrgState, TestOutcome, TestRequest, TestResult } from './contract.ts';
import { runTransaction } from './run.ts';
import { describeError } from './uncaught.ts';

/** The org the tests run in (its rows are the setup rows only) and the user they run as. */
export interface TestWorld {
  readonly org: OrgState;
  readonly userId: Id;
  /** Lines that count, by class or trigger name. */
  readonly coverable: ReadonlyMap<string, { readonly kind: 'class' | 'trigger'; readonly lines: readonly number[] }>;
}

const METHOD_LIMIT_MS = 60_000;

/** Thrown out of a test's transaction so that it rolls back although nothing failed. */
class RollBack extends Error {}

export function runTests(world: TestWorld, request: TestRequest = {}): TestOutcome {
  const startedAt = performance.now();
  const results: TestResult[] = [];
  const note = (result: TestResult): void => {
    results.push(result);
    request.progress?.(result);
  };
  const lines = new LineCounts(world, request.coverage !== false);
  for (const type of chosenClasses(world.org, request)) {
    world.org.store.begin();
    try {
      runClass(world, type, request, lines, note);
    } finally {
      world.org.store.rollback();
      world.org.rules.invalidate();
    }
  }
  return { results, coverage: lines.total(), methodCoverage: lines.byMethod, ms: performance.now() - startedAt };
}

function isTestMethod(method: UserMethod): boolean {
  return method.isStatic && method.annotations.some((one) => one.name === 'istest');
}

function chosenClasses(org: OrgState, request: TestRequest): UserClass[] {
  const all = [...org.program.classes.values()].filter((type) => type.isTest && !type.name.includes('.'));
  const wanted = new Set<string>();
  for (const name of request.classes ?? []) wanted.add(name.toLowerCase());
  for (const name of request.methods ?? []) wanted.add((name.split('.')[0] ?? '').toLowerCase());
  if (wanted.size === 0) return all;
  for (const name of wanted) {
    if (org.program.class(name) === undefined) throw new OrgError('INVALID_INPUT', `Invalid class name: ${name}`);
  }
  return all.filter((type) => wanted.has(type.name.toLowerCase()));
}

function chosenMethods(type: UserClass, request: TestRequest): UserMethod[] {
  const except = new Set((request.except ?? []).map((name) => name.toLowerCase()));
  const tests = type.methods
    .filter(isTestMethod)
    .filter((method) => !except.has(`${type.name}.${method.name}`.toLowerCase()));
  const own = (request.methods ?? [])
    .map((name) => name.toLowerCase())
    .filter((name) => name.startsWith(`${type.name.toLowerCase()}.`));
  if (own.length === 0) return tests;
  return tests.filter((method) => own.includes(`${type.name}.${method.name}`.toLowerCase()));
}

function runClass(
  world: TestWorld,
  type: UserClass,
  request: TestRequest,
  lines: LineCounts,
  note: (result: TestResult) => void,
): void {
  const methods = chosenMethods(type, request);
  if (methods.length === 0) return;
  const options = { userId: world.userId, inTest: true };
  const place = { className: type.name, methods: methods.map((method) => method.name) };
  request.starting?.({ ...place, methodName: null });
  const setupFailure = runSetup(world, type, request);
  lines.collect();
  for (const method of methods) {
    const startedAt = performance.now();
    request.starting?.({ ...place, methodName: method.name });
    const failure =
      setupFailure ??
      failureOf(request, () =>
        runTransaction(world.org, { ...options, label: `${type.name}.${method.name}` }, () => {
          method.invoke(null, []);
          throw new RollBack();
        }),
      );
    lines.collect({ className: type.name, methodName: method.name });
    note({
      className: type.name,
      methodName: method.name,
      outcome: failure?.outcome ?? 'Pass',
      message: failure?.message ?? null,
      stackTrace: failure?.stackTrace ?? null,
      ms: performance.now() - startedAt,
      ...(failure?.problem === undefined ? {} : { problem: failure.problem }),
    });
  }
}

interface Failure {
  readonly outcome: 'Fail' | 'NotSupported' | 'CompileFail';
  readonly problem?: CompileProblem;
  readonly message: string;
  readonly stackTrace: string;
}

/** @TestSetup methods share one transaction, which stays for the methods of the class. */
function runSetup(world: TestWorld, type: UserClass, request: TestRequest): Failure | null {
  const setups = type.methods.filter(
    (method) => method.isStatic && method.annotations.some((one) => one.name === 'testsetup'),
  );
  if (setups.length === 0) return null;
  return failureOf(request, () =>
    runTransaction(world.org, { userId: world.userId, inTest: true, label: `${type.name} setup` }, () => {
      for (const setup of setups) setup.invoke(null, []);
    }),
  );
}

function failureOf(request: TestRequest, body: () => void): Failure | null {
  takeUnsupported();
  setDeadline(request.methodLimitMs ?? METHOD_LIMIT_MS);
  let failure: Failure | null = null;
  try {
    body();
  } catch (error) {
    if (!(error instanceof RollBack)) failure = told(error);
  } finally {
    setDeadline(null);
  }
  const reached = takeUnsupported();
  return reached === null ? failure : leftOut(reached);
}

function told(error: unknown): Failure {
  const { type, message, stackTrace } = describeError(error);
  const outcome = message.includes(NOT_SUPPORTED) ? 'NotSupported' : 'Fail';
  return { outcome, message: `${type}: ${message}`, stackTrace };
}

/** Whatever else became of the test: it ran into code that is not there. */
function leftOut({ problem, apexStack }: UnsupportedError): Failure {
  const outcome = problem.unsupported === true ? 'NotSupported' : 'CompileFail';
  return { outcome, problem, message: problem.message, stackTrace: apexStack ?? '' };
}

/** Which lines ran: the program counts, and after each method its counts are taken over and set back. */
class LineCounts {
  readonly byMethod: MethodCoverage[] = [];
  private readonly covered = new Map<string, Set<number>>();
  private readonly world: TestWorld;
  private readonly isWanted: boolean;

  constructor(world: TestWorld, isWanted: boolean) {
    this.world = world;
    this.isWanted = isWanted;
    world.org.program.resetCoverage();
  }

  /** Takes over what ran since the last call; without `method`, for the total alone. */
  collect(method?: { readonly className: string; readonly methodName: string }): void {
    if (!this.isWanted) return;
    const { program } = this.world.org;
    for (const [name, { lines }] of this.world.coverable) {
      if (lines.length === 0) continue;
      const counts = program.coverage(name);
      const covered = lines.filter((line) => (counts.get(line) ?? 0) > 0);
      if (covered.length === 0) continue;
      const known = this.covered.get(name) ?? new Set();
      for (const line of covered) known.add(line);
      this.covered.set(name, known);
      if (method !== undefined) this.byMethod.push({ ...method, name, covered });
    }
    program.resetCoverage();
  }

  total(): CoverageResult[] {
    if (!this.isWanted) return [];
    const results: CoverageResult[] = [];
    for (const [name, { kind, lines }] of this.world.coverable) {
      if (lines.length === 0) continue;
      const ran = this.covered.get(name) ?? new Set();
      const covered = lines.filter((line) => ran.has(line));
      results.push({ name, kind, covered, uncovered: lines.filter((line) => !ran.has(line)) });
    }
    return results;
  }
}
