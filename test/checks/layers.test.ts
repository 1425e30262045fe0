import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDomains } from '../../scripts/checks/layers-apex.ts';
import { checkScript } from '../../scripts/checks/layers-scripts.ts';
import { checkFile } from '../../scripts/checks/layers.ts';
import { apexFiles } from '../../scripts/checks/source/apex-files.ts';
import { memoryProject } from './source/memory-project.ts';

const cases = [
  {
    name: 'a higher layer imports a lower one',
    file: 'dml/save.ts',
    text: "import { x } from '../store/x.ts';",
    line: null,
  },
  { name: 'a layer imports itself', file: 'dml/steps/a.ts', text: "import { x } from './b.ts';", line: null },
  { name: 'shared types are free', file: 'schema/a.ts', text: "import { x } from '../types.ts';", line: null },
  {
    name: 'a lower layer imports a higher one',
    file: 'store/x.ts',
    text: "\nimport { x } from '../dml/save.ts';",
    line: 2,
  },
  {
    name: 'a type import counts too',
    file: 'soql/x.ts',
    text: "import type { X } from '../apex/contract.ts';",
    line: 1,
  },
  { name: 'a dynamic import counts too', file: 'soql/x.ts', text: "await import('../formula/index.ts')", line: 1 },
];

for (const row of cases) {
  test(row.name, () => {
    const findings = checkFile(row.file, row.text);
    assert.deepEqual(
      findings.map((finding) => finding.line),
      row.line === null ? [] : [row.line],
    );
  });
}

const uses = { commands: ['tools', 'start'], tools: ['org'], start: ['tools', 'org/index.ts'], org: [] };
const scriptCases = [
  {
    name: 'a command uses a tool',
    file: 'scripts/commands/a.ts',
    text: "import { x } from '../tools/x.ts';",
    line: null,
  },
  { name: 'files beside the folders are free', file: 'scripts/lma.ts', text: "import './commands/a.ts';", line: null },
  {
    name: 'one file of a folder is allowed',
    file: 'scripts/start/a.ts',
    text: "import '../org/index.ts';",
    line: null,
  },
  { name: 'another file of it is not', file: 'scripts/start/a.ts', text: "\nimport '../org/deep/x.ts';", line: 2 },
  {
    name: 'a tool uses no command',
    file: 'scripts/tools/a.ts',
    text: "import { x } from '../commands/a.ts';",
    line: 1,
  },
  {
    name: 'the lowest uses nothing',
    file: 'scripts/org/b/a.ts',
    text: "// one\n\nimport '../../tools/x.ts';",
    line: 3,
  },
  { name: 'nobody uses the tests', file: 'scripts/tools/a.ts', text: "export { x } from '../../test/x.ts';", line: 1 },
  { name: 'a folder without a place', file: 'scripts/new/a.ts', text: '', line: 1 },
];

for (const row of scriptCases) {
  test(row.name, () => {
    assert.deepEqual(
      checkScript(row.file, row.text, { root: 'scripts', uses }).map(({ line }) => line),
      row.line === null ? [] : [row.line],
    );
  });
}

const rules = {
  root: 'app/main',
  order: [['core'], ['catalog', 'people'], ['sales']],
  layers: [['Controller', 'TriggerHandler'], ['Service'], ['Selector']],
  internal: ['Controller', 'TriggerHandler', 'Selector'],
};
const others: Readonly<Record<string, string>> = {
  'app/main/core/classes/TriggerHandler.cls': 'public virtual class TriggerHandler {\n}',
  'app/main/core/classes/Clock.cls': 'public class Clock {\n  public static Date today() {\n    return null;\n  }\n}',
  'app/main/catalog/classes/ItemService.cls': 'public class ItemService {\n  public class Item {\n  }\n}',
  'app/main/catalog/classes/ItemSelector.cls': 'public class ItemSelector {\n}',
  'app/main/people/classes/PersonService.cls': 'public class PersonService {\n}',
  'app/main/sales/classes/SaleService.cls': 'public class SaleService {\n}',
  'app/main/sales/classes/SaleController.cls': 'public class SaleController {\n}',
};
const domainCases = [
  { name: 'a later domain calls a service', file: 'sales/classes/A.cls', body: 'ItemService.Item one;', lines: [] },
  { name: 'everybody uses the core', file: 'catalog/classes/A.cls', body: 'Date day = Clock.today();', lines: [] },
  { name: 'the core has a class for handlers', file: 'sales/classes/A.cls', body: 'TriggerHandler one;', lines: [] },
  { name: 'an earlier domain knows a later one', file: 'catalog/classes/A.cls', body: 'SaleService one;', lines: [2] },
  { name: 'neighbours do not know each other', file: 'catalog/classes/A.cls', body: 'PersonService one;', lines: [2] },
  {
    name: 'the core knows no domain',
    file: 'core/classes/A.cls',
    body: 'Date x = Clock.today();\nItemService y;',
    lines: [3],
  },
  { name: 'a static call counts', file: 'catalog/classes/A.cls', body: 'Object one = SaleService.all();', lines: [2] },
  { name: 'a selector is internal', file: 'sales/classes/A.cls', body: 'Object one = new ItemSelector();', lines: [2] },
  {
    name: 'a service calls no controller',
    file: 'sales/classes/BService.cls',
    body: 'SaleController one;',
    lines: [2],
  },
  { name: 'a selector calls no service', file: 'sales/classes/BSelector.cls', body: 'SaleService one;', lines: [2] },
  { name: 'a controller calls a service', file: 'sales/classes/BController.cls', body: 'SaleService one;', lines: [] },
  { name: 'a domain without a place', file: 'extra/classes/A.cls', body: '', lines: [1] },
  {
    name: 'a field may be named like a class',
    file: 'core/classes/A.cls',
    body: 'A saleService;\nObject x = saleService.y;',
    lines: [],
  },
];

for (const row of domainCases) {
  test(row.name, async () => {
    const name = /(\w+)\.cls$/.exec(row.file)?.[1] ?? '';
    const text = `public class ${name} {\n${row.body}\n}`;
    const project = memoryProject({ ...others, [`app/main/${row.file}`]: text });
    const findings = checkDomains(await apexFiles(project), rules);
    assert.deepEqual(
      findings.map(({ line }) => line),
      row.lines,
    );
  });
}
