/** Formula text → tokens. */
import type { FormulaErrors } from './errors.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  /** Text of literals is unescaped. */
  readonly text: string;
  readonly offset: number;
}

const SKIPPED = /(?:\s+|\/\*[\s\S]*?\*\/)+/y;
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y;
/** Field paths are one token: `Package__r.Name`, `Owner:User.Name`, `$Setup.Settings__c.Limit__c`. */
const NAME = /\$?[A-Za-z_]\w*(?::[A-Za-z_]\w*)?(?:\.[A-Za-z_]\w*(?::[A-Za-z_]\w*)?)*/y;
const OPERATOR = /<>|!=|==|<=|>=|&&|\|\||[-+*/^&=<>!(),]/y;
const TEXT = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

export function tokenize(text: string, errors: FormulaErrors): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0] ?? null;
  };
  for (;;) {
    offset += take(SKIPPED)?.length ?? 0;
    if (offset >= text.length) break;
    const literal = take(TEXT);
    const found: [Token['kind'], string | null] =
      literal !== null
        ? ['text', literal]
        : take(NUMBER) !== null
          ? ['number', take(NUMBER)]
          : take(NAME) !== null
            ? ['name', take(NAME)]
            : ['operator', take(OPERATOR)];
    const [kind, whole] = found;
    if (whole === null) throw errors.at(`Syntax error. Found '${text.charAt(offset)}'`, offset);
    const value =
      kind === 'text' ? whole.slice(1, -1).replace(/\\([\s\S])/g, (_, next: string) => ESCAPES[next] ?? next) : whole;
    tokens.push({ kind, text: value, offset });
    offset += whole.length;
  }
  tokens.push({ kind: 'end', text: '', offset: text.length });
  return tokens;
}
