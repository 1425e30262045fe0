/** Permission sets and profiles: what they name must exist, must be grantable, and must fit together. */
import { isCustomName } from '../project/names.ts';
import { isComputed, isRequired } from '../project/objects.ts';
import type { MetadataFile } from '../project/project.ts';
import { suggestion } from '../suggest.ts';
import { childOf, childrenOf, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain, needComponent, needField, needObject, noMisspelling } from './context.ts';
import type { RuleContext } from './context.ts';
import { checkObjectPermissions } from './object-permissions.ts';

/** Entries by element: the element that identifies one, and what it names. */
const ENTRIES: Readonly<Record<string, { readonly key: string; readonly type?: string; readonly word?: string }>> = {
  applicationVisibilities: { key: 'application' },
  classAccesses: { key: 'apexClass', type: 'ApexClass', word: 'Apex class' },
  pageAccesses: { key: 'apexPage', type: 'ApexPage', word: 'Visualforce page' },
  customPermissions: { key: 'name', type: 'CustomPermission', word: 'Custom permission' },
  flowAccesses: { key: 'flow' },
  fieldPermissions: { key: 'field' },
  objectPermissions: { key: 'object' },
  tabSettings: { key: 'tab' },
  tabVisibilities: { key: 'tab' },
  recordTypeVisibilities: { key: 'recordType' },
  customMetadataTypeAccesses: { key: 'name' },
  customSettingAccesses: { key: 'name' },
  userPermissions: { key: 'name' },
};

/** Columns that the platform keeps: no field-level security applies to them. */
const SYSTEM = new Set([
  'id',
  'ownerid',
  'createdbyid',
  'createddate',
  'lastmodifiedbyid',
  'lastmodifieddate',
  'systemmodstamp',
  'isdeleted',
]);

/** Fields of standard objects that every record needs, and that everybody who sees the object sees. */
const STANDARD_REQUIRED = new Set([
  'account.name',
  'contact.lastname',
  'lead.lastname',
  'lead.company',
  'lead.status',
  'opportunity.name',
  'opportunity.stagename',
  'opportunity.closedate',
  'campaign.name',
  'case.status',
  'product2.name',
]);

export function checkPermissions(context: RuleContext): void {
  for (const file of context.project.files) {
    if (file.type !== 'PermissionSet' && file.type !== 'Profile' && file.type !== 'MutingPermissionSet') continue;
    checkEntries(context, file);
    checkObjectPermissions(context, file);
    for (const entry of childrenOf(file.root, 'fieldPermissions')) checkFieldEntry(context, file, entry);
    for (const entry of childrenOf(file.root, 'userPermissions')) checkUserPermission(context, file, entry);
    for (const entry of childrenOf(file.root, 'recordTypeVisibilities')) checkRecordType(context, file, entry);
    checkTypeAccesses(context, file);
    for (const entry of childrenOf(file.root, 'layoutAssignments')) {
      const layout = childOf(entry, 'layout');
      if (!layout) continue;
      checkLayout(context, file, layout);
    }
  }
  for (const group of context.project.ofType('PermissionSetGroup')) {
    for (const set of childrenOf(group.root, 'permissionSets')) {
      needComponent(context, group, set, 'PermissionSet', set.text, 'Permission set');
    }
  }
}

