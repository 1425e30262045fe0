/** Paths over relationships, such as `Package__r.Owner.Name`. */
import { isCustomName } from '../project/names.ts';
import type { MetadataFile } from '../project/project.ts';
import { valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain, needField } from './context.ts';
import type { RuleContext } from './context.ts';
import { suggestion } from '../suggest.ts';

/** Refuses a path whose relationships or field do not exist. What leads out of the project is not followed. */
export function needPath(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  object: string,
  path: string,
): void {
  const segments = path.split('.');
  let at: string | undefined = object;
  for (const segment of segments.slice(0, -1)) {
    const target = targetOf(context, at, segment);
    if (target === 'missing') {
      const names = relationNames(context, at);
      complain(context, file, element, `Relationship ${segment} does not exist on ${at}.${suggestion(segment, names)}`);
      return;
    }
    at = target;
    if (at === undefined) return;
  }
  needField(context, file, element, at, segments.at(-1));
}

/** The object a relationship leads to; undefined where that is not known. */
export function targetOf(context: RuleContext, object: string, relation: string): string | undefined {
  const { objects } = context.project;
  if (objects.standing(object) !== 'exists') return undefined;
  if (/__r$/i.test(relation)) {
    const name = relation.replace(/__r$/i, '__c');
    const part = objects.field(object, name);
    if (part) return valueOf(part.element, 'referenceTo');
    return objects.fieldStanding(object, name) === 'missing' ? 'missing' : undefined;
  }
  if (/^(Owner|CreatedBy|LastModifiedBy)$/i.test(relation))
    return relation.toLowerCase() === 'owner' ? undefined : 'User';
  return undefined;
}

function relationNames(context: RuleContext, object: string): string[] {
  return context.project.objects
    .fieldNames(object)
    .filter((name) => isCustomName(name))
    .map((name) => name.replace(/__c$/i, '__r'));
}
