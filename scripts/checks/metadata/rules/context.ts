/** What every rule is given, and how it says that a reference leads nowhere. */
import type { ApiTypes } from '../tables/api-types.ts';
import { isCustomName } from '../project/names.ts';
import type { MetadataFile, Project } from '../project/project.ts';
import type { Report } from '../report.ts';
import { nearest } from '../suggest.ts';
import type { Place, XmlElement } from '../xml/element.ts';

export interface RuleContext {
  readonly project: Project;
  readonly api: ApiTypes;
  readonly report: Report;
}

/** Where the value of an element begins. */
export function valuePlace(element: XmlElement): Place {
  return element.text === '' ? element : element.placeOf(element.rawText.search(/\S/));
}

/** Reports at the value of an element. */
export function complain(context: RuleContext, file: MetadataFile, element: XmlElement, message: string): void {
  context.report.add(file.path, valuePlace(element), message);
}

function hint(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean ${name}?`;
}

/**
 * Refuses the name of an object that does not exist. A standard name that no library knows may be newer than the
 * library, so it counts as wrong only when it looks like a misspelt one.
 * @returns whether the object may be relied on
 */
export function needObject(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  name: string | undefined,
): boolean {
  if (!name) return false;
  const { objects } = context.project;
  const standing = objects.standing(name);
  if (standing === 'exists') return true;
  const near = nearest(name, objects.names());
  if (standing === 'missing' || (!context.project.isForeign(name) && near !== undefined)) {
    complain(context, file, element, `Object ${name} does not exist.${hint(near)}`);
  }
  return false;
}

/** Refuses a field that does not exist on an object; a path such as `Account__r.Name` is followed. */
export function needField(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  object: string,
  name: string | undefined,
): void {
  if (!name) return;
  const { objects } = context.project;
  const standing = objects.fieldStanding(object, name);
  if (standing === 'exists') return;
  if (objects.standing(object) !== 'exists' || context.project.isForeign(name)) return;
  const near = nearest(name, objects.fieldNames(object));
  if (standing === 'missing' || (near !== undefined && !isSameWord(near, name))) {
    complain(context, file, element, `Field ${name} does not exist on ${object}.${hint(near)}`);
  }
}

/** Metadata names some fields without the `Id` or the `Is` of their column. */
function isSameWord(near: string, name: string): boolean {
  const strip = (text: string): string => text.toLowerCase().replace(/^is|id$/g, '');
  return !isCustomName(near) && strip(near) === strip(name);
}

/** Refuses the name of a component that only the project itself can bring. */
export function needComponent(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  type: string,
  name: string | undefined,
  word = type,
): boolean {
  if (!name) return false;
  const standing = context.project.standing(type, name);
  if (standing === 'exists') return true;
  const near = nearest(name, context.project.namesOf(type));
  if (standing === 'missing' || (near !== undefined && !context.project.isForeign(name))) {
    complain(context, file, element, `${word} ${name} does not exist.${hint(near)}`);
  }
  return false;
}

/** Refuses a name only where it looks like a misspelt one of the project: it may well exist in the org. */
export function noMisspelling(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  type: string,
  name: string | undefined,
): void {
  if (!name || context.project.find(type, name)) return;
  const near = nearest(name, context.project.namesOf(type));
  if (near !== undefined && !context.project.isForeign(name)) {
    complain(context, file, element, `${type} ${name} does not exist.${hint(near)}`);
  }
}
