/** Rows of setup objects, written by the org itself: no triggers, no field security, the audit fields filled. */
import type { Id, Raw } from '../types.ts';
import type { ObjectSchema, OrgSchema } from '../schema/model.ts';
import { quote } from '../store/codec.ts';
import type { Store } from '../store/contract.ts';
import { SObjectRecord } from '../store/record.ts';

export type RowValues = Readonly<Record<string, Raw>>;

export class SetupRows {
  readonly store: Store;
  readonly schema: OrgSchema;
  readonly #now: number;
  readonly #userId: Id | null;
  /** @param now epoch milliseconds in org time */
  constructor(store: Store, schema: OrgSchema, now: number, userId: Id | null) {
    this.store = store;
    this.schema = schema;
    this.#now = now;
    this.#userId = userId;
  }

  /** Inserts one row and returns its id; `Id` may be given. */
  insert(objectName: string, values: RowValues): Id {
    const object = this.schema.requireObject(objectName);
    const record = this.#record(object, values);
    this.store.insert(object, [record]);
    return record.id as Id;
  }

  insertAll(objectName: string, rows: readonly RowValues[]): void {
    const object = this.schema.requireObject(objectName);
    this.store.insert(
      object,
      rows.map((values) => this.#record(object, values)),
    );
  }

  /** The id of the row whose `keys` columns equal those of `values`; it is updated, or inserted when missing. */
  upsert(objectName: string, keys: readonly string[], values: RowValues): Id {
    const object = this.schema.requireObject(objectName);
    const id = this.find(objectName, Object.fromEntries(keys.map((key) => [key, values[key] ?? null])));
    if (id === undefined) return this.insert(objectName, values);
    const [stored] = this.store.load(object, [id], { includeDeleted: true });
    const changed = Object.keys(values).filter((name) => name !== 'Id' && stored?.get(name) !== values[name]);
    if (changed.length === 0) return id;
    const audit = this.#audit(object, ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp']);
    const record = new SObjectRecord(object, { ...values, ...audit, Id: id });
    this.store.update(object, [record], [...changed, ...Object.keys(audit)]);
    return id;
  }

  find(objectName: string, keys: RowValues): Id | undefined {
    const names = Object.keys(keys);
    const condition = names.map((name) => `${quote(name)} IS ?`).join(' AND ');
    const params = names.map((name) => sqlOf(keys[name] ?? null));
    return this.store.get(`SELECT "Id" FROM ${quote(objectName)} WHERE ${condition}`, params)?.['Id'] as Id | undefined;
  }

  /** Removes the rows whose `column` has one of these values. */
  removeBy(objectName: string, column: string, values: readonly string[]): void {
    this.store.run(`DELETE FROM ${quote(objectName)} WHERE ${quote(column)} IN (SELECT value FROM json_each(?))`, [
      JSON.stringify(values),
    ]);
  }

  #record(object: ObjectSchema, values: RowValues): SObjectRecord {
    const names = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];
    const id = (values['Id'] as Id | undefined) ?? this.store.nextId(object.keyPrefix);
    const bag = Object.assign(Object.create(null) as Record<string, Raw>, this.#audit(object, names), values, {
      Id: id,
    });
    return new SObjectRecord(object, bag);
  }

  #audit(object: ObjectSchema, names: readonly string[]): Record<string, Raw> {
    const known = names.filter((name) => object.field(name) !== undefined);
    return Object.fromEntries(known.map((name) => [name, name.endsWith('Id') ? this.#userId : this.#now]));
  }
}

function sqlOf(value: Raw): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}
