/** Applications, tabs, quick actions, queues and groups: what they open and whom they hold. */
import { isCustomName } from '../project/names.ts';
import type { MetadataFile } from '../project/project.ts';
import { TOP } from '../report.ts';
import { childOf, childrenOf, descendants, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain, needComponent, needField, needObject, noMisspelling } from './context.ts';
import type { RuleContext } from './context.ts';
import { nearest, suggestion } from '../suggest.ts';

export function checkApplications(context: RuleContext): void {
  for (const file of context.project.ofType('CustomApplication')) checkApplication(context, file);
  for (const file of context.project.ofType('CustomTab')) checkTab(context, file);
  for (const file of context.project.ofType('QuickAction')) checkQuickAction(context, file);
  for (const file of context.project.ofType('Queue')) checkQueue(context, file);
  for (const file of context.project.ofType('Role')) {
    const parent = childOf(file.root, 'parentRole');
    if (parent) noMisspelling(context, file, parent, 'Role', parent.text);
  }
  for (const file of context.project.ofType('ApexTestSuite')) {
    for (const name of childrenOf(file.root, 'testClassName')) {
      if (!name.text.includes('*')) needComponent(context, file, name, 'ApexClass', name.text, 'Apex class');
    }
  }
  for (const file of context.project.ofType('SharingRules')) {
    for (const element of descendants(file.root)) {
      if (element.name === 'group') noMisspelling(context, file, element, 'Group', element.text);
      if (element.name === 'queue') noMisspelling(context, file, element, 'Queue', element.text);
    }
  }
}

function checkApplication(context: RuleContext, file: MetadataFile): void {
  if (!childOf(file.root, 'label') && !file.name.startsWith('standard__')) {
    context.report.add(file.path, file.root, 'Required element <label> is missing: an application states it.');
  }
  const seen = new Set<string>();
  for (const tab of childrenOf(file.root, 'tabs')) {
    needTab(context, file, tab);
    if (seen.has(tab.text)) complain(context, file, tab, `Tab ${tab.text} is there already.`);
    seen.add(tab.text);
  }
  const landing = childOf(file.root, 'defaultLandingTab');
  if (landing) needTab(context, file, landing);
  const bar = childOf(file.root, 'utilityBar');
  if (bar) needComponent(context, file, bar, 'FlexiPage', bar.text, 'Utility bar');
  const logo = childOf(childOf(file.root, 'brand'), 'logo');
  if (logo) noMisspelling(context, file, logo, 'ContentAsset', logo.text);
  const color = childOf(childOf(file.root, 'brand'), 'headerColor');
  if (color && !/^#[0-9A-Fa-f]{6}$/.test(color.text)) {
    complain(context, file, color, `headerColor is a color such as #0070D2, not ${color.text}.`);
  }
  for (const override of [
    ...childrenOf(file.root, 'actionOverrides'),
    ...childrenOf(file.root, 'profileActionOverrides'),
  ]) {
    const content = childOf(override, 'content');
    if (content && valueOf(override, 'type') === 'Flexipage')
      needComponent(context, file, content, 'FlexiPage', content.text, 'Page');
    const object = childOf(override, 'pageOrSobjectType');
    if (object && !object.text.startsWith('standard-')) needObject(context, file, object, object.text);
  }
}

/** Standard tabs that are most used, to find a misspelt one. */
const STANDARD_TABS = [
  'home',
  'Account',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Dashboard',
  'Event',
  'Feed',
  'File',
  'Forecasting3',
  'Lead',
  'Opportunity',
  'OtherUserProfile',
  'Product2',
  'Chatter',
  'Task',
  'UserProfile',
  'report',
];

function needTab(context: RuleContext, file: MetadataFile, tab: XmlElement): void {
  if (tab.text === '') return;
  if (tab.text.startsWith('standard-')) {
    const name = tab.text.slice('standard-'.length);
    const known = STANDARD_TABS.includes(name) || context.project.objects.standing(name) === 'exists';
    const near = known ? undefined : nearest(name, STANDARD_TABS);
    if (near !== undefined)
      complain(context, file, tab, `Tab ${tab.text} does not exist. Did you mean standard-${near}?`);
    return;
  }
  needComponent(context, file, tab, 'CustomTab', tab.text, 'Tab');
}

/** What a tab can show; exactly one of them. */
const CONTENTS = ['customObject', 'flexiPage', 'lwcComponent', 'auraComponent', 'page', 'url', 'scontrol'];

