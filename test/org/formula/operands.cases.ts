/**
 * Each pair of types an operator takes, each field type as formulas see it, and each `$` name.
 * Sources: https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm,
 * https://help.salesforce.com/s/articleView?id=platform.formula_using_date_datetime.htm and
 * https://help.salesforce.com/s/articleView?id=platform.dev_understanding_global_variables.htm
 */
import type { FieldType } from '../../../scripts/org/schema/model.ts';
import type { Raw } from '../../../scripts/org/types.ts';
import type { FormulaCase } from './formula.cases.ts';

export interface PairCase extends FormulaCase {
  /** `left operator right`. */
  readonly pair: string;
}

const pair = (types: string, text: string, type: FieldType, expected: Raw): PairCase => ({
  pair: types,
  name: `${types}: ${text}`,
  text,
  type,
  expected,
});

export const PAIR_CASES: readonly PairCase[] = [
  pair('number + number', '1 + 2', 'double', 3),
  pair('text + text', '"1" + "2"', 'string', '12'),
  pair('date + number', 'Expires__c + 15', 'date', '2026-04-01'),
  pair('number + date', '15 + Expires__c', 'date', '2026-04-01'),
  pair('datetime + number', 'Installed__c + 1 / 24', 'datetime', Date.UTC(2026, 2, 17, 9)),
  pair('number + datetime', '1 / 24 + Installed__c', 'datetime', Date.UTC(2026, 2, 17, 9)),
  pair('time + number', 'Clock__c + 1000', 'time', 45_001_000),
  pair('number - number', '1 - 2', 'double', -1),
  pair('date - number', 'Expires__c - 17', 'date', '2026-02-28'),
  pair('date - date', 'Expires__c - DATE(2026, 1, 1)', 'double', 75),
  pair('datetime - number', 'Installed__c - 0.25', 'datetime', Date.UTC(2026, 2, 17, 2)),
  pair('datetime - datetime', 'Installed__c - DATETIMEVALUE("2026-03-16 08:00:00")', 'double', 1),
  pair('time - number', 'Clock__c - 1000', 'time', 44_999_000),
  pair('time - time', 'Clock__c - TIMEVALUE("12:00:00.000")', 'double', 1_800_000),
  pair('number * number', '2 * 3', 'double', 6),
  pair('number / number', '3 / 2', 'double', 1.5),
  pair('number ^ number', '2 ^ 10', 'double', 1024),
  pair('text & text', 'Name & "!"', 'string', 'L-1!'),
];

const field = (text: string, type: FieldType, expected: Raw): FormulaCase => ({ name: text, text, type, expected });

/** Fields of each type: ids have 15 characters, percents are fractions, picklists need a function. */
export const FIELD_CASES: readonly FormulaCase[] = [
  field('Id', 'string', 'a01000000000001'),
  field('OwnerId', 'string', '005000000000001'),
  field('Name', 'string', 'L-1'),
  field('Area__c', 'string', 'two\nlines'),
  field('Email__c & "?"', 'string', 'ann@example.com?'),
  field('Phone__c', 'string', '555'),
  field('Url__c', 'string', 'https://a.example'),
  field('Combo__c', 'string', 'free'),
  field('Any__c', 'string', 'any'),
  field('TEXT(Status__c)', 'string', 'Active'),
  field('INCLUDES(Features__c, "A")', 'boolean', true),
  field('NOT(Sandbox__c)', 'boolean', true),
  field('Used__c', 'double', 4),
  field('Seats__c', 'double', 10),
  field('Money__c * 2', 'currency', 25),
  field('Rate__c', 'double', 0.125),
  field('Rate__c', 'percent', 12.5),
  field('Expires__c', 'date', '2026-03-17'),
  field('Installed__c', 'datetime', Date.UTC(2026, 2, 17, 8)),
  field('Clock__c', 'time', 45_000_000),
];

export const GLOBAL_CASES: readonly FormulaCase[] = [
  field('$User.Username', 'string', 'ada@example.com'),
  field('$Profile.Name', 'string', 'Standard User'),
  field('$UserRole.Name', 'string', 'Boss'),
  field('$Organization.Name', 'string', 'Test'),
  field('$Permission.Bypass', 'boolean', true),
  field('$Label.Greeting', 'string', 'Hello'),
  field('$Setup.Settings__c.Limit__c', 'double', null),
  field('$CustomMetadata.Policy__mdt.Default.Days__c', 'double', 30),
  field('YEAR(DATEVALUE($System.OriginDateTime + 1))', 'double', 1900),
  field('$RecordType.DeveloperName', 'string', 'Paid'),
  field('$RecordType.Id = RecordTypeId', 'boolean', true),
];
