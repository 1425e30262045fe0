import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexFiles } from '../../../scripts/checks/source/apex-files.ts';
import { checkSoql } from '../../../scripts/checks/soql/check-soql.ts';
import { readQuerySchema } from '../../../scripts/checks/soql/project-objects.ts';
import type { Finding } from '../../../scripts/checks/finding.ts';
import type { ProjectFiles } from '../../../scripts/checks/source/files.ts';
import { memoryProject, SAMPLE_OBJECTS } from '../source/memory-project.ts';
import { FAULTY, LEGAL } from './soql.cases.ts';

function source(query: string): string {
  return `public class Sample {\n  void run() {\n    List<SObject> rows = [${query}];\n  }\n}\n`;
}

async function findingsOf(text: string, options: Partial<ProjectFiles> = {}): Promise<Finding[]> {
  const project = memoryProject({ ...SAMPLE_OBJECTS, 'app/classes/Sample.cls': text }, options);
  return [...checkSoql(await apexFiles(project), readQuerySchema(project)).findings];
}

for (const { name, query, line, message } of FAULTY) {
  test(`found: ${name}`, async () => {
    const findings = await findingsOf(source(query));
    assert.equal(findings.length, 1, JSON.stringify(findings));
    assert.equal(findings[0]?.file, 'app/classes/Sample.cls');
    assert.equal(findings[0]?.line, line);
    assert.match(findings[0]?.message ?? '', message);
  });
}

for (const query of LEGAL) {
  test(`legal: ${query}`, async () => {
    assert.deepEqual(await findingsOf(source(query)), []);
  });
}

test('a dynamic query is read where its text is constant, also over several literals', async () => {
  const text = [
    'public class Sample {',
    "  private static final String FIELDS = 'Id, Towm__c';",
    '  void run() {',
    "    String query = 'SELECT Id, ' +",
    "      'Nothing__c FROM Shop__c';",
    '    Database.query(query);',
    "    Database.countQuery('SELECT COUNT() FROM Shop__c WHERE ' + FIELDS);",
    "    Database.query('SELECT Id FROM ' + unknown());",
    "    String changing = 'SELECT Wrong__c FROM Shop__c';",
    "    changing = changing + '';",
    '    Database.query(changing);',
    '  }',
    '}',
  ].join('\n');
  const findings = await findingsOf(text);
  assert.deepEqual(
    findings.map(({ line, message }) => [
      line,
      /'Nothing__c'|unexpected|mismatched|extraneous|no viable/.test(message),
    ]),
    [
      [5, true],
      [2, true],
    ],
  );
  assert.equal(findings[0]?.column, 8);
});

test('a search reads fields of objects too', async () => {
  const text = source('').replace('[]', "[FIND 'x' IN ALL FIELDS RETURNING Shop__c(Id, City__c), Account(Nmae)]");
  const findings = await findingsOf(text);
  assert.deepEqual(
    findings.map(({ message }) => message),
    ["No such column 'Nmae' on entity 'Account'"],
  );
});

test('the own namespace is left out, names of other packages are left alone', async () => {
  assert.deepEqual(await findingsOf(source('SELECT shop__City__c FROM shop__Shop__c'), { namespace: 'shop' }), []);
  assert.equal((await findingsOf(source('SELECT shop__Cty__c FROM shop__Shop__c'), { namespace: 'shop' })).length, 1);
  assert.deepEqual(await findingsOf(source('SELECT Cty__c FROM Shop__c'), { hasForeignPackages: true }), []);
});
