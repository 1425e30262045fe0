/** The org's own tables beside the rows of its objects: jobs, batch scopes, events on their way, mail, logs. */
import type { Store } from '../../store/contract.ts';

const TABLES: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS "OrgJob" ("Seq" INTEGER PRIMARY KEY AUTOINCREMENT, "Id" TEXT NOT NULL UNIQUE, "Kind" TEXT NOT NULL,
    "Due" INTEGER NOT NULL, "UserId" TEXT NOT NULL, "Payload" TEXT NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS "OrgJobDue" ON "OrgJob" ("Due", "Seq")',
  `CREATE TABLE IF NOT EXISTS "OrgJobScope" ("JobId" TEXT NOT NULL, "Place" INTEGER NOT NULL, "Payload" TEXT NOT NULL,
    PRIMARY KEY ("JobId", "Place"))`,
  `CREATE TABLE IF NOT EXISTS "OrgEvent" ("Seq" INTEGER PRIMARY KEY AUTOINCREMENT, "Object" TEXT NOT NULL, "UserId" TEXT NOT NULL,
    "Payload" TEXT NOT NULL, "Attempts" INTEGER NOT NULL DEFAULT 0, "Due" INTEGER NOT NULL DEFAULT 0)`,
  `CREATE TABLE IF NOT EXISTS "OrgEmail" ("Id" TEXT PRIMARY KEY, "SentAt" INTEGER NOT NULL, "Payload" TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS "OrgComponent" ("Seq" INTEGER PRIMARY KEY AUTOINCREMENT, "Type" TEXT NOT NULL, "FullName" TEXT NOT NULL,
    "Payload" TEXT NOT NULL, UNIQUE ("Type", "FullName"))`,
  `CREATE TABLE IF NOT EXISTS "OrgCode" ("Hash" TEXT PRIMARY KEY, "Payload" TEXT NOT NULL)`,
];

/** Creates what is missing; harmless on every start. */
export function createOrgTables(store: Store): void {
  for (const sql of TABLES) store.run(sql);
}
