/** API names that the platform takes, and labels that fit. */
import { bareName, isCustomName } from '../project/names.ts';
import { PART_ELEMENTS } from '../project/objects.ts';
import type { MetadataFile } from '../project/project.ts';
import { TOP } from '../report.ts';
import type { Place, XmlElement } from '../xml/element.ts';
import { childOf, childrenOf } from '../xml/element.ts';
import { complain, valuePlace } from './context.ts';
import type { RuleContext } from './context.ts';

/** Longest developer name by type; types that are not named here have names of other forms. */
const NAME_LENGTHS: Readonly<Record<string, number>> = {
  CustomObject: 40,
  CustomField: 40,
  CustomMetadata: 40,
  ValidationRule: 40,
  RecordType: 80,
  ListView: 80,
  CompactLayout: 80,
  FieldSet: 80,
  WebLink: 80,
  PermissionSet: 80,
  PermissionSetGroup: 80,
  CustomPermission: 80,
  CustomApplication: 80,
  FlexiPage: 80,
  Flow: 80,
  Queue: 80,
  Group: 80,
  Role: 80,
  GlobalValueSet: 80,
  ReportType: 80,
  QuickAction: 80,
  StaticResource: 80,
  CustomNotificationType: 80,
  LightningMessageChannel: 80,
  RemoteSiteSetting: 80,
  NamedCredential: 80,
  ApexClass: 255,
  ApexTrigger: 255,
  ApexPage: 80,
  ApexComponent: 80,
};
const WITH_SUFFIX = new Set(['CustomObject', 'CustomField']);

/** Longest texts by `type.element`. */
const TEXT_LENGTHS: Readonly<Record<string, number>> = {
  'CustomObject.label': 40,
  'CustomObject.pluralLabel': 40,
  'CustomObject.description': 1000,
  'CustomField.label': 40,
  'CustomField.inlineHelpText': 510,
  'CustomField.description': 1000,
  'CustomField.relationshipLabel': 80,
  'CustomField.relationshipName': 40,
  'RecordType.label': 80,
  'RecordType.description': 255,
  'ValidationRule.errorMessage': 255,
  'ListView.label': 80,
  'CompactLayout.label': 80,
  'PermissionSet.label': 80,
  'PermissionSet.description': 255,
  'CustomPermission.label': 80,
  'CustomPermission.description': 255,
  'CustomApplication.label': 40,
  'CustomTab.label': 40,
  'CustomMetadata.label': 40,
  'FlexiPage.masterLabel': 80,
  'Queue.name': 40,
  'CustomLabel.value': 1000,
  'CustomLabel.shortDescription': 80,
  'CustomLabel.categories': 255,
  'Report.name': 40,
  'Flow.label': 255,
};

export function checkApiNames(context: RuleContext): void {
  for (const file of context.project.files) {
    checkOwnName(context, file);
    checkTexts(context, file, file.root, file.type);
    if (file.type === 'CustomObject') {
      for (const [type, element] of Object.entries(PART_ELEMENTS)) {
        for (const part of childrenOf(file.root, element)) {
          const name = childOf(part, 'fullName');
          if (name) checkName(context, file, type, name.text, valuePlace(name));
          checkTexts(context, file, part, type);
        }
      }
    }
    if (file.type === 'CustomLabels') checkLabels(context, file);
  }
}

function checkLabels(context: RuleContext, file: MetadataFile): void {
  const seen = new Map<string, number>();
  for (const label of childrenOf(file.root, 'labels')) {
    checkTexts(context, file, label, 'CustomLabel');
    const name = childOf(label, 'fullName');
    const language = childOf(label, 'language');
    if (language && context.api.enums['Language']?.includes(language.text) === false) {
      complain(context, file, language, `"${language.text}" is no language.`);
    }
    if (!name) {
      context.report.add(file.path, label, 'Required element <fullName> is missing in <labels>.');
      continue;
    }
    checkName(context, file, 'CustomLabel', name.text, valuePlace(name));
    const before = seen.get(name.text.toLowerCase());
    if (before !== undefined) complain(context, file, name, `Label ${name.text} is there already, in line ${before}.`);
    seen.set(name.text.toLowerCase(), name.line);
  }
}

