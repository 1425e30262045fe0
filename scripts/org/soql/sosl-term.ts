/** The text after FIND as a condition: words and quoted phrases, `AND`, `OR`, `AND NOT`, parentheses, `*` and `?`. */
import { OrgError } from '../types.ts';
import type { Condition, Value } from './ast.ts';
import { SEPARATORS } from './condition.ts';

const AT = { line: 1, column: 1 };
const SHORTEST_TERM = 2;
const TOKEN = /"[^"]*"|[()]|[^\s()"]+/g;

/** What is searched for, before it is known in which fields. */
export type SearchTerm =
  | { readonly kind: 'words'; readonly pattern: string }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly SearchTerm[] }
  | { readonly kind: 'not'; readonly term: SearchTerm };

/** @throws OrgError `MALFORMED_SEARCH` where the text is too short or does not end */
export function parseSearchTerm(text: string): SearchTerm {
  const bare = text.replace(/["*()]/g, ' ').trim();
  if (bare.length < SHORTEST_TERM) {
    throw new OrgError('MALFORMED_SEARCH', `Search term must be longer than one character: ${text.trim()}`);
  }
  return new TermParser(text.match(TOKEN) ?? []).whole();
}

class TermParser {
  private readonly tokens: readonly string[];
  private index = 0;
  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  whole(): SearchTerm {
    const term = this.either();
    if (this.index < this.tokens.length) throw this.unexpected();
    return term;
  }

  private get word(): string | undefined {
    return this.tokens[this.index];
  }

  private accept(...words: string[]): boolean {
    if (!words.every((word, offset) => this.tokens[this.index + offset]?.toUpperCase() === word)) return false;
    this.index += words.length;
    return true;
  }

  private unexpected(): OrgError {
    return new OrgError('MALFORMED_SEARCH', `unexpected token: '${this.word ?? '<EOF>'}'`);
  }

  private either(): SearchTerm {
    const terms = [this.both()];
    while (this.accept('OR')) terms.push(this.both());
    return join('or', terms);
  }

  /** Words without a word between them must all be there. */
  private both(): SearchTerm {
    const terms = [this.single()];
    for (;;) {
      if (this.accept('AND', 'NOT')) terms.push({ kind: 'not', term: this.single() });
      else if (this.accept('AND')) terms.push(this.single());
      else if (this.word !== undefined && this.word !== ')' && this.word.toUpperCase() !== 'OR')
        terms.push(this.single());
      else return join('and', terms);
    }
  }

  private single(): SearchTerm {
    const { word } = this;
    if (word === undefined || word === ')') throw this.unexpected();
    this.index += 1;
    if (word !== '(') return { kind: 'words', pattern: pattern(word.replaceAll('"', '')) };
    const term = this.either();
    if (!this.accept(')')) throw this.unexpected();
    return term;
  }
}

function join(kind: 'and' | 'or', terms: readonly SearchTerm[]): SearchTerm {
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind, terms };
}

/** Whole words; only the searcher's own `*` and `?` stand for other characters. */
function pattern(words: string): string {
  const spaced = SEPARATORS.reduce((text, separator) => text.replaceAll(separator, ' '), words).trim();
  const escaped = spaced.replace(/[\\%]/g, '\\$&').replaceAll('*', '%').replaceAll('?', '_');
  return `% ${escaped} %`;
}

/** The search as a condition over these fields: each word in any of them. */
export function searchCondition(term: SearchTerm, fields: readonly string[]): Condition {
  if (term.kind === 'not') return { kind: 'not', term: searchCondition(term.term, fields) };
  if (term.kind !== 'words') return { kind: term.kind, terms: term.terms.map((one) => searchCondition(one, fields)) };
  const value: Value = { kind: 'string', raw: term.pattern, at: AT };
  return {
    kind: 'or',
    terms: fields.map((field) => ({
      kind: 'compare',
      left: { kind: 'path', names: [field], at: AT },
      operator: 'MATCHES',
      value,
      at: AT,
    })),
  };
}
