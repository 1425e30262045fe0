/** Apex tests by the Tooling API: answered at once (synchronous), or run behind the answer and polled. */
import { OrgError } from '../../types.ts';
import type { TestOutcome, TestRequest } from '../../apex/transaction/contract.ts';
import { userAdmin } from '../admin.ts';
import type { Call, Operation } from '../call.ts';
import { isObject, objectBody } from '../json-body.ts';
import type { JsonObject } from '../json-body.ts';
import { json } from '../message.ts';
import { testResult } from '../metadata/deploy-status.ts';
import { classIds } from './class-ids.ts';
import { closeTestRun, openTestRun, writeCoverage } from './test-rows.ts';

function names(value: unknown): string[] {
  return typeof value === 'string'
    ? value
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    : [];
}

function classById(call: Call, id: string): string {
  const found = call.hosted.deployments.registry
    .all()
    .find((entry) => entry.type === 'ApexClass' && entry.id.slice(0, 15) === id.slice(0, 15));
  if (found === undefined) throw new OrgError('INVALID_INPUT', `No Apex class with id ${id}`);
  return found.fullName;
}

/** Every class with a test method, in the order of names. */
function testClasses(call: Call): string[] {
  return [...call.hosted.org.program.classes.values()]
    .filter((entry) => entry.isTest)
    .map((entry) => entry.name)
    .sort();
}

/** What to run; refuses classes that are not there by name. */
function requestOf(call: Call, body: JsonObject): { classes: string[]; methods: string[]; coverage: boolean } {
  const classes = new Set<string>([
    ...names(body['classNames']),
    ...names(body['classids'] ?? body['classIds']).map((id) => classById(call, id)),
  ]);
  const methods: string[] = [];
  for (const entry of Array.isArray(body['tests']) ? (body['tests'] as unknown[]) : []) {
    if (!isObject(entry)) throw new OrgError('INVALID_INPUT', 'tests[] must be objects');
    const name =
      typeof entry['className'] === 'string'
        ? entry['className']
        : typeof entry['classId'] === 'string'
          ? classById(call, entry['classId'])
          : '';
    if (name === '') throw new OrgError('INVALID_INPUT', 'tests[] must have className or classId');
    classes.add(name);
    for (const method of Array.isArray(entry['testMethods']) ? (entry['testMethods'] as unknown[]) : [])
      methods.push(`${name}.${String(method)}`);
  }
  if (names(body['suiteNames']).length > 0)
    throw new OrgError('INVALID_INPUT', `No test suite named ${names(body['suiteNames']).join(', ')}`);
  const level = body['testLevel'];
  if (classes.size === 0 && level !== 'RunLocalTests' && level !== 'RunAllTestsInOrg')
    throw new OrgError('INVALID_INPUT', 'Name the tests to run');
  for (const name of classes) {
    if (call.hosted.org.program.class(name.split('.').at(-1) ?? name) === undefined) {
      throw new OrgError(
        'INVALID_INPUT',
        `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`,
      );
    }
  }
  return {
    classes: classes.size === 0 ? testClasses(call) : [...classes],
    methods,
    coverage: body['skipCodeCoverage'] !== true,
  };
}

function run(call: Call, wanted: ReturnType<typeof requestOf>): TestOutcome {
  const request: TestRequest = {
    classes: wanted.classes,
    coverage: wanted.coverage,
    ...(wanted.methods.length === 0 ? {} : { methods: wanted.methods }),
  };
  return call.hosted.org.runTests(request);
}

export const runTestsSynchronous: Operation = (call) => {
  userAdmin(call, 'AuthorApex');
  const outcome = run(call, requestOf(call, objectBody(call.request)));
  writeCoverage(call.hosted, outcome);
  return json(testResult(outcome, classIds(call.hosted)));
};

export const runTestsAsynchronous: Operation = (call) => {
  userAdmin(call, 'AuthorApex');
  const wanted = requestOf(call, objectBody(call.request));
  const opened = openTestRun(call.hosted, call.userId, wanted.classes);
  call.hosted.tasks.add(() => closeTestRun(call.hosted, opened, run(call, wanted)));
  return json(opened.jobId);
};

export const executeAnonymous: Operation = (call) => {
  userAdmin(call, 'AuthorApex');
  const code = call.query.get('anonymousBody');
  if (code === null) throw new OrgError('REQUIRED_FIELD_MISSING', 'anonymousBody is required');
  const { log, ...outcome } = call.hosted.org.runAnonymous(code, call.userId);
  void log;
  return json(outcome);
};
