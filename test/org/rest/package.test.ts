/** Reading deploy zips: components, manifests and what does not fit. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import { readPackage } from '../../../scripts/org/rest/metadata/read-package.ts';
import { mergeFiles, withoutPart } from '../../../scripts/org/rest/metadata/merge.ts';
import { OrgError } from '../../../scripts/org/types.ts';

const META =
  '<?xml version="1.0"?><ApexClass xmlns="x"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';
const manifest = (types: string): string =>
  `<?xml version="1.0"?><Package xmlns="x">${types}<version>66.0</version></Package>`;
const types = (name: string, ...members: string[]): string =>
  `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`;
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));

const CLASS = { 'classes/Foo.cls': 'public class Foo {}', 'classes/Foo.cls-meta.xml': META };
const OBJECT = '<CustomObject xmlns="x"><fields><fullName>A__c</fullName><label>A</label></fields></CustomObject>';

describe('deploy package', () => {
  it('reads files, meta files and bundles, also below a folder', () => {
    const read = readPackage(
      zip({
        'unpackaged/package.xml': manifest(
          types('ApexClass', 'Foo') + types('LightningComponentBundle', '*') + types('CustomField', 'X__c.A__c'),
        ),
        'unpackaged/classes/Foo.cls': CLASS['classes/Foo.cls'],
        'unpackaged/classes/Foo.cls-meta.xml': META,
        'unpackaged/lwc/hello/hello.js': 'x',
        'unpackaged/lwc/hello/hello.html': 'y',
        'unpackaged/objects/X__c.object': OBJECT,
      }),
    );
    assert.deepEqual(read.problems, []);
    assert.deepEqual(read.components.map(({ type, fullName, path }) => `${type} ${fullName} ${path}`).sort(), [
      'ApexClass Foo classes/Foo.cls',
      'CustomObject X__c objects/X__c.object',
      'LightningComponentBundle hello lwc/hello',
    ]);
    assert.equal(read.components.find((entry) => entry.type === 'ApexClass')?.meta, META);
    assert.deepEqual(read.components.find((entry) => entry.fullName === 'hello')?.files, {
      'hello.js': 'x',
      'hello.html': 'y',
    });
  });

  const problems = [
    {
      name: 'a type this org does not have',
      files: { 'package.xml': manifest(types('Flow', 'F')) },
      message: /Unknown type name 'Flow'/,
    },
    {
      name: 'a member without file',
      files: { 'package.xml': manifest(types('ApexClass', 'Foo')) },
      message: /'Foo' of type ApexClass was named in package.xml, but was not found in zipped directory classes/,
    },
    {
      name: 'a file without member',
      files: { 'package.xml': manifest(''), ...CLASS },
      message: /'Foo' of type ApexClass metadata available in Zip file but not in package.xml/,
    },
    {
      name: 'a class without meta file',
      files: { 'package.xml': manifest(types('ApexClass', 'Foo')), 'classes/Foo.cls': 'x' },
      message: /Missing metadata file for classes\/Foo.cls/,
    },
    {
      name: 'a folder of no type',
      files: { 'package.xml': manifest(''), 'flows/F.flow': 'x' },
      message: /Unknown folder 'flows'/,
    },
    {
      name: 'a field that is not in its object',
      files: {
        'package.xml': manifest(types('CustomObject', 'X__c') + types('CustomField', 'X__c.B__c')),
        'objects/X__c.object': OBJECT,
      },
      message: /'X__c.B__c' of type CustomField was named/,
    },
  ] as const;
  for (const { name, files, message } of problems) {
    it(`names ${name}`, () =>
      assert.match(
        readPackage(zip(files))
          .problems.map((entry) => entry.message)
          .join('\n'),
        message,
      ));
  }

  it('refuses what is no zip, and a zip without package.xml', () => {
    assert.throws(
      () => readPackage(Buffer.from('hello')),
      (error: unknown) => error instanceof OrgError && error.code === 'INVALID_ZIP',
    );
    assert.throws(() => readPackage(zip({ 'a.txt': '' })), /No package.xml found/);
  });

  it('reads deletions before and after', () => {
    const read = readPackage(
      zip({
        'package.xml': manifest(''),
        'destructiveChanges.xml': manifest(types('ApexClass', 'A')),
        'destructiveChangesPre.xml': manifest(types('ApexClass', 'B')),
        'destructiveChangesPost.xml': manifest(types('CustomObject', 'C__c')),
      }),
    );
    assert.deepEqual([...read.deleteBefore.types], [['ApexClass', ['A', 'B']]]);
    assert.deepEqual([...read.deleteAfter.types], [['CustomObject', ['C__c']]]);
  });
});

describe('merging object files', () => {
  const before =
    '<?xml version="1.0"?>\n<CustomObject xmlns="x"><label>Old</label><fields><fullName>A__c</fullName><label>A</label></fields><fields><fullName>B__c</fullName></fields></CustomObject>';

  it('adds and replaces named parts and keeps the others', () => {
    const after = mergeFiles(
      before,
      '<CustomObject xmlns="x"><fields><fullName>A__c</fullName><label>New</label></fields><fields><fullName>C__c</fullName></fields></CustomObject>',
    );
    assert.match(after, /<label>Old<\/label>/);
    assert.match(after, /<fullName>A__c<\/fullName><label>New<\/label>/);
    assert.doesNotMatch(after, /<label>A<\/label>/);
    assert.match(after, /B__c[\s\S]*C__c|C__c[\s\S]*B__c/);
  });

  it('replaces elements without a name', () => {
    const after = mergeFiles(before, '<CustomObject xmlns="x"><label>New</label></CustomObject>');
    assert.match(after, /<label>New<\/label>/);
    assert.doesNotMatch(after, /<label>Old<\/label>/);
  });

  it('takes one part out', () => {
    assert.doesNotMatch(withoutPart(before, 'fields', 'A__c') ?? '', /A__c/);
    assert.equal(withoutPart(before, 'fields', 'Z__c'), undefined);
  });
});
