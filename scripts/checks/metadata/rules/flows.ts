/** Flows: connectors and references inside, objects, fields, classes and flows outside. */
import type { MetadataFile } from '../project/project.ts';
import { childOf, childrenOf, descendants, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { suggestion } from '../suggest.ts';
import { complain, needComponent, needField, needObject, noMisspelling } from './context.ts';
import type { RuleContext } from './context.ts';

const RECORD_ELEMENTS = new Set([
  'recordLookups',
  'recordCreates',
  'recordUpdates',
  'recordDeletes',
  'start',
  'dynamicChoiceSets',
]);

export function checkFlows(context: RuleContext): void {
  for (const file of context.project.ofType('Flow')) checkFlow(context, file);
}

function checkFlow(context: RuleContext, file: MetadataFile): void {
  const names = new Set<string>();
  const seen = new Map<string, number>();
  for (const element of file.root.children) {
    const name = childOf(element, 'name');
    if (!name || element.name === 'processMetadataValues') continue;
    const before = seen.get(name.text.toLowerCase());
    if (before !== undefined) complain(context, file, name, `The name ${name.text} is taken in line ${before}.`);
    seen.set(name.text.toLowerCase(), name.line);
  }
  for (const element of descendants(file.root)) if (element.name === 'name') names.add(element.text);
  const targets = [...file.root.children].flatMap((element) => valueOf(element, 'name') ?? []);
  for (const element of descendants(file.root)) {
    if (element.name === 'targetReference' || element.name === 'startElementReference') {
      needName(context, file, element, element.text, targets, 'Element');
    }
    if (element.name === 'elementReference' || element.name === 'leftValueReference') {
      needName(context, file, element, element.text.split('.')[0] ?? '', names, 'Resource');
    }
    if (element.name === 'objectType') needObject(context, file, element, element.text);
  }
  for (const element of file.root.children) {
    if (RECORD_ELEMENTS.has(element.name)) checkRecordElement(context, file, element);
    if (element.name === 'actionCalls') checkAction(context, file, element);
    const flow = element.name === 'subflows' ? childOf(element, 'flowName') : undefined;
    if (flow) noMisspelling(context, file, flow, 'Flow', flow.text);
  }
}

function needName(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  name: string,
  known: Iterable<string>,
  word: string,
): void {
  if (name === '' || name.startsWith('$') || name.includes('{')) return;
  const list = [...known];
  if (list.some((one) => one.toLowerCase() === name.toLowerCase())) return;
  complain(context, file, element, `${word} ${name} does not exist in this flow.${suggestion(name, list)}`);
}

function checkRecordElement(context: RuleContext, file: MetadataFile, element: XmlElement): void {
  const object = childOf(element, 'object');
  const logic = childOf(element, 'filterLogic');
  if (
    logic &&
    !/^(and|or|no_conditions|formula_evaluates_to_true|[\d\s()]*(\d|AND|OR|NOT|and|or|not|[\s()])*)$/.test(logic.text)
  ) {
    complain(context, file, logic, `filterLogic is and, or, or a condition over numbers, not ${logic.text}.`);
  }
  if (!object || object.text === '' || !needObject(context, file, object, object.text)) return;
  const fields = [
    ...childrenOf(element, 'filters').map((one) => childOf(one, 'field')),
    ...childrenOf(element, 'inputAssignments').map((one) => childOf(one, 'field')),
    ...childrenOf(element, 'outputAssignments').map((one) => childOf(one, 'field')),
    ...childrenOf(element, 'queriedFields'),
    childOf(element, 'sortField'),
    childOf(element, 'displayField'),
    childOf(element, 'valueField'),
  ];
  for (const field of fields) {
    if (field && !field.text.includes('.')) needField(context, file, field, object.text, field.text);
  }
}

function checkAction(context: RuleContext, file: MetadataFile, element: XmlElement): void {
  const name = childOf(element, 'actionName');
  const type = valueOf(element, 'actionType');
  if (!name || name.text === '') return;
  if (type === 'apex') needComponent(context, file, name, 'ApexClass', name.text.split('.')[0], 'Apex class');
  if (type === 'flow') noMisspelling(context, file, name, 'Flow', name.text);
}
