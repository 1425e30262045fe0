/** Permission sets, profiles and custom permissions. */
import type { MetadataComponent } from '../../types.ts';
import type { CustomPermissionMetadata, PermissionSetGroupMetadata, PermissionSetMetadata } from '../metadata.ts';
import { readShape } from '../shape.ts';
import type { Problems, Shape } from '../shape.ts';
import type { XmlElement } from '../xml.ts';
import { qualify, qualifyPath } from './names.ts';

const PERMISSION_SET = {
  fullName: 'aside',
  agentAccesses: 'aside',
  applicationVisibilities: { many: { application: 'text', default: 'boolean', visible: 'boolean' } },
  categoryGroupVisibilities: 'aside',
  classAccesses: { many: { apexClass: 'text', enabled: 'boolean' } },
  custom: 'boolean',
  customMetadataTypeAccesses: { many: { enabled: 'boolean', name: 'text' } },
  customPermissions: { many: { enabled: 'boolean', name: 'text' } },
  customSettingAccesses: { many: { enabled: 'boolean', name: 'text' } },
  description: 'text',
  emailRoutingAddressAccesses: 'aside',
  externalCredentialPrincipalAccesses: 'aside',
  externalDataSourceAccesses: 'aside',
  fieldPermissions: { many: { editable: 'boolean', field: 'text', readable: 'boolean' } },
  flowAccesses: { many: { enabled: 'boolean', flow: 'text' } },
  hasActivationRequired: 'boolean',
  label: 'text',
  layoutAssignments: { many: { layout: 'text', recordType: 'text' } },
  license: 'text',
  loginHours: 'aside',
  loginIpRanges: 'aside',
  objectPermissions: {
    many: {
      allowCreate: 'boolean',
      allowDelete: 'boolean',
      allowEdit: 'boolean',
      allowRead: 'boolean',
      modifyAllRecords: 'boolean',
      object: 'text',
      viewAllFields: 'boolean',
      viewAllRecords: 'boolean',
    },
  },
  pageAccesses: { many: { apexPage: 'text', enabled: 'boolean' } },
  recordTypeVisibilities: {
    many: { default: 'boolean', personAccountDefault: 'boolean', recordType: 'text', visible: 'boolean' },
  },
  tabSettings: { many: { tab: 'text', visibility: { words: ['Available', 'None', 'Visible'] } } },
  tabVisibilities: { many: { tab: 'text', visibility: { words: ['DefaultOff', 'DefaultOn', 'Hidden'] } } },
  userLicense: 'text',
  userPermissions: { many: { enabled: 'boolean', name: 'text' } },
} as const satisfies Shape;

