/** The query as a tree of our own: small, without parser types, with the place of everything an error may point at. */

/** 1-based place in the query text. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface FieldPath {
  readonly kind: 'path';
  /** `['Package__r', 'Name']`. */
  readonly names: readonly string[];
  readonly at: Position;
}

export interface FunctionCall {
  readonly kind: 'call';
  /** Upper case, for example `CALENDAR_YEAR`. */
  readonly name: string;
  readonly argument: Operand | null;
  readonly at: Position;
}

export type Operand = FieldPath | FunctionCall;

export interface TypeofBranch {
  readonly object: string;
  readonly fields: readonly FieldPath[];
  readonly at: Position;
}

export type SelectItem =
  | { readonly kind: 'operand'; readonly operand: Operand; readonly alias: string | null; readonly at: Position }
  | { readonly kind: 'fields'; readonly group: 'ALL' | 'CUSTOM' | 'STANDARD'; readonly at: Position }
  | { readonly kind: 'query'; readonly query: Query; readonly at: Position }
  | {
      readonly kind: 'typeof';
      readonly path: FieldPath;
      readonly branches: readonly TypeofBranch[];
      readonly otherwise: readonly FieldPath[] | null;
      readonly at: Position;
    };

export type Value =
  | { readonly kind: 'null'; readonly at: Position }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: Position }
  | { readonly kind: 'number'; readonly value: number; readonly at: Position }
  /** `raw` keeps the escape sequences: LIKE reads them differently from the comparisons. */
  | { readonly kind: 'string'; readonly raw: string; readonly at: Position }
  | { readonly kind: 'date'; readonly value: string; readonly at: Position }
  | { readonly kind: 'datetime'; readonly value: number; readonly at: Position }
  | { readonly kind: 'time'; readonly value: number; readonly at: Position }
  /** `LAST_N_DAYS` with its number, or `TODAY` without. */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly count: number; readonly at: Position }
  | { readonly kind: 'bind'; readonly name: string; readonly at: Position }
  | { readonly kind: 'list'; readonly values: readonly Value[]; readonly at: Position }
  | { readonly kind: 'query'; readonly query: Query; readonly at: Position };

/** What a query may write between a field and a value. */
export const OPERATORS = ['=', '!=', '<', '>', '<=', '>=', 'LIKE', 'IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'] as const;

/** `MATCHES` is the search for words of SOSL; no query text has it. */
export type Operator = (typeof OPERATORS)[number] | 'MATCHES';

export interface Comparison {
  readonly kind: 'compare';
  readonly left: Operand;
  readonly operator: Operator;
  readonly value: Value;
  readonly at: Position;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly kind: 'not'; readonly term: Condition }
  | Comparison;

export interface OrderItem {
  readonly operand: Operand;
  readonly descending: boolean;
  readonly nulls: 'FIRST' | 'LAST';
  readonly at: Position;
}

/** A whole number, written or bound. */
export type Amount =
  | { readonly kind: 'number'; readonly value: number; readonly at?: Position }
  | { readonly kind: 'bind'; readonly name: string; readonly at: Position };

export interface Query {
  readonly select: readonly SelectItem[];
  /** Object name, or relationship name in a child sub-query. */
  readonly from: string;
  readonly fromAt: Position;
  readonly alias: string | null;
  readonly scope: { readonly name: string; readonly at: Position } | null;
  readonly where: Condition | null;
  readonly mode: 'user' | 'system' | 'security_enforced' | null;
  readonly groupBy: readonly Operand[];
  /** `GROUP BY ROLLUP(...)` and `GROUP BY CUBE(...)`. */
  readonly subtotals?: 'rollup' | 'cube';
  readonly having: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: Amount | null;
  readonly offset: Amount | null;
  readonly allRows: boolean;
  readonly forUpdate: boolean;
}

export interface ParsedQuery {
  readonly text: string;
  readonly query: Query;
  /** Names of binds in order of appearance. */
  readonly binds: readonly string[];
}
