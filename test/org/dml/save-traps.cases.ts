/** Where inserts and updates surprise: three rows or more for each trap. */
import { SAVE_ORDER } from '../../../scripts/org/dml/save-order.ts';
import { bare, chain, error, keyed, RULED } from './plays.ts';
import { APEX, codes, ORDER_OF_EXECUTION } from './row.ts';
import type { DmlRow } from './row.ts';

const PARTIAL = `${APEX}langCon_apex_dml_database.htm`;
const BULK = `${APEX}apex_dml_bulk_support.htm`;
const ADD_ERROR = `${APEX}apex_triggers_exceptions.htm`;

const ORDER_ROWS: readonly DmlRow[] = [
  {
    name: 'the steps of a save',
    trap: 'order of execution',
    source: ORDER_OF_EXECUTION,
    play: () => SAVE_ORDER.map((step) => step.name),
    expected: [
      'access',
      'load-old',
      'parents',
      'defaults',
      'normalise-input',
      'before-triggers',
      'normalise-saved',
      'validate-fields',
      'validate-references',
      'validation-rules',
      'unique',
      'write',
      'history',
      'after-triggers',
    ],
  },
  {
    name: 'a before trigger repairs what the system would refuse',
    trap: 'order of execution',
    source: ORDER_OF_EXECUTION,
    triggers: () => ({
      'License__c before insert': (event) => event.newRecords?.forEach((one) => one.set('Status__c', 'Active')),
    }),
    play: (org) => org.stored(org.make('License__c', { Status__c: 'Wrong' }), 'Status__c'),
    expected: 'Active',
  },
  {
    name: 'validation rules see what before triggers set',
    trap: 'order of execution',
    source: ORDER_OF_EXECUTION,
    components: [RULED],
    triggers: () => ({
      'Ruled__c before insert': (event) => event.newRecords?.forEach((one) => one.set('Size__c', 12)),
    }),
    play: (org) => org.run('insert', [org.record('Ruled__c', { Name: 'r', Size__c: 2 })])[0]?.errors[0]?.message,
    expected: 'Too big.',
  },
  {
    name: 'defaults are there before the before trigger, ids and auto-numbers after the write alone',
    trap: 'order of execution',
    source: ORDER_OF_EXECUTION,
    triggers: (log) => ({
      'License__c before insert': (event) =>
        event.newRecords?.forEach((one) => log.push(one.get('Status__c'), one.id, one.get('Name'))),
      'License__c after insert': (event) =>
        event.newRecords?.forEach((one) => log.push(one.id !== null, typeof one.get('Name'))),
    }),
    play: (org, log) => {
      org.make('License__c');
      return log;
    },
    expected: ['Trial', null, null, true, 'string'],
  },
  {
    name: 'after triggers do not run for refused rows',
    trap: 'order of execution',
    source: ORDER_OF_EXECUTION,
    components: [RULED],
    triggers: (log) => ({ 'Ruled__c after insert': (event) => log.push(event.newRecords?.length) }),
    play: (org, log) => {
      org.run('insert', [org.record('Ruled__c', { Name: 'r', Size__c: 11 })]);
      return log;
    },
    expected: [],
  },
];

