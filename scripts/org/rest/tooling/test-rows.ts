/** Rows that official clients poll after a test run: run, queue items, results, coverage. */
import type { Id, Raw } from '../../types.ts';
import { OrgError } from '../../types.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { TestOutcome } from '../../apex/transaction/contract.ts';
import type { HostedOrg } from '../hosted-org.ts';
import { classIds } from './class-ids.ts';

type Values = Readonly<Record<string, Raw>>;

/** Writes a row of a Tooling object; columns the object does not have are refused by name. */
function write(hosted: HostedOrg, objectName: string, values: Values): Id {
  const { schema, store, clock } = hosted.org;
  const object = schema.requireObject(objectName);
  const id = typeof values['Id'] === 'string' ? values['Id'] : store.nextId(object.keyPrefix);
  const record = new SObjectRecord(object);
  const now = clock.now();
  const system: Values = {
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
    CreatedById: hosted.adminId,
    LastModifiedById: hosted.adminId,
    IsDeleted: false,
  };
  for (const [name, value] of Object.entries(system)) if (object.field(name) !== undefined) record.set(name, value);
  for (const [name, value] of Object.entries(values)) {
    const field = object.field(name);
    if (field === undefined)
      throw new OrgError('INVALID_FIELD', `The object ${objectName} has no field ${name}`, { status: 500 });
    record.set(field.name, value);
  }
  record.set('Id', id);
  store.insert(object, [record]);
  return id;
}

function change(hosted: HostedOrg, objectName: string, id: Id, values: Values): void {
  const object = hosted.org.schema.requireObject(objectName);
  const record = new SObjectRecord(object);
  for (const [name, value] of Object.entries(values)) record.set(name, value);
  record.set('Id', id);
  hosted.org.store.update(object, [record], Object.keys(values));
}

export interface TestRun {
  readonly jobId: Id;
  readonly runId: Id;
  readonly startedAt: number;
  readonly queueItems: Map<string, Id>;
}

/** Creates the rows a client asks for at once: the run and one queue item per class. */
export function openTestRun(hosted: HostedOrg, userId: Id, classes: readonly string[]): TestRun {
  const startedAt = hosted.org.clock.now();
  const jobId = hosted.org.store.nextId('707');
  const runId = write(hosted, 'ApexTestRunResult', {
    AsyncApexJobId: jobId,
    UserId: userId,
    Status: 'Processing',
    StartTime: startedAt,
    ClassesEnqueued: classes.length,
    ClassesCompleted: 0,
    MethodsEnqueued: 0,
    MethodsCompleted: 0,
    MethodsFailed: 0,
    TestTime: 0,
    TestSetupTime: 0,
    IsAllTests: false,
  });
  const id = classIds(hosted);
  const queueItems = new Map<string, Id>();
  for (const name of classes) {
    const item = write(hosted, 'ApexTestQueueItem', {
      ApexClassId: id(name),
      Status: 'Processing',
      ParentJobId: jobId,
      TestRunResultId: runId,
    });
    queueItems.set(name, item);
  }
  return { jobId, runId, startedAt, queueItems };
}

function ofRun(outcome: TestOutcome): { failed: number; classes: number } {
  return {
    failed: outcome.results.filter((entry) => entry.outcome === 'Fail' || entry.outcome === 'CompileFail').length,
    classes: new Set(outcome.results.map((entry) => entry.className)).size,
  };
}

/** Writes results and coverage and closes the run. */
export function closeTestRun(hosted: HostedOrg, run: TestRun, outcome: TestOutcome): void {
  hosted.org.store.begin();
  writeTestRun(hosted, run, outcome);
  hosted.org.store.commit();
}

function writeTestRun(hosted: HostedOrg, run: TestRun, outcome: TestOutcome): void {
  const id = classIds(hosted);
  const endedAt = hosted.org.clock.now();
  for (const result of outcome.results) {
    write(hosted, 'ApexTestResult', {
      ApexClassId: id(result.className) || null,
      AsyncApexJobId: run.jobId,
      ApexTestRunResultId: run.runId,
      QueueItemId: run.queueItems.get(result.className) ?? null,
      MethodName: result.methodName,
      Outcome: result.outcome,
      Message: result.message,
      StackTrace: result.stackTrace,
      RunTime: Math.round(result.ms),
      TestTimestamp: endedAt,
      IsTestSetup: false,
    });
  }
  for (const item of run.queueItems.values()) change(hosted, 'ApexTestQueueItem', item, { Status: 'Completed' });
  const { failed, classes } = ofRun(outcome);
  change(hosted, 'ApexTestRunResult', run.runId, {
    Status: failed > 0 ? 'Failed' : 'Completed',
    EndTime: endedAt,
    ClassesCompleted: classes,
    MethodsEnqueued: outcome.results.length,
    MethodsCompleted: outcome.results.length - failed,
    MethodsFailed: failed,
    TestTime: Math.round(outcome.ms),
  });
  writeCoverage(hosted, outcome);
}

/** Coverage per test method, per class and for the whole org; rows of earlier runs are replaced. */
export function writeCoverage(hosted: HostedOrg, outcome: TestOutcome): void {
  if (outcome.coverage.length === 0) return;
  const { store } = hosted.org;
  const id = classIds(hosted);
  for (const name of ['ApexCodeCoverage', 'ApexCodeCoverageAggregate', 'ApexOrgWideCoverage']) {
    if (hosted.org.schema.object(name) !== undefined) store.run(`DELETE FROM "${name}"`);
  }
  let covered = 0;
  let total = 0;
  for (const entry of outcome.coverage) {
    const classId = id(entry.name);
    if (classId === '') continue;
    covered += entry.covered.length;
    total += entry.covered.length + entry.uncovered.length;
    write(hosted, 'ApexCodeCoverageAggregate', coverageRow(classId, entry.covered, entry.uncovered));
  }
  const lines = new Map(outcome.coverage.map((entry) => [entry.name, [...entry.covered, ...entry.uncovered]]));
  for (const { className, methodName, name, covered } of outcome.methodCoverage) {
    const classId = id(name);
    if (classId === '') continue;
    const ran = new Set(covered);
    const uncovered = (lines.get(name) ?? []).filter((line) => !ran.has(line)).sort((left, right) => left - right);
    write(hosted, 'ApexCodeCoverage', {
      ...coverageRow(classId, covered, uncovered),
      ApexTestClassId: id(className) || null,
      TestMethodName: methodName,
    });
  }
  write(hosted, 'ApexOrgWideCoverage', { PercentCovered: total === 0 ? 0 : Math.floor((covered * 100) / total) });
}

function coverageRow(classId: Id, covered: readonly number[], uncovered: readonly number[]): Values {
  return {
    ApexClassOrTriggerId: classId,
    NumLinesCovered: covered.length,
    NumLinesUncovered: uncovered.length,
    Coverage: JSON.stringify({ coveredLines: covered, uncoveredLines: uncovered }),
  };
}
