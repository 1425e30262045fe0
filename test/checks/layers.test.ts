import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFile } from '../../scripts/checks/layers.ts';

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
