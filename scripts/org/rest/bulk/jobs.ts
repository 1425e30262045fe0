/** Bulk API 2.0 jobs: ingest and query, kept in memory, run behind the answer in batches of 200. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import type { DmlOperation, SaveResult } from '../../dml/contract.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { SObjectRecord } from '../../store/record.ts';
import type { Org } from '../../org.ts';
import { asOrgError } from '../errors.ts';
import { apiDateTime } from '../instants.ts';
import { readRecord } from '../record-input.ts';
import { queryColumns } from '../query-columns.ts';
import { recordJson } from '../record-json.ts';
import { toId18 } from '../../store/ids.ts';
import { readCsv, writeCsv } from './csv.ts';

const BATCH = 200;
const MOST_KEPT = 50;
const OPERATIONS: Readonly<Record<string, DmlOperation>> = {
  insert: 'insert',
  update: 'update',
  upsert: 'upsert',
  delete: 'delete',
};
const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ',',
  TAB: '\t',
  SEMICOLON: ';',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`',
};

export interface BulkJob {
  readonly id: Id;
  readonly kind: 'ingest' | 'query';
  readonly object: string;
  readonly operation: string;
  readonly externalIdFieldName?: string;
  readonly delimiter: string;
  readonly delimiterName: string;
  readonly query?: string;
  readonly userId: Id;
  readonly createdAt: number;
  state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';
  data: string;
  header: readonly string[];
  succeeded: { row: readonly string[]; id: Id; created: boolean }[];
  failed: { row: readonly string[]; error: string }[];
  result: string;
  resultCount: number;
  errorMessage?: string;
}

export interface JobRequest {
  readonly object?: string;
  readonly operation: string;
  readonly externalIdFieldName?: string;
  readonly columnDelimiter?: string;
  readonly query?: string;
}

export class BulkJobs {
  private readonly byId = new Map<Id, BulkJob>();

  open(org: Org, userId: Id, kind: BulkJob['kind'], request: JobRequest): BulkJob {
    const delimiterName = request.columnDelimiter ?? 'COMMA';
    const delimiter = DELIMITERS[delimiterName];
    if (delimiter === undefined)
      throw new OrgError(
        'INVALIDJOB',
        `columnDelimiter ${delimiterName} is not one of ${Object.keys(DELIMITERS).join(', ')}`,
      );
    const object = kind === 'query' ? '' : org.schema.requireObject(request.object ?? '').name;
    if (kind === 'ingest' && OPERATIONS[request.operation] === undefined) {
      throw new OrgError(
        'INVALIDJOB',
        `operation ${request.operation} is not one of ${Object.keys(OPERATIONS).join(', ')}`,
      );
    }
    if (request.operation === 'upsert' && request.externalIdFieldName === undefined) {
      throw new OrgError('INVALIDJOB', 'externalIdFieldName is required for upsert');
    }
    const job: BulkJob = {
      id: org.store.nextId('750'),
      kind,
      object,
      operation: request.operation,
      ...(request.externalIdFieldName === undefined ? {} : { externalIdFieldName: request.externalIdFieldName }),
      ...(request.query === undefined ? {} : { query: request.query }),
      delimiter,
      delimiterName,
      userId,
      createdAt: org.clock.now(),
      state: kind === 'query' ? 'UploadComplete' : 'Open',
      data: '',
      header: [],
      succeeded: [],
      failed: [],
      result: '',
      resultCount: 0,
    };
    this.byId.set(job.id, job);
    if (this.byId.size > MOST_KEPT) this.byId.delete(this.byId.keys().next().value ?? '');
    return job;
  }

  find(id: string, kind: BulkJob['kind']): BulkJob {
    const job = this.byId.get(toId18(id) ?? '');
    if (job === undefined || job.kind !== kind)
      throw new OrgError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
    return job;
  }

  run(org: Org, job: BulkJob): void {
    if (job.state !== 'UploadComplete') return;
    job.state = 'InProgress';
    try {
      if (job.kind === 'query') runQuery(org, job);
      else runIngest(org, job);
      job.state = 'JobComplete';
    } catch (error) {
      const { code, message } = asOrgError(error);
      job.errorMessage = `${code}:${message}`;
      job.state = 'Failed';
    }
  }
}

function readRow(org: Org, job: BulkJob, object: ObjectSchema, row: readonly string[]): SObjectRecord | string {
  try {
    const input: Record<string, unknown> = {};
    job.header.forEach((name, index) => {
      const value = row[index] ?? '';
      if (value === '') return;
      const [relation, key] = name.split('.');
      if (relation !== undefined && key !== undefined) input[relation] = { [key]: value };
      else input[name] = value === '#N/A' ? null : value;
    });
    return readRecord(org, job.userId, object, input);
  } catch (error) {
    const { code, message } = asOrgError(error);
    return `${code}:${message}:--`;
  }
}

function errorText(result: SaveResult): string {
  const error = result.errors[0];
  return error === undefined
    ? 'UNKNOWN_EXCEPTION:not saved:--'
    : `${error.statusCode}:${error.message}:${error.fields.join(',') || '--'}`;
}

function runIngest(org: Org, job: BulkJob): void {
  const object = org.schema.requireObject(job.object);
  const [header, ...rows] = readCsv(job.data, job.delimiter);
  job.header = header ?? [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const read = batch.map((row) => readRow(org, job, object, row));
    const records = read.filter((entry) => entry instanceof SObjectRecord);
    const key = job.externalIdFieldName === undefined ? {} : { externalIdField: job.externalIdFieldName };
    const results =
      records.length === 0
        ? []
        : org.dml(job.userId, OPERATIONS[job.operation] ?? 'insert', records, { allOrNone: false, ...key });
    let next = 0;
    batch.forEach((row, index) => {
      const entry = read[index];
      if (typeof entry === 'string') {
        job.failed.push({ row, error: entry });
        return;
      }
      const result = results[next++];
      if (result?.success === true && result.id !== null) {
        job.succeeded.push({ row, id: result.id, created: job.operation === 'insert' || result.created === true });
      } else if (result !== undefined) job.failed.push({ row, error: errorText(result) });
    });
  }
}

function flatten(value: Record<string, unknown>, prefix: string, into: Record<string, string>): void {
  for (const [name, entry] of Object.entries(value)) {
    if (name === 'attributes') continue;
    if (typeof entry === 'object' && entry !== null)
      flatten(entry as Record<string, unknown>, `${prefix}${name}.`, into);
    else into[prefix + name] = entry === null || entry === undefined ? '' : String(entry);
  }
}

function runQuery(org: Org, job: BulkJob): void {
  const found = org.query(job.userId, job.query ?? '');
  if (found.kind !== 'rows') throw new OrgError('API_ERROR', 'Aggregate queries are not supported by the Bulk API');
  const columns = queryColumns(job.query ?? '', org.schema);
  const rows = found.records.map((record) => {
    const flat: Record<string, string> = {};
    flatten(recordJson(record, '', columns), '', flat);
    return flat;
  });
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  job.result = writeCsv([header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]);
  job.resultCount = rows.length;
}

/** The job as the API shows it. */
export function jobJson(job: BulkJob, version: string): Record<string, unknown> {
  const time = apiDateTime(job.createdAt);
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: time,
    systemModstamp: time,
    state: job.state,
    ...(job.externalIdFieldName === undefined ? {} : { externalIdFieldName: job.externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(version.replace('v', '')),
    ...(job.kind === 'ingest'
      ? { contentUrl: `services/data/${version}/jobs/ingest/${job.id}/batches`, jobType: 'V2Ingest' }
      : { jobType: 'V2Query' }),
    lineEnding: 'LF',
    columnDelimiter: job.delimiterName,
    numberRecordsProcessed: job.kind === 'query' ? job.resultCount : job.succeeded.length + job.failed.length,
    numberRecordsFailed: job.failed.length,
    retries: 0,
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
  };
}
