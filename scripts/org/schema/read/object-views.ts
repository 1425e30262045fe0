/** What an object file says about showing its records: list views, compact layouts, overridden actions, search. */
import type { CompactLayoutMetadata, ListViewMetadata, ObjectPresentation } from '../metadata.ts';
import { qualify } from './names.ts';
import type { ObjectContext, ObjectFile } from './object.ts';

export function readListViews(file: ObjectFile, object: string, context: ObjectContext): ListViewMetadata[] {
  return file.listViews.flatMap((view) => {
    if (!view.fullName || !view.label) {
      context.problems.add(`${object}: a list view needs fullName and label`, view.$line);
      return [];
    }
    return [
      {
        object,
        name: view.fullName,
        label: view.label,
        scope: view.filterScope ?? 'Everything',
        columns: view.columns.map((column) => qualify(column, context.namespace)),
        filters: view.filters.map((filter) => ({
          field: qualify(filter.field ?? '', context.namespace),
          operation: filter.operation ?? 'equals',
          value: filter.value ?? '',
        })),
        ...(view.booleanFilter ? { booleanFilter: view.booleanFilter } : {}),
        ...(view.queue ? { queue: view.queue } : {}),
      },
    ];
  });
}

export function readCompactLayouts(file: ObjectFile, object: string, context: ObjectContext): CompactLayoutMetadata[] {
  return file.compactLayouts.flatMap((layout) =>
    layout.fullName
      ? [
          {
            object,
            name: layout.fullName,
            label: layout.label ?? layout.fullName,
            fields: layout.fields.map((field) => qualify(field, context.namespace)),
            isDefault: file.compactLayoutAssignment === layout.fullName,
          },
        ]
      : [],
  );
}

export function readPresentation(file: ObjectFile, object: string, context: ObjectContext): ObjectPresentation {
  return {
    object,
    actionOverrides: file.actionOverrides.map((override) => ({
      action: override.actionName ?? '',
      type: override.type ?? 'Default',
      ...(override.content ? { content: override.content } : {}),
      ...(override.formFactor ? { formFactor: override.formFactor } : {}),
    })),
    searchFields: (file.searchLayouts?.searchResultsAdditionalFields ?? []).map((field) =>
      qualify(field, context.namespace),
    ),
    enableReports: file.enableReports ?? false,
    enableSearch: file.enableSearch ?? false,
  };
}
