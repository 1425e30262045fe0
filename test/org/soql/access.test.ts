import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Access } from '../../../scripts/org/access/contract.ts';
import type { OrgError } from '../../../scripts/org/types.ts';
import { answer, ask, rules, sampleStore, SYSTEM, USER } from './fixture.ts';

const store = sampleStore();
const AS_USER: Access = { userId: USER, mode: 'user', sharing: true };

interface HiddenCase {
  readonly name: string;
  readonly text: string;
  readonly hidden: readonly string[];
  readonly code: string;
  readonly message: RegExp;
}

const HIDDEN: readonly HiddenCase[] = [
  {
    name: 'selected field',
    text: 'SELECT Seats__c FROM License__c',
    hidden: ['License__c.Seats__c'],
    code: 'INVALID_FIELD',
    message: /No such column 'Seats__c' on entity 'License__c'/,
  },
  {
    name: 'filtered field',
    text: 'SELECT Id FROM License__c WHERE Seats__c > 1',
    hidden: ['License__c.Seats__c'],
    code: 'INVALID_FIELD',
    message: /No such column 'Seats__c'/,
  },
  {
    name: 'sorted field',
    text: 'SELECT Id FROM License__c ORDER BY Seats__c',
    hidden: ['License__c.Seats__c'],
    code: 'INVALID_FIELD',
    message: /No such column 'Seats__c'/,
  },
  {
    name: 'object',
    text: 'SELECT Id FROM License__c',
    hidden: ['License__c'],
    code: 'INVALID_TYPE',
    message: /sObject type 'License__c' is not supported/,
  },
  {
    name: 'parent object',
    text: 'SELECT Package__r.Name FROM License__c',
    hidden: ['Package__c'],
    code: 'INVALID_FIELD',
    message: /Didn't understand relationship 'Package__r'/,
  },
  {
    name: 'parent field',
    text: 'SELECT Package__r.Name FROM License__c',
    hidden: ['Package__c.Name'],
    code: 'INVALID_FIELD',
    message: /No such column 'Name' on entity 'Package__c'/,
  },
  {
    name: 'reference',
    text: 'SELECT Package__r.Name FROM License__c',
    hidden: ['License__c.Package__c'],
    code: 'INVALID_FIELD',
    message: /No such column 'Package__c'/,
  },
  {
    name: 'child object',
    text: 'SELECT (SELECT Id FROM Licenses__r) FROM Package__c',
    hidden: ['License__c'],
    code: 'INVALID_TYPE',
    message: /relationship 'Licenses__r' in FROM/,
  },
  {
    name: 'object of a semi join',
    text: 'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)',
    hidden: ['Contact'],
    code: 'INVALID_TYPE',
    message: /'Contact' is not supported/,
  },
];

for (const { name, text, hidden, code, message } of HIDDEN) {
  test(`user mode hides a ${name}`, () => {
    assert.throws(
      () => ask(store, text, {}, { access: rules(hidden) }, AS_USER),
      (error: OrgError) => error.code === code && message.test(error.message),
    );
    assert.doesNotThrow(() => ask(store, text, {}, { access: rules(hidden) }, SYSTEM));
  });
}

test('the mode in the query wins', () => {
  const hidden = { access: rules(['License__c.Seats__c']) };
  assert.throws(() => ask(store, 'SELECT Seats__c FROM License__c WITH USER_MODE', {}, hidden, SYSTEM));
  assert.doesNotThrow(() => ask(store, 'SELECT Seats__c FROM License__c WITH SYSTEM_MODE', {}, hidden, AS_USER));
});

test('SECURITY_ENFORCED checks what is selected alone', () => {
  const hidden = { access: rules(['License__c.Seats__c']) };
  assert.throws(
    () => ask(store, 'SELECT Seats__c FROM License__c WITH SECURITY_ENFORCED', {}, hidden),
    /Insufficient permissions: secure query included inaccessible field/,
  );
  assert.doesNotThrow(() =>
    ask(store, 'SELECT Name FROM License__c WHERE Seats__c > 1 WITH SECURITY_ENFORCED', {}, hidden),
  );
});

test('sharing filters rows, children and semi joins', () => {
  const access = rules([], ({ sharing }, object, alias) =>
    sharing && object.name === 'License__c' ? { sql: `${alias}."OwnerId" = ?`, params: [USER] } : null,
  );
  const sharing: Access = { userId: USER, mode: 'system', sharing: true };
  assert.deepEqual(
    answer(
      ask(store, "SELECT Name FROM License__c WHERE Name != 'L-1' ORDER BY Name LIMIT 5", {}, { access }, sharing),
    ),
    ['L-2', 'L-4'],
  );
  assert.equal(answer(ask(store, 'SELECT COUNT() FROM License__c', {}, { access }, SYSTEM)), 4);
  assert.equal(answer(ask(store, 'SELECT COUNT() FROM License__c', {}, { access }, sharing)), 3);
  const packages = ask(
    store,
    'SELECT Name, (SELECT Name FROM Licenses__r) FROM Package__c ORDER BY Name',
    {},
    { access },
    sharing,
  );
  assert.ok(packages.kind === 'rows');
  assert.deepEqual(
    packages.records.map((one) => one.children?.['Licenses__r']?.length),
    [2, 1],
  );
  const semi = 'SELECT Name FROM Package__c WHERE Id IN (SELECT Package__c FROM License__c WHERE Seats__c = null)';
  assert.deepEqual(answer(ask(store, semi, {}, { access }, sharing)), []);
  assert.deepEqual(answer(ask(store, semi, {}, { access }, SYSTEM)), ['Beta']);
});

test('binds that do not fit are refused', () => {
  assert.throws(
    () => ask(store, 'SELECT Id FROM License__c WHERE Seats__c = :x', { x: 'five' }),
    /Invalid bind expression type of string for column 'Seats__c' of type double/,
  );
  assert.throws(
    () => ask(store, 'SELECT Id FROM License__c WHERE Name = :missing'),
    /Variable does not exist: missing/,
  );
  assert.throws(
    () => ask(store, 'SELECT Id FROM License__c OFFSET 2001'),
    (error: OrgError) => error.code === 'NUMBER_OUTSIDE_VALID_RANGE',
  );
});
