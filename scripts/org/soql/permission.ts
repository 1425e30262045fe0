/** What user mode and `WITH SECURITY_ENFORCED` refuse: objects and fields the user may not read look as if they did not exist. */
import { OrgError } from '../types.ts';
import type { Access } from '../access/contract.ts';
import type { QueryContext } from './contract.ts';
import type { QueryErrors } from './errors.ts';
import type { Usage } from './statement.ts';

function isReadable({ access: rules }: QueryContext, { userId }: Access, usage: Usage): boolean {
  if (usage.field === null) return rules.object(userId, usage.object).read;
  return rules.field(userId, usage.object, usage.field).read;
}

/** Throws for the first thing in the query that the user may not read. */
export function checkUserMode(
  context: QueryContext,
  access: Access,
  usages: readonly Usage[],
  errors: QueryErrors,
): void {
  for (const usage of usages) {
    if (!isReadable(context, access, usage)) throw hidden(usage, errors);
  }
}

function hidden(usage: Usage, errors: QueryErrors): OrgError {
  if (usage.field !== null) return errors.noSuchColumn(usage.field, usage.object.name, usage.at);
  if (usage.through === 'parent') return errors.noSuchParent(usage.written, usage.at);
  if (usage.through === 'child') return errors.noSuchChild(usage.written, usage.at);
  return errors.noSuchObject(usage.written, usage.at);
}

/** The older clause checks SELECT and FROM alone and says so in its own words. */
export function checkSecurityEnforced(context: QueryContext, access: Access, usages: readonly Usage[]): void {
  const refused = usages.filter((usage) => usage.clause === 'select' && !isReadable(context, access, usage));
  const [first] = refused;
  if (first === undefined) return;
  const fields = refused.flatMap(({ field }) => (field === null ? [] : [field]));
  const place = first.field === null ? first.object.name : `${first.object.name}.${first.field}`;
  throw new OrgError(
    'INSUFFICIENT_ACCESS',
    `Insufficient permissions: secure query included inaccessible field (${place})`,
    { fields },
  );
}