/** Reads a `*.permissionset` or `*.profile` file. Rights without the rights they rest on are problems, as on the platform. */
export function readPermissionSet(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  namespace?: string,
): PermissionSetMetadata {
  const file = readShape(root, PERMISSION_SET, component.type, problems);
  if (component.type === 'PermissionSet' && !file.label) problems.add('Required field is missing: label', root.line);
  const enabled = (list: readonly { enabled: boolean | undefined; name: string | undefined }[]): string[] =>
    list.filter((one) => one.enabled && one.name).map((one) => one.name ?? '');
  return {
    name: component.fullName,
    label: file.label ?? component.fullName,
    hasActivationRequired: file.hasActivationRequired ?? false,
    ...(file.description ? { description: file.description } : {}),
    ...((file.license ?? file.userLicense) ? { license: file.license ?? file.userLicense } : {}),
    objectPermissions: file.objectPermissions.map((row) => {
      const rights = {
        object: qualify(row.object ?? '', namespace),
        read: row.allowRead ?? false,
        create: row.allowCreate ?? false,
        edit: row.allowEdit ?? false,
        delete: row.allowDelete ?? false,
        viewAll: row.viewAllRecords ?? false,
        modifyAll: row.modifyAllRecords ?? false,
      };
      checkRights(rights, row.$line, problems);
      return rights;
    }),
    fieldPermissions: file.fieldPermissions.map((row) => {
      if (row.editable && !row.readable) problems.add(`Field ${row.field ?? ''}: editable needs readable`, row.$line);
      return {
        field: qualifyPath(row.field ?? '', namespace),
        read: row.readable ?? false,
        edit: row.editable ?? false,
      };
    }),
    classAccesses: enabled(file.classAccesses.map((row) => ({ enabled: row.enabled, name: row.apexClass }))),
    pageAccesses: enabled(file.pageAccesses.map((row) => ({ enabled: row.enabled, name: row.apexPage }))),
    flowAccesses: enabled(file.flowAccesses.map((row) => ({ enabled: row.enabled, name: row.flow }))),
    customPermissions: enabled(file.customPermissions),
    userPermissions: enabled(file.userPermissions),
    customSettingAccesses: enabled(file.customSettingAccesses).map((name) => qualify(name, namespace)),
    customMetadataTypeAccesses: enabled(file.customMetadataTypeAccesses).map((name) => qualify(name, namespace)),
    tabSettings: [...file.tabSettings, ...file.tabVisibilities].map((row) => ({
      tab: qualify(row.tab ?? '', namespace),
      visibility: row.visibility ?? 'None',
    })),
    applicationVisibilities: file.applicationVisibilities.map((row) => ({
      application: row.application ?? '',
      visible: row.visible ?? false,
      isDefault: row.default ?? false,
    })),
    recordTypeVisibilities: file.recordTypeVisibilities.map((row) => ({
      recordType: qualifyPath(row.recordType ?? '', namespace),
      visible: row.visible ?? false,
      isDefault: row.default ?? false,
    })),
    layoutAssignments: file.layoutAssignments.map((row) => ({
      layout: row.layout ?? '',
      ...(row.recordType ? { recordType: qualifyPath(row.recordType, namespace) } : {}),
    })),
  };
}

/** Each right and the rights it rests on. */
const RESTS_ON = {
  create: ['read'],
  edit: ['read'],
  delete: ['read', 'edit'],
  viewAll: ['read'],
  modifyAll: ['read', 'edit', 'delete', 'viewAll'],
} as const;

function checkRights(
  rights: PermissionSetMetadata['objectPermissions'][number],
  line: number,
  problems: Problems,
): void {
  for (const [right, needed] of Object.entries(RESTS_ON) as [
    keyof typeof RESTS_ON,
    readonly (keyof typeof rights)[],
  ][]) {
    if (!rights[right]) continue;
    const missing = needed.filter((one) => !rights[one]);
    if (missing.length > 0) {
      problems.add(`Permission ${right} on ${rights.object} depends on permission(s): ${missing.join(', ')}`, line);
    }
  }
}

const CUSTOM_PERMISSION = {
  fullName: 'aside',
  connectedApp: 'aside',
  description: 'text',
  isLicensed: 'boolean',
  label: 'text',
  requiredPermission: { many: { customPermission: 'text', dependency: 'boolean' } },
} as const satisfies Shape;

export function readCustomPermission(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
): CustomPermissionMetadata {
  const file = readShape(root, CUSTOM_PERMISSION, 'CustomPermission', problems);
  if (!file.label) problems.add('Required field is missing: label', root.line);
  return {
    name: component.fullName,
    label: file.label ?? component.fullName,
    ...(file.description ? { description: file.description } : {}),
    requiredPermissions: file.requiredPermission
      .filter((row) => row.dependency && row.customPermission)
      .map((row) => row.customPermission ?? ''),
  };
}

const PERMISSION_SET_GROUP = {
  fullName: 'aside',
  description: 'text',
  hasActivationRequired: 'aside',
  label: 'text',
  mutingPermissionSets: 'texts',
  permissionSets: 'texts',
  status: 'aside',
} as const satisfies Shape;

/** Reads a `*.permissionsetgroup` file. */
export function readPermissionSetGroup(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
): PermissionSetGroupMetadata {
  const file = readShape(root, PERMISSION_SET_GROUP, 'PermissionSetGroup', problems);
  if (!file.label) problems.add('Required field is missing: label', root.line);
  if (file.mutingPermissionSets.length > 0)
    problems.add('Muting permission sets are not supported by the local org', root.line);
  return {
    name: component.fullName,
    label: file.label ?? component.fullName,
    ...(file.description ? { description: file.description } : {}),
    permissionSets: file.permissionSets,
  };
}
