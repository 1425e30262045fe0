/** Where SOQL's conditions differ from SQL's: three rows or more for each trap. */
import { id } from './fixture.ts';
import { page } from './row.ts';
import type { QueryRow } from './row.ts';
import { L, queries, refusals, shows, wheres } from './row-builders.ts';

const ALIAS = page('sforce_api_calls_soql_select_alias');
const COUNT = page('sforce_api_calls_soql_select_count');
const OPERATORS = page('sforce_api_calls_soql_select_comparisonoperators');
const ORDER = page('sforce_api_calls_soql_select_orderby');
const RELATIONSHIPS = page('sforce_api_calls_soql_relationships_null');
const SEMI_JOIN = OPERATORS;

export const CONDITION_TRAPS: readonly QueryRow[] = [
  ...wheres('null semantics', page('sforce_api_calls_soql_select_null'), [
    ['Status__c = null', [4]],
    ["Status__c = ''", [4]],
    ['Seats__c != null', [1, 2, 4]],
    ['Seats__c > 0', [1, 2, 4]],
    ['Account__c = :b', [3], { b: null }],
    ['Sandbox__c = false', [1, 3, 4]],
  ]),
  ...wheres('!= with nulls', OPERATORS, [
    ["Status__c != 'Active'", [2, 3, 4]],
    ["Status__c <> 'Active'", [2, 3, 4]],
    ['Seats__c != 10', [2, 3, 4]],
    ['Expires__c != TODAY', [2, 3, 4]],
    ["Account__r.Name != 'Acme'", [2, 3]],
  ]),
  ...wheres('NOT with null', page('sforce_api_calls_soql_select_logicaloperators'), [
    ['(NOT Seats__c > 4)', [3, 4]],
    ["(NOT Status__c = 'Active')", [2, 3, 4]],
    ["(NOT (Seats__c > 4 OR Status__c LIKE 'S%'))", [4]],
    ["(NOT Features__c INCLUDES ('B'))", [3, 4]],
  ]),
  ...queries('NULLS FIRST and LAST', ORDER, [
    [`${L} ORDER BY Seats__c`, ['L-3', 'L-4', 'L-2', 'L-1']],
    [`${L} ORDER BY Seats__c DESC`, ['L-3', 'L-1', 'L-2', 'L-4']],
    [`${L} ORDER BY Seats__c ASC NULLS LAST`, ['L-4', 'L-2', 'L-1', 'L-3']],
    [`${L} ORDER BY Seats__c DESC NULLS LAST, Name`, ['L-1', 'L-2', 'L-4', 'L-3']],
    [`${L} ORDER BY Status__c`, ['L-4', 'L-2', 'L-1', 'L-3']],
    [`${L} ORDER BY Account__r.Name NULLS LAST, Name DESC`, ['L-4', 'L-1', 'L-2', 'L-3']],
  ]),
  ...queries('LIKE escapes and case', OPERATORS, [
    ["SELECT Name FROM Account WHERE Name LIKE 'AC%' ORDER BY Name", ['Acme', 'acorn 100%']],
    ["SELECT Name FROM Account WHERE Name LIKE '%100\\%'", ['acorn 100%']],
    ["SELECT Name FROM Account WHERE Name LIKE 'ac_e'", ['Acme']],
    ["SELECT Name FROM Account WHERE Name LIKE 'ac\\_e'", []],
    ["SELECT Name FROM Sample__c WHERE Text__c LIKE 'it\\'s 50\\%\\_off\\\\'", ['full']],
    ["SELECT Name FROM License__c WHERE Key__c LIKE 'AB%' ORDER BY Name", ['L-1', 'L-2']],
    ["SELECT Name FROM Account WHERE (NOT Name LIKE 'acm%')", ['acorn 100%']],
  ]),
  ...refusals('LIKE escapes and case', OPERATORS, [
    [
      "SELECT Name FROM License__c WHERE ¦Seats__c LIKE '1%'",
      /invalid operator on double field/,
      'INVALID_QUERY_FILTER_OPERATOR',
    ],
    [
      "SELECT Name FROM License__c WHERE ¦Expires__c LIKE '2%'",
      /invalid operator on date field/,
      'INVALID_QUERY_FILTER_OPERATOR',
    ],
  ]),
  ...wheres('empty IN lists', OPERATORS, [
    ['Status__c IN :b', [], { b: [] }],
    ['Status__c NOT IN :b', [1, 2, 3, 4], { b: [] }],
    ['Id = :b', [], { b: [] }],
    ['Status__c IN :b', [4], { b: [null] }],
  ]),
  ...wheres('IN lists', OPERATORS, [
    ["Status__c IN ('TRIAL', 'Suspended')", [2, 3]],
    ["Status__c NOT IN ('Trial', 'Active')", [3, 4]],
    ["Status__c IN ('Trial', null)", [2, 4]],
    ['Seats__c NOT IN (5, null)', [1, 4]],
    ['Expires__c IN (TODAY, TOMORROW)', [1, 2]],
    ['Expires__c NOT IN (TODAY, LAST_YEAR)', [2, 3]],
    ['Name IN :b', [1, 3], { b: ['l-1', 'L-3'] }],
  ]),
  ...refusals('IN lists', OPERATORS, [
    ["SELECT Name FROM License__c WHERE Name IN ¦'x'", /IN operator must be used with an iterable expression/],
  ]),
  ...wheres(
    'IN with records binds their ids',
    'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_variables.htm',
    [
      ['Id IN :b', [1, 3], { b: [id('License__c', 1), id('License__c', 3)] }],
      ['Account__c IN :b', [1, 4], { b: [id('Account', 1).slice(0, 15)] }],
      ['Account__c NOT IN :b', [2, 3], { b: [id('Account', 1)] }],
      ['Package__r.Vendor__c IN :b', [1, 2], { b: [id('Account', 1), null].filter((one) => one !== null) }],
    ],
  ),
  ...wheres('relationship paths over nothing', RELATIONSHIPS, [
    ['Account__r.Name = null', [3]],
    ['Package__r.Vendor__r.Name = null', [3, 4]],
    ['Account__r.Active__c = false', [2, 3]],
    ["Package__r.Vendor__r.Industry = 'Energy'", [1, 2]],
  ]),
  ...shows('relationship paths over nothing', RELATIONSHIPS, [
    ["SELECT Account__r.Name FROM License__c WHERE Name = 'L-3'", [{ Account__r: null }]],
    [
      "SELECT Package__r.Vendor__r.Name FROM License__c WHERE Name IN ('L-1', 'L-3') ORDER BY Name",
      [{ Package__r: { Vendor__r: { Name: 'Acme' } } }, { Package__r: { Vendor__r: null } }],
    ],
  ]),
  ...queries('COUNT() and COUNT(field)', COUNT, [
    ['SELECT COUNT() FROM License__c', 4],
    ['SELECT COUNT() FROM License__c LIMIT 3', 3],
    ['SELECT COUNT() FROM License__c WHERE Status__c = null', 1],
    ['SELECT COUNT(Id), COUNT(Status__c) FROM License__c', [{ expr0: 4, expr1: 3 }]],
    ['SELECT COUNT(Id) FROM License__c WHERE Name = null', [{ expr0: 0 }]],
  ]),
  ...refusals('COUNT() and COUNT(field)', COUNT, [
    ['SELECT COUNT(), ¦Name FROM License__c', /must be the only element|Field must be grouped/],
    ['SELECT COUNT() FROM License__c ORDER BY ¦Name', /ORDER BY is not allowed with COUNT\(\)/],
    ['SELECT ¦COUNT() FROM License__c GROUP BY Name', /COUNT\(\) is not allowed/],
  ]),
  ...queries('names of unnamed expressions', ALIAS, [
    ['SELECT COUNT(Id), SUM(Seats__c) s, MAX(Used__c) FROM License__c', [{ expr0: 4, s: 16, expr1: 5 }]],
    [
      'SELECT Sandbox__c, COUNT(Id) FROM License__c GROUP BY Sandbox__c ORDER BY Sandbox__c',
      [
        { Sandbox__c: false, expr0: 3 },
        { Sandbox__c: true, expr0: 1 },
      ],
    ],
    [
      "SELECT Package__r.Name, MIN(Seats__c) FROM License__c WHERE Name = 'L-1' GROUP BY Package__r.Name",
      [{ Name: 'Alpha', expr0: 10 }],
    ],
    [
      "SELECT CALENDAR_YEAR(Expires__c), COUNT(Id) FROM License__c WHERE Name = 'L-4' GROUP BY CALENDAR_YEAR(Expires__c)",
      [{ expr0: 2025, expr1: 1 }],
    ],
  ]),
  ...queries('alias rules', ALIAS, [
    ["SELECT l.Name FROM License__c l WHERE l.Package__r.Name = 'Alpha' ORDER BY l.Name", ['L-1', 'L-2']],
    ["SELECT Status__c state FROM License__c WHERE Name = 'L-1' GROUP BY Status__c", [{ state: 'Active' }]],
    ['SELECT License__c.Name FROM License__c WHERE License__c.Seats__c = 1', ['L-4']],
  ]),
  ...refusals('alias rules', ALIAS, [
    ['SELECT ¦Name label FROM License__c', /only aggregate expressions use field aliasing/],
    ['SELECT COUNT(Id) n, ¦SUM(Seats__c) n FROM License__c', /duplicate alias: n/],
    ['SELECT ¦COUNT() n FROM License__c', /unexpected token: 'n'/],
    ['SELECT COUNT(Id) n FROM License__c GROUP BY Status__c ORDER BY ¦n', /Field must be grouped or aggregated: n/],
  ]),
  ...queries('ALL ROWS', page('sforce_api_calls_soql_select'), [
    [`${L} WHERE Seats__c = 99`, []],
    [`${L} WHERE Seats__c = 99 ALL ROWS`, ['L-5']],
    ['SELECT Name FROM Account WHERE IsDeleted = true ALL ROWS', ['Gone']],
    ['SELECT COUNT() FROM License__c ALL ROWS', 5],
  ]),
  ...queries('OFFSET', page('sforce_api_calls_soql_select_offset'), [
    [`${L} ORDER BY Name LIMIT 2 OFFSET 1`, ['L-2', 'L-3']],
    [`${L} ORDER BY Name OFFSET 3`, ['L-4']],
    [`${L} ORDER BY Name OFFSET 2000`, []],
    [`${L} ORDER BY Name LIMIT :l OFFSET :o`, ['L-3'], { l: 1, o: 2 }],
  ]),
  ...refusals('OFFSET', page('sforce_api_calls_soql_select_offset'), [
    [`${L} ¦OFFSET 2001`, /Maximum SOQL offset allowed is 2000/, 'NUMBER_OUTSIDE_VALID_RANGE'],
  ]),
  {
    name: 'a bound OFFSET over 2000',
    soql: `${L} ¦OFFSET :o`,
    binds: { o: 2001 },
    error: { code: 'NUMBER_OUTSIDE_VALID_RANGE', message: /Maximum SOQL offset allowed is 2000/ },
    source: page('sforce_api_calls_soql_select_offset'),
    trap: 'OFFSET',
  },
  ...wheres('semi-joins', SEMI_JOIN, [
    ["Account__c IN (SELECT AccountId FROM Contact WHERE Email LIKE 'cy%')", [1, 4]],
    ['Account__c NOT IN (SELECT AccountId FROM Contact)', [2, 3]],
    [
      "Package__c IN (SELECT Id FROM Package__c WHERE Name = 'Beta') AND Account__c IN (SELECT AccountId FROM Contact)",
      [4],
    ],
    ["Account__c IN (SELECT Id FROM Account WHERE Industry = 'Energy')", [1, 4]],
    ['Account__c IN (SELECT Vendor__c FROM Package__c)', [1, 4]],
  ]),
  ...refusals('semi-joins', SEMI_JOIN, [
    [`${L} WHERE Name = 'x' OR ¦Account__c IN (SELECT AccountId FROM Contact)`, /not allowed with the 'OR' operator/],
    [
      `${L} WHERE Name = 'x' AND (Seats__c = 1 OR ¦Account__c IN (SELECT AccountId FROM Contact))`,
      /only allowed at the top level/,
    ],
    [`${L} WHERE (NOT ¦Account__c IN (SELECT AccountId FROM Contact))`, /only allowed at the top level/],
    [
      `${L} WHERE Account__c IN (SELECT AccountId FROM Contact) AND Package__c IN (SELECT Id FROM Package__c) AND ¦OwnerId IN (SELECT Id FROM User)`,
      /Maximum 2 semi join sub-selects are allowed/,
    ],
    [
      `${L} WHERE Account__c IN (SELECT Id FROM Account WHERE ¦Id IN (SELECT AccountId FROM Contact))`,
      /Nesting of semi join sub-selects is not supported/,
    ],
    [`${L} WHERE Id IN (SELECT Id FROM ¦License__c)`, /should not be on the same object type/],
    [
      `${L} WHERE Account__c IN (SELECT AccountId FROM Contact ¦LIMIT 1)`,
      /LIMIT is not allowed in semi join sub-selects/,
    ],
    [
      `${L} WHERE Account__c IN (SELECT AccountId FROM Contact ORDER BY ¦Name)`,
      /ORDER BY is not allowed in semi join sub-selects/,
    ],
    [
      `${L} WHERE Account__c IN (SELECT WhatId FROM ¦Task)`,
      /Entity 'Task' is not supported for semi join inner selects/,
    ],
    [`${L} WHERE ¦Account__c IN (SELECT Id FROM Contact)`, /should point to the same object type/],
    [`${L} WHERE ¦Name IN (SELECT AccountId FROM Contact)`, /must be an id or reference field/],
    [`${L} WHERE Account__c IN (SELECT ¦Name FROM Contact)`, /must be an id or reference field/],
    [`${L} WHERE Account__c IN (SELECT Id, AccountId FROM ¦Contact)`, /can only query one field/],
    [`${L} WHERE ¦Package__r.Vendor__c IN (SELECT AccountId FROM Contact)`, /cannot use relationships/],
  ]),
  ...wheres('date literals in the zone of the user', page('sforce_api_calls_soql_select_dateformats'), [
    ['Installed__c = TODAY', [1, 2]],
    ['Installed__c = YESTERDAY', [4]],
    ['Installed__c < TODAY', [4]],
    ['Installed__c > YESTERDAY', [1, 2]],
    ['Installed__c >= 2026-03-18T03:00:00+01:00', [2]],
    ['Installed__c <= 2026-03-17T06:59:00Z', [4]],
    ['Expires__c >= TODAY', [1, 2]],
    ['Expires__c <= TODAY', [1, 4]],
  ]),
  ...wheres('INCLUDES and EXCLUDES', page('sforce_api_calls_soql_querying_multiselect_picklists'), [
    ["Features__c INCLUDES ('A', 'C')", [1, 2, 4]],
    ["Features__c INCLUDES ('A;B')", [1]],
    ["Features__c INCLUDES ('B;C', 'A')", [1, 2]],
    ["Features__c EXCLUDES ('B')", [3, 4]],
    ["Features__c EXCLUDES ('A', 'C')", [3]],
    ["Features__c = 'A;B'", [1]],
    ['Features__c INCLUDES :b', [2, 4], { b: ['C'] }],
  ]),
  ...refusals('INCLUDES and EXCLUDES', page('sforce_api_calls_soql_querying_multiselect_picklists'), [
    [`${L} WHERE ¦Status__c INCLUDES ('Trial')`, /invalid operator on picklist field/, 'INVALID_QUERY_FILTER_OPERATOR'],
  ]),
  ...shows('TYPEOF', page('sforce_api_calls_soql_select_typeof'), [
    [
      "SELECT TYPEOF What WHEN Account THEN Industry WHEN Package__c THEN Namespace__c END FROM Task WHERE Subject = 'Call'",
      [{ What: { Industry: 'Energy' } }],
    ],
    [
      "SELECT TYPEOF What WHEN Account THEN Industry ELSE Name END FROM Task WHERE Subject = 'Check'",
      [{ What: { Name: 'Beta' } }],
    ],
    [
      "SELECT Subject, TYPEOF What WHEN Account THEN Name END FROM Task WHERE Subject = 'Idle'",
      [{ Subject: 'Idle', What: null }],
    ],
  ]),
  ...refusals('TYPEOF', page('sforce_api_calls_soql_select_typeof'), [
    [
      'SELECT TYPEOF What WHEN ¦Contact THEN Name END FROM Task',
      /sObject type 'Contact' is not supported/,
      'INVALID_TYPE',
    ],
    ['SELECT ¦TYPEOF Package__r WHEN Package__c THEN Name END FROM License__c', /needs a polymorphic relationship/],
  ]),
  ...queries('FOR UPDATE', page('sforce_api_calls_soql_select_for_update'), [
    ["SELECT Name FROM Account WHERE Name = 'Acme' FOR UPDATE", ['Acme']],
    ["SELECT Name FROM Account WHERE Name = 'Acme' FOR VIEW", ['Acme']],
    ["SELECT Name FROM Account WHERE Name = 'Acme' LIMIT 1 FOR REFERENCE", ['Acme']],
  ]),
  ...refusals('FOR UPDATE', page('sforce_api_calls_soql_select_for_update'), [
    ['SELECT Name FROM ¦Account ORDER BY Name FOR UPDATE', /ORDER BY is not allowed with FOR UPDATE/],
  ]),
  ...queries('polymorphic Owner and What', page('sforce_api_calls_soql_relationships_and_polymorph_keys'), [
    ["SELECT Name FROM License__c WHERE Owner.Name = 'renewals'", ['L-3']],
    ["SELECT Name FROM License__c WHERE Owner.Type = 'Group'", ['L-3']],
    ["SELECT Subject FROM Task WHERE What.Type = 'Package__c'", ['Check']],
    ["SELECT Subject FROM Task WHERE What.Name IN ('Acme', 'Beta') ORDER BY What.Name DESC", ['Check', 'Call']],
    ['SELECT Subject FROM Task WHERE What.Type = null', ['Idle']],
  ]),
  ...shows('polymorphic Owner and What', page('sforce_api_calls_soql_relationships_and_polymorph_keys'), [
    [
      "SELECT Owner.Name, Owner.Type FROM License__c WHERE Name IN ('L-1', 'L-3') ORDER BY Name",
      [{ Owner: { Name: 'Ada Admin', Type: 'User' } }, { Owner: { Name: 'Renewals', Type: 'Group' } }],
    ],
  ]),
  ...refusals('polymorphic Owner and What', page('sforce_api_calls_soql_relationships_and_polymorph_keys'), [
    ['SELECT ¦Owner.Shoe FROM License__c', /No such column 'Shoe' on entity 'Name'/, 'INVALID_FIELD'],
    ['SELECT ¦What.Industry FROM Task', /No such column 'Industry' on entity 'Name'/, 'INVALID_FIELD'],
  ]),
];
