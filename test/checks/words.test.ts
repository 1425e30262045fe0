import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readConfiguration } from '../../scripts/checks/source/configuration.ts';
import { findWords, flowing } from '../../scripts/checks/words.ts';

const { words } = readConfiguration(path.resolve(import.meta.dirname, '..', '..'));

interface Row {
  readonly text: string;
  /** Lines of findings. */
  readonly lines: readonly number[];
}

const ROWS: readonly Row[] = [
  { text: 'One.\n\nThen the LMO suspends the license.', lines: [3] },
  { text: '/**\n * At the end the LMO\n * automatically suspends it.\n */', lines: [2] },
  { text: '<value>The License Management Org reinstates {0}.</value>', lines: [1] },
  { text: 'A license that was suspended by your LMO stays.', lines: [1] },
  { text: 'Open LMA receives installs from the Partner Console.', lines: [1] },
  {
    text: 'Events: the License Management App reads new licenses\nout of band, daily, from Partner Console.',
    lines: [1],
  },
  { text: 'The Partner Console sends each install to the LMA.', lines: [1] },
  { text: 'Take a copy of the LMA org first.', lines: [1] },
  { text: 'Licenses live in the LMA.', lines: [] },
  { text: 'Here licenses live in the LMA.', lines: [1] },
  { text: 'Open the LMO app.', lines: [1] },
  { text: 'Start the Embedded org.', lines: [1] },
  { text: 'The LMO never suspends a license.', lines: [] },
  { text: 'A person in the LMO suspends the license.', lines: [] },
  { text: 'The LMA suspends the license that lives in the LMO.', lines: [] },
  { text: 'The LMA never receives events from the Partner Console.', lines: [] },
  {
    text: 'In the Partner Console the package is registered.\n\nThe LMA receives its events from subscriber orgs.',
    lines: [],
  },
  { text: 'Each install in the LMO is told. Suspends come later.', lines: [] },
  { text: 'The local org serves Embedded contracts.', lines: [] },
];

for (const { text, lines } of ROWS) {
  test(`${lines.length === 0 ? 'true' : 'untrue'}: ${text.replaceAll('\n', ' ')}`, () => {
    const findings = words.flatMap((rule) => findWords('a.md', flowing(text), rule));
    assert.deepEqual(
      findings.map(({ line }) => line),
      lines,
    );
  });
}
