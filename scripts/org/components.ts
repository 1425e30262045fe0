/** The deployed metadata of an org, kept in its own database so that a warm start needs no deploy. */
import type { MetadataComponent } from './types.ts';
import type { Store } from './store/contract.ts';
import type { DeployOptions, DeployOutcome } from './apex/transaction/contract.ts';

export type ComponentMap = ReadonlyMap<string, MetadataComponent>;

export function componentKey(type: string, fullName: string): string {
  return `${type}/${fullName}`.toLowerCase();
}

export function readComponents(store: Store): ComponentMap {
  const components = new Map<string, MetadataComponent>();
  for (const row of store.all('SELECT "Payload" FROM "OrgComponent" ORDER BY "Seq"')) {
    const component = JSON.parse(row['Payload'] as string) as MetadataComponent;
    components.set(componentKey(component.type, component.fullName), component);
  }
  return components;
}

/** What the org would hold after a deploy, and what happens to each component of it. */
export function mergeComponents(
  current: ComponentMap,
  deployed: readonly MetadataComponent[],
  options: DeployOptions,
): { merged: ComponentMap; changes: DeployOutcome['changes'] } {
  const merged = new Map(current);
  const changes: DeployOutcome['changes'][number][] = [];
  for (const component of deployed) {
    const key = componentKey(component.type, component.fullName);
    const before = current.get(key);
    const change = before === undefined ? 'created' : sameComponent(before, component) ? 'unchanged' : 'changed';
    changes.push({ type: component.type, fullName: component.fullName, path: component.path, change });
    merged.set(key, component);
  }
  for (const { type, fullName } of options.remove ?? []) {
    const before = merged.get(componentKey(type, fullName));
    if (before === undefined) continue;
    merged.delete(componentKey(type, fullName));
    changes.push({ type, fullName: before.fullName, path: before.path, change: 'deleted' });
  }
  return { merged, changes };
}

function sameComponent(left: MetadataComponent, right: MetadataComponent): boolean {
  return (
    left.content === right.content &&
    left.meta === right.meta &&
    JSON.stringify(left.files) === JSON.stringify(right.files)
  );
}

/** Writes the components that a deploy changed; inside the deploy's transaction. */
export function writeComponents(store: Store, merged: ComponentMap, changes: DeployOutcome['changes']): void {
  for (const { type, fullName, change } of changes) {
    if (change === 'unchanged') continue;
    if (change === 'deleted') {
      store.run('DELETE FROM "OrgComponent" WHERE "Type" = ? AND "FullName" = ?', [type, fullName]);
      continue;
    }
    const component = merged.get(componentKey(type, fullName));
    store.run(
      'INSERT INTO "OrgComponent" ("Type", "FullName", "Payload") VALUES (?, ?, ?) ON CONFLICT ("Type", "FullName") DO UPDATE SET "Payload" = excluded."Payload"',
      [type, fullName, JSON.stringify(component)],
    );
  }
}
