/**
 * Shapes of metadata files as tables: which elements a type has and how each is read. An element that is not in the table is
 * a problem by name and line, so the shape is at the same time the support list.
 */
import type { ComponentProblem } from '../types.ts';
import type { XmlElement } from './xml.ts';

/** How one element is read: once as text, as text list, once or many times by a nested shape, one of some words, or left aside. */
export type Reading =
  | 'text'
  | 'boolean'
  | 'number'
  | 'texts'
  | 'element'
  | 'aside'
  | { readonly words: readonly string[] }
  | { readonly one: Shape }
  | { readonly many: Shape };

export type Shape = { readonly [element: string]: Reading };

type Value<R> = R extends 'text'
  ? string | undefined
  : R extends 'boolean'
    ? boolean | undefined
    : R extends 'number'
      ? number | undefined
      : R extends 'texts'
        ? string[]
        : R extends 'element'
          ? XmlElement | undefined
          : R extends 'aside'
            ? undefined
            : R extends { readonly words: readonly (infer W)[] }
              ? W | undefined
              : R extends { readonly one: infer S extends Shape }
                ? Read<S> | undefined
                : R extends { readonly many: infer S extends Shape }
                  ? Read<S>[]
                  : never;

/** Typed content of an element that was read by shape `S`. */
export type Read<S extends Shape> = { readonly [K in keyof S]: Value<S[K]> } & { readonly $line: number };

/** Collects the problems of one component. */
export class Problems {
  readonly all: ComponentProblem[] = [];
  readonly #component: { readonly type: string; readonly fullName: string; readonly path: string };
  constructor(component: { readonly type: string; readonly fullName: string; readonly path: string }) {
    this.#component = component;
  }
  add(message: string, line?: number): void {
    const { type, fullName, path } = this.#component;
    this.all.push({ type, fullName, path, message, ...(line === undefined ? {} : { line }) });
  }
}

/** Reads `element` by `shape`; everything unknown or malformed becomes a problem. `typeName` stands in the messages. */
export function readShape<const S extends Shape>(
  element: XmlElement,
  shape: S,
  typeName: string,
  problems: Problems,
): Read<S> {
  const out: Record<string, unknown> = { $line: element.line };
  for (const [name, reading] of Object.entries(shape)) {
    if (reading === 'texts' || (typeof reading === 'object' && 'many' in reading)) out[name] = [];
  }
  for (const child of element.children) {
    const reading = Object.hasOwn(shape, child.name) ? shape[child.name] : undefined;
    if (reading === undefined) {
      problems.add(`Element ${child.name} invalid at this location in type ${typeName}`, child.line);
      continue;
    }
    if (reading === 'texts') (out[child.name] as string[]).push(child.text);
    else if (typeof reading === 'object' && 'many' in reading) {
      (out[child.name] as unknown[]).push(readShape(child, reading.many, child.name, problems));
    } else if (out[child.name] !== undefined && reading !== 'aside') {
      problems.add(`Element ${child.name} is duplicated at this location in type ${typeName}`, child.line);
    } else out[child.name] = readValue(child, reading, problems);
  }
  return out as Read<S>;
}

function readValue(
  element: XmlElement,
  reading: Exclude<Reading, 'texts' | { many: Shape }>,
  problems: Problems,
): unknown {
  if (reading === 'aside') return undefined;
  if (reading === 'element') return element;
  if (reading === 'text') return element.text;
  if (reading === 'boolean') {
    if (element.text === 'true' || element.text === 'false') return element.text === 'true';
    problems.add(`'${element.text}' is not a valid value for the boolean element ${element.name}`, element.line);
    return undefined;
  }
  if (reading === 'number') {
    const value = Number(element.text);
    if (element.text !== '' && Number.isFinite(value)) return value;
    problems.add(`'${element.text}' is not a valid value for the number element ${element.name}`, element.line);
    return undefined;
  }
  if ('words' in reading) {
    if (reading.words.includes(element.text)) return element.text;
    problems.add(`'${element.text}' is not a valid value for the element ${element.name}`, element.line);
    return undefined;
  }
  if ('one' in reading) return readShape(element, reading.one, element.name, problems);
  return undefined;
}
