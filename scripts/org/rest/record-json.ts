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

/** `basePath` is `/services/data/v66.0`, with `/tooling` behind it for Tooling API rows. */
export function recordJson(record: SObjectRecord, basePath: string): Record<string, unknown> {
  const isAggregate = record.aggregateTypes !== null;
  const url = `${basePath}/sobjects/${record.object.name}/${record.id ?? ''}`;
  const out: Record<string, unknown> = {
    attributes: isAggregate
      ? { type: 'AggregateResult' }
      : { type: record.object.name, ...(record.id === null ? {} : { url }) },
  };
  for (const name of Object.keys(record.values)) {
    out[name] = fieldValue(record, name, isAggregate ? undefined : record.object.field(name));
  }
  for (const [name, parent] of Object.entries(record.parents ?? {}))
    out[name] = parent === null ? null : recordJson(parent, basePath);
  for (const [name, children] of Object.entries(record.children ?? {})) {
    out[name] =
      children.length === 0
        ? null
        : { totalSize: children.length, done: true, records: children.map((child) => recordJson(child, basePath)) };
  }
  return out;
}
