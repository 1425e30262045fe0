/** Builds a description from what of some metadata the local org can read: parts it cannot are left out, each by name. */
import type { ComponentProblem, MetadataComponent } from '../types.ts';
import { buildSchema } from './index.ts';
import type { SchemaOptions } from './index.ts';
import type { OrgSchema } from './model.ts';
import { parseXml, XmlError } from './xml.ts';

/** A part that is left out can make others wrong; more rounds than this are no longer consequences. */
const MOST_ROUNDS = 40;

export interface LenientSchema {
  readonly schema: OrgSchema;
  /** The components the schema was built from, without what was left out. */
  readonly kept: readonly MetadataComponent[];
  readonly problems: readonly ComponentProblem[];
  /** Names of components and parts that were left out, lower case. */
  readonly missing: ReadonlySet<string>;
}

export function buildLeniently(components: readonly MetadataComponent[], options: SchemaOptions): LenientSchema {
  const problems: ComponentProblem[] = [];
  let kept = components;
  for (let round = 0; ; round++) {
    const built = buildSchema(kept, { ...options, extended: true });
    if (built.problems.length === 0) {
      const missing = missingNames(components, kept);
      const dependent = formulasOver(missing, kept);
      if (dependent.length === 0) return { schema: built.schema, kept, problems, missing };
      problems.push(...dependent);
      kept = without(kept, dependent, false);
      continue;
    }
    const fresh = round === 0 ? built.problems : built.problems.filter((one) => !isKnown(problems, one));
    problems.push(...fresh.map((one) => judged(one, components)));
    kept = without(kept, built.problems, round >= MOST_ROUNDS);
  }
}

const FORMULAS = new Set(['formula', 'errorConditionFormula']);

/** Formulas and rules that read what was left out. */
function formulasOver(missing: ReadonlySet<string>, components: readonly MetadataComponent[]): ComponentProblem[] {
  const found: ComponentProblem[] = [];
  if (missing.size === 0) return found;
  for (const component of components) {
    if (component.type !== 'CustomObject') continue;
    const { type, fullName, path } = component;
    for (const part of parseXml(component.content).children) {
      const text = part.children.find((each) => FORMULAS.has(each.name))?.text ?? '';
      const name = text.match(/\w+__[cr]\b/gi)?.find((word) => missing.has(word.toLowerCase()));
      if (name === undefined) continue;
      const message = `A formula reads ${name}, which was left out: it is not supported by the local org`;
      found.push({ type, fullName, path, message, line: part.line, unsupported: true });
    }
  }
  return found;
}

const FULL_NAME = /<fullName>\s*([^<]+?)\s*<\/fullName>/g;

function missingNames(given: readonly MetadataComponent[], kept: readonly MetadataComponent[]): Set<string> {
  const left = new Map(kept.map((one) => [keyOf(one), one]));
  const missing = new Set<string>();
  for (const component of given) {
    const now = left.get(keyOf(component));
    if (now === component) continue;
    const names = [...component.content.matchAll(FULL_NAME)].map(([, name]) => name!);
    const present = new Set([...(now?.content ?? '').matchAll(FULL_NAME)].map(([, name]) => name!));
    for (const name of [...names, ...(now === undefined ? [component.fullName] : [])]) {
      if (present.has(name)) continue;
      missing.add(name.toLowerCase());
      missing.add(name.toLowerCase().replace(/__c$/, '__r'));
    }
  }
  return missing;
}

function isKnown(problems: readonly ComponentProblem[], problem: ComponentProblem): boolean {
  return problems.some((one) => one.path === problem.path && one.message === problem.message);
}

function keyOf(one: { readonly type: string; readonly fullName: string }): string {
  return `${one.type}/${one.fullName}`;
}

/** Leaves out the part of the file that a problem's line stands in, or the component where that is not possible. */
function without(
  components: readonly MetadataComponent[],
  problems: readonly ComponentProblem[],
  isLast: boolean,
): MetadataComponent[] {
  const byComponent = Map.groupBy(problems, keyOf);
  return components.flatMap((component) => {
    const own = byComponent.get(keyOf(component));
    if (own === undefined) return [component];
    const lines = isLast
      ? []
      : own.flatMap((one) => (one.line === undefined ? linesNamed(component, one.message) : one.line));
    if (isLast || lines.includes(0)) return [];
    const content = cutParts(component.content, lines);
    return content === null ? [] : [{ ...component, content }];
  });
}

const NAMED =
  /^[\w.]+?\.(\w+):|named ([\w.]+) found|No such field (\w+)|Could not resolve list view column: (\w+)|\bField ([\w.]+) is not/;

/** Lines of the parts of a file that a message without a line names; 0 where there is no such part. */
function linesNamed(component: MetadataComponent, message: string): number[] {
  const match = NAMED.exec(message);
  const name = match?.slice(1).find((part) => part !== undefined);
  if (name === undefined) return [0];
  try {
    const parts = parseXml(component.content).children.filter((child) =>
      child.children.some((each) => each.text === name),
    );
    return parts.length === 0 ? [0] : parts.map((part) => part.line);
  } catch (error) {
    if (error instanceof XmlError) return [0];
    throw error;
  }
}

/** The text with the children of its root at these lines blanked, line by line; `null` where they cannot be told apart. */
function cutParts(content: string, lines: readonly number[]): string | null {
  let starts: number[];
  try {
    const root = parseXml(content);
    if (lines.some((line) => line <= root.line)) return null;
    starts = root.children.map((child) => child.line);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
  if (new Set(starts).size !== starts.length) return null;
  const text = content.split('\n');
  const end = text.findLastIndex((line) => line.includes('</')) + 1;
  for (const line of lines) {
    const at = starts.findLastIndex((start) => start <= line);
    const first = starts[at];
    if (first === undefined || first >= end) return null;
    for (let each = first; each < (starts[at + 1] ?? end); each++) text[each - 1] = '';
  }
  return text.join('\n');
}

const CUSTOM = /__\w+$/;
const MISSING = /(?:named|value of|No such field|column:|unknown custom metadata type) '?([\w.]+)/i;

/** A problem may be the local org's own: all but a file that is no XML and a custom name that nothing in the project has. */
function judged(problem: ComponentProblem, components: readonly MetadataComponent[]): ComponentProblem {
  const component = components.find((one) => keyOf(one) === keyOf(problem));
  if (component !== undefined && !isReadable(component)) return problem;
  const name = MISSING.exec(problem.message)?.[1]?.split('.').at(-1);
  if (name !== undefined && CUSTOM.test(name) && !components.some((one) => declares(one, name))) return problem;
  return { ...problem, unsupported: true };
}

function isReadable(component: MetadataComponent): boolean {
  if (component.type === 'Certificate') return true;
  try {
    parseXml(component.content);
    return true;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}

function declares(component: MetadataComponent, name: string): boolean {
  const lower = name.toLowerCase();
  return (
    component.fullName.toLowerCase() === lower ||
    component.content.toLowerCase().includes(`<fullname>${lower}</fullname>`)
  );
}
