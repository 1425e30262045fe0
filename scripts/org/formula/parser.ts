/** Tokens → tree, by precedence climbing (Pratt). */
import type { FormulaErrors } from './errors.ts';
import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly offset: number }
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression; readonly offset: number }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly offset: number;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly offset: number };

/** Operators that say the same have one name in the tree. */
const SAME: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };

/** Binding power of the operators between two operands; higher binds tighter. */
const POWER: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '<>': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '&': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '^': 8,
};
const UNARY_POWER = 9;

const WORDS: Readonly<Record<string, boolean | null>> = { TRUE: true, FALSE: false, NULL: null };

export function parseFormula(text: string, errors: FormulaErrors): Expression {
  return new Parser(tokenize(text, errors), errors).whole();
}

class Parser {
  private readonly tokens: readonly Token[];
  private readonly errors: FormulaErrors;
  private index = 0;
  constructor(tokens: readonly Token[], errors: FormulaErrors) {
    this.tokens = tokens;
    this.errors = errors;
  }

  private get current(): Token {
    return this.tokens[this.index] as Token;
  }

  whole(): Expression {
    const expression = this.expression(0);
    if (this.current.kind !== 'end') throw this.unexpected();
    return expression;
  }

  private unexpected(): Error {
    const { kind, text, offset } = this.current;
    if (kind === 'end') return this.errors.at('Syntax error. Found end of formula', offset);
    return this.errors.at(`Syntax error. Extra ${text}`, offset);
  }

  private accept(text: string): boolean {
    const { kind, text: found } = this.current;
    if (kind !== 'operator' || found !== text) return false;
    this.index += 1;
    return true;
  }

  private expression(minimum: number): Expression {
    let left = this.operand();
    for (;;) {
      const { kind, text, offset } = this.current;
      const operator = SAME[text] ?? text;
      const power = kind === 'operator' ? POWER[operator] : undefined;
      if (power === undefined || power <= minimum) return left;
      this.index += 1;
      left = { kind: 'binary', operator, left, right: this.expression(power), offset };
    }
  }

  private operand(): Expression {
    const { kind, text, offset } = this.current;
    if (kind === 'operator') return this.prefixed(text, offset);
    if (kind === 'end') throw this.unexpected();
    this.index += 1;
    if (kind === 'number') return { kind: 'literal', value: Number(text), offset };
    if (kind === 'text') return { kind: 'literal', value: text, offset };
    if (this.accept('(')) return { kind: 'call', name: text.toUpperCase(), args: this.args(), offset };
    const word = WORDS[text.toUpperCase()];
    return word === undefined ? { kind: 'name', name: text, offset } : { kind: 'literal', value: word, offset };
  }

  private prefixed(operator: string, offset: number): Expression {
    if (this.accept('(')) {
      const inner = this.expression(0);
      if (!this.accept(')')) throw this.errors.at("Syntax error. Missing ')'", this.current.offset);
      return inner;
    }
    if (!['-', '+', '!'].includes(operator)) throw this.unexpected();
    this.index += 1;
    return { kind: 'unary', operator, operand: this.expression(UNARY_POWER), offset };
  }

  private args(): Expression[] {
    const args: Expression[] = [];
    if (this.accept(')')) return args;
    do args.push(this.expression(0));
    while (this.accept(','));
    if (!this.accept(')')) throw this.errors.at("Syntax error. Missing ')'", this.current.offset);
    return args;
  }
}
