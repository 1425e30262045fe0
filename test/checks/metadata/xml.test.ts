import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../../scripts/checks/metadata/suggest.ts';
import { XmlError, childOf } from '../../../scripts/checks/metadata/xml/element.ts';
import { readXml } from '../../../scripts/checks/metadata/xml/read.ts';

test('elements, attributes and text know their place', () => {
  const root = readXml('<?xml version="1.0"?>\n<a>\n  <b name="x">one &amp; two\nthree</b><c/>\n</a>\n');
  const [b, c] = root.children;
  assert.deepEqual([root.line, root.column, b?.line, b?.column, c?.line, c?.column], [2, 1, 3, 3, 4, 10]);
  assert.equal(b?.text, 'one & two\nthree');
  assert.deepEqual(b?.placeOf('one & t'.length), { line: 3, column: 26 });
  assert.deepEqual(b?.placeOf('one & two\n'.length), { line: 4, column: 1 });
  assert.deepEqual([b?.attributes[0]?.line, b?.attributes[0]?.column], [3, 6]);
});

test('CDATA, comments and character references are read', () => {
  const root = readXml('<a><!-- <no> --><b><![CDATA[1 < 2 & 3]]></b><c>&#65;&#x42;&lt;</c></a>');
  assert.equal(childOf(root, 'b')?.text, '1 < 2 & 3');
  assert.equal(childOf(root, 'c')?.text, 'AB<');
});

const MALFORMED: readonly {
  name: string;
  input: string;
  message: RegExp;
  at: readonly [line: number, column: number];
}[] = [
  { name: 'a wrong end tag', input: '<a>\n <b></c>\n</a>', message: /<\/c> closes <b> of line 2/, at: [2, 5] },
  { name: 'an element that is never closed', input: '<a>\n <b>', message: /<b> is never closed/, at: [2, 2] },
  { name: 'a bare ampersand', input: '<a>\nx & y</a>', message: /& must be written/, at: [2, 3] },
  { name: 'an unknown entity', input: '<a>&nbsp;</a>', message: /&nbsp; is not defined/, at: [1, 4] },
  { name: 'an attribute without quotes', input: '<a b=c/>', message: /not quoted/, at: [1, 4] },
  { name: 'an attribute twice', input: '<a b="1" b="2"/>', message: /stands twice/, at: [1, 10] },
  { name: 'two roots', input: '<a/>\n<b/>', message: /Nothing may follow/, at: [2, 1] },
  { name: 'no root', input: '\n', message: /A root element was expected/, at: [2, 1] },
  { name: 'a late declaration', input: '\n<?xml version="1.0"?><a/>', message: /must be the first/, at: [2, 1] },
  { name: 'a comment that is not closed', input: '<a><!-- x</a>', message: /comment is not closed/, at: [1, 4] },
  { name: 'a tag that is not closed', input: '<a>\n<b </a>', message: /start tag <b> is not closed/, at: [2, 1] },
  { name: 'a document type', input: '<!DOCTYPE a><a/>', message: /document type/, at: [1, 1] },
  { name: 'a control character', input: '<a>\n\u0001</a>', message: /control character/, at: [2, 1] },
];

for (const row of MALFORMED) {
  test(`refuses ${row.name}`, () => {
    assert.throws(
      () => readXml(row.input),
      (error: unknown) => {
        assert.ok(error instanceof XmlError);
        assert.match(error.message, row.message);
        assert.deepEqual([error.line, error.column], row.at);
        return true;
      },
    );
  });
}

const NEAREST: readonly { name: string; input: readonly [string, readonly string[]]; expected: string | undefined }[] =
  [
    { name: 'a swap of letters', input: ['mian', ['main', 'header']], expected: 'main' },
    { name: 'a letter too many in a long word', input: ['requiredd', ['label', 'required']], expected: 'required' },
    { name: 'the nearer of two', input: ['Status__d', ['Stats__c', 'Status__c']], expected: 'Status__c' },
    { name: 'nothing for a short word far away', input: ['abc', ['xyz']], expected: undefined },
    { name: 'nothing for two edits in a short word', input: ['name', ['nam es']], expected: undefined },
  ];

for (const row of NEAREST) {
  test(`suggests ${row.name}`, () => {
    assert.equal(nearest(row.input[0], row.input[1]), row.expected);
  });
}
