/** Custom fields: what their type needs, and what they point to. */
import { isCustomName } from '../project/names.ts';
import type { ObjectPart, ProjectObject } from '../project/objects.ts';
import { attributeOf, childOf, childrenOf, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain, needField, needObject } from './context.ts';
import type { RuleContext } from './context.ts';
import { METADATA_TARGETS, NEEDED, NO_MASTERS, NOT_WITH_FORMULA, RANGES, SWITCHES, TAKEN } from './field-tables.ts';
import { checkPicklist } from './picklists.ts';

export function checkFields(context: RuleContext): void {
  const relations = new Map<string, { readonly object: string; readonly field: string }>();
  for (const object of context.project.objects.objects.values()) {
    for (const part of object.parts.get('fields')?.values() ?? []) {
      if (isCustomName(part.name)) checkField(context, object, part);
      checkRelation(context, object, part, relations);
      checkPicklist(context, object, part);
    }
  }
}

function checkField(context: RuleContext, object: ProjectObject, { element, file, name }: ObjectPart): void {
  const type = valueOf(element, 'type');
  const formula = childOf(element, 'formula');
  if (!childOf(element, 'label') && !context.project.isForeign(name)) {
    context.report.add(file.path, element, `Required element <label> is missing: a custom field states it.`);
  }
  if (type === undefined) {
    if (!childOf(element, 'type')) {
      context.report.add(file.path, element, 'Required element <type> is missing: a custom field states it.');
    }
    return;
  }
  if (!context.api.enums['FieldType']?.includes(type)) return;
  if (!formula) {
    for (const needed of NEEDED[type] ?? []) {
      if (childOf(element, needed)) continue;
      context.report.add(
        file.path,
        element,
        `Required element <${needed}> is missing: a field of type ${type} states it.`,
      );
    }
  }
  for (const child of element.children) {
    const takers = TAKEN[child.name];
    if (takers && !takers.includes(type) && attributeOf(child, 'xsi:nil') !== 'true') {
      context.report.add(file.path, child, `A field of type ${type} takes no <${child.name}>.`);
    }
    const switched = SWITCHES[child.name];
    if (switched && child.text === 'true' && !switched.includes(type)) {
      context.report.add(file.path, child, `A field of type ${type} cannot be ${child.name}.`);
    }
    if (formula && child.text === 'true' && NOT_WITH_FORMULA.includes(child.name)) {
      context.report.add(file.path, child, `A formula field cannot be ${child.name}.`);
    }
    const range = RANGES[type]?.[child.name];
    const value = Number(child.text);
    if (range && !formula && Number.isInteger(value) && (value < range[0] || value > range[1])) {
      complain(
        context,
        file,
        child,
        `<${child.name}> of a field of type ${type} is ${range[0]} to ${range[1]}, not ${value}.`,
      );
    }
  }
  checkNumbers(context, { element, file, name });
  if (type === 'Summary') checkSummary(context, object, { element, file, name });
  if (type === 'AutoNumber') checkFormat(context, { element, file, name });
  if (type === 'Checkbox' && !formula) {
    const value = childOf(element, 'defaultValue');
    if (value && !/^(true|false)$/i.test(value.text)) {
      complain(context, file, value, 'The default of a checkbox is true or false.');
    }
    const required = childOf(element, 'required');
    if (required?.text === 'true')
      complain(context, file, required, 'A checkbox always has a value: it cannot be required.');
  }
}

function checkNumbers(context: RuleContext, { element, file }: ObjectPart): void {
  const scale = childOf(element, 'scale');
  const precision = valueOf(element, 'precision');
  if (scale && precision !== undefined && Number(scale.text) > Number(precision)) {
    complain(context, file, scale, `<scale> ${scale.text} is greater than <precision> ${precision}.`);
  }
}

function checkFormat(context: RuleContext, { element, file }: ObjectPart): void {
  const format = childOf(element, 'displayFormat');
  if (format && !/\{0+\}/.test(format.text)) {
    complain(context, file, format, `The format of an auto-number holds its digits as {0}: "${format.text}" does not.`);
  }
}

