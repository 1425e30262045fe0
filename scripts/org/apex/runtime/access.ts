/** AccessLevel, AccessType and Security.stripInaccessible. */
import type { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { enumType, getter } from './define.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import type { ApexEnum } from './values/enum.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

export type Mode = 'user' | 'system';

export class AccessLevel extends ApexObject {
  static readonly apexName = 'AccessLevel';
  readonly mode: Mode;
  constructor(mode: Mode) {
    super();
    this.mode = mode;
  }
  override apexString(): string {
    return `AccessLevel.${this.mode.toUpperCase()}_MODE`;
  }
}

const USER = new AccessLevel('user');
const SYSTEM = new AccessLevel('system');

/** Mode of an access level argument; absent is system mode. */
export function modeOf(level: AccessLevel | null | undefined): Mode {
  return level?.mode ?? 'system';
}

class SObjectAccessDecision extends ApexObject {
  static readonly apexName = 'SObjectAccessDecision';
  readonly records: ApexList<SObjectRecord>;
  readonly removed: ApexMap<string, ApexSet<string>>;
  readonly modified: ApexSet<number>;
  constructor(records: ApexList<SObjectRecord>, removed: ApexMap<string, ApexSet<string>>, modified: ApexSet<number>) {
    super();
    this.records = records;
    this.removed = removed;
    this.modified = modified;
  }
}

type Check = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'UPSERTABLE';
const OBJECT_RIGHT = {
  READABLE: ['read'],
  CREATABLE: ['create'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
} as const;

/** Strips what the user has no right on from records and, for reading, their parents and children. */
class Stripper {
  readonly removed = new Map<string, Set<string>>();
  readonly #check: Check;
  constructor(check: Check) {
    this.#check = check;
  }

  allowsObject(record: SObjectRecord): boolean {
    const rights = host().rules.object(host().userId, record.object);
    return OBJECT_RIGHT[this.#check].every((right) => rights[right]);
  }

  #allows(record: SObjectRecord, name: string): boolean {
    const field = record.object.field(name);
    if (!field || name === 'Id') return true;
    const { read, edit } = host().rules.field(host().userId, record.object, name);
    if (this.#check === 'READABLE') return read;
    if (this.#check === 'CREATABLE') return field.createable && edit;
    if (this.#check === 'UPDATABLE') return field.updateable && edit;
    return field.createable && field.updateable && edit;
  }

  #note(record: SObjectRecord, name: string): void {
    const names = this.removed.get(record.object.name) ?? new Set<string>();
    this.removed.set(record.object.name, names.add(name));
  }

  strip(record: SObjectRecord): SObjectRecord {
    const twin = record.copy();
    for (const name of Object.keys(twin.values)) {
      if (this.#allows(record, name)) continue;
      delete twin.values[name];
      this.#note(record, name);
    }
    if (this.#check !== 'READABLE') return twin;
    twin.parents = record.parents && this.#parents(record);
    twin.children = record.children && this.#children(record);
    return twin;
  }

  #parents(record: SObjectRecord): SObjectRecord['parents'] {
    const kept: Record<string, SObjectRecord | null> = {};
    for (const [name, parent] of Object.entries(record.parents ?? {})) {
      const reference = record.object.parentRelationship(name)?.name;
      const visible = reference === undefined || this.#allows(record, reference);
      if (visible && (parent === null || this.allowsObject(parent))) kept[name] = parent && this.strip(parent);
      else this.#note(record, name);
    }
    return kept;
  }

  #children(record: SObjectRecord): SObjectRecord['children'] {
    const kept: Record<string, SObjectRecord[]> = {};
    for (const [name, rows] of Object.entries(record.children ?? {})) {
      if (rows.every((row) => this.allowsObject(row))) kept[name] = rows.map((row) => this.strip(row));
      else this.#note(record, name);
    }
    return kept;
  }
}

const sameRecord = (left: SObjectRecord, right: SObjectRecord): boolean =>
  Object.keys(left.values).length === Object.keys(right.values).length &&
  Object.keys(left.parents ?? {}).length === Object.keys(right.parents ?? {}).length;

function stripInaccessible(
  type: ApexEnum | null,
  source: ApexList<SObjectRecord> | null,
  enforceRoot: boolean | null = true,
): SObjectAccessDecision {
  const check = requireArgument(type).name as Check;
  const stripper = new Stripper(check);
  const records = requireArgument(source);
  if (enforceRoot !== false && records.items.some((record) => !stripper.allowsObject(record))) {
    throwException('NoAccessException', `No access to entity: ${records.items[0]!.object.name}`);
  }
  const stripped = records.items.map((record) => stripper.strip(record));
  const modified = stripped.flatMap((record, index) => (sameRecord(record, records.items[index]!) ? [] : [index]));
  const removed = new ApexMap<string, ApexSet<string>>('Map<String,Set<String>>');
  for (const [object, names] of stripper.removed) removed.put(object, new ApexSet('Set<String>', names));
  return new SObjectAccessDecision(
    new ApexList(records.type, stripped),
    removed,
    new ApexSet('Set<Integer>', modified),
  );
}

export const ACCESS_TYPES: readonly PlatformType[] = [
  {
    name: 'AccessLevel',
    kind: 'class',
    properties: {
      'static AccessLevel USER_MODE': { get: () => USER },
      'static AccessLevel SYSTEM_MODE': { get: () => SYSTEM },
    },
  },
  enumType('AccessType', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']),
  {
    name: 'Security',
    kind: 'class',
    members: {
      'static SObjectAccessDecision stripInaccessible(AccessType,List<SObject>)': stripInaccessible,
      'static SObjectAccessDecision stripInaccessible(AccessType,List<SObject>,Boolean)': stripInaccessible,
    },
  },
  {
    name: 'SObjectAccessDecision',
    kind: 'class',
    members: {
      'List<SObject> getRecords()': getter('records'),
      'Map<String,Set<String>> getRemovedFields()': getter('removed'),
      'Set<Integer> getModifiedIndexes()': getter('modified'),
    },
  },
];
