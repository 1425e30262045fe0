/** Page layouts and Lightning pages. */
import type { MetadataComponent } from '../../types.ts';
import type { FlexiItem, FlexiPageMetadata, FlexiVisibility, LayoutMetadata } from '../metadata.ts';
import { readShape } from '../shape.ts';
import type { Problems, Read, Shape } from '../shape.ts';
import type { XmlElement } from '../xml.ts';
import { qualify } from './names.ts';

const LAYOUT = {
  fullName: 'aside',
  customButtons: 'aside',
  emailDefault: 'aside',
  excludeButtons: 'texts',
  feedLayout: 'aside',
  headers: 'aside',
  layoutSections: {
    many: {
      customLabel: 'boolean',
      detailHeading: 'boolean',
      editHeading: 'boolean',
      label: 'text',
      layoutColumns: {
        many: {
          layoutItems: {
            many: {
              behavior: { words: ['Edit', 'Readonly', 'Required'] },
              component: 'aside',
              customLink: 'text',
              emptySpace: 'boolean',
              field: 'text',
              height: 'number',
              page: 'text',
              showLabel: 'boolean',
              showScrollbars: 'boolean',
              width: 'text',
            },
          },
          reserved: 'aside',
        },
      },
      style: { words: ['TwoColumnsTopToBottom', 'TwoColumnsLeftToRight', 'OneColumn', 'CustomLinks'] },
    },
  },
  miniLayout: 'aside',
  multilineLayoutFields: 'texts',
  platformActionList: {
    one: {
      actionListContext: 'text',
      platformActionListItems: {
        many: { actionName: 'text', actionType: 'text', sortOrder: 'number', subtype: 'text' },
      },
      relatedSourceEntity: 'text',
    },
  },
  quickActionList: { one: { quickActionListItems: { many: { quickActionName: 'text' } } } },
  relatedContent: 'aside',
  relatedLists: {
    many: {
      customButtons: 'texts',
      excludeButtons: 'texts',
      fields: 'texts',
      quickActions: 'aside',
      relatedList: 'text',
      sortField: 'text',
      sortOrder: 'text',
    },
  },
  relatedObjects: 'texts',
  showEmailCheckbox: 'boolean',
  showHighlightsPanel: 'boolean',
  showInteractionLogPanel: 'boolean',
  showRunAssignmentRulesCheckbox: 'boolean',
  showSubmitAndAttachButton: 'boolean',
  summaryLayout: 'aside',
} as const satisfies Shape;

export function readLayout(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  namespace?: string,
): LayoutMetadata {
  const file = readShape(root, LAYOUT, 'Layout', problems);
  const name = decodeURIComponent(component.fullName);
  const objectPart = name.slice(0, Math.max(0, name.indexOf('-')));
  return {
    name,
    object: qualify(objectPart, namespace),
    sections: file.layoutSections.map((section) => ({
      ...(section.label ? { label: section.label } : {}),
      style: section.style ?? 'OneColumn',
      detailHeading: section.detailHeading ?? false,
      columns: section.layoutColumns.map((column) =>
        column.layoutItems.map((item) => ({
          ...(item.field ? { field: qualify(item.field, namespace) } : {}),
          emptySpace: item.emptySpace ?? false,
          behavior: item.behavior ?? 'Edit',
        })),
      ),
    })),
    relatedLists: file.relatedLists.map((list) => ({
      relatedList: (list.relatedList ?? '')
        .split('.')
        .map((part) => qualify(part, namespace))
        .join('.'),
      fields: list.fields.map((field) => qualify(field, namespace)),
      ...(list.sortField ? { sortField: qualify(list.sortField, namespace) } : {}),
      ...(list.sortOrder ? { sortOrder: list.sortOrder } : {}),
    })),
    quickActions: [
      ...(file.platformActionList?.platformActionListItems ?? []).flatMap((item) => item.actionName ?? []),
      ...(file.quickActionList?.quickActionListItems ?? []).flatMap((item) => item.quickActionName ?? []),
    ],
  };
}

const VISIBILITY = {
  booleanFilter: 'text',
  criteria: { many: { leftValue: 'text', operator: 'text', rightValue: 'text' } },
} as const satisfies Shape;

