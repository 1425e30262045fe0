import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../scripts/org/soql/index.ts';
import type { OrgError } from '../../../scripts/org/types.ts';
import { schema } from './fixture.ts';

interface ErrorCase {
  readonly text: string;
  readonly code: string;
  readonly message: RegExp;
  readonly column: number;
}

const CASES: readonly ErrorCase[] = [
  {
    text: 'SELECT Nme FROM License__c',
    code: 'INVALID_FIELD',
    message:
      /^\nSELECT Nme FROM License__c\n {7}\^\nERROR at Row:1:Column:8\nNo such column 'Nme' on entity 'License__c'\. If you are attempting/,
    column: 8,
  },
  {
    text: 'SELECT Package__r.Nme FROM License__c',
    code: 'INVALID_FIELD',
    message: /No such column 'Nme' on entity 'Package__c'/,
    column: 8,
  },
  {
    text: 'SELECT Id FROM Licence__c',
    code: 'INVALID_TYPE',
    message: /sObject type 'Licence__c' is not supported\./,
    column: 16,
  },
  {
    text: 'SELECT Pack__r.Name FROM License__c',
    code: 'INVALID_FIELD',
    message: /Didn't understand relationship 'Pack__r' in field path\./,
    column: 8,
  },
  {
    text: 'SELECT (SELECT Id FROM Things__r) FROM Package__c',
    code: 'INVALID_TYPE',
    message: /Didn't understand relationship 'Things__r' in FROM part of query call\./,
    column: 24,
  },
  {
    text: 'SELECT Owner.Shoe FROM License__c',
    code: 'INVALID_FIELD',
    message: /No such column 'Shoe' on entity 'Name'/,
    column: 8,
  },
  { text: 'SELECT Id FORM License__c', code: 'MALFORMED_QUERY', message: /unexpected token: 'License__c'/, column: 16 },
  {
    text: "SELECT Id FROM License__c WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
    code: 'MALFORMED_QUERY',
    message: /unexpected token: 'OR'/,
    column: 59,
  },
  { text: 'SELECT Id FROM License__c WHERE', code: 'MALFORMED_QUERY', message: /unexpected token: <EOF>/, column: 32 },
  {
    text: 'SELECT Id FROM License__c WHERE Name = 5',
    code: 'INVALID_FIELD',
    message: /value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes/,
    column: 40,
  },
  {
    text: "SELECT Id FROM License__c WHERE Seats__c = '5'",
    code: 'INVALID_FIELD',
    message: /must be of type double and should not be enclosed in quotes/,
    column: 44,
  },
  {
    text: 'SELECT Id FROM License__c WHERE Installed__c = 2026-01-01',
    code: 'INVALID_FIELD',
    message: /'Installed__c' must be of type dateTime and should not be enclosed in quotes/,
    column: 48,
  },
  {
    text: "SELECT Id FROM License__c WHERE Id = 'abc'",
    code: 'INVALID_QUERY_FILTER_OPERATOR',
    message: /invalid ID field: abc/,
    column: 38,
  },
  {
    text: "SELECT Id FROM License__c WHERE Package__c LIKE 'a%'",
    code: 'INVALID_QUERY_FILTER_OPERATOR',
    message: /invalid operator on id field/,
    column: 33,
  },
  {
    text: "SELECT Id FROM License__c WHERE Name INCLUDES ('a')",
    code: 'INVALID_QUERY_FILTER_OPERATOR',
    message: /invalid operator on string field/,
    column: 33,
  },
  {
    text: "SELECT Id FROM License__c WHERE Notes__c = 'x'",
    code: 'INVALID_FIELD',
    message: /field 'Notes__c' can not be filtered in a query call/,
    column: 33,
  },
  {
    text: 'SELECT Id FROM License__c ORDER BY Notes__c',
    code: 'INVALID_FIELD',
    message: /field 'Notes__c' can not be sorted in a query call/,
    column: 36,
  },
  {
    text: 'SELECT Notes__c FROM License__c GROUP BY Notes__c',
    code: 'MALFORMED_QUERY',
    message: /field 'Notes__c' can not be grouped in a query call/,
    column: 42,
  },
  {
    text: 'SELECT Name, COUNT(Id) FROM License__c',
    code: 'MALFORMED_QUERY',
    message: /Field must be grouped or aggregated: Name/,
    column: 8,
  },
  {
    text: 'SELECT COUNT(Id) FROM License__c GROUP BY Package__c ORDER BY Name',
    code: 'MALFORMED_QUERY',
    message: /Field must be grouped or aggregated: Name/,
    column: 63,
  },
  {
    text: 'SELECT COUNT(Id) n, SUM(Seats__c) n FROM License__c',
    code: 'MALFORMED_QUERY',
    message: /duplicate alias: n/,
    column: 21,
  },
  {
    text: 'SELECT SUM(Name) FROM License__c',
    code: 'MALFORMED_QUERY',
    message: /field Name does not support aggregate operator SUM/,
    column: 8,
  },
  {
    text: 'SELECT Name label FROM License__c',
    code: 'MALFORMED_QUERY',
    message: /only aggregate expressions use field aliasing/,
    column: 8,
  },
  {
    text: 'SELECT COUNT(Id) FROM License__c GROUP BY ROLLUP(Package__c, Name, Status__c, OwnerId)',
    code: 'MALFORMED_QUERY',
    message: /GROUP BY ROLLUP takes at most 3 fields/,
    column: 79,
  },
  {
    text: 'SELECT convertCurrency(Seats__c) FROM License__c',
    code: 'MALFORMED_QUERY',
    message: /The function CONVERTCURRENCY is not supported by the local org/,
    column: 8,
  },
  {
    text: 'SELECT FIELDS(ALL) FROM License__c',
    code: 'MALFORMED_QUERY',
    message: /The SOQL FIELDS function must have a LIMIT of at most 200/,
    column: 8,
  },
  {
    text: 'SELECT Id FROM License__c WHERE Name IN (SELECT Id FROM Account)',
    code: 'MALFORMED_QUERY',
    message: /must be an id or reference field/,
    column: 33,
  },
  {
    text: 'SELECT Id FROM License__c WHERE Package__c IN (SELECT Name FROM Package__c)',
    code: 'MALFORMED_QUERY',
    message: /must be an id or reference field/,
    column: 55,
  },
  {
    text: 'SELECT Id FROM License__c USING SCOPE team',
    code: 'MALFORMED_QUERY',
    message: /USING SCOPE team is not supported/,
    column: 39,
  },
  {
    text: 'SELECT Id FROM License__c ORDER BY Name FOR UPDATE',
    code: 'MALFORMED_QUERY',
    message: /ORDER BY is not allowed with FOR UPDATE/,
    column: 16,
  },
];

