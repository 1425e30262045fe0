/** `objects/*.object` → object data: a custom object, event, setting, metadata type, or additions to a standard object. */
import type { MetadataComponent } from '../../types.ts';
import { makeField } from '../field.ts';
import type { CompactLayoutMetadata, ListViewMetadata, ObjectPresentation } from '../metadata.ts';
import type {
  FieldSchema,
  ObjectKind,
  ObjectSchema,
  PicklistValue,
  RecordTypeSchema,
  ValidationRuleSchema,
} from '../model.ts';
import type { ObjectData } from '../object-schema.ts';
import { readShape } from '../shape.ts';
import type { Problems, Read } from '../shape.ts';
import {
  auditFields,
  customMetadataFields,
  eventFields,
  idField,
  isDeletedField,
  ownerField,
} from '../system-fields.ts';
import type { XmlElement } from '../xml.ts';
import { readField } from './field.ts';
import { qualify } from './names.ts';
import { OBJECT_SHAPE } from './object-shape.ts';
import { readCompactLayouts, readListViews, readPresentation } from './object-views.ts';

export type ObjectFile = Read<typeof OBJECT_SHAPE>;

/** What one object file brings. */
export interface ObjectReading {
  readonly data: ObjectData;
  /** Where each part was written; problems of later checks point there. */
  readonly lines: ReadonlyMap<string, number>;
  readonly listViews: readonly ListViewMetadata[];
  readonly compactLayouts: readonly CompactLayoutMetadata[];
  readonly presentation: ObjectPresentation;
}

export interface ObjectContext {
  readonly namespace?: string;
  readonly problems: Problems;
  readonly globalValueSets: ReadonlyMap<string, readonly PicklistValue[]>;
  /** The object as it is so far, when the file adds to one. */
  existing(name: string): ObjectData | undefined;
}

const SUFFIX_KINDS: Readonly<Record<string, ObjectKind>> = { __c: 'custom', __e: 'event', __mdt: 'metadata' };

export function readObject(
  component: MetadataComponent,
  root: XmlElement,
  context: ObjectContext,
): ObjectReading | undefined {
  const file = readShape(root, OBJECT_SHAPE, 'CustomObject', context.problems);
  const name = qualify(component.fullName, context.namespace);
  const suffix = /__[a-z]+$/.exec(name)?.[0] ?? '';
  const kind = file.customSettingsType ? 'setting' : SUFFIX_KINDS[suffix];
  const existing = context.existing(name);
  if (!existing && !kind) {
    context.problems.add(
      `Entity of type CustomObject named ${component.fullName} is not known to the local org`,
      root.line,
    );
    return undefined;
  }
  const lines = new Map<string, number>();
  const fields = readFields(file, name, existing, lines, context);
  const data = existing
    ? extend(existing, fields, file, context)
    : create(name, kind ?? 'custom', fields, file, root, context);
  return {
    data,
    lines,
    listViews: readListViews(file, data.name, context),
    compactLayouts: readCompactLayouts(file, data.name, context),
    presentation: readPresentation(file, data.name, context),
  };
}

function readFields(
  file: ObjectFile,
  objectName: string,
  existing: ObjectData | undefined,
  lines: Map<string, number>,
  context: ObjectContext,
): FieldSchema[] {
  const found: FieldSchema[] = [];
  for (const element of file.fields) {
    const field = readField(element, {
      objectName,
      problems: context.problems,
      globalValueSets: context.globalValueSets,
      ...(context.namespace ? { namespace: context.namespace } : {}),
      standardField: (name) => existing?.fields.find((one) => one.name.toLowerCase() === name.toLowerCase()),
    });
    if (!field) continue;
    const key = `field:${field.name.toLowerCase()}`;
    if (lines.has(key)) context.problems.add(`Duplicate name specified: ${objectName}.${field.name}`, element.$line);
    lines.set(key, element.$line);
    found.push(field);
  }
  return found;
}

function extend(
  existing: ObjectData,
  fields: readonly FieldSchema[],
  file: ObjectFile,
  context: ObjectContext,
): ObjectData {
  const byName = new Map(existing.fields.map((field) => [field.name.toLowerCase(), field]));
  for (const field of fields) byName.set(field.name.toLowerCase(), field);
  const rules = readRules(file, existing.name, context);
  const names = new Set(rules.map((rule) => rule.name.toLowerCase()));
  return {
    ...existing,
    ...(file.label ? { label: file.label } : {}),
    ...(file.pluralLabel ? { pluralLabel: file.pluralLabel } : {}),
    ...(file.sharingModel ? { sharingModel: sharingOf(file.sharingModel) } : {}),
    fields: [...byName.values()],
    validationRules: [...existing.validationRules.filter((rule) => !names.has(rule.name.toLowerCase())), ...rules],
    recordTypes: [...(existing.recordTypes ?? []), ...readRecordTypes(file)],
    historyTracked: file.enableHistory ?? existing.historyTracked,
  };
}

