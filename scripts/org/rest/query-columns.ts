/** `query?columns=true`: which columns a query has, for clients that print tables. */
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import { OrgError } from '../types.ts';

export interface Column {
  readonly columnName: string;
  readonly displayName: string;
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly custom: boolean;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: Column[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

/** Splits a select list at the commas outside of parentheses. */
function splitList(list: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Select list and object of a query text whose syntax was checked before. */
function dissect(text: string): { list: string; object: string; isGrouped: boolean } {
  let depth = 0;
  const tokens = /\(|\)|\bfrom\b/gi;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    if (token[0] === '(') depth += 1;
    else if (token[0] === ')') depth -= 1;
    else if (depth === 0) {
      const list = text.slice(0, token.index).replace(/^\s*select\s/i, '');
      const object = /^\s*(\w+(?:\.\w+)*)/.exec(text.slice(token.index + 4))?.[1] ?? '';
      return { list, object, isGrouped: /\bgroup\s+by\b/i.test(text.slice(token.index)) };
    }
  }
  throw new OrgError('MALFORMED_QUERY', 'The query has no FROM clause');
}

const NUMBER_TYPES: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

function leaf(name: string, object: ObjectSchema | undefined): Column {
  const field = object?.field(name);
  const isNumber = NUMBER_TYPES.has(field?.type ?? '');
  return {
    columnName: field?.name ?? name,
    displayName: field?.name ?? name,
    aggregate: false,
    apexType: field?.type ?? 'string',
    booleanType: field?.type === 'boolean',
    custom: field?.custom ?? false,
    foreignKeyName: null,
    insertable: field?.createable ?? false,
    joinColumns: [],
    numberType: isNumber,
    textType: !isNumber && field?.type !== 'boolean',
    updatable: field?.updateable ?? false,
  };
}

function branch(name: string, aggregate: boolean, joinColumns: Column[]): Column {
  return { ...leaf(name, undefined), columnName: name, displayName: name, aggregate, joinColumns, textType: false };
}

function addPath(
  columns: Column[],
  path: readonly string[],
  object: ObjectSchema | undefined,
  schema: OrgSchema,
): void {
  const [head = '', ...tail] = path;
  if (tail.length === 0) {
    columns.push(leaf(head, object));
    return;
  }
  const relation = object?.parentRelationship(head);
  const name = relation?.relationshipName ?? head;
  const parent = relation?.referenceTo[0] === undefined ? undefined : schema.object(relation.referenceTo[0]);
  let join = columns.find((column) => column.columnName === name && !column.aggregate);
  if (join === undefined) {
    join = branch(name, false, []);
    columns.push(join);
  }
  addPath(join.joinColumns, tail, parent, schema);
}

/** `FIELDS(ALL)`, `FIELDS(STANDARD)`, `FIELDS(CUSTOM)`. */
function fieldsOf(kind: string, object: ObjectSchema | undefined): Column[] {
  const chosen = (object?.fields ?? []).filter((field) => kind === 'ALL' || field.custom === (kind === 'CUSTOM'));
  return chosen.map((field) => leaf(field.name, object));
}

function columnsOf(list: string, object: ObjectSchema | undefined, schema: OrgSchema): Column[] {
  const columns: Column[] = [];
  let unnamed = 0;
  for (const item of splitList(list)) {
    if (/^\(\s*select\b/i.test(item)) {
      const inner = dissect(item.slice(1, -1));
      const child = object?.childRelationship(inner.object);
      const childObject = child === undefined ? undefined : schema.object(child.childObject);
      columns.push(branch(child?.name ?? inner.object, true, columnsOf(inner.list, childObject, schema)));
      continue;
    }
    const call = /^(\w+)\s*\((.*)\)\s*(\w+)?$/s.exec(item);
    if (call?.[1]?.toUpperCase() === 'FIELDS') {
      columns.push(...fieldsOf(call[2]?.trim().toUpperCase() ?? '', object));
      continue;
    }
    if (call !== null) {
      const argument = call[2]?.trim() ?? '';
      const isShown = /^(toLabel|format|convertCurrency|convertTimezone)$/i.test(call[1] ?? '');
      const name = call[3] ?? (isShown ? argument : `expr${unnamed++}`);
      columns.push({
        ...leaf(name, undefined),
        columnName: name,
        displayName: call[3] ?? `${call[1] ?? ''}(${argument})`,
        aggregate: false,
      });
      continue;
    }
    const [path = '', alias] = item.split(/\s+/);
    if (alias !== undefined) columns.push(leaf(alias, undefined));
    else addPath(columns, path.split('.'), object, schema);
  }
  return columns;
}

/** The select list as a tree, for a query whose syntax was checked before. */
export function queryColumns(text: string, schema: OrgSchema): readonly Column[] {
  const { list, object } = dissect(text);
  return columnsOf(list, schema.object(object), schema);
}

/** Body of the answer; the query itself is not run. */
export function columnMetadata(text: string, schema: OrgSchema): Record<string, unknown> {
  const { list, object: name, isGrouped } = dissect(text);
  const object = schema.requireObject(name);
  const isCount = /^\s*count\s*\(\s*\)\s*$/i.test(list);
  const columns = isCount ? [] : columnsOf(list, object, schema);
  return {
    columnMetadata: columns,
    entityName: object.name,
    groupBy: isGrouped,
    idSelected: columns.some((column) => column.columnName === 'Id'),
    keyPrefix: object.keyPrefix,
  };
}
