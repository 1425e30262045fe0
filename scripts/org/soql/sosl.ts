/** SOSL: each RETURNING object becomes a row query over the fields of the search group. */
import type { Raw } from '../types.ts';
import { OrgError } from '../types.ts';
import type { FieldContext } from './sosl-fields.ts';
import { searchFields } from './sosl-fields.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Access } from '../access/contract.ts';
import type { BindValue, QueryContext } from './contract.ts';
import type { Amount, Condition, Query, SelectItem, Value } from './ast.ts';
import { QueryErrors } from './errors.ts';
import { execute } from './execute.ts';
import { unescapeText } from './literals.ts';
import { parseSearch } from './parse.ts';
import { amountOf } from './ordering.ts';
import { planQuery } from './plan.ts';
import { parseSearchTerm, searchCondition } from './sosl-term.ts';
import type { SearchTerm } from './sosl-term.ts';

const AT = { line: 1, column: 1 };
/** Most rows of one search when it does not say. */
const MOST_ROWS = 2000;

/**
 * One list of rows per RETURNING object, in order. The text is with or without brackets. `found` stands in for the search itself:
 * rows with these ids are found, whatever the term.
 */
export function soslSearch(
  context: QueryContext,
  text: string,
  binds: Readonly<Record<string, BindValue>>,
  access: Access,
  found: readonly string[] | null = null,
): SObjectRecord[][] {
  const trimmed = text.trim();
  const bracketed = trimmed.startsWith('[') ? trimmed : `[${trimmed}]`;
  const { term, bind, clauses, reader } = parseSearch(bracketed, /^\[\s*find\s*\{/i.test(bracketed));
  const wanted = parseSearchTerm(term === null ? boundText(binds, bind ?? '') : unescapeText(term));
  const group = (clauses.searchGroup() as FieldContext | null)?.getText().toUpperCase().replace('FIELDS', '') ?? 'ALL';
  const specs = (clauses.fieldSpecList() as ReturnType<typeof clauses.fieldSpecList> | null) ?? null;
  if (specs === null) throw new OrgError('MALFORMED_SEARCH', 'A search needs a RETURNING clause');
  const mode = searchMode(clauses);
  const result: SObjectRecord[][] = [];
  let list: typeof specs | undefined = specs;
  const queue = [specs];
  while ((list = queue.shift()) !== undefined) {
    result.push(searchObject(list.fieldSpec(), group, found ?? wanted, context, binds, access, reader, mode));
    queue.unshift(...list.fieldSpecList_list());
  }
  return shared(result, rowLimit(clauses, reader, context, binds, access));
}

type Spec = ReturnType<ReturnType<ReturnType<typeof parseSearch>['clauses']['fieldSpecList']>['fieldSpec']>;
type Clauses = ReturnType<typeof parseSearch>['clauses'];
type Reader = ReturnType<typeof parseSearch>['reader'];

function searchObject(
  spec: Spec,
  group: string,
  wanted: SearchTerm | readonly string[],
  context: QueryContext,
  binds: Readonly<Record<string, BindValue>>,
  access: Access,
  reader: Reader,
  mode: Query['mode'],
): SObjectRecord[] {
  const name = spec.soslId(0).getText();
  const object = context.schema.requireObject(name);
  const fields = spec.fieldList() as ReturnType<typeof spec.fieldList> | null;
  const select = fields === null ? ['Id'] : fields.getText().split(',');
  const logical = spec.logicalExpression() as ReturnType<typeof spec.logicalExpression> | null;
  const order = spec.fieldOrderList() as ReturnType<typeof spec.fieldOrderList> | null;
  const targets = searchFields(object, group);
  if (targets.length === 0) return [];
  const terms = [isIdList(wanted) ? idCondition(wanted) : searchCondition(wanted, targets)];
  if (logical !== null) terms.push(reader.logical(logical));
  const query: Query = {
    select: select.map((field): SelectItem => ({ kind: 'operand', operand: path(field), alias: null, at: AT })),
    from: name,
    fromAt: AT,
    alias: null,
    scope: null,
    where: { kind: 'and', terms },
    mode,
    groupBy: [],
    having: null,
    orderBy: order === null ? [] : order.fieldOrder_list().map((item) => reader.orderItem(item)),
    limit: reader.amount((spec.limitClause() as ReturnType<typeof spec.limitClause> | null) ?? null),
    offset: reader.amount((spec.offsetClause() as ReturnType<typeof spec.offsetClause> | null) ?? null),
    allRows: false,
    forUpdate: false,
  };
  const plan = planQuery({ text: '', query, binds: [] }, context.schema, context.formulas ?? null);
  const answer = execute(context, { ...plan, errors: new QueryErrors('') }, binds, access, false);
  return answer.kind === 'rows' ? answer.records : [];
}

const isIdList = (wanted: SearchTerm | readonly string[]): wanted is readonly string[] => Array.isArray(wanted);

function idCondition(ids: readonly string[]): Condition {
  const values = ids.map((raw): Value => ({ kind: 'string', raw, at: AT }));
  return { kind: 'compare', left: path('Id'), operator: 'IN', value: { kind: 'list', values, at: AT }, at: AT };
}

/** `WITH USER_MODE` and `WITH SYSTEM_MODE`; every other clause is refused by name. */
function searchMode(clauses: Clauses): Query['mode'] {
  let mode: Query['mode'] = null;
  for (const clause of clauses.soslWithClause_list()) {
    const text = clause.getText().toUpperCase();
    if (text !== 'WITHUSER_MODE' && text !== 'WITHSYSTEM_MODE') {
      throw new OrgError('MALFORMED_SEARCH', `The clause ${clause.getText()} is not supported by the local org`);
    }
    mode = text === 'WITHUSER_MODE' ? 'user' : 'system';
  }
  return mode;
}

/** LIMIT over all objects. */
function rowLimit(
  clauses: Clauses,
  reader: Reader,
  context: QueryContext,
  binds: Readonly<Record<string, BindValue>>,
  access: Access,
): number {
  const amount: Amount | null = reader.amount(
    (clauses.limitClause() as ReturnType<Clauses['limitClause']> | null) ?? null,
  );
  if (amount === null) return MOST_ROWS;
  const errors = new QueryErrors('');
  return amountOf({ context, access, binds, errors, includeDeleted: false, parentIds: [], params: [] }, amount);
}

/** The limit's rows spread evenly over the objects; what one leaves goes to the next. */
function shared(lists: SObjectRecord[][], limit: number): SObjectRecord[][] {
  const taken = lists.map(() => 0);
  let open = limit;
  for (let round = 0; open > 0 && lists.some((list) => list.length > round); round += 1) {
    for (const [index, list] of lists.entries()) {
      if (open === 0 || list.length <= round) continue;
      taken[index] = round + 1;
      open -= 1;
    }
  }
  return lists.map((list, index) => list.slice(0, taken[index]));
}

function path(field: string): { kind: 'path'; names: string[]; at: typeof AT } {
  return { kind: 'path', names: field.split('.'), at: AT };
}

function boundText(binds: Readonly<Record<string, BindValue>>, name: string): string {
  const value = binds[name] as Raw | undefined;
  if (typeof value !== 'string') throw new OrgError('MALFORMED_SEARCH', `Variable does not exist: ${name}`);
  return value;
}
