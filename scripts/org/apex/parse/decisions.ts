/**
 * Decides a few of the grammar's choices by looking at the next tokens, as a person reads them. ANTLR decides the rest: its own way
 * would look through whole argument lists and type arguments at these, and make thousands of table entries of what it saw.
 * Where the next tokens leave a doubt a decider answers `ASK`. Trees of legal code are ANTLR's own; messages about other code are not.
 */
import { ApexParser } from '@apexdevtools/apex-parser';

/** Token type at this distance; 1 is the next token. */
type Look = (distance: number) => number;

interface Decider {
  readonly rule: string;
  /** Alternatives the grammar has there: a check that the number still means the same decision. */
  readonly alternatives: number;
  decide(look: Look, binds: (level: number) => boolean): number;
}

interface Token {
  readonly contains: (type: number) => boolean;
}

interface Simulator {
  readonly atn: {
    readonly decisionToState: readonly { readonly ruleIndex: number; readonly transitions: readonly unknown[] }[];
    readonly ruleToStartState: readonly unknown[];
    nextTokens(state: unknown): Token;
  };
  adaptivePredict(input: { LA(distance: number): number }, decision: number, context: unknown): number;
}

interface ParserInternals {
  readonly _interp: Simulator;
  precpred(context: unknown, level: number): boolean;
}

type Tokens = Readonly<Record<string, number>> & { readonly ruleNames: readonly string[] };

const T = ApexParser as unknown as Tokens;
const ASK = 0;

const tokens = (...names: readonly string[]): ReadonlySet<number> =>
  new Set(
    names.map((name) => {
      const type = T[name];
      if (type === undefined) throw new Error(`The Apex grammar has no token ${name}`);
      return type;
    }),
  );

const LITERALS = tokens(
  'IntegerLiteral',
  'LongLiteral',
  'NumberLiteral',
  'BooleanLiteral',
  'StringLiteral',
  'MultilineStringLiteral',
  'NULL',
);
const COLLECTIONS = tokens('LIST', 'SET', 'MAP');
const SELVES = tokens('THIS', 'SUPER');
const SIGNS = tokens('ADD', 'SUB', 'INC', 'DEC');
const NOTS = tokens('BANG', 'TILDE');
/** What an operand can begin with and nothing else: after `(Type)` it makes a cast. */
const OPERANDS = new Set([...LITERALS, ...SELVES, ...NOTS, ...tokens('Identifier', 'NEW', 'LPAREN')]);
/** What follows a whole expression and nothing else: after `(name)` there was no cast. */
const FOLLOWERS = tokens(
  'DOT',
  'QUESTIONDOT',
  'SEMI',
  'COMMA',
  'RPAREN',
  'RBRACK',
  'RBRACE',
  'MUL',
  'DIV',
  'EQUAL',
  'NOTEQUAL',
  'TRIPLEEQUAL',
  'TRIPLENOTEQUAL',
  'LT',
  'GT',
  'AND',
  'OR',
  'BITAND',
  'BITOR',
  'CARET',
  'QUESTION',
  'COLON',
  'COAL',
  'ASSIGN',
);
const ENDS = tokens('SEMI', 'COMMA', 'RPAREN', 'RBRACK', 'RBRACE', 'COLON');

/** How strongly an operator binds, by the grammar; shifts and comparisons need a second look. */
const LEVELS: ReadonlyMap<number, number> = new Map(
  (
    [
      [23, 'DOT', 'QUESTIONDOT'],
      [22, 'LBRACK'],
      [17, 'INC', 'DEC'],
      [14, 'MUL', 'DIV'],
      [13, 'ADD', 'SUB'],
      [9, 'EQUAL', 'NOTEQUAL', 'TRIPLEEQUAL', 'TRIPLENOTEQUAL'],
      [8, 'BITAND'],
      [7, 'CARET'],
      [6, 'BITOR'],
      [5, 'AND'],
      [4, 'OR'],
      [3, 'COAL'],
      [2, 'QUESTION'],
      [1, 'ASSIGN', 'ADD_ASSIGN', 'SUB_ASSIGN', 'MUL_ASSIGN', 'DIV_ASSIGN'],
    ] as const
  ).flatMap(([level, ...names]) => [...tokens(...names)].map((type): [number, number] => [type, level])),
);

let names: Token | undefined;

/** Whether the token can be a name: soft keywords can. */
function isName(type: number): boolean {
  return type === T['Identifier'] || names?.contains(type) === true;
}

/** Distance of the token behind a type that begins at `start`; 0 where there is none. */
function behindType(look: Look, start: number): number {
  let at = start;
  for (;;) {
    if (!isName(look(at)) && !COLLECTIONS.has(look(at))) return 0;
    at += 1;
    if (look(at) === T['LT']) {
      at = behindArguments(look, at);
      if (at === 0) return 0;
    }
    if (look(at) !== T['DOT']) break;
    at += 1;
  }
  while (look(at) === T['LBRACK']) {
    if (look(at + 1) !== T['RBRACK']) return 0;
    at += 2;
  }
  return at;
}

