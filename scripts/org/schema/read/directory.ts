/** Labels, roles, queues, groups, certificates, notification types, global value sets and custom metadata records. */
import type { MetadataComponent, Raw } from '../../types.ts';
import type {
  CertificateMetadata,
  CustomMetadataRecord,
  GroupMetadata,
  NotificationTypeMetadata,
  QueueMetadata,
  RoleMetadata,
} from '../metadata.ts';
import type { PicklistValue } from '../model.ts';
import { readShape } from '../shape.ts';
import type { Problems, Shape } from '../shape.ts';
import type { XmlElement } from '../xml.ts';
import { valuesOf } from './field.ts';
import { qualify } from './names.ts';

const LABELS = {
  labels: {
    many: {
      fullName: 'text',
      categories: 'text',
      language: 'text',
      protected: 'boolean',
      shortDescription: 'text',
      value: 'text',
    },
  },
} as const satisfies Shape;

/** Adds the labels of one file to `labels`. */
export function readLabels(root: XmlElement, problems: Problems, labels: Map<string, string>): void {
  for (const label of readShape(root, LABELS, 'CustomLabels', problems).labels) {
    for (const needed of ['fullName', 'language', 'protected', 'shortDescription', 'value'] as const) {
      if (label[needed] === undefined) problems.add(`Required field is missing: ${needed}`, label.$line);
    }
    if (label.fullName) labels.set(label.fullName, label.value ?? '');
  }
}

const ROLE = {
  fullName: 'aside',
  caseAccessLevel: 'text',
  contactAccessLevel: 'text',
  description: 'text',
  mayForecastManagerShare: 'boolean',
  name: 'text',
  opportunityAccessLevel: 'text',
  parentRole: 'text',
} as const satisfies Shape;

export function readRole(component: MetadataComponent, root: XmlElement, problems: Problems): RoleMetadata {
  const file = readShape(root, ROLE, 'Role', problems);
  return {
    name: component.fullName,
    label: file.name ?? component.fullName,
    ...(file.parentRole ? { parentRole: file.parentRole } : {}),
  };
}

const QUEUE = {
  fullName: 'aside',
  doesIncludeBosses: 'boolean',
  doesSendEmailToMembers: 'boolean',
  email: 'text',
  name: 'text',
  queueMembers: {
    one: {
      publicGroups: { one: { publicGroup: 'texts' } },
      roleAndSubordinates: { one: { roleAndSubordinate: 'texts' } },
      roleAndSubordinatesInternal: { one: { roleAndSubordinateInternal: 'texts' } },
      roles: { one: { role: 'texts' } },
      users: { one: { user: 'texts' } },
    },
  },
  queueRoutingConfig: 'aside',
  queueSobject: { many: { sobjectType: 'text' } },
} as const satisfies Shape;

export function readQueue(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  namespace?: string,
): QueueMetadata {
  const file = readShape(root, QUEUE, 'Queue', problems);
  return {
    name: component.fullName,
    label: file.name ?? component.fullName,
    ...(file.email ? { email: file.email } : {}),
    objects: file.queueSobject.map((row) => qualify(row.sobjectType ?? '', namespace)),
    users: file.queueMembers?.users?.user ?? [],
    groups: file.queueMembers?.publicGroups?.publicGroup ?? [],
    roles: file.queueMembers?.roles?.role ?? [],
    rolesAndSubordinates: [
      ...(file.queueMembers?.roleAndSubordinates?.roleAndSubordinate ?? []),
      ...(file.queueMembers?.roleAndSubordinatesInternal?.roleAndSubordinateInternal ?? []),
    ],
    includesBosses: file.doesIncludeBosses ?? true,
  };
}

const GROUP = {
  fullName: 'aside',
  description: 'text',
  doesIncludeBosses: 'boolean',
  name: 'text',
} as const satisfies Shape;

export function readGroup(component: MetadataComponent, root: XmlElement, problems: Problems): GroupMetadata {
  const file = readShape(root, GROUP, 'Group', problems);
  return {
    name: component.fullName,
    label: file.name ?? component.fullName,
    includesBosses: file.doesIncludeBosses ?? true,
  };
}

