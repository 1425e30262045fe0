/** Where what was deployed decides about a save: rules, numbers, history, record types, and what the org does not have. */
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import { objectFile, TEXT_NAME } from './harness.ts';
import { bare, RULED } from './plays.ts';
import { codes } from './row.ts';
import type { DmlRow, Play } from './row.ts';

const RULES = 'https://help.salesforce.com/s/articleView?id=platform.fields_about_field_validation.htm';
const AUTO = 'https://help.salesforce.com/s/articleView?id=platform.custom_field_types.htm';
const HISTORY = 'https://help.salesforce.com/s/articleView?id=platform.tracking_field_history.htm';
const TYPES = 'https://help.salesforce.com/s/articleView?id=platform.customize_recordtype.htm';
const SUPPORT = 'https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm';

const TYPED = objectFile(
  'Typed__c',
  `<recordTypes><fullName>Paid</fullName><active>true</active><label>Paid</label></recordTypes>${TEXT_NAME}`,
);

const ruled =
  (size: number | null, prior?: number) =>
  (org: Play): unknown => {
    if (prior === undefined) return messages(org.run('insert', [org.record('Ruled__c', { Name: 'r', Size__c: size })]));
    return messages(
      org.run('update', [bare(org, org.make('Ruled__c', { Name: 'r', Size__c: prior }), { Size__c: size })]),
    );
  };
const messages = (results: ReturnType<Play['run']>): string[] =>
  results.flatMap((one) => one.errors.map((each) => each.message));

const RULE_ROWS: readonly DmlRow[] = [
  {
    name: 'every rule that fails is told',
    trap: 'validation rules',
    source: RULES,
    components: [RULED],
    play: ruled(13),
    expected: ['Too big.', 'Odd.'],
  },
  {
    name: 'inactive rules are silent',
    trap: 'validation rules',
    source: RULES,
    components: [RULED],
    play: ruled(2),
    expected: [],
  },
  {
    name: 'a blank number is no zero in a rule',
    trap: 'validation rules',
    source: RULES,
    components: [RULED],
    play: ruled(null),
    expected: [],
  },
  {
    name: 'rules know the value before',
    trap: 'validation rules',
    source: RULES,
    components: [RULED],
    play: ruled(2, 4),
    expected: ['Shrinks.'],
  },
  {
    name: 'a missing required field hides the rules',
    trap: 'validation rules',
    source: RULES,
    components: [RULED],
    play: (org) => messages(org.run('insert', [org.record('Seat__c', {})])),
    expected: ['Required fields are missing: [License__c]'],
  },
  {
    name: 'rules come before unique values',
    trap: 'validation rules',
    source: RULES,
    components: [RULED],
    play: (org) => {
      org.make('Ruled__c', { Name: 'a', Code__c: 'k' });
      return messages(org.run('insert', [org.record('Ruled__c', { Name: 'b', Code__c: 'k', Size__c: 12 })]));
    },
    expected: ['Too big.'],
  },
];

const NUMBERED = objectFile(
  'Numbered__c',
  '<nameField><label>Name</label><type>AutoNumber</type><displayFormat>N-{YYYY}{MM}{DD}-{000}</displayFormat><startingNumber>7</startingNumber></nameField><sharingModel>ReadWrite</sharingModel>',
);

const AUTO_ROWS: readonly DmlRow[] = [
  {
    name: 'numbers count up in the display format',
    trap: 'auto-number',
    source: AUTO,
    play: (org) => {
      const [first = '', second = ''] = [org.make('License__c'), org.make('License__c')].map((one) =>
        String(org.stored(one, 'Name')),
      );
      return [first.length, first.slice(0, 2), Number(second.slice(2)) - Number(first.slice(2))];
    },
    expected: [7, 'L-', 1],
  },
  {
    name: 'dates and a starting number',
    trap: 'auto-number',
    source: AUTO,
    components: [NUMBERED],
    play: (org) => org.stored(org.make('Numbered__c'), 'Name'),
    expected: 'N-20260115-007',
  },
  {
    name: 'a number is not given by the caller',
    trap: 'auto-number',
    source: AUTO,
    play: (org) => codes(org.run('insert', [org.record('License__c', { Name: 'L-9' })])),
    expected: ['INVALID_FIELD_FOR_INSERT_UPDATE'],
  },
  {
    name: 'an update keeps the number',
    trap: 'auto-number',
    source: AUTO,
    play: (org) => {
      const record = org.make('License__c');
      const before = org.stored(record, 'Name');
      org.run('update', [bare(org, record, { Seats__c: 1 })]);
      return typeof before === 'string' && org.stored(record, 'Name') === before;
    },
    expected: true,
  },
];

