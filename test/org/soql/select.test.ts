import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { FormulaHook } from '../../../scripts/org/soql/contract.ts';
import { answer, ask, id, OTHER, sampleStore, USER } from './fixture.ts';

const store = sampleStore();
const rows = (text: string, binds = {}, more = {}): SObjectRecord[] => {
  const result = ask(store, text, binds, more);
  assert.equal(result.kind, 'rows');
  return result.kind === 'rows' ? result.records : [];
};
const names = (text: string, binds = {}, more = {}): unknown => answer(ask(store, text, binds, more));

test('a row has the selected fields in order, and its id', () => {
  const [row] = rows("SELECT sandbox__C, Seats__c, Expires__c, Installed__c FROM license__c WHERE Name = 'L-1'");
  assert.deepEqual(Object.entries({ ...row?.values }), [
    ['Sandbox__c', false],
    ['Seats__c', 10],
    ['Expires__c', '2026-03-17'],
    ['Installed__c', Date.parse('2026-03-17T08:00:00Z')],
    ['Id', id('License__c', 1)],
  ]);
  assert.equal(row?.queried, true);
  assert.equal(row?.has('Name'), false);
});

test('parents are nested, absent ones are null', () => {
  const [first, , third] = rows(
    'SELECT Name, Package__r.Name, Package__r.Owner.Name, Account__r.Active__c FROM License__c ORDER BY Name',
  );
  assert.equal(first?.parents?.['Package__r']?.get('Name'), 'Alpha');
  assert.equal(first?.parents?.['Package__r']?.parents?.['Owner']?.get('Name'), 'Ada Admin');
  assert.equal(first?.parents?.['Package__r']?.id, id('Package__c', 1));
  assert.equal(first?.parents?.['Account__r']?.get('Active__c'), true);
  assert.equal(third?.parents?.['Account__r'], null);
});

test('polymorphic parents are records of their own object', () => {
  const [first, , third] = rows('SELECT Owner.Name, Owner.Type FROM License__c ORDER BY Name');
  assert.equal(first?.parents?.['Owner']?.object.name, 'User');
  assert.equal(first?.parents?.['Owner']?.get('Name'), 'Ada Admin');
  assert.equal(third?.parents?.['Owner']?.object.name, 'Group');
  assert.equal(third?.parents?.['Owner']?.get('Type'), 'Group');
});

test('TYPEOF selects by the kind of parent', () => {
  const [call, check, idle] = rows(
    'SELECT TYPEOF What WHEN Account THEN Industry, Name WHEN Package__c THEN Namespace__c END FROM Task ORDER BY Subject',
  );
  assert.equal(call?.parents?.['What']?.get('Industry'), 'Energy');
  assert.equal(check?.parents?.['What']?.get('Namespace__c'), 'beta');
  assert.equal(check?.parents?.['What']?.has('Industry'), false);
  assert.equal(idle?.parents?.['What'], null);
});

test('children come with their parents, also none', () => {
  const accounts = rows(
    'SELECT Name, (SELECT Name, Email FROM Contacts ORDER BY Name DESC), (SELECT Id FROM Licenses__r WHERE Sandbox__c = true) FROM Account ORDER BY Name',
  );
  assert.deepEqual(
    accounts.map((account) => account.children?.['Contacts']?.map((contact) => contact.get('Name'))),
    [['Di Moss', 'Cy Lee'], []],
  );
  assert.deepEqual(
    accounts.map((account) => account.children?.['Licenses__r']?.length),
    [0, 1],
  );
  assert.deepEqual(Object.keys({ ...accounts[0]?.children?.['Contacts']?.[0]?.values }), ['Name', 'Email', 'Id']);
});

test('LIMIT of a child query counts per parent', () => {
  const packages = rows(
    'SELECT Name, (SELECT Name FROM Licenses__r ORDER BY Name DESC LIMIT 1) FROM Package__c ORDER BY Name',
  );
  assert.deepEqual(
    packages.map((one) => one.children?.['Licenses__r']?.map((license) => license.get('Name'))),
    [['L-2'], ['L-4']],
  );
});

test('children have parents of their own', () => {
  const [alpha] = rows(
    'SELECT (SELECT Name, Account__r.Name FROM Licenses__r ORDER BY Name) FROM Package__c ORDER BY Name',
  );
  assert.equal(alpha?.children?.['Licenses__r']?.[1]?.parents?.['Account__r']?.get('Name'), 'acorn 100%');
});

test('grandchildren', () => {
  const [acme, acorn] = rows(
    'SELECT Name, (SELECT Name, (SELECT Name FROM Licenses__r ORDER BY Name) FROM Packages__r) FROM Account ORDER BY Name',
  );
  const alpha = acme?.children?.['Packages__r']?.[0];
  assert.equal(alpha?.get('Name'), 'Alpha');
  assert.deepEqual(
    alpha?.children?.['Licenses__r']?.map((license) => license.get('Name')),
    ['L-1', 'L-2'],
  );
  assert.deepEqual(acorn?.children?.['Packages__r'], []);
});

