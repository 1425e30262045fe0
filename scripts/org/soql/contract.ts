import type { Clock, Raw } from '../types.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Store } from '../store/contract.ts';
import type { Access, AccessRules } from '../access/contract.ts';

/** Formula fields as the layer above evaluates them; a query that reads one without this hook fails by name. */
export interface FormulaHook {
  /** Stored fields the formula reads, as paths from its object (`Package__r.Name`), through nested formulas too. */
  references(object: ObjectSchema, field: FieldSchema): readonly string[];
  /** Value for a record that has those fields populated (parents nested). */
  evaluate(record: SObjectRecord, field: FieldSchema): Raw;
}

/** What a query needs to run. */
export interface QueryContext {
  readonly schema: OrgSchema;
  readonly store: Store;
  readonly access: AccessRules;
  readonly clock: Clock;
  /** IANA zone of the running user; date literals and date functions use it. */
  readonly timeZone: string;
  readonly formulas?: FormulaHook;
}

/** A bound value with its kind where the raw form alone does not tell it. Lists serve IN, NOT IN, INCLUDES. */
export type BindValue =
  | Raw
  | bigint
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'datetime'; readonly value: number }
  | { readonly kind: 'time'; readonly value: number }
  | readonly BindValue[];

/**
 * Shape of a query, known without running it: what the Apex compiler types it with. `binds` are the names after each `:` in
 * the text in order of appearance (the Apex compiler rewrites every inline bind to `:b0`, `:b1`, ...).
 */
export interface QueryShape {
  readonly object: string;
  readonly kind: 'rows' | 'aggregate' | 'count';
  readonly binds: readonly string[];
  /** `WITH USER_MODE`, `WITH SYSTEM_MODE`, `WITH SECURITY_ENFORCED`, when written. */
  readonly mode?: 'user' | 'system' | 'security_enforced';
}

export type QueryResult =
  | { readonly kind: 'rows'; readonly records: SObjectRecord[] }
  | { readonly kind: 'aggregate'; readonly records: SObjectRecord[] }
  | { readonly kind: 'count'; readonly count: number };

/** Implemented by `soql/index.ts`. Every error is an `OrgError` (`MALFORMED_QUERY`, `INVALID_FIELD`, `INVALID_TYPE`) that names the place. */
export interface Soql {
  analyze(text: string, schema: OrgSchema): QueryShape;
  run(context: QueryContext, text: string, binds: Readonly<Record<string, BindValue>>, access: Access): QueryResult;
}
