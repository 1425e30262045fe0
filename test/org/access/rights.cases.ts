/** Who may do what with which object: letters of read, create, edit, delete, V view all, M modify all. */
import type { People } from './people.ts';

type Person = keyof People['users'];

export const OBJECT_CASES: readonly { person: Person; object: string; rights: string }[] = [
  { person: 'admin', object: 'Secret__c', rights: 'rcedVM' },
  { person: 'admin', object: 'Setup__c', rights: 'rcedVM' },
  { person: 'admin', object: 'User', rights: 'rcedVM' },
  { person: 'automatic', object: 'Secret__c', rights: 'rcedVM' },
  { person: 'standard', object: 'Secret__c', rights: '' },
  { person: 'standard', object: 'Account', rights: 'rced' },
  { person: 'standard', object: 'Lead', rights: 'rce' },
  { person: 'standard', object: 'User', rights: 'rV' },
  { person: 'nobody', object: 'Account', rights: '' },
  { person: 'nobody', object: 'Setup__c', rights: '' },
  { person: 'viewer', object: 'Signal__e', rights: 'rc' },
  { person: 'nobody', object: 'Signal__e', rights: '' },
  { person: 'viewer', object: 'Policy__mdt', rights: 'rV' },
  { person: 'nobody', object: 'Policy__mdt', rights: '' },
  { person: 'worker', object: 'Secret__History', rights: 'r' },
  { person: 'viewer', object: 'Secret__History', rights: 'rV' },
  { person: 'nobody', object: 'ApexCodeCoverage', rights: '' },
  { person: 'worker', object: 'Secret__c', rights: 'rced' },
  { person: 'worker', object: 'Secret__Share', rights: 'rced' },
  { person: 'worker', object: 'Lead', rights: '' },
  { person: 'viewer', object: 'Secret__c', rights: 'rV' },
  { person: 'viewer', object: 'Secret__Share', rights: 'rV' },
  { person: 'viewer', object: 'Lead', rights: 'r' },
  { person: 'master', object: 'Secret__c', rights: 'redVM' },
];

export const FIELD_CASES: readonly { person: Person; field: string; rights: '' | 'r' | 're' }[] = [
  { person: 'admin', field: 'Secret__c.Code__c', rights: 're' },
  { person: 'admin', field: 'Secret__c.CreatedDate', rights: 'r' },
  { person: 'worker', field: 'Secret__c.Code__c', rights: 're' },
  { person: 'worker', field: 'Secret__c.Must__c', rights: 're' },
  { person: 'worker', field: 'Secret__c.Name', rights: 're' },
  { person: 'worker', field: 'Secret__c.OwnerId', rights: 're' },
  { person: 'worker', field: 'Secret__c.SystemModstamp', rights: 'r' },
  { person: 'worker', field: 'Part__c.Secret__c', rights: 're' },
  { person: 'worker', field: 'Lead.Email', rights: '' },
  { person: 'viewer', field: 'Secret__c.Code__c', rights: 'r' },
  { person: 'viewer', field: 'Secret__c.Must__c', rights: 'r' },
  { person: 'viewer', field: 'Lead.Email', rights: 'r' },
  { person: 'viewer', field: 'Lead.Company', rights: 'r' },
  { person: 'viewer', field: 'Lead.Phone', rights: '' },
  { person: 'master', field: 'Secret__c.Code__c', rights: '' },
  { person: 'standard', field: 'Lead.Phone', rights: 're' },
  { person: 'standard', field: 'Lead.IsConverted', rights: 're' },
  { person: 'nobody', field: 'Secret__c.Name', rights: '' },
  { person: 'admin', field: 'Secret__c.Gone__c', rights: '' },
];
