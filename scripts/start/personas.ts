/** Demo users of the local org, one for each permission set that people have; the login page offers them. */
import type { Connection } from '@salesforce/core';

interface Persona {
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly permissionSet: string;
}

const PROFILE = 'Standard User';

export const PERSONAS: readonly Persona[] = [
  { firstName: 'Alma', lastName: 'App Admin', username: 'alma.admin@open-lma.example', permissionSet: 'LMA_Admin' },
  {
    firstName: 'Luis',
    lastName: 'License Manager',
    username: 'luis.license@open-lma.example',
    permissionSet: 'LMA_License_Manager',
  },
  {
    firstName: 'Tara',
    lastName: 'Trial Manager',
    username: 'tara.trial@open-lma.example',
    permissionSet: 'LMA_Trial_Manager',
  },
  { firstName: 'Vera', lastName: 'Viewer', username: 'vera.viewer@open-lma.example', permissionSet: 'LMA_Viewer' },
];

async function idByName(connection: Connection, object: string, field: string, value: string): Promise<string | null> {
  const found = await connection.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${field} = '${value}'`);
  return found.records[0]?.Id ?? null;
}

async function requiredId(connection: Connection, object: string, name: string): Promise<string> {
  const id = await idByName(connection, object, 'Name', name);
  if (id === null) throw new Error(`The org has no ${object} named ${name}. Deploy the package first.`);
  return id;
}

/** Creates who is missing, and gives each their permission set. */
export async function createPersonas(connection: Connection): Promise<void> {
  const profileId = await requiredId(connection, 'Profile', PROFILE);
  for (const persona of PERSONAS) {
    if ((await idByName(connection, 'User', 'Username', persona.username)) !== null) continue;
    const permissionSetId = await requiredId(connection, 'PermissionSet', persona.permissionSet);
    const created = await connection.sobject('User').create({
      FirstName: persona.firstName,
      LastName: persona.lastName,
      Alias: persona.firstName.toLowerCase(),
      Email: persona.username,
      Username: persona.username,
      ProfileId: profileId,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
    });
    await connection
      .sobject('PermissionSetAssignment')
      .create({ AssigneeId: created.id ?? '', PermissionSetId: permissionSetId });
  }
}
