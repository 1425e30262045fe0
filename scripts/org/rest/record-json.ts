/** Records → the JSON of the data API. */
import type { Raw } from '../types.ts';
import type { FieldSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import { apiDateTime, apiTime } from './instants.ts';

/** Fields stored as JSON text that the Tooling API shows as objects. */
const COMPLEX_FIELDS: ReadonlySet<string> = new Set([
  'ApexCodeCoverage.Coverage',
  'ApexCodeCoverageAggregate.Coverage',
  'ApexClass.SymbolTable',
]);

/** One raw value as JSON, by field type. */
export function jsonValue(type: string | undefined, value: Raw): unknown {
  if (value === null) return null;
  if (type === 'datetime' && typeof value === 'number') return apiDateTime(value);
  if (type === 'time' && typeof value === 'number') return apiTime(value);
  return value;
}

function fieldValue(record: SObjectRecord, name: string, field: FieldSchema | undefined): unknown {
  const value = record.values[name] ?? null;
  if (typeof value === 'string' && COMPLEX_FIELDS.has(`${record.object.name}.${name}`))
    return JSON.parse(value) as unknown;
  return jsonValue(field?.type ?? record.aggregateTypes?.[name], value);
}

/** Part of a query's select list. */
export interface ShownColumn {
  readonly columnName: string;
  readonly joinColumns: readonly ShownColumn[];
}

/**
 * `basePath` is `/services/data/v66.0`, with `/tooling` behind it for Tooling API rows. With `columns`, an id that the query
 * did not ask for stays in the `attributes` alone.
 */
export function recordJson(
  record: SObjectRecord,
  basePath: string,
  columns?: readonly ShownColumn[],
): Record<string, unknown> {
  const inner = (name: string): readonly ShownColumn[] | undefined =>
    columns?.find((column) => column.columnName === name)?.joinColumns;
  const hidesId = columns !== undefined && !columns.some((column) => column.columnName === 'Id');
  const isAggregate = record.aggregateTypes !== null;
  const url = `${basePath}/sobjects/${record.object.name}/${record.id ?? ''}`;
  const out: Record<string, unknown> = {
    attributes: isAggregate
      ? { type: 'AggregateResult' }
      : { type: record.object.name, ...(record.id === null ? {} : { url }) },
  };
  for (const name of Object.keys(record.values)) {
    if (name === 'Id' && hidesId && !isAggregate) continue;
    out[name] = fieldValue(record, name, isAggregate ? undefined : record.object.field(name));
  }
  for (const [name, parent] of Object.entries(record.parents ?? {}))
    out[name] = parent === null ? null : recordJson(parent, basePath, inner(name));
  for (const [name, children] of Object.entries(record.children ?? {})) {
    out[name] =
      children.length === 0
        ? null
        : {
            totalSize: children.length,
            done: true,
            records: children.map((child) => recordJson(child, basePath, inner(name))),
          };
  }
  return out;
}
