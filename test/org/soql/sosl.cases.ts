/** Searches over the fixture: names of the rows of each object. */
import type { BindValue } from '../../../scripts/org/soql/contract.ts';

const page = (name: string): string =>
  `https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/${name}.htm`;

export interface SearchRow {
  readonly sosl: string;
  readonly binds?: Readonly<Record<string, BindValue>>;
  readonly expected?: readonly (readonly string[])[];
  readonly error?: RegExp;
  readonly source: string;
}

const FIND = page('sforce_api_calls_sosl_find');
const IN = page('sforce_api_calls_sosl_in');
const RETURNING = page('sforce_api_calls_sosl_returning');
const row = (sosl: string, source: string, expected: SearchRow['expected'], binds?: SearchRow['binds']): SearchRow => ({
  sosl,
  source,
  ...(expected === undefined ? {} : { expected }),
  ...(binds === undefined ? {} : { binds }),
});
const refused = (sosl: string, source: string, error: RegExp): SearchRow => ({ sosl, source, error });

export const SEARCH_ROWS: readonly SearchRow[] = [
  row("FIND 'acme' IN NAME FIELDS RETURNING Account(Name)", IN, [['Acme']]),
  row("FIND 'acm' IN NAME FIELDS RETURNING Account(Name)", FIND, [[]]),
  row("FIND 'acm*' IN NAME FIELDS RETURNING Account(Name)", FIND, [['Acme']]),
  row("FIND 'ac?e' IN NAME FIELDS RETURNING Account(Name)", FIND, [['Acme']]),
  row('FIND {lee} IN NAME FIELDS RETURNING Contact(Name), Account(Name)', RETURNING, [['Cy Lee'], []]),
  row('FIND {"cy lee"} IN NAME FIELDS RETURNING Contact(Name)', FIND, [['Cy Lee']]),
  row('FIND {"lee cy"} IN NAME FIELDS RETURNING Contact(Name)', FIND, [[]]),
  row('FIND {lee cy} IN NAME FIELDS RETURNING Contact(Name)', FIND, [['Cy Lee']]),
  row('FIND {lee OR moss} IN NAME FIELDS RETURNING Contact(Name ORDER BY Name)', FIND, [['Cy Lee', 'Di Moss']]),
  row('FIND {(lee OR moss) AND di} IN NAME FIELDS RETURNING Contact(Name)', FIND, [['Di Moss']]),
  row('FIND {acme AND NOT di} IN ALL FIELDS RETURNING Contact(Name)', FIND, [['Cy Lee']]),
  row("FIND 'cy@acme.example' IN EMAIL FIELDS RETURNING Contact(Name)", IN, [['Cy Lee']]),
  row("FIND 'lee' IN EMAIL FIELDS RETURNING Contact(Name)", IN, [[]]),
  row("FIND '555' IN PHONE FIELDS RETURNING Contact(Name)", IN, [['Cy Lee']]),
  row("FIND 'abc' IN SIDEBAR FIELDS RETURNING License__c(Name ORDER BY Name)", IN, [['L-1', 'L-2']]),
  row("FIND 'energy' IN ALL FIELDS RETURNING Account(Name)", IN, [['Acme']]),
  row("FIND 'energy' RETURNING Account(Name)", IN, [['Acme']]),
  row("FIND 'ac*' IN ALL FIELDS RETURNING Account(Name WHERE Industry = 'Energy')", RETURNING, [['Acme']]),
  row("FIND 'ac*' IN ALL FIELDS RETURNING Account(Name ORDER BY Name DESC LIMIT 1)", RETURNING, [['acorn 100%']]),
  row("FIND 'ac*' IN ALL FIELDS RETURNING Account(Name ORDER BY Name LIMIT 1 OFFSET 1)", RETURNING, [['acorn 100%']]),
  row(
    "FIND 'acme' IN ALL FIELDS RETURNING Account(Name), Contact(Name ORDER BY Name) LIMIT 2",
    page('sforce_api_calls_sosl_limit'),
    [['Acme'], ['Cy Lee']],
  ),
  row('FIND :term IN ALL FIELDS RETURNING Account(Name)', FIND, [['Acme']], { term: 'ACME' }),
  row("FIND 'acme' IN ALL FIELDS RETURNING Account(Name) WITH USER_MODE", FIND, [['Acme']]),
  row("FIND 'acme' IN ALL FIELDS RETURNING Account(Name) WITH SYSTEM_MODE", FIND, [['Acme']]),
  refused("FIND 'a' IN ALL FIELDS RETURNING Account", FIND, /Search term must be longer than one character/),
  refused("FIND '*' IN ALL FIELDS RETURNING Account", FIND, /Search term must be longer than one character/),
  refused('FIND {acme AND} IN ALL FIELDS RETURNING Account', FIND, /unexpected token: '<EOF>'/),
  refused('FIND {(acme} IN ALL FIELDS RETURNING Account', FIND, /unexpected token: '<EOF>'/),
  refused("FIND 'acme' IN ALL FIELDS RETURNING Account(Nme)", RETURNING, /No such column 'Nme'/),
  refused("FIND 'acme' IN ALL FIELDS RETURNING Thing__c", RETURNING, /sObject type 'Thing__c' is not supported/),
  refused("FIND 'acme' IN ALL FIELDS", RETURNING, /A search needs a RETURNING clause/),
  refused(
    "FIND 'acme' IN ALL FIELDS RETURNING Account(Name) WITH SNIPPET",
    page('sforce_api_calls_sosl_with_snippet'),
    /WITHSNIPPET is not supported/,
  ),
];
