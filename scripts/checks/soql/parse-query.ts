/** Query text → parse tree of apex-parser's own rules, with the first syntax error. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser, QueryContext, SoslClausesContext } from '@apexdevtools/apex-parser';
import type { QueryProblem } from './problem.ts';

class FirstError extends ApexErrorListener {
  first: QueryProblem | null = null;
  override apexSyntaxError(line: number, column: number, message: string): void {
    this.first ??= { line, column: column + 1, message };
  }
}

interface TokenLike {
  readonly type: number;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const END_OF_TEXT = -1;

export type Parsed<T> =
  { readonly tree: T; readonly problem: null } | { readonly tree: null; readonly problem: QueryProblem };

export function parseSoql(text: string): Parsed<QueryContext> {
  return parseRule(text, (parser) => parser.query());
}

/** @param text of a search with its brackets */
export function parseSosl(text: string): Parsed<SoslClausesContext> {
  return parseRule(text, (parser) => parser.soslLiteral().soslClauses());
}

function parseRule<T>(text: string, rule: (parser: ApexParser) => T): Parsed<T> {
  const fast = attempt(text, rule, 0);
  return fast.problem === null ? fast : attempt(text, rule, 1);
}

function attempt<T>(text: string, rule: (parser: ApexParser) => T, mode: number): Parsed<T> {
  const listener = new FirstError();
  // The lexer knows fewer escapes than a query: a pattern may escape its wildcards.
  const readable = text.replace(/\\(.)/g, (whole, sign: string) => ('%_'.includes(sign) ? '__' : whole));
  const { parser } = ApexParserFactory.createLexerAndParser(readable, listener);
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = mode;
  const tree = rule(parser);
  const next = (parser as unknown as { getCurrentToken(): TokenLike }).getCurrentToken();
  const rest =
    next.type === END_OF_TEXT
      ? null
      : { line: next.line, column: next.column + 1, message: `unexpected token: '${next.text}'` };
  const problem = listener.first ?? rest;
  return problem === null ? { tree, problem } : { tree: null, problem };
}
