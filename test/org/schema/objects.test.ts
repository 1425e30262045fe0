import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema, keyPrefixesOf } from '../../../scripts/org/schema/index.ts';
import { component, customObject, field } from './files.ts';

const names = (object: { fields: readonly { name: string }[] }): string[] => object.fields.map((one) => one.name);

describe('custom objects', () => {
  it('get the system fields', () => {
    const { schema } = buildSchema([customObject('Thing__c')], { version: 1 });
    assert.deepEqual(names(schema.requireObject('thing__c')), [
      'Id',
      'OwnerId',
      'IsDeleted',
      'Name',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
    ]);
    assert.equal(schema.object('Thing__Share'), undefined);
    assert.equal(schema.object('Thing__History'), undefined);
  });

  it('Private and Read objects get shares, tracked ones history', () => {
    const { schema } = buildSchema(
      [
        customObject('Hidden__c', { sharingModel: 'Private', more: '<enableHistory>true</enableHistory>' }),
        customObject('Seen__c', { sharingModel: 'Read' }),
      ],
      { version: 1 },
    );
    assert.deepEqual(names(schema.requireObject('Hidden__Share')).slice(2, 6), [
      'ParentId',
      'AccessLevel',
      'UserOrGroupId',
      'RowCause',
    ]);
    assert.equal(schema.requireObject('Hidden__c').shareObject, 'Hidden__Share');
    assert.ok(schema.requireObject('Hidden__History').field('OldValue'));
    assert.ok(schema.object('Seen__Share'));
    assert.equal(schema.requireObject('Hidden__c').childRelationship('Histories')?.childObject, 'Hidden__History');
  });

  it('auto-number names are not written by people', () => {
    const { schema } = buildSchema(
      [
        customObject('Thing__c', {
          nameField: '<displayFormat>T-{000}</displayFormat><label>No</label><type>AutoNumber</type>',
        }),
      ],
      { version: 1 },
    );
    const name = schema.requireObject('Thing__c').field('Name');
    assert.equal(name?.autoNumberFormat, 'T-{000}');
    assert.equal(name.createable, false);
    assert.equal(name.required, false);
  });

  it('events, settings and metadata types have the fields of their kind', () => {
    const { schema, problems } = buildSchema(
      [
        component(
          'CustomObject',
          'Signal__e',
          `<label>S</label><pluralLabel>S</pluralLabel><eventType>HighVolume</eventType><publishBehavior>PublishImmediately</publishBehavior>${field('P__c', 'Text', '<length>9</length>')}`,
        ),
        component(
          'CustomObject',
          'Setup__c',
          `<label>S</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility>${field('P__c', 'Text', '<length>9</length>')}`,
        ),
        component(
          'CustomObject',
          'Edition__mdt',
          `<label>E</label><pluralLabel>Es</pluralLabel>${field('P__c', 'Number', '<precision>5</precision><scale>0</scale>')}`,
        ),
        component(
          'CustomMetadata',
          'Edition.Pro',
          '<label>Pro</label><protected>false</protected><values><field>P__c</field><value xmlns:xsd="x" xsi:type="xsd:double" xmlns:xsi="y">4.0</value></values>',
        ),
      ],
      { version: 1 },
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(names(schema.requireObject('Signal__e')), [
      'ReplayId',
      'EventUuid',
      'CreatedDate',
      'CreatedById',
      'P__c',
    ]);
    assert.equal(schema.requireObject('Signal__e').publishBehavior, 'PublishImmediately');
    assert.equal(schema.requireObject('Setup__c').kind, 'setting');
    assert.ok(schema.requireObject('Setup__c').field('SetupOwnerId'));
    assert.equal(schema.requireObject('Setup__c').field('OwnerId'), undefined);
    assert.ok(schema.requireObject('Edition__mdt').field('DeveloperName'));
    assert.deepEqual(schema.metadata.customMetadata, [
      { object: 'Edition__mdt', developerName: 'Pro', label: 'Pro', isProtected: false, values: { P__c: 4 } },
    ]);
  });

  it('a file of a standard object adds to it', () => {
    const { schema, problems } = buildSchema(
      [component('CustomObject', 'Lead', field('Score__c', 'Number', '<precision>3</precision><scale>0</scale>'))],
      { version: 1 },
    );
    assert.deepEqual(problems, []);
    const lead = schema.requireObject('Lead');
    assert.equal(lead.field('Score__c')?.custom, true);
    assert.equal(lead.field('company')?.required, true);
    assert.equal(lead.keyPrefix, '00Q');
  });

  it('a file of an unknown object without suffix is refused', () => {
    const { problems } = buildSchema([component('CustomObject', 'Campaign', '')], { version: 1 });
    assert.match(problems[0]?.message ?? '', /named Campaign is not known/);
  });
});

describe('the org', () => {
  it('finds names with and without its namespace', () => {
    const file = customObject('Thing__c', {
      fields: field(
        'Parent__c',
        'Lookup',
        '<referenceTo>Thing__c</referenceTo><relationshipName>Kids</relationshipName>',
      ),
    });
    const { schema, problems } = buildSchema([file], { version: 1, namespace: 'ns' });
    assert.deepEqual(problems, []);
    const thing = schema.requireObject('thing__c');
    assert.equal(thing.name, 'ns__Thing__c');
    assert.equal(schema.object('ns__thing__c'), thing);
    assert.equal(thing.field('parent__c')?.name, 'ns__Parent__c');
    assert.equal(thing.parentRelationship('Parent__r')?.relationshipName, 'ns__Parent__r');
    assert.equal(thing.childRelationship('kids__r')?.name, 'ns__Kids__r');
  });

  it('an unknown object is an error in the words of the platform', () => {
    const { schema } = buildSchema([], { version: 1 });
    assert.throws(() => schema.requireObject('Nope__c'), {
      code: 'INVALID_TYPE',
      message: "sObject type 'Nope__c' is not supported.",
    });
  });

  it('keeps key prefixes when objects come and go', () => {
    const first = buildSchema([customObject('B__c')], { version: 1 }).schema;
    const prefixes = keyPrefixesOf(first);
    const second = buildSchema([customObject('A__c'), customObject('B__c')], {
      version: 2,
      keyPrefixes: prefixes,
    }).schema;
    assert.equal(second.requireObject('B__c').keyPrefix, first.requireObject('B__c').keyPrefix);
    assert.notEqual(second.requireObject('A__c').keyPrefix, second.requireObject('B__c').keyPrefix);
    assert.equal(second.objectByKeyPrefix(prefixes['B__c'] ?? '')?.name, 'B__c');
  });

  const prefixes: readonly (readonly [string, string])[] = [
    ['Account', '001'],
    ['Contact', '003'],
    ['Lead', '00Q'],
    ['User', '005'],
    ['Profile', '00e'],
    ['PermissionSet', '0PS'],
    ['PermissionSetAssignment', '0Pa'],
    ['Group', '00G'],
    ['UserRole', '00E'],
    ['Organization', '00D'],
    ['Opportunity', '006'],
    ['Task', '00T'],
    ['Case', '500'],
    ['AsyncApexJob', '707'],
    ['CronTrigger', '08e'],
    ['ApexClass', '01p'],
    ['ApexTrigger', '01q'],
    ['RecordType', '012'],
  ];
  for (const [name, prefix] of prefixes) {
    it(`${name} has the prefix ${prefix}`, () => {
      assert.equal(buildSchema([], { version: 1 }).schema.objectByKeyPrefix(prefix)?.name, name);
    });
  }

  it('key prefixes and field names of standard objects are used once, and references lead somewhere', () => {
    const { schema } = buildSchema([], { version: 1 });
    const seen = schema.objects.map((object) => object.keyPrefix);
    assert.equal(new Set(seen).size, seen.length);
    for (const object of schema.objects) {
      assert.equal(new Set(names(object).map((name) => name.toLowerCase())).size, object.fields.length, object.name);
      assert.ok(object.field(object.nameField), `${object.name}.${object.nameField}`);
      for (const one of object.fields)
        for (const target of one.referenceTo) {
          assert.ok(schema.object(target) ?? target === 'TabSet', `${object.name}.${one.name} → ${target}`);
        }
    }
  });
});
