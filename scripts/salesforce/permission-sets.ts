/** Assigns permission sets to the user of a connection. */
import type { Connection } from '@salesforce/core';

/**
 * @param names developer names; those the user already has are left alone
 * @throws Error that names the sets the org does not have
 */
export async function assignPermissionSets(connection: Connection, names: readonly string[]): Promise<void> {
  const { user_id: userId } = await connection.request<{ user_id: string }>(
    `${connection.instanceUrl}/services/oauth2/userinfo`,
  );
  const list = names.map((name) => `'${name}'`).join(', ');
  const sets = await connection.query<{ Id: string; Name: string }>(
    `SELECT Id, Name FROM PermissionSet WHERE Name IN (${list})`,
  );
  const missing = names.filter((name) => !sets.records.some((set) => set.Name === name));
  if (missing.length > 0)
    throw new Error(`The org has no permission set ${missing.join(', ')}. Deploy the package first.`);
  const held = await connection.query<{ PermissionSetId: string }>(
    `SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`,
  );
  const known = new Set(held.records.map((row) => row.PermissionSetId));
  for (const set of sets.records) {
    if (known.has(set.Id)) continue;
    await connection.sobject('PermissionSetAssignment').create({ AssigneeId: userId, PermissionSetId: set.Id });
  }
}
