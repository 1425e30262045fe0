/** Where SOQL's clauses and modes differ from SQL's: three rows or more for each trap. */
import { id } from './fixture.ts';
import { page } from './row.ts';
import type { QueryRow } from './row.ts';
import { queries, refusals, shows } from './row-builders.ts';

const FIELDS = page('sforce_api_calls_soql_select_fields');
const GROUP = page('sforce_api_calls_soql_select_groupby');

export const CLAUSE_TRAPS: readonly QueryRow[] = [
  ...queries('GROUP BY', GROUP, [
    [
      'SELECT Status__c FROM License__c GROUP BY Status__c ORDER BY Status__c DESC NULLS LAST',
      [{ Status__c: 'Suspended' }, { Status__c: 'Active' }, { Status__c: 'Trial' }, { Status__c: null }],
    ],
    [
      'SELECT Package__c p, Sandbox__c s, COUNT(Id) n FROM License__c GROUP BY Package__c, Sandbox__c ORDER BY COUNT(Id) DESC, Sandbox__c',
      [
        { p: id('Package__c', 2), s: false, n: 2 },
        { p: id('Package__c', 1), s: false, n: 1 },
        { p: id('Package__c', 1), s: true, n: 1 },
      ],
    ],
    ['SELECT Used__c u FROM License__c GROUP BY Used__c ORDER BY Used__c DESC LIMIT 2 OFFSET 1', [{ u: 4 }, { u: 1 }]],
    ['SELECT Name, MAX(CreatedDate) m FROM Account WHERE Id = null GROUP BY Name LIMIT 5', []],
  ]),
  ...refusals('GROUP BY', GROUP, [
    ['SELECT ¦Name, COUNT(Id) FROM License__c', /Field must be grouped or aggregated: Name/],
    ['SELECT Id, ¦COUNT(Id) FROM License__c GROUP BY Id', /Grouped field should not be aggregated: Id/],
    [
      'SELECT COUNT(Id) FROM License__c GROUP BY Package__c ORDER BY ¦Name',
      /Field must be grouped or aggregated: Name/,
    ],
    ['SELECT COUNT(Id) FROM License__c GROUP BY ¦Seats__c', /field 'Seats__c' can not be grouped in a query call/],
    [
      'SELECT COUNT(Id) FROM License__c GROUP BY ¦Installed__c',
      /field 'Installed__c' can not be grouped in a query call/,
    ],
    [
      'SELECT COUNT(Id) FROM License__c GROUP BY ¦Features__c',
      /field 'Features__c' can not be grouped in a query call/,
    ],
    ['SELECT COUNT(Id) FROM License__c GROUP BY ¦Notes__c', /field 'Notes__c' can not be grouped in a query call/],
    [
      'SELECT MAX(CreatedDate) FROM Account ¦LIMIT 1',
      /Non-grouped query that uses overall aggregate functions cannot also use LIMIT/,
    ],
    [
      'SELECT ¦(SELECT Id FROM Contacts), COUNT(Id) FROM Account GROUP BY Name',
      /A grouped query selects fields and functions alone/,
    ],
  ]),
  ...queries('ROLLUP and CUBE', page('sforce_api_calls_soql_select_groupby_rollup'), [
    [
      'SELECT Package__r.Name p, SUM(Seats__c) s FROM License__c GROUP BY ROLLUP(Package__r.Name) ORDER BY Package__r.Name NULLS LAST',
      [
        { p: 'Alpha', s: 15 },
        { p: 'Beta', s: 1 },
        { p: null, s: 16 },
      ],
    ],
    [
      'SELECT Package__r.Name p, Sandbox__c b, COUNT(Id) n FROM License__c GROUP BY ROLLUP(Package__r.Name, Sandbox__c) ORDER BY GROUPING(Package__r.Name), Package__r.Name, GROUPING(Sandbox__c), Sandbox__c',
      [
        { p: 'Alpha', b: false, n: 1 },
        { p: 'Alpha', b: true, n: 1 },
        { p: 'Alpha', b: null, n: 2 },
        { p: 'Beta', b: false, n: 2 },
        { p: 'Beta', b: null, n: 2 },
        { p: null, b: null, n: 4 },
      ],
    ],
    [
      'SELECT Status__c s, COUNT(Id) n FROM License__c GROUP BY CUBE(Status__c) HAVING COUNT(Id) > 1',
      [{ s: null, n: 4 }],
    ],
    [
      'SELECT Sandbox__c b, COUNT(Id) n FROM License__c GROUP BY CUBE(Sandbox__c) ORDER BY COUNT(Id) DESC LIMIT 2',
      [
        { b: null, n: 4 },
        { b: false, n: 3 },
      ],
    ],
  ]),
  ...refusals('ROLLUP and CUBE', page('sforce_api_calls_soql_select_groupby_rollup'), [
    [
      'SELECT COUNT(Id) FROM License__c GROUP BY ROLLUP(Package__c, Name, Status__c, ¦OwnerId)',
      /ROLLUP takes at most 3 fields/,
    ],
  ]),
  ...queries('HAVING', page('sforce_api_calls_soql_select_having'), [
    ['SELECT Package__c p FROM License__c GROUP BY Package__c HAVING SUM(Seats__c) > 10', [{ p: id('Package__c', 1) }]],
    ['SELECT COUNT(Id) n FROM License__c GROUP BY Package__c HAVING COUNT(Id) > 1 AND MAX(Seats__c) < 10', [{ n: 2 }]],
    [
      "SELECT Status__c s, COUNT(Id) n FROM License__c GROUP BY Status__c HAVING Status__c LIKE 'A%'",
      [{ s: 'Active', n: 1 }],
    ],
  ]),
  ...refusals('HAVING', page('sforce_api_calls_soql_select_having'), [
    [
      "SELECT COUNT(Id) FROM License__c GROUP BY Package__c HAVING ¦Name = 'x'",
      /Field must be grouped or aggregated: Name/,
    ],
  ]),
  ...shows('FORMAT, toLabel, convertTimezone', page('sforce_api_calls_soql_select_format'), [
    ["SELECT FORMAT(Seats__c), Name FROM License__c WHERE Name = 'L-1'", [{ Seats__c: '10', Name: 'L-1' }]],
    ["SELECT Seats__c, FORMAT(Seats__c) shown FROM License__c WHERE Name = 'L-3'", [{ Seats__c: null, shown: null }]],
    ["SELECT toLabel(Status__c) FROM License__c WHERE Name = 'L-2'", [{ Status__c: 'On trial' }]],
    [
      'SELECT DAY_ONLY(convertTimezone(Installed__c)) d, COUNT(Id) n FROM License__c WHERE Installed__c != null GROUP BY DAY_ONLY(convertTimezone(Installed__c)) ORDER BY DAY_ONLY(convertTimezone(Installed__c))',
      [
        { d: '2026-03-16', n: 1 },
        { d: '2026-03-17', n: 2 },
      ],
    ],
  ]),
  ...refusals('currency', page('sforce_api_calls_soql_querying_currency_fields'), [
    ['SELECT ¦convertCurrency(Money__c) FROM Sample__c', /The function CONVERTCURRENCY is not supported/],
    ['SELECT Name FROM Sample__c WHERE Money__c > ¦USD5000', /The value USD5000 is not supported/],
  ]),
  ...queries('currency', page('sforce_api_calls_soql_querying_currency_fields'), [
    ['SELECT Name FROM Sample__c WHERE Money__c > 1234', ['full']],
  ]),
  ...queries('FIELDS()', FIELDS, [
    ["SELECT FIELDS(STANDARD) FROM Account WHERE Name = 'Acme'", ['Acme']],
    ["SELECT FIELDS(ALL) FROM Account WHERE Name = 'Acme' LIMIT 200", ['Acme']],
    ["SELECT Name, FIELDS(CUSTOM) FROM Account WHERE Name = 'Acme' LIMIT 1", ['Acme']],
  ]),
  ...shows('FIELDS()', FIELDS, [
    ["SELECT FIELDS(CUSTOM) FROM Account WHERE Name = 'Acme' LIMIT 1", [{ Active__c: true }]],
  ]),
  ...refusals('FIELDS()', FIELDS, [
    ['SELECT ¦FIELDS(ALL) FROM Account', /must have a LIMIT of at most 200/],
    ['SELECT ¦FIELDS(CUSTOM) FROM Account LIMIT 201', /must have a LIMIT of at most 200/],
    ['SELECT Name, ¦FIELDS(STANDARD) FROM Account', /duplicate field selected: Name/],
    ['SELECT ¦FIELDS(STANDARD) FROM Account GROUP BY Name', /A grouped query selects fields and functions alone/],
  ]),
  ...refusals(
    'fields twice',
    'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_partner_queries.htm',
    [
      ['SELECT Name, ¦name FROM Account', /duplicate field selected: name/],
      ['SELECT Owner.Name, ¦Account.Owner.Name FROM Account', /duplicate field selected: Owner.Name/],
      ['SELECT Name, (SELECT Email, ¦Email FROM Contacts) FROM Account', /duplicate field selected: Email/],
    ],
  ),
  ...shows('sub-queries', page('sforce_api_calls_soql_relationships_understanding'), [
    [
      "SELECT Name, (SELECT Name FROM Contacts ORDER BY Name DESC) FROM Account WHERE Name = 'Acme'",
      [{ Name: 'Acme', Contacts: [{ Name: 'Di Moss' }, { Name: 'Cy Lee' }] }],
    ],
    [
      'SELECT Name, (SELECT Name FROM Contacts ORDER BY Name LIMIT 1) FROM Account ORDER BY Name',
      [
        { Name: 'Acme', Contacts: [{ Name: 'Cy Lee' }] },
        { Name: 'acorn 100%', Contacts: [] },
      ],
    ],
    [
      "SELECT Name, (SELECT Name, (SELECT Name FROM Licenses__r ORDER BY Name) FROM Packages__r) FROM Account WHERE Name = 'Acme'",
      [{ Name: 'Acme', Packages__r: [{ Name: 'Alpha', Licenses__r: [{ Name: 'L-1' }, { Name: 'L-2' }] }] }],
    ],
    [
      "SELECT (SELECT Owner.Name FROM Licenses__r WHERE Status__c = 'Suspended') FROM Package__c WHERE Name = 'Beta'",
      [{ Licenses__r: [{ Owner: { Name: 'Renewals' } }] }],
    ],
  ]),
  ...refusals('sub-queries', page('sforce_api_calls_soql_relationships_understanding'), [
    [
      'SELECT (SELECT Id FROM ¦Things__r) FROM Package__c',
      /Didn't understand relationship 'Things__r' in FROM/,
      'INVALID_TYPE',
    ],
    [
      'SELECT (SELECT ¦Nme FROM Licenses__r) FROM Package__c',
      /No such column 'Nme' on entity 'License__c'/,
      'INVALID_FIELD',
    ],
  ]),
  {
    name: 'every selected field must be readable',
    soql: 'SELECT Seats__c FROM License__c WITH SECURITY_ENFORCED',
    hidden: ['License__c.Seats__c'],
    mode: 'system',
    error: {
      code: 'INSUFFICIENT_ACCESS',
      message: /Insufficient permissions: secure query included inaccessible field/,
    },
    source: page('sforce_api_calls_soql_select_with_security_enforced'),
    trap: 'WITH SECURITY_ENFORCED',
  },
  {
    name: 'a hidden object is refused',
    soql: 'SELECT Id FROM License__c WITH SECURITY_ENFORCED',
    hidden: ['License__c'],
    mode: 'system',
    error: { code: 'INSUFFICIENT_ACCESS', message: /Insufficient permissions/ },
    source: page('sforce_api_calls_soql_select_with_security_enforced'),
    trap: 'WITH SECURITY_ENFORCED',
  },
  {
    name: 'WHERE is not checked',
    soql: 'SELECT Name FROM License__c WHERE Seats__c = 1 WITH SECURITY_ENFORCED',
    hidden: ['License__c.Seats__c'],
    mode: 'system',
    expected: ['L-4'],
    source: page('sforce_api_calls_soql_select_with_security_enforced'),
    trap: 'WITH SECURITY_ENFORCED',
  },
  {
    name: 'a hidden selected field',
    soql: 'SELECT ¦Seats__c FROM License__c WITH USER_MODE',
    hidden: ['License__c.Seats__c'],
    mode: 'system',
    error: { code: 'INVALID_FIELD', message: /No such column 'Seats__c' on entity 'License__c'/ },
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm',
    trap: 'USER_MODE',
  },
  {
    name: 'a hidden filter',
    soql: 'SELECT Name FROM License__c WHERE ¦Seats__c = 1',
    hidden: ['License__c.Seats__c'],
    error: { code: 'INVALID_FIELD', message: /No such column 'Seats__c'/ },
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm',
    trap: 'USER_MODE',
  },
  {
    name: 'a hidden object',
    soql: 'SELECT Name FROM ¦License__c',
    hidden: ['License__c'],
    error: { code: 'INVALID_TYPE', message: /sObject type 'License__c' is not supported/ },
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm',
    trap: 'USER_MODE',
  },
  {
    name: 'a hidden parent field',
    soql: 'SELECT ¦Package__r.Namespace__c FROM License__c',
    hidden: ['Package__c.Namespace__c'],
    error: { code: 'INVALID_FIELD', message: /No such column 'Namespace__c' on entity 'Package__c'/ },
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm',
    trap: 'USER_MODE',
  },
  {
    name: 'SYSTEM_MODE in the query wins',
    soql: 'SELECT Name FROM License__c WHERE Seats__c = 1 WITH SYSTEM_MODE',
    hidden: ['License__c.Seats__c'],
    expected: ['L-4'],
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm',
    trap: 'USER_MODE',
  },
  ...refusals('names', page('sforce_api_calls_soql_select'), [
    ['SELECT ¦Nme FROM License__c', /No such column 'Nme' on entity 'License__c'/, 'INVALID_FIELD'],
    ['SELECT ¦Pack__r.Name FROM License__c', /Didn't understand relationship 'Pack__r' in field path/, 'INVALID_FIELD'],
    ['SELECT Id FROM ¦Licence__c', /sObject type 'Licence__c' is not supported/, 'INVALID_TYPE'],
    ["SELECT Id FROM License__c WHERE Name = 'a' AND Name = 'b' ¦OR Name = 'c'", /unexpected token: 'OR'/],
    ['SELECT Id FROM License__c ¦WITH DATA CATEGORY Geography__c AT usa__c', /The clause .* is not supported/],
    ['SELECT Id FROM License__c UPDATE ¦TRACKING', /UPDATE TRACKING is not supported/],
    ['SELECT Id FROM License__c USING SCOPE ¦team', /USING SCOPE team is not supported/],
    ['SELECT Id FROM License__c, ¦License__c.Account__r a', /More than one object in FROM is not supported/],
    [
      "SELECT Id FROM License__c WHERE Account__r.Owner.Name = 'x' AND ¦Account__r.Owner.Manager.Name = 'x'",
      /No such column|Didn't understand relationship 'Manager'/,
      'INVALID_FIELD',
    ],
  ]),
  ...queries('scopes', page('sforce_api_calls_soql_select_using_scope'), [
    ['SELECT Name FROM Account USING SCOPE mine', ['Acme']],
    ['SELECT Name FROM Account USING SCOPE everything ORDER BY Name', ['Acme', 'acorn 100%']],
    ["SELECT Name FROM Account USING SCOPE Mine WHERE Name LIKE 'acorn%'", []],
  ]),
];
