/** What DML methods return: SaveResult and its kin, and Database.Error. */
import type { SaveResult } from '../../dml/contract.ts';
import type { RecordError } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { hasStatusCode } from './status-code.ts';
import { JSON_READERS } from './json-read.ts';
import type { ApexMap } from './values/collections.ts';
import { ApexList } from './values/collections.ts';
import { enumConstant } from './values/enum.ts';
import { ApexObject } from './values/object.ts';
import { getter } from './define.ts';

class DatabaseError extends ApexObject {
  static readonly apexName = 'Database.Error';
  readonly error: RecordError;
  constructor(error: RecordError) {
    super();
    this.error = error;
  }
  override apexJson(): readonly (readonly [string, unknown])[] {
    const { statusCode, message, fields } = this.error;
    return [
      ['statusCode', statusCode],
      ['message', message],
      ['fields', new ApexList('List<String>', [...fields])],
    ];
  }
  override apexString(): string {
    return `Database.Error[getFields=(${this.error.fields.join(', ')});getMessage=${this.error.message};getStatusCode=${this.error.statusCode};]`;
  }
}

export function databaseError(error: RecordError): DatabaseError {
  return new DatabaseError(error);
}

/** Result of one row; the type tells which method made it. */
export class RowResult extends ApexObject {
  readonly type: string;
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: ApexList<DatabaseError>;
  /** Merge and lead conversion add ids of their own. */
  readonly ids: Readonly<Record<string, unknown>>;
  constructor(type: string, result: SaveResult, ids: Readonly<Record<string, unknown>> = {}) {
    super();
    this.type = type;
    this.id = result.id;
    this.success = result.success;
    this.created = result.created ?? false;
    this.errors = new ApexList('List<Database.Error>', result.errors.map(databaseError));
    this.ids = ids;
  }
  override get apexType(): string {
    return this.type;
  }
  override apexJson(): readonly (readonly [string, unknown])[] {
    return [
      ['success', this.success],
      ['id', this.id],
      ['errors', this.errors],
    ];
  }
  override apexString(): string {
    return `${this.type}[getErrors=(${this.errors.items.map((each) => each.apexString()).join(', ')});getId=${this.id};isSuccess=${this.success};]`;
  }
}

/** Results as tests make them, out of JSON. */
function fromJson(type: string): (member: (name: string, type: string) => unknown) => RowResult {
  return (member) => {
    const errors = (member('errors', 'List<Object>') as ApexList<ApexMap<string, unknown>> | null)?.items ?? [];
    const id = member('id', 'Id') as string | null;
    const ids = {
      account: member('accountId', 'Id'),
      contact: member('contactId', 'Id'),
      opportunity: member('opportunityId', 'Id'),
      merged: member('mergedRecordIds', 'List<String>'),
      related: member('updatedRelatedIds', 'List<String>'),
    };
    const result = {
      id: id ?? (member('leadId', 'Id') as string | null),
      success: member('success', 'Boolean') === true,
      created: member('created', 'Boolean') === true,
      errors: errors.map(errorOf),
    };
    return new RowResult(type, result, ids);
  };
}

function errorOf(map: ApexMap<string, unknown>): RecordError {
  const fields = map.get('fields');
  return {
    statusCode: String(map.get('statusCode') ?? 'UNKNOWN_EXCEPTION'),
    message: String(map.get('message') ?? ''),
    fields: fields instanceof ApexList ? fields.items.map(String) : [],
  };
}

for (const name of ['Save', 'Delete', 'Undelete', 'Upsert', 'Merge', 'LeadConvert']) {
  JSON_READERS.set(`Database.${name}Result`, fromJson(`Database.${name}Result`));
}

const COMMON = {
  'List<Database.Error> getErrors()': getter('errors'),
  'Id getId()': getter('id'),
  'Boolean isSuccess()': getter('success'),
} as const;

const extra = (name: string) => (result: RowResult) => result.ids[name] ?? null;

function resultType(name: string, members: PlatformType['members'] = {}): PlatformType {
  const properties = {
    'Id id': { get: getter('id') },
    'Boolean success': { get: getter('success') },
    'List<Database.Error> errors': { get: getter('errors') },
  };
  return { name: `Database.${name}`, kind: 'class', properties, members: { ...COMMON, ...members } };
}

export const RESULT_TYPES: readonly PlatformType[] = [
  resultType('SaveResult'),
  resultType('DeleteResult'),
  resultType('UndeleteResult'),
  resultType('UpsertResult', { 'Boolean isCreated()': getter('created') }),
  resultType('MergeResult', {
    'List<String> getMergedRecordIds()': extra('merged'),
    'List<String> getUpdatedRelatedIds()': extra('related'),
  }),
  {
    name: 'Database.LeadConvertResult',
    kind: 'class',
    members: {
      'List<Database.Error> getErrors()': getter('errors'),
      'Boolean isSuccess()': getter('success'),
      'Id getLeadId()': getter('id'),
      'Id getAccountId()': extra('account'),
      'Id getContactId()': extra('contact'),
      'Id getOpportunityId()': extra('opportunity'),
    },
  },
  {
    name: 'Database.Error',
    kind: 'class',
    members: {
      'List<String> getFields()': ({ error }: DatabaseError) => new ApexList('List<String>', [...error.fields]),
      'String getMessage()': ({ error }: DatabaseError) => error.message,
      'StatusCode getStatusCode()': ({ error }: DatabaseError) =>
        enumConstant('StatusCode', hasStatusCode(error.statusCode) ? error.statusCode : 'UNKNOWN_EXCEPTION'),
    },
  },
];
