/** Tabs and Lightning applications. */
import type { MetadataComponent } from '../../types.ts';
import type { ActionOverride, ApplicationMetadata, TabMetadata } from '../metadata.ts';
import { readShape } from '../shape.ts';
import type { Problems, Read, Shape } from '../shape.ts';
import type { XmlElement } from '../xml.ts';
import { qualify } from './names.ts';
import { ACTION_OVERRIDE } from './object-shape.ts';

const TAB = {
  fullName: 'aside',
  actionOverrides: 'aside',
  auraComponent: 'text',
  customObject: 'boolean',
  description: 'text',
  flexiPage: 'text',
  frameHeight: 'number',
  hasSidebar: 'boolean',
  icon: 'text',
  label: 'text',
  lwcComponent: 'text',
  motif: 'text',
  page: 'text',
  splashPageLink: 'text',
  url: 'text',
  urlEncodingKey: 'text',
} as const satisfies Shape;

export function readTab(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  namespace?: string,
): TabMetadata {
  const file = readShape(root, TAB, 'CustomTab', problems);
  const target = file.customObject
    ? ({ kind: 'object', target: qualify(component.fullName, namespace) } as const)
    : file.lwcComponent
      ? ({ kind: 'lwc', target: file.lwcComponent } as const)
      : file.flexiPage
        ? ({ kind: 'flexiPage', target: file.flexiPage } as const)
        : file.url
          ? ({ kind: 'url', target: file.url } as const)
          : file.page
            ? ({ kind: 'page', target: file.page } as const)
            : undefined;
  if (!target) problems.add('A tab needs customObject, lwcComponent, flexiPage, page or url', root.line);
  if (!file.motif) problems.add('Required field is missing: motif', root.line);
  if (target && target.kind !== 'object' && !file.label) problems.add('Required field is missing: label', root.line);
  return {
    name: target?.kind === 'object' ? target.target : component.fullName,
    label: file.label ?? '',
    kind: target?.kind ?? 'object',
    target: target?.target ?? component.fullName,
    motif: file.motif ?? '',
    ...(file.description ? { description: file.description } : {}),
  };
}

const APPLICATION = {
  fullName: 'aside',
  actionOverrides: { many: ACTION_OVERRIDE },
  brand: {
    one: {
      footerColor: 'text',
      headerColor: 'text',
      logo: 'text',
      logoVersion: 'number',
      shouldOverrideOrgTheme: 'boolean',
    },
  },
  consoleConfig: 'aside',
  defaultLandingTab: 'text',
  description: 'text',
  formFactors: 'texts',
  isNavAutoTempTabsDisabled: 'boolean',
  isNavPersonalizationDisabled: 'boolean',
  isNavTabPersistenceDisabled: 'boolean',
  isOmniPinnedViewEnabled: 'boolean',
  isServiceCloudConsole: 'boolean',
  label: 'text',
  logo: 'text',
  navType: { words: ['Standard', 'Console'] },
  preferences: 'aside',
  profileActionOverrides: { many: { ...ACTION_OVERRIDE, profile: 'text', recordType: 'text' } },
  setupExperience: 'aside',
  subscriberTabs: 'texts',
  tabs: 'texts',
  uiType: { words: ['Lightning', 'Aloha'] },
  utilityBar: 'text',
  workspaceConfig: 'aside',
} as const satisfies Shape;

export function readApplication(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  namespace?: string,
): ApplicationMetadata {
  const file = readShape(root, APPLICATION, 'CustomApplication', problems);
  if (!file.label) problems.add('Required field is missing: label', root.line);
  const override = (row: Read<typeof ACTION_OVERRIDE>): ActionOverride => ({
    action: row.actionName ?? '',
    type: row.type ?? 'Default',
    ...(row.pageOrSobjectType ? { object: qualify(row.pageOrSobjectType, namespace) } : {}),
    ...(row.content ? { content: row.content } : {}),
    ...(row.formFactor ? { formFactor: row.formFactor } : {}),
  });
  return {
    name: component.fullName,
    label: file.label ?? component.fullName,
    navType: file.navType ?? 'Standard',
    tabs: file.tabs.map((tab) => qualify(tab, namespace)),
    ...(file.description ? { description: file.description } : {}),
    ...(file.utilityBar ? { utilityBar: file.utilityBar } : {}),
    ...(file.brand?.headerColor ? { brandColor: file.brand.headerColor } : {}),
    actionOverrides: file.actionOverrides.map(override),
    profileActionOverrides: file.profileActionOverrides.map((row) => ({
      ...override(row),
      ...(row.profile ? { profile: row.profile } : {}),
      ...(row.recordType ? { recordType: row.recordType } : {}),
    })),
  };
}
