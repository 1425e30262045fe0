import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexFiles } from '../../../scripts/checks/source/apex-files.ts';
import type { HouseRule } from '../../../scripts/checks/source/configuration.ts';
import { checkHouseRules } from '../../../scripts/checks/soql/house-rules.ts';
import { readQuerySchema } from '../../../scripts/checks/soql/project-objects.ts';
import { memoryProject, SAMPLE_OBJECTS } from '../source/memory-project.ts';
import { HOUSE } from './house-rules.cases.ts';

const RULES: readonly HouseRule[] = ['mode', 'sharing', 'triggerReach', 'todayFormula'];

async function places(files: Readonly<Record<string, string>>, rules: readonly HouseRule[]): Promise<string[]> {
  const sources = Object.fromEntries(Object.entries(files).map(([name, text]) => [`app/classes/${name}`, text]));
  const project = memoryProject({ ...SAMPLE_OBJECTS, ...sources });
  const { findings } = checkHouseRules(await apexFiles(project), readQuerySchema(project), new Set(rules));
  return findings.map(({ file, line }) => `${file.slice('app/classes/'.length)}:${line}`);
}

for (const { name, files, expected } of HOUSE) {
  test(name, async () => {
    assert.deepEqual(await places(files, RULES), expected);
  });
}

test('a project that asks for no house rule has none', async () => {
  assert.deepEqual(
    await places({ 'A.cls': 'public class A {\n  List<Shop__c> all = [SELECT Id FROM Shop__c];\n}' }, []),
    [],
  );
});
