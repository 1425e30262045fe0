/** Objects of the project with their fields and views, from files in either form: one a part, or all in one. */
import type { MetadataFile } from './project.ts';
import { bareName, isCustomName, isForeign, keyOf } from './names.ts';
import { childOf, childrenOf, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import type { StandardFields } from '../tables/standard-objects.ts';

/** One part of an object: a field, a record type, a list view... */
export interface ObjectPart {
  readonly name: string;
  readonly element: XmlElement;
  readonly file: MetadataFile;
}

export type CustomKind = 'custom' | 'event' | 'metadata' | 'setting' | 'big' | 'external' | 'article' | 'standard';

export interface ProjectObject {
  readonly name: string;
  readonly kind: CustomKind;
  /** The object's own file, where there is one. */
  readonly file?: MetadataFile;
  /** By part element name (`fields`, `recordTypes`, ...) and lower-case name. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, ObjectPart>>;
}

/** Whether a reference leads somewhere. `unknown`: it points out of the project, where nothing can be said. */
export type Standing = 'exists' | 'missing' | 'unknown';

/** Element of the object that holds each decomposed type. */
export const PART_ELEMENTS: Readonly<Record<string, string>> = {
  CustomField: 'fields',
  RecordType: 'recordTypes',
  ListView: 'listViews',
  ValidationRule: 'validationRules',
  CompactLayout: 'compactLayouts',
  FieldSet: 'fieldSets',
  WebLink: 'webLinks',
  BusinessProcess: 'businessProcesses',
  SharingReason: 'sharingReasons',
  Index: 'indexes',
};

const SUFFIX_KINDS: Readonly<Record<string, CustomKind>> = {
  __e: 'event',
  __mdt: 'metadata',
  __b: 'big',
  __x: 'external',
  __kav: 'article',
};

const SYSTEM_FIELDS = [
  'Id',
  'Name',
  'OwnerId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'IsDeleted',
  'RecordTypeId',
  'RecordType',
  'CurrencyIsoCode',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  'UserRecordAccessId',
  'Division',
  'Owner',
  'CreatedBy',
  'LastModifiedBy',
  'ConnectionReceivedId',
  'ConnectionSentId',
  'SetupOwnerId',
];
const FIELDS_OF_KIND: Readonly<Partial<Record<CustomKind, readonly string[]>>> = {
  metadata: ['DeveloperName', 'MasterLabel', 'Label', 'Language', 'NamespacePrefix', 'QualifiedApiName', 'IsProtected'],
  event: ['ReplayId', 'EventUuid', 'UsageType'],
  external: ['ExternalId', 'DisplayUrl'],
};

export class ObjectIndex {
  readonly objects: ReadonlyMap<string, ProjectObject>;
  readonly standard: StandardFields;
  private readonly standardNames: ReadonlyMap<string, string>;
  private readonly namespace: string | undefined;
  /** Names without namespace may come from a package the project depends on. */
  private readonly open: boolean;

  constructor(
    files: readonly MetadataFile[],
    standard: StandardFields,
    options: { namespace: string | undefined; open: boolean },
  ) {
    this.namespace = options.namespace;
    this.open = options.open;
    this.standard = standard;
    this.standardNames = new Map(Object.keys(standard).map((name) => [name.toLowerCase(), name]));
    this.objects = this.collect(files);
  }

  object(name: string): ProjectObject | undefined {
    return this.objects.get(keyOf(name, this.namespace));
  }

  /** Whether an object of this name exists. */
  standing(name: string): Standing {
    const own = this.object(name);
    if (own && (own.kind === 'standard' || own.file)) return 'exists';
    if (isForeign(name, this.namespace)) return 'unknown';
    if (!isCustomName(name)) return this.standardNames.has(name.toLowerCase()) ? 'exists' : 'unknown';
    const base = name.replace(/__(share|history|feed|changeevent|tag)$/i, '__c');
    if (base !== name && this.object(base)) return 'exists';
    return this.open ? 'unknown' : 'missing';
  }

  /** Names of all objects, for suggestions: those of the project first. */
  *names(): Generator<string> {
    for (const { name } of this.objects.values()) yield name;
    yield* this.standardNames.values();
  }

  part(object: string, kind: string, name: string): ObjectPart | undefined {
    return this.object(object)?.parts.get(kind)?.get(keyOf(name, this.namespace));
  }

  /** The field as the project defines it. */
  field(object: string, name: string): ObjectPart | undefined {
    return this.part(object, 'fields', name) ?? this.activityPart(object, name);
  }

  /** Custom fields of tasks and events are defined on `Activity`. */
  private activityPart(object: string, name: string): ObjectPart | undefined {
    return /^(task|event)$/i.test(object) ? this.part('Activity', 'fields', name) : undefined;
  }

  /** Whether an object has a field of this name. */
  fieldStanding(object: string, name: string): Standing {
    const objectStanding = this.standing(object);
    if (objectStanding === 'missing' || isForeign(name, this.namespace)) return 'unknown';
    if (isCustomName(name)) return this.customFieldStanding(object, name, objectStanding);
    return this.standardFieldStanding(object, name);
  }

  private customFieldStanding(object: string, written: string, objectStanding: Standing): Standing {
    if (/__pc$/i.test(written)) return 'unknown';
    const name = written.replace(/__(?!c$)\w+?__s$/i, '__c').replace(/__r$/i, '__c');
    if (this.field(object, name)) return 'exists';
    if (objectStanding === 'unknown' || this.open) return 'unknown';
    // A definition elsewhere counts too: person accounts show fields of contacts, and work orders those of assets.
    if (/^(account|user|activity)$/i.test(object) && /__pc$/i.test(name)) return 'unknown';
    return 'missing';
  }

  private standardFieldStanding(object: string, name: string): Standing {
    const own = this.object(object);
    const wanted = name.toLowerCase();
    if (own && own.kind !== 'standard') {
      const known = [...SYSTEM_FIELDS, ...(FIELDS_OF_KIND[own.kind] ?? [])];
      return known.some((field) => field.toLowerCase() === wanted) ? 'exists' : 'missing';
    }
    const exact = this.standardNames.get(object.toLowerCase());
    const fields = exact === undefined ? undefined : this.standard[exact];
    return fields?.some((field) => field.toLowerCase() === wanted) ? 'exists' : 'unknown';
  }

  /** Names of an object's fields, for suggestions. */
  fieldNames(object: string): string[] {
    const own = this.object(object);
    const custom = [...(own?.parts.get('fields')?.values() ?? [])].map(({ name }) => name);
    if (own && own.kind !== 'standard') return [...custom, ...SYSTEM_FIELDS, ...(FIELDS_OF_KIND[own.kind] ?? [])];
    const exact = this.standardNames.get(object.toLowerCase());
    return [...custom, ...(exact === undefined ? [] : (this.standard[exact] ?? []))];
  }

  isMetadataObject(name: string): boolean {
    return bareName(name) !== name && this.object(name)?.kind === 'metadata';
  }

  private collect(files: readonly MetadataFile[]): Map<string, ProjectObject> {
    const objects = new Map<
      string,
      { name: string; kind: CustomKind; file?: MetadataFile; parts: Map<string, Map<string, ObjectPart>> }
    >();
    const objectOf = (name: string) => {
      const key = keyOf(name, this.namespace);
      let known = objects.get(key);
      if (!known) objects.set(key, (known = { name, kind: kindByName(name), parts: new Map() }));
      return known;
    };
    const addPart = (object: string, kind: string, part: ObjectPart): void => {
      const { parts } = objectOf(object);
      let named = parts.get(kind);
      if (!named) parts.set(kind, (named = new Map<string, ObjectPart>()));
      const key = keyOf(part.name, this.namespace);
      if (!named.has(key)) named.set(key, part);
    };
    for (const file of files) {
      if (file.type === 'CustomObject') {
        const object = objectOf(file.name);
        object.file = file;
        if (childOf(file.root, 'customSettingsType')) object.kind = 'setting';
        for (const kind of Object.values(PART_ELEMENTS)) {
          for (const element of childrenOf(file.root, kind)) {
            const name = valueOf(element, 'fullName');
            if (name) addPart(file.name, kind, { name, element, file });
          }
        }
      }
      const kind = PART_ELEMENTS[file.type];
      if (kind && file.parent) addPart(file.parent, kind, { name: file.name, element: file.root, file });
    }
    return objects;
  }
}

function kindByName(name: string): CustomKind {
  const suffix = /__[a-z]+$/i.exec(name)?.[0]?.toLowerCase();
  if (suffix === undefined) return 'standard';
  return SUFFIX_KINDS[suffix] ?? 'custom';
}

/** Whether a field is filled by a formula or a roll-up. */
export function isComputed(part: ObjectPart): boolean {
  const type = valueOf(part.element, 'type');
  return childOf(part.element, 'formula') !== undefined || type === 'Summary' || type === 'AutoNumber';
}

/** Whether the field always holds a value, so that no field-level security applies to it. */
export function isRequired(part: ObjectPart): boolean {
  return isTrue(part.element, 'required') || valueOf(part.element, 'type') === 'MasterDetail';
}
