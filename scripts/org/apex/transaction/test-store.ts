/** The database that tests run in: the org's setup rows and custom metadata, nothing else. */
import type { OrgSchema } from '../../schema/model.ts';
import type { SqlValue, Store } from '../../store/contract.ts';
import { hasTable, openStore, quote } from '../../store/index.ts';
import { createOrgTables } from './tables.ts';

/** Standard objects whose rows are the org itself, not data. */
const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  'Organization',
  'User',
  'UserRole',
  'Profile',
  'PermissionSet',
  'PermissionSetAssignment',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'CustomPermission',
  'Group',
  'GroupMember',
  'QueueSobject',
  'RecordType',
  'ApexClass',
  'ApexTrigger',
  'UserLicense',
  'LeadStatus',
]);

/** A fresh in-memory database with the schema and the setup rows of `from`. */
export function copySetup(from: Store, schema: OrgSchema): Store {
  const store = openStore(':memory:');
  copyCounters(from, store);
  createOrgTables(store);
  store.applySchema(schema);
  store.begin();
  for (const object of schema.objects) {
    if (!hasTable(object)) continue;
    if (SETUP_OBJECTS.has(object.name) || object.setup === true) copyRows(from, store, object.name);
  }
  store.commit();
  return store;
}

/** Ids go on where the org's own stand, so that none meets a copied row. */
function copyCounters(from: Store, to: Store): void {
  for (const { name, next } of from.all(`SELECT name, next FROM "$counter" WHERE name LIKE 'id:%'`)) {
    to.run('INSERT INTO "$counter" (name, next) VALUES (?, ?)', [name ?? null, next ?? null]);
  }
}

function copyRows(from: Store, to: Store, table: string): void {
  const written = writtenColumns(to, table);
  for (const row of from.all(`SELECT * FROM ${quote(table)}`)) {
    const columns = Object.keys(row).filter((column) => written.has(column));
    const values: SqlValue[] = columns.map((column) => row[column] ?? null);
    const names = columns.map(quote).join(', ');
    const marks = columns.map(() => '?').join(', ');
    to.run(`INSERT OR REPLACE INTO ${quote(table)} (${names}) VALUES (${marks})`, values);
  }
}

/** Generated columns cannot be written. */
function writtenColumns(store: Store, table: string): Set<string> {
  const columns = store.all(`SELECT "name", "hidden" FROM pragma_table_xinfo(?)`, [table]);
  return new Set(columns.filter((one) => Number(one['hidden']) === 0).map((one) => one['name'] as string));
}
