/** Modifiers and annotations of a declaration. */
import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { ApexAnnotation } from '../contract.ts';
import { fail } from '../problems.ts';
import { literalText } from '../parse/literals.ts';
import type { Modifiers, Visibility } from './model.ts';

const VISIBILITIES: readonly Visibility[] = ['private', 'protected', 'public', 'global'];

export function readModifiers(
  contexts: readonly ModifierContext[],
  defaultVisibility: Visibility = 'private',
): Modifiers {
  const words = new Set<string>();
  const annotations: ApexAnnotation[] = [];
  for (const context of contexts) {
    const annotation = context.annotation() as AnnotationContext | null;
    if (annotation) {
      annotations.push(readAnnotation(annotation));
      continue;
    }
    const word = context.getText().toLowerCase();
    if (words.has(word)) fail(`Duplicate modifier: ${word}`, context);
    words.add(word);
  }
  if (words.has('testmethod')) annotations.push({ name: 'istest', arguments: {} });
  const visibility = words.has('webservice') ? 'global' : VISIBILITIES.find((each) => words.has(each));
  return {
    visibility: visibility ?? defaultVisibility,
    hasVisibility: visibility !== undefined,
    isStatic: words.has('static'),
    isAbstract: words.has('abstract'),
    isVirtual: words.has('virtual'),
    isOverride: words.has('override'),
    isFinal: words.has('final'),
    isTransient: words.has('transient'),
    sharing: words.has('withsharing')
      ? 'with'
      : words.has('withoutsharing')
        ? 'without'
        : words.has('inheritedsharing')
          ? 'inherited'
          : 'none',
    annotations,
  };
}

function readAnnotation(context: AnnotationContext): ApexAnnotation {
  const found: Record<string, string> = {};
  const single = context.elementValue() as ElementValueContext | null;
  if (single) found['value'] = valueText(single);
  const pairs = context.elementValuePairs();
  for (const pair of pairs ? pairs.elementValuePair_list() : [])
    found[pair.id().getText()] = valueText(pair.elementValue());
  return { name: context.id().getText().toLowerCase(), arguments: found };
}

function valueText(context: ElementValueContext): string {
  const text = context.getText();
  return text.startsWith("'") ? literalText(text) : text;
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name === name);
}
