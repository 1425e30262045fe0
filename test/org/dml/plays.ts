/** What the plays of several files share. */
import type { SObjectRecord } from '../../../scripts/org/store/record.ts';
import type { Raw } from '../../../scripts/org/types.ts';
import { objectFile, TEXT_NAME } from './harness.ts';
import type { Play } from './row.ts';

export const error = (message: string) => ({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: [] });
export const keyed = (org: Play, ...keys: (string | null)[]): SObjectRecord[] =>
  keys.map((key) => org.record('License__c', { Key__c: key }));
export const bare = (org: Play, record: SObjectRecord, values: Record<string, Raw> = {}): SObjectRecord =>
  org.record(record.object.name, { Id: record.id, ...values });

export const RULED = objectFile(
  'Ruled__c',
  `<fields><fullName>Code__c</fullName><label>Code</label><type>Text</type><length>9</length><unique>true</unique><externalId>true</externalId><caseSensitive>false</caseSensitive></fields>
  <fields><fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>4</precision><scale>0</scale></fields>
  <validationRules><fullName>Big</fullName><active>true</active><errorConditionFormula>Size__c &gt; 10</errorConditionFormula><errorMessage>Too big.</errorMessage></validationRules>
  <validationRules><fullName>Even</fullName><active>true</active><errorConditionFormula>MOD(Size__c, 2) = 1</errorConditionFormula><errorDisplayField>Size__c</errorDisplayField><errorMessage>Odd.</errorMessage></validationRules>
  <validationRules><fullName>Off</fullName><active>false</active><errorConditionFormula>TRUE</errorConditionFormula><errorMessage>Never.</errorMessage></validationRules>
  <validationRules><fullName>Shrinks</fullName><active>true</active><errorConditionFormula>AND(NOT(ISNEW()), Size__c &lt; PRIORVALUE(Size__c))</errorConditionFormula><errorMessage>Shrinks.</errorMessage></validationRules>${TEXT_NAME}`,
);
export function chain(org: Play) {
  const pack = org.make('Package__c', { Name: 'p' });
  const backup = org.make('Package__c', { Name: 'b' });
  const license = org.make('License__c', { Package__c: pack.id, Backup__c: backup.id });
  const seat = org.make('Seat__c', { Name: 's', License__c: license.id });
  return { pack, backup, license, seat };
}

export function thrown(body: () => unknown): string {
  try {
    body();
    return 'nothing thrown';
  } catch (problem) {
    return (problem as Error).message;
  }
}
