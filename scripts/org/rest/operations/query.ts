/** `query`, `queryAll` and their next pages, for the data and the Tooling API. */
import { OrgError } from '../../types.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import type { Page } from '../cursors.ts';
import { json } from '../message.ts';
import { recordJson } from '../record-json.ts';
import { columnMetadata, queryColumns } from '../query-columns.ts';

const DEFAULT_BATCH = 2000;
const SMALLEST_BATCH = 200;

function batchSize(call: Call): number {
  const asked = /batchSize=(\d+)/i.exec(call.request.headers['sforce-query-options'] ?? '')?.[1];
  return asked === undefined ? DEFAULT_BATCH : Math.min(DEFAULT_BATCH, Math.max(SMALLEST_BATCH, Number(asked)));
}

function pageBody(page: Page, call: Call, resource: string, tooling: boolean): Record<string, unknown> {
  const next = page.locator === undefined ? {} : { nextRecordsUrl: `${call.dataPath}/${resource}/${page.locator}` };
  const extra = tooling ? { size: page.records.length, entityTypeName: null, queryLocator: null } : {};
  return { totalSize: page.totalSize, done: page.done, ...next, records: page.records, ...extra };
}

/** The text of `q`, with deleted rows for `queryAll`. */
function queryText(call: Call, includeDeleted: boolean): string {
  const q = call.query.get('q');
  if (q === null || q.trim() === '') throw new OrgError('MALFORMED_QUERY', 'A query string has to be specified');
  return includeDeleted && !/\ball\s+rows\s*$/i.test(q) ? `${q} ALL ROWS` : q;
}

function queryOperation(resource: 'query' | 'queryAll' | 'tooling/query' | 'tooling/queryAll'): Operation {
  const tooling = resource.startsWith('tooling/');
  return (call) => {
    const text = queryText(call, resource.endsWith('queryAll'));
    if (call.query.get('columns') === 'true') return json(columnMetadata(text, call.hosted.org.schema));
    const result = call.hosted.org.query(call.userId, text);
    if (result.kind === 'count') return json({ totalSize: result.count, done: true, records: [] });
    const columns = queryColumns(text, call.hosted.org.schema);
    const basePath = tooling ? `${call.dataPath}/tooling` : call.dataPath;
    const rows = result.records.map((record) => recordJson(record, basePath, columns));
    return json(pageBody(call.hosted.cursors.first(rows, batchSize(call)), call, resource, tooling));
  };
}

export const query = queryOperation('query');
export const queryAll = queryOperation('queryAll');
export const toolingQuery = queryOperation('tooling/query');
export const toolingQueryAll = queryOperation('tooling/queryAll');

export const queryMore: Operation = (call) =>
  json(pageBody(call.hosted.cursors.next(param(call, 'locator')), call, 'query', false));