function checkOwnName(context: RuleContext, file: MetadataFile): void {
  const name = childOf(file.root, 'fullName');
  const place = name ? valuePlace(name) : TOP;
  const own = file.type === 'CustomMetadata' ? file.name.split('.').slice(1).join('.') : file.name;
  checkName(context, file, file.type, file.type === 'QuickAction' ? (own.split('.').at(-1) ?? own) : own, place);
}

function checkName(context: RuleContext, file: MetadataFile, type: string, written: string, place: Place): void {
  const limit = type === 'CustomLabel' ? 80 : NAME_LENGTHS[type];
  const { project, report } = context;
  if (limit === undefined || (WITH_SUFFIX.has(type) && !isCustomName(written)) || written.startsWith('standard__'))
    return;
  const name = WITH_SUFFIX.has(type) ? bareName(project.key(written)) : project.key(written);
  if (name.includes('__') && type !== 'CustomLabel' && limit !== 40 && hasPrefix(context, name)) return;
  if (WITH_SUFFIX.has(type) && project.isForeign(written) && isKnownPrefix(context, file, type, written)) return;
  if (!/^[A-Za-z]\w*$/.test(name)) {
    report.add(
      file.path,
      place,
      `${written} is no API name: it begins with a letter and holds letters, digits and _ only.`,
    );
  } else if (name.includes('__')) {
    report.add(file.path, place, `${written} is no API name: two underscores in a row separate a namespace.`);
  } else if (name.endsWith('_')) {
    report.add(file.path, place, `${written} is no API name: it must not end with an underscore.`);
  }
  if (name.length > limit) {
    report.add(file.path, place, `The API name ${written} has ${name.length} characters, ${limit} are allowed.`);
  }
}

/** Whether some object or field of the project has the prefix of this name, so that it is a package's. */
function hasPrefix({ project }: RuleContext, name: string): boolean {
  const prefix = `${name.split('__')[0]?.toLowerCase() ?? ''}__`;
  for (const object of project.objects.objects.values()) {
    if (object.name.toLowerCase().startsWith(prefix) && isCustomName(object.name.slice(prefix.length))) return true;
    for (const { name: field } of object.parts.get('fields')?.values() ?? []) {
      if (field.toLowerCase().startsWith(prefix) && project.isForeign(field)) return true;
    }
  }
  return project.open;
}

/**
 * `ns__Name__c` is a part of somebody's package: of a standard object or of an object of that package, but never of an
 * object that has no namespace itself. An object alone with its prefix is no package's.
 */
function isKnownPrefix({ project }: RuleContext, file: MetadataFile, type: string, written: string): boolean {
  const prefix = /^([a-z]\w*?)__/i.exec(project.key(written))?.[1] ?? '';
  if (prefix.length > 15 || !/^[a-z](?:_?[a-z0-9])*$/i.test(prefix)) return false;
  if (type === 'CustomField') {
    const owner = file.parent ?? file.name;
    return !isCustomName(owner) || project.isForeign(owner);
  }
  const objects = [...project.objects.objects.values()];
  const begins = (name: string): boolean => name.toLowerCase().startsWith(`${prefix.toLowerCase()}__`);
  const others = objects.filter(({ name }) => begins(name) && name.toLowerCase() !== written.toLowerCase());
  const own = project.objects.object(written)?.parts.get('fields')?.values() ?? [];
  return others.length > 0 || [...own].some(({ name }) => begins(name)) || !childOf(file.root, 'nameField');
}

function checkTexts(context: RuleContext, file: MetadataFile, element: XmlElement, type: string): void {
  for (const child of element.children) {
    const limit = TEXT_LENGTHS[`${type}.${child.name}`];
    if (limit === undefined || child.text.length <= limit) continue;
    complain(context, file, child, `<${child.name}> has ${child.text.length} characters, ${limit} are allowed.`);
  }
}
