/** SOSL: each RETURNING object becomes a row query with a LIKE over the fields of the search group. Words match by their beginning. */
import type { Raw } from '../types.ts';
import { OrgError } from '../types.ts';
import type { FieldContext } from './sosl-fields.ts';
import { searchFields } from './sosl-fields.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Access } from '../access/contract.ts';
import type { BindValue, QueryContext } from './contract.ts';
import type { Condition, Query, SelectItem, Value } from './ast.ts';
import { QueryErrors } from './errors.ts';
import { execute } from './execute.ts';
import { unescapeText } from './literals.ts';
import { parseSearch } from './parse.ts';
import { planQuery } from './plan.ts';

const AT = { line: 1, column: 1 };
const SHORTEST_TERM = 2;

/** One list of rows per RETURNING object, in order. The text is with or without brackets. */
export function soslSearch(
  context: QueryContext,
  text: string,
  binds: Readonly<Record<string, BindValue>>,
  access: Access,
): SObjectRecord[][] {
  const trimmed = text.trim();
  const bracketed = trimmed.startsWith('[') ? trimmed : `[${trimmed}]`;
  const { term, bind, clauses, reader } = parseSearch(bracketed, /^\[\s*find\s*\{/i.test(bracketed));
  const words = wordsOf(term === null ? boundText(binds, bind ?? '') : unescapeText(term));
  const group = (clauses.searchGroup() as FieldContext | null)?.getText().toUpperCase().replace('FIELDS', '') ?? 'ALL';
  const specs = (clauses.fieldSpecList() as ReturnType<typeof clauses.fieldSpecList> | null) ?? null;
  if (specs === null) throw new OrgError('MALFORMED_SEARCH', 'A search needs a RETURNING clause');
  const mode = searchMode(clauses);
  const result: SObjectRecord[][] = [];
  let list: typeof specs | undefined = specs;
  const queue = [specs];
  while ((list = queue.shift()) !== undefined) {
    result.push(searchObject(list.fieldSpec(), group, words, context, binds, access, reader, mode));
    queue.unshift(...list.fieldSpecList_list());
  }
  return result;
}

type Spec = ReturnType<ReturnType<ReturnType<typeof parseSearch>['clauses']['fieldSpecList']>['fieldSpec']>;
type Clauses = ReturnType<typeof parseSearch>['clauses'];
type Reader = ReturnType<typeof parseSearch>['reader'];

function searchObject(
  spec: Spec,
  group: string,
  words: readonly string[],
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
  const terms = words.map((word) => matches(word, targets));
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
  if (((clauses.limitClause() as FieldContext | null) ?? null) !== null) {
    throw new OrgError(
      'MALFORMED_SEARCH',
      'LIMIT over all objects of a search is not supported by the local org; write it per object',
    );
  }
  return mode;
}

function path(field: string): { kind: 'path'; names: string[]; at: typeof AT } {
  return { kind: 'path', names: field.split('.'), at: AT };
}

function matches(word: string, fields: readonly string[]): Condition {
  const like = (field: string, pattern: string): Condition => {
    const value: Value = { kind: 'string', raw: pattern, at: AT };
    return { kind: 'compare', left: path(field), operator: 'LIKE', value, at: AT };
  };
  return { kind: 'or', terms: fields.flatMap((field) => [like(field, word), like(field, `% ${word}`)]) };
}

/** Words of the search text as patterns: `*` and `?` are the user's wildcards. */
function wordsOf(text: string): string[] {
  const bare = text.replaceAll('"', ' ').trim();
  if (bare.replaceAll('*', '').length < SHORTEST_TERM) {
    throw new OrgError('MALFORMED_SEARCH', `Search term must be longer than one character: ${bare}`);
  }
  const words = bare.split(/\s+/).filter((word) => !/^(and|or|not)$/i.test(word));
  return words.map((word) => `${escapePattern(word)}%`.replace(/%+$/, '%'));
}

function escapePattern(word: string): string {
  return word
    .replace(/[\\%_']/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_');
}

function boundText(binds: Readonly<Record<string, BindValue>>, name: string): string {
  const value = binds[name] as Raw | undefined;
  if (typeof value !== 'string') throw new OrgError('MALFORMED_SEARCH', `Variable does not exist: ${name}`);
  return value;
}
