/** What each kind of custom object must state, and how its parts fit together. */
import { isCustomName } from '../project/names.ts';
import type { CustomKind, ProjectObject } from '../project/objects.ts';
import type { MetadataFile } from '../project/project.ts';
import { childOf, childrenOf, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { nearest } from '../suggest.ts';
import { complain, needComponent, needField } from './context.ts';
import type { RuleContext } from './context.ts';

const REQUIRED: Readonly<Partial<Record<CustomKind, readonly string[]>>> = {
  custom: ['label', 'pluralLabel', 'nameField', 'sharingModel', 'deploymentStatus'],
  event: ['label', 'pluralLabel', 'deploymentStatus'],
  metadata: ['label', 'pluralLabel'],
  setting: ['label', 'customSettingsType'],
  big: ['label', 'pluralLabel', 'deploymentStatus'],
};

/** Types of fields that a kind of object takes; other kinds take every type. */
const FIELD_TYPES: Readonly<Partial<Record<CustomKind, readonly string[]>>> = {
  event: ['Checkbox', 'Date', 'DateTime', 'LongTextArea', 'Number', 'Text'],
  metadata: [
    'Checkbox',
    'Date',
    'DateTime',
    'Email',
    'LongTextArea',
    'MetadataRelationship',
    'Number',
    'Percent',
    'Phone',
    'Picklist',
    'Text',
    'TextArea',
    'Url',
  ],
  setting: [
    'Checkbox',
    'Currency',
    'Date',
    'DateTime',
    'Email',
    'Number',
    'Percent',
    'Phone',
    'Text',
    'TextArea',
    'Url',
  ],
};

/** Actions of every object, to find a misspelt one. */
const ACTIONS = ['Accept', 'CancelEdit', 'Clone', 'Delete', 'Edit', 'Follow', 'List', 'New', 'SaveEdit', 'Tab', 'View'];

const KIND_NAMES: Readonly<Partial<Record<CustomKind, string>>> = {
  event: 'platform event',
  metadata: 'custom metadata type',
  setting: 'custom setting',
};

export function checkObjects(context: RuleContext): void {
  for (const object of context.project.objects.objects.values()) {
    if (object.file) checkFile(context, object, object.file);
    checkParts(context, object);
  }
}

function checkFile(context: RuleContext, object: ProjectObject, file: MetadataFile): void {
  const { root } = file;
  if (isCustomName(object.name) && !context.project.isForeign(object.name)) {
    for (const name of REQUIRED[object.kind] ?? []) {
      if (childOf(root, name)) continue;
      context.report.add(file.path, root, `Required element <${name}> is missing: ${object.name} must state it.`);
    }
    checkSharing(context, object, file);
  }
  const nameField = childOf(root, 'nameField');
  if (nameField && isCustomName(object.name)) checkNameField(context, file, nameField);
  const assigned = childOf(root, 'compactLayoutAssignment');
  if (
    assigned &&
    assigned.text !== 'SYSTEM' &&
    !context.project.objects.part(object.name, 'compactLayouts', assigned.text)
  ) {
    if (!context.project.isForeign(assigned.text)) {
      complain(context, file, assigned, `Compact layout ${assigned.text} does not exist on ${object.name}.`);
    }
  }
  for (const override of childrenOf(root, 'actionOverrides')) checkOverride(context, file, override);
  const search = childOf(root, 'searchLayouts');
  for (const element of search?.children ?? []) {
    if (/Fields$/.test(element.name) && isCustomName(element.text)) {
      needField(context, file, element, object.name, element.text);
    }
  }
}

function checkNameField(context: RuleContext, file: MetadataFile, nameField: XmlElement): void {
  const type = childOf(nameField, 'type');
  if (!type) {
    context.report.add(file.path, nameField, 'Required element <type> is missing in <nameField>.');
    return;
  }
  if (type.text !== 'Text' && type.text !== 'AutoNumber') {
    complain(context, file, type, `A name field is Text or AutoNumber, not ${type.text}.`);
  }
  const format = childOf(nameField, 'displayFormat');
  if (type.text === 'AutoNumber' && format && format.text !== '' && !/\{0+\}/.test(format.text)) {
    complain(context, file, format, `The format of an auto-number holds its digits as {0}: "${format.text}" does not.`);
  }
  if (!childOf(nameField, 'label')) {
    context.report.add(file.path, nameField, 'Required element <label> is missing in <nameField>.');
  }
  if (type.text !== 'AutoNumber' && format) {
    complain(context, file, format, '<displayFormat> belongs to a name field of type AutoNumber.');
  }
}

function checkSharing(context: RuleContext, object: ProjectObject, file: MetadataFile): void {
  const model = childOf(file.root, 'sharingModel');
  if (object.kind !== 'custom' || !model) return;
  const details = [...(object.parts.get('fields')?.values() ?? [])].filter(
    ({ element }) => valueOf(element, 'type') === 'MasterDetail',
  );
  if (details.length > 0 && model.text !== 'ControlledByParent') {
    complain(
      context,
      file,
      model,
      `${object.name} has the master-detail field ${details[0]?.name ?? ''}: its sharingModel is ControlledByParent, not ${model.text}.`,
    );
  }
  if (details.length === 0 && model.text === 'ControlledByParent' && !context.project.open) {
    complain(context, file, model, `${object.name} has no master-detail field: nothing controls its sharing.`);
  }
}

function checkOverride(context: RuleContext, file: MetadataFile, override: XmlElement): void {
  const content = childOf(override, 'content');
  const type = valueOf(override, 'type');
  const action = childOf(override, 'actionName');
  const near = action && !ACTIONS.includes(action.text) ? nearest(action.text, ACTIONS) : undefined;
  if (action && near !== undefined) {
    complain(context, file, action, `Action ${action.text} does not exist. Did you mean ${near}?`);
  }
  if (!content) {
    if (type && type !== 'Default' && type !== 'Standard') {
      context.report.add(file.path, override, `An override of type ${type} names its <content>.`);
    }
    return;
  }
  if (type === 'Flexipage') needComponent(context, file, content, 'FlexiPage', content.text);
  if (type === 'Visualforce') needComponent(context, file, content, 'ApexPage', content.text, 'Page');
  if (type === 'LightningComponent') {
    const known = [
      ...context.project.namesOf('AuraDefinitionBundle'),
      ...context.project.namesOf('LightningComponentBundle'),
    ];
    const name = content.text.replace(/^c:/, '').toLowerCase();
    if (!content.text.replace(/^c:/, '').includes(':') && !known.some((one) => one.toLowerCase() === name)) {
      complain(context, file, content, `Component ${content.text} does not exist.`);
    }
  }
}

function checkParts(context: RuleContext, object: ProjectObject): void {
  const allowed = FIELD_TYPES[object.kind];
  const fields = [...(object.parts.get('fields')?.values() ?? [])];
  for (const { element, file, name } of fields) {
    const type = childOf(element, 'type');
    if (allowed && type && !allowed.includes(type.text) && context.api.enums['FieldType']?.includes(type.text)) {
      complain(
        context,
        file,
        type,
        `A field of a ${KIND_NAMES[object.kind] ?? object.kind} cannot be of type ${type.text}: ${name}.`,
      );
    }
    if (!isCustomName(name) && isCustomName(object.name) && object.kind !== 'article' && object.kind !== 'big') {
      if (context.project.objects.fieldStanding(object.name, name) === 'missing') {
        const own = childOf(element, 'fullName') ?? element;
        complain(context, file, own, `The name of a custom field ends with __c: ${name}.`);
      }
    }
  }
  const details = fields.filter(({ element }) => valueOf(element, 'type') === 'MasterDetail');
  const third = details[2];
  if (third) {
    context.report.add(third.file.path, third.element, `${object.name} has more than two master-detail fields.`);
  }
}
