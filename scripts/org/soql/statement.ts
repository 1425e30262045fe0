/** One SQL statement being planned: its aliases, what it reads, and the formula values it needs. */
import type { FieldSchema, FieldType, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SqlValue } from '../store/contract.ts';
import type { Access } from '../access/contract.ts';
import type { BindValue, FormulaHook, QueryContext } from './contract.ts';
import type { Condition, Position } from './ast.ts';
import type { QueryErrors } from './errors.ts';

/** One execution: SQL fragments push their parameters here in the order in which they are written. */
export interface Run {
  readonly context: QueryContext;
  readonly access: Access;
  readonly binds: Readonly<Record<string, BindValue>>;
  readonly errors: QueryErrors;
  readonly includeDeleted: boolean;
  /** Ids of the parent rows while a child sub-query runs. */
  readonly parentIds: readonly string[];
  readonly params: SqlValue[];
}

/** Writes a fragment of SQL for one execution. */
export type Emit = (run: Run) => string;

export function fixed(sql: string): Emit {
  return () => sql;
}

/** An expression with what its values are. */
export interface TypedSql {
  readonly emit: Emit;
  readonly type: FieldType;
  /** Name for messages and columns. */
  readonly name: string;
  readonly field: FieldSchema | null;
  /** The object the field belongs to. */
  readonly owner?: ObjectSchema;
}

/** A field the statement reads, for the checks of user mode. */
export interface Usage {
  readonly object: ObjectSchema;
  /** `null`: the object itself. */
  readonly field: string | null;
  /** As written, for the message. */
  readonly written: string;
  readonly clause: 'select' | 'filter';
  /** How the object was reached. */
  readonly through: 'from' | 'parent' | 'child';
  readonly at: Position;
}

/** Values of one formula field by record id, computed before the statement and joined to it. */
export interface FormulaTable {
  readonly name: string;
  readonly object: ObjectSchema;
  readonly field: FieldSchema;
  /** Condition without formulas that every wanted row meets. */
  readonly narrowing: Condition | null;
  /** Alias the condition may use for the object. */
  readonly queryAlias: string | null;
}

export class Statement {
  readonly schema: OrgSchema;
  readonly errors: QueryErrors;
  readonly formulas: Pick<FormulaHook, 'references'> | null;
  readonly usages: Usage[] = [];
  readonly formulaTables: FormulaTable[] = [];
  private aliases = 0;
  constructor(schema: OrgSchema, errors: QueryErrors, formulas: Pick<FormulaHook, 'references'> | null) {
    this.schema = schema;
    this.errors = errors;
    this.formulas = formulas;
  }
  nextAlias(prefix: 't' | 'f'): string {
    this.aliases += 1;
    return `${prefix}${this.aliases}`;
  }
}

export function quoted(name: string): string {
  return `"${name}"`;
}
