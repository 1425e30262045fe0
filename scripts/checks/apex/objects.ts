/** The project's objects as rows of the compiler driver, read from its metadata files in source or metadata format. */
import path from 'node:path';
import { parseXml } from '../../org/schema/xml.ts';
import type { XmlElement } from '../../org/schema/xml.ts';
import { fieldRows, textOf } from './fields.ts';
import type { MemberRow } from './fields.ts';
import type { ProjectFile } from './project-files.ts';
import { STANDARD_ADDITIONS } from './standard-additions.ts';
import {
  CHANGE_EVENT,
  FEED,
  HISTORY,
  OWNER_MEMBERS,
  RECORD_TYPE_MEMBERS,
  SHARE,
  SYSTEM_MEMBERS,
} from './system-members.ts';
import type { DerivedObject, DriverKind } from './system-members.ts';

interface ObjectFiles {
  readonly name: string;
  /** The object's own file, where the project has one. */
  definition?: XmlElement;
  readonly fields: XmlElement[];
  readonly fieldSets: string[];
  hasRecordTypes: boolean;
}

interface ObjectRows {
  readonly kind: DriverKind;
  readonly members: MemberRow[];
  readonly fieldSets: readonly string[];
}

/** Objects whose custom fields the platform shows on others: activities on both kinds, contacts on person accounts. */
const SHOWN_ON: Readonly<Record<string, readonly { object: string; suffix: string }[]>> = {
  Activity: [
    { object: 'Task', suffix: '__c' },
    { object: 'Event', suffix: '__c' },
  ],
  Contact: [{ object: 'Account', suffix: '__pc' }],
};

/**
 * @param files metadata files of the project
 * @returns rows of the driver: `object`, then its members
 */
export function objectRows(files: readonly ProjectFile[]): string[] {
  const objects = readObjects(files);
  const rows = new Map<string, ObjectRows>();
  for (const object of objects.values()) addObject(object, objects, rows);
  for (const [name, members] of Object.entries(STANDARD_ADDITIONS)) rowsOf(rows, name).members.push(...members);
  for (const object of objects.values()) {
    for (const field of object.fields) {
      for (const child of fieldRows(field, () => undefined).children) {
        rowsOf(rows, child.object).members.push(['child', child.name, object.name]);
      }
    }
  }
  return [...rows].flatMap(([name, object]) => [
    `object\t${name}\t${object.kind === 'big' || object.kind === 'external' ? 'record' : object.kind}`,
    ...object.members.map((member) => member.join('\t')),
    ...object.fieldSets.map((fieldSet) => `fieldset\t${fieldSet}`),
  ]);
}

function readObjects(files: readonly ProjectFile[]): Map<string, ObjectFiles> {
  const objects = new Map<string, ObjectFiles>();
  const objectOf = (name: string): ObjectFiles => {
    const known = objects.get(name) ?? { name, fields: [], fieldSets: [], hasRecordTypes: false };
    objects.set(name, known);
    return known;
  };
  for (const file of files) {
    const place = /(?:^|\/)objects\/([^/]+)\/(?:(\w+)\/)?([^/]+)$/.exec(file.path);
    const name = /^(.+)\.object(-meta\.xml)?$/.exec(path.basename(file.path))?.[1];
    if (name !== undefined) addDefinition(objectOf(name), parseXml(file.text));
    else if (place?.[2] === 'fields') objectOf(place[1] ?? '').fields.push(parseXml(file.text));
    else if (place?.[2] === 'fieldSets') objectOf(place[1] ?? '').fieldSets.push(place[3]?.split('.')[0] ?? '');
    else if (place?.[2] === 'recordTypes') objectOf(place[1] ?? '').hasRecordTypes = true;
  }
  return objects;
}

function addDefinition(object: ObjectFiles, definition: XmlElement): void {
  object.definition = definition;
  for (const part of definition.children) {
    if (part.name === 'fields') object.fields.push(part);
    if (part.name === 'fieldSets') object.fieldSets.push(textOf(part, 'fullName'));
    if (part.name === 'recordTypes') object.hasRecordTypes = true;
  }
}

function rowsOf(rows: Map<string, ObjectRows>, name: string): ObjectRows {
  const known = rows.get(name) ?? { kind: kindOf(name), members: [], fieldSets: [] };
  rows.set(name, known);
  return known;
}

function kindOf(name: string, definition?: XmlElement): DriverKind {
  const setting = definition === undefined ? '' : textOf(definition, 'customSettingsType');
  if (setting !== '') return setting === 'List' ? 'list' : 'hierarchy';
  if (name.endsWith('__e')) return 'event';
  if (name.endsWith('__mdt')) return 'metadata';
  if (name.endsWith('__b')) return 'big';
  return name.endsWith('__x') ? 'external' : 'record';
}

function addObject(object: ObjectFiles, all: ReadonlyMap<string, ObjectFiles>, rows: Map<string, ObjectRows>): void {
  const kind = kindOf(object.name, object.definition);
  const own = object.fields.map((field) => fieldRows(field, (column) => typeOfColumn(column, all)));
  const fields = own.flatMap((field) => field.own);
  const before = rows.get(object.name)?.members ?? [];
  const members = [...before, ...fields];
  const isCustom = /__(c|e|mdt|b|x|kav)$/.test(object.name);
  if (isCustom) members.push(...SYSTEM_MEMBERS[kind]);
  if (object.hasRecordTypes) members.push(...RECORD_TYPE_MEMBERS);
  rows.set(object.name, { kind, members, fieldSets: object.fieldSets });
  for (const place of SHOWN_ON[object.name] ?? []) {
    const shown = fields.map(([role, name, type]): MemberRow => [role, name.replace(/__c$/, place.suffix), type]);
    rowsOf(rows, place.object).members.push(...shown);
  }
  if (!isCustom || kind !== 'record') return;
  const hasMaster = own.some((field) => field.isMasterDetail);
  if (!hasMaster) members.push(...OWNER_MEMBERS);
  for (const derived of derivedOf(object, hasMaster)) addDerived(derived, object.name, members, fields, rows);
}

/** Change events and shares depend on settings of the org as well; a class that names them compiles in some org. */
function derivedOf(object: ObjectFiles, hasMaster: boolean): DerivedObject[] {
  const isOn = (setting: string): boolean =>
    object.definition === undefined || textOf(object.definition, setting) === 'true';
  return [
    CHANGE_EVENT,
    ...(hasMaster ? [] : [SHARE]),
    ...(isOn('enableHistory') ? [HISTORY] : []),
    ...(isOn('enableFeeds') ? [FEED] : []),
  ];
}

function addDerived(
  derived: DerivedObject,
  object: string,
  members: MemberRow[],
  fields: readonly MemberRow[],
  rows: Map<string, ObjectRows>,
): void {
  const name = object.replace(/__c$/, derived.suffix);
  const own = [...derived.members(object), ...(derived === CHANGE_EVENT ? fields : [])];
  rows.set(name, { kind: 'record', members: own, fieldSets: [] });
  if (derived.child !== undefined) members.push(['child', derived.child, name]);
}

/** The Apex type of `Object.Field` when it is a custom column of the project. */
function typeOfColumn(column: string, all: ReadonlyMap<string, ObjectFiles>): string | undefined {
  const [object = '', name = ''] = column.split('.');
  const field = all.get(object)?.fields.find((candidate) => textOf(candidate, 'fullName') === name);
  return field === undefined ? undefined : fieldRows(field, () => undefined).own[0]?.[2];
}
