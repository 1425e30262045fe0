import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyExceptions, readExceptions } from '../../../scripts/checks/security/exceptions.ts';
import { suppressionsIn } from '../../../scripts/checks/security/suppressions.ts';
import { isReported, type Violation } from '../../../scripts/checks/security/violation.ts';
import path from 'node:path';
import { project } from './project.ts';

const FILE = 'force-app/main/classes/Sample.cls';
const at = (line: number): Violation => ({
  engine: 'sfge',
  rule: 'ApexFlsViolation',
  severity: 2,
  tags: ['Security'],
  file: FILE,
  line,
  column: 5,
  message: 'planted',
});
const entry = (code?: string) => ({
  engine: 'sfge',
  rule: 'ApexFlsViolation',
  file: FILE,
  ...(code === undefined ? {} : { code }),
  reason: 'A reason that is long enough.',
});

test('one entry excuses one place, however many paths lead there', (context) => {
  const root = project(context, { [FILE]: 'first;\nsecond;\nsecond;\n' });
  const twice = [at(2), { ...at(2), message: 'another path' }, at(3), at(1)];
  const applied = applyExceptions(root, twice, [{ ...entry('second;'), line: 2 }]);
  assert.deepEqual(
    applied.left.map((violation) => violation.line),
    [3, 1],
  );
  assert.equal(applied.excused, 2);
  assert.deepEqual(applied.stale, []);
});

test('queries over several lines are told apart by any part of them', (context) => {
  const root = project(context, {
    [FILE]: 'return [\n  SELECT Id FROM Account\n];\nreturn [\n  SELECT Id\n  FROM Contact\n];\n',
  });
  const applied = applyExceptions(root, [at(1), at(4)], [{ ...entry('SELECT Id FROM  Contact'), line: 2 }]);
  assert.deepEqual(
    applied.left.map((violation) => violation.line),
    [1],
  );
});

test('an entry whose code is gone is stale', (context) => {
  const root = project(context, { [FILE]: 'first;\nsecond;\n' });
  const applied = applyExceptions(root, [at(1)], [{ ...entry('third;'), line: 7 }]);
  assert.equal(applied.left.length, 1);
  assert.deepEqual(
    applied.stale.map((exception) => exception.line),
    [7],
  );
});

const BAD_LISTS = [
  { name: 'no JSON', text: '[', expected: /is no JSON/ },
  { name: 'no list', text: '{}', expected: /must hold a list/ },
  { name: 'a text as entry', text: '["one"]', expected: /entry 1: must be an object/ },
  {
    name: 'unknown key',
    text: JSON.stringify([{ ...entry(), since: 'x' }]),
    expected: /entry 1: "since" is not known/,
  },
  {
    name: 'no reason',
    text: JSON.stringify([entry(), { ...entry(), reason: '' }]),
    expected: /entry 2: "reason" must be/,
  },
  { name: 'short reason', text: JSON.stringify([{ ...entry(), reason: 'fine' }]), expected: /must say why/ },
  { name: 'no rule', text: JSON.stringify([{ ...entry(), rule: undefined }]), expected: /"rule" is missing/ },
];

for (const { name, text, expected } of BAD_LISTS) {
  test(`a list is refused: ${name}`, (context) => {
    const root = project(context, { 'docs/security/exceptions.json': text });
    assert.throws(() => readExceptions(root), expected);
  });
}

test('entries know their line', (context) => {
  const list = [entry('a { in a text'), entry()];
  const root = project(context, { 'docs/security/exceptions.json': JSON.stringify(list, null, 2) });
  assert.deepEqual(
    readExceptions(root).map((exception) => exception.line),
    [2, 9],
  );
});

test('marks in the code do not silence an engine', (context) => {
  const root = project(context, {
    [FILE]:
      "@SuppressWarnings('PMD.ApexCRUDViolation')\npublic class Sample {\n  Integer a; // NOPMD\n  /* sfge-disable ApexFlsViolation */\n  // CPD-OFF\n}\n",
    'force-app/main/classes/Fine.cls': "@SuppressWarnings('unused')\npublic class Fine {\n}\n",
  });
  const files = [FILE, 'force-app/main/classes/Fine.cls'].map((file) => path.join(root, file));
  assert.deepEqual(
    suppressionsIn(root, files).map((mark) => `${mark.engine} ${mark.file}:${mark.line}`),
    [`pmd ${FILE}:1`, `pmd ${FILE}:3`, `cpd ${FILE}:5`, `sfge ${FILE}:4`],
  );
});

const SEVERITIES = [
  { name: 'high, any rule', severity: 2, tags: ['Performance'], expected: true },
  { name: 'moderate, any rule', severity: 3, tags: ['Performance'], expected: false },
  { name: 'moderate, about security', severity: 3, tags: ['Recommended', 'Security'], expected: true },
  { name: 'moderate, of the AppExchange review', severity: 3, tags: ['AppExchange'], expected: true },
  { name: 'low, about security', severity: 4, tags: ['Security'], expected: false },
];

for (const { name, severity, tags, expected } of SEVERITIES) {
  test(`what counts: ${name}`, () => {
    assert.equal(isReported({ ...at(1), severity, tags }), expected);
  });
}