const CERTIFICATE = {
  fullName: 'aside',
  caSigned: 'boolean',
  encryptedWithPlatformEncryption: 'boolean',
  expirationDate: 'text',
  keySize: 'number',
  masterLabel: 'text',
  privateKeyExportable: 'boolean',
} as const satisfies Shape;

/** `root` is the meta file; the certificate's own text is the component's content. */
export function readCertificate(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
): CertificateMetadata {
  const file = readShape(root, CERTIFICATE, 'Certificate', problems);
  if (!file.masterLabel) problems.add('Required field is missing: masterLabel', root.line);
  return {
    name: component.fullName,
    label: file.masterLabel ?? component.fullName,
    caSigned: file.caSigned ?? false,
    keySize: file.keySize ?? 2048,
    exportable: file.privateKeyExportable ?? false,
    ...(file.expirationDate ? { expirationDate: file.expirationDate } : {}),
    content: component.content,
  };
}

const NOTIFICATION_TYPE = {
  fullName: 'aside',
  customNotifTypeName: 'text',
  description: 'text',
  desktop: 'boolean',
  masterLabel: 'text',
  mobile: 'boolean',
  slack: 'boolean',
} as const satisfies Shape;

export function readNotificationType(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
): NotificationTypeMetadata {
  const file = readShape(root, NOTIFICATION_TYPE, 'CustomNotificationType', problems);
  return {
    name: component.fullName,
    label: file.masterLabel ?? component.fullName,
    desktop: file.desktop ?? false,
    mobile: file.mobile ?? false,
    ...(file.description ? { description: file.description } : {}),
  };
}

const GLOBAL_VALUE_SET = {
  fullName: 'aside',
  customValue: {
    many: {
      fullName: 'text',
      label: 'text',
      default: 'boolean',
      isActive: 'boolean',
      color: 'text',
      description: 'text',
    },
  },
  description: 'text',
  masterLabel: 'text',
  sorted: 'boolean',
} as const satisfies Shape;

export function readGlobalValueSet(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
): PicklistValue[] {
  const file = readShape(root, GLOBAL_VALUE_SET, 'GlobalValueSet', problems);
  return valuesOf({ sorted: file.sorted, value: file.customValue, $line: file.$line }, component.fullName, problems);
}

const CUSTOM_METADATA = {
  description: 'text',
  label: 'text',
  protected: 'boolean',
  values: { many: { field: 'text', value: 'element' } },
} as const satisfies Shape;

/** How the text of a value with this `xsi:type` becomes a raw value. */
const VALUE_TYPES: Readonly<Record<string, (text: string) => Raw>> = {
  string: (text) => (text === '' ? null : text),
  boolean: (text) => text === 'true',
  double: Number,
  int: Number,
  date: (text) => text,
  dateTime: (text) => Date.parse(text),
  picklist: (text) => (text === '' ? null : text),
};

export function readCustomMetadata(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  namespace?: string,
): CustomMetadataRecord | undefined {
  const [type, developerName] = component.fullName.split('.');
  if (!type || !developerName) {
    problems.add(`'${component.fullName}' is not of the form Type.Record`, root.line);
    return undefined;
  }
  const file = readShape(root, CUSTOM_METADATA, 'CustomMetadata', problems);
  const values: Record<string, Raw> = {};
  for (const row of file.values) {
    if (!row.field) continue;
    const attributes = row.value?.attributes ?? {};
    const isNil = row.value === undefined || attributes['xsi:nil'] === 'true';
    const valueType = (attributes['xsi:type'] ?? 'xsd:string').replace(/^xsd:/, '');
    const convert = Object.hasOwn(VALUE_TYPES, valueType) ? VALUE_TYPES[valueType] : undefined;
    if (!convert) problems.add(`'xsd:${valueType}' is not a value type of custom metadata`, row.$line);
    values[qualify(row.field, namespace)] = isNil || !convert ? null : convert(row.value.text);
  }
  return {
    object: qualify(type.endsWith('__mdt') ? type : `${type}__mdt`, namespace),
    developerName,
    label: file.label ?? developerName,
    isProtected: file.protected ?? false,
    values,
  };
}
