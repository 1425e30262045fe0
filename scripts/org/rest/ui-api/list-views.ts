/** List views: read from the object's metadata, turned into a query by a table of operators. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { BindValue } from '../../soql/contract.ts';
import type { HostedOrg } from '../hosted-org.ts';
import { readDate, readDateTime } from '../instants.ts';
import { all, child, parseXml, textAt } from '../soap/envelope.ts';

export interface ListFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

export interface ListView {
  readonly name: string;
  readonly label: string;
  readonly isMine: boolean;
  readonly columns: readonly string[];
  readonly filters: readonly ListFilter[];
  readonly booleanFilter?: string;
}

/** Column names of list view metadata that are not field names. */
const STANDARD_COLUMNS: Readonly<Record<string, string>> = {
  NAME: 'Name',
  'OWNER.ALIAS': 'Owner.Name',
  'OWNER.FIRST_NAME': 'Owner.Name',
  'CORE.USERS.ALIAS': 'Owner.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Name',
  FULL_NAME: 'Name',
  'LEAD.STATUS': 'Status',
  'LEAD.COMPANY': 'Company',
  'LEAD.EMAIL': 'Email',
  'ACCOUNT.NAME': 'Name',
};

export function columnOf(object: ObjectSchema, name: string): string {
  const known = STANDARD_COLUMNS[name.toUpperCase()];
  if (known !== undefined) return known;
  const field = object.field(name);
  if (field === undefined)
    throw new OrgError('INVALID_FIELD', `The list view column ${name} is no field of ${object.name}`);
  return field.name;
}

/** Every list view of the object, plus `All` where the metadata has none of that name. */
export function listViewsOf(hosted: HostedOrg, object: ObjectSchema): ListView[] {
  const component = hosted.org.component('CustomObject', object.name);
  const root = component === undefined ? undefined : child(parseXml(component.content), 'CustomObject');
  const views = all(root, 'listViews').map((node): ListView => {
    const booleanFilter = textAt(node, 'booleanFilter');
    return {
      name: textAt(node, 'fullName') ?? '',
      label: textAt(node, 'label') ?? '',
      isMine: textAt(node, 'filterScope') === 'Mine',
      columns: all(node, 'columns').map(String),
      filters: all(node, 'filters').map((filter) => ({
        field: textAt(filter, 'field') ?? '',
        operation: textAt(filter, 'operation') ?? '',
        value: textAt(filter, 'value') ?? '',
      })),
      ...(booleanFilter === undefined ? {} : { booleanFilter }),
    };
  });
  if (views.some((view) => view.name === 'All')) return views;
  return [
    ...views,
    { name: 'All', label: `All ${object.pluralLabel}`, isMine: false, columns: [object.nameField], filters: [] },
  ];
}

const COMPARISONS: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};

type TextMatch = (value: string) => { operator: string; pattern: string; negated?: true };

const escapeLike = (value: string): string => value.replace(/[\\%_]/g, '\\$&');
const MATCHES: Readonly<Record<string, TextMatch>> = {
  contains: (value) => ({ operator: 'LIKE', pattern: `%${escapeLike(value)}%` }),
  notContain: (value) => ({ operator: 'LIKE', pattern: `%${escapeLike(value)}%`, negated: true }),
  startsWith: (value) => ({ operator: 'LIKE', pattern: `${escapeLike(value)}%` }),
};

const DATE_LITERAL =
  /^(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|90_DAYS)|(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|YEARS):\d+)$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/;

/** A date as metadata writes it (`1/31/2026`) or ISO. */
function isoDay(value: string): string {
  const us = US_DATE.exec(value);
  return us === null ? value : `${us[3] ?? ''}-${(us[1] ?? '').padStart(2, '0')}-${(us[2] ?? '').padStart(2, '0')}`;
}

function bindOf(field: FieldSchema | undefined, value: string): BindValue {
  if (value === '') return null;
  switch (field?.type) {
    case 'boolean':
      return value === '1' || value.toLowerCase() === 'true';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return Number(value);
    case 'date':
      return { kind: 'date', value: readDate(isoDay(value)) ?? bad(field, value) };
    case 'datetime':
      return { kind: 'datetime', value: readDateTime(isoDay(value)) ?? bad(field, value) };
    default:
      return value;
  }
}

function bad(field: FieldSchema, value: string): never {
  throw new OrgError('INVALID_FILTER_VALUE', `The list view value ${value} is no ${field.type} for ${field.name}`);
}

export class ListQuery {
  readonly binds: Record<string, BindValue> = {};
  private readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    this.object = object;
  }

  bind(value: BindValue): string {
    const name = `b${Object.keys(this.binds).length}`;
    this.binds[name] = value;
    return `:${name}`;
  }

  /** The whole condition of a view, or empty text. */
  where(view: ListView, userId: Id): string {
    const parts = view.filters.map((filter) => this.condition(filter));
    const filters = view.booleanFilter === undefined ? parts.join(' AND ') : combine(view.booleanFilter, parts);
    const mine = view.isMine ? `OwnerId = ${this.bind(userId)}` : '';
    return [mine, filters === '' ? '' : `(${filters})`].filter((part) => part !== '').join(' AND ');
  }

  condition(filter: ListFilter): string {
    const column = columnOf(this.object, filter.field);
    const field = this.object.field(column);
    const match = MATCHES[filter.operation];
    if (match !== undefined) {
      const { operator, pattern, negated } = match(filter.value);
      const text = `${column} ${operator} ${this.bind(pattern)}`;
      return negated === true ? `(NOT ${text})` : text;
    }
    if (filter.operation === 'includes' || filter.operation === 'excludes') {
      const values = filter.value.split(',').map((value) => this.bind(value.trim()));
      return `${column} ${filter.operation.toUpperCase()} (${values.join(', ')})`;
    }
    const operator = COMPARISONS[filter.operation];
    if (operator === undefined)
      throw new OrgError('INVALID_FILTER_OPERATOR', `The list view operation ${filter.operation} is not supported`);
    if (DATE_LITERAL.test(filter.value) && (field?.type === 'date' || field?.type === 'datetime'))
      return `${column} ${operator} ${filter.value}`;
    const values = operator === '=' || operator === '!=' ? filter.value.split(',') : [filter.value];
    const parts = values.map((value) => `${column} ${operator} ${this.bind(bindOf(field, value.trim()))}`);
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(operator === '=' ? ' OR ' : ' AND ')})`;
  }
}

/** `(1 AND 2) OR 3` with each number replaced; anything but numbers, AND, OR, NOT and parentheses is refused. */
function combine(filter: string, parts: readonly string[]): string {
  if (!/^(?:\s|\d+|AND|OR|NOT|[()])*$/i.test(filter))
    throw new OrgError('INVALID_FILTER', `The filter logic ${filter} is not valid`);
  return filter.replace(/\d+/g, (digits) => {
    const part = parts[Number(digits) - 1];
    if (part === undefined)
      throw new OrgError(
        'INVALID_FILTER',
        `The filter logic names filter ${digits}, which the list view does not have`,
      );
    return `(${part})`;
  });
}
