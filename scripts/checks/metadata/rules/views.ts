/** List views, compact layouts, field sets, record types and validation rules: the fields they name. */
import { isCustomName } from '../project/names.ts';
import type { ObjectPart, ProjectObject } from '../project/objects.ts';
import { nearest, suggestion } from '../suggest.ts';
import { childOf, childrenOf, descendants, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { needChoice } from './choices.ts';
import { complain, needComponent, needField } from './context.ts';
import type { RuleContext } from './context.ts';
import { needPath } from './paths.ts';

/** Columns that list views of custom objects name in capitals. */
export const COLUMNS: readonly string[] = [
  'NAME',
  'RECORDTYPE',
  'OWNER.ALIAS',
  'OWNER.FIRST_NAME',
  'OWNER.LAST_NAME',
  'OWNER.NAME',
  'CREATED_DATE',
  'CREATEDBY_USER',
  'CREATEDBY_USER.ALIAS',
  'LAST_UPDATE',
  'UPDATEDBY_USER',
  'UPDATEDBY_USER.ALIAS',
  'LAST_ACTIVITY',
  'CURRENCY_ISO_CODE',
  'OBJECT_ID',
  'SETUP_OWNER',
  'SETUP_OWNER_NAME',
  'SETUP_TYPE',
];

export function checkViews(context: RuleContext): void {
  for (const object of context.project.objects.objects.values()) {
    for (const view of parts(object, 'listViews')) checkListView(context, object, view);
    for (const layout of parts(object, 'compactLayouts')) checkCompactLayout(context, object, layout);
    for (const set of parts(object, 'fieldSets')) checkFieldSet(context, object, set);
    for (const type of parts(object, 'recordTypes')) checkRecordType(context, object, type);
    for (const rule of parts(object, 'validationRules')) {
      const field = childOf(rule.element, 'errorDisplayField');
      if (field) needField(context, rule.file, field, object.name, field.text);
    }
    for (const link of parts(object, 'webLinks')) {
      const page = childOf(link.element, 'page');
      if (page?.text) needComponent(context, link.file, page, 'ApexPage', page.text, 'Visualforce page');
    }
  }
  for (const file of context.project.files) {
    for (const element of descendants(file.root)) checkBooleanFilter(context, file, element);
  }
}

function parts(object: ProjectObject, kind: string): ObjectPart[] {
  return [...(object.parts.get(kind)?.values() ?? [])];
}

function checkListView(context: RuleContext, object: ProjectObject, { element, file }: ObjectPart): void {
  const seen = new Set<string>();
  for (const column of childrenOf(element, 'columns')) {
    checkColumn(context, object, file, column);
    if (seen.has(column.text.toLowerCase())) complain(context, file, column, `Column ${column.text} is there already.`);
    seen.add(column.text.toLowerCase());
  }
  for (const filter of childrenOf(element, 'filters')) {
    const field = childOf(filter, 'field');
    if (field) checkColumn(context, object, file, field);
    const value = childOf(filter, 'value');
    if (!field || !value) continue;
    if (/^(equals|notEqual)$/.test(valueOf(filter, 'operation') ?? '')) {
      needChoice(context, file, value, object.name, field.text);
    }
    const type = valueOf(context.project.objects.field(object.name, field.text)?.element, 'type');
    if (type === 'Checkbox' && !/^(0|1|true|false)$/i.test(value.text)) {
      complain(context, file, value, `A checkbox is compared with 1 or 0, not with "${value.text}".`);
    }
  }
  const queue = childOf(element, 'queue');
  if (valueOf(element, 'filterScope') === 'Queue' && !queue) {
    context.report.add(file.path, element, 'A list view of scope Queue names its <queue>.');
  }
  if (queue) needComponent(context, file, queue, 'Queue', queue.text);
}

function checkColumn(context: RuleContext, object: ProjectObject, file: ObjectPart['file'], column: XmlElement): void {
  const name = column.text;
  if (isCustomName(name) && !name.includes('.')) {
    needField(context, file, column, object.name, name);
    return;
  }
  if (object.kind !== 'custom' || name.includes('__') || COLUMNS.includes(name)) return;
  const near = nearest(name, COLUMNS) ?? nearest(name, context.project.objects.fieldNames(object.name));
  const isField = context.project.objects.fieldStanding(object.name, name) === 'exists';
  if (near !== undefined || isField) {
    const hint = near !== undefined && near !== name ? ` Did you mean ${near}?` : '';
    complain(context, file, column, `Could not resolve list view column: ${name}.${hint}`);
  }
}

function checkCompactLayout(context: RuleContext, object: ProjectObject, { element, file }: ObjectPart): void {
  const fields = childrenOf(element, 'fields');
  const seen = new Set<string>();
  for (const field of fields) {
    needField(context, file, field, object.name, field.text);
    if (seen.has(field.text.toLowerCase())) complain(context, file, field, `Field ${field.text} is there already.`);
    seen.add(field.text.toLowerCase());
  }
  const eleventh = fields[10];
  if (eleventh) complain(context, file, eleventh, 'A compact layout has ten fields at most.');
}

function checkFieldSet(context: RuleContext, object: ProjectObject, { element, file }: ObjectPart): void {
  const seen = new Set<string>();
  for (const item of [...childrenOf(element, 'displayedFields'), ...childrenOf(element, 'availableFields')]) {
    const field = childOf(item, 'field');
    if (!field) continue;
    needPath(context, file, field, object.name, field.text);
    if (seen.has(field.text.toLowerCase())) complain(context, file, field, `Field ${field.text} is there already.`);
    seen.add(field.text.toLowerCase());
  }
}

function checkRecordType(context: RuleContext, object: ProjectObject, { element, file }: ObjectPart): void {
  const process = childOf(element, 'businessProcess');
  if (process && !context.project.objects.part(object.name, 'businessProcesses', process.text)) {
    const known = parts(object, 'businessProcesses').map(({ name }) => name);
    const near = suggestion(process.text, known);
    if (near !== '') complain(context, file, process, `Business process ${process.text} does not exist.${near}`);
  }
  const layout = childOf(element, 'compactLayoutAssignment');
  if (layout && layout.text !== 'SYSTEM' && isCustomName(object.name) && !context.project.isForeign(layout.text)) {
    if (!context.project.objects.part(object.name, 'compactLayouts', layout.text)) {
      complain(context, file, layout, `Compact layout ${layout.text} does not exist on ${object.name}.`);
    }
  }
  for (const entry of childrenOf(element, 'picklistValues')) {
    const picklist = childOf(entry, 'picklist');
    if (!picklist) continue;
    if (isCustomName(picklist.text)) needField(context, file, picklist, object.name, picklist.text);
    checkPicklistValues(context, object, file, entry, picklist.text);
  }
}

function checkPicklistValues(
  context: RuleContext,
  object: ProjectObject,
  file: ObjectPart['file'],
  entry: XmlElement,
  picklist: string,
): void {
  const set = childOf(context.project.objects.field(object.name, picklist)?.element, 'valueSet');
  const definition = childOf(set, 'valueSetDefinition');
  if (!definition) return;
  const known = childrenOf(definition, 'value').flatMap((value) => valueOf(value, 'fullName') ?? []);
  for (const value of childrenOf(entry, 'values')) {
    const name = childOf(value, 'fullName');
    if (!name) continue;
    const decoded = decode(name.text);
    if (known.some((one) => one.toLowerCase() === decoded.toLowerCase() || one === name.text)) continue;
    if (isTrue(set, 'restricted') || nearest(decoded, known) !== undefined) {
      complain(context, file, name, `${decoded} is no value of ${picklist}.${suggestion(decoded, known)}`);
    }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const FILTERS = ['filters', 'filterItems', 'criteriaItems', 'criteria'];

/** `1 AND (2 OR 3)` names filters by number: each must be there. */
function checkBooleanFilter(context: RuleContext, file: ObjectPart['file'], element: XmlElement): void {
  const condition = childOf(element, 'booleanFilter');
  if (!condition || condition.text === '') return;
  const count = element.children.filter(({ name }) => FILTERS.includes(name)).length;
  for (const match of condition.text.matchAll(/\d+/g)) {
    if (Number(match[0]) >= 1 && Number(match[0]) <= count) continue;
    complain(context, file, condition, `booleanFilter names filter ${match[0]}, but there are ${count}.`);
    return;
  }
  const words = condition.text.replace(/\d+|[()]|\b(AND|OR|NOT)\b/gi, '').trim();
  if (words !== '')
    complain(context, file, condition, `booleanFilter takes numbers, AND, OR, NOT and parentheses, not "${words}".`);
}
