/** Tables and indexes of an org's objects: what they should be, and the way there from what they are. */
import type { DatabaseSync } from 'node:sqlite';
import { OrgError } from '../types.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import { columnDefinition, isStored, quote } from './codec.ts';
import type { StateTable } from './state.ts';

/** One table as it was last built; kept as JSON so that an unchanged schema costs one comparison. */
interface TablePlan {
  /** Definition by column name. */
  readonly columns: Readonly<Record<string, string>>;
  /** `CREATE INDEX` statement by index name. */
  readonly indexes: Readonly<Record<string, string>>;
}

/** References whose look-ups nobody needs fast. */
const UNINDEXED = new Set(['CreatedById', 'LastModifiedById']);

/** Whether rows of this object are kept: events only pass through. */
export function hasTable(object: ObjectSchema): boolean {
  return object.kind !== 'event';
}

export function applyTables(database: DatabaseSync, state: StateTable, schema: OrgSchema): void {
  for (const object of schema.objects) {
    if (!hasTable(object)) continue;
    const key = `table:${object.name}`;
    const wanted = planOf(object);
    const before = state.get(key);
    if (before === JSON.stringify(wanted)) continue;
    const reached =
      before === undefined
        ? createTable(database, object, wanted)
        : changeTable(database, object, JSON.parse(before) as TablePlan, wanted);
    state.set(key, JSON.stringify(reached));
  }
}

function planOf(object: ObjectSchema): TablePlan {
  const stored = object.fields.filter(isStored);
  const columns = Object.fromEntries(stored.map((field) => [field.name, columnDefinition(field)]));
  const indexes: Record<string, string> = {};
  for (const field of stored) {
    const statement = indexOf(object, field);
    if (statement) indexes[`ix_${object.name}_${field.name}`] = statement;
  }
  return { columns, indexes };
}

function indexOf(object: ObjectSchema, field: FieldSchema): string | undefined {
  const name = quote(`ix_${object.name}_${field.name}`);
  const target = `${quote(object.name)}(${quote(field.name)})`;
  if (field.unique) {
    const living = object.field('IsDeleted') ? ' WHERE "IsDeleted" = 0' : '';
    return `CREATE UNIQUE INDEX ${name} ON ${target}${living}`;
  }
  const isLookup = field.type === 'reference' && !UNINDEXED.has(field.name);
  return isLookup || field.externalId ? `CREATE INDEX ${name} ON ${target}` : undefined;
}

function createTable(database: DatabaseSync, object: ObjectSchema, plan: TablePlan): TablePlan {
  database.exec(tableStatement(object.name, plan));
  for (const statement of Object.values(plan.indexes)) database.exec(statement);
  return plan;
}

function tableStatement(name: string, plan: TablePlan): string {
  const columns = Object.entries(plan.columns).map(([column, definition]) => `${quote(column)} ${definition}`);
  return `CREATE TABLE ${quote(name)} (${columns.join(', ')})`;
}

/** Columns that the schema no longer names stay with their data. */
function changeTable(database: DatabaseSync, object: ObjectSchema, before: TablePlan, wanted: TablePlan): TablePlan {
  const reached: TablePlan = { columns: { ...before.columns, ...wanted.columns }, indexes: wanted.indexes };
  for (const [name, statement] of Object.entries(before.indexes)) {
    if (wanted.indexes[name] !== statement) database.exec(`DROP INDEX IF EXISTS ${quote(name)}`);
  }
  const changed = Object.keys(wanted.columns).some(
    (column) => before.columns[column] !== undefined && before.columns[column] !== wanted.columns[column],
  );
  if (changed) rebuild(database, object.name, before, reached);
  else {
    for (const [column, definition] of Object.entries(wanted.columns)) {
      if (before.columns[column] !== undefined) continue;
      database.exec(`ALTER TABLE ${quote(object.name)} ADD COLUMN ${quote(column)} ${definition}`);
    }
  }
  for (const [name, statement] of Object.entries(wanted.indexes)) {
    if (!changed && before.indexes[name] === statement) continue;
    createIndex(database, object, name, statement);
  }
  return reached;
}

function rebuild(database: DatabaseSync, table: string, before: TablePlan, reached: TablePlan): void {
  const temporary = `${table}$rebuild`;
  const isComputed = (definition: string | undefined): boolean =>
    definition === undefined || definition.includes('GENERATED');
  const kept = Object.keys(before.columns).filter(
    (column) => !isComputed(before.columns[column]) && !isComputed(reached.columns[column]),
  );
  const names = kept.map(quote).join(', ');
  const values = kept.map((column) =>
    reached.columns[column]?.includes('NOT NULL DEFAULT 0') ? `coalesce(${quote(column)},0)` : quote(column),
  );
  database.exec(tableStatement(temporary, reached));
  database.exec(
    `INSERT INTO ${quote(temporary)} (${names}) SELECT ${values.join(', ')} FROM ${quote(table)} ORDER BY rowid`,
  );
  database.exec(`DROP TABLE ${quote(table)}`);
  database.exec(`ALTER TABLE ${quote(temporary)} RENAME TO ${quote(table)}`);
}

function createIndex(database: DatabaseSync, object: ObjectSchema, name: string, statement: string): void {
  try {
    database.exec(statement);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('UNIQUE')) throw error;
    const field = name.slice(`ix_${object.name}_`.length);
    throw new OrgError(
      'DUPLICATE_VALUE',
      `Cannot make ${object.name}.${field} unique: records with equal values exist`,
      {
        fields: [field],
      },
    );
  }
}
