/** Where delete, undelete, merge and upsert surprise: three rows or more for each trap. */
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { Raw } from '../../../scripts/org/types.ts';
import { bare, chain, error, keyed, thrown } from './plays.ts';
import { APEX, codes } from './row.ts';
import type { DmlRow, Play } from './row.ts';

const UNDELETE = `${APEX}langCon_apex_dml_undelete.htm`;
const DELETE = `${APEX}langCon_apex_dml_delete.htm`;
const MERGE = `${APEX}langCon_apex_dml_merge.htm`;
const UPSERT = `${APEX}langCon_apex_dml_upsert.htm`;
const RELATIONS = 'https://help.salesforce.com/s/articleView?id=platform.overview_of_custom_object_relationships.htm';

const DELETE_ROWS: readonly DmlRow[] = [
  {
    name: 'details go with their master',
    trap: 'cascade delete',
    source: RELATIONS,
    play: (org) => {
      const { license } = chain(org);
      org.run('delete', [license]);
      return [org.count('License__c'), org.count('Seat__c')];
    },
    expected: [0, 0],
  },
  {
    name: 'the triggers of the details run',
    trap: 'cascade delete',
    source: RELATIONS,
    triggers: (log) => ({
      'Seat__c before delete': (event) => log.push('before', event.oldRecords?.length),
      'Seat__c after delete': (event) => log.push('after', event.oldRecords?.length),
    }),
    play: (org, log) => {
      org.run('delete', [chain(org).license]);
      return log;
    },
    expected: ['before', 1, 'after', 1],
  },
  {
    name: 'a detail that refuses keeps its master',
    trap: 'cascade delete',
    source: RELATIONS,
    triggers: () => ({
      'Seat__c before delete': (event) => event.oldRecords?.forEach((one) => one.addError(error('stays'))),
    }),
    play: (org) => {
      const { license } = chain(org);
      return [org.run('delete', [license])[0]?.errors[0]?.message, org.count('License__c'), org.count('Seat__c')];
    },
    expected: ['stays', 1, 1],
  },
  {
    name: 'a restricting lookup holds its parent',
    trap: 'restrict',
    source: RELATIONS,
    play: (org) => codes(org.run('delete', [chain(org).pack])),
    expected: ['DELETE_FAILED'],
  },
  {
    name: 'without children the parent goes',
    trap: 'restrict',
    source: RELATIONS,
    play: (org) => {
      const { pack, license } = chain(org);
      org.run('delete', [license]);
      return codes(org.run('delete', [pack]));
    },
    expected: [null],
  },
  {
    name: 'the children that hold stay as they are',
    trap: 'restrict',
    source: RELATIONS,
    play: (org) => {
      const { pack, license } = chain(org);
      org.run('delete', [pack]);
      return org.stored(license, 'Package__c') === pack.id;
    },
    expected: true,
  },
  {
    name: 'other lookups are cleared',
    trap: 'lookup clear',
    source: RELATIONS,
    play: (org) => {
      const { backup, license } = chain(org);
      org.run('delete', [backup]);
      return org.stored(license, 'Backup__c');
    },
    expected: null,
  },
  {
    name: 'clearing fires no triggers',
    trap: 'lookup clear',
    source: RELATIONS,
    triggers: (log) => ({ 'License__c before update': () => log.push('fired') }),
    play: (org, log) => {
      org.run('delete', [chain(org).backup]);
      return log;
    },
    expected: [],
  },
  {
    name: 'an owner is never cleared',
    trap: 'lookup clear',
    source: RELATIONS,
    play: (org) => {
      const { backup, license } = chain(org);
      org.run('delete', [backup]);
      return typeof org.stored(license, 'OwnerId');
    },
    expected: 'string',
  },
  {
    name: 'a deleted row is not there twice',
    trap: 'delete',
    source: DELETE,
    play: (org) => {
      const { license } = chain(org);
      org.run('delete', [license]);
      return codes(org.run('delete', [license]));
    },
    expected: ['ENTITY_IS_DELETED'],
  },
  {
    name: 'an all-or-none delete deletes nothing when one row is held',
    trap: 'delete',
    source: DELETE,
    play: (org) => {
      const { pack, backup } = chain(org);
      return [codes(org.run('delete', [backup, pack])), org.count('Package__c')];
    },
    expected: [['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'DELETE_FAILED'], 2],
  },
  {
    name: 'old rows are complete in delete triggers',
    trap: 'delete',
    source: DELETE,
    triggers: (log) => ({
      'License__c before delete': (event) => log.push(event.oldRecords?.[0]?.get('Key__c'), event.newRecords),
    }),
    play: (org, log) => {
      org.run('delete', [bare(org, org.make('License__c', { Key__c: 'k' }))]);
      return log;
    },
    expected: ['k', null],
  },
  {
    name: 'undelete brings the row and its details back',
    trap: 'undelete',
    source: UNDELETE,
    play: (org) => {
      const { license } = chain(org);
      org.run('delete', [license]);
      return [codes(org.run('undelete', [license])), org.count('License__c'), org.count('Seat__c')];
    },
    expected: [[null], 1, 1],
  },
  {
    name: 'lookups that the delete cleared point at the row again',
    trap: 'undelete',
    source: UNDELETE,
    play: (org) => {
      const { backup, license } = chain(org);
      org.run('delete', [backup]);
      org.run('undelete', [backup]);
      return org.stored(license, 'Backup__c') === backup.id;
    },
    expected: true,
  },
  {
    name: 'a lookup that was set anew meanwhile stays',
    trap: 'undelete',
    source: UNDELETE,
    play: (org) => {
      const { pack, backup, license } = chain(org);
      org.run('delete', [backup]);
      org.run('update', [bare(org, license, { Backup__c: pack.id })]);
      org.run('undelete', [backup]);
      return org.stored(license, 'Backup__c') === pack.id;
    },
    expected: true,
  },
  {
    name: 'a row that was not deleted is refused',
    trap: 'undelete',
    source: UNDELETE,
    play: (org) => codes(org.run('undelete', [chain(org).license])),
    expected: ['UNDELETE_FAILED'],
  },
  {
    name: 'a value that was taken meanwhile keeps the row in the bin',
    trap: 'undelete',
    source: UNDELETE,
    play: (org) => {
      const first = org.make('License__c', { Key__c: 'k' });
      org.run('delete', [first]);
      org.make('License__c', { Key__c: 'k' });
      return codes(org.run('undelete', [first]));
    },
    expected: ['DUPLICATE_VALUE'],
  },
  {
    name: 'the after undelete trigger sees the row',
    trap: 'undelete',
    source: UNDELETE,
    triggers: (log) => ({
      'License__c after undelete': (event) => log.push(event.newRecords?.[0]?.get('IsDeleted'), event.oldRecords),
    }),
    play: (org, log) => {
      const { license } = chain(org);
      org.run('delete', [license]);
      org.run('undelete', [license]);
      return log;
    },
    expected: [false, null],
  },
];

function accounts(org: Play) {
  const master = org.make('Account', { Name: 'master' });
  const losers = ['one', 'two', 'three'].map((name) => org.make('Account', { Name: name }));
  return { master, losers };
}
const mergeIds = (records: readonly SObjectRecord[]): string[] => records.map((one) => one.id ?? '');

const MERGED: Readonly<Record<string, readonly [object: string, name: string]>> = {
  contacts: ['Contact', 'LastName'],
  leads: ['Lead', 'LastName'],
  cases: ['Case', 'Subject'],
};

const MERGE_ROWS: readonly DmlRow[] = [
  ...Object.entries(MERGED).map(([plural, [object, name]]): DmlRow => ({
    name: `${plural} merge`,
    trap: 'merge',
    source: MERGE,
    play: (org) => {
      const more: Record<string, Raw> = object === 'Lead' ? { Company: 'c' } : {};
      const [master, loser] = ['m', 'l'].map((text) => org.make(object, { [name]: text, ...more }));
      if (master === undefined || loser === undefined) return null;
      return [codes(org.run('merge', [bare(org, master)], { mergeIds: mergeIds([loser]) })), org.count(object)];
    },
    expected: [[null], 1],
  })),
  {
    name: 'two losers go, the master stays with its values',
    trap: 'merge',
    source: MERGE,
    play: (org) => {
      const { master, losers } = accounts(org);
      const results = org.run('merge', [bare(org, master, { Name: 'kept' })], {
        mergeIds: mergeIds(losers.slice(0, 2)),
      });
      return [codes(results), org.count('Account'), org.stored(master, 'Name')];
    },
    expected: [[null], 2, 'kept'],
  },
  {
    name: 'children move to the master',
    trap: 'merge',
    source: MERGE,
    play: (org) => {
      const { master, losers } = accounts(org);
      const contact = org.make('Contact', { LastName: 'c', AccountId: losers[0]?.id ?? null });
      org.run('merge', [bare(org, master)], { mergeIds: mergeIds(losers.slice(0, 1)) });
      return org.stored(contact, 'AccountId') === master.id;
    },
    expected: true,
  },
  {
    name: 'the loser names its master',
    trap: 'merge',
    source: MERGE,
    play: (org) => {
      const { master, losers } = accounts(org);
      org.run('merge', [bare(org, master)], { mergeIds: mergeIds(losers.slice(0, 1)) });
      return (
        org.store
          .load(master.object, mergeIds(losers.slice(0, 1)), { includeDeleted: true })[0]
          ?.get('MasterRecordId') === master.id
      );
    },
    expected: true,
  },
  {
    name: 'three losers are refused',
    trap: 'merge',
    source: MERGE,
    play: (org) => {
      const { master, losers } = accounts(org);
      return thrown(() => org.run('merge', [bare(org, master)], { mergeIds: mergeIds(losers) }));
    },
    expected: 'Merge takes one to 2 records besides the master',
  },
  {
    name: 'custom objects do not merge',
    trap: 'merge',
    source: MERGE,
    play: (org) => thrown(() => org.run('merge', [org.make('License__c')], { mergeIds: ['a01000000000009AAA'] })),
    expected: 'Merge is not allowed for License__c',
  },
  {
    name: 'a record does not merge with itself',
    trap: 'merge',
    source: MERGE,
    play: (org) => {
      const { master } = accounts(org);
      return thrown(() => org.run('merge', [bare(org, master)], { mergeIds: mergeIds([master]) }));
    },
    expected: 'A record cannot be merged with itself',
  },
];

const UPSERT_ROWS: readonly DmlRow[] = [
  {
    name: 'known keys update without regard to case, unknown ones insert',
    trap: 'upsert',
    source: UPSERT,
    play: (org) => {
      org.make('License__c', { Key__c: 'known' });
      return org.run('upsert', keyed(org, 'KNOWN', 'new'), { externalIdField: 'Key__c' }).map((one) => one.created);
    },
    expected: [false, true],
  },
  {
    name: 'a key twice in the list is refused',
    trap: 'upsert',
    source: UPSERT,
    play: (org) => codes(org.run('upsert', keyed(org, 'a', 'b', 'A'), { externalIdField: 'Key__c', allOrNone: false })),
    expected: [null, null, 'DUPLICATE_VALUE'],
  },
  {
    name: 'a blank key is refused',
    trap: 'upsert',
    source: UPSERT,
    play: (org) => codes(org.run('upsert', keyed(org, null), { externalIdField: 'Key__c' })),
    expected: ['MISSING_ARGUMENT'],
  },
  {
    name: 'without a key the id decides',
    trap: 'upsert',
    source: UPSERT,
    play: (org) => {
      const known = org.make('License__c');
      return org
        .run('upsert', [bare(org, known, { Seats__c: 3 }), org.record('License__c', {})])
        .map((one) => one.created);
    },
    expected: [false, true],
  },
  {
    name: 'a deleted row is not found by its key',
    trap: 'upsert',
    source: UPSERT,
    play: (org) => {
      org.run('delete', [org.make('License__c', { Key__c: 'k' })]);
      return org.run('upsert', keyed(org, 'k'), { externalIdField: 'Key__c' }).map((one) => one.created);
    },
    expected: [true],
  },
  {
    name: 'a field that is no key is refused by name',
    trap: 'upsert',
    source: UPSERT,
    play: (org) => thrown(() => org.run('upsert', keyed(org, 'k'), { externalIdField: 'Seats__c' })),
    expected: 'Field name provided, Seats__c is not an External ID or indexed field for License__c',
  },
];

export const STATEMENT_TRAPS: readonly DmlRow[] = [...DELETE_ROWS, ...MERGE_ROWS, ...UPSERT_ROWS];
