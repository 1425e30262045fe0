/** The answer to a REST query with `columns=true`: what each column is. */
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { Operand, Query, SelectItem } from './ast.ts';
import { SOQL_FUNCTIONS } from './functions.ts';
import { operandText } from './operand.ts';
import { parseQuery } from './parse.ts';
import { kindOf, planQuery } from './plan.ts';

export interface ColumnMetadata {
  readonly columnName: string;
  readonly displayName: string;
  /** True for functions and for child sub-queries. */
  readonly aggregate: boolean;
  readonly custom: boolean;
  readonly apexType: string | null;
  readonly booleanType: boolean;
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly insertable: boolean;
  readonly updatable: boolean;
  readonly foreignKeyName: string | null;
  /** Columns below a parent path or a sub-query, in order of selection. */
  readonly joinColumns: readonly ColumnMetadata[];
}

export interface QueryColumns {
  readonly columnMetadata: readonly ColumnMetadata[];
  readonly entityName: string;
  readonly groupBy: boolean;
  readonly idSelected: boolean;
  readonly keyPrefix: string;
}

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);
const NO_TEXT = new Set([...NUMBERS, 'boolean', 'date', 'datetime', 'time', 'base64']);

/** Describes the columns of a query in the order of selection; refuses the query as a run would. */
export function queryColumns(text: string, schema: OrgSchema): QueryColumns {
  const parsed = parseQuery(text);
  const { object } = planQuery(parsed, schema, { references: () => [] });
  const { query } = parsed;
  return {
    columnMetadata: columnsOf(query, object, schema),
    entityName: object.name,
    groupBy: query.groupBy.length > 0,
    idSelected: query.select.some((item) => selectsId(item)),
    keyPrefix: object.keyPrefix,
  };
}

function selectsId(item: SelectItem): boolean {
  if (item.kind === 'fields') return item.group !== 'CUSTOM';
  return (
    item.kind === 'operand' &&
    item.operand.kind === 'path' &&
    item.operand.names.at(-1)?.toLowerCase() === 'id' &&
    item.operand.names.length === 1
  );
}

function columnsOf(query: Query, object: ObjectSchema, schema: OrgSchema): ColumnMetadata[] {
  const columns: Mutable[] = [];
  const kind = kindOf(query);
  if (kind === 'count') return [];
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind === 'query') {
      const child = object.childRelationship(item.query.from.split('.').at(-1) ?? '');
      const childObject = child === undefined ? undefined : schema.object(child.childObject);
      if (child === undefined || childObject === undefined) continue;
      columns.push({ ...plain(child.name), aggregate: true, joinColumns: columnsOf(item.query, childObject, schema) });
    } else if (item.kind === 'fields') {
      for (const field of object.fields) {
        if (item.group === 'ALL' || (item.group === 'CUSTOM') === field.custom) columns.push(ofField(field));
      }
    } else if (item.kind === 'typeof') {
      addPath(columns, [...item.path.names, 'Name'], object, schema);
    } else if (item.operand.kind === 'path') {
      const names = withoutObject(item.operand.names, query, object);
      if (item.alias !== null) columns.push({ ...plain(item.alias) });
      else if (kind === 'aggregate') columns.push(leaf(names, object, schema));
      else addPath(columns, names, object, schema);
    } else if (kind === 'rows' && item.alias === null) {
      columns.push(leaf(withoutObject(innermost(item.operand), query, object), object, schema));
    } else {
      columns.push(ofCall(item.operand, item.alias ?? `expr${unnamed++}`));
    }
  }
  return columns;
}

type Mutable = { -readonly [Key in keyof ColumnMetadata]: ColumnMetadata[Key] };

function withoutObject(names: readonly string[], query: Query, object: ObjectSchema): readonly string[] {
  const first = names[0]?.toLowerCase();
  const isPrefix =
    first === query.alias?.toLowerCase() ||
    (first === object.name.toLowerCase() && object.parentRelationship(first) === undefined);
  return names.length > 1 && isPrefix ? names.slice(1) : names;
}

function innermost(operand: Operand): readonly string[] {
  if (operand.kind === 'path') return operand.names;
  return operand.argument === null ? [operand.name] : innermost(operand.argument);
}

function plain(name: string): Mutable {
  return {
    columnName: name,
    displayName: name,
    aggregate: false,
    custom: /__[cr]$/i.test(name),
    apexType: null,
    booleanType: false,
    numberType: false,
    textType: false,
    insertable: false,
    updatable: false,
    foreignKeyName: null,
    joinColumns: [],
  };
}

function ofField(field: FieldSchema): Mutable {
  return {
    columnName: field.name,
    displayName: field.name,
    aggregate: false,
    custom: field.custom,
    apexType: field.type,
    booleanType: field.type === 'boolean',
    numberType: NUMBERS.has(field.type),
    textType: !NO_TEXT.has(field.type),
    insertable: field.createable,
    updatable: field.updateable,
    foreignKeyName: field.relationshipName ?? null,
    joinColumns: [],
  };
}

function ofCall(operand: Operand, name: string): Mutable {
  const isNumber = operand.kind === 'call' && SOQL_FUNCTIONS.get(operand.name)?.kind !== 'value';
  return { ...plain(name), displayName: operandText(operand), aggregate: true, numberType: isNumber };
}

function leaf(names: readonly string[], object: ObjectSchema, schema: OrgSchema): Mutable {
  const last = names.at(-1) ?? '';
  const field = objectAt(names.slice(0, -1), object, schema)?.field(last);
  return field === undefined ? { ...plain(last), textType: true } : ofField(field);
}

function objectAt(relationships: readonly string[], object: ObjectSchema, schema: OrgSchema): ObjectSchema | undefined {
  let at: ObjectSchema | undefined = object;
  for (const name of relationships) {
    const target: string | undefined = at?.parentRelationship(name)?.referenceTo[0];
    at = target === undefined ? undefined : schema.object(target);
  }
  return at;
}

/** `Owner.Name` is the column `Owner` that joins the column `Name`. */
function addPath(columns: Mutable[], names: readonly string[], object: ObjectSchema, schema: OrgSchema): void {
  const [first, ...rest] = names;
  if (first === undefined) return;
  if (rest.length === 0) {
    const field = object.field(first);
    columns.push(field === undefined ? { ...plain(first), textType: true } : ofField(field));
    return;
  }
  const reference = object.parentRelationship(first);
  const name = reference?.relationshipName ?? first;
  let column = columns.find((one) => one.columnName === name && !one.aggregate);
  if (column === undefined) columns.push((column = { ...plain(name), foreignKeyName: reference?.name ?? null }));
  const inner = [...column.joinColumns] as Mutable[];
  addPath(inner, rest, schema.object(reference?.referenceTo[0] ?? '') ?? object, schema);
  column.joinColumns = inner;
}
