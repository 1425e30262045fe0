/** Objects and fields as a query sees them. What is not known is said so, and is never called wrong. */

/** `text` and `number`: of that sort, kind unknown. `unknown`: nothing is known. */
export type QueryType =
  | 'id'
  | 'reference'
  | 'string'
  | 'longtext'
  | 'encrypted'
  | 'picklist'
  | 'multipicklist'
  | 'text'
  | 'boolean'
  | 'int'
  | 'double'
  | 'number'
  | 'date'
  | 'datetime'
  | 'time'
  | 'base64'
  | 'address'
  | 'location'
  | 'unknown';

export interface QueryField {
  readonly name: string;
  readonly type: QueryType;
  /** Formula text of a formula field. */
  readonly formula: string | null;
  /** An index can serve a filter on it: ids, references, external ids, unique fields. */
  readonly isIndexed: boolean;
}

export interface QueryParent {
  readonly name: string;
  /** One object; several or `Name` for a polymorphic relationship; none when unknown. */
  readonly targets: readonly string[];
}

export interface QueryObject {
  readonly name: string;
  readonly kind: 'standard' | 'custom' | 'event' | 'setting' | 'metadata' | 'derived';
  /** Names that are not listed may exist all the same. */
  readonly isOpen: boolean;
  /** By lower-case name, as are the two below. */
  readonly fields: Map<string, QueryField>;
  readonly parents: Map<string, QueryParent>;
  /** Object name by child relationship; empty text where the object is unknown. */
  readonly children: Map<string, string>;
}

export interface QuerySchema {
  /** `undefined`: surely no object of that name. `null`: may exist, nothing is known of it. */
  object(name: string): QueryObject | null | undefined;
  /** A name of this project without its own namespace. */
  bare(name: string): string;
  /** Whether a custom name may belong to something outside the project. */
  isForeign(name: string): boolean;
}

export function newObject(name: string, kind: QueryObject['kind'], isOpen = false): QueryObject {
  return { name, kind, isOpen, fields: new Map(), parents: new Map(), children: new Map() };
}

export function addField(object: QueryObject, name: string, type: QueryType, more: Partial<QueryField> = {}): void {
  const isIndexed = type === 'id' || type === 'reference';
  object.fields.set(name.toLowerCase(), { name, type, formula: null, isIndexed, ...more });
}

export function addReference(
  object: QueryObject,
  name: string,
  relationship: string | null,
  targets: readonly string[],
): void {
  addField(object, name, 'reference');
  if (relationship !== null) object.parents.set(relationship.toLowerCase(), { name: relationship, targets });
}
