/** Lightning pages: template and regions, components with their properties, fields and visibility rules. */
import type { MetadataFile } from '../project/project.ts';
import { childOf, childrenOf, descendants, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { nearest, suggestion } from '../suggest.ts';
import { pageProperties } from './bundles.ts';
import { needChoice } from './choices.ts';
import { complain, needComponent, needObject, noMisspelling } from './context.ts';
import type { RuleContext } from './context.ts';
import { needAction } from './layouts.ts';
import { needPath } from './paths.ts';
import {
  CLOSED_NAMESPACES,
  FIELD_BEHAVIORS,
  OPERATORS,
  PAGE_TARGETS,
  REGION_PROPERTIES,
  STANDARD_COMPONENTS,
  TEMPLATES,
  TEMPLATE_REGIONS,
} from './page-tables.ts';

export function checkPages(context: RuleContext): void {
  for (const file of context.project.ofType('FlexiPage')) {
    const object = childOf(file.root, 'sobjectType');
    const type = valueOf(file.root, 'type');
    if (type === 'RecordPage' && !object) {
      context.report.add(
        file.path,
        file.root,
        'Required element <sobjectType> is missing: a record page states its object.',
      );
    }
    if (object && (type === 'AppPage' || type === 'HomePage')) {
      complain(context, file, object, `A page of type ${type} has no object: <sobjectType> belongs to record pages.`);
    } else if (object) needObject(context, file, object, object.text);
    checkRegions(context, file);
    checkIdentifiers(context, file);
    for (const element of descendants(file.root)) {
      if (element.name === 'componentInstance') checkComponent(context, file, element, object?.text, type);
      if (element.name === 'fieldItem') checkFieldItem(context, file, element, object?.text);
      if (element.name === 'fieldInstanceProperties') checkBehavior(context, file, element);
      if (element.name === 'criteria') checkCriterion(context, file, element, object?.text);
    }
  }
}

function checkRegions(context: RuleContext, file: MetadataFile): void {
  const regions = childrenOf(file.root, 'flexiPageRegions');
  const names = new Map<string, XmlElement>();
  const template = childOf(childOf(file.root, 'template'), 'name');
  const known = template && TEMPLATE_REGIONS[template.text];
  if (template) checkTemplate(context, file, template);
  for (const region of regions) {
    const name = childOf(region, 'name');
    if (!name) continue;
    const before = names.get(name.text);
    if (before) complain(context, file, name, `Region ${name.text} is there already, in line ${before.line}.`);
    names.set(name.text, name);
    if (known && valueOf(region, 'type') === 'Region' && !known.includes(name.text)) {
      const hint = suggestion(name.text, known) || ` It has ${known.join(', ')}.`;
      complain(context, file, name, `The template ${template.text} has no region ${name.text}.${hint}`);
    }
  }
  for (const element of regionValues(file.root)) {
    if (!names.has(element.text)) {
      complain(
        context,
        file,
        element,
        `Region ${element.text} does not exist.${suggestion(element.text, names.keys())}`,
      );
    }
  }
}

/** Values that must name a region: those of layout components, and whatever has the form of a facet's name. */
function* regionValues(root: XmlElement): Generator<XmlElement> {
  for (const instance of descendants(root)) {
    if (instance.name !== 'componentInstance') continue;
    const layout = REGION_PROPERTIES[valueOf(instance, 'componentName') ?? ''];
    for (const property of childrenOf(instance, 'componentInstanceProperties')) {
      const value = childOf(property, 'value');
      if (!value || value.text === '') continue;
      if (layout?.includes(valueOf(property, 'name') ?? '') || /^Facet-/.test(value.text)) yield value;
    }
  }
}

function checkBehavior(context: RuleContext, file: MetadataFile, property: XmlElement): void {
  const value = childOf(property, 'value');
  if (valueOf(property, 'name') !== 'uiBehavior' || !value || FIELD_BEHAVIORS.includes(value.text)) return;
  complain(context, file, value, `uiBehavior is one of ${FIELD_BEHAVIORS.join(', ')}, not ${value.text}.`);
}

function checkTemplate(context: RuleContext, file: MetadataFile, template: XmlElement): void {
  if (TEMPLATES.includes(template.text)) return;
  if (!template.text.includes(':')) {
    needComponent(context, file, template, 'AuraDefinitionBundle', template.text, 'Template');
    return;
  }
  const near = nearest(template.text, TEMPLATES);
  if (near !== undefined)
    complain(context, file, template, `Template ${template.text} does not exist. Did you mean ${near}?`);
}

function checkIdentifiers(context: RuleContext, file: MetadataFile): void {
  const seen = new Map<string, number>();
  for (const element of descendants(file.root)) {
    if (element.name !== 'identifier' || element.text === '') continue;
    const before = seen.get(element.text);
    if (before !== undefined) {
      complain(context, file, element, `The identifier ${element.text} is there already, in line ${before}.`);
    }
    seen.set(element.text, element.line);
  }
}

function checkComponent(
  context: RuleContext,
  file: MetadataFile,
  instance: XmlElement,
  object: string | undefined,
  pageType: string | undefined,
): void {
  const element = childOf(instance, 'componentName');
  if (!element || element.text === '') return;
  const properties = childrenOf(instance, 'componentInstanceProperties');
  const [namespace, name] = splitName(element.text, context.project.namespace);
  if (namespace !== undefined) {
    checkStandardComponent(context, file, element, namespace, name);
    checkStandardProperties(context, file, element.text, properties, object);
    return;
  }
  const bundle = context.project.find('LightningComponentBundle', name);
  const aura = context.project.find('AuraDefinitionBundle', name);
  if (!bundle && !aura) {
    if (context.project.open || context.project.isForeign(name)) return;
    const known = [
      ...context.project.namesOf('LightningComponentBundle'),
      ...context.project.namesOf('AuraDefinitionBundle'),
    ];
    complain(context, file, element, `Component ${name} does not exist.${suggestion(name, known)}`);
    return;
  }
  if (!bundle) return;
  const target = PAGE_TARGETS[pageType ?? ''];
  checkExposed(context, file, element, bundle, target);
  const allowed = target ? pageProperties(context, name, target) : undefined;
  if (!allowed) return;
  for (const property of properties) {
    const key = childOf(property, 'name');
    // What a decoration of the page itself sets has another type.
    if (!key || childOf(property, 'type') || allowed.includes(key.text)) continue;
    // The utility bar sets its own properties on every item.
    if (pageType === 'UtilityBar') continue;
    complain(
      context,
      file,
      key,
      `Component ${name} offers no property ${key.text} to a ${pageType ?? 'page'}.${suggestion(key.text, allowed)}`,
    );
  }
}

function checkExposed(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  bundle: MetadataFile,
  target: string | undefined,
): void {
  if (valueOf(bundle.root, 'isExposed') !== 'true') {
    complain(context, file, element, `Component ${bundle.name} is not exposed: a page cannot hold it.`);
    return;
  }
  const targets = childrenOf(childOf(bundle.root, 'targets'), 'target').map(({ text }) => text);
  if (target && !targets.includes(target)) {
    complain(
      context,
      file,
      element,
      `Component ${bundle.name} has no target ${target}: a page of this type cannot hold it.`,
    );
  }
}

/** Namespace and name; own components have no namespace here, whether written `c:x`, `ns:x` or `x`. */
function splitName(written: string, own: string | undefined): [namespace: string | undefined, name: string] {
  const [first = '', second] = written.split(':');
  if (second === undefined) return [undefined, first];
  if (first === 'c' || first === own) return [undefined, second];
  return [first, second];
}

function checkStandardComponent(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  namespace: string,
  name: string,
): void {
  const known = STANDARD_COMPONENTS[namespace];
  if (!known) {
    const near = nearest(namespace, Object.keys(STANDARD_COMPONENTS));
    const closed = near !== undefined && STANDARD_COMPONENTS[near]?.includes(name);
    if (closed)
      complain(context, file, element, `Component ${element.text} does not exist. Did you mean ${near}:${name}?`);
    return;
  }
  if (known.includes(name)) return;
  const near = nearest(name, known);
  if (near === undefined && !CLOSED_NAMESPACES.has(namespace)) return;
  const hint = near === undefined ? '' : ` Did you mean ${namespace}:${near}?`;
  complain(context, file, element, `Component ${element.text} does not exist.${hint}`);
}

function checkStandardProperties(
  context: RuleContext,
  file: MetadataFile,
  component: string,
  properties: readonly XmlElement[],
  object: string | undefined,
): void {
  for (const property of properties) {
    const name = valueOf(property, 'name');
    const value = childOf(property, 'value');
    if (name === 'relatedListApiName' && value && object) checkRelatedList(context, file, value, object);
    if (name === 'flowName' && value) noMisspelling(context, file, value, 'Flow', value.text);
    if (name === 'pageName' && value && component === 'flexipage:visualforcePage') {
      needComponent(context, file, value, 'ApexPage', value.text, 'Visualforce page');
    }
    if (name === 'actionNames') {
      for (const item of descendants(property)) {
        if (item.name === 'value' && item.text.includes('.')) needAction(context, file, item);
      }
    }
  }
}

/** `Licenses__r` must be the name of a relationship of some child of the page's object. */
function checkRelatedList(context: RuleContext, file: MetadataFile, value: XmlElement, object: string): void {
  if (!/__r$/i.test(value.text) || context.project.isForeign(value.text) || context.project.open) return;
  const { project } = context;
  const names: string[] = [];
  for (const child of project.objects.objects.values()) {
    for (const { element } of child.parts.get('fields')?.values() ?? []) {
      const relation = valueOf(element, 'relationshipName');
      const target = valueOf(element, 'referenceTo');
      if (relation && target && project.key(target) === project.key(object)) names.push(`${relation}__r`);
    }
  }
  if (names.some((name) => project.key(name) === project.key(value.text))) return;
  complain(context, file, value, `${object} has no related list ${value.text}.${suggestion(value.text, names)}`);
}

function checkFieldItem(context: RuleContext, file: MetadataFile, item: XmlElement, object: string | undefined): void {
  const [first, ...path] = item.text.split('.');
  if (first !== 'Record' || path.length === 0 || !object) return;
  needPath(context, file, item, object, path.join('.'));
}

function checkCriterion(
  context: RuleContext,
  file: MetadataFile,
  criterion: XmlElement,
  object: string | undefined,
): void {
  const left = childOf(criterion, 'leftValue');
  const operator = childOf(criterion, 'operator');
  if (operator && !OPERATORS.includes(operator.text)) {
    const near = nearest(operator.text, OPERATORS);
    if (near !== undefined)
      complain(context, file, operator, `Unknown operator ${operator.text}. Did you mean ${near}?`);
  }
  if (!left) return;
  const [, expression = ''] = /^\{!(.*)\}$/.exec(left.text) ?? [];
  const [first, ...path] = expression.split('.');
  if (first === 'Record' && path.length > 0 && object) needPath(context, file, left, object, path.join('.'));
  const right = childOf(criterion, 'rightValue');
  const compared = path.length === 1 && first === 'Record' ? path[0] : undefined;
  if (compared && right && object && /^(EQUAL|NE)$/.test(operator?.text ?? '')) {
    needChoice(context, file, right, object, compared);
  }
  const [kind, name] = path;
  const permission = first === '$Permission' && kind === 'CustomPermission' ? name : undefined;
  if (permission) needComponent(context, file, left, 'CustomPermission', permission, 'Custom permission');
}
