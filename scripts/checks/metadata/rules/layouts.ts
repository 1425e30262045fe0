/** Page layouts: fields, related lists, buttons and actions. */
import { isCustomName } from '../project/names.ts';
import { isComputed, isRequired } from '../project/objects.ts';
import type { MetadataFile } from '../project/project.ts';
import { TOP } from '../report.ts';
import { childOf, childrenOf, descendants, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain, needComponent, needField, needObject } from './context.ts';
import { COLUMNS } from './views.ts';
import type { RuleContext } from './context.ts';
import { suggestion } from '../suggest.ts';

export function checkLayouts(context: RuleContext): void {
  for (const file of context.project.ofType('Layout')) {
    const dash = file.name.indexOf('-');
    if (dash < 0) {
      context.report.add(file.path, TOP, `The name of a layout is <object>-<name>: ${file.name} has no object.`);
      continue;
    }
    const object = file.name.slice(0, dash);
    const { objects } = context.project;
    if (objects.standing(object) === 'missing') {
      context.report.add(
        file.path,
        TOP,
        `Object ${object} of the layout does not exist.${suggestion(object, objects.names())}`,
      );
      continue;
    }
    checkItems(context, file, object);
    checkRelatedLists(context, file, object);
    checkButtons(context, file, object);
    for (const page of descendants(file.root)) {
      if (page.name === 'page') needComponent(context, file, page, 'ApexPage', page.text, 'Visualforce page');
    }
  }
}

function checkItems(context: RuleContext, file: MetadataFile, object: string): void {
  const seen = new Set<string>();
  for (const item of descendants(file.root)) {
    if (item.name !== 'layoutItems') continue;
    const field = childOf(item, 'field');
    if (!field || field.text === '') continue;
    needField(context, file, field, object, field.text);
    const key = context.project.key(field.text);
    if (seen.has(key)) complain(context, file, field, `Layout holds the field ${field.text} already.`);
    seen.add(key);
    checkBehavior(context, file, object, item, field.text);
  }
  const mini = childOf(file.root, 'miniLayout');
  for (const field of childrenOf(mini, 'fields')) needField(context, file, field, object, field.text);
  const own = context.project.objects.object(object);
  if (own?.kind !== 'custom' || !own.file) return;
  if (valueOf(childOf(own.file.root, 'nameField'), 'type') === 'Text' && !seen.has('name')) {
    context.report.add(file.path, file.root, 'Layout must contain an item for required layout field: Name.');
  }
  for (const part of own.parts.get('fields')?.values() ?? []) {
    if (!isRequired(part) || !isCustomName(part.name) || part.file.packaged !== file.packaged) continue;
    if (seen.has(context.project.key(part.name)) || childOf(part.element, 'formula')) continue;
    context.report.add(file.path, file.root, `Layout must contain an item for required layout field: ${part.name}.`);
  }
}

function checkBehavior(context: RuleContext, file: MetadataFile, object: string, item: XmlElement, name: string): void {
  const behavior = childOf(item, 'behavior');
  const part = context.project.objects.field(object, name);
  if (!behavior || !part) return;
  if (isComputed(part) && behavior.text !== 'Readonly') {
    complain(context, file, behavior, `Field ${name} is computed: its behavior is Readonly, not ${behavior.text}.`);
  }
}

function checkRelatedLists(context: RuleContext, file: MetadataFile, object: string): void {
  for (const list of childrenOf(file.root, 'relatedLists')) {
    const element = childOf(list, 'relatedList');
    const [child = '', field = ''] = element?.text.split('.') ?? [];
    if (!element || field === '') continue;
    if (!isCustomName(field) && !isCustomName(child)) continue;
    if (!needObject(context, file, element, child)) continue;
    needField(context, file, element, child, field);
    const target = valueOf(context.project.objects.field(child, field)?.element, 'referenceTo');
    if (target !== undefined && context.project.key(target) !== context.project.key(object)) {
      complain(context, file, element, `${element.text} leads to ${target}: it is no related list of ${object}.`);
    }
    for (const column of [...childrenOf(list, 'fields'), ...childrenOf(list, 'sortField')]) {
      if (isCustomName(column.text) && !column.text.includes('.')) {
        needField(context, file, column, child, column.text);
      } else if (isCustomName(child) && !COLUMNS.includes(column.text) && !column.text.includes('__')) {
        const near = suggestion(column.text, COLUMNS);
        if (near !== '') complain(context, file, column, `Column ${column.text} does not exist.${near}`);
      }
    }
  }
}

function checkButtons(context: RuleContext, file: MetadataFile, object: string): void {
  const { project } = context;
  const links = [...(project.objects.object(object)?.parts.get('webLinks')?.values() ?? [])].map(({ name }) => name);
  for (const button of childrenOf(file.root, 'customButtons')) {
    if (project.objects.part(object, 'webLinks', button.text) || project.isForeign(button.text) || project.open)
      continue;
    complain(
      context,
      file,
      button,
      `Button ${button.text} does not exist on ${object}.${suggestion(button.text, links)}`,
    );
  }
  const named = [
    ...childrenOf(childOf(file.root, 'quickActionList'), 'quickActionListItems').map((item) =>
      childOf(item, 'quickActionName'),
    ),
    ...childrenOf(childOf(file.root, 'platformActionList'), 'platformActionListItems')
      .filter((item) => valueOf(item, 'actionType') === 'QuickAction')
      .map((item) => childOf(item, 'actionName')),
  ];
  for (const action of named) if (action) needAction(context, file, action);
}

/** Refuses a quick action of a custom object that does not exist; standard objects bring actions of their own. */
export function needAction(context: RuleContext, file: MetadataFile, action: XmlElement): void {
  const [object = '', name] = action.text.split('.');
  const { project } = context;
  if (project.find('QuickAction', action.text) || project.isForeign(action.text.replace('.', '_'))) return;
  const near = suggestion(action.text, project.namesOf('QuickAction'));
  const own = name !== undefined && /__c$/i.test(object) && !project.isForeign(object) && !project.open;
  if (own || near !== '') complain(context, file, action, `Quick action ${action.text} does not exist.${near}`);
}
