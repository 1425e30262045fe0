/** Values that are compared with a picklist must be among its values. */
import type { MetadataFile } from '../project/project.ts';
import { suggestion } from '../suggest.ts';
import { childOf, childrenOf, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain } from './context.ts';
import type { RuleContext } from './context.ts';

/** Values that a picklist can hold; undefined where it is not restricted, or its values stand elsewhere. */
export function choicesOf(context: RuleContext, object: string, field: string): string[] | undefined {
  const set = childOf(context.project.objects.field(object, field)?.element, 'valueSet');
  const definition = childOf(set, 'valueSetDefinition');
  if (!definition || !isTrue(set, 'restricted')) return undefined;
  return childrenOf(definition, 'value').flatMap((value) => valueOf(value, 'fullName') ?? []);
}

/** Refuses a value (or one of several, separated by commas) that the picklist of this name cannot hold. */
export function needChoice(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  object: string,
  field: string,
): void {
  const known = choicesOf(context, object, field)?.map((value) => value.toLowerCase());
  if (!known || known.includes(element.text.toLowerCase())) return;
  for (const value of element.text.split(',')) {
    const wanted = value.trim();
    if (wanted === '' || known.includes(wanted.toLowerCase())) continue;
    const hint = suggestion(wanted, choicesOf(context, object, field) ?? []);
    complain(context, file, element, `${wanted} is no value of ${object}.${field}.${hint}`);
  }
}
