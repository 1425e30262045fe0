/** The refusals of a save, in the platform's words. One function per status code and situation. */
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';
import type { RecordError } from '../store/record.ts';
import type { Id, Raw } from '../types.ts';

function refusal(statusCode: string, message: string, fields: readonly string[] = []): RecordError {
  return { statusCode, message, fields };
}

export const refuse = {
  requiredMissing: (fields: readonly string[]) =>
    refusal('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields),
  tooLong: (field: FieldSchema, value: string) =>
    refusal('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [
      field.name,
    ]),
  restrictedPicklist: (field: FieldSchema, value: Raw) =>
    refusal(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${value}`,
      [field.name],
    ),
  numberRange: (field: FieldSchema, value: number) =>
    refusal('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value}`, [
      field.name,
    ]),
  invalidEmail: (field: FieldSchema, value: string) =>
    refusal('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]),
  invalidType: (field: FieldSchema, value: Raw) =>
    refusal('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value}`, [field.name]),
  wrongReferenceType: (field: FieldSchema, value: string) =>
    refusal('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [field.name]),
  malformedId: (field: FieldSchema, value: Raw) =>
    refusal('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]),
  invalidCrossReference: (field: FieldSchema) =>
    refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]),
  noAccessToCrossReference: (id: Id, field: FieldSchema) =>
    refusal(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      `insufficient access rights on cross-reference id: ${id}`,
      [field.name],
    ),
  notReparentable: (field: FieldSchema) =>
    refusal('INVALID_FIELD_FOR_INSERT_UPDATE', `${inaccessible([field.name])}`, [field.name]),
  readOnlyFields: (fields: readonly string[]) =>
    refusal('INVALID_FIELD_FOR_INSERT_UPDATE', inaccessible(fields), fields),
  objectDenied: (object: ObjectSchema) =>
    refusal('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `Access to entity '${object.name}' denied`),
  operationNotAllowed: (object: ObjectSchema, operation: string) =>
    refusal('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${operation}: ${object.label}`),
  recordDenied: () => refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),
  idNotAllowed: () => refusal('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),
  idMissing: () => refusal('MISSING_ARGUMENT', 'Id not specified in an update call'),
  idMissingFor: (operation: string) => refusal('MISSING_ARGUMENT', `Id not specified in ${operation} call`),
  notFound: () => refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'),
  deleted: () => refusal('ENTITY_IS_DELETED', 'entity is deleted'),
  notDeleted: () => refusal('UNDELETE_FAILED', 'Entity is not in the recycle bin'),
  duplicateId: (id: Id) => refusal('DUPLICATE_VALUE', `duplicate id in list: ${id}`),
  duplicateValue: (field: FieldSchema, id: Id | null) =>
    refusal(
      'DUPLICATE_VALUE',
      `duplicate value found: ${field.name} duplicates value on record with id: ${id ?? '<unknown>'}`,
      [field.name],
    ),
  duplicateExternalId: (field: FieldSchema, value: Raw) =>
    refusal('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field.name]),
  ambiguousExternalId: (field: FieldSchema, ids: readonly Id[]) =>
    refusal(
      'DUPLICATE_EXTERNAL_ID',
      `${field.name}: more than one record found for external id field: [${ids.join(', ')}]`,
      [field.name],
    ),
  externalIdMissing: (field: FieldSchema) => refusal('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]),
  parentNotFound: (object: ObjectSchema, field: FieldSchema, value: Raw, reference: FieldSchema) =>
    refusal(
      'INVALID_FIELD',
      `Foreign key external ID: ${String(value).toLowerCase()} not found for field ${field.name} in entity ${object.name}`,
      [reference.name],
    ),
  validationRule: (message: string, field: string | undefined) =>
    refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]),
  deleteRestricted: (object: ObjectSchema, label: string) =>
    refusal(
      'DELETE_FAILED',
      `Your attempt to delete the ${object.label} could not be completed because it is associated with the following ${label}.`,
    ),
  rolledBack: () =>
    refusal(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),
  tooManyRetries: () =>
    refusal('UNKNOWN_EXCEPTION', 'Too many batch retries in the presence of Apex triggers and partial failures.'),
} as const;

/** Sentence of the REST API for fields that this user, or nobody, may write. */
function inaccessible(fields: readonly string[]): string {
  return (
    `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and ` +
    'verify that it is read/write for your profile or permission set.'
  );
}

/** Status code of rows that were fine but fell with the others. */
export const ROLLED_BACK = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';
