/** Metadata files → the org's description. The one entry of this folder. */
import type { ComponentProblem, MetadataComponent } from '../types.ts';
import { checkReferences } from './checks.ts';
import type { ReadObject } from './checks.ts';
import { OTHER_TYPES, SCHEMA_TYPES } from './component-types.ts';
import type { SchemaType } from './component-types.ts';
import { historyObject, shareObject } from './derived-objects.ts';
import { assignKeyPrefixes } from './key-prefixes.ts';
import type { ChildRelationship, ObjectSchema, OrgSchema, PicklistValue } from './model.ts';
import { makeObject, makeSchema } from './object-schema.ts';
import type { ObjectData } from './object-schema.ts';
import { emptyMetadata } from './metadata-lists.ts';
import type { MetadataLists } from './metadata-lists.ts';
import { objectsFromLibrary } from './library-objects.ts';
import { readApplication, readTab } from './read/applications.ts';
import {
  readCertificate,
  readCustomMetadata,
  readGlobalValueSet,
  readGroup,
  readLabels,
  readNotificationType,
  readQueue,
  readRole,
} from './read/directory.ts';
import { qualify } from './read/names.ts';
import { readObject } from './read/object.ts';
import { readFlexiPage, readLayout } from './read/pages.ts';
import { readCustomPermission, readPermissionSet, readPermissionSetGroup } from './read/permissions.ts';
import { Problems } from './shape.ts';
import { readStandardObject } from './standard-object.ts';
import { STANDARD_OBJECTS } from './standard/index.ts';
import { parseXml, XmlError } from './xml.ts';
import type { XmlElement } from './xml.ts';

export { qualify } from './read/names.ts';

export interface SchemaOptions {
  /** Namespace of the org's own code; custom names in the files get it. */
  readonly namespace?: string;
  /** Changes with every deploy. */
  readonly version: number;
  /** Key prefixes of an earlier schema by object name (see `keyPrefixesOf`), so that rows keep their object. */
  readonly keyPrefixes?: Readonly<Record<string, string>>;
  /** Standard objects and fields beyond the org's own tables, for the names that the components hold. */
  readonly extended?: boolean;
}

/**
 * Builds the description of an org from all of its components (not only the changed ones).
 * With problems the schema is still complete enough to look at, but must not be swapped in.
 */
export function buildSchema(
  components: readonly MetadataComponent[],
  options: SchemaOptions,
): { schema: OrgSchema; problems: ComponentProblem[] } {
  const state: BuildState = {
    namespace: options.namespace,
    objects: standardObjects(components, options.extended === true),
    globalValueSets: new Map(),
    labels: new Map(),
    metadata: emptyMetadata(),
    read: [],
  };
  const problems: ComponentProblem[] = [];
  for (const component of inReadingOrder(components)) problems.push(...readComponent(component, state));
  addDerivedObjects(state);
  const objects = finishObjects(state, options);
  const schema = makeSchema(objects, state.labels, state.metadata, options);
  problems.push(...checkReferences(schema, state.read, components));
  return { schema, problems };
}

function standardObjects(components: readonly MetadataComponent[], extended: boolean): Map<string, ObjectData> {
  const objects = new Map(STANDARD_OBJECTS.map((table) => [table.name.toLowerCase(), readStandardObject(table)]));
  if (!extended) return objects;
  const { objects: more, fields } = objectsFromLibrary(wordsOf(components), objects);
  for (const object of more) objects.set(object.name.toLowerCase(), object);
  for (const [key, added] of fields) {
    const object = objects.get(key)!;
    objects.set(key, { ...object, fields: [...object.fields, ...added] });
  }
  return objects;
}

function wordsOf(components: readonly MetadataComponent[]): Set<string> {
  const words = new Set<string>();
  for (const { type, fullName, content } of components) {
    if (type === 'StaticResource') continue;
    for (const word of `${fullName} ${content}`.toLowerCase().match(/[a-z]\w*/g) ?? []) words.add(word);
  }
  return words;
}

/** Key prefixes of the custom objects, to hand to the next `buildSchema`. */
export function keyPrefixesOf(schema: OrgSchema): Record<string, string> {
  const rows = schema.objects.filter((object) => object.custom && object.kind !== 'share' && object.kind !== 'history');
  return Object.fromEntries(rows.map((object) => [object.name, object.keyPrefix]));
}

interface BuildState {
  readonly namespace: string | undefined;
  readonly objects: Map<string, ObjectData>;
  readonly globalValueSets: Map<string, readonly PicklistValue[]>;
  readonly labels: Map<string, string>;
  readonly metadata: MetadataLists;
  readonly read: ReadObject[];
}

type Reader = (component: MetadataComponent, root: XmlElement, problems: Problems, state: BuildState) => void;

function intoList<K extends Exclude<keyof MetadataLists, 'customMetadata'>>(
  list: K,
  read: (
    component: MetadataComponent,
    root: XmlElement,
    problems: Problems,
    namespace?: string,
  ) => MapValue<MetadataLists[K]>,
): Reader {
  return (component, root, problems, state) => {
    const item = read(component, root, problems, state.namespace);
    const named = item as { name: string };
    (state.metadata[list] as Map<string, unknown>).set(named.name.toLowerCase(), item);
  };
}

type MapValue<M> = M extends Map<string, infer V> ? V : never;