const history = (org: Play): unknown[] =>
  org
    .rows('SELECT "Field", "OldValue", "NewValue" FROM "License__History" ORDER BY "Id"')
    .map((row) => Object.values(row));

const HISTORY_ROWS: readonly DmlRow[] = [
  {
    name: 'an insert is told as created',
    trap: 'history',
    source: HISTORY,
    play: (org) => {
      org.make('License__c');
      return history(org);
    },
    expected: [['created', null, null]],
  },
  {
    name: 'a change of a tracked field has its old and new value',
    trap: 'history',
    source: HISTORY,
    play: (org) => {
      org.run('update', [bare(org, org.make('License__c'), { Status__c: 'Active' })]);
      return history(org).slice(1);
    },
    expected: [['Status__c', 'Trial', 'Active']],
  },
  {
    name: 'other fields are not told',
    trap: 'history',
    source: HISTORY,
    play: (org) => {
      org.run('update', [bare(org, org.make('License__c'), { Seats__c: 4 })]);
      return history(org).slice(1);
    },
    expected: [],
  },
  {
    name: 'the same value again is no change',
    trap: 'history',
    source: HISTORY,
    play: (org) => {
      org.run('update', [bare(org, org.make('License__c'), { Status__c: 'Trial' })]);
      return history(org).slice(1);
    },
    expected: [],
  },
];

function recordType(org: Play): string {
  const object = org.schema.requireObject('RecordType');
  const id = org.store.nextId(object.keyPrefix);
  const row = org.record('RecordType', {
    Id: id,
    Name: 'Paid',
    DeveloperName: 'Paid',
    SobjectType: 'Typed__c',
    IsActive: true,
  });
  org.store.insert(object, [row]);
  return id;
}

const TYPE_ROWS: readonly DmlRow[] = [
  {
    name: 'a record type is kept',
    trap: 'record types',
    source: TYPES,
    components: [TYPED],
    play: (org) => {
      const id = recordType(org);
      return org.stored(org.make('Typed__c', { Name: 't', RecordTypeId: id }), 'RecordTypeId') === id;
    },
    expected: true,
  },
  {
    name: 'without one the record has the master type',
    trap: 'record types',
    source: TYPES,
    components: [TYPED],
    play: (org) => org.stored(org.make('Typed__c', { Name: 't' }), 'RecordTypeId'),
    expected: null,
  },
  {
    name: 'an id that is no record type is refused',
    trap: 'record types',
    source: TYPES,
    components: [TYPED],
    play: (org) =>
      codes(
        org.run('insert', [
          org.record('Typed__c', { Name: 't', RecordTypeId: org.make('Package__c', { Name: 'p' }).id }),
        ]),
      ),
    expected: ['FIELD_INTEGRITY_EXCEPTION'],
  },
];

const component = (type: string, body: string) => ({
  type,
  fullName: 'X',
  path: 'x.xml',
  content: `<?xml version="1.0"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`,
});
const fieldOf = (type: string): string =>
  buildSchema(
    [objectFile('X__c', `<fields><fullName>F__c</fullName><label>F</label><type>${type}</type></fields>${TEXT_NAME}`)],
    { version: 1 },
  ).problems[0]?.message ?? '';
const typeOf = (type: string): string => buildSchema([component(type, '')], { version: 1 }).problems[0]?.message ?? '';
const unsupportedField = (trap: string, type: string): DmlRow => ({
  name: `a field of type ${type} is refused by name`,
  trap,
  source: SUPPORT,
  play: () => fieldOf(type),
  expected: `X__c.F__c: Field type ${type} is not supported by the local org`,
});
const unsupportedType = (type: string): DmlRow => ({
  name: `${type} is refused by name`,
  trap: 'rules the org does not have',
  source: SUPPORT,
  play: () => typeOf(type),
  expected: `Metadata type ${type} is not supported by the local org`,
});

const UNSUPPORTED_ROWS: readonly DmlRow[] = [
  unsupportedField('roll-up summaries and other field types', 'Summary'),
  unsupportedField('roll-up summaries and other field types', 'Location'),
  unsupportedField('roll-up summaries and other field types', 'EncryptedText'),
  unsupportedType('DuplicateRule'),
  unsupportedType('MatchingRules'),
  unsupportedType('AssignmentRules'),
  unsupportedType('SharingRules'),
];

export const METADATA_TRAPS: readonly DmlRow[] = [
  ...RULE_ROWS,
  ...AUTO_ROWS,
  ...HISTORY_ROWS,
  ...TYPE_ROWS,
  ...UNSUPPORTED_ROWS,
];
