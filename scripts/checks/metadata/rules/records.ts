/** Custom metadata records: their type, their fields, and values that fit. */
import type { ObjectPart } from '../project/objects.ts';
import { isRequired } from '../project/objects.ts';
import type { MetadataFile } from '../project/project.ts';
import { TOP } from '../report.ts';
import { attributeOf, childOf, childrenOf, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { nearest, suggestion } from '../suggest.ts';
import { complain, needField } from './context.ts';
import type { RuleContext } from './context.ts';
import { isDate } from './shape.ts';

/** Value types that each field type takes. */
const VALUE_TYPES: Readonly<Record<string, readonly string[]>> = {
  Checkbox: ['boolean'],
  Number: ['double', 'int', 'decimal'],
  Percent: ['double', 'int', 'decimal'],
  Date: ['date'],
  DateTime: ['dateTime'],
  Text: ['string'],
  TextArea: ['string'],
  LongTextArea: ['string'],
  Email: ['string'],
  Phone: ['string'],
  Url: ['string'],
  Picklist: ['string', 'picklist'],
  MetadataRelationship: ['string'],
};

const PATTERNS: Readonly<Record<string, (text: string) => boolean>> = {
  boolean: (text) => /^(true|false|0|1)$/.test(text),
  double: (text) => /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text),
  decimal: (text) => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text),
  int: (text) => /^[+-]?\d+$/.test(text),
  date: (text) => isDate(text, 'date'),
  dateTime: (text) => isDate(text, 'dateTime'),
};

export function checkRecords(context: RuleContext): void {
  for (const file of context.project.ofType('CustomMetadata')) checkRecord(context, file);
}

function checkRecord(context: RuleContext, file: MetadataFile): void {
  const [type = '', name] = file.name.split('.');
  if (name === undefined) {
    context.report.add(file.path, TOP, `The name of a record is <type>.<record>: ${file.name} has no type.`);
    return;
  }
  const object = `${type}__mdt`;
  const { objects } = context.project;
  const standing = objects.standing(object);
  if (standing === 'missing') {
    const types = [...objects.objects.values()].filter(({ kind }) => kind === 'metadata').map((one) => one.name);
    context.report.add(file.path, TOP, `Custom metadata type ${object} does not exist.${suggestion(object, types)}`);
  }
  if (!childOf(file.root, 'label')) {
    context.report.add(file.path, file.root, 'Required element <label> is missing: a record states it.');
  }
  if (standing !== 'exists') return;
  const given = new Map<string, XmlElement>();
  for (const values of childrenOf(file.root, 'values')) {
    const field = childOf(values, 'field');
    if (!field) continue;
    needField(context, file, field, object, field.text);
    const key = context.project.key(field.text);
    const before = given.get(key);
    if (before) complain(context, file, field, `${field.text} has a value already, in line ${before.line}.`);
    given.set(key, values);
    const part = objects.field(object, field.text);
    const value = childOf(values, 'value');
    if (part && value) checkValue(context, file, part, value, values);
  }
  for (const part of objects.object(object)?.parts.get('fields')?.values() ?? []) {
    const values = given.get(context.project.key(part.name));
    if (!isRequired(part) || childOf(part.element, 'defaultValue')) continue;
    const value = childOf(values, 'value');
    if (!value || attributeOf(value, 'xsi:nil') === 'true' || value.text === '') {
      context.report.add(file.path, value ?? values ?? file.root, `Required field ${part.name} has no value.`);
    }
  }
}

function checkValue(
  context: RuleContext,
  file: MetadataFile,
  part: ObjectPart,
  value: XmlElement,
  values: XmlElement,
): void {
  if (attributeOf(value, 'xsi:nil') === 'true') return;
  const type = valueOf(part.element, 'type') ?? '';
  const stated = attributeOf(value, 'xsi:type')?.replace(/^\w+:/, '');
  const allowed = VALUE_TYPES[type];
  if (stated !== undefined && allowed && !allowed.includes(stated)) {
    context.report.add(
      file.path,
      value,
      `The value of ${part.name} (${type}) is of type xsd:${allowed[0] ?? ''}, not xsd:${stated}.`,
    );
    return;
  }
  const fits = PATTERNS[stated ?? allowed?.[0] ?? ''];
  if (fits && value.text !== '' && !fits(value.text)) {
    complain(
      context,
      file,
      value,
      `"${value.text}" is no ${stated ?? allowed?.[0] ?? 'value'}: ${part.name} is a field of type ${type}.`,
    );
    return;
  }
  const length = Number(valueOf(part.element, 'length') ?? Infinity);
  if (value.rawText.length > length) {
    complain(
      context,
      file,
      value,
      `The value of ${part.name} has ${value.rawText.length} characters, ${length} are allowed.`,
    );
  }
  if (type === 'Picklist') checkChoice(context, file, part, value);
  if (type === 'MetadataRelationship') checkTarget(context, file, part, value, values);
}

function checkChoice(context: RuleContext, file: MetadataFile, part: ObjectPart, value: XmlElement): void {
  const set = childOf(part.element, 'valueSet');
  const definition = childOf(set, 'valueSetDefinition');
  if (!definition || !isTrue(set, 'restricted')) return;
  const known = childrenOf(definition, 'value').flatMap((one) => valueOf(one, 'fullName') ?? []);
  if (known.some((one) => one.toLowerCase() === value.text.toLowerCase())) return;
  complain(context, file, value, `${value.text} is no value of ${part.name}.${suggestion(value.text, known)}`);
}

function checkTarget(
  context: RuleContext,
  file: MetadataFile,
  part: ObjectPart,
  value: XmlElement,
  values: XmlElement,
): void {
  const target = valueOf(part.element, 'referenceTo') ?? '';
  const { project } = context;
  if (value.text === '' || project.isForeign(value.text)) return;
  if (target === 'EntityDefinition') {
    const near = nearest(value.text, project.objects.names());
    const standing = project.objects.standing(value.text);
    if (standing === 'missing' || (standing === 'unknown' && near !== undefined)) {
      const hint = near === undefined ? '' : ` Did you mean ${near}?`;
      complain(context, file, value, `Object ${value.text} does not exist.${hint}`);
    }
  } else if (target === 'FieldDefinition') {
    const object = controllingObject(part, values, file);
    if (object !== undefined && !value.text.includes('.')) needField(context, file, value, object, value.text);
  } else if (/__mdt$/i.test(target)) {
    const type = target.replace(/__mdt$/i, '');
    const names = project
      .ofType('CustomMetadata')
      .filter((record) => project.key(record.name.split('.')[0] ?? '') === project.key(type))
      .map((record) => record.name.split('.')[1] ?? '');
    if (names.some((name) => project.key(name) === project.key(value.text)) || project.open) return;
    if (names.length === 0 && project.isForeign(target)) return;
    complain(context, file, value, `Record ${value.text} of ${target} does not exist.${suggestion(value.text, names)}`);
  }
}

/** The object whose fields a field relationship offers: the value of its controlling field. */
function controllingObject(part: ObjectPart, values: XmlElement, file: MetadataFile): string | undefined {
  const controlling = valueOf(part.element, 'metadataRelationshipControllingField')?.split('.').at(-1);
  if (controlling === undefined || values.name !== 'values') return undefined;
  const row = childrenOf(file.root, 'values').find((one) => valueOf(one, 'field') === controlling);
  return valueOf(row, 'value');
}
