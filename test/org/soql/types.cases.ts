/** What each field type compares with: a literal, a bind, and what it refuses. Rows of `Sample__c`: `full` and `empty`. */
import type { BindValue } from '../../../scripts/org/soql/contract.ts';
import type { FieldType } from '../../../scripts/org/schema/model.ts';
import { id } from './fixture.ts';
import { page } from './row.ts';
import type { QueryRow } from './row.ts';

const SOURCE = page('sforce_api_calls_soql_select_conditionexpression');
const BINDS =
  'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_variables.htm';

export type TypeRow = QueryRow & { readonly type: FieldType };

interface Given {
  readonly field: string;
  readonly literal: string;
  readonly bind: BindValue;
  readonly refused: string;
  readonly word: string;
}

function compared(type: FieldType, { field, literal, bind, refused, word }: Given): TypeRow[] {
  return [
    {
      type,
      name: `${type} equals a literal`,
      soql: `SELECT Name FROM Sample__c WHERE ${field} = ${literal}`,
      expected: ['full'],
      source: SOURCE,
    },
    {
      type,
      name: `${type} equals a bind`,
      soql: `SELECT Name FROM Sample__c WHERE ${field} IN :v`,
      binds: { v: [bind] },
      expected: ['full'],
      source: BINDS,
    },
    {
      type,
      name: `${type} refuses ${refused}`,
      soql: `SELECT Name FROM Sample__c WHERE ${field} = ¦${refused}`,
      error: { code: 'INVALID_FIELD', message: new RegExp(`'${field}' must be of type ${word}`) },
      source: SOURCE,
    },
  ];
}

const textual = (type: FieldType, field: string, value: string): TypeRow[] =>
  compared(type, {
    field,
    literal: `'${value.toUpperCase()}'`,
    bind: value.toLowerCase(),
    refused: '5',
    word: 'string and should be enclosed in quotes',
  });
const numeric = (type: FieldType, field: string, value: number): TypeRow[] =>
  compared(type, {
    field,
    literal: String(value),
    bind: value,
    refused: `'${value}'`,
    word: 'double and should not be enclosed in quotes',
  });

const ACCOUNT = id('Account', 1);
const AT = Date.parse('2026-03-17T23:30:15Z');

export const TYPE_ROWS: readonly TypeRow[] = [
  ...textual('string', 'Name', 'full'),
  ...textual('textarea', 'Area__c', 'two words'),
  ...textual('email', 'Email__c', 'ann@example.com'),
  ...textual('phone', 'Phone__c', '+1 555'),
  ...textual('url', 'Url__c', 'https://a.example'),
  ...textual('picklist', 'Pick__c', 'low'),
  ...textual('multipicklist', 'Multi__c', 'a;b'),
  ...textual('combobox', 'Combo__c', 'free'),
  ...textual('anyType', 'Any__c', 'any'),
  ...numeric('int', 'Int__c', 7),
  ...numeric('double', 'Double__c', 2.5),
  ...numeric('currency', 'Money__c', 1234.5),
  ...numeric('percent', 'Rate__c', 12.5),
  ...compared('boolean', { field: 'Flag__c', literal: 'TRUE', bind: true, refused: "'true'", word: 'boolean' }),
  ...compared('date', {
    field: 'Day__c',
    literal: '2026-03-17',
    bind: { kind: 'date', value: '2026-03-17' },
    refused: '2026-03-17T00:00:00Z',
    word: 'date',
  }),
  ...compared('datetime', {
    field: 'At__c',
    literal: '2026-03-17T23:30:15Z',
    bind: { kind: 'datetime', value: AT },
    refused: '2026-03-17',
    word: 'dateTime',
  }),
  ...compared('time', {
    field: 'Clock__c',
    literal: '12:30:00.000Z',
    bind: { kind: 'time', value: 45_000_000 },
    refused: "'12:30'",
    word: 'time',
  }),
  ...compared('reference', {
    field: 'Link__c',
    literal: `'${ACCOUNT.slice(0, 15)}'`,
    bind: ACCOUNT,
    refused: '5',
    word: 'string and should be enclosed in quotes',
  }),
  ...compared('id', {
    field: 'Id',
    literal: `'${id('Sample__c', 1)}'`,
    bind: id('Sample__c', 1).slice(0, 15),
    refused: 'true',
    word: 'string and should be enclosed in quotes',
  }),
  {
    type: 'base64',
    name: 'base64 is selected',
    soql: "SELECT File__c FROM Sample__c WHERE Name = 'full'",
    shown: [{ File__c: 'QUJD' }],
    source: SOURCE,
  },
  {
    type: 'base64',
    name: 'base64 is not filtered',
    soql: "SELECT Name FROM Sample__c WHERE ¦File__c = 'QUJD'",
    error: { code: 'INVALID_FIELD', message: /field 'File__c' can not be filtered in a query call/ },
    source: SOURCE,
  },
  {
    type: 'base64',
    name: 'base64 is not sorted',
    soql: 'SELECT Name FROM Sample__c ORDER BY ¦File__c',
    error: { code: 'INVALID_FIELD', message: /field 'File__c' can not be sorted in a query call/ },
    source: SOURCE,
  },
  {
    type: 'date',
    name: 'a bound instant compares as the day in the zone of the user',
    soql: 'SELECT Name FROM Sample__c WHERE Day__c = :v',
    binds: { v: { kind: 'datetime', value: Date.parse('2026-03-18T02:00:00Z') } },
    expected: ['full'],
    source: BINDS,
  },
  {
    type: 'id',
    name: 'an id that is none is refused',
    soql: "SELECT Name FROM Sample__c WHERE Id = ¦'abc'",
    error: { code: 'INVALID_QUERY_FILTER_OPERATOR', message: /invalid ID field: abc/ },
    source: SOURCE,
  },
];