/** Layouts of own objects are in the project; those of standard objects may be the org's. */
function checkLayout(context: RuleContext, file: MetadataFile, element: XmlElement): void {
  const { project } = context;
  const layout = decode(element.text);
  const known = project.namesOf('Layout');
  if (known.some((name) => project.key(name) === project.key(layout)) || project.open) return;
  const dash = layout.indexOf('-');
  const object = layout.slice(0, Math.max(dash, 0));
  const foreign = project.isForeign(object) || /^\w+?__/.test(layout.slice(dash + 1));
  const near = foreign ? '' : suggestion(layout, known);
  const own = !foreign && isCustomName(object);
  if (own || near !== '') complain(context, file, element, `Layout ${layout} does not exist.${near}`);
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function checkEntries(context: RuleContext, file: MetadataFile): void {
  const seen = new Map<string, number>();
  for (const entry of file.root.children) {
    const kind = ENTRIES[entry.name];
    const key = kind && childOf(entry, kind.key);
    if (!kind || !key || key.text === '') continue;
    const identity = `${entry.name} ${key.text.toLowerCase()}`;
    const before = seen.get(identity);
    if (before !== undefined) {
      complain(context, file, key, `<${entry.name}> names ${key.text} twice: line ${before} has it.`);
    }
    seen.set(identity, key.line);
    if (kind.type) needComponent(context, file, key, kind.type, key.text, kind.word);
    else checkLooseEntry(context, file, entry.name, key);
  }
}

/** Names that the org itself may know. */
function checkLooseEntry(context: RuleContext, file: MetadataFile, kind: string, key: XmlElement): void {
  const name = key.text;
  if (kind === 'tabSettings' || kind === 'tabVisibilities') {
    if (name.startsWith('standard-')) return;
    needComponent(context, file, key, 'CustomTab', name, 'Tab');
  }
  if (kind === 'applicationVisibilities') {
    if (name.startsWith('standard__')) return;
    const profile = file.type === 'Profile';
    if (profile) noMisspelling(context, file, key, 'CustomApplication', name);
    else needComponent(context, file, key, 'CustomApplication', name, 'Application');
  }
  if (kind === 'flowAccesses') noMisspelling(context, file, key, 'Flow', name);
}

function checkFieldEntry(context: RuleContext, file: MetadataFile, entry: XmlElement): void {
  const field = childOf(entry, 'field');
  if (!field || field.text === '') return;
  const [object = '', name = '', ...rest] = field.text.split('.');
  if (name === '' || rest.length > 0) {
    complain(context, file, field, `${field.text} names no field: the form is Object.Field.`);
    return;
  }
  const { objects } = context.project;
  if (!needObject(context, file, field, object)) return;
  needField(context, file, field, object, name);
  const part = objects.field(object, name);
  const editable = childOf(entry, 'editable');
  if (part && isCustomName(name)) {
    if (isRequired(part)) {
      const why = valueOf(part.element, 'type') === 'MasterDetail' ? 'a master-detail field' : 'required';
      complain(
        context,
        file,
        field,
        `You cannot deploy to a required field: ${field.text} is ${why}, and nobody can be kept from it.`,
      );
    } else if (editable?.text === 'true' && isComputed(part)) {
      complain(context, file, editable, `${field.text} is computed: it cannot be editable.`);
    }
  }
  const custom = isCustomName(object) && SYSTEM.has(name.toLowerCase());
  if (custom || STANDARD_REQUIRED.has(field.text.toLowerCase())) {
    complain(
      context,
      file,
      field,
      `You cannot deploy to a required field: no field-level security applies to ${field.text}.`,
    );
  }
  if (editable?.text === 'true' && valueOf(entry, 'readable') === 'false') {
    complain(context, file, editable, `${field.text} is editable, so it must be readable.`);
  }
  if (isPackagedSet(context, file) && !isCustomName(object) && !isCustomName(name)) {
    complain(
      context,
      file,
      field,
      `A packaged permission set cannot grant standard fields: ${field.text} is dropped at install.`,
    );
  }
}

/** Sets of a managed package: what they grant beyond the package's own parts is dropped when it is installed. */
export function isPackagedSet({ project }: RuleContext, file: MetadataFile): boolean {
  if (!project.namespace || !file.packaged || file.type !== 'PermissionSet') return false;
  const own = project.description.packageDirectories.filter(({ path }) => {
    const folder = path.replace(/^\.\//, '').replace(/\/$/, '');
    return file.path.startsWith(`${folder}/`);
  });
  return own.some((directory) => directory.package !== undefined);
}

function checkUserPermission(context: RuleContext, file: MetadataFile, entry: XmlElement): void {
  const name = childOf(entry, 'name');
  if (!name || name.text === '') return;
  const known = (context.project.objects.standard['PermissionSet'] ?? [])
    .filter((field) => field.startsWith('Permissions'))
    .map((field) => field.slice('Permissions'.length));
  const near = known.length > 0 && !known.includes(name.text) ? suggestion(name.text, known) : '';
  if (near !== '') complain(context, file, name, `Unknown user permission ${name.text}.${near}`);
  if (isPackagedSet(context, file) && isTrue(entry, 'enabled')) {
    complain(
      context,
      file,
      name,
      `A packaged permission set cannot grant user permissions: ${name.text} is dropped at install.`,
    );
  }
}

function checkRecordType(context: RuleContext, file: MetadataFile, entry: XmlElement): void {
  const element = childOf(entry, 'recordType');
  if (!element) return;
  const [object = '', name = ''] = element.text.split('.');
  if (!needObject(context, file, element, object) || name === 'Master') return;
  const { objects, project } = { objects: context.project.objects, project: context.project };
  if (objects.part(object, 'recordTypes', name) || project.isForeign(name) || project.open) return;
  const known = [...(objects.object(object)?.parts.get('recordTypes')?.values() ?? [])].map((part) => part.name);
  if (isCustomName(object) || known.length > 0) {
    complain(context, file, element, `Record type ${element.text} does not exist.${suggestion(name, known)}`);
  }
}

function checkTypeAccesses(context: RuleContext, file: MetadataFile): void {
  const { objects } = context.project;
  for (const entry of childrenOf(file.root, 'customMetadataTypeAccesses')) {
    const name = childOf(entry, 'name');
    if (!name || !needObject(context, file, name, name.text)) continue;
    if (!/__mdt$/i.test(name.text)) complain(context, file, name, `${name.text} is no custom metadata type.`);
  }
  for (const entry of childrenOf(file.root, 'customSettingAccesses')) {
    const name = childOf(entry, 'name');
    if (!name || !needObject(context, file, name, name.text)) continue;
    if (objects.object(name.text)?.kind !== 'setting')
      complain(context, file, name, `${name.text} is no custom setting.`);
  }
}
