/** `ui-api/apps`, `nav-items` and `layout`: navigation and pages, from the deployed metadata. */
import type { MetadataComponent } from '../../types.ts';
import { param } from '../call.ts';
import type { Call, Operation } from '../call.ts';
import { json } from '../message.ts';
import { all, child, parseXml, textAt } from '../soap/envelope.ts';
import type { XmlNode } from '../soap/envelope.ts';
import { objectFor } from './object-info.ts';

function rootOf(component: MetadataComponent): XmlNode | undefined {
  return child(parseXml(component.content), component.type);
}

function componentsOf(call: Call, type: string): readonly MetadataComponent[] {
  return call.hosted.org.components().filter((component) => component.type === type);
}

/** One tab as a navigation item: an object's home, or a page. */
function navItem(call: Call, name: string): Record<string, unknown> {
  const object = call.hosted.org.schema.object(name.replace(/^standard-/, ''));
  const tab = call.hosted.org.component('CustomTab', name);
  const root = tab === undefined ? undefined : rootOf(tab);
  const page = textAt(root, 'flexiPage');
  const component = textAt(root, 'lwcComponent');
  const label = textAt(root, 'label') ?? object?.pluralLabel ?? name;
  const isObject = object !== undefined && page === undefined;
  return {
    available: object === undefined || call.hosted.org.rules.object(call.userId, object).read,
    content: page ?? component ?? null,
    custom: tab !== undefined,
    developerName: name,
    iconUrl: null,
    id: null,
    itemType: isObject ? 'Entity' : page === undefined ? 'LightningComponent' : 'Flexipage',
    label,
    objectApiName: isObject ? object.name : null,
    objectLabel: isObject ? object.label : null,
    objectLabelPlural: isObject ? object.pluralLabel : null,
    pageReference: isObject
      ? { type: 'standard__objectPage', attributes: { objectApiName: object.name, actionName: 'home' }, state: {} }
      : { type: 'standard__navItemPage', attributes: { apiName: name }, state: {} },
    standardType: null,
  };
}

function appOf(call: Call, component: MetadataComponent): Record<string, unknown> {
  const root = rootOf(component);
  return {
    appId: call.hosted.deployments.registry.find('CustomApplication', component.fullName)?.id ?? null,
    description: textAt(root, 'description') ?? null,
    developerName: component.fullName,
    formFactors: all(root, 'formFactors').map(String),
    headerColor: textAt(child(root, 'brand'), 'headerColor') ?? '#0070D2',
    label: textAt(root, 'label') ?? component.fullName,
    navItems: all(root, 'tabs').map((tab) => navItem(call, String(tab))),
    selected: false,
    type: 'Lightning',
    utilityBar: textAt(root, 'utilityBar') ?? null,
  };
}

export const apps: Operation = (call) => {
  const found = componentsOf(call, 'CustomApplication').map((component) => appOf(call, component));
  return json({
    apps: found.map((app, index) => ({ ...app, selected: index === 0 })),
    eTag: String(call.hosted.org.schema.version),
  });
};

export const navItems: Operation = (call) => {
  const tabs = componentsOf(call, 'CustomTab').map((component) => navItem(call, component.fullName));
  return json({ eTag: String(call.hosted.org.schema.version), navItems: tabs });
};

/** Layout of an object: its first page layout, or all its fields in one section. */
export const layout: Operation = (call) => {
  const object = objectFor(call);
  const component = componentsOf(call, 'Layout').find((entry) => entry.fullName.startsWith(`${object.name}-`));
  const root = component === undefined ? undefined : rootOf(component);
  const item = (name: string, behaviour: string | undefined): Record<string, unknown> => ({
    editableForNew: behaviour !== 'Readonly',
    editableForUpdate: behaviour !== 'Readonly',
    label: object.field(name)?.label ?? name,
    layoutComponents: [{ apiName: name, componentType: 'Field', label: object.field(name)?.label ?? name }],
    required: behaviour === 'Required',
    sortable: false,
  });
  const { rules } = call.hosted.org;
  const isVisible = (name: string): boolean =>
    object.field(name) !== undefined && rules.field(call.userId, object, name).read;
  const sections = all(root, 'layoutSections').map((section) => ({
    collapsible: false,
    heading: textAt(section, 'label') ?? '',
    layoutRows: all(section, 'layoutColumns').map((column) => ({
      layoutItems: all(column, 'layoutItems').flatMap((entry) => {
        const name = textAt(entry, 'field');
        return name !== undefined && isVisible(name) ? [item(name, textAt(entry, 'behavior'))] : [];
      }),
    })),
    useHeading: textAt(section, 'detailHeading') !== 'false',
  }));
  const everything = object.fields
    .filter((field) => isVisible(field.name))
    .map((field) => ({ layoutItems: [item(field.name, undefined)] }));
  return json({
    layoutType: call.query.get('layoutType') ?? 'Full',
    mode: call.query.get('mode') ?? 'View',
    objectApiName: object.name,
    recordTypeId: '012000000000000AAA',
    sections:
      sections.length > 0
        ? sections
        : [{ collapsible: false, heading: object.label, layoutRows: everything, useHeading: true }],
  });
};

/** A page or a list of its type as stored, for the shell that renders flexipages. */
export const flexiPage: Operation = (call) => {
  const name = param(call, 'name');
  const component = call.hosted.org.component('FlexiPage', name);
  return component === undefined
    ? json([{ errorCode: 'NOT_FOUND', message: `The page ${name} does not exist` }], 404)
    : json({ name, xml: component.content });
};
