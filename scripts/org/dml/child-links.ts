/** What points at an object: the reference fields of other objects, and the reads and writes a delete needs on them. */
import { clearLookup } from './cleared-lookups.ts';
import { liveCondition } from './plan.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { SObjectRecord } from '../store/record.ts';
import type { Id } from '../types.ts';
import type { DmlContext } from './contract.ts';

export interface ChildLink {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;
  parentsInUse(context: DmlContext, parents: readonly SObjectRecord[]): Id[];
  children(context: DmlContext, parents: readonly SObjectRecord[]): SObjectRecord[];
  /** Sets the lookup to null, without triggers, as the platform does. */
  clear(context: DmlContext, parents: readonly SObjectRecord[]): void;
}

const cache = new WeakMap<OrgSchema, Map<string, ChildLink[]>>();
/** Who owns, made or changed a row is never released by a delete. */
const AUDIT_FIELDS: ReadonlySet<string> = new Set(['OwnerId', 'CreatedById', 'LastModifiedById']);
const STORED_KINDS: ReadonlySet<string> = new Set(['standard', 'custom', 'setting', 'share', 'history']);

export function childLinks(schema: OrgSchema, parent: ObjectSchema): readonly ChildLink[] {
  let links = cache.get(schema);
  if (links === undefined) {
    links = collect(schema);
    cache.set(schema, links);
  }
  return links.get(parent.name) ?? [];
}

function collect(schema: OrgSchema): Map<string, ChildLink[]> {
  const links = new Map<string, ChildLink[]>();
  for (const object of schema.objects) {
    if (!STORED_KINDS.has(object.kind)) continue;
    for (const field of object.fields) {
      if (field.type !== 'reference' || field.formula !== undefined || AUDIT_FIELDS.has(field.name)) continue;
      for (const target of field.referenceTo) {
        const list = links.get(target) ?? [];
        list.push(makeLink(object, ownedRows(object, field)));
        links.set(target, list);
      }
    }
  }
  return links;
}

/** Shares and history belong to their parent and go with it. */
function ownedRows(object: ObjectSchema, field: FieldSchema): FieldSchema {
  const owned = object.parentObject !== undefined && field.referenceTo.includes(object.parentObject);
  return owned ? { ...field, deleteConstraint: 'Cascade' } : field;
}

function makeLink(object: ObjectSchema, field: FieldSchema): ChildLink {
  const live = liveCondition(object);
  const where = `"${field.name}" IN (SELECT value FROM json_each(?))`;
  const idsOf = (parents: readonly SObjectRecord[]): string => JSON.stringify(parents.map((one) => one.id));
  return {
    object,
    field,
    parentsInUse: (context, parents) =>
      context.store
        .all(`SELECT DISTINCT "${field.name}" AS "parent" FROM "${object.name}" WHERE ${where}${live}`, [
          idsOf(parents),
        ])
        .map((row) => row['parent'] as Id),
    children: (context, parents) => {
      const rows = context.store.all(`SELECT "Id" FROM "${object.name}" WHERE ${where}${live}`, [idsOf(parents)]);
      return context.store.load(
        object,
        rows.map((row) => row['Id'] as Id),
      );
    },
    clear: (context, parents) => {
      const ids = parents.map((one) => one.id as Id);
      clearLookup(context.store, object, field.name, ids);
    },
  };
}