function behindArguments(look: Look, start: number): number {
  let at = start;
  do {
    at = behindType(look, at + 1);
    if (at === 0) return 0;
  } while (look(at) === T['COMMA']);
  return look(at) === T['GT'] ? at + 1 : 0;
}

function parenthesis(look: Look): number {
  const close = behindType(look, 2);
  if (close === 0 || look(close) !== T['RPAREN']) return SUB_EXPRESSION;
  const next = look(close + 1);
  if (OPERANDS.has(next)) return CAST;
  return FOLLOWERS.has(next) ? SUB_EXPRESSION : ASK;
}

/** `a.b.c` ends as a type's `.class`, or is a name with what follows. */
function nameOrClass(look: Look): number {
  let at = 2;
  while (look(at) === T['DOT']) {
    if (look(at + 1) === T['CLASS']) return TYPE_CLASS;
    if (!isName(look(at + 1))) return NAME;
    at += 2;
  }
  if (look(at) === T['LT']) return ASK;
  return look(at) === T['LBRACK'] && look(at + 1) === T['RBRACK'] ? ASK : NAME;
}

const typeArguments: Omit<Decider, 'rule'> = {
  alternatives: 2,
  decide: (look) => (look(1) === T['LT'] ? 1 : 2),
};

const CAST = 4;
const SUB_EXPRESSION = 5;
const TYPE_CLASS = 4;
const NAME = 6;

const DECIDERS: ReadonlyMap<number, Decider> = new Map([
  // A type goes on behind a dot, unless that is its `.class`.
  [
    36,
    { rule: 'typeRef', alternatives: 2, decide: (look) => (look(1) === T['DOT'] && look(2) !== T['CLASS'] ? 1 : 2) },
  ],
  [38, { rule: 'typeName', ...typeArguments }],
  [39, { rule: 'typeName', ...typeArguments }],
  [40, { rule: 'typeName', ...typeArguments }],
  [
    86,
    {
      rule: 'expression',
      alternatives: 7,
      decide(look) {
        const first = look(1);
        if (first === T['LPAREN']) return parenthesis(look);
        if (first === T['NEW']) return 3;
        if (SIGNS.has(first)) return 6;
        if (NOTS.has(first)) return 7;
        if (LITERALS.has(first)) return 1;
        if (SELVES.has(first) || isName(first)) return look(2) === T['LPAREN'] ? 2 : 1;
        return ASK;
      },
    },
  ],
  // Behind a dot: a call, or a field.
  [89, { rule: 'expression', alternatives: 2, decide: (look) => (look(2) === T['LPAREN'] ? 1 : 2) }],
  // Whether an operator goes on with this expression, or with the one around it.
  [
    91,
    {
      rule: 'expression',
      alternatives: 2,
      decide(look, binds) {
        const first = look(1);
        if (ENDS.has(first)) return 2;
        const level = LEVELS.get(first);
        return level === undefined ? ASK : binds(level) ? 1 : 2;
      },
    },
  ],
  [
    92,
    {
      rule: 'primary',
      alternatives: 8,
      decide(look) {
        const first = look(1);
        if (first === T['THIS']) return 1;
        if (first === T['SUPER']) return 2;
        if (LITERALS.has(first)) return 3;
        return isName(first) ? nameOrClass(look) : ASK;
      },
    },
  ],
]);

/** Decisions whose number means another one in the grammar that is installed; none, as long as its version is the pinned one. */
export function strangeDecisions(parser: ApexParser): number[] {
  const { atn } = (parser as unknown as ParserInternals)._interp;
  return [...DECIDERS].flatMap(([decision, { rule, alternatives }]) => {
    const state = atn.decisionToState[decision];
    const fits = state && T.ruleNames[state.ruleIndex] === rule && state.transitions.length === alternatives;
    return fits ? [] : [decision];
  });
}

/** Lets the deciders of this file answer first. */
export function decideByHand(parser: ApexParser): void {
  const internals = parser as unknown as ParserInternals;
  const simulator = internals._interp;
  names ??= simulator.atn.nextTokens(simulator.atn.ruleToStartState[T.ruleNames.indexOf('id')]);
  const ask = simulator.adaptivePredict.bind(simulator);
  const binds = (level: number): boolean => internals.precpred(null, level);
  simulator.adaptivePredict = (input, decision, context) => {
    const answer = DECIDERS.get(decision)?.decide((distance) => input.LA(distance), binds) ?? ASK;
    return answer === ASK ? ask(input, decision, context) : answer;
  };
}
