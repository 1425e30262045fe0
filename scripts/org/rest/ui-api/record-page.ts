/** `/lwr/record-page/:object`: which page, compact layout and page layout show a record, from the deployed metadata. Ours alone: the shell asks it. */
import type {
  ActionOverride,
  CompactLayoutMetadata,
  FlexiPageMetadata,
  LayoutMetadata,
} from '../../schema/metadata.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { Call, Operation } from '../call.ts';
import { json } from '../message.ts';
import { objectFor } from './object-info.ts';

const LARGE = 'Large';

/** The page that the app, or else the object, puts in the place of the View action on large screens. */
function pageOf(call: Call, object: ObjectSchema): FlexiPageMetadata | undefined {
  const { metadata } = call.hosted.org.schema;
  const isView = (override: ActionOverride): boolean =>
    override.action.toLowerCase() === 'view' &&
    override.type.toLowerCase() === 'flexipage' &&
    (override.formFactor === undefined || override.formFactor === LARGE);
  const ofApps = [...metadata.applications.values()].flatMap((app) =>
    app.actionOverrides.filter((override) => override.object === object.name),
  );
  const ofObject = metadata.presentations.get(object.name.toLowerCase())?.actionOverrides ?? [];
  const name = [...ofApps, ...ofObject].find(isView)?.content;
  return name === undefined ? undefined : metadata.flexiPages.get(name.toLowerCase());
}

function compactFields(call: Call, object: ObjectSchema): readonly string[] {
  const all = [...call.hosted.org.schema.metadata.compactLayouts.values()];
  const own = all.filter((layout: CompactLayoutMetadata) => layout.object === object.name);
  return own.find((layout) => layout.isDefault)?.fields ?? [object.nameField];
}

/** Sections and related lists with the fields that the caller may read; a page shows no others. */
function layoutOf(call: Call, object: ObjectSchema): Pick<LayoutMetadata, 'sections' | 'relatedLists'> {
  const { rules, schema } = call.hosted.org;
  const layout = [...schema.metadata.layouts.values()].find((one) => one.object === object.name);
  const isVisible = (name: string | undefined): boolean =>
    name !== undefined && object.field(name) !== undefined && rules.field(call.userId, object, name).read;
  if (layout === undefined) {
    const fields = object.fields.filter((field) => isVisible(field.name));
    const items = fields.map((field) => ({ field: field.name, emptySpace: false, behavior: 'Edit' as const }));
    const half = Math.ceil(items.length / 2);
    const columns = [items.slice(0, half), items.slice(half)];
    const section = { label: object.label, style: 'TwoColumnsTopToBottom', detailHeading: true, columns };
    return { sections: [section], relatedLists: [] };
  }
  return {
    sections: layout.sections.map((section) => ({
      ...section,
      columns: section.columns.map((column) => column.filter((item) => isVisible(item.field))),
    })),
    relatedLists: layout.relatedLists,
  };
}

export const recordPage: Operation = (call) => {
  const object = objectFor(call);
  const { rules } = call.hosted.org;
  return json({
    object: object.name,
    page: pageOf(call, object) ?? null,
    compactFields: compactFields(call, object).filter(
      (name) => object.field(name) !== undefined && rules.field(call.userId, object, name).read,
    ),
    layout: layoutOf(call, object),
  });
};
