/** State of one deploy and its report, the same fields through SOAP and REST. */
import type { ComponentProblem, Id } from '../../types.ts';
import type { TestOutcome } from '../../apex/transaction/contract.ts';
import { isoDateTime } from '../instants.ts';

export interface DeploySettings {
  readonly checkOnly: boolean;
  /** Only reported back: this org's deploys have errors and no warnings. */
  readonly ignoreWarnings: boolean;
  readonly rollbackOnError: boolean;
  readonly testLevel: string;
  readonly runTests: readonly string[];
}

export type DeployState = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Canceled';

export interface ComponentRow {
  readonly type: string;
  readonly fullName: string;
  readonly path: string;
  readonly id: Id | '';
  readonly change: 'created' | 'changed' | 'unchanged' | 'deleted';
}

export interface Deployment {
  readonly id: Id;
  readonly settings: DeploySettings;
  readonly zip: Uint8Array;
  readonly userId: Id;
  readonly userName: string;
  state: DeployState;
  readonly createdAt: number;
  startedAt?: number;
  completedAt?: number;
  rows: readonly ComponentRow[];
  problems: readonly ComponentProblem[];
  tests?: TestOutcome;
  errorMessage?: string;
}

export function isDone(deployment: Deployment): boolean {
  return deployment.state !== 'Pending' && deployment.state !== 'InProgress';
}

function successRow(row: ComponentRow, createdDate: string): Record<string, unknown> {
  return {
    changed: row.change !== 'unchanged',
    componentType: row.type,
    created: row.change === 'created',
    createdDate,
    deleted: row.change === 'deleted',
    fileName: row.path,
    fullName: row.fullName,
    ...(row.id === '' ? {} : { id: row.id }),
    success: true,
    warning: false,
  };
}

function failureRow(problem: ComponentProblem, createdDate: string): Record<string, unknown> {
  return {
    changed: false,
    columnNumber: problem.column,
    componentType: problem.type,
    created: false,
    createdDate,
    deleted: false,
    fileName: problem.path,
    fullName: problem.fullName,
    lineNumber: problem.line,
    problem: problem.message,
    problemType: 'Error',
    success: false,
    warning: false,
  };
}

/** `classId` gives the id of a class or trigger by name. */
export function testResult(
  outcome: TestOutcome | undefined,
  classId: (name: string) => string,
): Record<string, unknown> {
  const results = outcome?.results ?? [];
  const passed = results.filter((entry) => entry.outcome === 'Pass');
  const failed = results.filter((entry) => entry.outcome === 'Fail' || entry.outcome === 'CompileFail');
  return {
    apexLogId: '',
    codeCoverage: (outcome?.coverage ?? []).map((entry) => ({
      dmlInfo: [],
      id: classId(entry.name),
      locationsNotCovered: entry.uncovered.map((line) => ({ column: 0, line, numExecutions: 0, time: -1 })),
      methodInfo: [],
      name: entry.name,
      namespace: null,
      numLocations: entry.covered.length + entry.uncovered.length,
      numLocationsNotCovered: entry.uncovered.length,
      soqlInfo: [],
      soslInfo: [],
      type: entry.kind === 'class' ? 'Class' : 'Trigger',
    })),
    codeCoverageWarnings: [],
    failures: failed.map((entry) => ({
      id: classId(entry.className),
      message: entry.message ?? '',
      methodName: entry.methodName,
      name: entry.className,
      namespace: null,
      packageName: entry.className,
      seeAllData: false,
      stackTrace: entry.stackTrace ?? '',
      time: Math.round(entry.ms),
      type: 'Class',
    })),
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: failed.length,
    numTestsRun: passed.length + failed.length,
    successes: passed.map((entry) => ({
      id: classId(entry.className),
      methodName: entry.methodName,
      name: entry.className,
      namespace: null,
      seeAllData: false,
      time: Math.round(entry.ms),
    })),
    totalTime: Math.round(outcome?.ms ?? 0),
  };
}

/** The deploy result. `numberTestsCompleted` is the number that passed: clients print it as such. */
export function deployResult(
  deployment: Deployment,
  classId: (name: string) => string,
  withDetails: boolean,
): Record<string, unknown> {
  const { settings, rows, problems, tests } = deployment;
  const at = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : isoDateTime(ms));
  const createdDate = isoDateTime(deployment.completedAt ?? deployment.createdAt);
  const failedTests = (tests?.results ?? []).filter(
    (entry) => entry.outcome === 'Fail' || entry.outcome === 'CompileFail',
  ).length;
  const components = rows.filter((row) => row.type !== '');
  const details = {
    componentFailures: problems.map((problem) => failureRow(problem, createdDate)),
    componentSuccesses: rows.map((row) => successRow(row, createdDate)),
    runTestResult: testResult(tests, classId),
  };
  return {
    checkOnly: settings.checkOnly,
    completedDate: at(deployment.completedAt),
    createdBy: deployment.userId,
    createdByName: deployment.userName,
    createdDate: isoDateTime(deployment.createdAt),
    ...(withDetails ? { details } : {}),
    done: isDone(deployment),
    errorMessage: deployment.errorMessage,
    id: deployment.id,
    ignoreWarnings: settings.ignoreWarnings,
    lastModifiedDate: createdDate,
    numberComponentErrors: problems.length,
    numberComponentsDeployed: deployment.state === 'Failed' && problems.length > 0 ? 0 : components.length,
    numberComponentsTotal: components.length + problems.length,
    numberTestErrors: failedTests,
    numberTestsCompleted: (tests?.results.length ?? 0) - failedTests,
    numberTestsTotal: tests?.results.length ?? 0,
    rollbackOnError: settings.rollbackOnError,
    runTestsEnabled: tests !== undefined,
    startDate: at(deployment.startedAt),
    status: deployment.state,
    success: deployment.state === 'Succeeded',
  };
}
