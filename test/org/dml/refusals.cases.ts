/** Values a save refuses, with the platform's answer. */
import type { RecordError } from '../../../scripts/org/store/record.ts';
import type { Raw } from '../../../scripts/org/types.ts';

interface RefusalCase {
  readonly name: string;
  readonly object: string;
  readonly values: Readonly<Record<string, Raw>>;
  readonly error: RecordError;
}

export const REFUSALS: readonly RefusalCase[] = [
  {
    name: 'a missing required field',
    object: 'License__c',
    values: { Owner_Code__c: '  ' },
    error: {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Owner_Code__c]',
      fields: ['Owner_Code__c'],
    },
  },
  {
    name: 'text that is too long',
    object: 'License__c',
    values: { Key__c: '12345678901' },
    error: {
      statusCode: 'STRING_TOO_LONG',
      message: 'Key: data value too large: 12345678901 (max length=10)',
      fields: ['Key__c'],
    },
  },
  {
    name: 'a value outside of a restricted picklist',
    object: 'License__c',
    values: { Status__c: 'Lost' },
    error: {
      statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      message: 'Status: bad value for restricted picklist field: Lost',
      fields: ['Status__c'],
    },
  },
  {
    name: 'a number with too many digits',
    object: 'License__c',
    values: { Seats__c: 1000 },
    error: {
      statusCode: 'NUMBER_OUTSIDE_VALID_RANGE',
      message: 'Seats: value outside of valid range on numeric field: 1000',
      fields: ['Seats__c'],
    },
  },
  {
    name: 'a bad e-mail address',
    object: 'License__c',
    values: { Contact__c: 'nobody' },
    error: {
      statusCode: 'INVALID_EMAIL_ADDRESS',
      message: 'Contact: invalid email address: nobody',
      fields: ['Contact__c'],
    },
  },
  {
    name: 'a reference of the wrong object',
    object: 'License__c',
    values: { Package__c: '005000000000001AAA' },
    error: {
      statusCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: 'Package: id value of incorrect type: 005000000000001AAA',
      fields: ['Package__c'],
    },
  },
  {
    name: 'a reference that is no id',
    object: 'License__c',
    values: { Package__c: 'x' },
    error: { statusCode: 'MALFORMED_ID', message: 'Package: id value of incorrect type: x', fields: ['Package__c'] },
  },
  {
    name: 'an id on insert',
    object: 'Package__c',
    values: { Id: '005000000000001AAA', Name: 'x' },
    error: {
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message: 'cannot specify Id in an insert call',
      fields: ['Id'],
    },
  },
  {
    name: 'a field that nobody may set',
    object: 'License__c',
    values: { Name: 'mine' },
    error: {
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message:
        'Unable to create/update fields: Name. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      fields: ['Name'],
    },
  },
];
