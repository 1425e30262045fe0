/** What an expression compiles to. */

export interface Expression {
  /** JavaScript expression, safe to embed anywhere. */
  readonly js: string;
  /** Canonical static type; `null` and `void` where those. */
  readonly type: string;
  /** True where the value is known not to be null. */
  readonly nonNull?: boolean;
  /** True for an inline query: a list that may also stand for its one row. */
  readonly query?: boolean;
  /** Where a value can be stored; absent for what cannot be assigned. */
  readonly place?: Place;
  /** JavaScript conditions of `?.` before it; `value()` closes them. */
  readonly guards?: string;
  /** Set for `super`: calls go to the superclass's own method. */
  readonly isSuper?: boolean;
  /** True for a parent record reached through a relationship: reads through an empty one are null. */
  readonly isParent?: boolean;
  /** Object of `Schema.SObjectType.X`, whose `fields` lead on to its fields. */
  readonly describes?: string;
  readonly describesFields?: boolean;
  /** Set for a read of a record's field, for `addError` on it. */
  readonly recordField?: { readonly record: string; readonly field: string };
}

/**
 * Something assignable. `receiver` and `index` are evaluated once; `read` and `write` build JavaScript from what holds them
 * (the same texts, or names of temporaries).
 */
export interface Place {
  readonly parts: readonly string[];
  read(parts: readonly string[]): string;
  write(parts: readonly string[], value: string): string;
}

/** Closes the `?.` guards: the whole chain is null where one of them is. */
export function closed(expression: Expression): Expression {
  if (expression.guards === undefined) return expression;
  return { js: `(${expression.guards}${expression.js})`, type: expression.type };
}

/** JavaScript of the value, checked for null unless known. */
export function checked(expression: Expression): string {
  return expression.nonNull ? expression.js : `(${expression.js}??$.npe())`;
}

/** A name that stands for a type or a namespace instead of a value. */
export type Operand =
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'type'; readonly type: string; readonly path: readonly string[] }
  | { readonly kind: 'namespace'; readonly path: readonly string[] };
