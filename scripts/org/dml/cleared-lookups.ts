/** Lookups that a delete cleared, kept by the deleted row's id so that undelete can set them again where they are still empty. */
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { Store } from '../store/contract.ts';
import type { Id } from '../types.ts';
import { liveCondition } from './plan.ts';

/** Children of one deleted row by `Object.Field`. */
type Cleared = Record<string, Id[]>;

const keyOf = (parentId: Id): string => `dml:cleared:${parentId}`;

function read(store: Store, parentId: Id): Cleared | undefined {
  const text = store.getState(keyOf(parentId));
  return text === undefined ? undefined : (JSON.parse(text) as Cleared);
}

/** Clears a lookup to these parents, without triggers, as the platform does. */
export function clearLookup(store: Store, object: ObjectSchema, field: string, parents: readonly Id[]): void {
  const where = `"${field}" IN (SELECT value FROM json_each(?))`;
  const list = JSON.stringify(parents);
  const rows = store.all(`SELECT "Id", "${field}" AS "parent" FROM "${object.name}" WHERE ${where}`, [list]);
  if (rows.length === 0) return;
  store.run(`UPDATE "${object.name}" SET "${field}" = NULL WHERE ${where}`, [list]);
  for (const [parentId, children] of Map.groupBy(rows, (row) => row['parent'] as Id)) {
    const cleared = { ...read(store, parentId), [`${object.name}.${field}`]: children.map((row) => row['Id'] as Id) };
    store.setState(keyOf(parentId), JSON.stringify(cleared));
  }
}

/** Sets what the delete of these rows cleared, where nothing else stands there now. */
export function restoreLookups(store: Store, schema: OrgSchema, parents: readonly Id[]): void {
  for (const parentId of parents) {
    const cleared = read(store, parentId);
    if (cleared === undefined) continue;
    store.setState(keyOf(parentId), undefined);
    for (const [place, children] of Object.entries(cleared)) {
      const [objectName = '', field = ''] = place.split('.');
      const object = schema.object(objectName);
      if (object?.field(field) === undefined) continue;
      store.run(
        `UPDATE "${object.name}" SET "${field}" = ? WHERE "${field}" IS NULL${liveCondition(object)} AND "Id" IN (SELECT value FROM json_each(?))`,
        [parentId, JSON.stringify(children)],
      );
    }
  }
}
