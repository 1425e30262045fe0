/** Lightning web components as metadata: targets, configuration, and the properties that pages may set. */
import type { MetadataFile } from '../project/project.ts';
import { TOP } from '../report.ts';
import { attributeOf, childOf, childrenOf, descendants, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { nearest, suggestion } from '../suggest.ts';
import { complain, needObject } from './context.ts';
import type { RuleContext } from './context.ts';
import { TARGETS } from './page-tables.ts';

/** Children of each element of a target's configuration; `null` takes anything. */
const CONFIGURATION: Readonly<Record<string, readonly string[] | null>> = {
  targetConfigs: ['targetConfig'],
  targetConfig: [
    'property',
    'propertyType',
    'objects',
    'supportedFormFactors',
    'event',
    'actionType',
    'hasStep',
    'configurationEditor',
    'targetType',
    'sourceType',
    'ai',
    'capabilities',
  ],
  objects: ['object'],
  supportedFormFactors: ['supportedFormFactor'],
  property: ['dataSource', 'ai', 'schema', 'skipPopulateAction'],
  targetType: null,
  sourceType: null,
  ai: null,
  event: null,
  capabilities: null,
};

const PROPERTY_ATTRIBUTES = [
  'name',
  'type',
  'label',
  'description',
  'default',
  'required',
  'datasource',
  'placeholder',
  'min',
  'max',
  'role',
  'translatable',
  'exposedTo',
  'extendsValue',
  'filter',
  'screenResponsive',
  'exposedOnSmartOnFhir',
];

export function checkBundles(context: RuleContext): void {
  const { project, report } = context;
  const files = new Map<string, string[]>();
  for (const path of project.paths) {
    const match = /^(.*\/lwc\/([^/]+))\/([^/]+)$/.exec(path);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    files.set(match[1], [...(files.get(match[1]) ?? []), match[3] ?? '']);
  }
  for (const [folder, names] of files) {
    const bundle = folder.split('/').at(-1) ?? '';
    if (!/^[a-z]\w*$/.test(bundle) || bundle.includes('__') || bundle.endsWith('_')) {
      if (names.some((name) => name.endsWith('-meta.xml'))) {
        const path = `${folder}/${names.find((name) => name.endsWith('-meta.xml')) ?? ''}`;
        report.add(
          path,
          TOP,
          `${bundle} is no name of a component: it begins with a small letter and holds letters, digits and _.`,
        );
      }
    }
    const described = names.some((name) => name.endsWith('.js-meta.xml'));
    const hasCode = names.some((name) => new RegExp(`^${bundle}\\.(js|ts|html|css)$`).test(name));
    if (hasCode && !described) {
      report.add(
        `${folder}/${names.find((name) => name.startsWith(`${bundle}.`)) ?? ''}`,
        TOP,
        `The component has no ${bundle}.js-meta.xml.`,
      );
    }
  }
  for (const file of project.ofType('LightningComponentBundle')) {
    const stem = file.path.slice(0, file.path.lastIndexOf('/') + 1) + file.name;
    // Modules without markup deploy whatever the name of their description is.
    const isModule = !project.paths.includes(`${stem}.html`) && valueOf(file.root, 'isExposed') !== 'true';
    if (!file.path.endsWith(`/${file.name}.js-meta.xml`) && !isModule) {
      report.add(file.path, TOP, `The file must be named ${file.name}.js-meta.xml, as its bundle.`);
    }
    checkTargets(context, file);
  }
}

function checkTargets(context: RuleContext, file: MetadataFile): void {
  const targets = childrenOf(childOf(file.root, 'targets'), 'target');
  for (const target of targets) {
    const near = TARGETS.includes(target.text) ? undefined : nearest(target.text, TARGETS);
    if (near !== undefined) complain(context, file, target, `Unknown target ${target.text}. Did you mean ${near}?`);
  }
  const configs = childOf(file.root, 'targetConfigs');
  if (!configs) return;
  checkConfiguration(context, file, configs);
  const known = targets.map(({ text }) => text);
  const seen = new Set<string>();
  for (const config of childrenOf(configs, 'targetConfig')) {
    const stated = attributeOf(config, 'targets');
    if (stated === undefined) {
      context.report.add(file.path, config, 'A <targetConfig> names its targets in the attribute of that name.');
      continue;
    }
    for (const target of stated.split(',').map((one) => one.trim())) {
      if (target === '') continue;
      if (!known.includes(target)) {
        context.report.add(
          file.path,
          config,
          `The configuration is for ${target}, which is none of the component's targets.${suggestion(target, known)}`,
        );
      }
      if (seen.has(target)) context.report.add(file.path, config, `There is a configuration for ${target} already.`);
      seen.add(target);
    }
    checkProperties(context, file, config);
    for (const object of childrenOf(childOf(config, 'objects'), 'object')) {
      if (object.text !== '*') needObject(context, file, object, object.text);
    }
  }
}

function checkConfiguration(context: RuleContext, file: MetadataFile, element: XmlElement): void {
  const allowed = CONFIGURATION[element.name];
  if (allowed === undefined || allowed === null) return;
  for (const child of element.children) {
    if (!allowed.includes(child.name)) {
      const near = suggestion(child.name, allowed);
      context.report.add(file.path, child, `Unknown element <${child.name}> in <${element.name}>.${near}`);
    } else checkConfiguration(context, file, child);
  }
}

function checkProperties(context: RuleContext, file: MetadataFile, config: XmlElement): void {
  const exposed = exposedProperties(context, file);
  const seen = new Set<string>();
  for (const property of childrenOf(config, 'property')) {
    for (const attribute of property.attributes) {
      const near = PROPERTY_ATTRIBUTES.includes(attribute.name)
        ? undefined
        : nearest(attribute.name, PROPERTY_ATTRIBUTES);
      if (near !== undefined) {
        context.report.add(
          file.path,
          attribute,
          `Unknown attribute ${attribute.name} of <property>. Did you mean ${near}?`,
        );
      }
    }
    const name = attributeOf(property, 'name');
    if (!name || !attributeOf(property, 'type')) {
      const missing = name ? 'type' : 'name';
      context.report.add(file.path, property, `A <property> states its ${missing}.`);
      continue;
    }
    if (seen.has(name)) context.report.add(file.path, property, `The property ${name} is there already.`);
    seen.add(name);
    if (exposed && !exposed.includes(name)) {
      context.report.add(
        file.path,
        property,
        `The component has no public property ${name}: @api is missing in its class.${suggestion(name, exposed)}`,
      );
    }
  }
}

/** Names after `@api` in the component's class; undefined where a class of unknown kind may bring more. */
function exposedProperties({ project }: RuleContext, file: MetadataFile): string[] | undefined {
  const stem = file.path.slice(0, -'.js-meta.xml'.length);
  const text = project.text(`${stem}.ts`) || project.text(`${stem}.js`);
  const parent = /class\s+\w*\s*extends\s+([^{]+?)\s*\{/.exec(text)?.[1];
  if (parent !== 'LightningElement') return undefined;
  return [...text.matchAll(/@api\s+(?:(?:get|set|async|static|readonly|declare)\s+)*([\w$]+)/g)].flatMap(
    (match) => match[1] ?? [],
  );
}

/** Properties that a page of this target may set; undefined where nothing can be said. */
export function pageProperties(context: RuleContext, bundle: string, target: string): string[] | undefined {
  const file = context.project.find('LightningComponentBundle', bundle);
  if (!file) return undefined;
  const configs = childrenOf(childOf(file.root, 'targetConfigs'), 'targetConfig').filter((config) =>
    (attributeOf(config, 'targets') ?? '').split(',').some((one) => one.trim() === target),
  );
  return configs.flatMap((config) =>
    [...descendants(config)]
      .filter(({ name }) => name === 'property')
      .flatMap((property) => attributeOf(property, 'name') ?? []),
  );
}
