import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { checkWithCompiler } from '../../../scripts/checks/apex/compiler.ts';
import { SEEDED_ERRORS } from './compiler.cases.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const CLASS_META = `${HEAD}<ApexClass ${SPACE}><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>`;
const OBJECT = `${HEAD}<CustomObject ${SPACE}><label>Thing</label><pluralLabel>Things</pluralLabel>
<nameField><label>Name</label><type>Text</type></nameField>
<deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>`;
const FIELD = `${HEAD}<CustomField ${SPACE}><fullName>Due__c</fullName><label>Due</label><type>Date</type></CustomField>`;

/** A project with one object and the given classes by name. */
function project(classes: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lma-compiler-test-'));
  const write = (file: string, text: string): void => {
    const target = path.join(root, 'force-app', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  writeFileSync(
    path.join(root, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '66.0' }),
  );
  write('objects/Thing__c/Thing__c.object-meta.xml', OBJECT);
  write('objects/Thing__c/fields/Due__c.field-meta.xml', FIELD);
  for (const [name, text] of Object.entries(classes)) {
    write(`classes/${name}.cls`, text);
    write(`classes/${name}.cls-meta.xml`, CLASS_META);
  }
  return root;
}

test('the compiler finds each seeded error at its line, and nothing else', async (suite) => {
  const nameOf = (index: number): string => `Sample${index}`;
  const root = project({
    Good: 'public class Good {\n  Date due(Thing__c thing) {\n    return thing.Due__c;\n  }\n}',
    ...Object.fromEntries(
      SEEDED_ERRORS.map(({ text }, index) => [nameOf(index), text.replace('Sample', nameOf(index))]),
    ),
  });
  try {
    const { findings } = await checkWithCompiler(root);
    for (const [index, expected] of SEEDED_ERRORS.entries()) {
      await suite.test(expected.name, () => {
        const found = findings.filter((finding) => finding.file === `force-app/classes/${nameOf(index)}.cls`);
        assert.equal(found[0]?.line, expected.line, JSON.stringify(found));
        assert.match(found[0]?.message ?? '', expected.message);
      });
    }
    assert.deepEqual(
      findings.filter((finding) => finding.file.endsWith('/Good.cls')),
      [],
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
