/**
 * What a save makes of the values of each field type: the stored form, or the refusal.
 * Sources: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm,
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/primitive_data_types.htm and
 * https://help.salesforce.com/s/articleView?id=platform.custom_field_types.htm
 */
import type { FieldType } from '../../../scripts/org/schema/model.ts';
import type { Raw } from '../../../scripts/org/types.ts';
import { objectFile, TEXT_NAME } from './harness.ts';

export interface ValueRow {
  readonly type: FieldType;
  readonly field: string;
  readonly given: Raw;
  /** Stored value, or `!STATUS_CODE`. */
  readonly expected: Raw;
  readonly object?: string;
}

const field = (name: string, type: string, more = ''): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${more}</fields>`;
const values = (restricted: boolean): string =>
  `<valueSet><restricted>${restricted}</restricted><valueSetDefinition><sorted>false</sorted>${['Low', 'High']
    .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`)
    .join(
      '',
    )}<value><fullName>Old</fullName><default>false</default><isActive>false</isActive><label>Old</label></value></valueSetDefinition></valueSet>`;

export const TYPES = objectFile(
  'Types__c',
  [
    field('Text__c', 'Text', '<length>10</length>'),
    field('Area__c', 'TextArea'),
    field('Long__c', 'LongTextArea', '<length>300</length><visibleLines>3</visibleLines>'),
    field('Html__c', 'Html', '<length>300</length><visibleLines>10</visibleLines>'),
    field('Email__c', 'Email'),
    field('Phone__c', 'Phone'),
    field('Url__c', 'Url'),
    field('Free__c', 'Picklist', values(false)),
    field('Strict__c', 'Picklist', values(true)),
    field('Many__c', 'MultiselectPicklist', `<visibleLines>3</visibleLines>${values(true)}`),
    field('Flag__c', 'Checkbox', '<defaultValue>true</defaultValue>'),
    field('Number__c', 'Number', '<precision>4</precision><scale>1</scale>'),
    field('Money__c', 'Currency', '<precision>6</precision><scale>2</scale>'),
    field('Rate__c', 'Percent', '<precision>5</precision><scale>2</scale>'),
    field('Day__c', 'Date'),
    field('At__c', 'DateTime'),
    field('Clock__c', 'Time'),
    field('Link__c', 'Lookup', '<referenceTo>Package__c</referenceTo><relationshipName>Types</relationshipName>'),
    TEXT_NAME,
  ].join(''),
);

const row =
  (type: FieldType, name: string, object?: string) =>
  (given: Raw, expected: Raw): ValueRow => ({
    type,
    field: name,
    given,
    expected,
    ...(object === undefined ? {} : { object }),
  });

const text = row('string', 'Text__c');
const area = row('textarea', 'Area__c');
const long = row('textarea', 'Long__c');
const html = row('textarea', 'Html__c');
const email = row('email', 'Email__c');
const phone = row('phone', 'Phone__c');
const url = row('url', 'Url__c');
const free = row('picklist', 'Free__c');
const strict = row('picklist', 'Strict__c');
const many = row('multipicklist', 'Many__c');
const flag = row('boolean', 'Flag__c');
const int = row('int', 'NumberOfEmployees', 'Account');
const number = row('double', 'Number__c');
const money = row('currency', 'Money__c');
const rate = row('percent', 'Rate__c');
const day = row('date', 'Day__c');
const at = row('datetime', 'At__c');
const clock = row('time', 'Clock__c');
const link = row('reference', 'Link__c');
const id = row('id', 'Id');

const REFUSED_TYPE = '!INVALID_TYPE_ON_FIELD_IN_RECORD';
const TOO_LONG = '!STRING_TOO_LONG';
const TOO_LARGE = '!NUMBER_OUTSIDE_VALID_RANGE';
const BAD_EMAIL = '!INVALID_EMAIL_ADDRESS';
const BAD_VALUE = '!INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST';

/** `#package` stands for the id of a package. */
export const VALUE_ROWS: readonly ValueRow[] = [
  text(' k ', 'k'),
  text('', null),
  text('   ', null),
  text('a b', 'a b'),
  text('12345678901', TOO_LONG),
  text('1234567890  ', '1234567890'),
  text(5, REFUSED_TYPE),
  area('one\ntwo', 'one\ntwo'),
  area('x'.repeat(256), TOO_LONG),
  area('', null),
  long('x'.repeat(300), 'x'.repeat(300)),
  long('x'.repeat(301), TOO_LONG),
  html('<b>x</b>', '<b>x</b>'),
  email('Ann@Example.com', 'Ann@Example.com'),
  email('a.b+c@mail.example.org', 'a.b+c@mail.example.org'),
  email('nobody', BAD_EMAIL),
  email('a@b', BAD_EMAIL),
  email('a b@c.de', BAD_EMAIL),
  email('', null),
  phone('call me', 'call me'),
  phone('+1 (555) 010-9999', '+1 (555) 010-9999'),
  phone('9'.repeat(41), TOO_LONG),
  url('not an address', 'not an address'),
  url('www.example.com', 'www.example.com'),
  url('x'.repeat(256), TOO_LONG),
  free('Low', 'Low'),
  free('Anything', 'Anything'),
  free('Old', 'Old'),
  strict('High', 'High'),
  strict('Anything', BAD_VALUE),
  strict('Old', BAD_VALUE),
  strict('', null),
  many('Low;High', 'Low;High'),
  many('Low;Anything', BAD_VALUE),
  many('', null),
  flag(true, true),
  flag(null, false),
  flag('true', REFUSED_TYPE),
  int(7, 7),
  int(7.5, 8),
  int(123456789, TOO_LARGE),
  number(2.25, 2.3),
  number(-2.25, -2.3),
  number(2.24, 2.2),
  number(999.9, 999.9),
  number(999.96, TOO_LARGE),
  number(1000, TOO_LARGE),
  number('5', REFUSED_TYPE),
  money(1.005, 1.01),
  money(9999.99, 9999.99),
  money(10000, TOO_LARGE),
  rate(12.345, 12.35),
  rate(999.99, 999.99),
  rate(1000, TOO_LARGE),
  day('2026-02-28', '2026-02-28'),
  day(5, REFUSED_TYPE),
  day(null, null),
  at(1_772_000_000_000, 1_772_000_000_000),
  at('2026-02-28', REFUSED_TYPE),
  at(null, null),
  clock(45_000_000, 45_000_000),
  clock('12:30', REFUSED_TYPE),
  clock(null, null),
  link('#package', '#package'),
  link('', null),
  link('x', '!MALFORMED_ID'),
  link('005000000000001AAA', '!FIELD_INTEGRITY_EXCEPTION'),
  link('a00000000000999AAA', '!FIELD_INTEGRITY_EXCEPTION'),
  id('a00000000000999AAA', '!INVALID_FIELD_FOR_INSERT_UPDATE'),
  id('x', '!INVALID_FIELD_FOR_INSERT_UPDATE'),
  id(null, '#own'),
];
