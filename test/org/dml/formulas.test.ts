/** Where a save meets formulas: rules, defaults, and formula fields that triggers read. The engine here is a small fake. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { runDml } from '../../../scripts/org/dml/index.ts';
import type { DmlFormulas } from '../../../scripts/org/dml/contract.ts';
import type { Raw } from '../../../scripts/org/types.ts';
import { LICENSE, makeHarness, objectFile, PACKAGE, TEXT_NAME, USER_ID } from './harness.ts';

const ORDER = objectFile(
  'Order_Line__c',
  `<fields><fullName>Package__c</fullName><label>Package</label><type>Lookup</type><referenceTo>Package__c</referenceTo><relationshipName>Lines</relationshipName><relationshipLabel>Lines</relationshipLabel></fields>
   <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>40</length><defaultValue>TODAY_TEXT()</defaultValue></fields>
   <fields><fullName>Package_Name__c</fullName><label>Package Name</label><type>Text</type><formula>Package__r.Name</formula></fields>
   <validationRules><fullName>Key_Changes</fullName><active>true</active><errorConditionFormula>ISCHANGED(Key__c)</errorConditionFormula><errorDisplayField>Key__c</errorDisplayField><errorMessage>The key stays.</errorMessage></validationRules>${TEXT_NAME}`,
);

const engine: DmlFormulas = {
  references: (_object, _field, text) => (text === 'Package__r.Name' ? ['Package__r.Name'] : []),
  evaluate: (record, _field, text, state): Raw => {
    if (text === 'Package__r.Name') return record.parents?.['Package__r']?.get('Name') ?? null;
    if (text === 'TODAY_TEXT()') return 'today';
    return state.old !== null && state.old.get('Key__c') !== record.get('Key__c');
  },
};

describe('formulas in a save', () => {
  it('fill defaults and the formula fields triggers read, and refuse by rule at its field', () => {
    const seen: Raw[] = [];
    const org = makeHarness([PACKAGE, LICENSE, ORDER], {
      triggers: {
        'Order_Line__c before insert': (event) => {
          const record = event.newRecords?.[0];
          seen.push(record?.get('Package_Name__c') ?? null, record?.get('Key__c') ?? null);
          assert.equal(record?.parents, null);
        },
      },
    });
    const context = { ...org.context, formulas: engine };
    const options = { allOrNone: true, access: { userId: USER_ID, mode: 'system', sharing: false } } as const;
    const pack = org.record('Package__c', { Name: 'Forms' });
    org.run('insert', [pack]);
    const line = org.record('Order_Line__c', { Name: 'L', Package__c: pack.id });
    assert.equal(runDml(context, 'insert', [line], options)[0]?.success, true);
    assert.deepEqual(seen, ['Forms', 'today']);
    const [refused] = runDml(context, 'update', [org.record('Order_Line__c', { Id: line.id, Key__c: 'x' })], options);
    assert.deepEqual(refused?.errors, [
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'The key stays.', fields: ['Key__c'] },
    ]);
    org.close();
  });

  it('fail by name without an engine', () => {
    const org = makeHarness([PACKAGE, ORDER]);
    assert.throws(
      () => org.run('insert', [org.record('Order_Line__c', { Name: 'L' })]),
      /No formula engine for Order_Line__c/,
    );
    org.close();
  });
});
