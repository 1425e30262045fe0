/** Picklists: their values, where they come from, and which other field decides on them. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ObjectPart, ProjectObject } from '../project/objects.ts';
import { packageOf } from '../tables/cache.ts';
import { childOf, childrenOf, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain, needComponent, needField } from './context.ts';
import type { RuleContext } from './context.ts';
import type { MetadataFile } from '../project/project.ts';
import { nearest } from '../suggest.ts';

let standardSets: ReadonlySet<string> | undefined;

/** Names of the value sets that every org has. */
function standardValueSets(): ReadonlySet<string> {
  if (standardSets) return standardSets;
  const require = createRequire(import.meta.url);
  const { folder } = packageOf(require.resolve('@salesforce/source-deploy-retrieve'));
  const table = require(path.join(folder, 'lib', 'src', 'registry', 'stdValueSetRegistry.json')) as {
    readonly fullnames: readonly string[];
  };
  standardSets = new Set(table.fullnames);
  return standardSets;
}

export function checkPicklist(context: RuleContext, object: ProjectObject, part: ObjectPart): void {
  const set = childOf(part.element, 'valueSet');
  if (!set) return;
  const definition = childOf(set, 'valueSetDefinition');
  const named = childOf(set, 'valueSetName');
  if (definition && named) {
    context.report.add(part.file.path, named, 'A picklist has values of its own or those of a value set, not both.');
  }
  if (!definition && !named && /__c$/i.test(part.name)) {
    context.report.add(part.file.path, set, 'The <valueSet> states neither <valueSetDefinition> nor <valueSetName>.');
  }
  if (named && !standardValueSets().has(named.text)) {
    needComponent(context, part.file, named, 'GlobalValueSet', named.text, 'Global value set');
  }
  if (definition) checkValues(context, part.file, childrenOf(definition, 'value'), valueOf(part.element, 'type'));
  const controlling = childOf(set, 'controllingField');
  if (controlling) needField(context, part.file, controlling, object.name, controlling.text);
  checkSettings(context, object, part, set, definition);
}

export function checkValueSets(context: RuleContext): void {
  for (const file of context.project.ofType('GlobalValueSet')) {
    checkValues(context, file, childrenOf(file.root, 'customValue'), 'Picklist');
  }
}

function checkValues(
  context: RuleContext,
  file: MetadataFile,
  values: readonly XmlElement[],
  type: string | undefined,
): void {
  const seen = new Map<string, number>();
  let first: XmlElement | undefined;
  for (const value of values) {
    const name = childOf(value, 'fullName');
    if (!name) {
      context.report.add(file.path, value, 'Required element <fullName> is missing: a picklist value states it.');
      continue;
    }
    const key = name.text.toLowerCase();
    const before = seen.get(key);
    if (before !== undefined)
      complain(context, file, name, `The value ${name.text} is there already, in line ${before}.`);
    seen.set(key, name.line);
    const isDefault = childOf(value, 'default');
    if (isDefault?.text !== 'true') continue;
    if (first && type === 'Picklist') {
      complain(context, file, isDefault, `A picklist has one default, and line ${first.line} has it.`);
    }
    first ??= isDefault;
  }
}

function checkSettings(
  context: RuleContext,
  object: ProjectObject,
  { file }: ObjectPart,
  set: XmlElement,
  definition: XmlElement | undefined,
): void {
  const own = definition ? namesOf(definition) : undefined;
  const controllingName = valueOf(set, 'controllingField');
  const controlling = controllingName ? context.project.objects.field(object.name, controllingName) : undefined;
  const above = controlling && childOf(childOf(controlling.element, 'valueSet'), 'valueSetDefinition');
  const allowed = above ? namesOf(above) : undefined;
  for (const setting of childrenOf(set, 'valueSettings')) {
    const name = childOf(setting, 'valueName');
    if (name && own && !own.includes(name.text)) {
      complain(context, file, name, `${name.text} is no value of this picklist.${did(nearest(name.text, own))}`);
    }
    for (const value of childrenOf(setting, 'controllingFieldValue')) {
      if (!allowed || allowed.includes(value.text)) continue;
      complain(
        context,
        file,
        value,
        `${value.text} is no value of ${controllingName ?? ''}.${did(nearest(value.text, allowed))}`,
      );
    }
  }
}

function namesOf(definition: XmlElement): string[] {
  return childrenOf(definition, 'value').flatMap((value) => valueOf(value, 'fullName') ?? []);
}

function did(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean ${name}?`;
}