function checkTab(context: RuleContext, file: MetadataFile): void {
  const contents = CONTENTS.filter(
    (name) => valueOf(file.root, name) !== undefined && valueOf(file.root, name) !== 'false',
  );
  if (contents.length !== 1 && !file.name.startsWith('standard-')) {
    const found = contents.length === 0 ? 'nothing' : contents.join(' and ');
    context.report.add(
      file.path,
      file.root,
      `A tab shows one thing: this one states ${found} of ${CONTENTS.join(', ')}.`,
    );
  }
  if (isTrue(file.root, 'customObject')) {
    const { objects } = context.project;
    if (objects.standing(file.name) === 'missing') {
      context.report.add(
        file.path,
        TOP,
        `Object ${file.name} of the tab does not exist.${suggestion(file.name, objects.names())}`,
      );
    }
  } else if (!childOf(file.root, 'label') && isCustomName(file.name) === false && contents.length === 1) {
    context.report.add(file.path, file.root, 'Required element <label> is missing: a tab without an object states it.');
  }
  const motif = childOf(file.root, 'motif');
  if (motif && !/^Custom\d+: \S/.test(motif.text)) {
    complain(context, file, motif, `A motif has the form "Custom20: Airplane", not "${motif.text}".`);
  }
  const page = childOf(file.root, 'flexiPage');
  if (page) needComponent(context, file, page, 'FlexiPage', page.text, 'Page');
  const bundle = childOf(file.root, 'lwcComponent');
  if (bundle) needTarget(context, file, bundle, 'lightning__Tab');
  const aura = childOf(file.root, 'auraComponent');
  if (aura) needComponent(context, file, aura, 'AuraDefinitionBundle', aura.text, 'Component');
  const visualforce = childOf(file.root, 'page');
  if (visualforce) needComponent(context, file, visualforce, 'ApexPage', visualforce.text, 'Visualforce page');
}

/** Refuses a component that does not exist, or that has no target for the place it is put into. */
function needTarget(context: RuleContext, file: MetadataFile, element: XmlElement, target: string): void {
  if (!needComponent(context, file, element, 'LightningComponentBundle', element.text, 'Component')) return;
  const bundle = context.project.find('LightningComponentBundle', element.text);
  const targets = childrenOf(childOf(bundle?.root, 'targets'), 'target').map(({ text }) => text);
  if (bundle && !targets.includes(target) && target === 'lightning__Tab') {
    complain(context, file, element, `Component ${bundle.name} has no target ${target}.`);
  }
  if (bundle && target === 'lightning__RecordAction' && !targets.some((one) => /Action$/.test(one))) {
    complain(context, file, element, `Component ${bundle.name} has no target ${target}.`);
  }
}

function checkQuickAction(context: RuleContext, file: MetadataFile): void {
  const target = childOf(file.root, 'targetObject');
  const owner = file.name.includes('.') ? file.name.split('.')[0] : undefined;
  if (owner !== undefined && context.project.objects.standing(owner) === 'missing') {
    context.report.add(file.path, TOP, `Object ${owner} of the action does not exist.`);
  }
  if (target) needObject(context, file, target, target.text);
  const bundle = childOf(file.root, 'lightningWebComponent');
  if (bundle) needTarget(context, file, bundle, 'lightning__RecordAction');
  const aura = childOf(file.root, 'lightningComponent');
  if (aura) needComponent(context, file, aura, 'AuraDefinitionBundle', aura.text, 'Component');
  const page = childOf(file.root, 'page');
  if (page) needComponent(context, file, page, 'ApexPage', page.text, 'Visualforce page');
  const flow = childOf(file.root, 'flowDefinition');
  if (flow) noMisspelling(context, file, flow, 'Flow', flow.text);
  const object = valueOf(file.root, 'type') === 'Update' ? owner : target?.text;
  for (const field of object === undefined ? [] : descendants(file.root)) {
    if (field.name === 'field' && object !== undefined) needField(context, file, field, object, field.text);
  }
  for (const override of childrenOf(file.root, 'fieldOverrides')) {
    const field = childOf(override, 'field');
    if (field && object !== undefined) needField(context, file, field, object, field.text);
  }
}

function checkQueue(context: RuleContext, file: MetadataFile): void {
  for (const entry of childrenOf(file.root, 'queueSobject')) {
    const object = childOf(entry, 'sobjectType');
    if (!object || !needObject(context, file, object, object.text)) continue;
    const kind = context.project.objects.object(object.text)?.kind;
    if (kind && kind !== 'custom' && kind !== 'standard' && kind !== 'article') {
      complain(context, file, object, `A queue cannot own records of ${object.text}.`);
    }
  }
  for (const element of descendants(file.root)) {
    if (element.name === 'publicGroup') noMisspelling(context, file, element, 'Group', element.text);
    if (element.name === 'role') noMisspelling(context, file, element, 'Role', element.text);
  }
}
