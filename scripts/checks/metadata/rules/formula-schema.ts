/** The project's objects as the formula compiler reads them: names and types, nothing else. */
import { makeField } from '../../../org/schema/field.ts';
import { emptyMetadata } from '../../../org/schema/metadata-lists.ts';
import type { FieldSchema, FieldType, ObjectKind, ObjectSchema, OrgSchema } from '../../../org/schema/model.ts';
import { makeObject, makeSchema } from '../../../org/schema/object-schema.ts';
import type { ObjectData } from '../../../org/schema/object-schema.ts';
import { FIELD_TYPES } from '../../../org/schema/read/field-types.ts';
import { STANDARD_OBJECTS } from '../../../org/schema/standard/index.ts';
import { readStandardObject } from '../../../org/schema/standard-object.ts';
import { auditFields, idField, ownerField } from '../../../org/schema/system-fields.ts';
import type { CustomKind, ObjectPart, ProjectObject } from '../project/objects.ts';
import type { Project } from '../project/project.ts';
import { childrenOf, childOf, valueOf } from '../xml/element.ts';

const KINDS: Readonly<Partial<Record<CustomKind, ObjectKind>>> = {
  event: 'event',
  metadata: 'metadata',
  setting: 'setting',
  standard: 'standard',
};

/** Field types beyond those the local org can hold. */
const MORE_TYPES: Readonly<Record<string, FieldType>> = {
  Hierarchy: 'reference',
  EncryptedText: 'string',
  Summary: 'double',
};

export function formulaSchema(project: Project): OrgSchema {
  const data = new Map<string, ObjectData>(
    STANDARD_OBJECTS.map((table) => [table.name.toLowerCase(), readStandardObject(table)]),
  );
  for (const object of project.objects.objects.values()) {
    const key = project.key(object.name);
    const known = data.get(key);
    const fields = [...(object.parts.get('fields')?.values() ?? [])].flatMap((part) => fieldOf(project, part) ?? []);
    if (known) {
      const names = new Set(known.fields.map(({ name }) => name.toLowerCase()));
      const added = fields.filter(({ name }) => !names.has(name.toLowerCase()));
      data.set(key, { ...known, fields: [...known.fields, ...added] });
    } else data.set(key, objectOf(object, fields, key));
  }
  const labels = new Map<string, string>();
  for (const file of project.ofType('CustomLabels')) {
    for (const label of childrenOf(file.root, 'labels')) {
      labels.set(valueOf(label, 'fullName') ?? '', valueOf(label, 'value') ?? '');
    }
  }
  const objects: ObjectSchema[] = [...data.values()].map((one) => makeObject(one, []));
  return makeSchema(objects, labels, emptyMetadata(), { version: 1 });
}

function objectOf(object: ProjectObject, fields: readonly FieldSchema[], name: string): ObjectData {
  const nameField = childOf(object.file?.root, 'nameField');
  const kind = KINDS[object.kind] ?? 'custom';
  const system: FieldSchema[] = [
    idField(),
    makeField({ name: 'Name', type: 'string', length: 80, isNameField: true }),
    ownerField(['User', 'Group']),
    ...auditFields(false),
    ...['DeveloperName', 'MasterLabel', 'Label', 'NamespacePrefix', 'QualifiedApiName'].map((field) =>
      makeField({ name: field, type: 'string', length: 80 }),
    ),
    makeField({ name: 'RecordTypeId', type: 'reference', referenceTo: ['RecordType'], relationshipName: 'RecordType' }),
  ];
  return {
    name,
    label: valueOf(nameField, 'label') ?? name,
    pluralLabel: name,
    kind,
    custom: kind !== 'standard',
    keyPrefix: '',
    sharingModel: 'ReadWrite',
    fields: kind === 'standard' ? [idField(), ...auditFields(false), ...fields] : [...system, ...fields],
    nameField: 'Name',
    validationRules: [],
    historyTracked: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    triggerable: true,
  };
}

function fieldOf(project: Project, { name, element }: ObjectPart): FieldSchema | undefined {
  const written = valueOf(element, 'type') ?? '';
  const type = typeOf(
    written,
    element.children.some((child) => child.name === 'referenceTo' && /Definition$/.test(child.text)),
  );
  if (type === undefined) return undefined;
  const target = valueOf(element, 'referenceTo');
  const key = project.key(name) === name.toLowerCase() ? name : name.slice(name.indexOf('__') + 2);
  const formula = valueOf(element, 'formula');
  return makeField({
    name: key,
    type,
    custom: true,
    length: Number(valueOf(element, 'length') ?? 255),
    scale: Number(valueOf(element, 'scale') ?? 0),
    isLongText: written === 'LongTextArea' || written === 'Html',
    ...(formula === undefined ? {} : { formula }),
    ...(target === undefined || type !== 'reference'
      ? {}
      : { referenceTo: [project.key(target)], relationshipName: key.replace(/__c$/i, '__r') }),
  });
}

function typeOf(written: string, isName: boolean): FieldType | undefined {
  if (isName) return 'string';
  return FIELD_TYPES[written]?.type ?? MORE_TYPES[written];
}
