import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readCsv, writeCsv } from '../../../scripts/org/rest/bulk/csv.ts';

const CASES = [
  {
    name: 'plain rows',
    text: 'A,B\n1,2\n',
    rows: [
      ['A', 'B'],
      ['1', '2'],
    ],
  },
  {
    name: 'carriage returns and no last line break',
    text: 'A,B\r\n1,2',
    rows: [
      ['A', 'B'],
      ['1', '2'],
    ],
  },
  { name: 'quotes, commas and line breaks inside', text: '"a ""b""","c,d","e\nf"\n', rows: [['a "b"', 'c,d', 'e\nf']] },
  {
    name: 'empty cells',
    text: 'A,B\n,\n',
    rows: [
      ['A', 'B'],
      ['', ''],
    ],
  },
  { name: 'nothing', text: '', rows: [] },
] as const;

for (const { name, text, rows } of CASES) it(`reads ${name}`, () => assert.deepEqual(readCsv(text), rows));

it('reads what it wrote', () => {
  const rows = [
    ['Id', 'Note'],
    ['1', 'a "quoted", \n broken line'],
  ];
  assert.deepEqual(readCsv(writeCsv(rows)), rows);
});
