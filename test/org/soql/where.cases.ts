/** Conditions over the fixture's licenses: names of the rows that meet them. */
import type { BindValue } from '../../../scripts/org/soql/contract.ts';
import { id } from './fixture.ts';

export interface WhereCase {
  readonly name: string;
  readonly where: string;
  readonly binds?: Readonly<Record<string, BindValue>>;
  readonly expected: readonly string[];
}

const LICENSE = (number: number) => `L-${number}`;
const names = (...numbers: number[]) => numbers.map(LICENSE);

export const WHERE_CASES: readonly WhereCase[] = [
  { name: 'text ignores case', where: "status__c = 'ACTIVE'", expected: names(1) },
  { name: 'case-sensitive field', where: "Key__c = 'abc'", expected: names(1) },
  { name: 'not equal includes nulls', where: "Status__c != 'Active'", expected: names(2, 3, 4) },
  { name: 'equals null', where: 'Status__c = null', expected: names(4) },
  { name: 'empty text is null', where: "Status__c = ''", expected: names(4) },
  { name: 'not null', where: 'Status__c != null', expected: names(1, 2, 3) },
  { name: 'number', where: 'Seats__c >= 5', expected: names(1, 2) },
  { name: 'boolean', where: 'Sandbox__c = true', expected: names(2) },
  { name: 'boolean of an absent parent is false', where: 'Account__r.Active__c = false', expected: names(2, 3) },
  { name: 'IN', where: "Status__c IN ('trial', 'Suspended')", expected: names(2, 3) },
  { name: 'IN with null', where: "Status__c IN ('Trial', null)", expected: names(2, 4) },
  { name: 'NOT IN includes nulls', where: "Status__c NOT IN ('Trial', 'Active')", expected: names(3, 4) },
  { name: 'IN bind', where: 'Status__c IN :b0', binds: { b0: ['Trial', 'Active'] }, expected: names(1, 2) },
  { name: 'IN empty bind', where: 'Status__c IN :b0', binds: { b0: [] }, expected: names() },
  { name: 'NOT IN empty bind', where: 'Status__c NOT IN :b0', binds: { b0: [] }, expected: names(1, 2, 3, 4) },
  {
    name: 'list bind with equals',
    where: 'Id = :b0',
    binds: { b0: [id('License__c', 1), id('License__c', 3)] },
    expected: names(1, 3),
  },
  { name: 'fifteen character id', where: `Package__c = '${id('Package__c', 1).slice(0, 15)}'`, expected: names(1, 2) },
  {
    name: 'fifteen character ids in a bind',
    where: 'Package__c IN :p',
    binds: { p: [id('Package__c', 1).slice(0, 15)] },
    expected: names(1, 2),
  },
  { name: 'bind of null', where: 'Account__c = :b0', binds: { b0: null }, expected: names(3) },
  { name: 'bind of a Long', where: 'Used__c = :b0', binds: { b0: 4n }, expected: names(1) },
  { name: 'LIKE', where: "Account__r.Name LIKE 'AC%'", expected: names(1, 2, 4) },
  { name: 'LIKE with an escaped wildcard', where: "Account__r.Name LIKE '%100\\\\%'", expected: names() },
  { name: 'LIKE with escape', where: "Account__r.Name LIKE '%100\\%'", expected: names(2) },
  { name: 'LIKE list', where: 'Account__r.Name LIKE :b0', binds: { b0: ['acm%', 'aco%'] }, expected: names(1, 2, 4) },
  { name: 'LIKE with one character', where: "Name LIKE 'L-_'", expected: names(1, 2, 3, 4) },
  { name: 'NOT takes unknown as false', where: '(NOT Seats__c > 4)', expected: names(3, 4) },
  {
    name: 'AND with nested OR',
    where: "Sandbox__c = false AND (Status__c = 'Active' OR Status__c = null)",
    expected: names(1, 4),
  },
  { name: 'INCLUDES', where: "Features__c INCLUDES ('A', 'C')", expected: names(1, 2, 4) },
  { name: 'INCLUDES all of one', where: "Features__c INCLUDES ('A;B')", expected: names(1) },
  { name: 'EXCLUDES', where: "Features__c EXCLUDES ('B')", expected: names(3, 4) },
  { name: 'TODAY in the zone of the user', where: 'Expires__c = TODAY', expected: names(1) },
  { name: 'TODAY for instants', where: 'Installed__c = TODAY', expected: names(1, 2) },
  { name: 'TOMORROW', where: 'Expires__c = TOMORROW', expected: names(2) },
  { name: 'before TODAY', where: 'Expires__c < TODAY', expected: names(4) },
  { name: 'after TODAY', where: 'Expires__c > TODAY', expected: names(2) },
  { name: 'until TODAY', where: 'Expires__c <= TODAY', expected: names(1, 4) },
  { name: 'from TODAY', where: 'Expires__c >= TODAY', expected: names(1, 2) },
  { name: 'not TODAY', where: 'Expires__c != TODAY', expected: names(2, 3, 4) },
  { name: 'YESTERDAY for instants', where: 'Installed__c = YESTERDAY', expected: names(4) },
  { name: 'LAST_N_DAYS', where: 'Expires__c = LAST_N_DAYS:90', expected: names(1, 4) },
  { name: 'NEXT_N_DAYS', where: 'Expires__c = NEXT_N_DAYS:3', expected: names(2) },
  { name: 'N_DAYS_AGO', where: 'Expires__c = N_DAYS_AGO:76', expected: names(4) },
  { name: 'THIS_MONTH', where: 'Expires__c = THIS_MONTH', expected: names(1, 2) },
  { name: 'LAST_YEAR', where: 'Expires__c = LAST_YEAR', expected: names(4) },
  { name: 'LAST_QUARTER', where: 'Expires__c = LAST_QUARTER', expected: names(4) },
  { name: 'date literal', where: 'Expires__c > 2026-03-17', expected: names(2) },
  { name: 'instant literal', where: 'Installed__c >= 2026-03-17T08:00:00Z', expected: names(1, 2) },
  { name: 'instant literal with an offset', where: 'Installed__c >= 2026-03-18T03:00:00+01:00', expected: names(2) },
  {
    name: 'date bind',
    where: 'Expires__c = :d',
    binds: { d: { kind: 'date', value: '2025-12-31' } },
    expected: names(4),
  },
  {
    name: 'datetime bind',
    where: 'Installed__c = :d',
    binds: { d: { kind: 'datetime', value: Date.parse('2026-03-18T02:00:00Z') } },
    expected: names(2),
  },
  { name: 'date function', where: 'CALENDAR_YEAR(Expires__c) = 2025', expected: names(4) },
  { name: 'date function in UTC', where: 'DAY_ONLY(Installed__c) = 2026-03-18', expected: names(2) },
  {
    name: 'date function in the zone',
    where: 'DAY_ONLY(convertTimezone(Installed__c)) = TODAY',
    expected: names(1, 2),
  },
  {
    name: 'parent path',
    where: "Package__r.Owner.Username = 'ADA@example.com' AND Package__r.Name = 'beta'",
    expected: names(3, 4),
  },
  { name: 'polymorphic owner', where: "Owner.Name = 'renewals'", expected: names(3) },
  { name: 'polymorphic type', where: "Owner.Type = 'Group'", expected: names(3) },
  {
    name: 'semi join',
    where: "Account__c IN (SELECT AccountId FROM Contact WHERE Email LIKE 'cy%')",
    expected: names(1, 4),
  },
  { name: 'anti join', where: 'Account__c NOT IN (SELECT AccountId FROM Contact)', expected: names(2, 3) },
  { name: 'label of a picklist value', where: "toLabel(Status__c) = 'on trial'", expected: names(2) },
  { name: 'object name as prefix', where: "License__c.Status__c = 'Trial'", expected: names(2) },
  { name: 'formula', where: 'Free_Seats__c > 0', expected: names(1, 4) },
  { name: 'formula beside other conditions', where: "Free_Seats__c > 0 AND Status__c = 'Active'", expected: names(1) },
  { name: 'formula over a parent', where: "Package_Name__c = 'ALPHA'", expected: names(1, 2) },
];
