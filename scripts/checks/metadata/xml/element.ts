/** An XML document as a tree in which everything knows its place. */

/** A place in a file. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

export interface XmlAttribute extends Place {
  readonly name: string;
  readonly value: string;
}

export interface XmlElement extends Place {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Own text with references resolved, not trimmed. */
  readonly rawText: string;
  /** Same, trimmed. */
  readonly text: string;
  /** Where each character of `rawText` stands. */
  placeOf(offset: number): Place;
}

export class XmlError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, place: Place) {
    super(message);
    this.name = 'XmlError';
    this.line = place.line;
    this.column = place.column;
  }
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Trimmed text of the first child of this name, or undefined where there is none or it is empty. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text || undefined;
}

export function isTrue(element: XmlElement | undefined, name: string): boolean {
  return valueOf(element, name) === 'true';
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

/** The element itself and everything below it, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}
