/** As whom a user meets owners and shares: the user, the groups and queues around, and the people below in the role tree. */
import type { Id } from '../types.ts';
import type { Store } from '../store/contract.ts';

export interface Principals {
  /** The user and every group or queue that contains the user. */
  readonly own: readonly Id[];
  /** `own`, all users in roles below, and the groups and queues of these that grant access using hierarchies. */
  readonly reach: readonly Id[];
}

export function readPrincipals(store: Store, userId: Id): Principals {
  const user = store.get('SELECT "UserRoleId" FROM "User" WHERE "Id" = ?', [userId]);
  const roleId = (user?.['UserRoleId'] as string | null | undefined) ?? null;
  const parents = roleId === null ? new Map<Id, Id | null>() : roleParents(store);
  const own = withGroups(store, [userId, ...directGroups(store, roleId, parents)]);
  const below = roleId === null ? [] : usersBelow(store, roleId, parents);
  const through = below.length === 0 ? [] : hierarchyGroups(store, below);
  return { own, reach: [...new Set([...own, ...below, ...through])] };
}

function roleParents(store: Store): Map<Id, Id | null> {
  const rows = store.all('SELECT "Id", "ParentRoleId" FROM "UserRole"');
  return new Map(rows.map((row) => [row['Id'] as Id, row['ParentRoleId'] as Id | null]));
}

/** Groups that the platform fills itself: the whole org, the role, the roles above with their subordinates. */
function directGroups(store: Store, roleId: Id | null, parents: ReadonlyMap<Id, Id | null>): Id[] {
  const above = ancestors(roleId, parents);
  const rows = store.all(
    `SELECT "Id" FROM "Group" WHERE "Type" = 'Organization' OR ("Type" = 'Role' AND "RelatedId" = ?)
     OR ("Type" = 'RoleAndSubordinates' AND "RelatedId" IN (SELECT value FROM json_each(?)))`,
    [roleId, JSON.stringify(above)],
  );
  return rows.map((row) => row['Id'] as Id);
}

/** The role itself and all above it. */
function ancestors(roleId: Id | null, parents: ReadonlyMap<Id, Id | null>): Id[] {
  const found: Id[] = [];
  for (let at = roleId; at && !found.includes(at); at = parents.get(at) ?? null) found.push(at);
  return found;
}

function withGroups(store: Store, start: readonly Id[]): Id[] {
  const found = new Set(start);
  let open: readonly Id[] = start;
  while (open.length > 0) {
    const rows = store.all(
      'SELECT DISTINCT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" IN (SELECT value FROM json_each(?))',
      [JSON.stringify(open)],
    );
    open = rows.map((row) => row['GroupId'] as Id).filter((id) => !found.has(id));
    for (const id of open) found.add(id);
  }
  return [...found];
}

function usersBelow(store: Store, roleId: Id, parents: ReadonlyMap<Id, Id | null>): Id[] {
  const below = [...parents.keys()].filter((role) => role !== roleId && ancestors(role, parents).includes(roleId));
  if (below.length === 0) return [];
  const rows = store.all('SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT value FROM json_each(?))', [
    JSON.stringify(below),
  ]);
  return rows.map((row) => row['Id'] as Id);
}

/** Groups and queues with a member among these people, also through groups in groups, whose records reach the roles above. */
function hierarchyGroups(store: Store, people: readonly Id[]): Id[] {
  const rows = store.all(
    `SELECT "Id" FROM "Group" WHERE "DoesIncludeBosses" = 1 AND "Id" IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(withGroups(store, people))],
  );
  return rows.map((row) => row['Id'] as Id);
}