const ERROR_ROWS: readonly DmlRow[] = (['before', 'after'] as const).flatMap((timing): DmlRow[] => [
  {
    name: `addError in a ${timing} trigger rolls an all-or-none save back`,
    trap: 'addError',
    source: ADD_ERROR,
    triggers: () => ({
      [`License__c ${timing} insert`]: (event) =>
        event.newRecords?.forEach((one) => one.get('Key__c') === 'b' && one.addError(error('no'))),
    }),
    play: (org) => [codes(org.run('insert', keyed(org, 'a', 'b'))), org.count('License__c')],
    expected: [['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'], 0],
  },
  {
    name: `addError in a ${timing} trigger takes its row alone from a partial save`,
    trap: 'addError',
    source: ADD_ERROR,
    triggers: () => ({
      [`License__c ${timing} insert`]: (event) =>
        event.newRecords?.forEach((one) => one.get('Key__c') === 'b' && one.addError(error('no'))),
    }),
    play: (org) => [codes(org.run('insert', keyed(org, 'a', 'b', 'c'), { allOrNone: false })), org.count('License__c')],
    expected: [[null, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', null], 2],
  },
  {
    name: `addError in a ${timing} delete trigger keeps the row`,
    trap: 'addError',
    source: ADD_ERROR,
    triggers: () => ({
      [`License__c ${timing} delete`]: (event) => event.oldRecords?.forEach((one) => one.addError(error('stays'))),
    }),
    play: (org) => [org.run('delete', [org.make('License__c')])[0]?.errors[0]?.message, org.count('License__c')],
    expected: ['stays', 1],
  },
]);

const COUNT_ROWS: readonly DmlRow[] = [
  {
    name: '450 rows are three firings',
    trap: 'before and after counts',
    source: BULK,
    triggers: (log) => ({
      'License__c before insert': (event) => log.push(event.newRecords?.length),
      'License__c after insert': (event) => log.push(event.newRecords?.length),
    }),
    play: (org, log) => {
      org.run(
        'insert',
        Array.from({ length: 450 }, () => org.record('License__c', {})),
      );
      return log;
    },
    expected: [200, 200, 200, 200, 50, 50],
  },
  {
    name: 'a partial save fires again for the good rows, before and after',
    trap: 'before and after counts',
    source: BULK,
    triggers: (log) => ({
      'License__c before insert': (event) => log.push(event.newRecords?.length),
      'License__c after insert': (event) => {
        log.push(event.newRecords?.length);
        event.newRecords?.forEach((one) => one.get('Key__c') === 'b' && one.addError(error('no')));
      },
    }),
    play: (org, log) => {
      org.run('insert', keyed(org, 'a', 'b', 'c'), { allOrNone: false });
      return log;
    },
    expected: [3, 3, 2, 2],
  },
  {
    name: 'a row the system refuses is in the first before firing and in no after firing',
    trap: 'before and after counts',
    source: BULK,
    triggers: (log) => ({
      'License__c before insert': (event) => log.push(event.newRecords?.length),
      'License__c after insert': (event) => log.push(event.newRecords?.length),
    }),
    play: (org, log) => {
      org.run('insert', keyed(org, 'a', '12345678901'), { allOrNone: false });
      return log;
    },
    expected: [2, 1, 1, 1],
  },
  {
    name: 'an update shows old and new rows side by side',
    trap: 'before and after counts',
    source: BULK,
    triggers: (log) => ({
      'License__c after update': (event) =>
        log.push(
          event.oldRecords?.[0]?.get('Seats__c'),
          event.newRecords?.[0]?.get('Seats__c'),
          event.newRecords?.[0]?.get('Key__c'),
        ),
    }),
    play: (org, log) => {
      org.run('update', [bare(org, org.make('License__c', { Seats__c: 1, Key__c: 'k' }), { Seats__c: 2 })]);
      return log;
    },
    expected: [1, 2, 'k'],
  },
];

const PARTIAL_ROWS: readonly DmlRow[] = [
  {
    name: 'results are in the order of the records',
    trap: 'partial success',
    source: PARTIAL,
    play: (org) => codes(org.run('insert', keyed(org, 'a', '12345678901', 'b', 'A'), { allOrNone: false })),
    expected: [null, 'STRING_TOO_LONG', null, 'DUPLICATE_VALUE'],
  },
  {
    name: 'refused records get no id',
    trap: 'partial success',
    source: PARTIAL,
    play: (org) => {
      const records = keyed(org, 'a', '12345678901');
      org.run('insert', records, { allOrNone: false });
      return records.map((one) => one.id !== null);
    },
    expected: [true, false],
  },
  {
    name: 'a partial delete leaves what is held',
    trap: 'partial success',
    source: PARTIAL,
    play: (org) => {
      const { pack } = chain(org);
      const lone = org.make('Package__c', { Name: 'lone' });
      return [codes(org.run('delete', [pack, lone], { allOrNone: false })), org.count('Package__c')];
    },
    expected: [['DELETE_FAILED', null], 2],
  },
  {
    name: 'a partial update changes the good rows',
    trap: 'partial success',
    source: PARTIAL,
    play: (org) => {
      const [a, b] = [org.make('License__c'), org.make('License__c')];
      const results = org.run('update', [bare(org, a, { Seats__c: 5 }), bare(org, b, { Seats__c: 5000 })], {
        allOrNone: false,
      });
      return [codes(results), org.stored(a, 'Seats__c'), org.stored(b, 'Seats__c')];
    },
    expected: [[null, 'NUMBER_OUTSIDE_VALID_RANGE'], 5, null],
  },
];

export const SAVE_TRAPS: readonly DmlRow[] = [...ORDER_ROWS, ...ERROR_ROWS, ...COUNT_ROWS, ...PARTIAL_ROWS];
