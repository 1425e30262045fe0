/** References of the many smaller types, by the elements that hold them. */
import { isCustomName } from '../project/names.ts';
import type { MetadataFile } from '../project/project.ts';
import { childrenOf, descendants, valueOf, childOf } from '../xml/element.ts';
import { complain, needComponent, needField, noMisspelling } from './context.ts';
import type { RuleContext } from './context.ts';

/** Types whose file is named after the object whose fields they use. */
const BY_OBJECT = new Set([
  'SharingRules',
  'Workflow',
  'ApprovalProcess',
  'AssignmentRules',
  'AutoResponseRules',
  'EscalationRules',
  'MatchingRules',
  'DuplicateRule',
]);

const FIELD_ELEMENTS = new Set(['field', 'fieldName', 'sourceField']);

export function checkOtherReferences(context: RuleContext): void {
  for (const file of context.project.files) {
    if (BY_OBJECT.has(file.type)) checkFields(context, file);
    if (file.type === 'CustomPermission') {
      for (const required of childrenOf(file.root, 'requiredPermission')) {
        const name = childOf(required, 'customPermission');
        if (name) needComponent(context, file, name, 'CustomPermission', name.text, 'Custom permission');
      }
    }
    if (file.type === 'Translations') {
      for (const label of childrenOf(file.root, 'customLabels')) {
        const name = childOf(label, 'name');
        if (name) noMisspelling(context, file, name, 'CustomLabel', name.text);
      }
    }
    if (file.type === 'PlatformEventSubscriberConfig') {
      const consumer = childOf(file.root, 'platformEventConsumer');
      if (consumer) needComponent(context, file, consumer, 'ApexTrigger', consumer.text, 'Trigger');
    }
    if (file.type === 'RemoteSiteSetting' || file.type === 'CspTrustedSite') checkAddress(context, file);
  }
}

function checkFields(context: RuleContext, file: MetadataFile): void {
  const object = file.name.split('.')[0] ?? '';
  for (const element of descendants(file.root)) {
    if (!FIELD_ELEMENTS.has(element.name) || element.children.length > 0) continue;
    const segments = element.text.split('.');
    const [first = '', second] = segments;
    if (segments.length > 2 || first.startsWith('$')) continue;
    const name = second ?? first;
    const owner = second === undefined ? object : first;
    if (isCustomName(name) && context.project.objects.standing(owner) === 'exists') {
      needField(context, file, element, owner, name);
    }
  }
}

function checkAddress(context: RuleContext, file: MetadataFile): void {
  const element = childOf(file.root, 'url') ?? childOf(file.root, 'endpointUrl');
  const pattern = file.type === 'CspTrustedSite' ? /^(https?|wss?):\/\/\S+$|^[*\w.-]+$/ : /^https?:\/\/\S+$/;
  if (element && !pattern.test(valueOf(file.root, element.name) ?? '')) {
    complain(context, file, element, `${element.text || 'nothing'} is no address: it begins with https://.`);
  }
}
