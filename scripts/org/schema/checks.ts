/** Checks across components: everything that one names must be there. */
import type { ComponentProblem, MetadataComponent } from '../types.ts';
import type { ObjectReading } from './read/object.ts';
import type { OrgSchema } from './model.ts';

/** An object file that was read, with the component it came from. */
export interface ReadObject {
  readonly component: MetadataComponent;
  readonly reading: ObjectReading;
}

export function checkReferences(
  schema: OrgSchema,
  objects: readonly ReadObject[],
  components: readonly MetadataComponent[],
): ComponentProblem[] {
  return [
    ...objects.flatMap((one) => checkObject(schema, one)),
    ...components.flatMap((component) => checkPermissions(schema, component)),
    ...components.flatMap((component) => checkPage(schema, component)),
    ...checkCustomMetadata(schema, components),
  ];
}

function problem(component: MetadataComponent, message: string, line?: number): ComponentProblem {
  const { type, fullName, path } = component;
  return { type, fullName, path, message, ...(line === undefined ? {} : { line }) };
}

function checkObject(schema: OrgSchema, { component, reading }: ReadObject): ComponentProblem[] {
  const object = schema.requireObject(reading.data.name);
  const found: ComponentProblem[] = [];
  const childNames = new Map<string, string>();
  for (const field of object.fields) {
    const line = reading.lines.get(`field:${field.name.toLowerCase()}`);
    if (line === undefined) continue;
    for (const target of field.referenceTo) {
      if (!schema.object(target)) {
        found.push(
          problem(
            component,
            `${object.name}.${field.name}: referenceTo value of '${target}' does not resolve to a valid sObject type`,
            line,
          ),
        );
      }
    }
    const child =
      field.childRelationshipName && `${field.referenceTo[0] ?? ''}.${field.childRelationshipName}`.toLowerCase();
    if (child && childNames.has(child)) {
      found.push(
        problem(
          component,
          `${object.name}.${field.name}: relationshipName is already used by ${childNames.get(child) ?? ''}`,
          line,
        ),
      );
    }
    if (child) childNames.set(child, field.name);
    if (field.controllingField && !object.field(field.controllingField)) {
      found.push(
        problem(
          component,
          `${object.name}.${field.name}: controllingField ${field.controllingField} does not exist`,
          line,
        ),
      );
    }
  }
  for (const rule of reading.data.validationRules) {
    if (rule.errorField && !object.field(rule.errorField)) {
      found.push(
        problem(component, `${object.name}.${rule.name}: errorDisplayField ${rule.errorField} does not exist`),
      );
    }
  }
  for (const layout of reading.compactLayouts) {
    for (const field of layout.fields) {
      if (!object.field(field))
        found.push(problem(component, `${object.name}.${layout.name}: In field: ${field} - no such field`));
    }
  }
  for (const view of reading.listViews) {
    const missing = [...view.columns, ...view.filters.map((filter) => filter.field)].filter(
      (name) => name.endsWith('__c') && !object.field(name),
    );
    for (const name of missing)
      found.push(problem(component, `${object.name}.${view.name}: Could not resolve list view column: ${name}`));
  }
  return found;
}

function checkPermissions(schema: OrgSchema, component: MetadataComponent): ComponentProblem[] {
  const source =
    component.type === 'PermissionSet'
      ? schema.metadata.permissionSets
      : component.type === 'Profile'
        ? schema.metadata.profiles
        : undefined;
  const set = source?.get(component.fullName.toLowerCase());
  if (!set) return [];
  const found: ComponentProblem[] = [];
  for (const { object } of set.objectPermissions) {
    if (!schema.object(object))
      found.push(problem(component, `In field: field - no CustomObject named ${object} found`));
  }
  for (const { field, edit } of set.fieldPermissions) {
    const [objectName = '', fieldName = ''] = field.split('.');
    const known = schema.object(objectName)?.field(fieldName);
    if (!known) found.push(problem(component, `In field: field - no CustomField named ${field} found`));
    else if (!known.permissionable) found.push(problem(component, `You cannot deploy to a required field: ${field}`));
    else if (edit && !known.updateable && !known.createable) {
      found.push(problem(component, `Field ${field} is not editable`));
    }
  }
  for (const name of set.customPermissions) {
    if (!schema.metadata.customPermissions.has(name.toLowerCase())) {
      found.push(problem(component, `In field: customPermission - no CustomPermission named ${name} found`));
    }
  }
  return found;
}

function checkPage(schema: OrgSchema, component: MetadataComponent): ComponentProblem[] {
  const key = component.fullName.toLowerCase();
  if (component.type === 'CustomTab') {
    const tab = [...schema.metadata.tabs.values()].find((one) => one.name.toLowerCase().endsWith(key));
    if (tab?.kind === 'object' && !schema.object(tab.target)) {
      return [problem(component, `In field: customObject - no CustomObject named ${tab.target} found`)];
    }
  }
  if (component.type === 'FlexiPage') {
    const page = schema.metadata.flexiPages.get(key);
    if (page?.object && !schema.object(page.object)) {
      return [problem(component, `In field: sobjectType - no CustomObject named ${page.object} found`)];
    }
  }
  if (component.type === 'Layout') return checkLayout(schema, component);
  return [];
}

function checkLayout(schema: OrgSchema, component: MetadataComponent): ComponentProblem[] {
  const layout = schema.metadata.layouts.get(decodeURIComponent(component.fullName).toLowerCase());
  if (!layout) return [];
  const object = schema.object(layout.object);
  if (!object) return [problem(component, `Parent entity failed to deploy: ${layout.object}`)];
  const fields = layout.sections.flatMap((section) => section.columns.flat().flatMap((item) => item.field ?? []));
  return fields
    .filter((name) => name.endsWith('__c') && !object.field(name))
    .map((name) => problem(component, `In field: field - no CustomField named ${object.name}.${name} found`));
}

function checkCustomMetadata(schema: OrgSchema, components: readonly MetadataComponent[]): ComponentProblem[] {
  const byRecord = new Map(
    components
      .filter((one) => one.type === 'CustomMetadata')
      .map((one) => [one.fullName.split('.')[1]?.toLowerCase() ?? '', one]),
  );
  return schema.metadata.customMetadata.flatMap((record) => {
    const component = byRecord.get(record.developerName.toLowerCase());
    if (!component) return [];
    const object = schema.object(record.object);
    if (!object) return [problem(component, `Unknown custom metadata type ${record.object}`)];
    return Object.keys(record.values)
      .filter((name) => !object.field(name))
      .map((name) => problem(component, `No such field ${name} on ${record.object}`));
  });
}
