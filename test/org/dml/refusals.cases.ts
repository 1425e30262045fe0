/**
 * One row or more for every refusal of a save: status code, message, fields.
 * Source of the codes: https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 * (StatusCode); the sentences are the platform's own.
 */
import type { AccessRules } from '../../../scripts/org/access/contract.ts';
import type { refuse } from '../../../scripts/org/dml/errors.ts';
import type { SaveResult } from '../../../scripts/org/dml/contract.ts';
import type { MetadataComponent } from '../../../scripts/org/types.ts';
import { objectFile, TEXT_NAME, USER_ID } from './harness.ts';
import type { Harness, TriggerBody } from './harness.ts';

export interface RefusalPlay {
  readonly refusal: keyof typeof refuse;
  readonly components?: readonly MetadataComponent[];
  readonly rules?: Partial<AccessRules>;
  readonly triggers?: Readonly<Record<string, TriggerBody>>;
  /** Answers the results; the last refusal among them is the row's. */
  readonly play: (org: Harness) => readonly SaveResult[];
  /** `#1`, `#2`, ... stand for the ids of the rows the play made, in order. */
  readonly expected: readonly [statusCode: string, message: string, fields?: readonly string[]];
}

const AS_USER = { access: { userId: USER_ID, mode: 'user', sharing: true } } as const;
const NO_RIGHTS = { read: true, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };
const UNKNOWN = 'a00000000000999AAA';

/** Rows without which the play says nothing. */
function made(org: Harness, object: string, values: Record<string, string | number | null> = {}) {
  const record = org.record(object, values);
  org.run('insert', [record]);
  return record;
}
const insert = (object: string, values: Record<string, string | number | boolean | null>) => (org: Harness) =>
  org.run('insert', [org.record(object, values)]);

const RULED = objectFile(
  'Ruled__c',
  `<fields><fullName>Code__c</fullName><label>Code</label><type>Text</type><length>9</length></fields>
  <validationRules><fullName>Never_X</fullName><active>true</active><errorConditionFormula>Code__c = "x"</errorConditionFormula><errorDisplayField>Code__c</errorDisplayField><errorMessage>No x.</errorMessage></validationRules>
  <validationRules><fullName>Whole</fullName><active>true</active><errorConditionFormula>Code__c = "y"</errorConditionFormula><errorMessage>No y.</errorMessage></validationRules>${TEXT_NAME}`,
);
const LOOSE = objectFile(
  'Loose__c',
  `<fields><fullName>Ref__c</fullName><label>Ref</label><type>Text</type><length>9</length><externalId>true</externalId></fields>${TEXT_NAME}`,
);

