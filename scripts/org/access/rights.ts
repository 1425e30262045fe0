/** Object and field rights from grants, by the kind of the object. */
import type { FieldSchema, ObjectKind, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { ObjectAccess } from './contract.ts';
import type { Grants } from './grants.ts';

export const NO_ACCESS: ObjectAccess = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
const ALL_ACCESS: ObjectAccess = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };
const READ_ONLY: ObjectAccess = { ...NO_ACCESS, read: true, viewAll: true };

type Rule = (grants: Grants, object: ObjectSchema, schema: OrgSchema) => ObjectAccess;

/** By kind of object. */
export const RULES: Readonly<Record<ObjectKind, Rule>> = {
  standard: (grants, object) => (object.setup ? setupRights(grants) : dataRights(grants, object)),
  custom: dataRights,
  event: dataRights,
  setting: settingRights,
  metadata: (grants, object) =>
    mayCustomize(grants) || grants.settings.has(object.name.toLowerCase()) ? READ_ONLY : NO_ACCESS,
  share: (grants, object, schema) => {
    const parent = parentRights(grants, object, schema);
    return {
      ...NO_ACCESS,
      read: parent.read,
      create: parent.edit,
      edit: parent.edit,
      delete: parent.edit,
      viewAll: parent.viewAll,
      modifyAll: parent.modifyAll,
    };
  },
  history: (grants, object, schema) => {
    const parent = parentRights(grants, object, schema);
    return { ...NO_ACCESS, read: parent.read, viewAll: parent.viewAll };
  },
  tooling: (grants) => (grants.userPermissions.has('viewsetup') ? READ_ONLY : NO_ACCESS),
};

export function objectRights(grants: Grants, object: ObjectSchema, schema: OrgSchema): ObjectAccess {
  if (grants.everything) return ALL_ACCESS;
  return RULES[object.kind](grants, object, schema);
}

function parentRights(grants: Grants, object: ObjectSchema, schema: OrgSchema): ObjectAccess {
  const parent = schema.object(object.parentObject ?? '');
  return parent ? objectRights(grants, parent, schema) : NO_ACCESS;
}

function dataRights(grants: Grants, object: ObjectSchema): ObjectAccess {
  if (grants.userPermissions.has('modifyalldata')) return ALL_ACCESS;
  const granted = grants.objects.get(object.name.toLowerCase()) ?? NO_ACCESS;
  const letters = grants.profile?.objects[object.name] ?? '';
  const sees = grants.userPermissions.has('viewalldata');
  return {
    read: granted.read || sees || letters.includes('r'),
    create: granted.create || letters.includes('c'),
    edit: granted.edit || letters.includes('e'),
    delete: granted.delete || letters.includes('d'),
    viewAll: granted.viewAll || sees,
    modifyAll: granted.modifyAll,
  };
}

function mayCustomize(grants: Grants): boolean {
  return grants.userPermissions.has('customizeapplication');
}

function settingRights(grants: Grants, object: ObjectSchema): ObjectAccess {
  if (mayCustomize(grants)) return ALL_ACCESS;
  const reads = grants.settings.has(object.name.toLowerCase()) || grants.userPermissions.has('viewallcustomsettings');
  return reads ? READ_ONLY : NO_ACCESS;
}

/** Everybody reads users, groups and the like; who manages users writes them. */
function setupRights(grants: Grants): ObjectAccess {
  return grants.userPermissions.has('manageusers') || mayCustomize(grants) ? ALL_ACCESS : READ_ONLY;
}

/** Kinds whose fields have field-level security. */
const SECURED_KINDS: ReadonlySet<ObjectKind> = new Set(['standard', 'custom']);

export function fieldRights(
  grants: Grants,
  object: ObjectSchema,
  field: FieldSchema,
  rights: ObjectAccess,
): { read: boolean; edit: boolean } {
  const isWritable = field.createable || field.updateable;
  const mayWrite = isWritable && (rights.create || rights.edit);
  if (grants.everything) return { read: true, edit: isWritable };
  if (!rights.read) return { read: false, edit: false };
  const isOpen = !field.permissionable || !SECURED_KINDS.has(object.kind) || (object.setup ?? false);
  if (isOpen) return { read: true, edit: mayWrite };
  const byProfile = !field.custom && (grants.profile?.objects[object.name] ?? '') !== '';
  const granted = grants.fields.get(`${object.name}.${field.name}`.toLowerCase());
  return { read: byProfile || (granted?.read ?? false), edit: mayWrite && (byProfile || (granted?.edit ?? false)) };
}
