/** Rights on the org itself, asked for by name. */
import { OrgError } from '../types.ts';
import type { Call } from './call.ts';

/** Throws `INSUFFICIENT_ACCESS` unless the caller has this user permission (or may modify all data). */
export function userAdmin(call: Call, permission: string): void {
  const { rules } = call.hosted.org;
  if (call.userId === call.hosted.adminId) return;
  if (rules.hasUserPermission(call.userId, permission) || rules.hasUserPermission(call.userId, 'ModifyAllData')) return;
  throw new OrgError('INSUFFICIENT_ACCESS', `use of this resource requires the user permission ${permission}`, {
    status: 403,
  });
}
