/** Every element of a file against the Metadata API's types: known, in its place, complete, and of the right value. */
import type { ApiProperty, ApiTypes } from '../tables/api-types.ts';
import type { MetadataFile } from '../project/project.ts';
import type { Report } from '../report.ts';
import { nearest, suggestion } from '../suggest.ts';
import { attributeOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import {
  DATES,
  EXTRA_ELEMENTS,
  EXTRA_VALUES,
  INTEGERS,
  OPTIONAL,
  ROOT_NAMES,
  WITHOUT_NAMESPACE,
} from './shape-tables.ts';

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** What the Tooling API writes; a deploy takes it too. */
const TOOLING_NAMESPACE = 'urn:metadata.tooling.soap.sforce.com';
/** Types whose content is described elsewhere; `js-meta.xml` files have a check of their own. */
const OWN_CHECK = new Set(['LightningComponentBundle.targetConfigs', 'LightningComponentBundle.capabilities']);

/** Root elements that stand for a type of another name. */
function rootTypes(file: MetadataFile, types: ApiTypes): readonly string[] {
  if (file.types.includes('Settings'))
    return [`${file.name}Settings`, ...file.types.filter((one) => one !== 'Settings')];
  return file.types.filter((type) => types.types[type]).flatMap((type) => [type, ROOT_NAMES[type] ?? []].flat());
}

export function checkShape(file: MetadataFile, api: ApiTypes, report: Report): void {
  const { root } = file;
  if (file.types.length === 0) return;
  const expected = rootTypes(file, api);
  if (expected.length === 0) return;
  if (!expected.includes(root.name)) {
    report.add(
      file.path,
      root,
      `The root element is <${root.name}>, but a file of this name holds ${expected.join(' or ')}.${suggestion(root.name, expected)}`,
    );
    return;
  }
  const namespace = attributeOf(root, 'xmlns');
  if (
    namespace !== METADATA_NAMESPACE &&
    namespace !== TOOLING_NAMESPACE &&
    !(namespace === undefined && WITHOUT_NAMESPACE.has(file.type))
  ) {
    report.add(
      file.path,
      root,
      namespace === undefined
        ? `<${root.name}> states no namespace: xmlns="${METADATA_NAMESPACE}" is missing.`
        : `The namespace ${namespace} is not the Metadata API's: ${METADATA_NAMESPACE}.`,
    );
  }
  if (api.types[root.name]) new ShapeCheck(file.path, api, report).element(root, root.name);
}

class ShapeCheck {
  private readonly path: string;
  private readonly api: ApiTypes;
  private readonly report: Report;
  private readonly parents: string[] = [];

  constructor(path: string, api: ApiTypes, report: Report) {
    this.path = path;
    this.api = api;
    this.report = report;
  }

  /** An element of a complex type. */
  element(element: XmlElement, type: string): void {
    const properties = this.propertiesOf(type);
    // A doubled `>` after a tag is text too, and the platform passes over it.
    if (element.text !== '' && !/^>+$/.test(element.text)) {
      this.report.add(
        this.path,
        element.placeOf(element.rawText.search(/\S/)),
        `<${element.name}> holds elements, not text: "${shorten(element.text)}" does not belong here.`,
      );
    }
    const seen = new Map<string, { readonly index: number; readonly element: XmlElement }>();
    this.parents.push(type);
    element.children.forEach((child, index) => {
      const property = properties[child.name];
      if (!property) this.unknown(child, element, type, properties);
      else {
        this.repetition(child, index, property, seen.get(child.name), type);
        this.child(child, property, type);
      }
      seen.set(child.name, { index, element: child });
    });
    this.parents.pop();
    for (const [name, property] of Object.entries(properties)) {
      if (!property.required || seen.has(name) || OPTIONAL.has(`${type}.${name}`)) continue;
      // A misspelt element was reported as such already.
      if (element.children.some((child) => !properties[child.name] && nearest(child.name, [name]))) continue;
      this.report.add(this.path, element, `Required element <${name}> is missing in <${element.name}> (${type}).`);
    }
  }

  private propertiesOf(type: string): Readonly<Record<string, ApiProperty>> {
    const extra = EXTRA_ELEMENTS[type];
    const own = this.api.types[type] ?? {};
    return extra ? { ...own, ...extra } : own;
  }

  private unknown(
    child: XmlElement,
    element: XmlElement,
    type: string,
    properties: Readonly<Record<string, ApiProperty>>,
  ): void {
    const near = nearest(child.name, Object.keys(properties));
    const home = near === undefined ? this.homeOf(child.name, type) : undefined;
    const hint =
      near !== undefined ? ` Did you mean <${near}>?` : home !== undefined ? ` It belongs into ${home}.` : '';
    this.report.add(this.path, child, `Unknown element <${child.name}> in <${element.name}> (${type}).${hint}`);
  }

  /** Where an element of this name could stand: in one of the parents, or in a part of this type. */
  private homeOf(name: string, type: string): string | undefined {
    for (const parent of [...this.parents].reverse()) {
      if (parent !== type && this.propertiesOf(parent)[name]) return parent;
    }
    for (const [element, property] of Object.entries(this.propertiesOf(type))) {
      if (this.api.types[property.type]?.[name]) return `<${element}>`;
    }
    return undefined;
  }

  private repetition(
    child: XmlElement,
    index: number,
    property: ApiProperty,
    before: { readonly index: number; readonly element: XmlElement } | undefined,
    type: string,
  ): void {
    if (!before) return;
    if (!property.many) {
      this.report.add(
        this.path,
        child,
        `Element <${child.name}> is duplicated: ${type} takes one, and line ${before.element.line} has it.`,
      );
    } else if (before.index !== index - 1) {
      this.report.add(
        this.path,
        child,
        `Element <${child.name}> is duplicated at this location in type ${type}: all of them must stand together, after line ${before.element.line}.`,
      );
    }
  }

  private child(child: XmlElement, property: ApiProperty, owner: string): void {
    const name = `${owner}.${child.name}`;
    if (OWN_CHECK.has(name) || property.type === 'any') return;
    if (attributeOf(child, 'xsi:nil') === 'true') return;
    if (this.api.types[property.type]) this.element(child, property.type);
    else if (child.children.length > 0) {
      const inner = child.children[0] as XmlElement;
      this.report.add(
        this.path,
        inner,
        `Misplaced element <${inner.name}>: <${child.name}> (${name}) holds a value, not elements.`,
      );
    } else this.value(child, property, name);
  }

  private value(element: XmlElement, property: ApiProperty, name: string): void {
    const values = this.api.enums[property.type];
    const { text } = element;
    const wrong = (message: string): void => {
      const at = element.text === '' ? element : element.placeOf(element.rawText.search(/\S/));
      this.report.add(this.path, at, message);
    };
    if (values) {
      if (values.includes(text) || EXTRA_VALUES[property.type]?.includes(text)) return;
      if (element.rawText === '' && values.length > 0 && text === '') {
        wrong(`<${element.name}> is empty: it takes one of ${list(values)}.`);
      } else {
        wrong(
          `"${shorten(text)}" is no value of <${element.name}> (${property.type}).${suggestion(text, values) || ` It takes ${list(values)}.`}`,
        );
      }
    } else if (property.type === 'boolean') {
      if (!/^(true|false|0|1)$/.test(text)) {
        wrong(`<${element.name}> is a boolean: "${shorten(text)}" is neither true nor false.`);
      }
    } else if (property.type === 'number') {
      const whole = INTEGERS.has(element.name);
      const pattern = whole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
      if (!pattern.test(text)) {
        wrong(`<${element.name}> is ${whole ? 'an integer' : 'a number'}: "${shorten(text)}" is none.`);
      }
    } else if (DATES[name]) {
      const kind = DATES[name];
      if (!isDate(text, kind)) wrong(`<${element.name}> is a ${kind}: "${shorten(text)}" is none.`);
    }
  }
}

/** `2026-02-28`, or `2026-02-28T12:00:00.000Z`; the day must exist. */
export function isDate(text: string, kind: 'date' | 'dateTime'): boolean {
  const pattern =
    kind === 'date'
      ? /^(\d{4}-\d{2}-\d{2})$/
      : /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/;
  const day = pattern.exec(text)?.[1];
  if (day === undefined) return false;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

function list(values: readonly string[]): string {
  return values.length <= 12 ? values.join(', ') : `${values.slice(0, 12).join(', ')}, ...`;
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
