/** Query text → tree. The grammar is apex-parser's `query` rule, so that inline and dynamic queries mean the same. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser, QueryContext, SoslClausesContext } from '@apexdevtools/apex-parser';
import { QueryErrors } from './errors.ts';
import type { ParsedQuery } from './ast.ts';
import { hidePatternEscapes } from './literals.ts';
import { TreeReader } from './tree-reader.ts';

/** antlr4's `PredictionMode`: the fast mode answers nearly every query, the full one decides the rest. */
const FAST = 0;
const FULL = 1;

interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

class ProblemList extends ApexErrorListener {
  readonly problems: Problem[] = [];
  override apexSyntaxError(line: number, column: number, message: string): void {
    this.problems.push({ line, column, message });
  }
}

interface TokenLike {
  readonly type: number;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

interface ParserInternals {
  readonly _interp: { predictionMode: number };
  getCurrentToken(): TokenLike;
}

const END_OF_TEXT = -1;
const CACHE_LIMIT = 2000;
const cache = new Map<string, ParsedQuery>();

/** Reads one query; throws `MALFORMED_QUERY` at the place of the first syntax error. Cached by text. */
export function parseQuery(text: string): ParsedQuery {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const errors = new QueryErrors(text);
  const context = parseRule(text, errors, (parser) => parser.query()) as QueryContext;
  const reader = new TreeReader(errors);
  const parsed: ParsedQuery = { text, query: reader.query(context), binds: reader.binds };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

/** Reads the clauses of one search; `text` is in brackets already. */
export function parseSearch(
  text: string,
  alternative: boolean,
): { term: string | null; bind: string | null; clauses: SoslClausesContext; reader: TreeReader } {
  const errors = new QueryErrors(text);
  const reader = new TreeReader(errors);
  if (alternative) {
    let term = '';
    const clauses = parseRule(text, errors, (parser) => {
      const context = parser.soslLiteralAlt();
      term = context.FindLiteralAlt()?.getText() ?? '';
      return context.soslClauses();
    }) as SoslClausesContext;
    return { term: term.replace(/^\[?\s*find\s*\{/i, '').replace(/\}\s*$/, ''), bind: null, clauses, reader };
  }
  let term: string | null = null;
  let bind: string | null = null;
  const clauses = parseRule(text, errors, (parser) => {
    const context = parser.soslLiteral();
    const literal = context.FindLiteral()?.getText();
    if (literal === undefined) bind = context.boundExpression()?.expression().getText() ?? null;
    else term = literal.replace(/^\[\s*find\s*'/i, '').replace(/'\s*$/, '');
    return context.soslClauses();
  }) as SoslClausesContext;
  return { term, bind, clauses, reader };
}

function parseRule(text: string, errors: QueryErrors, rule: (parser: ApexParser) => unknown): unknown {
  const fast = attempt(text, rule, FAST);
  if (fast.problem === null) return fast.tree;
  const full = attempt(text, rule, FULL);
  if (full.problem === null) return full.tree;
  throw errors.malformed(full.problem.message, { line: full.problem.line, column: full.problem.column + 1 });
}

function attempt(
  text: string,
  rule: (parser: ApexParser) => unknown,
  mode: number,
): { tree: unknown; problem: Problem | null } {
  const listener = new ProblemList();
  const { parser } = ApexParserFactory.createLexerAndParser(hidePatternEscapes(text), listener);
  const internals = parser as unknown as ParserInternals;
  internals._interp.predictionMode = mode;
  const tree = rule(parser);
  const first = listener.problems[0];
  if (first !== undefined) return { tree: null, problem: { ...first, message: inPlatformWords(text, first) } };
  const next = internals.getCurrentToken();
  if (next.type === END_OF_TEXT) return { tree, problem: null };
  return { tree: null, problem: { line: next.line, column: next.column, message: `unexpected token: '${next.text}'` } };
}

function inPlatformWords(text: string, problem: Problem): string {
  const rest = (text.split('\n')[problem.line - 1] ?? '').slice(problem.column);
  const token = /^(\w+|'[^']*'?|\S)/.exec(rest)?.[0];
  if (token === undefined) return 'unexpected token: <EOF>';
  if (/token recognition error/.test(problem.message))
    return `line ${problem.line}:${problem.column} unexpected character or unterminated text at ${token}`;
  return `unexpected token: '${token}'`;
}
