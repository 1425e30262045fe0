import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { checkApex, readReport } from '../../scripts/checks/apex-ls.ts';
import { runGates } from '../../scripts/checks/gates.ts';
import { projectFiles } from '../../scripts/checks/source/files.ts';

const META =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';

function project(classText: string): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lma-check-'));
  const classes = path.join(root, 'force-app', 'classes');
  mkdirSync(classes, { recursive: true });
  writeFileSync(
    path.join(root, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '66.0' }),
  );
  writeFileSync(path.join(classes, 'Sample.cls'), classText);
  writeFileSync(path.join(classes, 'Sample.cls-meta.xml'), META);
  return root;
}

test('a legal class passes every gate', async () => {
  const root = project('public with sharing class Sample {\n    public Integer one() {\n        return 1;\n    }\n}\n');
  try {
    assert.deepEqual(
      (await runGates(root)).flatMap((outcome) => outcome.findings),
      [],
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('an unknown variable is reported at its line', async () => {
  const root = project(
    'public with sharing class Sample {\n    public Integer one() {\n        return two;\n    }\n}\n',
  );
  try {
    const { findings } = await checkApex(projectFiles(root), false);
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.file, 'force-app/classes/Sample.cls');
    assert.equal(findings[0]?.line, 3);
    assert.match(findings[0]?.message ?? '', /two/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a folder that is no project is refused by name', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lma-check-'));
  try {
    await assert.rejects(runGates(root), /sfdx-project\.json/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

const REPORT = JSON.stringify({
  files: [
    {
      path: '/p/a/A.cls',
      messages: [
        { start: { line: 3, offset: 4 }, category: 'Unused', message: "Unused public method 'void one()'" },
        {
          start: { line: 5, offset: 4 },
          category: 'Unused',
          message: "Unused field 'TWO', only referenced by test code, remove or make private @TestVisible",
        },
        { start: { line: 7, offset: 0 }, category: 'Warning', message: "'of' is a reserved identifier" },
        { start: { line: 9, offset: 2 }, category: 'Missing', message: 'No type declaration found' },
      ],
    },
  ],
});

test('unused code is a finding where the project asks for it; what tests use is used', () => {
  assert.deepEqual(
    readReport('/p', REPORT, true).findings.map(({ file, line, column }) => [file, line, column]),
    [
      ['a/A.cls', 3, 5],
      ['a/A.cls', 9, 3],
    ],
  );
  assert.deepEqual(
    readReport('/p', REPORT).findings.map(({ line }) => line),
    [9],
  );
});

test('a method that nobody calls is unused, an @AuraEnabled one is not', async () => {
  const root = project(
    [
      'public with sharing class Sample {',
      '    @AuraEnabled',
      '    public static Integer shown() {',
      '        return 1;',
      '    }',
      '    public static Integer forgotten() {',
      '        return 2;',
      '    }',
      '}',
    ].join('\n'),
  );
  try {
    const { findings } = await checkApex(projectFiles(root), true);
    assert.deepEqual(
      findings.map(({ line }) => line),
      [6],
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