const PROPERTY = {
  name: 'text',
  type: 'text',
  value: 'text',
  valueList: { one: { valueListItems: { many: { value: 'text', visibilityRule: 'aside' } } } },
} as const satisfies Shape;

const COMPONENT = {
  componentInstanceProperties: { many: PROPERTY },
  componentName: 'text',
  componentType: 'text',
  flexipageDataSources: 'aside',
  identifier: 'text',
  visibilityRule: { one: VISIBILITY },
} as const satisfies Shape;

const FLEXI_PAGE = {
  fullName: 'aside',
  description: 'text',
  events: 'aside',
  flexiPageRegions: {
    many: {
      appendable: 'aside',
      componentInstances: { many: COMPONENT },
      itemInstances: {
        many: {
          componentInstance: { one: COMPONENT },
          fieldInstance: {
            one: {
              fieldInstanceProperties: { many: PROPERTY },
              fieldItem: 'text',
              identifier: 'text',
              visibilityRule: { one: VISIBILITY },
            },
          },
        },
      },
      mode: 'text',
      name: 'text',
      prependable: 'aside',
      replaceable: 'aside',
      type: { words: ['Region', 'Facet', 'Background'] },
    },
  },
  masterLabel: 'text',
  pageTemplate: 'text',
  parentFlexiPage: 'text',
  platformActionlist: 'aside',
  quickActionList: 'aside',
  sobjectType: 'text',
  template: { one: { name: 'text', properties: { many: PROPERTY } } },
  type: 'text',
} as const satisfies Shape;

export function readFlexiPage(
  component: MetadataComponent,
  root: XmlElement,
  problems: Problems,
  namespace?: string,
): FlexiPageMetadata {
  const file = readShape(root, FLEXI_PAGE, 'FlexiPage', problems);
  for (const needed of ['masterLabel', 'type'] as const) {
    if (!file[needed]) problems.add(`Required field is missing: ${needed}`, root.line);
  }
  return {
    name: component.fullName,
    label: file.masterLabel ?? component.fullName,
    type: file.type ?? 'AppPage',
    ...(file.sobjectType ? { object: qualify(file.sobjectType, namespace) } : {}),
    template: file.template?.name ?? file.pageTemplate ?? '',
    regions: file.flexiPageRegions.map((region) => ({
      name: region.name ?? '',
      type: region.type ?? 'Region',
      items: [
        ...region.componentInstances.map((one) => componentItem(one)),
        ...region.itemInstances.flatMap((item): FlexiItem[] => {
          if (item.componentInstance) return [componentItem(item.componentInstance)];
          const field = item.fieldInstance;
          if (!field?.fieldItem) return [];
          const behavior = field.fieldInstanceProperties.find((property) => property.name === 'uiBehavior')?.value;
          return [
            {
              kind: 'field',
              field: qualify(field.fieldItem.replace(/^Record\./, ''), namespace),
              behavior: behavior ?? 'none',
              ...visibilityOf(field.visibilityRule),
            },
          ];
        }),
      ],
    })),
  };
}

function componentItem(file: Read<typeof COMPONENT>): FlexiItem {
  const properties: Record<string, string | readonly string[]> = {};
  for (const property of file.componentInstanceProperties) {
    if (!property.name) continue;
    properties[property.name] =
      property.valueList?.valueListItems.map((item) => item.value ?? '') ?? property.value ?? '';
  }
  return {
    kind: 'component',
    component: {
      name: file.componentName ?? '',
      ...(file.identifier ? { identifier: file.identifier } : {}),
      properties,
      ...visibilityOf(file.visibilityRule),
    },
  };
}

function visibilityOf(rule: Read<typeof VISIBILITY> | undefined): { visibility?: FlexiVisibility } {
  if (!rule) return {};
  return {
    visibility: {
      ...(rule.booleanFilter ? { booleanFilter: rule.booleanFilter } : {}),
      criteria: rule.criteria.map((one) => ({
        leftValue: one.leftValue ?? '',
        operator: one.operator ?? 'EQUAL',
        ...(one.rightValue === undefined ? {} : { rightValue: one.rightValue }),
      })),
    },
  };
}