const READERS: Readonly<Record<SchemaType, Reader>> = {
  GlobalValueSet: (component, root, problems, state) =>
    void state.globalValueSets.set(component.fullName.toLowerCase(), readGlobalValueSet(component, root, problems)),
  CustomObject: readObjectComponent,
  CustomLabels: (_component, root, problems, state) => readLabels(root, problems, state.labels),
  CustomPermission: intoList('customPermissions', readCustomPermission),
  PermissionSet: intoList('permissionSets', readPermissionSet),
  PermissionSetGroup: intoList('permissionSetGroups', readPermissionSetGroup),
  Profile: intoList('profiles', readPermissionSet),
  Role: intoList('roles', readRole),
  Group: intoList('groups', readGroup),
  Queue: intoList('queues', readQueue),
  Certificate: intoList('certificates', readCertificate),
  CustomNotificationType: intoList('notificationTypes', readNotificationType),
  CustomMetadata: (component, root, problems, state) => {
    const record = readCustomMetadata(component, root, problems, state.namespace);
    if (record) state.metadata.customMetadata.push(record);
  },
  Layout: intoList('layouts', readLayout),
  FlexiPage: intoList('flexiPages', readFlexiPage),
  CustomTab: intoList('tabs', readTab),
  CustomApplication: intoList('applications', readApplication),
};

function readComponent(component: MetadataComponent, state: BuildState): ComponentProblem[] {
  if (OTHER_TYPES.has(component.type)) return [];
  const problems = new Problems(component);
  const reader = Object.hasOwn(READERS, component.type) ? READERS[component.type as SchemaType] : undefined;
  if (!reader) {
    problems.add(`Metadata type ${component.type} is not supported by the local org`);
    return problems.all;
  }
  try {
    const text = component.type === 'Certificate' ? (component.meta ?? '') : component.content;
    const root = parseXml(text);
    if (root.name !== component.type) {
      problems.add(`The root element is ${root.name}, expected ${component.type}`, root.line);
    } else reader(component, root, problems, state);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    problems.add(error.message, error.line);
  }
  return problems.all;
}

function readObjectComponent(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  state: BuildState,
): void {
  const reading = readObject(component, root, {
    problems,
    globalValueSets: state.globalValueSets,
    existing: (name) => state.objects.get(name.toLowerCase()),
    ...(state.namespace ? { namespace: state.namespace } : {}),
  });
  if (!reading) return;
  state.objects.set(reading.data.name.toLowerCase(), reading.data);
  state.read.push({ component, reading });
  const { metadata } = state;
  for (const view of reading.listViews) metadata.listViews.set(`${view.object}.${view.name}`.toLowerCase(), view);
  for (const layout of reading.compactLayouts) {
    metadata.compactLayouts.set(`${layout.object}.${layout.name}`.toLowerCase(), layout);
  }
  metadata.presentations.set(reading.data.name.toLowerCase(), reading.presentation);
}

/** Value sets before objects, objects before what names them; inside a type by name. */
function inReadingOrder(components: readonly MetadataComponent[]): MetadataComponent[] {
  const rank = new Map<string, number>(SCHEMA_TYPES.map((type, index) => [type, index]));
  return [...components].sort(
    (left, right) =>
      (rank.get(left.type) ?? SCHEMA_TYPES.length) - (rank.get(right.type) ?? SCHEMA_TYPES.length) ||
      (left.fullName < right.fullName ? -1 : left.fullName > right.fullName ? 1 : 0),
  );
}

function addDerivedObjects(state: BuildState): void {
  for (const data of [...state.objects.values()]) {
    const hasShares = data.sharingModel === 'Private' || data.sharingModel === 'Read';
    const derived = [
      ...(data.kind === 'custom' && hasShares ? [shareObject(data)] : []),
      ...((data.kind === 'custom' || data.kind === 'standard') && data.historyTracked ? [historyObject(data)] : []),
    ];
    for (const object of derived) state.objects.set(object.name.toLowerCase(), object);
  }
}

function finishObjects(state: BuildState, options: SchemaOptions): ObjectSchema[] {
  const all = [...state.objects.values()];
  const prefixes = assignKeyPrefixes(
    all.filter((data) => data.custom),
    options.keyPrefixes,
  );
  const children = childRelationships(all, (name) => qualify(name, state.namespace).toLowerCase());
  const derivedOf = new Map<string, { shareObject?: string; historyObject?: string }>();
  for (const data of all) {
    if (data.parentObject === undefined) continue;
    const known = derivedOf.get(data.parentObject) ?? {};
    derivedOf.set(data.parentObject, {
      ...known,
      [data.kind === 'share' ? 'shareObject' : 'historyObject']: data.name,
    });
  }
  return all.map((data) =>
    makeObject(
      { ...data, ...derivedOf.get(data.name), keyPrefix: prefixes.get(data.name) ?? data.keyPrefix },
      children.get(data.name.toLowerCase()) ?? [],
      state.namespace,
    ),
  );
}

function childRelationships(
  all: readonly ObjectData[],
  key: (name: string) => string,
): Map<string, ChildRelationship[]> {
  const found = new Map<string, ChildRelationship[]>();
  for (const data of all) {
    for (const field of data.fields) {
      if (!field.childRelationshipName) continue;
      for (const target of field.referenceTo) {
        const list = found.get(key(target)) ?? [];
        list.push({ name: field.childRelationshipName, childObject: data.name, field: field.name });
        found.set(key(target), list);
      }
    }
  }
  return found;
}
