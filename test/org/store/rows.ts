/** Rows for the tests of the store. */
import type { Raw } from '../../../scripts/org/types.ts';
import type { ObjectSchema } from '../../../scripts/org/schema/model.ts';
import type { Store } from '../../../scripts/org/store/contract.ts';
import { SObjectRecord } from '../../../scripts/org/store/record.ts';

/** A record with a new id. */
export function row(store: Store, object: ObjectSchema, values: Record<string, Raw>): SObjectRecord {
  const bag = Object.assign(Object.create(null) as Record<string, Raw>, { Id: store.nextId(object.keyPrefix) }, values);
  return new SObjectRecord(object, bag);
}