for (const { text, code, message, column } of CASES) {
  test(text, () => {
    assert.throws(
      () => analyze(text, schema),
      (error: OrgError) => {
        assert.equal(error.code, code, error.message);
        assert.match(error.message, message);
        assert.equal(error.column, column, error.message);
        return true;
      },
    );
  });
}

test('the place of an error in a longer query is its own line', () => {
  assert.throws(
    () => analyze("SELECT Id\nFROM License__c\nWHERE Nme = 'x'", schema),
    (error: OrgError) =>
      error.line === 3 &&
      error.column === 7 &&
      /\nWHERE Nme = 'x'\n {6}\^\nERROR at Row:3:Column:7\n/.test(error.message),
  );
});

test('the shape of a query', () => {
  assert.deepEqual(
    analyze('SELECT Id FROM license__c WHERE Name = :b0 AND Id IN :b1 WITH USER_MODE LIMIT :b2', schema),
    {
      object: 'License__c',
      kind: 'rows',
      binds: ['b0', 'b1', 'b2'],
      mode: 'user',
    },
  );
  assert.deepEqual(analyze('SELECT COUNT() FROM Account', schema), { object: 'Account', kind: 'count', binds: [] });
  assert.deepEqual(analyze('SELECT Name FROM Account WITH SECURITY_ENFORCED GROUP BY Name', schema), {
    object: 'Account',
    kind: 'aggregate',
    binds: [],
    mode: 'security_enforced',
  });
});