export const REFUSAL_PLAYS: readonly RefusalPlay[] = [
  {
    refusal: 'requiredMissing',
    play: insert('License__c', { Owner_Code__c: ' ' }),
    expected: ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [Owner_Code__c]', ['Owner_Code__c']],
  },
  {
    refusal: 'requiredMissing',
    play: insert('Seat__c', {}),
    expected: ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [License__c]', ['License__c']],
  },
  {
    refusal: 'requiredMissing',
    play: (org) =>
      org.run('update', [org.record('Package__c', { Id: made(org, 'Package__c', { Name: 'p' }).id, Name: null })]),
    expected: ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]', ['Name']],
  },
  {
    refusal: 'tooLong',
    play: insert('License__c', { Key__c: '12345678901' }),
    expected: ['STRING_TOO_LONG', 'Key: data value too large: 12345678901 (max length=10)', ['Key__c']],
  },
  {
    refusal: 'restrictedPicklist',
    play: insert('License__c', { Status__c: 'Lost' }),
    expected: [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Status: bad value for restricted picklist field: Lost',
      ['Status__c'],
    ],
  },
  {
    refusal: 'numberRange',
    play: insert('License__c', { Seats__c: 1000 }),
    expected: [
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Seats: value outside of valid range on numeric field: 1000',
      ['Seats__c'],
    ],
  },
  {
    refusal: 'invalidEmail',
    play: insert('License__c', { Contact__c: 'a@b' }),
    expected: ['INVALID_EMAIL_ADDRESS', 'Contact: invalid email address: a@b', ['Contact__c']],
  },
  {
    refusal: 'invalidType',
    play: insert('License__c', { Seats__c: 'many' }),
    expected: ['INVALID_TYPE_ON_FIELD_IN_RECORD', 'Seats: value not of required type: many', ['Seats__c']],
  },
  {
    refusal: 'wrongReferenceType',
    play: insert('License__c', { Package__c: USER_ID }),
    expected: ['FIELD_INTEGRITY_EXCEPTION', `Package: id value of incorrect type: ${USER_ID}`, ['Package__c']],
  },
  {
    refusal: 'malformedId',
    play: insert('License__c', { Package__c: 'x' }),
    expected: ['MALFORMED_ID', 'Package: id value of incorrect type: x', ['Package__c']],
  },
  {
    refusal: 'invalidCrossReference',
    play: (org) =>
      insert('License__c', { Package__c: `${made(org, 'Package__c', { Name: 'p' }).id?.slice(0, 12) ?? ''}999AAA` })(
        org,
      ),
    expected: ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['Package__c']],
  },
  {
    refusal: 'noAccessToCrossReference',
    rules: {
      readFilter: (access, object) =>
        access.sharing && object.name === 'Package__c' ? { sql: '0', params: [] } : null,
    },
    play: (org) =>
      org.run('insert', [org.record('License__c', { Package__c: made(org, 'Package__c', { Name: 'p' }).id })], AS_USER),
    expected: [
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      'insufficient access rights on cross-reference id: #1',
      ['Package__c'],
    ],
  },
  {
    refusal: 'notReparentable',
    play: (org) => {
      const [first, second] = [made(org, 'License__c'), made(org, 'License__c')];
      const seat = made(org, 'Seat__c', { Name: 's', License__c: first.id });
      return org.run('update', [org.record('Seat__c', { Id: seat.id, License__c: second.id })], {
        writesReadOnlyFields: true,
      });
    },
    expected: [
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: License__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      ['License__c'],
    ],
  },
  {
    refusal: 'readOnlyFields',
    play: insert('License__c', { Name: 'mine' }),
    expected: [
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: Name. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      ['Name'],
    ],
  },
  {
    refusal: 'readOnlyFields',
    rules: { field: (_user, _object, name) => ({ read: true, edit: name !== 'Seats__c' }) },
    play: (org) => org.run('insert', [org.record('License__c', { Seats__c: 1 })], AS_USER),
    expected: [
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: Seats__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      ['Seats__c'],
    ],
  },
  {
    refusal: 'objectDenied',
    rules: { object: () => NO_RIGHTS },
    play: (org) => org.run('insert', [org.record('License__c', {})], AS_USER),
    expected: ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', "Access to entity 'License__c' denied", []],
  },
  {
    refusal: 'operationNotAllowed',
    play: insert('Profile', { Name: 'Mine' }),
    expected: ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'entity type cannot be inserted: Profile', []],
  },
  {
    refusal: 'recordDenied',
    rules: { canEdit: () => false },
    play: (org) => org.run('update', [org.record('License__c', { Id: made(org, 'License__c').id })], AS_USER),
    expected: ['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []],
  },
  {
    refusal: 'recordDenied',
    rules: { canDelete: () => false },
    play: (org) => org.run('delete', [made(org, 'License__c')], AS_USER),
    expected: ['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []],
  },
  {
    refusal: 'idNotAllowed',
    play: insert('Package__c', { Id: UNKNOWN, Name: 'x' }),
    expected: ['INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']],
  },
  {
    refusal: 'idMissing',
    play: (org) => org.run('update', [org.record('Package__c', { Name: 'x' })]),
    expected: ['MISSING_ARGUMENT', 'Id not specified in an update call', []],
  },
  {
    refusal: 'idMissingFor',
    play: (org) => org.run('delete', [org.record('Package__c', {})]),
    expected: ['MISSING_ARGUMENT', 'Id not specified in delete call', []],
  },
  {
    refusal: 'notFound',
    play: (org) => org.run('update', [org.record('Package__c', { Id: UNKNOWN })]),
    expected: ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []],
  },
  {
    refusal: 'deleted',
    play: (org) => {
      const record = made(org, 'Package__c', { Name: 'p' });
      org.run('delete', [record]);
      return org.run('update', [org.record('Package__c', { Id: record.id })]);
    },
    expected: ['ENTITY_IS_DELETED', 'entity is deleted', []],
  },
  {
    refusal: 'notDeleted',
    play: (org) => org.run('undelete', [made(org, 'Package__c', { Name: 'p' })]),
    expected: ['UNDELETE_FAILED', 'Entity is not in the recycle bin', []],
  },
  {
    refusal: 'duplicateId',
    play: (org) => {
      const { id } = made(org, 'Package__c', { Name: 'p' });
      return org.run('update', [org.record('Package__c', { Id: id }), org.record('Package__c', { Id: id })], {
        allOrNone: false,
      });
    },
    expected: ['DUPLICATE_VALUE', 'duplicate id in list: #1', []],
  },
  {
    refusal: 'duplicateValue',
    play: (org) => {
      made(org, 'License__c', { Key__c: 'k' });
      return org.run('insert', [org.record('License__c', { Key__c: 'K' })]);
    },
    expected: ['DUPLICATE_VALUE', 'duplicate value found: Key__c duplicates value on record with id: #1', ['Key__c']],
  },
  {
    refusal: 'duplicateValue',
    play: (org) =>
      org.run('insert', [org.record('License__c', { Key__c: 'k' }), org.record('License__c', { Key__c: 'k' })]),
    expected: [
      'DUPLICATE_VALUE',
      'duplicate value found: Key__c duplicates value on record with id: <unknown>',
      ['Key__c'],
    ],
  },
  {
    refusal: 'duplicateExternalId',
    play: (org) =>
      org.run('upsert', [org.record('License__c', { Key__c: 'a' }), org.record('License__c', { Key__c: 'A' })], {
        externalIdField: 'Key__c',
      }),
    expected: ['DUPLICATE_VALUE', 'Duplicate external id specified: A', ['Key__c']],
  },
  {
    refusal: 'ambiguousExternalId',
    components: [LOOSE],
    play: (org) => {
      made(org, 'Loose__c', { Name: '1', Ref__c: 'r' });
      made(org, 'Loose__c', { Name: '2', Ref__c: 'r' });
      return org.run('upsert', [org.record('Loose__c', { Name: '3', Ref__c: 'R' })], { externalIdField: 'Ref__c' });
    },
    expected: [
      'DUPLICATE_EXTERNAL_ID',
      'Ref__c: more than one record found for external id field: [#1, #2]',
      ['Ref__c'],
    ],
  },
  {
    refusal: 'externalIdMissing',
    play: (org) => org.run('upsert', [org.record('License__c', {})], { externalIdField: 'Key__c' }),
    expected: ['MISSING_ARGUMENT', 'Key__c not specified', ['Key__c']],
  },
  {
    refusal: 'parentNotFound',
    play: (org) => {
      const child = org.record('License__c', {});
      child.parents = { Package__r: org.record('Package__c', { Package_ID__c: '033X' }) };
      return org.run('insert', [child]);
    },
    expected: [
      'INVALID_FIELD',
      'Foreign key external ID: 033x not found for field Package_ID__c in entity Package__c',
      ['Package__c'],
    ],
  },
  {
    refusal: 'validationRule',
    components: [RULED],
    play: insert('Ruled__c', { Name: 'r', Code__c: 'x' }),
    expected: ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No x.', ['Code__c']],
  },
  {
    refusal: 'validationRule',
    components: [RULED],
    play: insert('Ruled__c', { Name: 'r', Code__c: 'y' }),
    expected: ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No y.', []],
  },
  {
    refusal: 'deleteRestricted',
    play: (org) => {
      const pack = made(org, 'Package__c', { Name: 'p' });
      made(org, 'License__c', { Package__c: pack.id });
      return org.run('delete', [pack]);
    },
    expected: [
      'DELETE_FAILED',
      'Your attempt to delete the Package__c could not be completed because it is associated with the following License__cs.',
      [],
    ],
  },
  {
    refusal: 'rolledBack',
    play: (org) => [
      ...org.run('insert', [org.record('License__c', { Status__c: 'Lost' }), org.record('License__c', {})]),
    ],
    expected: [
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
      [],
    ],
  },
  {
    refusal: 'tooManyRetries',
    triggers: {
      'Package__c after insert': (event) =>
        event.newRecords
          ?.at(-1)
          ?.addError({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'last', fields: [] }),
    },
    play: (org) =>
      org
        .run(
          'insert',
          ['a', 'b', 'c', 'd', 'e'].map((name) => org.record('Package__c', { Name: name })),
          { allOrNone: false },
        )
        .slice(0, 2),
    expected: [
      'UNKNOWN_EXCEPTION',
      'Too many batch retries in the presence of Apex triggers and partial failures.',
      [],
    ],
  },
];
