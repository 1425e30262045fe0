/** Users of an org as the login and identity resources need them. */
import type { Id } from '../types.ts';
import type { Org } from '../org.ts';

export interface UserInfo {
  readonly id: Id;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly isActive: boolean;
  readonly profile: string;
  readonly profileId: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}

const FIELDS =
  'Id, Username, Name, Email, IsActive, ProfileId, Profile.Name, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey';

function read(org: Org, userId: Id, where: string, wanted: string): UserInfo[] {
  const found = org.query(userId, `SELECT ${FIELDS} FROM User ${where}`, { mode: 'system', binds: { wanted } });
  if (found.kind !== 'rows') return [];
  return found.records.map((record) => {
    const text = (name: string): string => String(record.get(name) ?? '');
    return {
      id: record.id ?? '',
      username: text('Username'),
      name: text('Name'),
      email: text('Email'),
      isActive: record.get('IsActive') === true,
      profile: String(record.parents?.['Profile']?.get('Name') ?? ''),
      profileId: text('ProfileId'),
      timeZone: text('TimeZoneSidKey') || 'UTC',
      locale: text('LocaleSidKey') || 'en_US',
      language: text('LanguageLocaleKey') || 'en_US',
    };
  });
}

export function userById(org: Org, id: Id): UserInfo | undefined {
  return read(org, id, 'WHERE Id = :wanted', id)[0];
}

export function userByName(org: Org, adminId: Id, username: string): UserInfo | undefined {
  return read(org, adminId, 'WHERE Username = :wanted', username)[0];
}

/** Active users in the order of their names: the personas of the login page. */
export function activeUsers(org: Org, adminId: Id): UserInfo[] {
  return read(org, adminId, "WHERE IsActive = TRUE AND UserType = 'Standard' ORDER BY Name", '');
}
