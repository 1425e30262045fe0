/** Bulk API 2.0 resources. */
import { OrgError } from '../../types.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { objectBody, optionalText, textOf } from '../json-body.ts';
import { bodyText, json, noContent, text } from '../message.ts';
import { jobJson } from '../bulk/jobs.ts';
import type { BulkJob } from '../bulk/jobs.ts';
import { writeCsv } from '../bulk/csv.ts';

const CSV = 'text/csv; charset=UTF-8';

function shown(call: Call, job: BulkJob): ReturnType<Operation> {
  return json(jobJson(job, param(call, 'version')));
}

function optional(call: Call, names: readonly string[]): Record<string, string> {
  const body = objectBody(call.request);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = optionalText(body[name], name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export const createIngestJob: Operation = (call) => {
  const operation = textOf(objectBody(call.request)['operation'], 'operation');
  const rest = optional(call, ['object', 'externalIdFieldName', 'columnDelimiter']);
  return shown(call, call.hosted.bulk.open(call.hosted.org, call.userId, 'ingest', { ...rest, operation }));
};

export const uploadBatch: Operation = (call) => {
  const job = call.hosted.bulk.find(param(call, 'id'), 'ingest');
  if (job.state !== 'Open')
    throw new OrgError('INVALIDJOBSTATE', `Job ${job.id} is ${job.state}, no data can be uploaded`);
  job.data = bodyText(call.request);
  return { status: 201, headers: {}, body: '' };
};

export const updateIngestJob: Operation = (call) => {
  const job = call.hosted.bulk.find(param(call, 'id'), 'ingest');
  const state = textOf(objectBody(call.request)['state'], 'state');
  if (job.state !== 'Open') throw new OrgError('INVALIDJOBSTATE', `Job ${job.id} is ${job.state}`);
  if (state !== 'UploadComplete' && state !== 'Aborted')
    throw new OrgError('INVALIDJOBSTATE', `state must be UploadComplete or Aborted, not ${state}`);
  job.state = state;
  call.hosted.tasks.add(() => call.hosted.bulk.run(call.hosted.org, job));
  return shown(call, job);
};

export const getIngestJob: Operation = (call) => shown(call, call.hosted.bulk.find(param(call, 'id'), 'ingest'));

export const deleteIngestJob: Operation = (call) => {
  const job = call.hosted.bulk.find(param(call, 'id'), 'ingest');
  job.data = '';
  return noContent();
};

export const successfulResults: Operation = (call) => {
  const job = call.hosted.bulk.find(param(call, 'id'), 'ingest');
  return text(
    writeCsv([
      ['sf__Id', 'sf__Created', ...job.header],
      ...job.succeeded.map(({ row, id, created }) => [id, String(created), ...row]),
    ]),
    CSV,
  );
};

export const failedResults: Operation = (call) => {
  const job = call.hosted.bulk.find(param(call, 'id'), 'ingest');
  return text(
    writeCsv([['sf__Id', 'sf__Error', ...job.header], ...job.failed.map(({ row, error }) => ['', error, ...row])]),
    CSV,
  );
};

export const unprocessedRecords: Operation = (call) => {
  const job = call.hosted.bulk.find(param(call, 'id'), 'ingest');
  return text(writeCsv([[...job.header]]), CSV);
};

export const createQueryJob: Operation = (call) => {
  const body = objectBody(call.request);
  const query = textOf(body['query'], 'query');
  const rest = optional(call, ['columnDelimiter']);
  const job = call.hosted.bulk.open(call.hosted.org, call.userId, 'query', {
    ...rest,
    operation: textOf(body['operation'], 'operation'),
    query,
  });
  call.hosted.tasks.add(() => call.hosted.bulk.run(call.hosted.org, job));
  return shown(call, job);
};

export const getQueryJob: Operation = (call) => shown(call, call.hosted.bulk.find(param(call, 'id'), 'query'));

export const queryJobResults: Operation = (call) => {
  const job = call.hosted.bulk.find(param(call, 'id'), 'query');
  return text(job.result, CSV, 200, { 'Sforce-Locator': 'null', 'Sforce-NumberOfRecords': String(job.resultCount) });
};
