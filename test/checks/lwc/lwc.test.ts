import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../scripts/checks/finding.ts';
import { checkLwc } from '../../../scripts/checks/lwc/check-lwc.ts';
import type { HouseRule } from '../../../scripts/checks/source/configuration.ts';
import { apexFiles } from '../../../scripts/checks/source/apex-files.ts';
import { readQuerySchema } from '../../../scripts/checks/soql/project-objects.ts';
import { memoryProject, SAMPLE_OBJECTS } from '../source/memory-project.ts';
import { FAULTY, META, SCRIPT, TEMPLATE } from './lwc.cases.ts';

const CONTROLLER = [
  'public with sharing class ShopController {',
  '  @AuraEnabled(cacheable=true)',
  '  public static List<Shop__c> find(Id recordId) {',
  '    return null;',
  '  }',
  '  @AuraEnabled',
  '  public static void save(Id recordId) {',
  '  }',
  '  public static void hidden() {',
  '  }',
  '}',
].join('\n');

const PLAIN_META = META.replace(/ {2}<targets>[\s\S]*<\/targetConfigs>\n/, '');

const WHOLE: Readonly<Record<string, string>> = {
  ...SAMPLE_OBJECTS,
  'app/classes/ShopController.cls': CONTROLLER,
  'app/labels/CustomLabels.labels-meta.xml': '<CustomLabels><labels><fullName>Title</fullName></labels></CustomLabels>',
  'app/customPermissions/Edit_Shops.customPermission-meta.xml': '<CustomPermission/>',
  'app/staticresources/logo.resource-meta.xml': '<StaticResource/>',
  'app/lwc/numbers/numbers.js': 'export function double(one) {\n  return one * 2;\n}\n',
  'app/lwc/numbers/numbers.js-meta.xml': PLAIN_META,
  'app/lwc/shopRow/shopRow.js':
    "import { LightningElement, api } from 'lwc';\nexport default class ShopRow extends LightningElement {\n  @api row;\n  @api place;\n}\n",
  'app/lwc/shopRow/shopRow.html': '<template>{row.name}</template>',
  'app/lwc/shopRow/shopRow.js-meta.xml': PLAIN_META,
  'app/lwc/panel/panel.js': SCRIPT,
  'app/lwc/panel/panel.html': TEMPLATE,
  'app/lwc/panel/panel.js-meta.xml': META,
};

async function findingsOf(
  changes: Readonly<Record<string, string | null>>,
  house: readonly HouseRule[] = [],
): Promise<Finding[]> {
  const files = new Map(Object.entries(WHOLE));
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) files.delete(`app/lwc/panel/${name}`);
    else files.set(`app/lwc/panel/${name}`, text);
  }
  const project = memoryProject(Object.fromEntries(files));
  return [...(await checkLwc(project, await apexFiles(project), readQuerySchema(project), new Set(house))).findings];
}

test('a whole project has no finding', async () => {
  assert.deepEqual(await findingsOf({}, ['templateNames', 'apiLiterals']), []);
});

for (const { name, files, file, line, message } of FAULTY) {
  test(`found: ${name}`, async () => {
    const findings = await findingsOf(files);
    assert.equal(findings.length, 1, JSON.stringify(findings));
    assert.equal(findings[0]?.file, `app/lwc/panel/${file}`);
    assert.equal(findings[0]?.line, line, findings[0]?.message);
    assert.match(findings[0]?.message ?? '', message);
  });
}

test('a fault in TypeScript is told at its line there', async () => {
  const script = `interface One {\n  id: string;\n}\n${SCRIPT.replace('@api recordId', '@track recordId')}`;
  const findings = await findingsOf({ 'panel.ts': script, 'panel.js': SCRIPT });
  assert.deepEqual(
    findings.map(({ file, line }) => [file, line]),
    [['app/lwc/panel/panel.ts', 18]],
  );
});

test('a name that an attribute passes on counts in strict projects, or where it is nearly right', async () => {
  const passed = { 'panel.html': TEMPLATE.replace('row={row}', 'row={nothing}') };
  assert.deepEqual(await findingsOf(passed), []);
  assert.equal((await findingsOf(passed, ['templateNames'])).length, 1);
  assert.equal((await findingsOf({ 'panel.html': TEMPLATE.replace('row={row}', 'row={rowss}') })).length, 1);
});

test('a component with members from elsewhere is not judged by name', async () => {
  const mixed = SCRIPT.replace('NavigationMixin(LightningElement)', 'Shared(LightningElement)').replace(
    "import { NavigationMixin } from 'lightning/navigation';",
    "import { double as Shared } from 'c/numbers';",
  );
  assert.deepEqual(await findingsOf({ 'panel.js': mixed, 'panel.html': TEMPLATE.replace('{total}', '{sum}') }), []);
});

test('an API name as text counts where the project asks for it', async () => {
  const named = { 'panel.js': SCRIPT.replace('rows = [];', "rows = ['Shop__c'];") };
  assert.deepEqual(await findingsOf(named), []);
  assert.deepEqual(
    (await findingsOf(named, ['apiLiterals'])).map(({ line }) => line),
    [17],
  );
});