function create(
  name: string,
  kind: ObjectKind,
  fields: readonly FieldSchema[],
  file: ObjectFile,
  root: XmlElement,
  context: ObjectContext,
): ObjectData {
  for (const needed of [
    'label',
    ...(kind === 'custom' ? (['pluralLabel', 'nameField', 'sharingModel'] as const) : []),
  ] as const) {
    if (file[needed] === undefined)
      context.problems.add(`Must specify a non-empty ${needed} for the CustomObject`, root.line);
  }
  const isDetail = fields.some((field) => field.masterDetail);
  const sharingModel = file.sharingModel ? sharingOf(file.sharingModel) : 'ReadWrite';
  if (kind === 'custom' && isDetail !== (sharingModel === 'ControlledByParent')) {
    context.problems.add(
      isDetail
        ? 'sharingModel must be ControlledByParent for an object with a master-detail field'
        : 'sharingModel ControlledByParent needs a master-detail field',
      root.line,
    );
  }
  const isStored = kind === 'custom' || kind === 'setting';
  const nameFieldName = kind === 'metadata' ? 'MasterLabel' : kind === 'event' ? 'ReplayId' : 'Name';
  return {
    name,
    label: file.label ?? name,
    pluralLabel: file.pluralLabel ?? file.label ?? name,
    kind,
    custom: true,
    keyPrefix: '',
    sharingModel,
    fields: [...surroundingFields(kind, file, isDetail), ...fields, ...(isStored ? auditFields() : [])],
    nameField: nameFieldName,
    validationRules: readRules(file, name, context),
    historyTracked: kind === 'custom' && (file.enableHistory ?? false),
    createable: kind !== 'metadata',
    updateable: isStored,
    deletable: isStored,
    queryable: kind !== 'event',
    triggerable: kind === 'custom' || kind === 'event',
    recordTypes: readRecordTypes(file),
    ...(file.customSettingsType ? { customSettingsType: file.customSettingsType } : {}),
    ...(kind === 'event' ? { publishBehavior: file.publishBehavior ?? 'PublishAfterCommit' } : {}),
    ...(file.description ? { description: file.description } : {}),
  };
}

/** System fields that go before the custom ones. */
function surroundingFields(kind: ObjectKind, file: ObjectFile, isDetail: boolean): FieldSchema[] {
  if (kind === 'event') return eventFields();
  if (kind === 'metadata') return customMetadataFields();
  if (kind === 'setting') {
    const name = makeField({
      name: 'Name',
      type: 'string',
      length: 38,
      isNameField: true,
      permissionable: false,
      required: file.customSettingsType === 'List',
    });
    const setupOwner = makeField({
      name: 'SetupOwnerId',
      label: 'Location',
      type: 'reference',
      length: 18,
      referenceTo: ['Organization', 'Profile', 'User'],
      relationshipName: 'SetupOwner',
      updateable: false,
      permissionable: false,
      deleteConstraint: 'Cascade',
    });
    return [idField(), isDeletedField(), name, setupOwner];
  }
  const recordType = file.recordTypes.length > 0;
  return [
    idField(),
    ...(isDetail ? [] : [ownerField(['Group', 'User'])]),
    isDeletedField(),
    nameFieldOf(file),
    ...(recordType
      ? [
          makeField({
            name: 'RecordTypeId',
            type: 'reference',
            length: 18,
            referenceTo: ['RecordType'],
            relationshipName: 'RecordType',
            permissionable: false,
          }),
        ]
      : []),
  ];
}

function nameFieldOf(file: ObjectFile): FieldSchema {
  const element = file.nameField;
  const isAutoNumber = element?.type === 'AutoNumber';
  return makeField({
    name: 'Name',
    label: element?.label ?? 'Name',
    type: 'string',
    length: 80,
    isNameField: true,
    required: !isAutoNumber,
    permissionable: false,
    createable: !isAutoNumber,
    updateable: !isAutoNumber,
    trackHistory: element?.trackHistory ?? false,
    ...(isAutoNumber ? { autoNumberFormat: element.displayFormat ?? '{0}' } : {}),
    ...(element?.startingNumber === undefined ? {} : { startingNumber: element.startingNumber }),
  });
}

function sharingOf(text: NonNullable<ObjectFile['sharingModel']>): ObjectSchema['sharingModel'] {
  return text === 'ReadWriteTransfer' || text === 'FullAccess' ? 'ReadWrite' : text;
}

function readRules(file: ObjectFile, objectName: string, context: ObjectContext): ValidationRuleSchema[] {
  return file.validationRules.flatMap((rule) => {
    if (!rule.fullName || !rule.errorConditionFormula || !rule.errorMessage) {
      context.problems.add(
        `${objectName}: a validation rule needs fullName, errorConditionFormula and errorMessage`,
        rule.$line,
      );
      return [];
    }
    return [
      {
        name: rule.fullName,
        active: rule.active ?? false,
        formula: rule.errorConditionFormula,
        errorMessage: rule.errorMessage,
        ...(rule.errorDisplayField ? { errorField: qualify(rule.errorDisplayField, context.namespace) } : {}),
      },
    ];
  });
}

function readRecordTypes(file: ObjectFile): RecordTypeSchema[] {
  return file.recordTypes.flatMap((type) =>
    type.fullName
      ? [{ developerName: type.fullName, label: type.label ?? type.fullName, active: type.active ?? true }]
      : [],
  );
}