test('deleted rows show with ALL ROWS alone', () => {
  assert.deepEqual(names('SELECT Name FROM License__c WHERE Seats__c = 99'), []);
  assert.deepEqual(names('SELECT Name FROM License__c WHERE Seats__c = 99 ALL ROWS'), ['L-5']);
});

test('picklists sort by their values, nulls first', () => {
  assert.deepEqual(names('SELECT Name FROM License__c ORDER BY Status__c'), ['L-4', 'L-2', 'L-1', 'L-3']);
  assert.deepEqual(names('SELECT Name FROM License__c ORDER BY Status__c DESC NULLS LAST'), [
    'L-3',
    'L-1',
    'L-2',
    'L-4',
  ]);
});

test('nulls come first in both directions', () => {
  assert.deepEqual(names('SELECT Name FROM License__c ORDER BY Seats__c DESC'), ['L-3', 'L-1', 'L-2', 'L-4']);
  assert.deepEqual(names('SELECT Name FROM License__c ORDER BY Seats__c'), ['L-3', 'L-4', 'L-2', 'L-1']);
});

test('LIMIT and OFFSET, written and bound', () => {
  assert.deepEqual(names('SELECT Name FROM License__c ORDER BY Name LIMIT 2 OFFSET 1'), ['L-2', 'L-3']);
  assert.deepEqual(names('SELECT Name FROM License__c ORDER BY Name LIMIT :n', { n: 1 }), ['L-1']);
  assert.deepEqual(names('SELECT Name FROM License__c ORDER BY Name OFFSET 3'), ['L-4']);
});

test('scope mine', () => {
  assert.deepEqual(names('SELECT Name FROM Account USING SCOPE mine'), ['Acme']);
  assert.deepEqual(names('SELECT Name FROM Account USING SCOPE everything ORDER BY Name'), ['Acme', 'acorn 100%']);
});

test('labels and formatted values', () => {
  const [row] = rows(
    "SELECT toLabel(Status__c), FORMAT(Seats__c) shown, FORMAT(Expires__c) FROM License__c WHERE Name = 'L-2'",
  );
  assert.equal(row?.get('Status__c'), 'On trial');
  assert.equal(row?.get('shown'), '5');
  assert.equal(row?.get('Expires__c'), '3/18/2026');
});

test('FIELDS(ALL) selects every field', () => {
  const formulas: FormulaHook = { references: () => [], evaluate: () => 'computed' };
  const [row] = rows('SELECT FIELDS(ALL) FROM License__c ORDER BY Name LIMIT 1', {}, { formulas });
  assert.equal(row?.get('Key__c'), 'abc');
  assert.equal(row?.get('Package_Name__c'), 'computed');
  assert.equal(row?.get('Sandbox__c'), false);
});

test('what a formula reads is not populated', () => {
  const formulas: FormulaHook = {
    references: () => ['Seats__c', 'Package__r.Name'],
    evaluate: (record) => `${String(record.get('Seats__c'))} of ${String(record.parents?.['Package__r']?.get('Name'))}`,
  };
  const [row] = rows('SELECT Name, Package_Name__c FROM License__c ORDER BY Name', {}, { formulas });
  assert.equal(row?.get('Package_Name__c'), '10 of Alpha');
  assert.equal(row?.has('Seats__c'), false);
  assert.equal(row?.parents, null);
});

test('formulas sort, limit and sum, and text formulas do not group', () => {
  const formulas: FormulaHook = {
    references: (_object, field) => (field.name === 'Free_Seats__c' ? ['Seats__c', 'Used__c'] : ['Package__r.Name']),
    evaluate: (record, field) =>
      field.name === 'Free_Seats__c'
        ? Number(record.get('Seats__c')) - Number(record.get('Used__c'))
        : (record.parents?.['Package__r']?.get('Name') ?? null),
  };
  assert.deepEqual(
    names('SELECT Name FROM License__c WHERE Free_Seats__c > -1 ORDER BY Free_Seats__c DESC LIMIT 2', {}, { formulas }),
    ['L-1', 'L-4'],
  );
  const summed =
    'SELECT Package__r.Name n, SUM(Free_Seats__c) s FROM License__c GROUP BY Package__r.Name ORDER BY Package__r.Name';
  assert.deepEqual(answer(ask(store, summed, {}, { formulas })), [
    { n: 'Alpha', s: 6 },
    { n: 'Beta', s: 0 },
  ]);
  assert.throws(
    () => ask(store, 'SELECT Package_Name__c FROM License__c GROUP BY Package_Name__c', {}, { formulas }),
    /field 'Package_Name__c' can not be grouped in a query call/,
  );
});

test('aliases of the object', () => {
  assert.deepEqual(names("SELECT l.Name FROM License__c l WHERE l.Package__r.Name = 'Alpha' ORDER BY l.Name"), [
    'L-1',
    'L-2',
  ]);
});

test('FOR UPDATE, FOR VIEW and FOR REFERENCE read as usual', () => {
  assert.deepEqual(names('SELECT Name FROM Account WHERE OwnerId = :u FOR UPDATE', { u: USER }), ['Acme']);
  assert.deepEqual(names('SELECT Name FROM Account WHERE OwnerId = :u FOR VIEW', { u: OTHER }), ['acorn 100%']);
});
