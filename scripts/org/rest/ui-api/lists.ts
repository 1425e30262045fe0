/** `ui-api/list-info`, `list-ui` and `list-records`. */
import { OrgError } from '../../types.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { json } from '../message.ts';
import { ListQuery, columnOf, listViewsOf } from './list-views.ts';
import type { ListView } from './list-views.ts';
import { objectFor } from './object-info.ts';
import { recordView, viewerOf } from './record-view.ts';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 2000;
/** SOQL's own limit for OFFSET. */
const LARGEST_OFFSET = 2000;

function viewFor(call: Call, object: ObjectSchema): ListView {
  const name = param(call, 'list');
  const view = listViewsOf(call.hosted, object).find((entry) => entry.name === name);
  if (view === undefined)
    throw new OrgError('NOT_FOUND', `The list view ${name} of ${object.name} does not exist`, { status: 404 });
  return view;
}

/** Columns this user may read, as query columns. */
function readable(call: Call, object: ObjectSchema, view: ListView): string[] {
  const { rules } = call.hosted.org;
  return view.columns.flatMap((name) => {
    const column = columnOf(object, name);
    const own = column.includes('.') ? object.parentRelationship(column.split('.')[0] ?? '')?.name : column;
    return own !== undefined && rules.field(call.userId, object, own).read ? [column] : [];
  });
}

function info(call: Call, object: ObjectSchema, view: ListView): Record<string, unknown> {
  return {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: readable(call, object, view).map((column) => {
      const field = object.field(column) ?? object.parentRelationship(column.split('.')[0] ?? '');
      return {
        fieldApiName: column,
        label: field?.label.replace(/ ID$/, '') ?? column,
        lookupId: null,
        sortable: field?.isLongText !== true,
      };
    }),
    eTag: `${object.name}-${view.name}`,
    filterLogicString: view.booleanFilter ?? null,
    filteredByInfo: view.filters.map((filter) => ({
      fieldApiName: columnOf(object, filter.field),
      label: object.field(filter.field)?.label ?? filter.field,
      operandLabels: filter.value.split(','),
      operator: filter.operation,
    })),
    label: view.label,
    listReference: { id: null, listViewApiName: view.name, objectApiName: object.name, type: 'listView' },
    orderedByInfo: [],
    updateable: false,
    userPreferences: { columnWidths: {}, columnWrap: {} },
    visibility: 'Public',
    visibilityEditable: false,
  };
}

export const lists: Operation = (call) => {
  const object = objectFor(call);
  const all = listViewsOf(call.hosted, object).map((view) => ({
    apiName: view.name,
    id: null,
    label: view.label,
    listUiUrl: `${call.dataPath}/ui-api/list-ui/${object.name}/${view.name}`,
  }));
  return json({ count: all.length, eTag: object.name, lists: all, nextPageToken: null });
};

export const listInfo: Operation = (call) => {
  const object = objectFor(call);
  return json(info(call, object, viewFor(call, object)));
};

function wholeNumber(call: Call, name: string, absent: number, most: number): number {
  const text = call.query.get(name);
  if (text === null) return absent;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most)
    throw new OrgError('ILLEGAL_QUERY_PARAMETER_VALUE', `${name} must be a whole number up to ${most}`);
  return Number(text);
}

/** `sortBy=-Name` descending, `sortBy=Name` ascending, always with the id last so that pages do not overlap. */
function orderBy(call: Call, object: ObjectSchema): string {
  const asked = (call.query.get('sortBy') ?? '').split(',').filter((entry) => entry !== '');
  const parts = asked.map((entry) => {
    const isDescending = entry.startsWith('-');
    const column = columnOf(object, isDescending ? entry.slice(1) : entry);
    return `${column} ${isDescending ? 'DESC' : 'ASC'} NULLS ${isDescending ? 'LAST' : 'FIRST'}`;
  });
  return [...(parts.length === 0 ? [`${object.nameField} ASC`] : parts), 'Id ASC'].join(', ');
}

function page(call: Call, object: ObjectSchema, view: ListView): Record<string, unknown> {
  const { org } = call.hosted;
  const size = wholeNumber(call, 'pageSize', DEFAULT_PAGE, LARGEST_PAGE);
  const offset = wholeNumber(call, 'pageToken', 0, LARGEST_OFFSET);
  const query = new ListQuery(object);
  const search = call.query.get('searchTerm')?.trim() ?? '';
  const conditions = [query.where(view, call.userId)];
  if (search !== '')
    conditions.push(query.condition({ field: object.nameField, operation: 'contains', value: search }));
  const where = conditions.filter((part) => part !== '').join(' AND ');
  const columns = [...new Set(['Id', object.nameField, ...readable(call, object, view)])];
  const lookups = columns.flatMap((column) => {
    const field = object.field(column);
    const parent =
      field?.type === 'reference' && field.referenceTo.length === 1
        ? org.schema.object(field.referenceTo[0] ?? '')
        : undefined;
    return parent === undefined || field?.relationshipName === undefined
      ? []
      : [`${field.relationshipName}.${parent.nameField}`];
  });
  const condition = where === '' ? '' : ` WHERE ${where}`;
  const text = `SELECT ${[...new Set([...columns, ...lookups])].join(', ')} FROM ${object.name}${condition} ORDER BY ${orderBy(call, object)} LIMIT ${size + 1} OFFSET ${offset}`;
  const found = org.query(call.userId, text, { binds: query.binds });
  const rows = found.kind === 'rows' ? found.records : [];
  const total = org.query(call.userId, `SELECT COUNT() FROM ${object.name}${condition}`, { binds: query.binds });
  const viewer = viewerOf(call.hosted, call.userId);
  const hasMore = rows.length > size && offset + size <= LARGEST_OFFSET;
  const records = rows.slice(0, size).map((record) => recordView(record, viewer));
  return {
    count: records.length,
    currentPageToken: String(offset),
    currentPageUrl: call.request.path,
    listInfoETag: `${object.name}-${view.name}`,
    listReference: { id: null, listViewApiName: view.name, objectApiName: object.name, type: 'listView' },
    nextPageToken: hasMore ? String(offset + size) : null,
    nextPageUrl: null,
    previousPageToken: offset === 0 ? null : String(Math.max(0, offset - size)),
    records,
    sortBy: call.query.get('sortBy')?.split(',') ?? null,
    totalCount: total.kind === 'count' ? total.count : records.length,
  };
}

export const listUi: Operation = (call) => {
  const object = objectFor(call);
  const view = viewFor(call, object);
  return json({
    eTag: `${object.name}-${view.name}`,
    info: info(call, object, view),
    records: page(call, object, view),
  });
};

export const listRecords: Operation = (call) => {
  const object = objectFor(call);
  return json(page(call, object, viewFor(call, object)));
};
