import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import { FIELD_TYPES } from '../../../scripts/org/schema/read/field-types.ts';
import { FIELD_CASES, REFUSAL_CASES } from './fields.cases.ts';
import { customObject, field } from './files.ts';

describe('field types', () => {
  for (const { name, type, input, expected } of FIELD_CASES) {
    it(name, () => {
      const { schema, problems } = buildSchema([customObject('Thing__c', { fields: field('Value__c', type, input) })], {
        version: 1,
      });
      assert.deepEqual(problems, []);
      const found = schema.requireObject('Thing__c').field('value__C');
      assert.ok(found);
      const seen = Object.fromEntries(Object.keys(expected).map((key) => [key, found[key as keyof typeof found]]));
      assert.deepEqual(seen, expected);
    });
  }

  it('every supported type has a case', () => {
    const tested = new Set([...FIELD_CASES.map((one) => one.type), 'MasterDetail', 'MetadataRelationship']);
    assert.deepEqual(
      Object.keys(FIELD_TYPES).filter((type) => !tested.has(type)),
      [],
    );
  });

  it('master-detail is required, cascades and takes the owner away', () => {
    const detail = customObject('Part__c', {
      sharingModel: 'ControlledByParent',
      fields: field(
        'Thing__c',
        'MasterDetail',
        '<referenceTo>Thing__c</referenceTo><relationshipName>Parts</relationshipName>',
      ),
    });
    const { schema, problems } = buildSchema([detail, customObject('Thing__c')], { version: 1 });
    assert.deepEqual(problems, []);
    const part = schema.requireObject('Part__c');
    const master = part.parentRelationship('thing__R');
    assert.equal(master?.required, true);
    assert.equal(master.deleteConstraint, 'Cascade');
    assert.equal(master.updateable, false);
    assert.equal(part.field('OwnerId'), undefined);
    assert.deepEqual(schema.requireObject('Thing__c').childRelationship('parts__r'), {
      name: 'Parts__r',
      childObject: 'Part__c',
      field: 'Thing__c',
    });
  });
});

describe('refusals', () => {
  for (const { name, input, message } of REFUSAL_CASES) {
    it(name, () => {
      const { problems } = buildSchema([customObject('Thing__c', { fields: input })], { version: 1 });
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.match(problems[0]?.message ?? '', message);
      assert.equal(problems[0]?.path, 'objects/Thing__c.object');
    });
  }

  it('names the line', () => {
    const file = customObject('Thing__c', { fields: field('Ok__c', 'Date') + '\n' + field('Bad__c', 'Mystery') });
    const { problems } = buildSchema([file], { version: 1 });
    assert.equal(problems[0]?.line, file.content.split('\n').findIndex((line) => line.includes('Mystery')) + 1);
  });

  it('text that is no XML is a problem with its line', () => {
    const file = { ...customObject('Thing__c'), content: '<CustomObject>\n<label>A</lable>\n</CustomObject>' };
    const { problems } = buildSchema([file], { version: 1 });
    assert.equal(problems[0]?.line, 2);
  });

  it('an unknown metadata type is a problem by name', () => {
    const { problems } = buildSchema([{ type: 'Bot', fullName: 'B', path: 'bots/B.bot', content: '' }], { version: 1 });
    assert.match(problems[0]?.message ?? '', /Metadata type Bot is not supported/);
  });
});
