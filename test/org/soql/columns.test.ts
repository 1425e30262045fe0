import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryColumns, soslSearch } from '../../../scripts/org/soql/index.ts';
import type { ColumnMetadata } from '../../../scripts/org/soql/index.ts';
import { contextOf, sampleStore, schema, SYSTEM } from './fixture.ts';

type Shape = [string, boolean, ...Shape[]];
const shape = (column: ColumnMetadata): Shape => [
  column.columnName,
  column.aggregate,
  ...column.joinColumns.map(shape),
];

test('columns of fields, parent paths and child queries', () => {
  const columns = queryColumns('SELECT Id, Name, Account__r.Name, Account__r.Owner.Name FROM License__c', schema);
  assert.deepEqual(columns.columnMetadata.map(shape), [
    ['Id', false],
    ['Name', false],
    ['Account__r', false, ['Name', false], ['Owner', false, ['Name', false]]],
  ]);
  assert.equal(columns.idSelected, true);
  assert.equal(columns.keyPrefix, 'a01');
  assert.equal(columns.entityName, 'License__c');
  const children = queryColumns('SELECT Name, (SELECT Email FROM Contacts) FROM Account', schema);
  assert.deepEqual(children.columnMetadata.map(shape), [
    ['Name', false],
    ['Contacts', true, ['Email', false]],
  ]);
  assert.equal(children.idSelected, false);
});

test('columns of grouped queries', () => {
  const { columnMetadata, groupBy } = queryColumns(
    'SELECT Package__r.Name, COUNT(Id), SUM(Seats__c) seats FROM License__c GROUP BY Package__r.Name',
    schema,
  );
  assert.deepEqual(columnMetadata.map(shape), [
    ['Name', false],
    ['expr0', true],
    ['seats', true],
  ]);
  assert.equal(groupBy, true);
});

test('a search looks at the fields of its group', () => {
  const context = contextOf(sampleStore());
  const search = (text: string, binds = {}) =>
    soslSearch(context, text, binds, SYSTEM).map((rows) => rows.map((row) => row.get('Name')));
  assert.deepEqual(search("FIND 'lee' IN NAME FIELDS RETURNING Contact(Name), Account(Name)"), [['Cy Lee'], []]);
  assert.deepEqual(search("FIND 'di@acme' IN EMAIL FIELDS RETURNING Contact(Name, Email)"), [['Di Moss']]);
  assert.deepEqual(search('FIND {ac*} IN ALL FIELDS RETURNING Account(Name ORDER BY Name DESC LIMIT 1)'), [
    ['acorn 100%'],
  ]);
  assert.deepEqual(
    search("[FIND :term IN ALL FIELDS RETURNING Account(Name WHERE Industry = 'Energy')]", { term: 'Ac*' }),
    [['Acme']],
  );
  assert.throws(
    () => search("FIND 'acme' IN ALL FIELDS RETURNING Account(Name) WITH SNIPPET"),
    /WITHSNIPPET is not supported/,
  );
  assert.throws(
    () => search("FIND 'a' IN ALL FIELDS RETURNING Account"),
    /Search term must be longer than one character/,
  );
});