function checkSummary(context: RuleContext, object: ProjectObject, { element, file }: ObjectPart): void {
  const key = childOf(element, 'summaryForeignKey');
  const [child = '', field = ''] = key?.text.split('.') ?? [];
  if (key && needObject(context, file, key, child)) {
    needField(context, file, key, child, field);
    const relation = context.project.objects.field(child, field);
    const target = valueOf(relation?.element, 'referenceTo');
    if (relation && valueOf(relation.element, 'type') !== 'MasterDetail') {
      complain(context, file, key, `A roll-up follows a master-detail field: ${key.text} is none.`);
    } else if (target && context.project.key(target) !== context.project.key(object.name)) {
      complain(context, file, key, `A roll-up follows a field to its own object: ${key.text} leads to ${target}.`);
    }
  }
  const operation = valueOf(element, 'summaryOperation');
  const summarized = childOf(element, 'summarizedField');
  if (operation && operation !== 'count' && !summarized) {
    context.report.add(
      file.path,
      element,
      `Required element <summarizedField> is missing: a roll-up by ${operation} states it.`,
    );
  }
  const paths = [summarized, ...childrenOf(element, 'summaryFilterItems').map((item) => childOf(item, 'field'))];
  for (const path of paths) {
    const [owner = '', name = ''] = path?.text.split('.') ?? [];
    if (path && owner && needObject(context, file, path, owner)) needField(context, file, path, owner, name);
  }
}

function checkRelation(
  context: RuleContext,
  object: ProjectObject,
  { element, file, name }: ObjectPart,
  relations: Map<string, { readonly object: string; readonly field: string }>,
): void {
  const reference = childOf(element, 'referenceTo');
  const type = valueOf(element, 'type');
  if (!reference) return;
  const target = reference.text;
  if (type === 'MetadataRelationship') {
    if (!METADATA_TARGETS.has(target) && needObject(context, file, reference, target) && !/__mdt$/i.test(target)) {
      complain(context, file, reference, `A metadata relationship leads to a custom metadata type, not to ${target}.`);
    }
  } else needObject(context, file, reference, target);
  if (type === 'MasterDetail' && NO_MASTERS.has(target.toLowerCase())) {
    complain(context, file, reference, `${target} cannot be the master of a master-detail field.`);
  }
  if (/__(mdt|e)$/i.test(target) && (type === 'Lookup' || type === 'MasterDetail')) {
    complain(context, file, reference, `A ${type} field cannot lead to ${target}.`);
  }
  if (type === 'Lookup' && isTrue(element, 'required') && isCustomName(name)) {
    const constraint = childOf(element, 'deleteConstraint');
    if (!constraint || constraint.text === 'SetNull') {
      complain(
        context,
        file,
        constraint ?? childOf(element, 'required') ?? element,
        'A required lookup says what a deletion does: <deleteConstraint> is Restrict or Cascade, not SetNull.',
      );
    }
  }
  checkRelationName(context, object, { element, file, name }, target, relations);
  checkFilter(context, target, { element, file, name }, object);
}

function checkRelationName(
  context: RuleContext,
  object: ProjectObject,
  { element, file, name }: ObjectPart,
  target: string,
  relations: Map<string, { readonly object: string; readonly field: string }>,
): void {
  const relation = childOf(element, 'relationshipName');
  if (!relation || relation.text === '') return;
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(relation.text) && !context.project.isForeign(relation.text)) {
    complain(
      context,
      file,
      relation,
      `relationshipName ${relation.text} is no API name: letters, digits and single underscores, none at the end.`,
    );
  }
  const key = `${context.project.key(target)}.${relation.text.toLowerCase()}`;
  const before = relations.get(key);
  if (before && !(before.object === object.name && before.field === name)) {
    complain(
      context,
      file,
      relation,
      `relationshipName ${relation.text} is taken on ${target} by ${before.object}.${before.field}.`,
    );
  }
  relations.set(key, { object: object.name, field: name });
}

/** Fields that a lookup filter compares: of the target, of the record itself (`$Source`), or of the user. */
function checkFilter(context: RuleContext, target: string, { element, file }: ObjectPart, object: ProjectObject): void {
  for (const item of childrenOf(childOf(element, 'lookupFilter'), 'filterItems')) {
    for (const name of ['field', 'valueField']) {
      const field = childOf(item, name);
      if (field) checkFilterField(context, field, { element, file, name }, target, object.name);
    }
    const either = childOf(item, 'value') ?? childOf(item, 'valueField');
    if (!either) context.report.add(file.path, item, 'A filter compares with a <value> or a <valueField>.');
  }
}

function checkFilterField(
  context: RuleContext,
  field: XmlElement,
  { file }: ObjectPart,
  target: string,
  own: string,
): void {
  const [first = '', second = '', ...rest] = field.text.split('.');
  if (rest.length > 0 || second === '') return;
  if (first === '$Source') needField(context, file, field, own, second);
  else if (context.project.key(first) === context.project.key(target)) needField(context, file, field, first, second);
}
